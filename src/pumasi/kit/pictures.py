"""Pictures that somebody uploads: what the bytes are decides, not the name."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile

from pumasi.kit.refused import Refused

MOST_BYTES = 5_000_000
KINDS = {b"\xff\xd8\xff": "jpg", b"\x89PNG\r\n\x1a\n": "png", b"RIFF": "webp"}


def checked(upload: UploadedFile[Any], name: str) -> UploadedFile[Any]:
    """The picture (JPEG, PNG or WebP, up to 5 MB) under a name of ours; anything else is refused."""
    head = upload.read(12)
    upload.seek(0)
    kind = next((ending for start, ending in KINDS.items() if head.startswith(start)), "")
    if not kind or (kind == "webp" and head[8:12] != b"WEBP") or (upload.size or 0) > MOST_BYTES:
        raise Refused(
            "Choose a picture as JPEG, PNG or WebP of at most 5 MB.",
            "5MB 이하의 JPEG, PNG, WebP 이미지를 선택해 주십시오.",
        )
    upload.name = f"{name}.{kind}"
    return upload
