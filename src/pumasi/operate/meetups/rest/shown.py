"""What all operations of the room ask of a request."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils.translation import get_language

from pumasi.commons.members.models import Cluster


def cluster_of(request: HttpRequest) -> Cluster:
    """The cluster of the address."""
    found: Cluster = request.cluster  # type: ignore[attr-defined]
    return found


def language_of() -> str:
    """The caller's language as two letters."""
    return (get_language() or "ko")[:2]
