"""A file of another board between looking it through and bringing it in: kept for a day, named by a signed word that the page carries."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any

from django.core import signing
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit.refused import Refused

FOLDER, LASTS = "incoming", timedelta(days=1)
_SIGNED = signing.TimestampSigner(salt="newsroom.incoming")


def keep(*, cluster: Cluster, upload: UploadedFile[Any]) -> str:
    """Keep the file; give the word by which it is found again."""
    stored = default_storage.save(f"{FOLDER}/{secrets.token_hex(12)}/{upload.name}", upload)
    return _SIGNED.sign_object([cluster.pk, stored])


def fetch(*, cluster: Cluster, word: str) -> tuple[bytes, str]:
    """The file and its name. Raises Refused where it is no longer there, or never was."""
    try:
        owner, stored = _SIGNED.unsign_object(word, max_age=LASTS)
        if owner != cluster.pk:
            raise _gone()
        with default_storage.open(stored) as file:
            return file.read(), stored.rpartition("/")[2]
    except (signing.BadSignature, OSError):
        raise _gone() from None


def forget(*, word: str) -> None:
    """Throw the file away."""
    _cluster, stored = _SIGNED.unsign_object(word)
    _thrown_away(stored)


def forget_old() -> None:
    """Throw away what nobody brought in within the day."""
    if not default_storage.exists(FOLDER):
        return
    before = timezone.now() - LASTS
    for folder in default_storage.listdir(FOLDER)[0]:
        for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
            stored = f"{FOLDER}/{folder}/{name}"
            if default_storage.get_modified_time(stored) < before:
                _thrown_away(stored)


def _thrown_away(stored: str) -> None:
    default_storage.delete(stored)
    default_storage.delete(stored.rpartition("/")[0])


def _gone() -> Refused:
    return Refused(
        "The file was kept for a day and is no longer there. Choose it again.",
        "파일은 하루 동안만 보관되어 더는 남아 있지 않습니다. 다시 선택해 주십시오.",
    )
