"""Components, distances and warm paths against plain Python."""

from collections import deque
from itertools import pairwise, permutations
from math import isclose, prod

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from engine import twins
from pumasi.engine.network.graph import components, distances, from_pairs, mean_distance
from pumasi.engine.network.paths import strongest_path, warm_paths

SIZE = 8
PAIRS = st.dictionaries(
    st.tuples(st.integers(0, SIZE - 2), st.integers(1, SIZE - 1)).filter(lambda pair: pair[0] < pair[1]),
    st.sampled_from([0.1, 0.25, 0.5, 1.0, 2.0]),
    max_size=16,
)


def built(pairs, size=SIZE):
    a, b = (np.asarray([pair[i] for pair in pairs], dtype=np.int32) for i in (0, 1))
    return from_pairs(a, b, np.asarray(list(pairs.values()), dtype=float), size=size)


def hops_by_hand(pairs, source, closed=()):
    around, hops = twins.neighbours(pairs), {source: 0}
    queue = deque([source])
    while queue:
        node = queue.popleft()
        if node in closed and node != source:
            continue
        for other in around[node]:
            if other not in hops:
                hops[other] = hops[node] + 1
                queue.append(other)
    return hops


def ways_by_hand(pairs, source, target, closed, longest):
    around = twins.neighbours(pairs)
    between = [n for n in range(SIZE) if n not in {source, target} and n not in closed]
    for length in range(longest):
        for middle in permutations(between, length):
            way = (source, *middle, target)
            steps = list(pairwise(way))
            if all(b in around[a] for a, b in steps):
                yield way, prod(around[a][b] / (1 + around[a][b]) for a, b in steps)


@given(PAIRS)
def test_components_are_who_can_reach_whom(pairs):
    label = components(built(pairs))
    for a in range(SIZE):
        reach = hops_by_hand(pairs, a)
        assert {b for b in range(SIZE) if label[b] == label[a]} == set(reach)
    sizes = np.bincount(label)
    assert list(sizes) == sorted(sizes, reverse=True)


@given(PAIRS, st.sets(st.integers(0, SIZE - 1), max_size=3))
def test_distances_pass_through_no_closed_node(pairs, closed):
    flags = np.isin(np.arange(SIZE), list(closed))
    hops = distances(built(pairs), 0, closed=flags)
    assert {int(n): int(hops[n]) for n in np.flatnonzero(hops >= 0)} == hops_by_hand(pairs, 0, closed)


@given(PAIRS, st.sets(st.integers(0, SIZE - 1), max_size=3))
def test_warm_paths_are_the_best_through_each_first_contact(pairs, closed):
    flags = np.isin(np.arange(SIZE), list(closed))
    found = warm_paths(built(pairs), 0, SIZE - 1, avoid=flags, longest=4, count=SIZE)
    best = {}
    for way, strength in ways_by_hand(pairs, 0, SIZE - 1, closed, 4):
        rank = (len(way), -strength)
        best[way[1]] = min(best.get(way[1], rank), rank)
    assert {path.nodes[1] for path in found} == set(best)
    for path in found:
        hops, strength = best[path.nodes[1]]
        assert len(path.nodes) == hops
        assert isclose(path.strength, -strength)
        assert not set(path.nodes[1:-1]) & closed
        assert len(set(path.nodes)) == len(path.nodes)


@given(PAIRS)
def test_strongest_path_has_the_largest_product(pairs):
    found = strongest_path(built(pairs), 0, SIZE - 1, longest=5)
    products = [strength for _, strength in ways_by_hand(pairs, 0, SIZE - 1, (), 5)]
    if not products:
        assert found is None
        return
    assert isclose(found.strength, max(products))
    weights = twins.neighbours(pairs)
    steps = [weights[a][b] for a, b in pairwise(found.nodes)]
    assert isclose(found.strength, prod(w / (1 + w) for w in steps))


def test_mean_distance_of_a_line_of_four():
    assert isclose(mean_distance(built({(0, 1): 1.0, (1, 2): 1.0, (2, 3): 1.0})), 10 / 6)
