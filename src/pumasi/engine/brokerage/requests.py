"""What a 1:1 day is planned from: who wants to meet whom, who is there when, and how many tables there are."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small


@dataclass(frozen=True)
class Requests:
    """Meetings asked for between participants 0 to n - 1, each pair once, ``a < b``, with a positive ``score``.

    ``free``: who is there when, shape (n, slots). ``tables``: how many meetings a slot holds.
    """

    a: Small
    b: Small
    score: Reals
    free: Flags
    tables: int

    @property
    def slots(self) -> int:
        """Number of slots."""
        return int(self.free.shape[1])

    @property
    def places(self) -> int:
        """How many meetings the day can hold at most."""
        return self.slots * self.tables


def requests(
    a: Ints | Small, b: Ints | Small, score: Reals, *, slots: int, tables: int, blocked: Ints | None = None
) -> Requests:
    """Requests in any order and either direction; of the same pair the higher score counts.

    ``blocked``: (participant, slot) pairs, shape (m, 2). Raises ValueError where a number makes no sense.
    """
    low, high = np.minimum(a, b).astype(np.int64), np.maximum(a, b).astype(np.int64)
    if low.size and (int(low.min()) < 0 or bool((low == high).any())):
        raise ValueError("participants are numbered from 0, and nobody meets themselves")
    if slots < 1 or tables < 1 or not np.isfinite(score).all() or bool((score <= 0).any()):
        raise ValueError("slots, tables and scores must be above 0")
    away = np.zeros((0, 2), np.int64) if blocked is None else np.asarray(blocked, np.int64).reshape(-1, 2)
    if away.size and ((away < 0).any() or int(away[:, 1].max()) >= slots):
        raise ValueError(f"a blocked slot must be 0 to {slots - 1}")
    n = max(int(high.max(initial=-1)), int(away[:, 0].max(initial=-1))) + 1
    free = np.ones((n, slots), dtype=np.bool_)
    free[away[:, 0], away[:, 1]] = False
    # Sorted by pair, then by falling score: the first of each pair is the one that counts.
    order = np.lexsort((-score, high, low))
    key = (low * max(n, 1) + high)[order]
    kept = order[np.concatenate([[True], key[1:] != key[:-1]])] if key.size else order
    return Requests(
        low[kept].astype(np.int32), high[kept].astype(np.int32), score[kept].astype(np.float64), free, tables
    )
