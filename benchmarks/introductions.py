"""Do suggested introductions come true? Trained on joint projects before a day, asked about those after it.

    python benchmarks/introductions.py [--cut 2017-07-01] [--until 2019-01-01] [--data DIR]

Asked for every organisation that gains a new partner; candidates are all organisations known before the day,
less itself and its partners; equal scores go to the lower index. The constants of the formula were chosen
with --cut 2016-07-01 --until 2017-07-01, never on later days.
"""

import argparse
import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small
from pumasi.engine.commands.introductions import Projects, evidence, read
from pumasi.engine.introductions.baselines import BASELINES, Scores
from pumasi.engine.introductions.everyone import (
    LIST,
    for_everyone,
    spread,
    spread_out,
    two_sided,
    within_capacity,
)
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.formula import Formula, Introducer, introducer
from pumasi.engine.introductions.learnt.factors import scene
from pumasi.engine.introductions.learnt.ranker import CANDIDATES, interval, learn
from pumasi.engine.introductions.suggest import Wish, best, suggest
from pumasi.engine.network.graph import Graph, from_pairs
from pumasi.engine.network.incidence import Incidence, incidence

DEPTH = 1000
Ranking = Callable[["Case"], Small]


@dataclass(frozen=True)
class Case:
    """One cut: what was known, and the new partners (CSR: of asker i, ``truth[start[i]:start[i + 1]]``)."""

    book: Projects
    cut: float
    told: Evidence
    who: Introducer
    askers: Ints
    start: Ints
    truth: Small
    smallest: Small  # size of the smallest joint consortium of each new pair
    earlier: Ints  # joint projects before the cut, per asker
    coming: Reals  # mix of the programmes of what the asker did afterwards, shape (askers, K)

    @property
    def graph(self) -> Graph:
        """The ties before the cut, every one of weight 1: what the usual rankings look at."""
        return Graph(self.who.base.start, self.who.base.to, np.ones(self.who.base.to.size))


def days(date: str) -> float:
    """Days since 1970 of an ISO date."""
    return float(np.datetime64(date).astype("datetime64[D]").astype(int))


def case(book: Projects, cut: float, until: float, formula: Formula | None = None) -> Case:
    """A split at a day: projects up to the day before are known, those up to ``until`` are asked about."""
    past, later = book.day < cut, (book.day >= cut) & (book.day < until)
    known = np.unique(book.organisation[past])
    told = evidence(book, now=cut - 1, known=known)
    who = introducer(told, formula)
    after = incidence(book.project[later], book.organisation[later])
    pairs, size = _new_pairs(who, after, known)
    fresh = from_pairs(pairs[:, 0], pairs[:, 1], size.astype(float), size=known.size)
    askers = np.flatnonzero(fresh.degree)
    joint = told.incidence.of_size(least=2).degrees
    return Case(
        book=book,
        cut=cut,
        told=told,
        who=who,
        askers=askers,
        start=np.concatenate([[0], np.cumsum(fresh.degree[askers])]),
        truth=fresh.to,
        smallest=fresh.weight.astype(np.int32),
        earlier=joint[askers],
        coming=_coming(book, after, known, who.mix.shape[1])[askers],
    )


def _new_pairs(who: Introducer, after: Incidence, known: Ints) -> tuple[Small, Small]:
    """Pairs of known organisations that first meet after the cut, and their smallest consortium."""
    order = np.argsort(-after.sizes, kind="stable")
    found: dict[tuple[int, int], int] = {}
    index = np.searchsorted(known, after.participants)
    at = np.where(known[np.minimum(index, known.size - 1)] == after.participants, index, -1)
    partners = [set(who.row(node).to.tolist()) for node in range(who.size)]
    for g in order:
        members = at[after.member[after.start[g] : after.start[g + 1]]]
        present = np.sort(members[members >= 0]).tolist()
        for i, a in enumerate(present):
            for b in present[i + 1 :]:
                if b not in partners[a]:
                    found[a, b] = int(after.sizes[g])
    pairs = np.asarray(list(found), dtype=np.int32).reshape(-1, 2)
    return pairs, np.asarray(list(found.values()), dtype=np.int32)


def _coming(book: Projects, after: Incidence, known: Ints, parts: int) -> Reals:
    told = np.isin(book.part_project, after.gatherings)
    table = np.zeros((after.gatherings.size, parts))
    table[np.searchsorted(after.gatherings, book.part_project[told]), book.part[told]] = 1.0
    ours = np.isin(after.participants[after.member], known)
    mix = np.zeros((known.size, parts))
    np.add.at(
        mix, np.searchsorted(known, after.participants[after.member[ours]]), table[after.gathering_of[ours]]
    )
    return mix


def by_formula(asked: Case) -> Small:
    """The default ranking, its lists spread out as everywhere."""
    candidates, scores = for_everyone(asked.who, top=DEPTH, askers=asked.askers)
    head = spread(asked.who, candidates[:, :LIST], scores[:, :LIST])[0]
    return np.concatenate([head, candidates[:, LIST:]], axis=1)


def by_learning(asked: Case) -> Small:
    """The ranking that was learnt from the days before the cut."""
    ranker = learn(asked.told)
    if ranker is None:
        raise SystemExit("Too little came true before the cut to learn from.")
    return ranker(scene(asked.told), asked.askers, top=CANDIDATES)[0]


def by_scores(scores: Scores) -> Ranking:
    """A usual ranking, in blocks of askers."""

    def ranking(asked: Case) -> Small:
        g, rows = asked.graph, np.full((asked.askers.size, DEPTH), -1, dtype=np.int32)
        for block in range(0, asked.askers.size, 200):
            askers = asked.askers[block : block + 200]
            for i, score in enumerate(scores(g, askers)):
                open_to = asked.who.open_to(int(askers[i]))
                order = best(np.where(open_to, score, -1.0), min(DEPTH, int(open_to.sum())))
                rows[block + i, : order.size] = order
        return rows

    return ranking


def with_intent(asked: Case) -> Small:
    """The default ranking when each asker names the programmes it is about to work in."""
    rows = np.full((asked.askers.size, DEPTH), -1, dtype=np.int32)
    for i, node in enumerate(asked.askers.tolist()):
        order = suggest(asked.who, node, top=DEPTH, wish=Wish(aims=asked.coming[i])).candidate
        rows[i, : order.size] = order
    return rows


@dataclass(frozen=True)
class Figures:
    """Per asker: hit in the first 10, recall in the first 20, reciprocal rank to 1,000."""

    hit: Reals
    recall: Reals
    reciprocal: Reals

    def means(self, only: Flags | None = None) -> tuple[float, float, float, int]:
        """Means over all or the flagged askers, and how many they are."""
        keep = np.ones(self.hit.size, dtype=np.bool_) if only is None else only
        values = [float(np.nanmean(v[keep])) for v in (self.hit, self.recall, self.reciprocal)]
        return values[0], values[1], values[2], int(keep.sum())


def figures(asked: Case, ranked: Small, *, most: int | None = None) -> Figures:
    """A ranking held against what came; with ``most`` only pairs from a consortium of that size or less."""
    n = asked.askers.size
    hit, recall, reciprocal = np.full(n, np.nan), np.full(n, np.nan), np.full(n, np.nan)
    for i in range(n):
        row = slice(int(asked.start[i]), int(asked.start[i + 1]))
        true = asked.truth[row] if most is None else asked.truth[row][asked.smallest[row] <= most]
        if not true.size:
            continue
        at = np.flatnonzero(np.isin(ranked[i], true))
        hit[i] = bool(at.size and at[0] < 10)
        recall[i] = np.count_nonzero(at < 20) / true.size
        reciprocal[i] = 1 / (at[0] + 1) if at.size else 0.0
    return Figures(hit, recall, reciprocal)


def gain(one: Figures, other: Figures) -> tuple[float, float, float]:
    """Difference in Hits@10 and its paired bootstrap 95 % interval."""
    difference = one.hit - other.hit
    return float(difference.mean()), *interval(difference)


def ablations(formula: Formula) -> dict[str, Formula]:
    """The default with one part taken away at a time."""
    return {
        "without topics": replace(formula, topics_power=0.0),
        "without kinds": replace(formula, lift_powers=()),
        "without country": replace(formula, lift_powers=(0.0, formula.lift_powers[1])),
        "without type": replace(formula, lift_powers=formula.lift_powers[:1]),
        "without hub discount": replace(formula, hub=0.0),
        "without floor": replace(formula, routes_floor=1e-9),
        "without decay of ties": replace(formula, tie_half_life=1e6),
        "without reach": replace(formula, reach=0.0),
        "without spread": replace(formula, spread=0.0),
    }


def line(name: str, asked: Case, found: Figures, ranked: Small, seconds: float) -> str:
    """One row of the table: all, small organisations, small consortia."""
    parts = [found.means(), found.means(asked.earlier <= 5), figures(asked, ranked, most=20).means()]
    cells = "  ".join(f"{h:.3f} {r:.3f} {m:.3f}" for h, r, m, _ in parts)
    return f"{name:26} {cells}  {1000 * seconds / asked.askers.size:6.2f}"


def show(name: str, asked: Case, ranking: Ranking) -> Figures:
    """Prints one row and returns its figures."""
    begin = time.perf_counter()
    ranked = ranking(asked)
    seconds = time.perf_counter() - begin
    found = figures(asked, ranked)
    print(line(name, asked, found, ranked, seconds), flush=True)
    return found


def handed_out(asked: Case) -> None:
    """What both directions and a capacity cost, over the ten suggestions that each organisation would see."""
    candidates, scores = spread_out(asked.who, top=LIST)
    mutual = two_sided(candidates, scores)
    fair = within_capacity(*mutual, each=10, capacity=30)
    for name, rows in (
        ("one-sided", candidates),
        ("two-sided", mutual[0]),
        ("two-sided, at most 30", fair[0]),
    ):
        hits = figures(asked, rows[asked.askers]).means()[0]
        shown = np.bincount(rows[:, :10][rows[:, :10] >= 0], minlength=asked.who.size)
        print(f"{name:26} Hits@10 {hits:.3f}; the most suggested organisation is on {shown.max()} lists")


def main() -> None:
    """Prints the table."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--cut", default="2017-07-01")
    words.add_argument("--until", default="2019-01-01")
    home = Path(os.environ.get("PUMASI_TEST_DATA", "../shared"))
    words.add_argument("--data", type=Path, default=home / "data" / "cordis")
    words.add_argument("--ablations", action="store_true", help="also the default with each part taken away")
    words.add_argument("--fair", action="store_true", help="also both directions and capacity")
    asked_for = words.parse_args()
    book = read(asked_for.data)
    cut, until = days(asked_for.cut), days(asked_for.until)
    asked = case(book, cut, until)
    pairs, known = asked.truth.size // 2, asked.who.size
    print(f"{asked.askers.size} organisations gain {pairs} new partners; {known} candidates")
    print(f"{'Hits@10 recall@20 MRR of':26} all                <= 5 projects      consortia <= 20   ms/query")
    usual = {name: show(name, asked, by_scores(scores)) for name, scores in BASELINES.items()}
    default = show("default formula", asked, by_formula)
    show("  with intent named", asked, with_intent)
    learnt = show("learnt, over the formula", asked, by_learning)
    print(
        "Hits@10 of the learnt over the formula: {:+.3f} (95 % {:+.3f} to {:+.3f})".format(
            *gain(learnt, default)
        )
    )
    for name in ("popularity", "Adamic-Adar"):
        print("Hits@10 over {}: {:+.3f} (95 % {:+.3f} to {:+.3f})".format(name, *gain(default, usual[name])))
    if asked_for.ablations:
        for name, formula in ablations(asked.who.formula).items():
            show("  " + name, case(book, cut, until, formula), by_formula)
    if asked_for.fair:
        handed_out(asked)


if __name__ == "__main__":
    main()
