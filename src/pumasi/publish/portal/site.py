"""How a cluster's pages look: mark and colour, the menu of visitors, and what stands on the first page."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Mapping
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from PIL import Image, UnidentifiedImageError

from pumasi.commons.members.models import Cluster
from pumasi.kit import uploads
from pumasi.kit.bilingual import columns
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal.models import Site
from pumasi.publish.portal.remembered import Memory

PICTURES = {"png", "jpg", "jpeg", "webp"}
# A mark stands 40 pixels high in the head of a page; three times that is sharp on every screen.
MARK_SIZE = (720, 120)
MOST_MB, MOST_LINKS = 2, 3

# Asked for by every page: once a minute, and anew in this process when the office changes something.
_sites: Memory[Site] = Memory()


def site(cluster: Cluster) -> Site:
    """What the office chose for its pages, a minute old at most; where it chose nothing, the house's own ways."""
    return _sites.of(cluster.pk, lambda: chosen(cluster))


def chosen(cluster: Cluster) -> Site:
    """The same as it stands now: for whoever changes it, and for a file whose address another process has given."""
    return Site.objects.filter(cluster=cluster).first() or Site(cluster=cluster)


@transaction.atomic
def dress(
    *, cluster: Cluster, tone: str = "", lead_ko: str = "", lead_en: str = "", menu: Iterable[str] = (), blocks: Iterable[str] = (),
    links: Iterable[Mapping[str, str]] = (), logo: UploadedFile[Any] | None = None, without_logo: bool = False,
) -> Site:  # fmt: skip
    """Say how the pages look. `menu` and `blocks` name what is shown, in order; empty, everything as usual.

    A logo is drawn anew as PNG, so that nothing but its pixels is kept. Raises Refused.
    """
    Site.objects.get_or_create(cluster=cluster)
    kept = Site.objects.select_for_update().get(cluster=cluster)
    kept.tone = tone if tone in Site.Tone.values else ""
    kept.lead_ko, kept.lead_en = lead_ko.strip()[:200], lead_en.strip()[:200]  # type: ignore[attr-defined]
    kept.menu, kept.blocks = list(dict.fromkeys(menu)), list(dict.fromkeys(blocks))
    kept.links = [link for one in links if (link := _link(one))][:MOST_LINKS]
    if without_logo:
        kept.logo_mark = ""
        kept.logo.delete(save=False)
    if logo is not None:
        picture = _drawn(uploads.fitting(logo, PICTURES, most=MOST_MB))
        kept.logo_mark = hashlib.sha256(picture).hexdigest()[:12]
        kept.logo.save(f"{kept.logo_mark}.png", ContentFile(picture), save=False)
    kept.save()
    newsroom.beat(cluster.pk)
    transaction.on_commit(_sites.clear)
    return kept


def _link(told: Mapping[str, str]) -> dict[str, str] | None:
    """An entry of the menu that leads elsewhere, or nothing where the row is empty."""
    found = {name: str(told.get(name, "")).strip()[:300] for name in (*columns("label"), "url")}
    if not any(found.values()):
        return None
    if not found["url"].startswith(("https://", "/")) or found["url"].startswith("//"):
        raise Refused(
            "“{url}” is no address that the menu can lead to. Begin with https://, or with / for a page of this site.",
            "“{url}”은(는) 메뉴에 넣을 수 없는 주소입니다. https:// 또는 이 누리집의 /로 시작하는 주소를 입력해 주십시오.",
            url=found["url"][:80],
        )  # fmt: skip
    if not (found["label_ko"] or found["label_en"]):
        raise Refused(
            "Say what the menu shows for “{url}”.",
            "“{url}” 주소의 메뉴 이름을 입력해 주십시오.",
            url=found["url"][:80],
        )
    return found


def _refuse_cut_off(upload: UploadedFile[Any], kind: str) -> None:
    """A file that ends too early is none. Pillow would say so, but for a switch that printing PDFs turns in the whole process."""
    upload.seek(0)
    body = upload.read()
    whole = {
        "PNG": b"IEND" in body[-12:],
        "JPEG": body.rstrip(b"\x00").endswith(b"\xff\xd9"),
        "WEBP": int.from_bytes(body[4:8], "little") + 8 <= len(body),
    }
    if not whole[kind]:
        raise OSError("the picture ends too early")
    upload.seek(0)


def _drawn(upload: UploadedFile[Any]) -> bytes:
    """The picture at the size of a page's head, as PNG. Raises Refused for what is no picture."""
    try:
        with Image.open(upload, formats=["PNG", "JPEG", "WEBP"]) as picture:
            _refuse_cut_off(upload, str(picture.format))
            small = picture.convert("RGBA")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise Refused(
            "This picture cannot be read. Save it as PNG and choose it again.",
            "이미지를 읽을 수 없습니다. PNG로 저장한 뒤 다시 선택해 주십시오.",
        ) from error
    small.thumbnail(MARK_SIZE)
    out = io.BytesIO()
    small.save(out, "PNG", optimize=True)
    return out.getvalue()
