"""Is there structure beyond chance? A cluster's measures beside two nulls, each for its own sentence."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from math import ceil

import numpy as np

from pumasi.engine.arrays import Reals, Small
from pumasi.engine.network.graph import graph
from pumasi.engine.network.incidence import Incidence
from pumasi.engine.network.projection import Ties, project
from pumasi.engine.statistics.intervals import Interval, empirical_p, holm, ratio, z_score
from pumasi.engine.statistics.mixing import cross_type_share, share_between
from pumasi.engine.statistics.null import SEED, randomised

ALPHA = 0.01
LEAST_LINES = 30
DRAWS = 200
# The headline rests on gatherings small enough to meet at; larger ones are shown beside it.
HEADLINE = 20
Measure = Callable[[Ties], float]
# Circles of types whose share of the ties is asked about beforehand: companies with science, say.
Circles = Mapping[str, tuple[Iterable[int], Iterable[int]]]


@dataclass(frozen=True)
class Finding:
    """One measure beside the draws of one null.

    ``ratio``: observed over the mean of the null, between its quantiles; ``adjusted``: p after Holm;
    ``beyond`` is true when that is at most alpha. z only says whether there is something to talk about.
    """

    key: str
    observed: float
    expected: float
    ratio: Interval
    z: float
    p: float
    adjusted: float
    beyond: bool


@dataclass(frozen=True)
class Verdict:
    """What can be said of a cluster in a window.

    ``lines``: gatherings of two or more members, ``counted`` of them within the size limit; ``members``: all,
    those who met nobody included; ``met_nobody``: how many those are. ``enough`` is false under 30 counted
    lines: then there are no findings. ``whole``: against attendance dealt out over everything; ``within``:
    within series and quarter (None without strata), where ``movable`` lines have another to exchange with.
    """

    lines: int
    counted: int
    members: int
    met_nobody: int
    enough: bool
    whole: tuple[Finding, ...] = ()
    within: tuple[Finding, ...] | None = None
    movable: int = 0

    @property
    def structured(self) -> bool:
        """Whether any measure lies beyond what chance gives over the whole matrix."""
        return any(finding.beyond for finding in self.whole)


def verdict(
    incidence: Incidence,
    *,
    types: Small | None = None,
    circles: Circles | None = None,
    strata: Small | None = None,
    cap: int | None = HEADLINE,
    draws: int = DRAWS,
    alpha: float = ALPHA,
    seed: int = SEED,
) -> Verdict:
    """The verdict over an incidence of one cluster's members and the lines of a window.

    ``types``: code per participant, -1 unknown; ``circles``: pairs of sets of those codes by key;
    ``strata``: code per gathering (series and quarter). At least ``draws`` randomisations, and as many as
    Holm over the measures needs to reach ``alpha`` at all.
    """
    lines = incidence.sizes >= 2
    small = lines if cap is None else lines & (incidence.sizes <= cap)
    matrix, counted = incidence.only(small), int(small.sum())
    alone = int((incidence.only(lines).degrees == 0).sum())
    head = (int(lines.sum()), counted, incidence.participants.size, alone)
    if counted < LEAST_LINES:
        return Verdict(*head, enough=False)
    chosen = measures(types, circles)
    runs = max(draws, ceil(len(chosen) / alpha))
    whole = _findings(matrix, chosen, None, draws=runs, alpha=alpha, seed=seed)
    if strata is None:
        return Verdict(*head, enough=True, whole=whole)
    own = strata[small]
    within = _findings(matrix, chosen, own, draws=runs, alpha=alpha, seed=seed)
    _, sizes = np.unique(own, return_counts=True)
    movable = int(sizes[sizes > 1].sum())
    return Verdict(*head, enough=True, whole=whole, within=within, movable=movable)


def measures(types: Small | None = None, circles: Circles | None = None) -> dict[str, Measure]:
    """The measures of a verdict by key; shares of types need types."""
    found: dict[str, Measure] = {"partners": partners, "repeated": repeated, "clustering": clustering}
    if types is not None:
        found["cross_type"] = lambda ties: cross_type_share(ties, types)
        for key, (one, other) in (circles or {}).items():
            circle = [np.isin(types, list(kinds)) for kinds in (one, other)]
            found[key] = partial(share_between, known=types >= 0, one=circle[0], other=circle[1])
    return found


def partners(ties: Ties) -> float:
    """Mean number of partners over all members, those who met nobody included."""
    return 2 * len(ties) / max(ties.ids.size, 1)


def repeated(ties: Ties) -> float:
    """Share of ties that met at two or more gatherings."""
    return float((ties.shared >= 2).mean()) if len(ties) else 0.0


def clustering(ties: Ties) -> float:
    """Share of pairs with a common partner that are tied themselves (transitivity): 0 to 1."""
    from pumasi.engine.kernels.triangles import count_triangles  # late: slow import

    g = graph(ties)
    open_to = float((g.degree * (g.degree - 1)).sum())
    return 6.0 * count_triangles(g.start, g.to) / open_to if open_to else 0.0


def _findings(
    matrix: Incidence,
    chosen: dict[str, Measure],
    strata: Small | None,
    *,
    draws: int,
    alpha: float,
    seed: int,
) -> tuple[Finding, ...]:
    observed = _values(project(matrix), chosen)
    dealt = randomised(matrix, draws=draws, strata=strata, seed=seed)
    null = np.stack([_values(project(draw), chosen) for draw in dealt])
    p = np.asarray([empirical_p(value, null[:, i]) for i, value in enumerate(observed)])
    adjusted = holm(p)
    return tuple(
        Finding(
            key,
            float(observed[i]),
            float(null[:, i].mean()),
            ratio(float(observed[i]), null[:, i]),
            z_score(float(observed[i]), null[:, i]),
            float(p[i]),
            float(adjusted[i]),
            bool(adjusted[i] <= alpha),
        )
        for i, key in enumerate(chosen)
    )


def _values(ties: Ties, chosen: dict[str, Measure]) -> Reals:
    return np.asarray([measure(ties) for measure in chosen.values()])
