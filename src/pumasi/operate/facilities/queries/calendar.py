"""The calendar of facilities: each day of each facility as stretches that are free, one's own, taken, closed or past."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.dates import midnight, zone_of
from pumasi.kit.recurrence import instant
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.models import Booking, BookingItem, Closure, Facility
from pumasi.operate.facilities.queries.free import Taken
from pumasi.operate.facilities.queries.hours import Hours, Stretch, joined, within, without
from pumasi.operate.facilities.queries.tree import Tree

DAY = timedelta(days=1)
# Where nothing else is said the day is shown from eight to eight.
MORNING, EVENING = time(8), time(20)


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
    """One facility on one day."""

    facility: Facility
    day: date
    pieces: list[Piece] = field(default_factory=list)

    @property
    def told(self) -> list[Piece]:
        """What is not simply free or past."""
        return [one for one in self.pieces if one.kind in ("own", "taken", "closed") and not one.outside]

    @property
    def free(self) -> list[Stretch]:
        """Free hours, those that touch joined."""
        return joined(Stretch(one.start, one.end) for one in self.pieces if one.kind == "free")


class Calendar:
    """Lanes of some facilities over some days, as one reader may see them; five queries however many there are."""

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
        rows = (
            BookingItem.objects.filter(facility__in=near, starts_at__lt=end, ends_at__gt=start)
            .filter(booking__state__in=("requested", "offered", "confirmed", "used", "no_show"))
            .select_related("booking__organisation")
            .order_by("starts_at")
        )
        self.items: dict[int, list[BookingItem]] = {}
        for row in rows:
            self.items.setdefault(row.facility_id, []).append(row)
        self.begin, self.finish = self._shown()

    def _shown(self) -> tuple[time, time]:
        """The hours of the day that are shown: all that any of the facilities is open, by full hours."""
        zone = zone_of(self.zone)
        spans = [span for one in self.facilities for day in self.days for span in self.hours.on(one.pk, day)]
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
        span, step = self.span_of(day), self.step()
        return [span.start + n * step for n in range(-(-(span.end - span.start) // step))]

    def lane(self, facility: Facility, day: date) -> Lane:
        """One day of one facility."""
        span, now = self.span_of(day), timezone.now()
        made = Lane(facility, day)
        whole = facility.mode == Facility.Mode.EXCLUSIVE
        shown = [
            self._of(item)
            for item in self._items(facility)
            if item.ends_at > span.start and item.starts_at < span.end
        ]
        shown = [one for one in shown if facility.places == 1 or one.kind == "own"]
        closed = [
            Piece(
                "closed",
                max(one.starts_at, span.start),
                min(one.ends_at, one.lifted_at or one.ends_at, span.end),
                closure=one,
            )
            for one in self.hours.closures(facility.pk)
            if one.starts_at < span.end and min(one.ends_at, one.lifted_at or one.ends_at) > span.start
        ]
        pieces = [*closed, *shown]
        pieces += [
            Piece("taken", *one) for one in within(self.taken.of(facility, whole=whole), span.start, span.end)
        ]
        pieces += [
            Piece("closed", *one, outside=True)
            for one in without([span], within(self.hours.scheduled(facility.pk), span.start, span.end))
        ]
        if now > span.start:
            pieces.append(Piece("past", span.start, min(now, span.end)))
        made.pieces = self._laid(span, pieces)
        return made

    def _items(self, facility: Facility) -> list[BookingItem]:
        """Bookings of the facility itself, of the whole of what lies above, and of all below."""
        above = [
            item for up in self.tree.above(facility.pk) for item in self.items.get(up.pk, []) if item.whole
        ]
        below = [item for one in self.tree.below(facility.pk) for item in self.items.get(one.pk, [])]
        return [*self.items.get(facility.pk, []), *above, *below]

    def _of(self, item: BookingItem) -> Piece:
        mine = item.booking.organisation_id in self.own
        known = mine or self.operates or (self.knows and not item.booking.confidential)
        return Piece(
            "own" if mine else "taken", item.starts_at, item.ends_at, booking=item.booking if known else None
        )

    def _laid(self, span: Stretch, pieces: Iterable[Piece]) -> list[Piece]:
        """Cells of the day in order: what comes first in `pieces` covers what comes later; equal neighbours are one."""
        found: list[Piece] = []
        ordered, step = list(pieces), self.step()
        for start in self.slots_of(span):
            end = min(start + step, span.end)
            hit = next((one for one in ordered if one.start < end and one.end > start), None)
            if hit is None:
                found.append(Piece("free", start, end))
            elif found and found[-1].same_as(hit):
                found[-1].end, found[-1].slots = end, found[-1].slots + 1
            else:
                found.append(Piece(hit.kind, start, end, hit.booking, hit.closure, outside=hit.outside))
        return found

    def slots_of(self, span: Stretch) -> list[datetime]:
        """Where each cell of a span begins."""
        step = self.step()
        return [span.start + n * step for n in range(-(-(span.end - span.start) // step))]

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
