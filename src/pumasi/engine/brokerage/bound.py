"""The best that any timetable could reach: meetings chosen fractionally, without asking when they take place."""

from typing import Any

import numpy as np

from pumasi.engine.arrays import Reals
from pumasi.engine.brokerage.requests import Requests

# The price of a place is sought until this share of the places is left, at most so many times.
SLACK, STEPS = 2e-4, 16


def bound(asked: Requests) -> tuple[Reals, float]:
    """The share of each request (0 to 1) in the best fractional choice, and an upper bound of the total score.

    A linear programme (b-matching): nobody meets more often than they have free slots, and no more meetings
    take place than slots x tables. The last is one row over all requests, which the simplex method is slow on;
    so places get a price, found by a guarded secant, and by duality the bound holds at any price.
    """
    share, total = _matched(asked, 0.0)
    if float(share.sum()) <= asked.places + 1e-9:
        return share, total
    low, high, best, kept = 0.0, float(asked.score.max()), total, np.zeros(share.size)
    # How many meetings too many there are at either end of the bracket.
    over, under = float(share.sum()) - asked.places, -float(asked.places)
    for _ in range(STEPS):
        # Where a straight line between both ends would cross zero, but never closer than a tenth to either.
        price = low + (high - low) * min(max(over / (over - under), 0.1), 0.9)
        share, value = _matched(asked, price)
        best = min(best, value + price * asked.places)
        excess = float(share.sum()) - asked.places
        if excess > 0:
            low, over = price, excess
        else:
            high, under, kept = price, excess, share
        if -SLACK * asked.places <= excess <= 0:
            break
    return kept, best


def _matched(asked: Requests, price: float) -> tuple[Reals, float]:
    """The best fractional choice when every meeting costs the price of its place."""
    from scipy.optimize import linprog  # late: slow import
    from scipy.sparse import csr_array  # late: slow import

    worth = asked.score - price
    column = np.flatnonzero(worth > 0)
    share = np.zeros(asked.score.size)
    if not column.size:
        return share, 0.0
    ends = np.concatenate([asked.a[column], asked.b[column]])
    at = np.concatenate([np.arange(column.size)] * 2)
    table = csr_array((np.ones(ends.size), (ends, at)), shape=(asked.free.shape[0], column.size))
    answer: Any = linprog(
        -worth[column], A_ub=table, b_ub=asked.free.sum(axis=1), bounds=(0, 1), method="highs-ds"
    )
    if not answer.success:
        raise RuntimeError(f"HiGHS did not solve the matching: {answer.message}")
    share[column] = answer.x
    return share, float(-answer.fun)
