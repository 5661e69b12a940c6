"""Fragments for the pages of events: whom to meet there, who should come."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.measure.network.queries import gatherings
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.models import Event


def _event_or_404(request: HttpRequest, source: str) -> Event:
    """The event that a source names, if the reader may see it."""
    kind, _, number = source.rpartition(".")
    found = None
    if kind == "meetups.event" and number.isascii() and number.isdigit() and len(number) < 18:
        cluster: Any = request.cluster  # type: ignore[attr-defined]
        found = meetups.visible(request.user, cluster).filter(pk=int(number)).first()
    if found is None:
        raise Http404
    return found


@require_GET
@requires("network.introduce")
def meet_at(request: HttpRequest, source: str) -> HttpResponse:
    """Three of those who come and agreed to be seen: whom the reader should meet, and why."""
    event, mine = _event_or_404(request, source), members.own_organisation_or_404(request)
    found = gatherings.to_meet(event.cluster, mine.pk, meetups.open_attendees(event))
    return _shown(request, "meet_at", {"event": event, "found": found})


@require_GET
@requires("network.see_desk")
def who_should_come(request: HttpRequest, source: str) -> HttpResponse:
    """Who is not registered yet and would be a good new contact for those who are."""
    event = _event_or_404(request, source)
    found = gatherings.guests(event.cluster, meetups.coming(event))
    return _shown(request, "who_should_come", {"event": event, "found": found})


def _shown(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    whole = not request.headers.get("HX-Request")
    return render(request, f"network/{name}{'' if whole else '_fragment'}.html", context)
