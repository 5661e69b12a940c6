"""What chance alone gives: attendances dealt out anew, with every size and everyone's count as they were."""

from collections.abc import Iterator

import numpy as np

from pumasi.engine.arrays import Ints, Small
from pumasi.engine.network.incidence import Incidence

SEED = 20190708
# Five trades per gathering: more changed no measure beyond its own spread (tests/engine/test_statistics.py).
ROUNDS = 5


def randomised(
    incidence: Incidence, *, draws: int, strata: Small | None = None, seed: int = SEED, rounds: int = ROUNDS
) -> Iterator[Incidence]:
    """Incidences with the same sizes and degrees, otherwise random (curveball: Strona et al. 2014, doi
    10.1038/ncomms5114), one per draw and independent of each other.

    Without ``strata`` people are exchanged between all gatherings: "do our events gather like with like?".
    With a stratum per gathering (series and quarter) only within it: "inside one, does anyone keep apart?"
    """
    groups = np.zeros(incidence.sizes.size, dtype=np.int32) if strata is None else strata
    from pumasi.engine.kernels.curveball import seeded, trades  # late: slow import

    order = np.argsort(groups, kind="stable")
    bounds = np.concatenate([[0], np.cumsum(np.unique(groups, return_counts=True)[1])]).astype(np.int64)
    for draw in range(draws):
        member = incidence.member.copy()
        seeded(seed + draw)
        trades(incidence.start, member, order, bounds, rounds)
        yield Incidence(incidence.gatherings, incidence.participants, incidence.start, member)


def stratum(series: Ints | Small, quarter: Ints | Small) -> Small:
    """One code per pair of series and quarter: shape (gatherings,)."""
    pairs = np.stack([np.asarray(series), np.asarray(quarter)], axis=1)
    return np.unique(pairs, axis=0, return_inverse=True)[1].reshape(-1).astype(np.int32)
