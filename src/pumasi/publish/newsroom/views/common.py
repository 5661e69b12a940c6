"""What all pages of the desk ask of a request."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from pumasi.kit.asked import cluster_of
from pumasi.publish.newsroom.models import Edition, Item
from pumasi.publish.newsroom.queries import items

PER_PAGE = 30


def item_or_404(request: HttpRequest, pk: int) -> Item:
    """An item of the cluster."""
    found = Item.objects.filter(cluster=cluster_of(request), pk=pk).first()
    if found is None:
        raise Http404
    found.cluster = cluster_of(request)
    return found


def edition_or_404(item: Item, language: str) -> Edition:
    """Its edition in a language."""
    found = items.editions_of(item).get(language)
    if found is None:
        raise Http404
    return found
