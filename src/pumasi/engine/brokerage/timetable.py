"""The timetable of a 1:1 day: chosen by the bound's programme, put into slots by colouring, then improved.

A set of meetings in which nobody exceeds their free slots can nearly always be put into slots (a colouring of
edges: Vizing 1964); what cannot, makes room by being worth more, or waits.
"""

from dataclasses import dataclass, replace

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small
from pumasi.engine.brokerage.bound import bound
from pumasi.engine.brokerage.requests import Requests

ROUNDS = 30


@dataclass(frozen=True)
class Timetable:
    """``slot`` and ``table`` of each request, -1 where it has none; ``bound``: no timetable scores higher."""

    asked: Requests
    slot: Small
    table: Small
    bound: float

    @property
    def placed(self) -> int:
        """Meetings that take place."""
        return int((self.slot >= 0).sum())

    @property
    def score(self) -> float:
        """Their total score."""
        return float(self.asked.score[self.slot >= 0].sum())

    @property
    def ratio(self) -> float:
        """Score over bound: 1 is the best there can be."""
        return self.score / self.bound if self.bound else 1.0


def plan(asked: Requests) -> Timetable:
    """A timetable for the day; the same requests give the same one."""
    share, most = bound(asked)
    slot = np.full(asked.score.size, -1, dtype=np.int32)
    _fill(asked, slot, _order(asked, share))
    return Timetable(asked, slot, tables_for(asked, slot), most)


def replan(timetable: Timetable, gone: Flags) -> Timetable:
    """The same day without those who cancelled (shape (n,)): all other meetings stay in slot and at table.

    Places that became free go to waiting requests; nobody else is moved. ``bound`` is left at nan, since working
    it out takes longer than all the rest: `bounded` does it.
    """
    from pumasi.engine.kernels.timetable import fill  # late: slow import

    asked = timetable.asked
    left = ~(gone[asked.a] | gone[asked.b])
    slot = np.where(left, timetable.slot, -1).astype(np.int32)
    at, load = _state(asked, slot)
    order = np.argsort(-asked.score, kind="stable").astype(np.int64)
    fill(order[(slot[order] < 0) & left[order]], asked.tables, asked.a, asked.b, at, slot, load)
    table = tables_for(asked, slot, np.where(left, timetable.table, -1).astype(np.int32))
    return Timetable(asked, slot, table, float("nan"))


def bounded(timetable: Timetable, gone: Flags) -> Timetable:
    """The same timetable with its bound over the requests of those who did not cancel."""
    asked = timetable.asked
    left = ~(gone[asked.a] | gone[asked.b])
    part = Requests(asked.a[left], asked.b[left], asked.score[left], asked.free, asked.tables)
    return replace(timetable, bound=bound(part)[1])


def _order(asked: Requests, share: Reals) -> Ints:
    """The programme's meetings first, the busiest people's before others'; then the rest by score."""
    meetings = np.bincount(asked.a, share, asked.free.shape[0]) + np.bincount(
        asked.b, share, asked.free.shape[0]
    )
    room = np.maximum(asked.free.sum(axis=1), 1)
    busy = np.maximum((meetings / room)[asked.a], (meetings / room)[asked.b])
    rank = np.where(share > 0.999, 0, np.where(share > 0.001, 1, 2))
    return np.lexsort((-asked.score, np.where(rank == 0, -busy, 0.0), rank)).astype(np.int64)


def _fill(asked: Requests, slot: Small, order: Ints) -> None:
    """Puts meetings into slots, then makes room for those worth more, until a round gains nothing."""
    from pumasi.engine.kernels.timetable import improve, settle_all  # late: slow import

    at, load = _state(asked, slot)
    settle_all(order, asked.tables, asked.a, asked.b, at, slot, load)
    by_score = np.argsort(-asked.score, kind="stable").astype(np.int64)
    for _ in range(ROUNDS):
        waiting = by_score[slot[by_score] < 0]
        gained = improve(waiting, asked.tables, asked.score, asked.a, asked.b, at, slot, load)
        if gained <= 1e-9:
            break


def _state(asked: Requests, slot: Small) -> tuple[Small, Ints]:
    """Who meets whom when, and how full each slot is, as the kernels keep it."""
    from pumasi.engine.kernels.timetable import AWAY, FREE  # late: slow import

    at = np.where(asked.free, FREE, AWAY).astype(np.int32)
    held = np.flatnonzero(slot >= 0)
    at[asked.a[held], slot[held]] = held
    at[asked.b[held], slot[held]] = held
    return at, np.bincount(slot[held], minlength=asked.slots).astype(np.int64)


def tables_for(asked: Requests, slot: Small, kept: Small | None = None) -> Small:
    """A table for each meeting, the lowest that is free in its slot; those in ``kept`` stay where they are."""
    table = np.full(slot.size, -1, dtype=np.int32) if kept is None else np.where(slot >= 0, kept, -1)
    for s in range(asked.slots):
        here = np.flatnonzero(slot == s)
        new = here[table[here] < 0]
        taken = np.zeros(asked.tables, dtype=np.bool_)
        taken[table[here][table[here] >= 0]] = True
        table[new] = np.flatnonzero(~taken)[: new.size]
    return table.astype(np.int32)
