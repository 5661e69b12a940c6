"""Facilities over REST for who operates them: the day, doors that read badges, the report."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query, Schema
from pydantic import Field

from pumasi.kit.asked import cluster_of
from pumasi.kit.refused import Refused
from pumasi.kit.rest import Id, Page, Room, Window, page, requires
from pumasi.operate.facilities.actions import bookings, use
from pumasi.operate.facilities.models import Booking, Session
from pumasi.operate.facilities.queries import desk
from pumasi.operate.facilities.queries.report import report
from pumasi.operate.facilities.queries.tree import tree
from pumasi.operate.facilities.schemas import (
    BookingOut,
    ReaderIn,
    ReaderOut,
    ReasonIn,
    ReportOut,
    SessionOut,
    State,
    booking_out,
    report_out,
    session_out,
)

room = Room(tags=["Facility desk"])


class WantedBookings(Window):
    """Which bookings are wanted."""

    state: State | None = Field(None, description="Only those in this state.")


@room.get("/desk/facilities/bookings", response=Page[BookingOut])
@requires("facilities.see_desk")
def list_bookings(request: HttpRequest, wanted: Query[WantedBookings]) -> dict[str, Any]:
    """Read bookings, the latest first; confidential ones only for who operates."""
    rows = (
        desk.bookings(request.user, cluster_of(request))
        .prefetch_related("items")
        .order_by("-starts_at", "-pk")
    )
    rows = rows.filter(state=wanted.state) if wanted.state else rows
    return page(rows, wanted, lambda found: [booking_out(row) for row in found])


@room.post("/desk/facilities/bookings/{int:pk}/{str:deed}", response=BookingOut)
@requires("facilities.operate")
def decide_booking(request: HttpRequest, pk: Id, deed: str, given: ReasonIn) -> dict[str, Any]:
    """Do one of approve, decline, cancel, no-show to a booking."""
    found = get_object_or_404(Booking, pk=pk, cluster=cluster_of(request))
    reasons = {"reason_ko": given.reason, "reason_en": given.reason}
    if deed in ("approve", "decline"):
        return booking_out(bookings.decide(booking=found, accepted=deed == "approve", **reasons))
    if deed == "cancel":
        return booking_out(bookings.cancel(booking=found, by_operator=True, **reasons))
    if deed == "no-show":
        return booking_out(use.not_come(booking=found))
    raise Http404


@room.post("/desk/facilities/readers", response=ReaderOut)
@requires("facilities.operate")
def read_badge(request: HttpRequest, given: ReaderIn) -> dict[str, Any]:
    """Let a door or an interlock check a booking in or out by its code. Sending twice is harmless."""
    found = Booking.objects.filter(cluster=cluster_of(request), key=given.code).first()
    if found is None:
        raise Refused("No booking has this code.", "해당 코드의 예약이 없습니다.")
    act = use.check_in if given.direction == "in" else use.check_out
    options: dict[str, Any] = {"how": "reader"} if given.direction == "in" else {}
    act(booking=found, at=given.at, by=request.user, **options)
    return {"opens": True, "message": "", "until": found.ends_at if given.direction == "in" else None}


@room.get("/desk/facilities/sessions", response=Page[SessionOut])
@requires("facilities.operate")
def list_sessions(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read sessions, the latest first."""
    rows = (
        Session.objects.filter(cluster=cluster_of(request))
        .select_related("organisation")
        .order_by("-started_at", "-pk")
    )
    return page(rows, window, lambda found: [session_out(row) for row in found])


class WantedReport(Schema):
    """Of which facility (none: all) and days the report is wanted."""

    first: date
    last: date
    facility: int | None = None


@room.get("/desk/facilities/report", response=ReportOut)
@requires("facilities.see_desk")
def read_report(request: HttpRequest, wanted: Query[WantedReport]) -> dict[str, Any]:
    """Read the hours of use of a facility and all below it, with both denominators."""
    known = tree(cluster_of(request))
    if wanted.facility is not None and wanted.facility not in known:
        raise Http404
    facility = known.get(wanted.facility) if wanted.facility else None
    first, last = sorted((wanted.first, wanted.last))
    return report_out(report(known, cluster_of(request), facility, first, last))
