"""Writing an item and its translation. Whoever saves over somebody else's save is told, and loses nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit import hangul
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import text
from pumasi.publish.newsroom.actions import pulse
from pumasi.publish.newsroom.models import Edition, Item, Revision

OTHER = {"ko": "en", "en": "ko"}


@transaction.atomic
def write(
    *,
    cluster: Cluster,
    by: Any,
    title: str,
    body: str,
    summary: str = "",
    tags: Iterable[Any] = (),
    **values: Any,
) -> Edition:
    """Begin an item with its first edition, in the item's language."""
    item = Item(cluster=cluster, created_by=by, **values)
    item.save()
    item.tags.set(tags)
    edition = Edition(item=item, language=item.language, written_by=by)
    fill(edition, title=title, summary=summary, blocks=text.renewed([], _measured(body)))
    edition.save()
    _remember(edition, by)
    return edition


@transaction.atomic
def rewrite(*, edition: Edition, by: Any, version: int, title: str, body: str, summary: str = "") -> Edition:
    """Save what was typed. Blocks that stayed keep their ids, so that their translations stay with them."""
    kept = locked(edition, version)
    blocks = text.renewed(kept.blocks, _measured(body))
    return _saved(kept, by, title=title, summary=summary, blocks=blocks)


@transaction.atomic
def begin_translation(*, item: Item, by: Any) -> Edition:
    """An empty edition in the other language. Some licences forbid it."""
    if item.licence in Item.UNCHANGEABLE:
        raise Refused(
            "The licence of this text (KOGL type 3 or 4) forbids changing it, and a translation is a change. "
            "Publish it as it is, or ask the source for permission and change the licence here.",
            "이 글의 이용허락(공공누리 제3·4유형)은 변경을 금지하며 번역도 변경에 해당합니다. "
            "원문 그대로 게시하시거나, 출처 기관의 허락을 받은 뒤 이용허락 유형을 바꾸어 주십시오.",
        )
    found, _ = Edition.objects.get_or_create(
        item=item, language=OTHER[item.language], defaults={"written_by": by}
    )
    return found


@transaction.atomic
def translate(
    *,
    edition: Edition,
    by: Any,
    version: int,
    title: str,
    summary: str,
    said: Mapping[str, str],
    left_out: Mapping[str, str] | None = None,
) -> Edition:
    """Save a translation: text by id of the source's block, and why a block is left out.

    A block keeps the digest of the source it was written for; one whose source changed since stays as it is and counts as stale
    until somebody saves other words for it or says that they still hold (`still:` before the id). Words of a translation machine are marked
    as such (`machine:` before the id, with the digest of those words) until somebody changes them or says to have read them (`read:`).
    """
    kept = locked(edition, version)
    source = source_of(kept.item)
    before = {one["of"]: one for one in kept.blocks if one.get("of")}
    blocks = [block for one in source.blocks if (block := _translated(one, said, before.get(one["id"])))]
    reasons = {key: why.strip()[:300] for key, why in (left_out or {}).items() if why.strip()}
    known = {one["id"] for one in source.blocks}
    told = {
        key: {"why": why, "by": getattr(by, "pk", None), "at": timezone.now().isoformat()}
        for key, why in reasons.items()
        if key in known
    }
    for key, one in kept.left_out.items():
        if key in told and told[key]["why"] == one.get("why"):
            told[key] = one
    if told and kept.item.licence in Item.UNCHANGEABLE:
        raise Refused(
            "The licence of this text (KOGL type 3 or 4) forbids abridging it. Translate every paragraph, or leave the text as it is.",
            "이 글의 이용허락(공공누리 제3·4유형)은 발췌를 금지합니다. 모든 문단을 옮기거나 원문 그대로 두십시오.",
        )
    kept.left_out = told
    return _saved(kept, by, title=title, summary=summary, blocks=blocks)


def _translated(source: text.Block, said: Mapping[str, str], before: text.Block | None) -> text.Block | None:
    words = said.get(source["id"], "").replace("\r\n", "\n").strip()
    if not words:
        return None
    now = text.digest(source["text"])
    same = before is not None and before["text"] == words
    holds = said.get(f"still:{source['id']}") == "on"
    mark = before["digest"] if before is not None and same and not holds else now
    block = {
        "id": before["id"] if before else source["id"],
        "of": source["id"],
        "kind": source["kind"],
        "text": words,
        "digest": mark,
    }
    return {**block, "machine": True} if unread(source["id"], words, said) else block


def unread(key: str, words: str, said: Mapping[str, str]) -> bool:
    """Whether the words for a block are a machine's still, and nobody says to have read them."""
    return said.get(f"machine:{key}") == text.digest(words) and said.get(f"read:{key}") != "on"


def source_of(item: Item) -> Edition:
    """The edition in the item's own language."""
    return Edition.objects.get(item=item, language=item.language)


def locked(edition: Edition, version: int | None = None) -> Edition:
    """The row, held until the end of the transaction; refused if somebody saved since `version` was read."""
    kept = Edition.objects.select_for_update(of=("self",)).select_related("item__cluster").get(pk=edition.pk)
    if version is not None and kept.version != version:
        raise Refused(
            "Somebody saved this text while you were writing. Your words are still in the form: "
            "open the text in another tab, compare, and save again.",
            "작성하시는 동안 다른 분이 이 글을 저장했습니다. 입력하신 내용은 그대로 있으니, 새 창에서 글을 열어 비교한 뒤 다시 저장해 주십시오.",
        )
    return kept


def _saved(edition: Edition, by: Any, *, title: str, summary: str, blocks: Sequence[text.Block]) -> Edition:
    fill(edition, title=title, summary=summary, blocks=blocks)
    edition.version += 1
    edition.written_by = by
    if edition.state in {"review", "approved"}:
        # What was approved is not what stands here now.
        edition.state, edition.approved_by = "draft", None
    edition.save()
    _remember(edition, by)
    return edition


def fill(edition: Edition, *, title: str, summary: str, blocks: Sequence[text.Block]) -> None:
    """Put a text into the edition, and what it is found by."""
    if not title.strip() and not blocks:
        raise Refused("Give it a title and a text.", "제목과 본문을 입력해 주십시오.")
    edition.title, edition.summary = " ".join(title.split())[:300], " ".join(summary.split())[:500]
    edition.blocks = list(blocks)
    told = " ".join(one["text"] for one in blocks)
    edition.folded = hangul.fold(edition.title).replace(" ", "")
    edition.search = hangul.vector_text([(edition.title, "A"), (edition.summary, "B"), (told[:6000], "C")])


def _measured(body: str) -> str:
    if len(body) > text.LONGEST * 5 or len(text.split(body)) > text.MOST:
        raise Refused(
            "This text is too long for one item. Split it, or attach it as a file.",
            "한 글로 올리기에는 본문이 너무 깁니다. 나누어 올리거나 파일로 첨부해 주십시오.",
        )
    return body


def _remember(edition: Edition, by: Any) -> None:
    Revision.objects.create(
        edition=edition,
        version=edition.version,
        title=edition.title,
        summary=edition.summary,
        blocks=edition.blocks,
        by=by,
    )


@transaction.atomic
def settle(*, item: Item, tags: Iterable[Any] | None = None, **values: Any) -> Item:
    """Change what belongs to the item in every language: board, department, source, licence."""
    kept = Item.objects.select_for_update().get(pk=item.pk)
    for name, value in values.items():
        setattr(kept, name, value)
    kept.save()
    if tags is not None:
        kept.tags.set(tags)
    pulse.beat(kept.cluster_id)
    return kept
