"""What pages and operations of the room ask of a request alike: the facilities that its reader may know of."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from pumasi.kit.asked import cluster_of
from pumasi.operate.facilities.models import Facility
from pumasi.operate.facilities.queries.tree import Tree, visible_tree


def tree_of(request: HttpRequest) -> Tree:
    """The facilities that the reader may know of."""
    return visible_tree(request.user, cluster_of(request))


def facility_or_404(request: HttpRequest, pk: int) -> tuple[Facility, Tree]:
    """A facility that the reader may know of, and the tree that it stands in; others do not exist for them."""
    found = tree_of(request)
    if pk not in found:
        raise Http404
    return found[pk], found
