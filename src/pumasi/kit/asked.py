"""What a page or an operation asks of a request: whose address it is, in which language, and what was posted."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language

from pumasi.kit.refused import Refused


def cluster_of(request: HttpRequest) -> Any:
    """The cluster of the address."""
    return request.cluster  # type: ignore[attr-defined]


def here(request: HttpRequest) -> dict[str, Any]:
    """The part of an address that names the cluster."""
    return {"cluster": cluster_of(request).slug}


def language_of() -> str:
    """The reader's language as two letters."""
    return (get_language() or "ko")[:2]


def number(text: str) -> int:
    """An id as it came; what is no number names nothing (0)."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def number_in(request: HttpRequest, name: str) -> int:
    """A posted id; what is no number names nothing."""
    return number(request.POST.get(name, ""))


def numbers_in(request: HttpRequest, name: str) -> list[int]:
    """Posted ids without what is none."""
    return [found for text in request.POST.getlist(name) if (found := number(text))]


def upload_in(request: HttpRequest, name: str = "file") -> UploadedFile[Any]:
    """The file that was sent along. Raises Refused where there is none."""
    upload = request.FILES.get(name)
    if upload is None:
        raise Refused("Choose a file first.", "먼저 파일을 선택해 주십시오.")
    return upload


def file_response(name: str, kind: str, body: bytes, *, inline: bool = False) -> HttpResponse:
    """A file to save, or to look at."""
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    return response


def address_of(request: HttpRequest) -> str:
    """Where the request comes from: what the outermost of our own proxies says, never what the caller says of itself."""
    told = [part.strip() for part in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if part.strip()]
    proxies = settings.PROXIES
    return told[-proxies] if 0 < proxies <= len(told) else request.META.get("REMOTE_ADDR", "")
