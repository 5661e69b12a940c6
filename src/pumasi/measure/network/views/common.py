"""What all pages of the room ask of a request."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation

PER_PAGE = 50


def audience_of(request: HttpRequest) -> str:
    """Whom the page is for: the public, members or managers."""
    return members.audience(request.user, request.cluster)  # type: ignore[attr-defined]


def seen_or_404(request: HttpRequest, pk: int) -> Organisation:
    """An organisation that the reader may see; others do not exist for them."""
    own = members.organisations_of(request.user, request.cluster)  # type: ignore[attr-defined]
    found = members.organisation_for(request.cluster, audience_of(request), pk, own=own)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found
