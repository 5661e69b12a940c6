"""What a learnt ranking looks at, for the candidates of many lists: sums over common contacts, and products."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Reals, Small

Ways = tuple[Ints, Small, Reals, Reals]


@njit(cache=True, nogil=True)
def over_contacts(askers: Ints, candidates: Small, ways: Ways, lent: Reals, found: Reals) -> None:
    """Fills ``found``, shape (askers, top, 4): routes, fresh routes, rarity and number of common contacts.

    ``ways``: the ties as start, to and their weight in two readings; ``lent``, shape (3, n): what a contact lends to a
    route in either reading, and its rarity. Candidates below 0 get 0.
    """
    start, to, weight, fresh = ways
    place = np.full(start.size - 1, -1)
    for i in range(askers.size):
        found[i] = 0.0
        for j in range(candidates.shape[1]):
            if candidates[i, j] >= 0:
                place[candidates[i, j]] = j
        for a in range(start[askers[i]], start[askers[i] + 1]):
            z = to[a]
            one, two, rare = weight[a] * lent[0, z], fresh[a] * lent[1, z], lent[2, z]
            for b in range(start[z], start[z + 1]):
                j = place[to[b]]
                if j >= 0:
                    found[i, j, 0] += one * weight[b]
                    found[i, j, 1] += two * fresh[b]
                    found[i, j, 2] += rare
                    found[i, j, 3] += 1.0
        for j in range(candidates.shape[1]):
            if candidates[i, j] >= 0:
                place[candidates[i, j]] = -1


@njit(cache=True, nogil=True)
def products(rows: Reals, table: Reals, candidates: Small, found: Reals) -> None:
    """Fills ``found``, shape (askers, top), with the product of the asker's row and the candidate's row of ``table``."""
    for i in range(candidates.shape[0]):
        for j in range(candidates.shape[1]):
            total = 0.0
            if candidates[i, j] >= 0:
                for k in range(rows.shape[1]):
                    total += rows[i, k] * table[candidates[i, j], k]
            found[i, j] = total
