"""Intervals for shares and ratios, and p-values that claim no more than the runs behind them."""

from dataclasses import dataclass
from math import sqrt

import numpy as np

from pumasi.engine.arrays import Anything, Flags, Reals

Z95 = 1.959963984540054


@dataclass(frozen=True)
class Interval:
    """A figure between its bounds."""

    value: float
    low: float
    high: float


def wilson(successes: int, n: int, *, z: float = Z95) -> Interval:
    """A share with its score interval (Wilson 1927, doi 10.1080/01621459.1927.10502953), 95 % by default.

    18 of 28 gives 64 % (46 to 79 %). Raises ValueError unless 0 <= successes <= n and n > 0.
    """
    if not 0 <= successes <= n or n == 0:
        raise ValueError(f"a share needs 0 <= successes <= n and n > 0, not {successes} of {n}")
    return score_interval(successes / n, n, z=z)


def score_interval(share: float, n: float, *, z: float = Z95) -> Interval:
    """Wilson's interval of a share (0 to 1) of n cases, which may be an effective number and no whole one."""
    centre = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return Interval(share, max(0.0, min(share, centre - half)), min(1.0, max(share, centre + half)))


def empirical_p(observed: float, null: Anything) -> float:
    """Two-sided p of a figure among draws of the null: (1 + as far off) / (1 + all).

    The figure itself counts among the draws (Davison & Hinkley 1997, 4.2), so p is never 0: no number of
    draws can show that.
    """
    draws = np.asarray(null, dtype=np.float64)
    mean = float(draws.mean())
    # Sums of the same numbers in another order differ in the last bits; equal means equal to that.
    slack = 1e-9 * max(abs(observed), abs(mean))
    far = np.abs(draws - mean) >= abs(observed - mean) - slack
    return (1 + int(far.sum())) / (1 + draws.size)


def holm(p: Anything) -> Reals:
    """Holm's step-down adjustment (1979): shape as given; reject where it is at most alpha."""
    values = np.asarray(p, dtype=np.float64)
    order = np.argsort(values, kind="stable")
    stepped = np.maximum.accumulate((values.size - np.arange(values.size)) * values[order])
    adjusted = np.empty_like(values)
    adjusted[order] = np.minimum(stepped, 1.0)
    return adjusted


def ratio(observed: float, null: Anything, *, level: float = 0.95) -> Interval:
    """The figure over the mean of the null, and over its quantiles: what chance could make of it.

    1 is what chance gives; inf or nan where the null is 0. Unlike z it compares between clusters and years.
    """
    draws = np.asarray(null, dtype=np.float64)
    tail = (1 - level) / 2
    mean, low, high = float(draws.mean()), *np.quantile(draws, [tail, 1 - tail])
    return Interval(_over(observed, mean), _over(observed, float(high)), _over(observed, float(low)))


def z_score(observed: float, null: Anything) -> float:
    """Standard deviations from the mean of the null; says only whether there is something to talk about."""
    draws = np.asarray(null, dtype=np.float64)
    spread = float(draws.std(ddof=1)) if draws.size > 1 else 0.0
    return (observed - float(draws.mean())) / spread if spread > 0 else 0.0


def suppressed(counts: Anything, *, least: int = 5) -> Flags:
    """Which cells of a table (1 or 2 dimensions) must not be shown: shape as given.

    Cells of 1 to ``least`` - 1, and further cells as long as a row or column with its total would give a
    hidden one away: the smallest shown one besides, until two are hidden there that sum to ``least``.
    """
    table = np.asarray(counts)
    hidden = (table > 0) & (table < least)
    changed = True
    while changed:
        changed = False
        for axis in range(table.ndim):
            rows, masks = np.moveaxis(table, axis, -1), np.moveaxis(hidden, axis, -1)
            for row in np.ndindex(rows.shape[:-1]):
                changed |= _protected(rows[row], masks[row], least)
    return np.asarray(hidden, dtype=np.bool_)


def _protected(row: Reals, hidden: Flags, least: int) -> bool:
    """Hides one more cell of a row, in place, if its hidden cells could be had from the total."""
    if not hidden.any() or hidden.all() or (hidden.sum() > 1 and row[hidden].sum() >= least):
        return False
    shown = np.flatnonzero(~hidden)
    positive = shown[row[shown] > 0]
    pick = positive if positive.size else shown
    hidden[pick[np.argmin(row[pick])]] = True
    return True


def _over(observed: float, expected: float) -> float:
    if expected:
        return observed / expected
    return float("inf") if observed else float("nan")
