"""Interpreters as a scarce thing: each slot has only so many, and each speaks some languages."""

from collections.abc import Sequence

import numpy as np

from pumasi.engine.arrays import Flags, Small
from pumasi.engine.brokerage.requests import Requests
from pumasi.engine.brokerage.timetable import Timetable, tables_for

Able = Sequence[Sequence[int] | None]


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
