"""When a facility is open: hours by the clock on the wall, less holidays and outages, in real time."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from django.db.models import Q

from pumasi.kit.dates import zone_of
from pumasi.kit.recurrence import instant
from pumasi.kit.worded import Several, Worded
from pumasi.operate.facilities.models import Closure, Facility, Opening
from pumasi.operate.facilities.queries.tree import Tree

DAY = timedelta(days=1)
_WEEKLY = Worded(lambda facilities: Opening.objects.filter(facility__any=facilities), facilities=Several)
_SHUT = Worded(
    lambda facilities, start, end: Closure.objects.filter(
        Q(lifted_at__isnull=True) | Q(lifted_at__gt=start), facility__any=facilities, starts_at__lt=end, ends_at__gt=start
    ),
    facilities=Several, start=datetime, end=datetime,
)  # fmt: skip


class Stretch(NamedTuple):
    """Time from `start` up to, not including, `end`."""

    start: datetime
    end: datetime

    @property
    def hours(self) -> float:
        """Real hours."""
        return (self.end - self.start) / timedelta(hours=1)


def joined(stretches: Iterable[Stretch]) -> list[Stretch]:
    """The same time without overlaps, in order; stretches that touch become one."""
    found: list[Stretch] = []
    for one in sorted(stretches):
        if one.end <= one.start:
            continue
        if found and one.start <= found[-1].end:
            found[-1] = Stretch(found[-1].start, max(found[-1].end, one.end))
        else:
            found.append(one)
    return found


def without(stretches: Sequence[Stretch], taken: Sequence[Stretch]) -> list[Stretch]:
    """What is left of `stretches` where nothing of `taken` lies; both in order and without overlaps."""
    found: list[Stretch] = []
    for one in stretches:
        at = one.start
        for away in taken:
            if away.end <= at:
                continue
            if away.start >= one.end:
                break
            if away.start > at:
                found.append(Stretch(at, away.start))
            at = max(at, away.end)
        if at < one.end:
            found.append(Stretch(at, one.end))
    return found


def within(stretches: Sequence[Stretch], start: datetime, end: datetime) -> list[Stretch]:
    """The part of `stretches` that lies between `start` and `end`."""
    cut = (Stretch(max(one.start, start), min(one.end, end)) for one in stretches)
    return [one for one in cut if one.start < one.end]


def total(stretches: Iterable[Stretch]) -> float:
    """Hours of stretches that do not overlap."""
    return sum(one.hours for one in stretches)


class Hours:
    """Opening hours and closures of some facilities between two instants, read in two queries."""

    def __init__(self, tree: Tree, facilities: Iterable[int], start: datetime, end: datetime) -> None:
        self.tree, self.start, self.end = tree, start, end
        # Zones of a site mostly share its hours: worked out once for all that are open alike.
        self._alike: dict[Hashable, list[Stretch]] = {}
        asked = list({up.pk for pk in facilities for up in tree.line(pk)})
        self.weekly: dict[int, list[Opening]] = {}
        for row in _WEEKLY(facilities=asked):
            self.weekly.setdefault(row.facility_id, []).append(row)
        self.shut: dict[int, list[Closure]] = {}
        for closure in _SHUT(facilities=asked, start=start, end=end):
            self.shut.setdefault(closure.facility_id, []).append(closure)

    def closures(self, pk: int, kinds: Iterable[str] = Closure.Kind.values) -> list[Closure]:
        """Closures of the facility and of what lies above it, the earliest first."""
        wanted = set(kinds)
        found = [one for up in self.tree.line(pk) for one in self.shut.get(up.pk, []) if one.kind in wanted]
        return sorted(found, key=lambda one: one.starts_at)

    def closed(self, pk: int, kinds: Iterable[str] = Closure.Kind.values) -> list[Stretch]:
        """The time of these closures."""
        return joined(
            Stretch(one.starts_at, min(one.ends_at, one.lifted_at or one.ends_at))
            for one in self.closures(pk, kinds)
        )

    def openings(self, pk: int) -> list[Opening] | None:
        """The weekly hours that hold: its own, else those of what lies above. None: open around the clock."""
        return next((self.weekly[up.pk] for up in self.tree.line(pk) if up.pk in self.weekly), None)

    def on(self, pk: int, day: date) -> list[Stretch]:
        """When it is open on a day by the weekly hours and its first and last day; closures not yet taken off."""
        facility = self.tree[pk]
        line = self.tree.line(pk)
        if any((up.opened_on and day < up.opened_on) or (up.closed_on and day > up.closed_on) for up in line):
            return []
        weekly = self.openings(pk)
        if weekly is None:
            return [Stretch(instant(day, time(), facility.zone), instant(day + DAY, time(), facility.zone))]
        return joined(_opened(row, day, facility.zone) for row in weekly if row.weekday == day.weekday())

    def alike(self, pk: int) -> Hashable:
        """What its hours by the week depend on: facilities of which this is equal are open alike."""
        line = self.tree.line(pk)
        return id(self.openings(pk)), line[0].zone, *((up.opened_on, up.closed_on) for up in line)

    def scheduled(self, pk: int) -> list[Stretch]:
        """When it is open by the weekly hours between the two instants."""
        key = self.alike(pk)
        if key not in self._alike:
            days = joined(one for day in self.days(pk) for one in self.on(pk, day))
            self._alike[key] = within(days, self.start, self.end)
        return self._alike[key]

    def open(self, pk: int) -> list[Stretch]:
        """When it can be used: open by the weekly hours, and not closed."""
        return without(self.scheduled(pk), self.closed(pk))

    def days(self, pk: int) -> list[date]:
        """Days there that touch the time between the two instants."""
        zone = zone_of(self.tree[pk].zone)
        first = self.start.astimezone(zone).date()
        last = (self.end - timedelta(microseconds=1)).astimezone(zone).date()
        return [first + n * DAY for n in range((last - first).days + 1)]


def _opened(row: Opening, day: date, zone: str) -> Stretch:
    ends = day + DAY if row.closes <= row.opens else day
    return Stretch(instant(day, row.opens, zone), instant(ends, row.closes, zone))


def local_days(facility: Facility, start: datetime, end: datetime) -> list[date]:
    """Days there on which the use from `start` to `end` takes place."""
    zone = zone_of(facility.zone)
    first = start.astimezone(zone).date()
    last = (end - timedelta(microseconds=1)).astimezone(zone).date()
    return [first + n * DAY for n in range((last - first).days + 1)]
