"""Each one's best non-partners by common contacts alone (Adamic-Adar), for a whole network at once."""

import os
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from pumasi.engine.arrays import Reals, Singles, Small, Unsigned
from pumasi.engine.network.graph import Graph


def best_by_contacts(g: Graph, *, top: int = 20, threads: int | None = None) -> tuple[Small, Reals]:
    """The ``top`` non-partners of every node with the highest Adamic-Adar score: both shape (n, top).

    Sums of 1 / log(partners of the common contact), in single precision, highest first, the lower index
    first among equals; -1 and 0 where there are fewer. ``threads`` (default one per processor) changes
    nothing but the time.
    """
    from pumasi.engine.kernels.candidates import back_entries, best_over_contacts  # late: slow import

    # An unsigned index needs no check for counting from the end: a third less time in the innermost loop.
    to: Unsigned = g.to.astype(np.uint16) if g.size < 2**16 else g.to.astype(np.uint32)
    worth = (1.0 / np.log(np.maximum(g.degree, 2))).astype(np.float32)
    back, count = back_entries(g.start, to), threads or os.cpu_count() or 1
    parts = [
        (np.full((g.size, top), -1, np.int32), np.zeros((g.size, top), np.float32)) for _ in range(count)
    ]
    with ThreadPoolExecutor(count) as pool:
        done = [
            pool.submit(best_over_contacts, g.start, to, back, worth, i, count, *parts[i])
            for i in range(count)
        ]
        for job in done:
            job.result()
    return _merged(parts, top)


def _merged(parts: list[tuple[Small, Singles]], top: int) -> tuple[Small, Reals]:
    """The lists that each thread found, as one."""
    candidates = np.concatenate([part[0] for part in parts], axis=1)
    scores = np.concatenate([part[1] for part in parts], axis=1).astype(np.float64)
    order = np.lexsort((candidates, -scores), axis=1)[:, :top]
    return np.take_along_axis(candidates, order, 1), np.take_along_axis(scores, order, 1)
