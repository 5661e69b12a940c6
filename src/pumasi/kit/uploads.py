"""Files that somebody uploads and others fetch: kept under the name that they had, each in a folder of its own."""

from __future__ import annotations

import secrets
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db.models.fields.files import FieldFile
from django.http import FileResponse


def keep(field: FieldFile, upload: UploadedFile[Any]) -> None:
    """Store the upload for the row, which the caller saves.

    In one folder for all, the second “report.pdf” would be fetched as “report_x7Fq2.pdf”.
    """
    field.save(f"{secrets.token_urlsafe(9)}/{upload.name}", upload, save=False)


def as_download(field: FieldFile) -> FileResponse:
    """The stored file, to be saved under the name that it had."""
    return FileResponse(field.open(), as_attachment=True, filename=str(field.name).rpartition("/")[2])
