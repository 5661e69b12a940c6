"""What all pages of the room ask of a request."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from pumasi.kit.asked import cluster_of
from pumasi.operate.meetups import rules
from pumasi.operate.meetups.models import Day, Event, Registration
from pumasi.operate.meetups.queries import events

PER_PAGE = 30


def seen_or_404(request: HttpRequest, pk: int) -> Event:
    """An event that the reader may see; others do not exist for them."""
    found = events.seen(request.user, cluster_of(request), pk)
    if found is None:
        raise Http404
    found.cluster = cluster_of(request)
    return found


def desk_or_404(request: HttpRequest, pk: int) -> Event:
    """An event whose desk the reader may see."""
    found = (
        Event.objects.filter(cluster=cluster_of(request), pk=pk)
        .select_related("host", "series", "cluster")
        .first()
    )
    if found is None or not rules.sees_event_desk(request.user, found):
        raise Http404
    return found


def run_or_404(request: HttpRequest, pk: int) -> Event:
    """An event that the reader may change."""
    found = desk_or_404(request, pk)
    if not rules.runs_event(request.user, found):
        raise Http404
    return found


def registration_or_404(request: HttpRequest, key: str) -> Registration:
    """The registration of a link."""
    rows = Registration.objects.filter(key=key, event__cluster=cluster_of(request))
    found = rows.select_related("event", "organisation", "person").first()
    if found is None:
        raise Http404
    found.event.cluster = cluster_of(request)
    return found


def day_or_404(event: Event) -> Day:
    """What makes an event a 1:1 day; an event without it has no such pages."""
    found = Day.objects.filter(event=event).select_related("event__cluster").first()
    if found is None:
        raise Http404
    return found
