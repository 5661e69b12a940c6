"""Places, waiting list and attendance of one event."""

from __future__ import annotations

from typing import Any

from django.db.models import Avg, Count, QuerySet
from django.utils import timezone

from pumasi.kit.worded import Worded
from pumasi.operate.meetups.models import Event, FollowUp, Rating, Registration

_STANDING = Worded(
    lambda event: (
        Registration.objects.filter(event=event).order_by().values_list("state").annotate(n=Count("pk"))
    ),
    event=int,
)


def taken(event: Event) -> int:
    """Places that are promised: confirmed, reserved until a mail is confirmed, or offered."""
    return promised(standing(event))


def standing(event: Event) -> dict[str, int]:
    """How many registrations stand in each state."""
    return dict(_STANDING(event=event.pk))


def promised(stands: dict[str, int]) -> int:
    """Places that are promised, of registrations as they stand."""
    return sum(stands.get(state, 0) for state in Registration.TAKING)


def free(event: Event) -> int | None:
    """Places that are left; None where there is no limit."""
    return None if event.capacity is None else max(0, event.capacity - taken(event))


def by_state(event: Event) -> dict[str, int]:
    """How many registrations stand in each state, and how many of them came."""
    rows = event.registrations.order_by().values_list("state")
    found, came = {}, 0
    for state, number, checked_in in rows.annotate(n=Count("pk"), here=Count("checked_in_at")):
        found[state] = number
        came += checked_in
    return {**found, "came": came}


def position(registration: Registration) -> int:
    """How many stand before this one on the waiting list, itself included."""
    ahead = Registration.objects.filter(event=registration.event_id, state="waitlisted")
    earlier = ahead.filter(asked_at__lt=registration.asked_at)
    level = ahead.filter(asked_at=registration.asked_at, pk__lte=registration.pk)
    return earlier.count() + level.count()


def waiting(event: Event) -> list[list[Registration]]:
    """The waiting list by party, first come first."""
    rows = event.registrations.filter(state="waitlisted").order_by("asked_at", "pk")
    parties: dict[Any, list[Registration]] = {}
    for row in rows:
        parties.setdefault(row.party, []).append(row)
    return list(parties.values())


def party(registration: Registration) -> QuerySet[Registration]:
    """Everybody who registered together with this one."""
    return Registration.objects.filter(event=registration.event_id, party=registration.party).order_by("pk")


def is_open(event: Event) -> str:
    """Why one cannot register now: cancelled, over, early or late; empty while one can."""
    now = timezone.now()
    if event.state != "published":
        return "cancelled" if event.state == "cancelled" else "draft"
    if event.ends_at <= now:
        return "over"
    if event.opens_at and event.opens_at > now:
        return "early"
    if event.closes_at and event.closes_at <= now:
        return "late"
    return ""


def rated(event: Event) -> dict[str, Any]:
    """Mean of the ratings with how many rated of how many came; none below five answers."""
    ratings = Rating.objects.filter(registration__event=event)
    found = ratings.aggregate(n=Count("pk"), mean=Avg("stars"))
    came = event.registrations.filter(checked_in_at__isnull=False).count()
    good = ratings.filter(stars__gte=4).count()
    return {"n": found["n"], "mean": found["mean"] if found["n"] >= 5 else None, "good": good, "came": came}


def attendees(event: Event) -> QuerySet[Registration]:
    """Those who agreed to appear in the list of participants and have a place."""
    return event.registrations.filter(state="confirmed", consents__attendees=True).order_by("name", "pk")


def mutual(registration: Registration) -> QuerySet[Registration]:
    """With whom both sides would like to stay in touch."""
    theirs = FollowUp.objects.filter(about=registration).values("by")
    mine = FollowUp.objects.filter(by=registration, about__in=theirs).values("about")
    return (
        Registration.objects.filter(pk__in=mine)
        .select_related("organisation", "person")
        .order_by("name", "pk")
    )


def open_attendees(event: Event) -> set[int]:
    """Organisations that come and whose people agreed to appear in the list of participants."""
    return set(attendees(event).filter(organisation__isnull=False).values_list("organisation_id", flat=True))


def coming(event: Event) -> set[int]:
    """Organisations that have a place, for those who run the event."""
    rows = event.registrations.filter(state__in=Registration.TAKING, organisation__isnull=False)
    return set(rows.values_list("organisation_id", flat=True))
