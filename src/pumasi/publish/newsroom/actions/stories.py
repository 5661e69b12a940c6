"""A success story begun from a thread of the participation record."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members.models import Cluster
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom.actions import writing
from pumasi.publish.newsroom.models import Item
from pumasi.publish.newsroom.stories import drafted

AUDIENCE = "public"


@transaction.atomic
def begin(*, cluster: Cluster, source: str, language: str, by: Any) -> tuple[Item, bool]:
    """Draft a success story in both languages from the stations that everybody may see; give it, and whether it is new.

    A thread that was made a story of already gives that one.
    """
    lines = ledger.thread_of(source, AUDIENCE, cluster)
    if len(lines) < 2:  # one station is no thread
        raise Refused(
            "Everybody may see less than two steps of this thread, so there is no story to tell yet.",
            "누구나 볼 수 있는 단계가 두 개가 되지 않아 아직 이야기로 만들 수 없습니다.",
        )
    known = Item.objects.filter(cluster=cluster, thread__in=[line.source for line in lines]).first()
    if known is not None:
        return known, False
    parties = ledger.parties(lines, AUDIENCE, cluster)
    own, other = (drafted(lines, parties, code) for code in (language, writing.OTHER[language]))
    edition = writing.write(
        cluster=cluster, by=by, kind="success", language=language, thread=lines[0].source,
        title=own.title[:300], summary=own.summary[:500], body="\n\n".join(own.paragraphs),
    )  # fmt: skip
    target = writing.begin_translation(item=edition.item, by=by)
    said = {
        block["id"]: words.removeprefix("# ")
        for block, words in zip(edition.blocks, other.paragraphs, strict=True)
    }
    writing.translate(
        edition=target, by=by, version=target.version, title=other.title[:300], summary=other.summary[:500], said=said
    )  # fmt: skip
    return edition.item, True
