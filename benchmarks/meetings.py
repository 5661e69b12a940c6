"""Timetables of 1:1 days beside a greedy one and a solver that is given half a minute: share of the bound, seconds."""

import time

import numpy as np

from pumasi.engine.arrays import Flags
from pumasi.engine.brokerage.requests import Requests, requests
from pumasi.engine.brokerage.timetable import Timetable, bounded, plan, replan
from pumasi.engine.commands.timetable import warm

SLOTS, EACH = 24, 16
SOLVER_SECONDS = 30
SOLVER_UP_TO = 100


def day(people: int, *, away: float, seed: int = 20190708) -> Requests:
    """Sixteen requests a head, a third as many tables as people, a few whom many want to meet."""
    rng = np.random.default_rng(seed)
    wanted = rng.gamma(1.0, 1.0, people)
    a = rng.choice(people, people * EACH, p=wanted / wanted.sum())
    b = rng.choice(people, people * EACH)
    keep = np.flatnonzero(a != b)[: people * EACH // 2]
    gone = np.argwhere(rng.random((people, SLOTS)) < away)
    score = rng.random(keep.size) + 0.1
    return requests(a[keep], b[keep], score, slots=SLOTS, tables=people // 3, blocked=gone)


def greedy(asked: Requests) -> float:
    """The score of giving each request, the highest first, the first slot that is free for both."""
    free, load, total = asked.free.copy(), np.zeros(asked.slots), 0.0
    for e in np.argsort(-asked.score, kind="stable"):
        both = free[asked.a[e]] & free[asked.b[e]] & (load < asked.tables)
        if both.any():
            s = int(both.argmax())
            free[asked.a[e], s] = free[asked.b[e], s] = False
            load[s] += 1
            total += float(asked.score[e])
    return total


def solver(asked: Requests) -> float:
    """The score that HiGHS finds for the whole day as one mixed-integer programme in half a minute."""
    from scipy.optimize import Bounds, LinearConstraint, milp  # late: only where asked
    from scipy.sparse import csr_array  # late: only where asked

    e, s = (
        grid.ravel()
        for grid in np.meshgrid(np.arange(asked.score.size), np.arange(asked.slots), indexing="ij")
    )
    here = asked.free[asked.a[e], s] & asked.free[asked.b[e], s]
    e, s = e[here], s[here]
    people = asked.free.shape[0]
    rows = np.concatenate(
        [e, asked.score.size + asked.a[e] * asked.slots + s, asked.score.size + asked.b[e] * asked.slots + s]
    )
    rows = np.concatenate([rows, asked.score.size + people * asked.slots + s])
    columns = np.tile(np.arange(e.size), 4)
    size = asked.score.size + people * asked.slots + asked.slots
    limits = np.concatenate([np.ones(size - asked.slots), np.full(asked.slots, asked.tables)])
    table = csr_array((np.ones(rows.size), (rows, columns)), shape=(size, e.size))
    found = milp(
        -asked.score[e], constraints=LinearConstraint(table, ub=limits), integrality=np.ones(e.size),
        bounds=Bounds(0, 1), options={"time_limit": SOLVER_SECONDS},
    )  # fmt: skip
    return 0.0 if found.x is None else float(-found.fun)


def clashes(found: Timetable) -> int:
    """Conflicts, counted from the lines of the timetable alone."""
    asked, held = found.asked, np.flatnonzero(found.slot >= 0)
    slot, table = found.slot[held].astype(np.int64), found.table[held]
    people = np.concatenate([asked.a[held], asked.b[held]]) * asked.slots + np.tile(slot, 2)
    twice = people.size - np.unique(people).size + held.size - np.unique(slot * asked.tables + table).size
    absent = ~(asked.free[asked.a[held], slot] & asked.free[asked.b[held], slot])
    return int(twice + absent.sum() + (table >= asked.tables).sum())


def row(people: int, away: float) -> str:
    """One day: ours, after 5 % cancelled, and beside it the others."""
    asked = day(people, away=away)
    begin = time.perf_counter()
    found = plan(asked)
    spent = time.perf_counter() - begin
    gone: Flags = np.random.default_rng(1).random(people) < 0.05
    begin = time.perf_counter()
    after = replan(found, gone)
    again = time.perf_counter() - begin
    begin = time.perf_counter()
    simple = greedy(asked) / found.bound
    waited = time.perf_counter() - begin
    told = (
        f"  P={people:<5} away {away:4.0%}: {found.placed:6,} of {asked.score.size:6,} placed, {found.ratio:.5f} of the bound"
        f" in {spent:.3f} s, {clashes(found) + clashes(after)} conflicts; after 5 % cancelled {bounded(after, gone).ratio:.4f}"
        f" in {1000 * again:.0f} ms; greedy {simple:.4f} in {waited:.2f} s"
    )
    if people <= SOLVER_UP_TO:
        begin = time.perf_counter()
        told += f"; MILP {solver(asked) / found.bound:.4f} in {time.perf_counter() - begin:.1f} s"
    return told


def meetings() -> None:
    """Prints target 4."""
    print("\n4. 1:1 days: .999 of the bound (.995 with 15 % away) in 1 s; after 5 % cancelled .99 in 100 ms")
    warm()
    for people in (100, 400, 1000, 3000):
        for away in (0.0, 0.15):
            print(row(people, away), flush=True)
