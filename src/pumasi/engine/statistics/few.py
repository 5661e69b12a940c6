"""What may be said of few cases: tests of small tables, one case coded otherwise, and clusters that share a country."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import comb

from pumasi.engine.statistics.intervals import Interval, score_interval, wilson

# Below so many cases a percentage says more than is known.
LEAST_FOR_PERCENT = 10


@dataclass(frozen=True)
class Sensitivity:
    """The share when one case is coded otherwise: ``down`` with one yes less, ``up`` with one more; None where there is none."""

    down: float | None
    up: float | None


def fisher(one: int, of: int, other: int, of_other: int) -> float:
    """Two-sided exact p of one group's share against another's (Fisher 1934): 10 of 12 against 8 of 16 gives .11.

    Sums the tables with the same margins that are no likelier than the one seen. Raises ValueError on impossible counts.
    """
    if not (0 <= one <= of and 0 <= other <= of_other):
        raise ValueError(f"not a table: {one} of {of}, {other} of {of_other}")
    yes = one + other
    tables = {
        k: comb(of, k) * comb(of_other, yes - k) for k in range(max(0, yes - of_other), min(of, yes) + 1)
    }
    # Whole numbers, so that tables as likely as the one seen are counted whatever the rounding.
    return sum(ways for ways in tables.values() if ways <= tables[one]) / sum(tables.values())


def one_recoded(successes: int, n: int) -> Sensitivity:
    """How far a single case moves the share: 18 of 28 becomes 61 or 68 %."""
    return Sensitivity(
        down=(successes - 1) / n if successes > 0 else None, up=(successes + 1) / n if successes < n else None
    )


def effective_n(groups: Iterable[int], *, alike: float) -> float:
    """How many independent cases the cases of these groups are worth (Kish 1965, 5.4).

    ``groups``: number of cases of each country; ``alike``: the intraclass correlation, 0 (cases of a country are as
    different as any) to 1 (one tells all). 28 clusters in 20 countries at .5 are worth 23. Raises ValueError outside 0 to 1.
    """
    sizes = [size for size in groups if size]
    if not 0 <= alike <= 1 or not sizes:
        raise ValueError(f"the correlation lies between 0 and 1 and there is a group, not {alike} of {sizes}")
    n = sum(sizes)
    return n / (1 + (n / len(sizes) - 1) * alike)


def wilson_of_groups(successes: int, groups: Iterable[int], *, alike: float) -> Interval:
    """The score interval when cases of a country are alike: as if there were only the effective number of cases."""
    sizes = list(groups)
    share = wilson(successes, sum(sizes)).value
    return score_interval(share, effective_n(sizes, alike=alike))
