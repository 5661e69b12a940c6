"""Common contacts of everyone with everyone, each pair worked out once, only each one's best kept."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Singles, Small, Unsigned


@njit(cache=True, nogil=True)
def relabelled(start: Ints, to: Small, order: Ints, rank: Ints, fresh: Ints, out: Unsigned) -> None:
    """The same graph with node ``order[i]`` under the number i: fills ``out``, rows from ``fresh``, ascending."""
    cursor = fresh[:-1].copy()
    for new in range(order.size):
        for e in range(start[order[new]], start[order[new] + 1]):
            row = rank[to[e]]
            out[cursor[row]] = new
            cursor[row] += 1


@njit(cache=True, nogil=True)
def back_entries(start: Ints, to: Unsigned) -> Ints:
    """For each entry (a, b) the position of (b, a), in a graph whose rows are ascending."""
    cursor = start[:-1].copy()
    back = np.empty(to.size, np.int64)
    for a in range(start.size - 1):
        for e in range(start[a], start[a + 1]):
            back[e] = cursor[to[e]]
            cursor[to[e]] += 1
    return back


@njit(cache=True, nogil=True)
def _insert(candidates: Small, scores: Singles, c: int, s: float) -> np.float32:
    at = scores.size - 1
    while at > 0 and scores[at - 1] < s:
        scores[at] = scores[at - 1]
        candidates[at] = candidates[at - 1]
        at -= 1
    scores[at] = s
    candidates[at] = c
    return np.float32(scores[scores.size - 1])


@njit(cache=True, nogil=True)
def best_over_contacts(
    start: Ints,
    to: Unsigned,
    back: Ints,
    worth: Singles,
    first: int,
    step: int,
    candidates: Small,
    scores: Singles,
) -> None:
    """Best non-partners by the sum of the worth of common contacts, from every ``step``-th row on.

    Row a only looks at b > a; what it finds counts for both. Rows ascend, so among equal scores each list
    meets the lower number first. Fills (n, top) arrays that start as -1 and 0.
    """
    n = start.size - 1
    total = np.zeros(n, worth.dtype)
    least = np.zeros(n, worth.dtype)
    for a in range(first, n, step):
        for e in range(start[a], start[a + 1]):
            w = worth[to[e]]
            for f in range(back[e] + 1, start[to[e] + 1]):
                total[to[f]] += w
        for e in range(start[a], start[a + 1]):
            total[to[e]] = 0.0
        for b in range(a + 1, n):
            s = total[b]
            if s > least[a]:
                least[a] = _insert(candidates[a], scores[a], b, s)
            if s > least[b]:
                least[b] = _insert(candidates[b], scores[b], a, s)
            total[b] = 0.0
