"""Lists that do not name one circle over and over: a pick lowers the scores of its own partners."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Reals, Small


@njit(cache=True, nogil=True)
def spread_all(start: Ints, to: Small, loss: Reals, picks: int, candidates: Small, scores: Reals) -> None:
    """Reorders each row in place; ``loss`` per tie is 0 to 1, ``candidates`` (-1 none) and ``scores`` best first."""
    place = np.full(start.size - 1, -1, dtype=np.int32)
    for row in range(candidates.shape[0]):
        length = 0
        while length < candidates.shape[1] and candidates[row, length] >= 0:
            place[candidates[row, length]] = length
            length += 1
        kept = candidates[row, :length].copy()
        value = scores[row, :length].copy()
        used = np.zeros(length, dtype=np.bool_)
        for turn in range(length):
            best = -1
            for i in range(length):
                if not used[i] and (best < 0 or value[i] > value[best]):
                    best = i
            used[best] = True
            candidates[row, turn], scores[row, turn] = kept[best], value[best]
            if turn < picks:
                for j in range(start[kept[best]], start[kept[best] + 1]):
                    if place[to[j]] >= 0:
                        value[place[to[j]]] *= 1.0 - loss[j]
        for i in range(length):
            place[kept[i]] = -1
