"""Organisations, offers and people as the operations answer them, for the caller's audience."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest

from pumasi.commons.members import roles
from pumasi.commons.members.models import Affiliation, Cluster, Listing, Merge, Organisation, Relation, Tag
from pumasi.commons.members.queries.organisation import field, organisation_for
from pumasi.kit.asked import cluster_of
from pumasi.kit.audiences import LEVELS
from pumasi.kit.rest import languages_of

PLAIN = ("sector_scheme", "sector_code", "founded", "employees", "parent_note", "visibility")
TEXTS = ("description", "sector", "anchor_note")
MASKED = ("email", "phone", "registration_number")


def audience_of(request: HttpRequest) -> str:
    """The widest audience that the caller belongs to."""
    return roles.audience(request.user, cluster_of(request))


def seen_or_404(request: HttpRequest, pk: int) -> Organisation:
    """The organisation if the caller may see it here; a merged one lives on in another and is answered as that."""
    cluster, audience = cluster_of(request), audience_of(request)
    merged = (
        Organisation.objects.filter(pk=pk, merged_into__isnull=False)
        .values_list("merged_into", flat=True)
        .first()
    )
    own = roles.organisations_of(request.user, cluster)
    found = organisation_for(cluster, audience, merged or pk, own=own)
    if found is None:
        raise Http404
    return found


def named(thing: Any) -> dict[str, Any]:
    """Id and names."""
    return {"id": thing.pk, **languages_of(thing, "name")}


def tag(one: Tag) -> dict[str, Any]:
    """A tag."""
    return {**named(one), "slug": one.slug}


def relations_of(found: Iterable[Relation], cluster: Cluster, audience: str) -> list[Relation]:
    """Relations to this cluster; applications and ends only for managers."""
    shown = [one for one in found if one.cluster_id == cluster.pk]
    return shown if audience == "managers" else [one for one in shown if one.state in Relation.CURRENT]


def row(one: Organisation, cluster: Cluster, audience: str) -> dict[str, Any]:
    """An organisation in a list. Tags and relations are read beforehand."""
    return {
        **named(one),
        **languages_of(one, "short_name", "city"),
        "kind": one.kind,
        "is_anchor": one.is_anchor,
        "website": field(one, "website", audience),
        "tags": [tag(each) for each in one.tags.all()],
        "relations": relations_of(one.relations.all(), cluster, audience),
    }


def rows(request: HttpRequest, found: Iterable[Organisation]) -> list[dict[str, Any]]:
    """Organisations in a list."""
    cluster, audience = cluster_of(request), audience_of(request)
    return [row(one, cluster, audience) for one in found]


def entry(request: HttpRequest, one: Organisation) -> dict[str, Any]:
    """An organisation as its page shows it; its own people read their whole entry."""
    cluster, audience = cluster_of(request), audience_of(request)
    level = "managers" if roles.administers(request.user, one) else audience
    address = languages_of(one, "address")
    hidden = one.field_visibility.get("address", "public") not in LEVELS[level]
    parent = one.parent if one.parent and one.parent.visibility in LEVELS[audience] else None
    return {
        **row(one, cluster, audience),
        **languages_of(one, *TEXTS),
        **(dict.fromkeys(address, "") if hidden else address),
        **{name: getattr(one, name) for name in PLAIN},
        **{name: field(one, name, level) for name in MASKED},
        "parent": named(parent) if parent else None,
        "custom": custom(one, cluster, audience),
    }


def custom(one: Organisation, cluster: Cluster, audience: str) -> dict[str, Any]:
    """Values of the cluster's own fields that the audience may see."""
    seen = cluster.custom_fields.filter(visibility__in=LEVELS[audience]).values_list("key", flat=True)
    return {key: one.custom[key] for key in seen if key in one.custom}


def listing(one: Listing) -> dict[str, Any]:
    """An offer or a need with its organisation and tags."""
    return {
        "id": one.pk,
        "kind": one.kind,
        "organisation": named(one.organisation),
        **languages_of(one, "text"),
        "tags": [tag(each) for each in one.tags.all()],
        "expires_on": one.expires_on,
    }


def post(one: Affiliation) -> dict[str, Any]:
    """Where somebody works, from when to when."""
    return {
        "organisation": named(one.organisation),
        **languages_of(one, "title"),
        "since": one.since,
        "until": one.until,
        "is_contact": one.is_contact,
    }


def merge(one: Merge) -> dict[str, Any]:
    """A merge with both entries."""
    return {
        "id": one.pk,
        "kept": named(one.kept),
        "absorbed": named(one.absorbed),
        "merged_at": one.merged_at,
        "undone_at": one.undone_at,
    }
