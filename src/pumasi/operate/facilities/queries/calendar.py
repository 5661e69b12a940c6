"""The calendar of facilities: each day of each facility as stretches that are free, one's own, taken, closed or past."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property
from typing import Any, NamedTuple

from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.dates import midnight, zone_of
from pumasi.kit.recurrence import instant
from pumasi.kit.worded import Several, Worded
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.models import Booking, BookingItem, Closure, Facility
from pumasi.operate.facilities.models.bookings import touching
from pumasi.operate.facilities.queries.free import Taken, next_step
from pumasi.operate.facilities.queries.hours import Hours, Stretch, joined, without
from pumasi.operate.facilities.queries.tree import Tree

DAY = timedelta(days=1)
# Where nothing else is said the day is shown from eight to eight.
MORNING, EVENING = time(8), time(20)


class Booked(NamedTuple):
    """What the calendar reads of a booking's part; the booking itself only for those who may know of it."""

    facility: int
    whole: bool
    starts_at: datetime
    ends_at: datetime
    booking: int
    organisation: int
    confidential: bool


_STANDING = Worded(
    lambda facilities, start, end: touching(BookingItem.objects.all(), start, end).filter(
        facility__any=facilities, booking__state__in=Booking.STANDING
    ).order_by("starts_at").values_list(
        "facility_id", "whole", "starts_at", "ends_at", "booking_id", "booking__organisation_id", "booking__confidential"
    ),
    facilities=Several, start=datetime, end=datetime,
)  # fmt: skip


@dataclass
class Piece:
    """A stretch of a lane: `kind` is free, own, taken, closed or past. Who has it is told to those who may know."""

    kind: str
    start: datetime
    end: datetime
    booking: Booking | None = None
    closure: Closure | None = None
    slots: int = 1
    outside: bool = False

    def same_as(self, other: Piece) -> bool:
        """Say whether both tell the same thing, so that they are shown as one."""
        told = (self.kind, self.booking, self.closure, self.outside)
        return self.kind != "free" and told == (other.kind, other.booking, other.closure, other.outside)

    @property
    def starts_at(self) -> datetime:
        """Under the name that pages write spans by."""
        return self.start

    @property
    def ends_at(self) -> datetime:
        """Under the name that pages write spans by."""
        return self.end


@dataclass
class Lane:
    """One facility on one day: what is known of its hours, those that hide others first."""

    facility: Facility
    day: date
    span: Stretch
    step: timedelta
    known: list[Piece] = field(default_factory=list)

    @cached_property
    def told(self) -> list[Piece]:
        """What is not simply free or past, each stretch once, in order of time."""
        found: list[Piece] = []
        covered: list[Stretch] = []
        for one in self.known:
            if one.outside or one.kind == "past":
                continue
            seen = without([Stretch(one.start, one.end)], covered)
            found += [Piece(one.kind, *part, booking=one.booking, closure=one.closure) for part in seen]
            covered = joined([*covered, Stretch(one.start, one.end)])
        told: list[Piece] = []
        for one in sorted(found, key=lambda one: one.start):
            # Where one booking ends and the next begins is told to those who may know of them.
            if told and told[-1].same_as(one) and told[-1].end == one.start:
                told[-1].end = one.end
            else:
                told.append(one)
        return told

    @cached_property
    def free(self) -> list[Stretch]:
        """Free hours."""
        return without([self.span], joined(Stretch(one.start, one.end) for one in self.known))

    @cached_property
    def pieces(self) -> list[Piece]:
        """Cells of the day in order; equal neighbours are one, and a cell that is free is one by itself."""
        found: list[Piece] = []
        for start in slots_of(self.span, self.step):
            end = min(start + self.step, self.span.end)
            hit = next((one for one in self.known if one.start < end and one.end > start), None)
            if hit is None:
                found.append(Piece("free", start, end))
            elif found and found[-1].same_as(hit):
                found[-1].end, found[-1].slots = end, found[-1].slots + 1
            else:
                found.append(Piece(hit.kind, start, end, hit.booking, hit.closure, outside=hit.outside))
        return found


def slots_of(span: Stretch, step: timedelta) -> list[datetime]:
    """Where each cell of a span begins."""
    return [span.start + n * step for n in range(-(-(span.end - span.start) // step))]


class Calendar:
    """Lanes of some facilities over some days, as one reader may see them; five or six queries however many there are."""

    def __init__(
        self, tree: Tree, facilities: Sequence[Facility], first: date, days: int, user: Any, cluster: Cluster
    ) -> None:
        self.tree, self.facilities, self.zone = tree, facilities, facilities[0].zone
        self.days = [first + n * DAY for n in range(days)]
        start, end = midnight(first, self.zone), midnight(first + days * DAY, self.zone)
        ids = [one.pk for one in facilities]
        self.own = set(members.organisations_of(user, cluster))
        self.knows = rules.sees_desk(user, cluster)
        self.operates = rules.operates(user, cluster)
        self.hours, self.taken = Hours(tree, ids, start, end), Taken(tree, ids, start, end)
        near = {one.pk for pk in ids for one in (tree[pk], *tree.above(pk), *tree.below(pk))}
        self.items: dict[int, list[Booked]] = {}
        for row in map(Booked._make, _STANDING(facilities=list(near), start=start, end=end)):
            self.items.setdefault(row.facility, []).append(row)
        known = {row.booking for there in self.items.values() for row in there if self._may_know(row)}
        self.bookings = Booking.objects.select_related("organisation").in_bulk(known) if known else {}
        self._told: dict[int, list[Piece]] = {}
        self.begin, self.finish = self._shown()

    def _shown(self) -> tuple[time, time]:
        """The hours of the day that are shown: all that any of the facilities is open, by full hours."""
        zone = zone_of(self.zone)
        different = {self.hours.alike(one.pk): one for one in self.facilities}.values()
        spans = [span for one in different for day in self.days for span in self.hours.on(one.pk, day)]
        if not spans:
            return MORNING, EVENING
        first = min(span.start.astimezone(zone).time() for span in spans).replace(minute=0)
        ends = [span.end.astimezone(zone) for span in spans]
        last = time(0) if any(at.time() == time(0) for at in ends) else max(at.time() for at in ends)
        return first, last if last == time(0) or not last.minute else time((last.hour + 1) % 24)

    def span_of(self, day: date) -> Stretch:
        """The part of a day that is shown."""
        ends = day + DAY if self.finish <= self.begin else day
        return Stretch(instant(day, self.begin, self.zone), instant(ends, self.finish, self.zone))

    def step(self) -> timedelta:
        """The width of a cell."""
        return timedelta(minutes=max(30, *(one.step_minutes for one in self.facilities)))

    def slots(self, day: date) -> list[datetime]:
        """Where each cell of a day begins."""
        return slots_of(self.span_of(day), self.step())

    def lane(self, facility: Facility, day: date) -> Lane:
        """One day of one facility."""
        span, now = self.span_of(day), timezone.now()
        known = [
            replace(one, start=max(one.start, span.start), end=min(one.end, span.end))
            for one in self._known(facility)
            if one.start < span.end and one.end > span.start
        ]
        if now > span.start:
            begun = next_step(now, facility.zone, facility.step_minutes)
            known.append(Piece("past", span.start, min(begun, span.end)))
        return Lane(facility, day, span, self.step(), known)

    def _known(self, facility: Facility) -> list[Piece]:
        """All that is known of a facility's hours over the days: closures, bookings, what is held, when it is not open."""
        if facility.pk not in self._told:
            whole = facility.mode == Facility.Mode.EXCLUSIVE
            closed = [
                Piece("closed", one.starts_at, min(one.ends_at, one.lifted_at or one.ends_at), closure=one)
                for one in self.hours.closures(facility.pk)
            ]
            booked = [self._of(item) for item in self._items(facility)]
            booked = [one for one in booked if facility.places == 1 or one.kind == "own"]
            held = [Piece("taken", *one) for one in self.taken.of(facility, whole=whole)]
            every = [Stretch(self.hours.start, self.hours.end)]
            shut = [
                Piece("closed", *one, outside=True)
                for one in without(every, self.hours.scheduled(facility.pk))
            ]
            self._told[facility.pk] = [*closed, *booked, *held, *shut]
        return self._told[facility.pk]

    def _items(self, facility: Facility) -> list[Booked]:
        """Bookings of the facility itself, of the whole of what lies above, and of all below."""
        above = [
            item for up in self.tree.above(facility.pk) for item in self.items.get(up.pk, []) if item.whole
        ]
        below = [item for one in self.tree.below(facility.pk) for item in self.items.get(one.pk, [])]
        return [*self.items.get(facility.pk, []), *above, *below]

    def _may_know(self, item: Booked) -> bool:
        return item.organisation in self.own or self.operates or (self.knows and not item.confidential)

    def _of(self, item: Booked) -> Piece:
        kind = "own" if item.organisation in self.own else "taken"
        return Piece(kind, item.starts_at, item.ends_at, booking=self.bookings.get(item.booking))

    def rows(self, facility: Facility) -> list[tuple[datetime, list[Piece | None]]]:
        """The days of one facility as a table: for each cell's time the piece that begins there on each day, or None."""
        lanes = [self.lane(facility, day) for day in self.days]
        height = max((sum(p.slots for p in lane.pieces) for lane in lanes), default=0)
        columns: list[list[Piece | None]] = []
        for lane in lanes:
            column: list[Piece | None] = []
            for piece in lane.pieces:
                column += [piece, *[None] * (piece.slots - 1)]
            columns.append(column + [None] * (height - len(column)))
        first = self.slots(self.days[0])
        return [
            (first[n] if n < len(first) else first[-1], [column[n] for column in columns])
            for n in range(height)
        ]


def monday(day: date) -> date:
    """The first day of its week."""
    return day - day.weekday() * DAY


def week_in(text: str, today: date) -> date:
    """The Monday of a week written as 2026-W48 (ISO 8601); this week where it is none."""
    try:
        year, week = text.split("-W")
        return date.fromisocalendar(int(year), int(week), 1)
    except ValueError:
        return monday(today)


def day_in(text: str, today: date) -> date:
    """A day written as 2026-11-25; today where it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return today
