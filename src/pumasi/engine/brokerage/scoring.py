"""What a meeting is worth: wishes, mutuality, classes of participants, who asked first, and whether a tie is new."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small

# The published order of the national trade agency's 1:1 days: mutual wishes, then buyers and investors, then domestic
# start-ups, then who asked first. Each weight exceeds the sum of those below it, so that of two meetings that compete
# for one place the one earlier in that order wins. "Must" of the wish lists stands before all of them.
MUST, MUTUAL, FIRST_CLASS, SECOND_CLASS, FIRST_COME = 16.0, 8.0, 4.0, 2.0, 1.0
MOST = MUST + MUTUAL + FIRST_CLASS + SECOND_CLASS + FIRST_COME


@dataclass(frozen=True)
class Pairs:
    """Pairs that somebody wished for, ``a < b``, with their ``score`` above 0 and up to 1; ``mutual`` flags."""

    a: Small
    b: Small
    score: Reals
    mutual: Flags


def worth(
    by: Ints,
    about: Ints,
    must: Flags,
    *,
    rank: Ints,
    met: set[tuple[int, int]] | None = None,
    dial: float = 0.0,
) -> Pairs:
    """The worth of each pair from directed wishes in the order in which they were made.

    ``must`` flags wishes, ``rank`` gives each participant's class: 0 (buyer or investor), 1 (domestic start-up), 2 (any
    other). ``met`` holds pairs that have met before; ``dial`` from 0 (wishes alone decide) to 1 (pairs that have met
    are worth next to nothing).
    """
    low, high = np.minimum(by, about), np.maximum(by, about)
    pairs, at = (
        np.unique(np.stack([low, high], axis=1), axis=0, return_inverse=True)
        if by.size
        else (np.zeros((0, 2), np.int64), np.zeros(0, np.int64))
    )
    at = at.ravel()
    count = len(pairs)
    first = np.full(count, by.size, dtype=np.int64)
    np.minimum.at(first, at, np.arange(by.size))
    wished = np.bincount(at, minlength=count)
    needed = np.bincount(at, weights=must.astype(np.float64), minlength=count) > 0
    best = np.minimum(rank[pairs[:, 0]], rank[pairs[:, 1]]) if count else np.zeros(0, np.int64)
    points = (
        MUST * needed
        + MUTUAL * (wished > 1)
        + FIRST_CLASS * (best == 0)
        + SECOND_CLASS * (best == 1)
        + FIRST_COME * (1.0 - first / max(by.size, 1))
    )
    known = np.array([(int(a), int(b)) in (met or set()) for a, b in pairs], dtype=np.bool_)
    score = points / MOST * np.where(known, 1.0 - dial, 1.0) + dial * ~known
    return Pairs(
        pairs[:, 0].astype(np.int32), pairs[:, 1].astype(np.int32), np.maximum(score, 1e-6), wished > 1
    )
