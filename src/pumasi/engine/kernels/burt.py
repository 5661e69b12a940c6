"""Burt's constraint and effective size of everyone, in one walk over each one's partners' partners."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Reals, Small


@njit(cache=True, nogil=True, fastmath={"reassoc", "contract"})
def holes(
    start: Ints, to: Small, weight: Reals, onward: Reals, largest: Reals, first: int, step: int, out: Reals
) -> None:
    """Fills rows ``first``, ``first + step``, ... of ``out`` (n, 2) with constraint and effective size.

    ``onward``: each entry's weight over the far end's strength; ``largest``: each node's heaviest tie.
    """
    n = start.size - 1
    share = np.zeros(n, weight.dtype)
    for i in range(first, n, step):
        total = 0.0
        for e in range(start[i], start[i + 1]):
            total += weight[e]
        for e in range(start[i], start[i + 1]):
            share[to[e]] = weight[e] / total
        constraint, redundant = 0.0, 0.0
        for e in range(start[i], start[i + 1]):
            j = to[e]
            indirect, same = weight.dtype.type(0), weight.dtype.type(0)
            for f in range(start[j], start[j + 1]):
                p = share[to[f]]
                indirect += p * onward[f]
                same += p * weight[f]
            constraint += (share[j] + indirect) ** 2
            redundant += same / largest[j]
        for e in range(start[i], start[i + 1]):
            share[to[e]] = 0.0
        out[i, 0] = constraint
        out[i, 1] = start[i + 1] - start[i] - redundant
