"""Interpreters as a scarce thing: each slot has only so many, and each speaks some languages."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small
from pumasi.engine.brokerage.fairness import Fixed, day_free, plan_fair
from pumasi.engine.brokerage.requests import Requests
from pumasi.engine.brokerage.timetable import Timetable, plan, tables_for

Able = Sequence[Sequence[int] | None]
HALF = 0.5


def with_interpreters(timetable: Timetable, able: Able, interpreters: int) -> tuple[Timetable, Small]:
    """The timetable with an interpreter (or -1) for each meeting, moved to another slot where that helps.

    ``able[r]`` names the interpreters who could do meeting r, None where none is needed. A meeting for which no slot
    has a free interpreter takes no place.
    """
    asked, slot = timetable.asked, timetable.slot.copy()
    who = np.full(slot.size, -1, dtype=np.int32)
    taken = np.zeros((interpreters, asked.slots), dtype=np.bool_)
    needing = [r for r in np.flatnonzero(slot >= 0).tolist() if able[r] is not None]
    waiting = []
    for s in range(asked.slots):
        here = [r for r in needing if slot[r] == s]
        for r, i in _matched(here, able):
            who[r], taken[i, s] = i, True
        waiting += [r for r in here if who[r] < 0]
    for r in sorted(waiting, key=lambda r: -float(asked.score[r])):
        slot[r] = -1
        _settle(asked, slot, who, taken, r, able[r] or ())
    return Timetable(asked, slot, tables_for(asked, slot), timetable.bound), who


def plan_with_interpreters(
    asked: Requests, able: Able, interpreters: int, *, floor: int = 2, fixed: Fixed | None = None
) -> tuple[Timetable, Small, set[int]]:
    """A fair plan in which whoever needs an interpreter has one; also gives the requests that found none.

    Which of them get one is chosen by a linear programme with a row for interpreters. Those meetings are put into slots
    first, as many at a time as there are interpreters, and the rest of the day is planned around them.
    """
    needing = np.array([one is not None for one in able], dtype=np.bool_)
    if not needing.any():
        plain = plan_fair(asked, floor=floor, fixed=fixed)
        return plain, np.full(plain.slot.size, -1, dtype=np.int32), set()
    share, most = _chosen(asked, needing, interpreters * asked.slots)
    first = np.flatnonzero(needing & (share > HALF))
    slot, who = np.full((2, asked.score.size), -1, dtype=np.int32)
    if first.size:
        part = _part(asked, first, tables=max(1, min(interpreters, asked.tables)), fixed=fixed)
        told, speakers = with_interpreters(plan(part), [able[r] for r in first.tolist()], interpreters)
        slot[first], who[first] = told.slot, speakers
    held = np.flatnonzero(slot >= 0)
    set_already = _joined(fixed, Fixed(asked.a[held], asked.b[held], slot[held]))
    rest = np.flatnonzero(~needing)
    found = plan_fair(_part(asked, rest), floor=floor, fixed=set_already)
    slot[rest] = found.slot
    left = set(np.flatnonzero((slot < 0) & needing).tolist())
    return Timetable(asked, slot, tables_for(asked, slot), most), who, left


def _part(asked: Requests, kept: Ints, *, tables: int = 0, fixed: Fixed | None = None) -> Requests:
    """Some of the requests, with other tables if given, and people away from what is fixed already."""
    free = day_free(asked, fixed).free
    return Requests(asked.a[kept], asked.b[kept], asked.score[kept], free, tables or asked.tables)


def _joined(one: Fixed | None, other: Fixed) -> Fixed:
    if one is None:
        return other
    pairs = ((one.a, other.a), (one.b, other.b), (one.slot, other.slot))
    return Fixed(*(np.concatenate(pair).astype(np.int32) for pair in pairs))


def _chosen(asked: Requests, needing: Flags, places: int) -> tuple[Reals, float]:
    """The best fractional choice in which meetings with an interpreter fit into the interpreters' slots, and its worth."""
    from scipy.optimize import linprog  # late: slow import
    from scipy.sparse import csr_array, vstack  # late: slow import

    size = asked.score.size
    ends, at = np.concatenate([asked.a, asked.b]), np.concatenate([np.arange(size)] * 2)
    people = csr_array((np.ones(2 * size), (ends, at)), shape=(asked.free.shape[0], size))
    table = vstack([people, csr_array(np.ones((1, size))), csr_array(needing[None].astype(np.float64))])
    room = np.concatenate([asked.free.sum(axis=1), [asked.places, places]])
    answer: Any = linprog(-asked.score, A_ub=table, b_ub=room, bounds=(0, 1), method="highs-ds")
    if not answer.success:
        raise RuntimeError(f"HiGHS did not solve the matching: {answer.message}")
    return np.asarray(answer.x), float(-answer.fun)


def _matched(here: list[int], able: Able) -> list[tuple[int, int]]:
    """As many meetings of a slot as can have an interpreter each (augmenting paths; Kuhn 1955)."""
    by: dict[int, int] = {}

    def place(r: int, seen: set[int]) -> bool:
        for i in able[r] or ():
            if i not in seen:
                seen.add(i)
                if i not in by or place(by[i], seen):
                    by[i] = r
                    return True
        return False

    for r in here:
        place(r, set())
    return [(r, i) for i, r in by.items()]


def _settle(asked: Requests, slot: Small, who: Small, taken: Flags, r: int, able: Sequence[int]) -> None:
    """Put a meeting into the first slot in which both are free, a table is left and an interpreter can be had."""
    ends = np.concatenate(
        [np.flatnonzero((asked.a == end) | (asked.b == end)) for end in (asked.a[r], asked.b[r])]
    )
    busy = set(slot[ends].tolist())
    for s in np.flatnonzero(asked.free[asked.a[r]] & asked.free[asked.b[r]]).tolist():
        if s in busy or int((slot == s).sum()) >= asked.tables:
            continue
        free = [i for i in able if not taken[i, s]]
        if free:
            slot[r], who[r] = s, free[0]
            taken[free[0], s] = True
            return
