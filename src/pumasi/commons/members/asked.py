"""What pages and operations of any room ask about their reader: the organisation that they act for."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from pumasi.commons.members.models import Organisation
from pumasi.commons.members.roles import organisations_of
from pumasi.kit.asked import cluster_of
from pumasi.kit.worded import Several, Worded

_STANDING = Worded(
    lambda ids: Organisation.objects.filter(pk__any=ids, merged_into__isnull=True).order_by("pk")[:1],
    ids=Several,
)


def own_organisation(request: HttpRequest) -> Organisation | None:
    """The organisation that the reader acts for in the cluster of the address, if any."""
    ids = organisations_of(request.user, cluster_of(request))
    return _STANDING.one(ids=ids) if ids else None


def own_organisation_or_404(request: HttpRequest) -> Organisation:
    """The organisation that the reader acts for here; without one there is no such page."""
    found = own_organisation(request)
    if found is None:
        raise Http404
    return found
