"""Facilities, their free hours and one's own bookings over REST."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query
from ninja.responses import Status
from pydantic import Field

from pumasi.commons.members import api as members
from pumasi.kit.asked import cluster_of
from pumasi.kit.refused import Refused
from pumasi.kit.rest import Id, Moment, Page, Room, Window, page, requires
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.actions import bookings
from pumasi.operate.facilities.asked import facility_or_404, tree_of
from pumasi.operate.facilities.models import Booking, Facility
from pumasi.operate.facilities.queries.desk import ahead_of
from pumasi.operate.facilities.queries.free import free_blocks
from pumasi.operate.facilities.queries.wishes import Wish
from pumasi.operate.facilities.schemas import (
    BookingIn,
    BookingOut,
    FacilityOut,
    FreeOut,
    MoveIn,
    ReasonIn,
    booking_out,
    facility_out,
)

room = Room(tags=["Labs & test beds"])
MOST_DAYS = timedelta(days=62)


@room.get("/facilities", response=list[FacilityOut])
@requires("facilities.see")
def list_facilities(request: HttpRequest) -> list[dict[str, Any]]:
    """Read all facilities that the caller may know of, each after what it lies within."""
    return [facility_out(one) for one in tree_of(request).ordered()]


@room.get("/facilities/{int:pk}", response=FacilityOut)
@requires("facilities.see")
def read_facility(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read one facility."""
    return facility_out(facility_or_404(request, pk)[0])


class WantedHours(Window):
    """In which time free hours are wanted; at most 62 days."""

    start: Moment | None = Field(None, description="From then on; now if left out.")
    end: Moment | None = Field(None, description="Until then; a week later if left out.")
    whole: bool = Field(True, description="For the whole of it with all below, or for a place of it.")


@room.get("/facilities/{int:pk}/free", response=list[FreeOut])
@requires("facilities.see")
def list_free_hours(request: HttpRequest, pk: Id, wanted: Query[WantedHours]) -> list[dict[str, Any]]:
    """Read when a facility can be booked; who has the other hours is told to nobody."""
    one, tree = facility_or_404(request, pk)
    start = wanted.start or timezone.now()
    end = min(wanted.end or start + timedelta(days=7), start + MOST_DAYS)
    whole = wanted.whole or one.mode != Facility.Mode.SHARED
    found = free_blocks(tree, [(one, whole)], start, end) if start < end else []
    return [{"start": block.start, "end": block.end, "hours": block.hours} for block in found]


def _booking(request: HttpRequest, pk: int) -> Booking:
    found = (
        Booking.objects.filter(cluster=cluster_of(request), pk=pk)
        .select_related("organisation", "person", "cluster")
        .first()
    )
    if found is None or not rules.is_party(request.user, found):
        raise Http404
    return found


@room.get("/facilities/bookings", response=Page[BookingOut])
@requires("facilities.book")
def list_own_bookings(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read the bookings to come of the caller's organisations, joint ones too."""
    found = ahead_of(members.organisations_of(request.user, cluster_of(request)), cluster_of(request))
    return page(found, window, lambda rows: [booking_out(row) for row in rows])


@room.post("/facilities/bookings", response={201: BookingOut})
@requires("facilities.book")
def book(request: HttpRequest, given: BookingIn) -> Status[Any]:
    """Book hours. A refusal (422) says everything that speaks against it."""
    tree = tree_of(request)
    if any(item.facility not in tree for item in given.items):
        raise Refused("There is no such facility.", "없는 시설입니다.")
    wish = Wish(
        organisation=members.own_organisation_or_404(request), person=getattr(request.user, "person", None),
        items=tuple((tree[item.facility], item.whole) for item in given.items), starts_at=given.starts_at, ends_at=given.ends_at,
        purpose=given.purpose, reference=given.reference, device=given.device, confidential=given.confidential,
    )  # fmt: skip
    return Status(201, booking_out(bookings.book(cluster=cluster_of(request), wish=wish, by=request.user)))


@room.get("/facilities/bookings/{int:pk}", response=BookingOut)
@requires("facilities.book")
def read_booking(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read one of one's own bookings."""
    return booking_out(_booking(request, pk))


@room.post("/facilities/bookings/{int:pk}/move", response=BookingOut)
@requires("facilities.book")
def move_booking(request: HttpRequest, pk: Id, given: MoveIn) -> dict[str, Any]:
    """Move a booking; the answer is its successor, the old one stays as cancelled."""
    found = _booking(request, pk)
    return booking_out(
        bookings.move(booking=found, starts_at=given.starts_at, ends_at=given.ends_at, by=request.user)
    )


@room.post("/facilities/bookings/{int:pk}/cancel", response=BookingOut)
@requires("facilities.book")
def cancel_booking(request: HttpRequest, pk: Id, given: ReasonIn) -> dict[str, Any]:
    """Give the hours back; the booking stays in the history."""
    return booking_out(
        bookings.cancel(booking=_booking(request, pk), reason_ko=given.reason, reason_en=given.reason)
    )
