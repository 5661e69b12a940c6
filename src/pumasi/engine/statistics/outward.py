"""Where the ties of a cluster lead, and how many of them are new: shares of pairs, sure only as far as the gatherings make them."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals
from pumasi.engine.network.incidence import Incidence
from pumasi.engine.network.projection import Ties, project
from pumasi.engine.statistics.change import GROUPS, SEED, panel
from pumasi.engine.statistics.intervals import Z95, Interval, wilson

# Of fewer pairs no share is told: a single gathering would turn it around.
LEAST_PAIRS = 20
Parted = Callable[[Ties], tuple[Flags, Flags]]


@dataclass(frozen=True)
class ShareOfPairs:
    """``part`` of ``whole`` pairs; ``share`` (0 to 1) with its 95 % interval, or None where there are too few pairs."""

    part: int
    whole: int
    share: Interval | None


@dataclass(frozen=True)
class Outward:
    """Ties with at least one end inside: those that lead out of the cluster, and those that lead abroad.

    ``partners`` counts the different organisations outside that somebody inside met.
    """

    leaving: ShareOfPairs
    abroad: ShareOfPairs
    partners: int


def outward(incidence: Incidence, inside: Flags, foreign: Flags, *, most: int) -> Outward:
    """Where ties of gatherings of two to ``most`` participants lead, those outside counted in their size.

    ``inside`` and ``foreign`` have the shape of ``incidence.participants``; a foreign participant inside is a member.
    """
    kept = incidence.of_size(least=2, most=most)

    def leaving(ties: Ties) -> tuple[Flags, Flags]:
        return inside[ties.a] ^ inside[ties.b], inside[ties.a] | inside[ties.b]

    def abroad(ties: Ties) -> tuple[Flags, Flags]:
        out, ours = leaving(ties)
        far = (foreign & ~inside)[ties.a] | (foreign & ~inside)[ties.b]
        return out & far, ours

    ties = project(kept)
    out = leaving(ties)[0]
    ends = np.concatenate([ties.a[out], ties.b[out]])
    return Outward(
        leaving=share_of_pairs(kept, leaving),
        abroad=share_of_pairs(kept, abroad),
        partners=int(np.unique(ends[~inside[ends]]).size),
    )


def new_ties(before: Incidence, now: Incidence) -> ShareOfPairs:
    """Of the pairs that met now, those that had not met before, among participants seen in both periods.

    Both over the same participants. Whoever is in one period alone is left out, or a newcomer (all of whose ties are
    new) and a better kept book would pass for openness.
    """
    if not np.array_equal(before.participants, now.participants):
        raise ValueError("both periods must be over the same participants: give incidence() the same list")
    known: Ints = project(before).key
    both = panel(before.of_size(least=2), now.of_size(least=2))

    def fresh(ties: Ties) -> tuple[Flags, Flags]:
        whole = both[ties.a] & both[ties.b]
        return whole & ~np.isin(ties.key, known), whole

    return share_of_pairs(now, fresh)


def share_of_pairs(incidence: Incidence, parted: Parted, *, seed: int = SEED) -> ShareOfPairs:
    """The share of pairs that ``parted`` tells apart (part, whole), with a jackknife over 20 groups of gatherings.

    Pairs of one gathering come together, so an interval over pairs as if they were drawn one by one would be far too
    narrow. The jackknife is of the logit, so that its bounds stay between 0 and 1. Of none or all, Wilson's interval over
    the gatherings stands.
    """
    kept = incidence.of_size(least=2)
    part, whole = _counts(kept, parted)
    if whole < LEAST_PAIRS:
        return ShareOfPairs(part, whole, None)
    if part in (0, whole):  # leaving gatherings out changes nothing, and yet the next one may
        met = int(kept.sizes.size)
        return ShareOfPairs(part, whole, wilson(met if part else 0, met))
    group = np.random.default_rng(seed).permutation(kept.sizes.size) % GROUPS
    values: Reals = np.asarray([_logit(*_counts(kept.only(group != one), parted)) for one in range(GROUPS)])
    error = float((GROUPS - 1) / GROUPS * ((values - values.mean()) ** 2).sum()) ** 0.5
    middle = _logit(part, whole)
    low, high = (1 / (1 + np.exp(-(middle + side * Z95 * error))) for side in (-1, 1))
    share = part / whole
    return ShareOfPairs(part, whole, Interval(share, min(float(low), share), max(float(high), share)))


def _counts(incidence: Incidence, parted: Parted) -> tuple[int, int]:
    part, whole = parted(project(incidence))
    return int(part.sum()), int(whole.sum())


def _logit(part: int, whole: int) -> float:
    """Half a pair more on either side, so that none and all have one too."""
    return float(np.log((part + 0.5) / (whole - part + 0.5)))
