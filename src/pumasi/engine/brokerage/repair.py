"""Planning on after cancellations and no-shows: who is not concerned stays, a few may be moved where it is worth it."""

from dataclasses import dataclass, replace

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Small
from pumasi.engine.brokerage.requests import Requests
from pumasi.engine.brokerage.timetable import Timetable, replan, tables_for

# How many waiting requests are looked at, the most wanted first.
LOOKED_AT = 200


@dataclass(frozen=True)
class Move:
    """A meeting that changes its slot so that another one can take place."""

    request: int
    before: int
    after: int
    makes_room_for: int


@dataclass(frozen=True)
class Repair:
    """The day after the change: the ``timetable``, meetings ``added``, and ``moves`` with the reason of each."""

    timetable: Timetable
    added: tuple[int, ...]
    moves: tuple[Move, ...]


def repair(timetable: Timetable, gone: Flags, *, most: int = 3, first: int = 0) -> Repair:
    """Plan the slots from ``first`` on without those who are ``gone`` (shape (n,)), moving at most ``most`` people.

    First places that became free go to waiting requests without moving anybody. Then, for each waiting request in
    the order of its score, one meeting may make room by changing its slot (two people move), as long as the limit
    allows it; nobody is moved twice.
    """
    asked = timetable.asked
    ahead = asked.free.copy()
    ahead[:, :first] = False
    base = replan(replace(timetable, asked=replace(asked, free=ahead)), gone)
    state = _State.of(base, ahead)
    left = ~(gone[asked.a] | gone[asked.b])
    waiting = [r for r in np.argsort(-asked.score, kind="stable").tolist() if base.slot[r] < 0 and left[r]]
    moves: list[Move] = []
    for r in waiting[:LOOKED_AT]:
        if len(state.moved) + 2 > most:
            break
        move = state.room_for(r)
        if move is not None:
            state.do(move)
            moves.append(move)
    kept = np.where((state.slot == base.slot) & (state.slot >= 0), base.table, -1).astype(np.int32)
    day = Timetable(asked, state.slot, tables_for(asked, state.slot, kept), base.bound)
    added = np.flatnonzero((state.slot >= 0) & (timetable.slot < 0))
    return Repair(day, tuple(added.tolist()), tuple(moves))


@dataclass
class _State:
    """The day while it is repaired: ``at[person, slot]`` is the request somebody sits at, -1 where none."""

    asked: Requests
    ahead: Flags
    slot: Small
    at: Ints
    load: Ints
    moved: set[int]

    @classmethod
    def of(cls, day: Timetable, ahead: Flags) -> "_State":
        asked, at = day.asked, np.full(day.asked.free.shape, -1, dtype=np.int64)
        held = np.flatnonzero(day.slot >= 0)
        at[asked.a[held], day.slot[held]] = held
        at[asked.b[held], day.slot[held]] = held
        load = np.bincount(day.slot[held], minlength=asked.slots)
        return cls(asked, ahead, day.slot.copy(), at, load, set())

    def room_for(self, r: int) -> Move | None:
        """A meeting of one side that can go elsewhere so that ``r`` takes its slot."""
        a, b = int(self.asked.a[r]), int(self.asked.b[r])
        for free_one, busy_one in ((a, b), (b, a)):
            here = self.ahead[free_one] & self.ahead[busy_one]
            here &= (self.at[free_one] < 0) & (self.at[busy_one] >= 0)
            for s in np.flatnonzero(here).tolist():
                m = int(self.at[busy_one, s])
                after = self._elsewhere(m, s)
                if after is not None:
                    return Move(m, s, after, r)
        return None

    def _elsewhere(self, m: int, s: int) -> int | None:
        """The first slot to which a meeting can go; the table it leaves is for the other one."""
        ends = (int(self.asked.a[m]), int(self.asked.b[m]))
        if self.moved & set(ends):
            return None
        to = self.load < self.asked.tables
        for end in ends:
            to &= self.ahead[end] & (self.at[end] < 0)
        to[s] = False
        return int(np.flatnonzero(to)[0]) if to.any() else None

    def do(self, move: Move) -> None:
        """Carry a move out: the meeting goes, the waiting one takes its slot."""
        for end in (self.asked.a[move.request], self.asked.b[move.request]):
            self.at[end, move.before], self.at[end, move.after] = -1, move.request
            self.moved.add(int(end))
        for end in (self.asked.a[move.makes_room_for], self.asked.b[move.makes_room_for]):
            self.at[end, move.before] = move.makes_room_for
        self.slot[move.request], self.slot[move.makes_room_for] = move.after, move.before
        self.load[move.after] += 1
