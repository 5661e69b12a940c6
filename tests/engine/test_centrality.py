"""Middle, core, holes and bridges against plain Python on small graphs."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import twins
from engine.test_graph import PAIRS, SIZE, built, hops_by_hand
from pumasi.engine.introductions import contacts
from pumasi.engine.introductions.contacts import best_by_contacts
from pumasi.engine.network.centrality import betweenness, bridges, core, pagerank, without
from pumasi.engine.network.graph import components, from_pairs
from pumasi.engine.network.holes import holes


def constraint_by_hand(around, i):
    strength = {a: sum(around[a].values()) for a in around}
    p = lambda a, b: around[a].get(b, 0) / strength[a]  # noqa: E731
    return sum((p(i, j) + sum(p(i, q) * p(q, j) for q in around[i] if q != j)) ** 2 for j in around[i])


def effective_size_by_hand(around, i):
    strength, size = sum(around[i].values()), 0.0
    for j in around[i]:
        most = max(around[j].values())
        size += 1 - sum(around[i][q] / strength * around[j].get(q, 0) / most for q in around[i] if q != j)
    return size


@settings(deadline=None)
@given(PAIRS)
def test_holes_are_the_formulas_by_hand(pairs):
    found, around = holes(built(pairs)), twins.neighbours(pairs)
    for i in range(SIZE):
        if i not in around:
            assert np.isnan([found.constraint[i], found.effective_size[i], found.clustering[i]]).all()
            continue
        assert found.constraint[i] == pytest.approx(constraint_by_hand(around, i))
        assert found.effective_size[i] == pytest.approx(effective_size_by_hand(around, i))
        couples = list(combinations(around[i], 2))
        tied = sum(b in around[a] for a, b in couples)
        assert found.clustering[i] == pytest.approx(tied / len(couples) if couples else 0)


@settings(deadline=None)
@given(PAIRS, st.integers(1, 3), st.sampled_from([1, 2, 3, SIZE]))
def test_best_by_contacts_is_adamic_adar_by_hand(pairs, threads, hub):
    # With every contact taken by its row, some as hubs by their columns, and nearly all so.
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contacts, "HUB", hub)
        candidates, scores = best_by_contacts(built(pairs), top=3, threads=threads)
    around = twins.neighbours(pairs)
    for a in range(SIZE):
        worth = {
            b: sum(1 / np.log(max(len(around[z]), 2)) for z in around[a] if z in around[b])
            for b in range(SIZE)
            if b != a and b not in around[a]
        }
        ranked = sorted(((-round(s, 5), b) for b, s in worth.items() if s > 0))[:3]
        assert scores[a, : len(ranked)] == pytest.approx([-s for s, _ in ranked], abs=1e-4)
        assert (candidates[a, len(ranked) :] == -1).all()
        for b, s in zip(candidates[a, : len(ranked)].tolist(), scores[a], strict=False):
            assert worth[b] == pytest.approx(s, abs=1e-4)


def test_many_nodes_with_equal_scores_come_by_their_index():
    star = {(0, b): 1.0 for b in range(1, SIZE)}
    candidates, _ = best_by_contacts(built(star), top=4, threads=2)
    assert candidates[3].tolist() == [1, 2, 4, 5]
    assert candidates[0].tolist() == [-1] * 4


@pytest.mark.parametrize("size", [150, 70_000])
def test_hubs_and_rows_together_are_the_sparse_product(size):
    """Enough nodes for several looks at the sums, and for numbers of four bytes; a few of them know nearly everybody."""
    chance = np.random.default_rng(20190708)
    low = chance.integers(0, 150, 3000) ** 2 // 150
    pairs = np.unique(np.sort(np.stack([low, chance.integers(0, 150, 3000)]), axis=0), axis=1)
    a, b = pairs[:, pairs[0] < pairs[1]].astype(np.int32)
    g = from_pairs(a, b, np.ones(a.size), size=size)
    plain = np.zeros((150, 150))
    plain[g.source, g.to] = 1
    by_hand = (plain / np.log(np.maximum(plain.sum(axis=0), 2))) @ plain
    by_hand[(plain > 0) | np.eye(150, dtype=bool)] = 0
    _, scores = best_by_contacts(g, top=5)
    assert scores[:150] == pytest.approx(-np.sort(-by_hand, axis=1)[:, :5], rel=1e-5)
    assert not scores[150:].any()


@given(PAIRS)
def test_core_numbers_by_peeling(pairs):
    around = twins.neighbours(pairs)
    number = dict.fromkeys(range(SIZE), 0)
    for k in range(1, SIZE):
        left = set(range(SIZE))
        while thin := {a for a in left if len(left & set(around.get(a, ()))) < k}:
            left -= thin
        number.update(dict.fromkeys(left, k))
    assert core(built(pairs)).tolist() == list(number.values())


@given(PAIRS)
def test_pagerank_is_where_the_walk_rests(pairs):
    rank, around = pagerank(built(pairs)), twins.neighbours(pairs)
    assert rank.sum() == pytest.approx(1.0)
    lost = sum(rank[a] for a in range(SIZE) if a not in around)
    for a in range(SIZE):
        arriving = sum(rank[b] * w / sum(around[b].values()) for b, w in around.get(a, {}).items())
        assert rank[a] == pytest.approx(0.15 / SIZE + 0.85 * (arriving + lost / SIZE), abs=1e-8)


def test_betweenness_of_a_line_of_three():
    assert betweenness(built({(0, 1): 1.0, (1, 2): 1.0}, size=3)).tolist() == [0.0, 1.0, 0.0]


def test_sampled_betweenness_is_near_the_exact():
    rng = np.random.default_rng(0)
    ends = {tuple(sorted(pair)) for pair in rng.integers(0, 2100, (4000, 2)).tolist() if pair[0] != pair[1]}
    hub = {(0, b) for b in range(1, 2100)}
    g = built(dict.fromkeys(sorted(ends | hub), 1.0), size=2100)
    found = betweenness(g)
    assert found[0] > 0.9
    assert np.array_equal(found, betweenness(g))


@given(PAIRS)
def test_bridges_are_those_whose_absence_cuts_others_off(pairs):
    found = {b.node: b.cut_off for b in bridges(built(pairs))}
    around = twins.neighbours(pairs)
    for a in range(SIZE):
        before = set(hops_by_hand(pairs, a)) - {a}
        rest = {pair: w for pair, w in pairs.items() if a not in pair}
        pieces = {frozenset(hops_by_hand(rest, b)) for b in before}
        cut_off = len(before) - max((len(piece) for piece in pieces), default=0)
        assert found.get(a, 0) == cut_off
    assert set(found) <= set(around)


@given(PAIRS)
def test_without_somebody_their_ties_are_gone(pairs):
    left = without(built(pairs), np.arange(SIZE) == 0)
    rest = {pair: w for pair, w in pairs.items() if 0 not in pair}
    assert np.array_equal(components(left), components(built(rest)))
