"""1:1 days: what a meeting is worth, the floor, interpreters, reasons, and repairs that move few."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as some

from pumasi.engine.brokerage.fairness import Fixed, meetings, owed, plan_fair
from pumasi.engine.brokerage.interpreters import with_interpreters
from pumasi.engine.brokerage.repair import repair
from pumasi.engine.brokerage.requests import Requests, requests
from pumasi.engine.brokerage.scoring import worth
from pumasi.engine.brokerage.timetable import Timetable, plan
from pumasi.engine.brokerage.why import why


def day(people=60, slots=8, tables=20, asked=300, seed=7, away=0.1) -> Requests:
    rng = np.random.default_rng(seed)
    a, b = rng.integers(0, people, asked), rng.integers(0, people, asked)
    keep = a != b
    gone = np.argwhere(rng.random((people, slots)) < away)
    return requests(
        a[keep], b[keep], rng.random(int(keep.sum())) + 0.1, slots=slots, tables=tables, blocked=gone
    )


def conflicts(found: Timetable) -> int:
    """Counted anew and plainly: somebody twice in a slot, away, a table twice, a table that is not there."""
    asked, seats, places, wrong = found.asked, set(), set(), 0
    for a, b, s, t in zip(asked.a, asked.b, found.slot, found.table, strict=True):
        if s < 0:
            wrong += t >= 0
            continue
        wrong += not (asked.free[a, s] and asked.free[b, s]) or not 0 <= t < asked.tables
        wrong += (a, s) in seats or (b, s) in seats or (s, t) in places
        seats |= {(a, s), (b, s)}
        places.add((s, t))
    return int(wrong)


def test_the_published_order_decides_who_gets_the_last_place():
    # Everybody wants participant 0, who has one slot: mutual, buyer, start-up, first come, in that order.
    def winner(by, about, rank):
        pairs = worth(np.array(by), np.array(about), np.zeros(len(by), bool), rank=np.array(rank))
        found = plan(requests(pairs.a, pairs.b, pairs.score, slots=1, tables=9))
        (at,) = np.flatnonzero(found.slot >= 0)
        return int(found.asked.a[at] + found.asked.b[at])

    plain = [2, 2, 2, 2, 2]
    assert winner([1, 2, 3], [0, 0, 0], plain) == 1, "first come"
    assert winner([1, 2, 3], [0, 0, 0], [2, 2, 1, 2]) == 2, "a start-up before who came first"
    assert winner([1, 2, 3], [0, 0, 0], [2, 2, 1, 0]) == 3, "a buyer or investor before a start-up"
    assert winner([1, 2, 3, 0], [0, 0, 0, 1], [2, 2, 1, 0]) == 1, "a mutual wish before all of them"


def test_the_dial_turns_from_wishes_to_new_ties():
    by, about = np.array([0, 1, 2]), np.array([1, 0, 3])
    known = {(0, 1)}
    plain = worth(by, about, np.zeros(3, bool), rank=np.full(4, 2), met=known, dial=0.0)
    new = worth(by, about, np.zeros(3, bool), rank=np.full(4, 2), met=known, dial=1.0)
    assert plain.score[0] > plain.score[1]
    assert new.score[0] < 1e-5
    assert new.score[1] >= 1.0


@given(some.integers(0, 40), some.integers(0, 3))
def test_a_floor_breaks_no_rule_and_never_makes_the_least_served_worse(seed, floor):
    asked = day(people=24, slots=5, tables=5, asked=90, seed=seed, away=0.2)
    fair, free = plan_fair(asked, floor=floor), plan(asked)
    assert conflicts(fair) == 0
    goal = owed(asked, floor)
    assert (meetings(fair) < goal).sum() <= (meetings(free) < goal).sum()
    assert fair.score <= fair.bound + 1e-6


def test_fixed_meetings_keep_their_slot_and_take_a_table():
    asked = day(people=10, slots=3, tables=2, asked=40, away=0.0)
    fixed = Fixed(np.array([0, 2]), np.array([1, 3]), np.array([1, 1]))
    found = plan_fair(asked, floor=1, fixed=fixed)
    assert conflicts(found) == 0
    assert not (found.slot == 1).any(), "both tables of that slot are taken"


def test_interpreters_are_in_one_place_at_a_time():
    asked = day(people=30, slots=4, tables=12, asked=120)
    able = [None if r % 3 else [r % 2] for r in range(asked.score.size)]
    found, who = with_interpreters(plan(asked), able, 2)
    assert conflicts(found) == 0
    pairs = [(int(i), int(s)) for i, s in zip(who, found.slot, strict=True) if i >= 0]
    assert len(pairs) == len(set(pairs))
    for r in np.flatnonzero(found.slot >= 0):
        assert able[r] is None or who[r] in able[r]
    # Whoever was left out could be seated nowhere: somebody, the tables or every interpreter is taken in each slot.
    load = np.bincount(found.slot[found.slot >= 0], minlength=4)
    held = {
        (int(end), int(s)) for a, b, s in zip(asked.a, asked.b, found.slot, strict=True) for end in (a, b)
    }
    for r in np.flatnonzero((plan(asked).slot >= 0) & (found.slot < 0)):
        for s in range(4):
            both = all(asked.free[end, s] and (int(end), s) not in held for end in (asked.a[r], asked.b[r]))
            assert not both or load[s] == 12 or all((i, s) in pairs for i in able[r])


def test_every_request_without_a_place_has_a_reason_that_is_true():
    asked = day(people=30, slots=4, tables=6, asked=200)
    found = plan(asked)
    load = np.bincount(found.slot[found.slot >= 0], minlength=4)
    count = meetings(found)
    seen = set()
    for r in np.flatnonzero(found.slot < 0):
        told, a, b = why(found, int(r)), asked.a[r], asked.b[r]
        seen.add(told.code)
        if told.code == "apart":
            assert not (asked.free[a] & asked.free[b]).any()
        if told.code in ("full_a", "full_both"):
            assert count[a] == asked.free[a].sum()
        if told.code in ("full_b", "full_both"):
            assert count[b] == asked.free[b].sum()
        if told.code == "tables":
            assert all(load[s] == 6 for s in told.slots)
    assert seen


@pytest.mark.parametrize("most", [0, 2, 3, 6])
def test_a_repair_moves_at_most_so_many_and_nobody_else(most):
    found = plan(day(people=80, slots=8, tables=14, asked=600))
    gone = np.zeros(80, bool)
    gone[[3, 17, 33, 41, 60]] = True
    told = repair(found, gone, most=most, first=2)
    after = told.timetable
    assert conflicts(after) == 0
    assert not (gone[after.asked.a] | gone[after.asked.b])[after.slot >= 0].any()
    moved = {m.request for m in told.moves}
    assert 2 * len(moved) <= most
    stays = (found.slot >= 0) & ~(gone[found.asked.a] | gone[found.asked.b])
    for r in np.flatnonzero(stays):
        if r not in moved:
            assert (after.slot[r], after.table[r]) == (found.slot[r], found.table[r])
    assert (after.slot[list(told.added)] >= 2).all(), "nothing is planned in the past"
    assert len(told.added) >= len(told.moves)


def test_a_large_day_is_repaired_at_once():
    found = plan(day(people=1000, slots=24, tables=330, asked=9000, away=0.05))
    gone = np.zeros(1000, bool)
    gone[::20] = True
    repair(found, gone)
    begin = time.perf_counter()
    told = repair(found, gone)
    print(f"repair of 1,000 participants: {time.perf_counter() - begin:.3f} s, {len(told.added)} added")
    assert conflicts(told.timetable) == 0
