"""Planning on when people do not come: most stay where they are, a few are moved where it is worth it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from django.utils import timezone

from pumasi.engine.brokerage import repair
from pumasi.engine.brokerage.requests import Requests
from pumasi.engine.brokerage.timetable import Timetable
from pumasi.kit.retrying import retried
from pumasi.operate.meetups.actions import meetings, places
from pumasi.operate.meetups.models import Day, Meeting, Participant, Slot, Table
from pumasi.operate.meetups.queries.grounds import PINNED, Ground, ground_of, pair_of


@dataclass(frozen=True)
class Preview:
    """What planning on would change: meetings that end, that move (with slot before and after), that are added."""

    ended: list[Meeting]
    moved: list[tuple[Meeting, Slot, Table]]
    added: list[tuple[Participant, Participant, Slot, Table]]

    @property
    def people_moved(self) -> int:
        """How many people have to be somewhere else at another time."""
        return len({pk for m, _slot, _table in self.moved for pk in (m.a_id, m.b_id)})


def preview(*, day: Day, gone: set[int], most: int = 4) -> Preview:
    """Plan on from now without those who are gone, moving at most `most` people. Changes nothing."""
    ground = ground_of(day, day.dial / 100)
    at, slots = ground.index(), {slot.pk: n for n, slot in enumerate(ground.slots)}
    tables = {table.pk: n for n, table in enumerate(ground.tables)}
    standing = list(
        day.meetings.filter(state__in=["scheduled", "held"]).select_related(
            "slot", "table", "a__organisation", "b__organisation"
        )
    )
    first = next(
        (n for n, slot in enumerate(ground.slots) if slot.starts_at > timezone.now()), len(ground.slots)
    )
    table, rows = _as_timetable(ground, standing, at, slots, tables)
    flags = np.zeros(len(ground.people), dtype=bool)
    flags[[at[pk] for pk in gone if pk in at]] = True
    told = repair.repair(table, flags, most=most, first=first)
    after = told.timetable
    ended = [
        m
        for m in standing
        if m.state == "scheduled" and {m.a_id, m.b_id} & gone and slots[m.slot_id] >= first
    ]
    moved = [
        (rows[move.request], ground.slots[move.after], ground.tables[after.table[move.request]])
        for move in told.moves
        if move.request in rows
    ]
    added = [
        (
            ground.people[after.asked.a[r]],
            ground.people[after.asked.b[r]],
            ground.slots[after.slot[r]],
            ground.tables[after.table[r]],
        )
        for r in told.added
        if ground.able[r] is None
    ]
    return Preview(ended, moved, added)


def _as_timetable(
    ground: Ground,
    standing: list[Meeting],
    at: dict[int, int],
    slots: dict[int, int],
    tables: dict[int, int],
) -> tuple[Timetable, dict[int, Meeting]]:
    """The published meetings as the engine's timetable; requests that were never made (bookings, pins) join as such."""
    asked_of = ground.requests
    place = {(int(a), int(b)): r for r, (a, b) in enumerate(zip(asked_of.a, asked_of.b, strict=True))}
    extra = [
        m for m in standing if m.a_id in at and m.b_id in at and pair_of(at[m.a_id], at[m.b_id]) not in place
    ]
    pairs = [pair_of(at[m.a_id], at[m.b_id]) for m in extra]
    for n, pair in enumerate(pairs):
        place[pair] = asked_of.a.size + n
    free = asked_of.free.copy()
    for m in standing:
        for pk in (m.a_id, m.b_id):
            if pk in at:
                free[at[pk], slots[m.slot_id]] = True
    joined = Requests(
        np.concatenate([asked_of.a, [pair[0] for pair in pairs]]).astype(np.int32),
        np.concatenate([asked_of.b, [pair[1] for pair in pairs]]).astype(np.int32),
        np.concatenate([asked_of.score, np.full(len(pairs), PINNED)]).astype(np.float64), free, asked_of.tables,
    )  # fmt: skip
    ground.able += [None] * len(pairs)
    slot, table = np.full(joined.a.size, -1, np.int32), np.full(joined.a.size, -1, np.int32)
    rows = {}
    for m in standing:
        if m.a_id in at and m.b_id in at:
            r = place[pair_of(at[m.a_id], at[m.b_id])]
            slot[r], table[r], rows[r] = slots[m.slot_id], tables[m.table_id], m
    return Timetable(joined, slot, table, float("nan")), rows


@retried()
def plan_on(*, day: Day, gone: set[int], most: int = 4) -> Preview:
    """Carry out what the preview showed: those who are gone leave, meetings end, move and are added, each side is told."""
    places.lock(day.event)
    told = preview(day=day, gone=gone, most=most)
    day.participants.filter(pk__in=gone).update(left_at=timezone.now())
    ended = [*told.ended, *(m for m, _slot, _table in told.moved)]
    full = list(
        Meeting.objects.filter(pk__in=[m.pk for m in ended]).select_related("slot", "a", "b", "day__event")
    )
    Meeting.objects.filter(pk__in=[m.pk for m in full]).update(state="cancelled")
    meetings.let_go(full)
    made = [
        Meeting.objects.create(
            day=day, a=m.a, b=m.b, slot=slot, table=table, score=m.score, moved_reason="replan"
        )
        for m, slot, table in told.moved
    ]
    for (old, _slot, _table), new in zip(told.moved, made, strict=True):
        Meeting.objects.filter(pk=old.pk).update(successor=new)
    added = [
        Meeting.objects.create(day=day, a=a, b=b, slot=slot, table=table) for a, b, slot, table in told.added
    ]
    fresh = list(
        Meeting.objects.filter(pk__in=[m.pk for m in (*made, *added)]).select_related(
            "slot", "table", "a__organisation", "b__organisation", "day__event"
        )
    )
    meetings.hold(fresh)
    meetings.tell(fresh)
    moved_ids = {m.pk for m in made}
    for m in fresh:
        if m.pk in moved_ids:
            meetings.tell_moved(m)
    for m in told.ended:
        meetings.tell_called_off(m, None)
    return told
