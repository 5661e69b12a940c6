"""Files that somebody uploads and others fetch: kept under the name that they had, each in a folder of its own."""

from __future__ import annotations

import secrets
from collections.abc import Collection
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.http import FileResponse

from pumasi.kit.refused import Refused

# What an office hands in as papers: documents, tables, slides and pictures of them, alone or packed.
PAPERS = {"pdf", "docx", "hwp", "hwpx", "xlsx", "pptx", "csv", "png", "jpg", "jpeg", "zip"}


def fitting(upload: UploadedFile[Any], kinds: Collection[str], *, most: int) -> UploadedFile[Any]:
    """The upload, if its name ends as one of the kinds and it has at most so many megabytes. Raises Refused."""
    ending = str(upload.name).rpartition(".")[2].lower()
    if ending not in kinds or (upload.size or 0) > most * 1_000_000:
        raise Refused(
            "Choose a file of at most {most} MB of these kinds: {kinds}.",
            "다음 형식의 {most}MB 이하 파일을 선택해 주십시오: {kinds}.",
            most=most, kinds=", ".join(sorted(kinds)),
        )  # fmt: skip
    return upload


def keep(field: FieldFile, upload: UploadedFile[Any]) -> None:
    """Store the upload for the row, which the caller saves.

    In one folder for all, the second “report.pdf” would be fetched as “report_x7Fq2.pdf”.
    """
    field.save(f"{secrets.token_urlsafe(9)}/{upload.name}", upload, save=False)


def as_shown(field: FieldFile) -> FileResponse:
    """The stored file, for a browser that shows its kind; the caller has made sure that it is one that runs nothing."""
    return FileResponse(field.open(), filename=str(field.name).rpartition("/")[2])


def as_download(field: FieldFile) -> FileResponse:
    """The stored file, to be saved under the name that it had."""
    return FileResponse(field.open(), as_attachment=True, filename=str(field.name).rpartition("/")[2])
