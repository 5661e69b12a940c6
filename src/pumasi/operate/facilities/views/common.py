"""What all pages of the room ask of a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from pumasi.kit.asked import cluster_of
from pumasi.kit.dates import zone_of
from pumasi.kit.recurrence import instant
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.models import Booking, Facility, ServiceRequest
from pumasi.operate.facilities.queries.tree import Tree, tree

PER_PAGE = 40


def managed_or_404(request: HttpRequest, pk: int) -> tuple[Facility, Tree]:
    """A facility of the cluster for those who operate them."""
    found = tree(cluster_of(request))
    if pk not in found:
        raise Http404
    facility = found[pk]
    facility.cluster = cluster_of(request)
    return facility, found


def booking_or_404(request: HttpRequest, pk: int) -> Booking:
    """A booking that the reader may read."""
    rows = Booking.objects.filter(cluster=cluster_of(request), pk=pk)
    found = rows.select_related("organisation", "person", "successor", "price_class").first()
    if found is None:
        raise Http404
    found.cluster = cluster_of(request)
    if not rules.sees_booking(request.user, found):
        raise Http404
    return found


def service_or_404(request: HttpRequest, pk: int) -> ServiceRequest:
    """A request that the reader may read."""
    rows = ServiceRequest.objects.filter(cluster=cluster_of(request), pk=pk)
    found = rows.select_related("organisation", "person", "facility", "cluster").first()
    if found is None or not rules.sees_request(request.user, found):
        raise Http404
    return found


def wall_in(text: str, zone: str) -> datetime | None:
    """An instant as a form or an address writes it: wall time there, or with its own offset."""
    try:
        found = parse_datetime(text.strip().replace(" ", "+"))
    except ValueError:
        return None
    if found is None:
        return None
    return found if timezone.is_aware(found) else instant(found.date(), found.time(), zone)


def today_there(zone: str) -> Any:
    """The day it is there."""
    return timezone.now().astimezone(zone_of(zone)).date()
