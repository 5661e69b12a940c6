"""How much of the tie weight joins different types, and every pair of types for itself."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small, summed
from pumasi.engine.network.incidence import Incidence
from pumasi.engine.network.projection import Ties, project
from pumasi.engine.statistics.intervals import suppressed


@dataclass(frozen=True)
class Mixing:
    """Ties by pair of types, shape (m, m), symmetric.

    ``weight``: sum of tie weights; ``pairs``: number of ties; ``ratio``: weight over the mean of the null
    (nan where that is 0), with ``low`` and ``high`` from its 2.5 and 97.5 % quantiles. ``hidden`` flags cells
    that must not be shown: few ties, or derivable from the others and the totals.
    """

    weight: Reals
    pairs: Ints
    ratio: Reals
    low: Reals
    high: Reals
    hidden: Flags


def cross_type_share(ties: Ties, types: Small) -> float:
    """Share of the tie weight that joins two different known types; nan without a tie of two known types."""
    one, other = types[ties.a], types[ties.b]
    known = (one >= 0) & (other >= 0)
    total = float(ties.weight[known].sum())
    return float(ties.weight[known & (one != other)].sum()) / total if total else float("nan")


def share_between(ties: Ties, known: Flags, one: Flags, other: Flags) -> float:
    """Share of the tie weight between participants of known type that joins one circle with another.

    All flags are per participant; the circles may be the same ("companies among themselves"). nan without a
    tie between two of known type.
    """
    counted = known[ties.a] & known[ties.b]
    total = float(ties.weight[counted].sum())
    joins = (one[ties.a] & other[ties.b]) | (other[ties.a] & one[ties.b])
    return float(ties.weight[counted & joins].sum()) / total if total else float("nan")


def by_types(ties: Ties, types: Small, *, kinds: int) -> tuple[Reals, Ints]:
    """Tie weight and number of ties for each pair of types: two symmetric (kinds, kinds) tables.

    A tie within a type counts once on the diagonal.
    """
    one, other = types[ties.a], types[ties.b]
    known = (one >= 0) & (other >= 0)
    low, high = np.minimum(one, other)[known], np.maximum(one, other)[known]
    cell = low.astype(np.int64) * kinds + high
    weight = summed(cell, ties.weight[known], kinds * kinds).reshape(kinds, kinds)
    pairs = np.bincount(cell, minlength=kinds * kinds).reshape(kinds, kinds)
    return weight + np.triu(weight, 1).T, pairs + np.triu(pairs, 1).T


def mixing(
    incidence: Incidence, types: Small, null: Iterable[Incidence], *, kinds: int, cap: int | None = 20
) -> Mixing:
    """Every pair of types beside the null's draws, ties weighing 1/(k - 1) in gatherings up to ``cap``."""
    weight, pairs = by_types(project(incidence, cap=cap), types, kinds=kinds)
    draws = np.stack([by_types(project(draw, cap=cap), types, kinds=kinds)[0] for draw in null])
    low, high = np.quantile(draws, [0.025, 0.975], axis=0)
    hidden = suppressed(pairs)
    return Mixing(
        weight,
        pairs,
        _over(weight, draws.mean(axis=0)),
        _over(weight, high),
        _over(weight, low),
        hidden | hidden.T,
    )


def _over(observed: Reals, expected: Reals) -> Reals:
    blank = np.full(observed.shape, np.nan)
    return np.asarray(np.divide(observed, expected, out=blank, where=expected > 0))
