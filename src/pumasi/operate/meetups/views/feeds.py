"""Calendar files and feeds."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of
from pumasi.kit.calendars import ICS
from pumasi.operate.meetups import ical
from pumasi.operate.meetups.actions import feeds
from pumasi.operate.meetups.models import PrivateFeed
from pumasi.operate.meetups.queries import events
from pumasi.operate.meetups.views.common import registration_or_404, seen_or_404

# What a calendar still wants to know of the past.
BACK = timedelta(days=90)


@require_GET
@requires("meetups.see")
def event_file(request: HttpRequest, pk: int) -> HttpResponse:
    """One event for one's own calendar."""
    event = seen_or_404(request, pk)
    return file_response(f"event-{event.pk}.ics", ICS, ical.one(event, language_of()))


@require_GET
@requires("meetups.hold_link")
def registration_file(request: HttpRequest, key: str) -> HttpResponse:
    """The event of one's registration, with the place where it is only told to those who come."""
    row = registration_or_404(request, key)
    body = ical.one(row.event, language_of(), revealed=row.state == "confirmed")
    return file_response(f"event-{row.event_id}.ics", ICS, body)


@require_GET
@requires("meetups.see")
def public_feed(request: HttpRequest) -> HttpResponse:
    """The public calendar of the cluster in the language of the address."""
    cluster = cluster_of(request)
    found = (
        events.public(cluster).filter(ends_at__gte=timezone.now() - BACK).order_by("starts_at", "pk")[:2000]
    )
    listed = list(found)
    for event in listed:
        event.cluster = cluster
    response = file_response(
        f"{cluster.slug}.ics", ICS, ical.feed(cluster, listed, language_of()), inline=True
    )
    response["Cache-Control"] = "public, max-age=300"
    if listed:
        response["Last-Modified"] = http_date(max(event.changed_at for event in listed).timestamp())
    return response


@require_GET
@requires("meetups.hold_link")
def private_feed(request: HttpRequest, key: str) -> HttpResponse:
    """One's own events, for whoever holds the address and until it is revoked."""
    found = PrivateFeed.objects.filter(key=key, revoked_at__isnull=True).select_related("user").first()
    if found is None:
        raise Http404
    user: Any = found.user
    mine = events.registrations_of(user, cluster_of(request)).filter(
        event__ends_at__gte=timezone.now() - BACK, state__in=["confirmed", "cancelled"]
    )
    listed = mine.order_by("event__starts_at", "pk")[:500]
    response = file_response("my-events.ics", ICS, ical.own(listed, language_of()), inline=True)
    response["Cache-Control"] = "private, no-store"
    return response


@require_POST
@requires("meetups.own")
def renew_feed(request: HttpRequest) -> HttpResponse:
    """Make the address of one's calendar, or a new one that ends the old."""
    feeds.renew(user=request.user)
    messages.success(request, _("There is a new address for your calendar. The old one no longer works."))
    return redirect("meetups:mine", **here(request))
