"""Learns from earlier days which candidates of the formula came true, and shows on a later day whether it helps."""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from pumasi.engine.arrays import Bytes, Flags, Ints, Reals, Small
from pumasi.engine.introductions.everyone import for_everyone, spread, spread_out
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.learnt.factors import Scene, lists, scene
from pumasi.engine.introductions.learnt.trees import Growth, Trees, grow
from pumasi.engine.network.graph import Graph, from_pairs
from pumasi.engine.network.projection import project

# The days that are learnt from and how long each looked ahead, in years before the present. Days close to each other
# ask about much the same, of networks that differ: more of them teach more, so far (chosen on validation years).
DAYS = ((0.25, 0.0), (0.5, 0.0), (0.75, 0.0), (1.0, 0.0), (1.25, 0.0), (1.5, 0.0), (2.0, 1.0))
# A day that knew less than this share of today's organisations teaches about another world.
LEAST_KNOWN = 0.25
# The day of the examination: its lessons end there, its questions come after.
EXAMINED = 1.5
# So many of a list's candidates are ordered anew; so many of them that did not come true are learnt from.
CANDIDATES, OTHERS = 300, 60
# A list counts as written by the formula and the trees together; this is the share of the formula's.
FORMULA = 0.5
# Fewer organisations with new partners than this teach nothing.
FEWEST = 200
MOST_LEARNT = 3000
BLOCK = 500

Found = TypeVar("Found")


@dataclass(frozen=True)
class Day:
    """A day in the past, who gained partners after it, and whom: asker i gained ``new.to`` of its row."""

    seen: Scene
    askers: Ints
    new: Graph


@dataclass(frozen=True)
class Ranker:
    """``spreads``: the standard deviations of the formula's logarithm and of the trees over what was learnt from."""

    trees: Trees
    spreads: tuple[float, float]

    def __call__(self, seen: Scene, askers: Ints | None = None, *, top: int = 20) -> tuple[Small, Reals]:
        """The ``top`` candidates of every asker (default: everyone), best first, and their scores: both (askers, top).

        Where there are fewer the rest is -1 and 0. Scores are comparable within a list.
        """
        asked = np.arange(seen.who.size) if askers is None else np.asarray(askers, dtype=np.int64)
        parts = _in_parts(lambda part: self._ranked(seen, part, top), asked)
        return np.concatenate([part[0] for part in parts]), np.concatenate([part[1] for part in parts])

    def _ranked(self, seen: Scene, askers: Ints, top: int) -> tuple[Small, Reals]:
        candidates, scores = for_everyone(seen.who, top=max(top, CANDIDATES), askers=askers)
        x = lists(seen, askers, candidates, scores)
        value = self.trees(x.reshape(-1, x.shape[2])).reshape(candidates.shape)
        formula, trees = self.spreads
        # In the formula's own measure, so that circles are thinned out as in its lists.
        value = value * (formula / trees) + FORMULA * _logs(scores)
        value = np.where(candidates >= 0, np.exp(value - value.max(axis=1, keepdims=True)), 0.0)
        order = np.lexsort((candidates, -value), axis=1)
        best = np.take_along_axis(candidates, order, 1), np.take_along_axis(value, order, 1)
        thinned = spread(seen.who, *best)
        return thinned[0][:, :top], thinned[1][:, :top]


@dataclass(frozen=True)
class Examination:
    """Hits@10 of a ranker less the formula's, asked about a later day: mean and paired 95 % interval."""

    organisations: int
    formula: float
    learnt: float
    low: float
    high: float

    @property
    def passed(self) -> bool:
        """The ranking is better beyond chance."""
        return self.low > 0.0


def learn(evidence: Evidence, *, ago: float = 0.0, growth: Growth | None = None) -> Ranker | None:
    """A ranker from the days before the one ``ago`` years back; None where too little came true to learn from."""
    least = LEAST_KNOWN * evidence.at(ago)[1].size
    days = [day for back, until in DAYS if (day := asked_on(evidence, ago + back, ago + until, least=least))]
    return fit(days, growth) if days else None


def fit(days: list[Day], growth: Growth | None = None) -> Ranker | None:
    """A ranker from these days; None where none of the new partners was among the candidates."""
    taught = [part for day in days for part in _lessons(day)]
    if not taught:
        return None
    x = np.concatenate([one[0] for one in taught])
    label = np.concatenate([one[1] for one in taught])
    logs = np.concatenate([one[2] for one in taught])
    start = np.concatenate([[0], np.cumsum(np.concatenate([one[3] for one in taught]))]).astype(np.int64)
    trees = grow(x, label, start, growth)
    return Ranker(trees, (float(logs.std()) or 1.0, float(trees(x).std()) or 1.0))


def examine(evidence: Evidence, growth: Growth | None = None) -> Examination | None:
    """Whether a ranker that knew nothing of the last year and a half orders it better than the formula.

    None where there is too little to learn from or to ask about.
    """
    day = asked_on(evidence, EXAMINED, 0.0)
    ranker = learn(evidence, ago=EXAMINED, growth=growth) if day else None
    if day is None or ranker is None:
        return None
    plain = spread_out(day.seen.who, askers=day.askers)[0]
    formula, learnt = hits(day, plain), hits(day, ranker(day.seen, day.askers)[0])
    low, high = interval(learnt.astype(np.float64) - formula)
    return Examination(day.askers.size, float(formula.mean()), float(learnt.mean()), low, high)


def asked_on(evidence: Evidence, back: float, until: float, *, least: float = 0) -> Day | None:
    """The day ``back`` years ago with what came true up to ``until`` years ago.

    None where hardly anything did, or where fewer than ``least`` organisations were known.
    """
    told, known = evidence.at(back)
    if known.size <= FEWEST or known.size < least:
        return None
    seen = scene(told)
    later = evidence.incidence.only((evidence.age <= back) & (evidence.age > until))
    place = np.full(evidence.incidence.participants.size, -1)
    place[known] = np.arange(known.size)
    ties = project(later)
    a, b = place[ties.a], place[ties.b]
    fresh = (a >= 0) & (b >= 0)
    a, b = a[fresh], b[fresh]
    partners = seen.who.base
    old = partners.source.astype(np.int64) * known.size + partners.to
    fresh = ~np.isin(a * known.size + b, old)
    new = from_pairs(a[fresh], b[fresh], np.ones(int(fresh.sum())), size=known.size)
    askers = np.flatnonzero(new.degree)
    return Day(seen, askers, new) if askers.size >= FEWEST else None


def hits(day: Day, ranked: Small) -> Flags:
    """Whether one of the first ten came true, per asker."""
    return np.asarray(_came_true(day, day.askers, ranked[:, :10]).any(axis=1))


def interval(difference: Reals, *, draws: int = 1000, seed: int = 20190708) -> tuple[float, float]:
    """The bootstrap 95 % interval of a mean over askers."""
    rng = np.random.default_rng(seed)
    means = [difference[rng.integers(0, difference.size, difference.size)].mean() for _ in range(draws)]
    low, high = np.quantile(means, [0.025, 0.975])
    return float(low), float(high)


def _lessons(day: Day) -> list[tuple[Reals, Bytes, Reals, Ints]]:
    """Factors, labels, the formula's logarithm and the lengths of the lists, block by block."""
    rng = np.random.default_rng(day.askers.size)
    few = min(MOST_LEARNT, day.askers.size)
    askers = np.sort(rng.choice(day.askers, few, replace=False))
    draws = rng.random((few, CANDIDATES))
    found = _in_parts(lambda part: _lesson(day, askers[part], draws[part]), np.arange(few))
    return [one for one in found if one[1].size]


def _lesson(day: Day, askers: Ints, draws: Reals) -> tuple[Reals, Bytes, Reals, Ints]:
    candidates, scores = for_everyone(day.seen.who, top=CANDIDATES, askers=askers)
    true = _came_true(day, askers, candidates)
    # Of those that did not come true some by lot: all of them would drown the rest.
    place = np.where((candidates >= 0) & ~true, draws, 2.0).argsort(axis=1).argsort(axis=1)
    kept = true | ((candidates >= 0) & (place < OTHERS))
    kept &= np.any(true, axis=1, keepdims=True)
    x = lists(day.seen, askers, candidates, scores)
    length = kept.sum(axis=1)
    return x[kept], true[kept].astype(np.uint8), _logs(scores)[kept], length[length > 0]


def _came_true(day: Day, askers: Ints, candidates: Small) -> Flags:
    n = day.new.size
    known = day.new.source.astype(np.int64) * n + day.new.to
    asked = np.asarray(askers[:, None] * n + candidates, dtype=np.int64)
    return np.asarray(np.logical_and(np.isin(asked, known), candidates >= 0))


def _logs(scores: Reals) -> Reals:
    return np.log(np.maximum(scores, 1e-12))


def _in_parts(work: Callable[[Ints], Found], askers: Ints) -> list[Found]:
    """What ``work`` gives for some askers at a time, on all processors, in their order."""
    parts = np.array_split(askers, range(BLOCK, askers.size, BLOCK))
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(work, parts))
