"""Trades between gatherings' attendances that keep every size and everyone's count."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Small


@njit(cache=True, nogil=True)
def _shuffle(values: Small, count: int) -> None:
    for i in range(count - 1, 0, -1):
        j = np.random.randint(0, i + 1)  # noqa: NPY002 - numba's own generator, seeded by `seeded`
        values[i], values[j] = values[j], values[i]


@njit(cache=True, nogil=True)
def _trade(one: Small, other: Small, pool: Small) -> None:
    """Pools whoever is at only one of the two and deals them out anew; both stay ascending."""
    i = j = free = kept = 0
    both = np.empty(min(one.size, other.size), np.int32)
    while i < one.size or j < other.size:
        if j >= other.size or (i < one.size and one[i] < other[j]):
            pool[free] = one[i]
            free += 1
            i += 1
        elif i >= one.size or other[j] < one[i]:
            pool[free] = other[j]
            free += 1
            j += 1
        else:
            both[kept] = one[i]
            kept += 1
            i += 1
            j += 1
    _shuffle(pool, free)
    first = one.size - kept
    one[:kept] = both[:kept]
    other[:kept] = both[:kept]
    one[kept:] = pool[:first]
    other[kept:] = pool[first:free]
    one.sort()
    other.sort()


@njit(cache=True, nogil=True)
def seeded(seed: int) -> None:
    """Sets the state of the generator that compiled trades draw from."""
    np.random.seed(seed)  # noqa: NPY002 - numba's own generator


@njit(cache=True, nogil=True)
def trades(start: Ints, member: Small, order: Ints, bounds: Ints, rounds: int) -> None:
    """``rounds`` times as many trades as there are gatherings, each between two of one stratum, in place.

    ``order`` lists gatherings stratum by stratum: stratum s is ``order[bounds[s]:bounds[s + 1]]``.
    """
    widest = 0
    for g in range(start.size - 1):
        widest = max(widest, start[g + 1] - start[g])
    pool = np.empty(2 * widest, np.int32)
    for s in range(bounds.size - 1):
        count = bounds[s + 1] - bounds[s]
        if count < 2:
            continue
        for _ in range(rounds * count):
            a = np.random.randint(0, count)  # noqa: NPY002 - see `seeded`
            b = np.random.randint(0, count - 1)  # noqa: NPY002 - see `seeded`
            b += b >= a
            one, other = order[bounds[s] + a], order[bounds[s] + b]
            _trade(member[start[one] : start[one + 1]], member[start[other] : start[other + 1]], pool)
