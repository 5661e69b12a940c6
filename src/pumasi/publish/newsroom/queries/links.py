"""Addresses that no longer answer, and what names them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import F, Q, QuerySet

from pumasi.commons.members.models import Cluster
from pumasi.publish.newsroom.models import Claim, Edition, Item, Link

STATES = ("broken", "moved", "all")


def broken(cluster: Cluster) -> QuerySet[Link]:
    """Those that failed often enough to be told, the one that fails longest first."""
    return Link.objects.filter(cluster=cluster, failures__gte=Link.TOLD).order_by("since", "pk")


def of_state(cluster: Cluster, state: str) -> QuerySet[Link]:
    """Broken ones, those that lead elsewhere for good, or all."""
    if state == "broken":
        return broken(cluster)
    found = Link.objects.filter(cluster=cluster).order_by("address")
    return found.exclude(moved_to="").filter(failures=0) if state == "moved" else found


def of_item(item: Item) -> list[Link]:
    """What an item names and nobody answers at."""
    return list(broken(item.cluster).filter(items__contains=[item.pk]))


@dataclass
class Named:
    """An address with the titles of the items and the keys of the figures that name it."""

    link: Link
    items: list[Edition] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)


def with_names(links: Iterable[Link]) -> list[Named]:
    """Links with what names them, each in the language it was written in."""
    rows = [Named(one) for one in links]
    wanted = Q(item__in={pk for row in rows for pk in row.link.items}, language=F("item__language"))
    titles = {one.item_id: one for one in Edition.objects.filter(wanted).only("item", "title", "language")}
    claims = Claim.objects.in_bulk({pk for row in rows for pk in row.link.claims})
    for row in rows:
        row.items = [titles[pk] for pk in row.link.items if pk in titles]
        row.claims = [claims[pk] for pk in row.link.claims if pk in claims]
    return rows
