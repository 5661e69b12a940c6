"""What the operator sees to: the day, what waits for a decision, what lapses before it is needed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple, TypeVar

from django.db.models import Case, Model, Q, QuerySet, When
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit.dates import Span
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.models import (
    Booking,
    Incident,
    Loan,
    Problem,
    Qualification,
    ServiceRequest,
    Session,
)
from pumasi.operate.facilities.models.bookings import touching
from pumasi.operate.facilities.queries import qualified
from pumasi.operate.facilities.queries.hours import local_days
from pumasi.operate.facilities.queries.tree import Tree

AHEAD = timedelta(days=30)
Thing = TypeVar("Thing", bound=Model)


def readable(
    rows: QuerySet[Thing], user: Any, cluster: Cluster, *, confidential: str = "confidential"
) -> QuerySet[Thing]:
    """Rows that the user's desk may show: what is confidential is for who operates, not for who only reads."""
    return rows if rules.operates(user, cluster) else rows.exclude(**{confidential: True})


def bookings(user: Any, cluster: Cluster) -> QuerySet[Booking]:
    """Bookings that the desk may read."""
    rows = Booking.objects.filter(cluster=cluster).select_related("organisation", "person")
    return readable(rows, user, cluster)


def of_day(user: Any, cluster: Cluster, day: date) -> list[Booking]:
    """Bookings of a day there, with their facilities and sessions, in order of time."""
    span = Span.of_days(day, day, cluster.zone)
    rows = touching(bookings(user, cluster), span.start, span.end).filter(state__in=Booking.STANDING)
    return list(rows.prefetch_related("items__facility", "sessions").order_by("starts_at", "pk"))


def inside(user: Any, cluster: Cluster) -> QuerySet[Session]:
    """Who is inside now."""
    rows = Session.objects.filter(cluster=cluster, ended_at__isnull=True)
    return readable(rows.select_related("facility", "organisation", "person", "booking"), user, cluster)


def services(user: Any, cluster: Cluster) -> QuerySet[ServiceRequest]:
    """Requests for tests and analyses."""
    rows = ServiceRequest.objects.filter(cluster=cluster).select_related("organisation", "facility")
    return readable(rows, user, cluster)


def incidents(user: Any, cluster: Cluster) -> QuerySet[Incident]:
    """What happened, with what it suspends; of a confidential use only who operates reads it."""
    rows = Incident.objects.filter(facility__cluster=cluster).select_related("facility", "organisation")
    return readable(rows.prefetch_related("suspends"), user, cluster, confidential="session__confidential")


class Lapse(NamedTuple):
    """A booking to come for which something will not be valid on the day."""

    booking: Booking
    missing: list[Any]


def lapses(rows: QuerySet[Booking], tree: Tree) -> list[Lapse]:
    """Of these bookings those of the next month whose requirements will not be met on the day, the soonest first."""
    now = timezone.now()
    rows = rows.filter(state__in=("requested", "confirmed"), starts_at__range=(now, now + AHEAD))
    found = list(rows.prefetch_related("items__facility").order_by("starts_at")[:400])
    asked = qualified.Requirements(tree)
    papers = qualified.papers_of(
        {one.organisation_id for one in found}, {one.person_id for one in found if one.person_id}
    )
    return [Lapse(one, missing) for one in found if (missing := _missing(asked, papers, one))]


def _missing(asked: qualified.Requirements, papers: list[Qualification], booking: Booking) -> list[Any]:
    facilities = [item.facility for item in booking.items.all()]
    days = local_days(facilities[0], booking.starts_at, booking.ends_at)
    found = qualified.standings(
        asked.of([one.pk for one in facilities]), days, organisation=booking.organisation, person=booking.person,
        device=booking.device, papers=papers,
    )  # fmt: skip
    return [one.missing for one in found if one.missing is not None]


def waiting_counts(user: Any, cluster: Cluster) -> dict[str, int]:
    """How much of each kind waits for the operator."""
    return {
        "approve": bookings(user, cluster).filter(state="requested").count(),
        "services": services(user, cluster)
        .filter(state__in=("requested", "accepted", "received", "running"))
        .count(),
        "loans": Loan.objects.filter(cluster=cluster)
        .filter(Q(state="requested") | Q(state="lent", ends_at__lt=timezone.now()))
        .count(),
        "problems": Problem.objects.filter(facility__cluster=cluster).exclude(state="solved").count(),
    }


def qualifications(
    cluster: Cluster, *, kind: str = "", text: str = "", ending: bool = False
) -> QuerySet[Qualification]:
    """What is held in the cluster, what ends first before the others."""
    rows = Qualification.objects.filter(cluster=cluster).select_related("organisation", "person")
    if kind:
        rows = rows.filter(kind=kind)
    if ending:
        today = timezone.localdate()
        rows = rows.filter(valid_until__range=(today, today + AHEAD))
    if text:
        rows = rows.filter(
            Q(organisation__name_ko__icontains=text) | Q(organisation__name_en__icontains=text)
            | Q(person__name_ko__icontains=text) | Q(person__name_en__icontains=text) | Q(device__icontains=text)
        )  # fmt: skip
    over = Case(When(valid_until__lt=timezone.localdate(), then=1), default=0)
    return rows.order_by(over, "valid_until", "pk")


def ahead_of(organisations: Iterable[int], cluster: Cluster) -> QuerySet[Booking]:
    """Bookings to come of these organisations, joint ones too."""
    own = list(organisations)
    rows = Booking.objects.filter(
        Q(organisation__in=own) | Q(partners__in=own), cluster=cluster, ends_at__gte=timezone.now()
    )
    rows = rows.filter(state__in=Booking.HOLDING).distinct()
    return (
        rows.select_related("organisation", "person")
        .prefetch_related("items__facility")
        .order_by("starts_at")
    )
