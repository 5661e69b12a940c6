"""One step's repulsion between all pairs of nodes of a map."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Reals


@njit(cache=True, fastmath=True, nogil=True)
def repulsion(place: Reals, mass: Reals) -> Reals:
    """Sum over all others of mass x mass / distance, pointing away: shape (n, 2).

    All pairs rather than a tree: a step at 5,000 nodes takes tens of milliseconds, and the sum has no
    approximation that would make the map tremble from one visit to the next. Single precision inside.
    """
    n = mass.size
    x, y, m = place[:, 0].astype(np.float32), place[:, 1].astype(np.float32), mass.astype(np.float32)
    force = np.zeros((n, 2))
    small = np.float32(1e-9)
    for i in range(n):
        fx, fy = np.float32(0), np.float32(0)
        px, py = x[i], y[i]
        for j in range(n):
            dx, dy = px - x[j], py - y[j]
            pull = m[j] / (dx * dx + dy * dy + small)
            fx += dx * pull
            fy += dy * pull
        force[i, 0] = fx * mass[i]
        force[i, 1] = fy * mass[i]
    return force
