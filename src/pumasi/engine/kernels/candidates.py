"""Common contacts of everyone with everyone, each pair worked out once, only each one's best kept."""

import numpy as np
from numba import njit
from numpy.typing import NDArray

from pumasi.engine.arrays import Ints, Singles, Small, Unsigned
from pumasi.engine.kernels.prefetch import prefetch

Columns = NDArray[np.uint8]
# So many sums are looked at together: hardly ever is one of them good enough.
TOGETHER = 64
# So many contacts ahead, and the first so many partners of theirs, are asked for before they are read.
AHEAD, LINE, LINES = 3, 32, 3


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
def columns(start: Ints, to: Unsigned, hubs: int) -> Columns:
    """Who is tied to each of the first ``hubs`` nodes, 1 or 0: shape (hubs, n)."""
    found = np.zeros((hubs, start.size - 1), np.uint8)
    for hub in range(hubs):
        for e in range(start[hub], start[hub + 1]):
            found[hub, to[e]] = 1
    return found


@njit(cache=True, nogil=True)
def _add(total: Singles, column: Columns, worth: np.float32) -> None:
    for b in range(total.size):
        total[b] += worth * np.float32(column[b])


@njit(cache=True, nogil=True)
def _add_four(total: Singles, dense: Columns, hubs: Unsigned, worth: Singles) -> None:
    """Four hubs in one pass, each sum in the order that one after the other would give."""
    first, second, third, fourth = dense[hubs[0]], dense[hubs[1]], dense[hubs[2]], dense[hubs[3]]
    w, x, y, z = worth[hubs[0]], worth[hubs[1]], worth[hubs[2]], worth[hubs[3]]
    for b in range(total.size):
        t = total[b]
        t += w * np.float32(first[b])
        t += x * np.float32(second[b])
        t += y * np.float32(third[b])
        t += z * np.float32(fourth[b])
        total[b] = t


@njit(cache=True, nogil=True)
def _over_hubs(total: Singles, own: Unsigned, worth: Singles, dense: Columns) -> int:
    """Add what the hubs among one's ``own`` contacts are worth to all they share them with; give how many."""
    hubs = 0
    while hubs < own.size and own[hubs] < dense.shape[0]:
        hubs += 1
    fours = hubs - hubs % 4
    for i in range(0, fours, 4):
        _add_four(total, dense, own[i : i + 4], worth)
    for i in range(fours, hubs):
        _add(total, dense[own[i]], worth[own[i]])
    return hubs


@njit(cache=True, nogil=True)
def _any_better(total: Singles, least: Singles, own_least: np.float32) -> bool:
    found = 0
    for b in range(total.size):
        found += (total[b] > own_least) | (total[b] > least[b])
    return found > 0


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
    dense: Columns,
    first: int,
    step: int,
    candidates: Small,
    scores: Singles,
) -> None:
    """Best non-partners by the sum of the worth of common contacts, from every ``step``-th row on.

    Row a only looks at b > a; what it finds counts for both. Rows ascend, so among equal scores each list
    meets the lower number first. Contacts are added in ascending order: first those that ``dense`` has written out
    as columns, where adding a column in sequence beats jumping about, then the others by their rows. Fills (n, top)
    arrays that start as -1 and 0.
    """
    n = start.size - 1
    total = np.zeros(n, worth.dtype)
    least = np.zeros(n, worth.dtype)
    for a in range(first, n, step):
        begin, end = start[a], start[a + 1]
        hubs = _over_hubs(total[a + 1 :], to[begin:end], worth, dense[:, a + 1 :])
        for e in range(begin + hubs, end):
            # Rows of contacts are short and lie anywhere: the wait for each costs as much as adding it.
            soon = back[min(e + AHEAD, end - 1)]
            for line in range(LINES):
                prefetch(to, soon + line * LINE)  # type: ignore[call-arg]
            w = worth[to[e]]
            for f in range(back[e] + 1, start[to[e] + 1]):
                total[to[f]] += w
        for e in range(begin, end):
            total[to[e]] = 0.0
        for low in range(a + 1, n, TOGETHER):
            high = min(low + TOGETHER, n)
            if not _any_better(total[low:high], least[low:high], least[a]):
                continue
            for b in range(low, high):
                s = total[b]
                if s > least[a]:
                    least[a] = _insert(candidates[a], scores[a], b, s)
                if s > least[b]:
                    least[b] = _insert(candidates[b], scores[b], a, s)
        total[a + 1 :] = 0.0
