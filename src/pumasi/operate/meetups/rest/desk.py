"""Events over REST for those who run them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query
from ninja.responses import Status
from pydantic import Field

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation
from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import Id, Page, Room, Window, page, requires
from pumasi.operate.meetups import rules
from pumasi.operate.meetups.actions import deeds, register
from pumasi.operate.meetups.actions import events as making
from pumasi.operate.meetups.models import Event
from pumasi.operate.meetups.queries import counts, events
from pumasi.operate.meetups.schemas import (
    CancelIn,
    CheckInIn,
    CheckInOut,
    DeedIn,
    EventIn,
    EventOut,
    RegistrationOut,
    YearOut,
    event_out,
    registration_out,
)

room = Room(tags=["Event desk"])


def event_or_404(request: HttpRequest, pk: int, *, run: bool = False) -> Event:
    """An event whose desk the caller may see, or that they may run."""
    found = Event.objects.filter(cluster=cluster_of(request), pk=pk).select_related("host", "cluster").first()
    may = rules.runs_event if run else rules.sees_event_desk
    if found is None or not may(request.user, found):
        raise Http404
    return found


def _values(request: HttpRequest, given: EventIn) -> dict[str, Any]:
    told = given.dict()
    host = told.pop("host")
    seen = members.of_cluster(cluster_of(request), "managers")
    return {**told, "host": get_object_or_404(seen, pk=host) if host else None}


@room.post("/desk/events", response={201: EventOut})
@requires("meetups.manage")
def add_event(request: HttpRequest, given: EventIn) -> Status[Any]:
    """Write a new event as a draft."""
    return Status(
        201, event_out(making.draft(cluster=cluster_of(request), by=request.user, **_values(request, given)))
    )


@room.put("/desk/events/{int:pk}", response=EventOut)
@requires("meetups.run")
def change_event(request: HttpRequest, pk: Id, given: EventIn) -> dict[str, Any]:
    """Change an event; those who come are told of a new time or place."""
    event = event_or_404(request, pk, run=True)
    values = _values(request, given)
    if not rules.runs_all(request.user, event.cluster) and not _hosts(request, values["host"]):
        raise Http404
    return event_out(making.change(event=event, **values))


def _hosts(request: HttpRequest, host: Organisation | None) -> bool:
    """A member host cannot give the event to somebody else."""
    return host is not None and host.pk in members.organisations_of(request.user, cluster_of(request))


@room.post("/desk/events/{int:pk}/publish", response=EventOut)
@requires("meetups.manage")
def publish_event(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Show an event to those it is for."""
    return event_out(making.publish(event=event_or_404(request, pk, run=True)))


@room.post("/desk/events/{int:pk}/cancel", response=EventOut)
@requires("meetups.run")
def cancel_event(request: HttpRequest, pk: Id, given: CancelIn) -> dict[str, Any]:
    """Cancel an event with a reason; everybody with a place or waiting is told."""
    return event_out(making.cancel(event=event_or_404(request, pk, run=True), **given.dict()))


class WantedRegistrations(Window):
    """Which registrations are wanted."""

    state: str = Field("", description="Only those in this state.")


@room.get("/desk/events/{int:pk}/registrations", response=Page[RegistrationOut])
@requires("meetups.see_desk")
def list_registrations(request: HttpRequest, pk: Id, wanted: Query[WantedRegistrations]) -> dict[str, Any]:
    """Read who registered for an event, in the order in which they did."""
    rows = event_or_404(request, pk).registrations.select_related("organisation").order_by("asked_at", "pk")
    rows = rows.filter(state=wanted.state) if wanted.state else rows
    return page(rows, wanted, lambda found: [registration_out(row) for row in found])


@room.post("/desk/events/{int:pk}/registrations/{int:registration}", response=RegistrationOut)
@requires("meetups.run")
def act_on_registration(request: HttpRequest, pk: Id, registration: Id, given: DeedIn) -> dict[str, Any]:
    """Approve, decline, offer a place out of turn, take it back, check in, or undo that."""
    event = event_or_404(request, pk, run=True)
    row = get_object_or_404(event.registrations.select_related("event__cluster"), pk=registration)
    deeds.on_registration(event=event, row=row, deed=given.deed, reason=given.reason)
    return registration_out(event.registrations.select_related("organisation").get(pk=row.pk))


@room.post("/desk/events/{int:pk}/check-in", response=CheckInOut)
@requires("meetups.run")
def check_in(request: HttpRequest, pk: Id, given: CheckInIn) -> dict[str, list[str]]:
    """Check in by codes, also those read while the device was offline. Sending twice is harmless."""
    codes: list[tuple[str, datetime | None]] = [(one.code, one.at) for one in given.codes]
    return register.check_in(event=event_or_404(request, pk, run=True), codes=codes)


@room.get("/desk/events/years", response=list[YearOut])
@requires("meetups.see_desk")
def list_years(request: HttpRequest) -> list[Any]:
    """Read how many gatherings each of the last years had, under four rules."""
    cluster = cluster_of(request)
    audience = members.audience(request.user, cluster)
    return [counts.year_of(cluster, audience, year) for year in counts.years(cluster, audience)[:10]]


@room.get("/desk/events", response=Page[EventOut])
@requires("meetups.see_desk")
def list_own_events(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read the events whose desk the caller may see, drafts included, the latest first."""
    found = events.with_counts(events.runnable(request.user, cluster_of(request))).select_related("host")
    return page(found.order_by("-starts_at", "-pk"), window, lambda rows: [event_out(row) for row in rows])
