"""What all pages of the room ask of a request."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from pumasi.commons.members import api as members
from pumasi.kit.asked import cluster_of
from pumasi.kit.dates import zone_of
from pumasi.kit.recurrence import instant
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.models import Booking, Facility, ServiceRequest
from pumasi.operate.facilities.queries.tree import Tree, tree, visible_tree

PER_PAGE = 40


def tree_of(request: HttpRequest) -> Tree:
    """The facilities that the reader may know of."""
    return visible_tree(request.user, cluster_of(request))


def facility_or_404(request: HttpRequest, pk: int) -> tuple[Facility, Tree]:
    """A facility that the reader may know of, and the tree that it stands in; others do not exist for them."""
    found = tree_of(request)
    if pk not in found:
        raise Http404
    return found[pk], found


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
    if not rules.sees_booking(request.user, found) or (found.confidential and not _knows(request, found)):
        raise Http404
    return found


def _knows(request: HttpRequest, booking: Booking) -> bool:
    """A confidential booking is for its parties and for who operates; who only reads does not see it."""
    own = members.organisations_of(request.user, booking.cluster)
    joint = bool(own) and booking.partners.filter(pk__in=own).exists()
    return rules.is_party(request.user, booking) or joint or rules.operates(request.user, booking.cluster)


def service_or_404(request: HttpRequest, pk: int) -> ServiceRequest:
    """A request that the reader may read."""
    rows = ServiceRequest.objects.filter(cluster=cluster_of(request), pk=pk)
    found = rows.select_related("organisation", "person", "facility", "cluster").first()
    if found is None:
        raise Http404
    party = rules.is_party(request.user, found)
    office = rules.operates(request.user, found.cluster) or (
        not found.confidential and rules.sees_desk(request.user, found.cluster)
    )
    if not (party or office):
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
