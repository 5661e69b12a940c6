"""The projection's inner loop: a row-wise sparse product of the incidence with itself, upper half.

Each participant's row walks the later members of their gatherings. Those lie scattered once there are more
gatherings than a processor's cache holds, so each is asked for a few gatherings ahead.
"""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Reals, Small, Unsigned
from pumasi.engine.kernels.bits import trailing_zeros
from pumasi.engine.kernels.prefetch import prefetch

Index = tuple[Ints, Ints, Small]
Sums = tuple[Small, Reals, Small]

ONE = np.uint64(1)
LOW = np.int64(63)
AHEAD = 8
LINE = 16  # members after which the next line of memory begins


@njit(cache=True, nogil=True)
def by_member(start: Ints, member: Unsigned, people: int) -> Index:
    """For each member its entries: where the later members of that gathering begin, and which it is."""
    first = np.zeros(people + 1, np.int64)
    for m in member:
        first[m + 1] += 1
    for p in range(people):
        first[p + 1] += first[p]
    cursor = first[:-1].copy()
    begin = np.empty(member.size, np.int64)
    gathering = np.empty(member.size, np.int32)
    for g in range(start.size - 1):
        for j in range(start[g], start[g + 1]):
            at = cursor[member[j]]
            begin[at] = j + 1
            gathering[at] = g
            cursor[member[j]] = at + 1
    return first, begin, gathering


@njit(cache=True, nogil=True, inline="always")
def _ask_ahead(start: Ints, member: Unsigned, begin: Ints, gathering: Small, entry: int) -> None:
    """Ask for what a later entry reads: its first members, and where they end."""
    later = min(entry + AHEAD, begin.size - 1)
    prefetch(member, begin[later])  # type: ignore[call-arg]
    prefetch(member, begin[later] + LINE)  # type: ignore[call-arg]
    prefetch(start, np.int64(gathering[later]) + 1)  # type: ignore[call-arg]


@njit(cache=True, nogil=True)
def fill_pairs(start: Ints, member: Unsigned, index: Index, share: Reals, rows: Ints, out: Sums) -> None:
    """Sums of shares and counts for each pair, written in ascending order of the partner.

    ``out`` has room for every pair that there may be, ``rows`` for where each participant's begin.
    """
    first, begin, gathering = index
    people = first.size - 1
    marks = np.zeros((people + 63) >> 6, np.uint64)
    partner, weight, shared = out
    total = np.zeros(people)
    times = np.zeros(people, np.int32)
    at = 0
    for a in range(people):
        for i in range(first[a], first[a + 1]):
            _ask_ahead(start, member, begin, gathering, i)
            g = gathering[i]
            w = share[g]
            for j in range(begin[i], start[g + 1]):
                b = np.int64(member[j])
                marks[b >> 6] |= ONE << np.uint64(b & LOW)
                total[b] += w
                times[b] += 1
        for word in range(a >> 6, marks.size):
            left = marks[word]
            while left:
                b = (word << 6) + np.int64(trailing_zeros(left))
                left &= left - ONE
                partner[at] = b
                weight[at] = total[b]
                shared[at] = times[b]
                total[b] = 0
                times[b] = 0
                at += 1
            marks[word] = 0
        rows[a + 1] = at
