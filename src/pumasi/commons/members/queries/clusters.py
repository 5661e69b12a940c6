"""Clusters and the counts of who belongs to them."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, QuerySet

from pumasi.commons.members import roles
from pumasi.commons.members.models import Cluster, Organisation, Relation
from pumasi.commons.members.queries.directory import visible
from pumasi.kit.bilingual import in_order
from pumasi.kit.worded import Worded

# Every page of a cluster asks for it.
BY_SLUG = Worded(lambda slug: Cluster.objects.filter(slug=slug), slug=str)


def cluster_by_slug(slug: str) -> Cluster | None:
    """Find a cluster by its short name."""
    return BY_SLUG.one(slug=slug)


def clusters() -> QuerySet[Cluster]:
    """All clusters of the installation by name."""
    return Cluster.objects.order_by(in_order("name"))


def home_of(user: Any) -> Cluster | None:
    """The first of the clusters that the user belongs to: where their own pages begin."""
    return next((cluster for cluster in clusters() if roles.belongs(user, cluster)), None)


def belonging(cluster: Cluster) -> QuerySet[Relation]:
    """Relations of residents and members that hold today."""
    return Relation.objects.filter(
        cluster=cluster, kind__in=Relation.BELONGING, state__in=Relation.CURRENT, until__isnull=True
    )


def members_of(cluster: Cluster, audience: str = "managers") -> QuerySet[Organisation]:
    """The cluster's own organisations that `audience` may see, as a query for others to build on."""
    found = Organisation.objects.filter(
        pk__in=belonging(cluster).values("organisation"), merged_into__isnull=True
    )
    if audience == "public":
        return found.filter(visibility="public")
    return found.exclude(visibility="managers") if audience == "members" else found


def member_ids(cluster: Cluster, audience: str = "managers") -> list[int]:
    """Ids of the cluster's organisations that `audience` may see, each once, in order."""
    return list(members_of(cluster, audience).order_by("pk").values_list("pk", flat=True))


def relation_counts(cluster: Cluster, audience: str = "managers") -> dict[str, int]:
    """Distinct organisations that `audience` may see, by kind of relation today; the kinds are never added up."""
    seen = visible(audience).order_by().values("pk")
    current = Relation.objects.filter(
        cluster=cluster, state__in=Relation.CURRENT, until__isnull=True, organisation__in=seen
    )
    rows = current.values_list("kind").annotate(n=Count("organisation", distinct=True))
    return dict(rows.order_by("kind"))


def merged_pairs() -> list[tuple[int, int]]:
    """Pairs of (absorbed, kept) organisations."""
    found = Organisation.objects.filter(merged_into__isnull=False)
    return [(absorbed, kept) for absorbed, kept in found.values_list("pk", "merged_into") if kept]
