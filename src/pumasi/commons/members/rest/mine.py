"""One's own organisation over REST: its entry, its offers and needs."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja.responses import Status

from pumasi.commons.members.actions import desk, organisations
from pumasi.commons.members.asked import own_organisation_or_404
from pumasi.commons.members.models import Listing
from pumasi.commons.members.queries.organisation import listings
from pumasi.commons.members.rest import shown, writing
from pumasi.commons.members.schemas import ListingNew, ListingOut, OrganisationChange, OrganisationOut
from pumasi.kit.access import require
from pumasi.kit.rest import Id, Room, requires

room = Room(tags=["My organisation"])


@room.get("/my/organisation", response=OrganisationOut)
@requires("members.act_for_organisation")
def get_my_organisation(request: HttpRequest) -> dict[str, Any]:
    """Read the entry of the organisation that one acts for."""
    return shown.entry(request, own_organisation_or_404(request))


@room.patch("/my/organisation", response=OrganisationOut)
@requires("members.act_for_organisation")
def change_my_organisation(request: HttpRequest, given: OrganisationChange) -> dict[str, Any]:
    """Change the entry; its admins may."""
    found = own_organisation_or_404(request)
    require(request.user, "members.edit_organisation", found)
    with transaction.atomic():
        organisations.change(
            organisation=found, tags=writing.tags_of(given), **writing.values_of(given, found)
        )
    return shown.entry(request, own_organisation_or_404(request))


@room.get("/my/organisation/listings", response=list[ListingOut])
@requires("members.act_for_organisation")
def list_my_listings(request: HttpRequest) -> list[dict[str, Any]]:
    """Read one's offers and needs, also those past their day."""
    found = listings(own_organisation_or_404(request), "managers", expired=True).select_related(
        "organisation"
    )
    return [shown.listing(one) for one in found]


@room.post("/my/organisation/listings", response={201: ListingOut})
@requires("members.act_for_organisation")
def add_listing(request: HttpRequest, given: ListingNew) -> Status[dict[str, Any]]:
    """Publish an offer or a need for six months."""
    tags = ",".join(word.replace(",", " ") for word in given.tags)
    own = own_organisation_or_404(request)
    made = desk.list_something(
        organisation=own, kind=given.kind, tags=tags, text_ko=given.text_ko, text_en=given.text_en
    )
    return Status(201, shown.listing(made))


def _mine(request: HttpRequest, pk: int) -> Listing:
    return get_object_or_404(Listing, pk=pk, organisation=own_organisation_or_404(request))


@room.post("/my/organisation/listings/{int:pk}/renew", response=ListingOut)
@requires("members.act_for_organisation")
def renew_listing(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Let an offer or need hold for another six months from today."""
    return shown.listing(desk.renew(listing=_mine(request, pk)))


@room.delete("/my/organisation/listings/{int:pk}", response={204: None})
@requires("members.act_for_organisation")
def withdraw_listing(request: HttpRequest, pk: Id) -> Status[None]:
    """Take an offer or need down."""
    desk.withdraw_listing(listing=_mine(request, pk))
    return Status(204, None)
