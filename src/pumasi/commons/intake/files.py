"""The files of a batch: kept under the home until the batch is a month old."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.conf import settings

from pumasi.commons.members.models import Batch
from pumasi.kit import sheets
from pumasi.kit.refused import Refused


def folder(batch: Batch) -> Path:
    """Where the files of a batch lie."""
    return Path(settings.MEDIA_ROOT) / "imports" / str(batch.pk)


def keep(batch: Batch, uploads: Iterable[Any]) -> None:
    """Keep uploaded files under a number, with the name they came with beside it."""
    place = folder(batch)
    place.mkdir(parents=True, exist_ok=True)
    names = []
    for number, upload in enumerate(uploads):
        if upload.size > settings.IMPORT_MAX_BYTES:
            raise Refused(
                "{name} is larger than 200 MB. Split the file.",
                "{name} 파일이 200MB를 넘습니다. 파일을 나누어 주십시오.",
                name=upload.name,
            )
        (place / str(number)).write_bytes(upload.read())
        names.append(Path(str(upload.name)).name)
    if not names:
        raise Refused("Choose a file first.", "먼저 파일을 선택해 주십시오.")
    batch.files = names
    batch.save(update_fields=["files"])


def read(batch: Batch) -> list[sheets.Sheet]:
    """Read all files of a batch; hidden sheets are left out."""
    place = folder(batch)
    found = []
    for number, name in enumerate(batch.files):
        found += sheets.read((place / str(number)).read_bytes(), name)
    return [sheet for sheet in found if not sheet.hidden]
