"""What is taken and what is free."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.db.models import Q, QuerySet

from pumasi.commons.holds.models import Hold, Thing


def held(things: Iterable[Thing], start: datetime, end: datetime) -> QuerySet[Hold]:
    """Holds of the things that touch the time from `start` up to, not including, `end`."""
    return Hold.objects.filter(
        thing__in=[thing.pk for thing in things],
        period__overlap=DateTimeTZRange(start, end),
        released_at__isnull=True,
    ).order_by("thing_id", "period")


def busy(keys: Iterable[str], start: datetime, end: datetime) -> dict[str, list[tuple[datetime, datetime]]]:
    """For each key the times that are taken between `start` and `end`; keys that nobody took are left out."""
    found: dict[str, list[tuple[datetime, datetime]]] = {}
    rows = Hold.objects.filter(
        thing__key__in=list(keys), period__overlap=DateTimeTZRange(start, end), released_at__isnull=True
    )
    for key, period in rows.order_by("period").values_list("thing__key", "period"):
        found.setdefault(key, []).append((period.lower, period.upper))
    return found


def places_held(
    keys: Iterable[str], start: datetime, end: datetime, *, prefix: str = ""
) -> list[tuple[str, int, DateTimeTZRange]]:
    """Key, place and time of each place that is held between `start` and `end`, the earliest first.

    `prefix` asks beside the keys for all things whose key begins so.
    """
    asked = Q(thing__key__in=list(keys))
    if prefix:
        asked |= Q(thing__key__startswith=prefix)
    rows = Hold.objects.filter(asked, period__overlap=DateTimeTZRange(start, end), released_at__isnull=True)
    return list(rows.order_by("period").values_list("thing__key", "place", "period"))


def of(source: str) -> QuerySet[Hold]:
    """What a source holds now."""
    return Hold.objects.filter(source=source, released_at__isnull=True)
