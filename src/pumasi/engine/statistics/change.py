"""Growth that is not better book-keeping: a fixed panel, equal coverage, and runs with less data."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Reals
from pumasi.engine.network.incidence import Incidence
from pumasi.engine.network.projection import Ties, project
from pumasi.engine.statistics.intervals import Z95, Interval

SEED = 20190708
GROUPS = 20


@dataclass(frozen=True)
class Coverage:
    """How much of what happens is in the book, as its keeper estimates: 0.4 for 40 %."""

    recorded: int
    share: float

    @property
    def estimated(self) -> int:
        """Gatherings that took place, by that estimate."""
        return round(self.recorded / self.share)


@dataclass(frozen=True)
class Growth:
    """Change of the number of ties between two periods, as a share: 0.1 is 10 % more.

    ``panel``: on participants active in both, both periods thinned to the same coverage, with its 95 %
    interval; ``members``: how many the panel has on average; ``raw``: the change over everybody and all that
    was recorded, which better recording alone can raise. ``basis``: "coverage" (as stated) or "equal number".
    """

    panel: Interval
    members: float
    raw: float
    basis: str


def growth(
    first: Incidence,
    second: Incidence,
    *,
    coverage: tuple[float, float] | None = None,
    draws: int = 50,
    seed: int = SEED,
) -> Growth:
    """Growth on a fixed panel between two periods over the same participants.

    With ``coverage`` (the share of what happened that each period's book holds) the better recorded period
    is thinned at random to the other's coverage. Without it both are thinned to the same number of
    gatherings: then more gatherings are no growth, only a wider circle is. Means of logarithms over
    ``draws`` thinnings; the interval is a jackknife over 20 groups of gatherings in each period.
    """
    if not np.array_equal(first.participants, second.participants):
        raise ValueError("both periods must be over the same participants: give incidence() the same list")
    one, other = first.of_size(least=2), second.of_size(least=2)
    shares = _shares(one, other, coverage)
    rng = np.random.default_rng(seed)
    pairs = [(_thinned(one, shares[0], rng), _thinned(other, shares[1], rng)) for _ in range(draws)]
    change = np.asarray([_log_change(a, b) for a, b in pairs])
    error = float(np.mean([_jackknife(a, b, rng) for a, b in pairs[:5]])) ** 0.5
    middle = float(change.mean())
    bounds = (middle, middle - Z95 * error, middle + Z95 * error)
    return Growth(
        panel=Interval(*(float(np.expm1(value)) for value in bounds)),
        members=float(np.mean([panel(a, b).sum() for a, b in pairs])),
        raw=len(project(other)) / max(len(project(one)), 1) - 1,
        basis="equal number" if coverage is None else "coverage",
    )


def panel(first: Incidence, second: Incidence) -> Flags:
    """Who was at a gathering in both periods: shape (n,)."""
    return (first.degrees > 0) & (second.degrees > 0)


def sensitivity(
    incidence: Incidence,
    measure: Callable[[Ties], float],
    *,
    dropped: float = 0.2,
    draws: int = 20,
    cap: int | None = None,
    seed: int = SEED,
) -> Interval:
    """A measure over all gatherings, and its range when a fifth of them is left out at random."""
    rng = np.random.default_rng(seed)
    values = [measure(project(_thinned(incidence, 1 - dropped, rng), cap=cap)) for _ in range(draws)]
    return Interval(measure(project(incidence, cap=cap)), float(min(values)), float(max(values)))


def _shares(first: Incidence, second: Incidence, coverage: tuple[float, float] | None) -> tuple[float, float]:
    """What to keep of each period so that both hold the same share (or number) of gatherings."""
    have = np.asarray(
        (first.sizes.size, second.sizes.size) if coverage is None else coverage, dtype=np.float64
    )
    if (have <= 0).any() or (coverage is not None and (have > 1).any()):
        raise ValueError(
            f"coverage is a share above 0 and at most 1, and both periods need gatherings: {have}"
        )
    keep = have.min() / have
    return float(keep[0]), float(keep[1])


def _thinned(incidence: Incidence, share: float, rng: np.random.Generator) -> Incidence:
    count = incidence.sizes.size
    keep = np.zeros(count, dtype=np.bool_)
    keep[rng.permutation(count)[: round(share * count)]] = True
    return incidence.only(keep)


def _log_change(first: Incidence, second: Incidence) -> float:
    """Logarithm of the ratio of ties within the panel; half a tie more in both, so that none has one too."""
    both = panel(first, second)
    before, after = (_ties_within(project(period), both) for period in (first, second))
    return float(np.log((after + 0.5) / (before + 0.5)))


def _ties_within(ties: Ties, who: Flags) -> int:
    return int((who[ties.a] & who[ties.b]).sum())


def _jackknife(first: Incidence, second: Incidence, rng: np.random.Generator) -> float:
    """Variance of the log change when each group of gatherings is left out in turn (delete-a-group)."""
    variance = 0.0
    for period in (0, 1):
        pair = [first, second]
        group = rng.permutation(pair[period].sizes.size) % GROUPS
        values = []
        for left_out in range(GROUPS):
            part = list(pair)
            part[period] = pair[period].only(group != left_out)
            values.append(_log_change(part[0], part[1]))
        spread: Reals = np.asarray(values) - np.mean(values)
        variance += (GROUPS - 1) / GROUPS * float((spread**2).sum())
    return variance
