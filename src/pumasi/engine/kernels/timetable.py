"""Meetings into slots: edges of a graph into colours, by chains of swaps (Kempe) where none is free.

``at[p, s]`` is the meeting of participant p in slot s, FREE or AWAY; ``slot[e]`` the slot of meeting e, -1
without one; ``load[s]`` the meetings in slot s.
"""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Reals, Small

FREE, AWAY = -1, -2


@njit(cache=True, nogil=True)
def _put(e: int, s: int, a: Small, b: Small, at: Small, slot: Small, load: Ints) -> None:
    at[a[e], s] = e
    at[b[e], s] = e
    slot[e] = s
    load[s] += 1


@njit(cache=True, nogil=True)
def _take(e: int, a: Small, b: Small, at: Small, slot: Small, load: Ints) -> None:
    s = slot[e]
    at[a[e], s] = FREE
    at[b[e], s] = FREE
    slot[e] = -1
    load[s] -= 1


@njit(cache=True, nogil=True)
def _chain(start: int, avoid: int, x: int, y: int, a: Small, b: Small, at: Small) -> int:
    """Length of the chain of meetings in slots x, y, x, ... from ``start``; -1 if it may not be swapped."""
    node, here, length = start, x, 0
    while True:
        e = at[node, here]
        if e < 0:
            # The last one would meet in this slot after the swap: they must be there and not be the other side.
            return -1 if e == AWAY or (node == avoid and length > 0) else length
        node = b[e] if a[e] == node else a[e]
        here = y if here == x else x
        length += 1
        if node == start:
            return -1


@njit(cache=True, nogil=True)
def _swap(
    start: int, x: int, y: int, a: Small, b: Small, at: Small, slot: Small, load: Ints, path: Small
) -> None:
    """Every meeting of the chain changes between the slots x and y."""
    node, here, length = start, x, 0
    while at[node, here] >= 0:
        e = at[node, here]
        path[length] = e
        length += 1
        node = b[e] if a[e] == node else a[e]
        here = y if here == x else x
    for i in range(length):
        e = path[i]
        load[slot[e]] -= 1
        at[a[e], slot[e]] = FREE
        at[b[e], slot[e]] = FREE
    for i in range(length):
        e = path[i]
        _put(e, y if slot[e] == x else x, a, b, at, slot, load)


@njit(cache=True, nogil=True)
def _emptiest(e: int, tables: int, a: Small, b: Small, at: Small, load: Ints) -> int:
    """The emptiest slot in which both are free and a table is left; -1 if there is none."""
    best = -1
    for s in range(load.size):
        if (
            at[a[e], s] == FREE
            and at[b[e], s] == FREE
            and load[s] < tables
            and (best < 0 or load[s] < load[best])
        ):
            best = s
    return best


@njit(cache=True, nogil=True)
def fill(order: Ints, tables: int, a: Small, b: Small, at: Small, slot: Small, load: Ints) -> None:
    """Settles meetings one after another where a slot is free as it is; nobody is moved."""
    for e in order:
        best = _emptiest(e, tables, a, b, at, load)
        if best >= 0:
            _put(e, best, a, b, at, slot, load)


@njit(cache=True, nogil=True)
def settle(e: int, tables: int, a: Small, b: Small, at: Small, slot: Small, load: Ints, path: Small) -> bool:
    """Gives a meeting a slot: one free for both, the emptiest; else one made free by a chain of swaps."""
    u, v, slots = a[e], b[e], load.size
    best = _emptiest(e, tables, a, b, at, load)
    if best >= 0:
        _put(e, best, a, b, at, slot, load)
        return True
    for x in range(slots):
        for side in range(2):
            one, other = (u, v) if side == 0 else (v, u)
            # `one` is free in x and `other` meets somebody then: move that meeting on to a slot y.
            if at[one, x] != FREE or at[other, x] < 0:
                continue
            for y in range(slots):
                if y == x or at[other, y] != FREE:
                    continue
                length = _chain(other, one, x, y, a, b, at)
                # An odd chain takes one meeting from x and gives it to y; the new one then fills x again.
                if length < 0 or (load[y] >= tables if length % 2 else load[x] >= tables):
                    continue
                _swap(other, x, y, a, b, at, slot, load, path)
                _put(e, x, a, b, at, slot, load)
                return True
    return False


@njit(cache=True, nogil=True)
def settle_all(order: Ints, tables: int, a: Small, b: Small, at: Small, slot: Small, load: Ints) -> None:
    """Settles meetings one after another; those that find no slot stay at -1."""
    path = np.empty(slot.size, np.int32)
    for e in order:
        settle(e, tables, a, b, at, slot, load, path)


@njit(cache=True, nogil=True)
def improve(
    order: Ints, tables: int, score: Reals, a: Small, b: Small, at: Small, slot: Small, load: Ints
) -> float:
    """Makes room for waiting meetings that are worth more than those in their way, which look for another slot.

    Returns the score gained over one round of ``order``.
    """
    path, gained = np.empty(slot.size, np.int32), 0.0
    for e in order:
        if slot[e] >= 0:
            continue
        if settle(e, tables, a, b, at, slot, load, path):
            gained += score[e]
            continue
        best, cheapest = -1, score[e]
        for s in range(load.size):
            one, other = at[a[e], s], at[b[e], s]
            if AWAY in (one, other) or (one == FREE and other == FREE):
                continue
            lost = (score[one] if one >= 0 else 0.0) + (score[other] if other >= 0 and other != one else 0.0)
            if lost < cheapest:
                best, cheapest = s, lost
        if best < 0:
            continue
        one, other = at[a[e], best], at[b[e], best]
        gained += score[e] - cheapest
        for gone in (one, other):
            if gone >= 0 and slot[gone] >= 0:
                _take(gone, a, b, at, slot, load)
        _put(e, best, a, b, at, slot, load)
        for gone in (one, other):
            if gone >= 0 and slot[gone] < 0 and settle(gone, tables, a, b, at, slot, load, path):
                gained += score[gone]
    return gained
