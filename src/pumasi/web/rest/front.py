"""Clusters, and one search over what the caller may see."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query
from pydantic import Field

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.rest import Named, Out, Page, Room, Window, languages_of, page, requires
from pumasi.web.views.search import found_for

everywhere = Room(tags=["Clusters"])
room = Room(tags=["Clusters"])


class ClusterRow(Named):
    """A cluster of this installation."""

    slug: str
    country: str
    zone: str = Field(description="IANA name of its time zone.")


class ClusterOut(ClusterRow):
    """A cluster, and how many organisations it has by what they are to it (never added up)."""

    description_ko: str
    description_en: str
    contact_ko: str
    contact_en: str
    contact_email: str
    answer_days: int = Field(description="Working days within which the office answers.")
    is_sample: bool
    relations: dict[str, int]


class Line(Out):
    """Something that was held or is planned."""

    source: str
    title_ko: str
    title_en: str


class Listed(Out):
    """An offer or a need."""

    id: int
    kind: str
    organisation: int
    text_ko: str
    text_en: str


class Found(Out):
    """What a search found, the best first."""

    organisations: list[Named]
    people: list[Named]
    listings: list[Listed]
    lines: list[Line]


def _named(thing: Any) -> dict[str, Any]:
    return {"id": thing.pk, **languages_of(thing, "name")}


def _cluster(one: Cluster) -> dict[str, Any]:
    return {**_named(one), "slug": one.slug, "country": one.country, "zone": one.zone}


@everywhere.get("/clusters", response=Page[ClusterRow])
@requires("web.visit")
def list_clusters(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:  # noqa: ARG001
    """Read the clusters of this installation."""
    return page(members.clusters(), window, lambda rows: [_cluster(one) for one in rows])


@room.get("", response=ClusterOut)
@requires("web.visit")
def get_cluster(request: HttpRequest) -> dict[str, Any]:
    """Read about a cluster: whom to write to, and how many organisations it has."""
    one: Cluster = request.cluster  # type: ignore[attr-defined]
    plain = {name: getattr(one, name) for name in ("contact_email", "answer_days", "is_sample")}
    return {
        **_cluster(one),
        **languages_of(one, "description", "contact"),
        **plain,
        "relations": members.relation_counts(one),
    }


@room.get("/search", response=Found, tags=["Search"])
@requires("web.visit")
def search_all(
    request: HttpRequest,
    q: Annotated[str, Field(max_length=200)] = "",
    limit: Annotated[int, Field(ge=1, le=50)] = 20,
) -> dict[str, Any]:
    """Search organisations, people, offers and gatherings at once."""
    found = found_for(request, q.strip(), limit)
    lines = [{"source": one.source, **languages_of(one, "title")} for one in found["lines"]]
    listings = [
        {"id": one.pk, "kind": one.kind, "organisation": one.organisation_id, **languages_of(one, "text")}
        for one in found["listings"]
    ]
    people, organisations = ([_named(one) for one in found[name]] for name in ("people", "organisations"))
    return {"organisations": organisations, "people": people, "listings": listings, "lines": lines}
