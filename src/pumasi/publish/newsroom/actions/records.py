"""Figures, terms, lineage and files of the newsroom."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from pumasi.commons.members.models import Cluster
from pumasi.kit import uploads
from pumasi.kit.pictures import checked
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom.actions import pulse
from pumasi.publish.newsroom.models import Attachment, Claim, Item, Origin, Picture, Term

FILES = {"pdf", "hwp", "hwpx", "docx", "xlsx", "pptx", "csv", "txt", "zip", "jpg", "jpeg", "png"}
MOST_MB = 50
# Parameters by which a board finds its page, list and search again, and by which visitors are followed.
_TRAVELLING = re.compile(
    r"^(?:page|pageindex|pageno|curpage|cpage|rowcountperpage|pagesize|pageunit|search.*|sch.*|keyword|menu.*|top_menu.*|left_menu.*|parent_menu.*|utm_.*|fbclid|gclid|jsessionid|listtype|sort.*|order.*)$|menu_cd$",
    re.IGNORECASE,
)


@transaction.atomic
def state(*, cluster: Cluster, key: str, numerator: Decimal, as_of: date, **values: Any) -> Claim:
    """Put a figure on record, or change it: texts that quote it say the new one at once."""
    found, _ = Claim.objects.update_or_create(
        cluster=cluster, key=key, defaults={"numerator": numerator, "as_of": as_of, **values}
    )
    pulse.beat(cluster.pk)
    return found


def name(*, cluster: Cluster, ko: str, en: str, note: str = "", is_name: bool = False) -> Term:
    """Say how a word is rendered."""
    if not ko.strip() or not en.strip():
        raise Refused("Give the word in both languages.", "두 언어의 표기를 모두 입력해 주십시오.")
    found, _ = Term.objects.update_or_create(
        cluster=cluster,
        ko=ko.strip()[:120],
        defaults={"en": en.strip()[:120], "note": note[:300], "is_name": is_name},
    )
    return found


def cleaned(link: str) -> str:
    """An address without what only paging, searching and following need."""
    parts = urlsplit(link.strip())
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=False)
        if not _TRAVELLING.search(key)
    ]
    return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(kept), ""))


def come_from(
    *, item: Item, kind: str, of: Item | None = None, title: str = "", publisher: str = "", link: str = ""
) -> Origin:
    """Say what an item was made from. A text whose licence forbids changes is not abridged or translated."""
    source = of or item
    if kind in {"abridgement", "translation"} and source.licence in Item.UNCHANGEABLE:
        raise Refused(
            "The licence of the source (KOGL type 3 or 4) forbids abridging and translating.",
            "출처의 이용허락(공공누리 제3·4유형)은 발췌와 번역을 금지합니다.",
        )
    if of is not None and (of.pk == item.pk or of.cluster_id != item.cluster_id):
        raise Refused("Choose another item of this cluster.", "이 클러스터의 다른 글을 선택해 주십시오.")
    if of is None and not title.strip():
        raise Refused("Name the text it was made from.", "바탕이 된 글의 제목을 적어 주십시오.")
    return Origin.objects.create(
        item=item,
        kind=kind,
        of=of,
        title=title.strip()[:300],
        publisher=publisher.strip()[:200],
        link=cleaned(link)[:1000],
    )


@transaction.atomic
def attach(
    *, item: Item, upload: UploadedFile[Any], title_ko: str = "", title_en: str = "", language: str = ""
) -> Attachment:
    """Hang a file on the item."""
    made = Attachment(
        item=item,
        size=upload.size or 0,
        title_ko=title_ko[:200],
        title_en=title_en[:200],
        language=language[:2],
    )
    uploads.keep(made.file, uploads.fitting(upload, FILES, most=MOST_MB))
    made.save()
    pulse.beat(item.cluster_id)
    return made


@transaction.atomic
def detach(*, file: Attachment) -> None:
    """Take a file off."""
    pulse.beat(file.item.cluster_id)
    file.delete()


@transaction.atomic
def show(
    *,
    item: Item,
    upload: UploadedFile[Any],
    text_ko: str,
    text_en: str,
    rights: str = "",
    expires_on: date | None = None,
    focus: str = Picture.Focus.MIDDLE,
) -> Picture:
    """Give the item a picture; without a text for those who do not see it, it is refused."""
    if not (text_ko.strip() or text_en.strip()):
        raise Refused(
            "Describe the picture in a sentence, for those who do not see it.",
            "그림을 보지 못하는 분을 위해 한 문장으로 설명해 주십시오.",
        )
    made = Picture(
        item=item, text_ko=text_ko[:300], text_en=text_en[:300], rights=rights[:200], expires_on=expires_on,
        focus=focus if focus in Picture.Focus.values else Picture.Focus.MIDDLE,
    )  # fmt: skip
    uploads.keep(made.file, checked(upload, "picture"))
    made.save()
    pulse.beat(item.cluster_id)
    return made
