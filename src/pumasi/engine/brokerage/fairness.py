"""A floor under the least served: nobody who asked for meetings goes home with fewer than they could have had."""

from dataclasses import dataclass, replace

import numpy as np

from pumasi.engine.arrays import Ints, Small
from pumasi.engine.brokerage.requests import Requests
from pumasi.engine.brokerage.timetable import Timetable, plan, tables_for

ROUNDS = 4
LIFT = 4.0


@dataclass(frozen=True)
class Fixed:
    """Meetings that must stay where they are: participants and slot of each."""

    a: Small
    b: Small
    slot: Small


def meetings(timetable: Timetable) -> Ints:
    """How many meetings each participant has: shape (n,)."""
    held, n = timetable.slot >= 0, timetable.asked.free.shape[0]
    return np.bincount(timetable.asked.a[held], minlength=n) + np.bincount(
        timetable.asked.b[held], minlength=n
    )


def owed(asked: Requests, floor: int) -> Ints:
    """How many meetings each one could have at least, at most the floor: limited by requests and free slots."""
    n = asked.free.shape[0]
    wanted = np.bincount(asked.a, minlength=n) + np.bincount(asked.b, minlength=n)
    return np.minimum(np.minimum(wanted, asked.free.sum(axis=1)), floor)


def plan_fair(asked: Requests, *, floor: int = 2, fixed: Fixed | None = None) -> Timetable:
    """A timetable whose least served have as many meetings as the floor, where that can be done.

    Requests of those below the floor are lifted and the day is planned anew; the plan with fewest people below it
    wins, then the one that scores higher. Score and bound are those of the requests as they were asked.
    """
    day, own = _with_fixed(asked, fixed)
    best = _own(plan(day), asked, own)
    goal = owed(day_free(asked, fixed), floor)
    if fixed is not None:
        # Who meets somebody already in a fixed meeting needs fewer others to reach the floor.
        held = np.bincount(np.concatenate([fixed.a, fixed.b]), minlength=goal.size)
        goal = np.maximum(0, np.minimum(goal, floor - held))
    lift = np.ones(asked.score.size)
    for _ in range(ROUNDS):
        missing = goal - meetings(best)
        poor = missing > 0
        if not poor.any():
            break
        lift[_wanted(asked, best.slot, missing)] *= LIFT
        found = _own(plan(replace(day, score=_lifted(day, lift, own))), asked, own, bound=best.bound)
        below, before = int((meetings(found) < goal).sum()), int(poor.sum())
        if (below, -found.score) < (before, -best.score):
            best = found
    return best


def day_free(asked: Requests, fixed: Fixed | None) -> Requests:
    """The requests with people away from the slots of their fixed meetings."""
    if fixed is None or not fixed.slot.size:
        return asked
    free = asked.free.copy()
    free[fixed.a, fixed.slot] = free[fixed.b, fixed.slot] = False
    return replace(asked, free=free)


def _wanted(asked: Requests, slot: Small, missing: Ints) -> list[int]:
    """For each one below the floor as many waiting requests as they miss, those worth most: no more are lifted."""
    found: set[int] = set()
    by_score = np.argsort(-asked.score, kind="stable")
    waiting = by_score[slot[by_score] < 0]
    for person in np.flatnonzero(missing > 0).tolist():
        mine = waiting[(asked.a[waiting] == person) | (asked.b[waiting] == person)]
        found |= set(mine[: missing[person]].tolist())
    return sorted(found)


def _with_fixed(asked: Requests, fixed: Fixed | None) -> tuple[Requests, int]:
    """The day with each fixed meeting as a pair of stand-ins who are there in one slot alone: it takes a table then."""
    own = asked.score.size
    if fixed is None or not fixed.slot.size:
        return asked, own
    n, m = asked.free.shape[0], fixed.slot.size
    free = np.zeros((n + 2 * m, asked.slots), dtype=np.bool_)
    free[:n] = day_free(asked, fixed).free
    stand_in = n + np.arange(2 * m).reshape(2, m)
    free[stand_in[0], fixed.slot] = free[stand_in[1], fixed.slot] = True
    heavy = np.full(m, max(1.0, float(asked.score.max(initial=1.0))) * 1e3)
    return (
        Requests(
            np.concatenate([asked.a, stand_in[0]]).astype(np.int32),
            np.concatenate([asked.b, stand_in[1]]).astype(np.int32),
            np.concatenate([asked.score, heavy]),
            free,
            asked.tables,
        ),
        own,
    )


def _lifted(day: Requests, lift: np.ndarray, own: int) -> np.ndarray:
    score = day.score.copy()
    score[:own] *= lift
    return score


def _own(found: Timetable, asked: Requests, own: int, bound: float | None = None) -> Timetable:
    """The part of a plan that belongs to the requests, without the stand-ins; the bound without their weight too."""
    weight = float(found.asked.score[own:].sum())
    slot = found.slot[:own].copy()
    return Timetable(
        asked,
        slot,
        found.table[:own].copy() if own < found.slot.size else tables_for(asked, slot),
        found.bound - weight if bound is None else bound,
    )
