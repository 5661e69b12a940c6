"""The promise that an event never gives away more places than it has, and who is next on the waiting list.

Whoever counts places holds the event's advisory lock until the end of the transaction, so that nobody else counts
meanwhile. tests/races shows that it holds, and that it fails with the guard off.
"""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from pumasi.kit.retrying import retried
from pumasi.kit.worded import Worded
from pumasi.operate.meetups.actions import letters
from pumasi.operate.meetups.models import Event, Registration
from pumasi.operate.meetups.queries import places

LOCK = 7_304_001
# A place offered shortly before the start is of use only until then.
LAST_CALL = timedelta(hours=1)
# What decides about a place.
RULES = [
    "state",
    "capacity",
    "needs_approval",
    "promotes",
    "offer_hours",
    "starts_at",
    "ends_at",
    "opens_at",
    "closes_at",
]
_RULES = Worded(lambda event: Event.objects.filter(pk=event).values_list(*RULES), event=int)


def lock(event: Event) -> None:
    """Let those who count this event's places pass one after the other; what was read of it before counts no more."""
    if getattr(settings, "PLACES_GUARD", True):
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, event.pk])
    now = _RULES.one(event=event.pk)
    if now is None:
        raise Event.DoesNotExist
    for name, value in zip(RULES, now, strict=True):
        setattr(event, name, value)


def has_room(event: Event, size: int) -> bool:
    """Whether so many more places can be promised. Call it with the event's lock."""
    left = places.free(event)
    return left is None or left >= size


@transaction.atomic
def promote(event: Event) -> list[Registration]:
    """Offer free places to those who wait, the first ones first, a party all together or not yet. Give who was offered."""
    lock(event)
    if not event.promotes or event.state != "published" or event.starts_at <= timezone.now():
        return []
    offered: list[Registration] = []
    for party in places.waiting(event):
        # First come, first served: who fits better does not pass a party that has waited longer.
        if not has_room(event, len(party)):
            break
        offered += offer(event, party)
    return offered


def offer(event: Event, party: list[Registration], *, reason: str = "") -> list[Registration]:
    """Promise places to a party until the offer ends. Call it with the event's lock and after looking for room."""
    now = timezone.now()
    until = min(now + timedelta(hours=event.offer_hours), event.starts_at - LAST_CALL)
    until = max(until, now + timedelta(minutes=15))
    for row in party:
        row.state, row.offered_until, row.reason = "offered", until, reason or row.reason
        row.save(update_fields=["state", "offered_until", "reason"])
    letters.offered(event, party)
    return party


def end_all(event: Event) -> list[Registration]:
    """End everything that was promised or waited for; give those who are to be told."""
    ended = list(event.registrations.filter(state__in=Registration.LIVE))
    event.registrations.filter(pk__in=[row.pk for row in ended]).update(
        state="cancelled", ended_at=timezone.now()
    )
    return ended


def expire_due() -> int:
    """End offers and reservations whose time is over, and offer the places to those who wait; give how many ended."""
    due = Registration.objects.filter(state__in=["offered", "reserved"], offered_until__lt=timezone.now())
    events = Event.objects.filter(pk__in=due.values("event")).order_by("pk")
    return sum(_expire(event) for event in events)


@retried()
def _expire(event: Event) -> int:
    lock(event)
    now = timezone.now()
    late = list(
        event.registrations.filter(state__in=["offered", "reserved"], offered_until__lt=now).order_by("pk")
    )
    event.registrations.filter(pk__in=[row.pk for row in late]).update(state="expired", ended_at=now)
    letters.expired(event, late)
    promote(event)
    return len(late)
