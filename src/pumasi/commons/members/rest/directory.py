"""The directory over REST: organisations with search and facets, their offers and people, tags."""

from __future__ import annotations

from typing import Any, Literal

from django.db import transaction
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from ninja import Query
from ninja.responses import Status
from pydantic import Field

from pumasi.commons.members.actions import organisations, users
from pumasi.commons.members.models import Organisation, Tag
from pumasi.commons.members.queries import directory as asked
from pumasi.commons.members.queries import organisation as one
from pumasi.commons.members.rest import shown, writing
from pumasi.commons.members.schemas import (
    KIND,
    RELATION,
    STATE,
    ClaimIn,
    ClaimOut,
    ColleagueOut,
    FacetOut,
    ListingOut,
    OrganisationEdit,
    OrganisationNew,
    OrganisationOut,
    OrganisationRow,
    TagOut,
)  # fmt: skip
from pumasi.kit.asked import cluster_of
from pumasi.kit.audiences import LEVELS
from pumasi.kit.rest import Id, Page, Room, Text, Window, page, requires

room = Room(tags=["Organisations"])
SORT = Literal["", "name", "-name", "new", "-new"]


class Wanted(Window):
    """What is asked of the directory."""

    q: Text = Field(
        "", description="Words, a name with a slip in it, initial consonants (ㄷㅇㅁ), or “anchor, ICT”."
    )
    kind: KIND | Literal[""] = ""
    relation: RELATION | Literal[""] = ""
    state: STATE | Literal[""] = Field("", description="For managers only.")
    tag: Text = Field("", description="Slug of a tag.")
    city: Text = ""
    listing: Literal["", "offer", "need"] = ""
    anchor: bool = False
    sort: SORT = ""
    custom: list[str] = Field([], max_length=10, description="Own fields of the cluster, as key:value.")


def _choice(request: HttpRequest, wanted: Wanted) -> asked.Choice:
    """The choice of facets; own fields only as far as the caller may see them, else their values could be guessed."""
    names = ("kind", "relation", "state", "tag", "city", "listing", "sort")
    cluster, levels = cluster_of(request), LEVELS[shown.audience_of(request)]
    pairs = dict(text.split(":", 1) for text in wanted.custom if ":" in text)
    seen = (
        set(cluster.custom_fields.filter(visibility__in=levels).values_list("key", flat=True))
        if pairs
        else set()
    )
    custom = {key: value for key, value in pairs.items() if key in seen}
    chosen = {name: getattr(wanted, name) for name in names}
    return asked.Choice(
        text=wanted.q.strip()[:200], anchor=wanted.anchor, custom=custom, **chosen
    ).understood()


def _found(request: HttpRequest, wanted: Wanted) -> QuerySet[Organisation]:
    audience = shown.audience_of(request)
    return asked.directory(cluster_of(request), audience, _choice(request, wanted)).prefetch_related(
        "relations"
    )


@room.get("/organisations", response=Page[OrganisationRow])
@requires("members.see_directory")
def list_organisations(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Find organisations of the cluster."""
    return page(_found(request, wanted), wanted, lambda found: shown.rows(request, found))


@room.get("/organisations/facets", response=list[FacetOut])
@requires("members.see_directory")
def list_facets(request: HttpRequest, wanted: Query[Wanted]) -> list[dict[str, Any]]:
    """Count what each facet would leave, for the same query as the list."""
    audience = shown.audience_of(request)
    found = asked.facets(cluster_of(request), audience, _choice(request, wanted))
    words = ("value", "label", "count")
    return [
        {**facet, "options": [dict(zip(words, option, strict=True)) for option in facet["options"]]}
        for facet in found
    ]


@room.post("/organisations", response={201: OrganisationOut})
@requires("members.manage")
def add_organisation(request: HttpRequest, given: OrganisationNew) -> Status[dict[str, Any]]:
    """Add an organisation and its relation to the cluster."""
    with transaction.atomic():
        values = writing.values_of(given)
        made = organisations.add(
            cluster=cluster_of(request),
            relation=given.relation,
            tags=writing.tags_of(given) or [],
            **values,
        )
    return Status(201, shown.entry(request, made))


@room.get("/organisations/{int:pk}", response=OrganisationOut)
@requires("members.see_directory")
def get_organisation(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read an organisation; one that was merged is answered as the one it lives on in."""
    return shown.entry(request, shown.seen_or_404(request, pk))


@room.patch("/organisations/{int:pk}", response=OrganisationOut)
@requires("members.manage")
def change_organisation(request: HttpRequest, pk: Id, given: OrganisationEdit) -> dict[str, Any]:
    """Change an organisation; what is left out stays as it is."""
    found = shown.seen_or_404(request, pk)
    with transaction.atomic():
        organisations.change(
            organisation=found, tags=writing.tags_of(given), **writing.values_of(given, found)
        )
        writing.set_custom(found, cluster_of(request), given.custom or {})
    return shown.entry(request, shown.seen_or_404(request, found.pk))


@room.get("/organisations/{int:pk}/listings", response=list[ListingOut])
@requires("members.see_directory")
def list_listings_of(request: HttpRequest, pk: Id) -> list[dict[str, Any]]:
    """Read what an organisation offers and looks for."""
    found = one.listings(shown.seen_or_404(request, pk), shown.audience_of(request)).select_related(
        "organisation"
    )
    return [shown.listing(each) for each in found]


@room.get("/organisations/{int:pk}/people", response=Page[ColleagueOut])
@requires("members.see_people")
def list_people_of(request: HttpRequest, pk: Id, window: Query[Window]) -> dict[str, Any]:
    """Read who works at an organisation: those who agreed to be named, for managers everybody."""
    audience, cluster = shown.audience_of(request), cluster_of(request)
    found = one.people_of(shown.seen_or_404(request, pk), audience, cluster).order_by(
        "-is_contact", "person__name_ko", "pk"
    )
    return page(
        found,
        window,
        lambda rows: [{**shown.post(each), "person": shown.named(each.person)} for each in rows],
    )


@room.post("/organisations/{int:pk}/claim", response={201: ClaimOut})
@requires("members.claim")
def claim_organisation(request: HttpRequest, pk: Id, given: ClaimIn) -> Status[dict[str, Any]]:
    """Say: this is my organisation. The office decides."""
    user: Any = request.user
    organisation = shown.seen_or_404(request, pk)
    made = users.claim(
        user=user, organisation=organisation, cluster=cluster_of(request), message=given.message
    )
    plain = {name: getattr(made, name) for name in ("state", "message", "reason", "created_at")}
    return Status(201, {"id": made.pk, "organisation": shown.named(organisation), **plain})


@room.get("/listings", response=Page[ListingOut], tags=["Offers and needs"])
@requires("members.see_directory")
def list_listings(
    request: HttpRequest, window: Query[Window], kind: Literal["", "offer", "need"] = ""
) -> dict[str, Any]:
    """Read all offers and needs of the cluster that hold today, the newest first."""
    found = one.live_listings(cluster_of(request), shown.audience_of(request))
    found = found.filter(kind=kind) if kind else found
    return page(found, window, lambda rows: [shown.listing(each) for each in rows])


class TagCount(TagOut):
    """A tag and how many organisations carry it."""

    count: int


@room.get("/tags", response=Page[TagCount])
@requires("members.see_directory")
def list_tags(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read the technology tags of the organisations that the caller may see."""
    seen = asked.of_cluster(cluster_of(request), shown.audience_of(request)).order_by()
    found = Tag.objects.filter(organisations__in=seen).annotate(n=Count("organisations", distinct=True))
    return page(
        found.order_by("-n", "slug"), window, lambda rows: [{**shown.tag(t), "count": t.n} for t in rows]
    )
