"""Communities that are stable and a map that keeps its places."""

import numpy as np
import pytest

from pumasi.engine.kernels.forces import repulsion
from pumasi.engine.network.communities import communities, keeping_numbers, modularity, rand_index
from pumasi.engine.network.graph import from_pairs, graph
from pumasi.engine.network.incidence import incidence
from pumasi.engine.network.layout import STEP, layout
from pumasi.engine.network.layout.forces import repelled
from pumasi.engine.network.projection import project


def caves(groups=5, each=12, alone=3, seed=3):
    """Groups that meet among themselves, one meeting across all of them, and some who meet nobody."""
    rng = np.random.default_rng(seed)
    lines = [
        (g * 100 + i, g * each + p)
        for g in range(groups)
        for i in range(20)
        for p in rng.choice(each, 4, replace=False)
    ]
    lines += [(999, g * each) for g in range(groups)]
    gathering, person = np.asarray(lines).T
    return incidence(gathering, person, participants=np.arange(groups * each + alone))


def test_caves_are_found_in_every_run_and_loners_belong_to_none():
    inc = caves()
    found = communities(graph(project(inc)))
    truth = np.arange(60) // 12
    assert rand_index(found.label[:60], truth) == pytest.approx(1.0)
    assert found.label[60:].tolist() == [-1, -1, -1]
    assert found.agreement == pytest.approx(1.0)
    assert np.nanmin(found.steadiness) == pytest.approx(1.0)


def test_the_same_seed_gives_the_same_groups():
    g = graph(project(caves()))
    one, two = communities(g), communities(g)
    assert np.array_equal(one.label, two.label)
    assert one.modularity == pytest.approx(modularity(g, one.label))


def test_random_ties_give_groups_that_do_not_last():
    rng = np.random.default_rng(0)
    g = graph(project(incidence(np.repeat(np.arange(150), 3), rng.integers(0, 120, 450))))
    assert communities(g).agreement < 0.8


def test_modularity_of_two_pairs_is_a_half():
    g = from_pairs(np.asarray([0, 2], np.int32), np.asarray([1, 3], np.int32), np.ones(2), size=4)
    assert modularity(g, np.asarray([0, 0, 1, 1])) == pytest.approx(0.5)


def test_groups_keep_their_numbers():
    before = np.asarray([2, 2, 2, 0, 0, 1, -1], np.int32)
    label = np.asarray([0, 0, 0, 1, 1, 2, 2], np.int32)
    assert keeping_numbers(label, before).tolist() == [2, 2, 2, 0, 0, 1, 1]


def test_map_is_the_same_twice_and_everyone_has_room():
    g = graph(project(caves()))
    label = communities(g).label
    one, two = layout(g, label=label), layout(g, label=label)
    assert np.array_equal(one.place, two.place)
    apart = np.sqrt(((one.place[:, None] - one.place[None]) ** 2).sum(axis=2)) + np.eye(g.size)
    assert apart.min() > 0.03
    inner = np.sqrt((one.place[:60] ** 2).sum(axis=1))
    assert np.sqrt((one.place[60:] ** 2).sum(axis=1)).min() > inner.max()


def test_groups_stand_together():
    g = graph(project(caves()))
    place = layout(g, label=communities(g).label).place[:60]
    centre = place.reshape(5, 12, 2).mean(axis=1)
    own = np.sqrt(((place.reshape(5, 12, 2) - centre[:, None]) ** 2).sum(axis=2)).mean()
    between = np.sqrt(((centre[:, None] - centre[None]) ** 2).sum(axis=2))[~np.eye(5, dtype=bool)].min()
    assert between > 2 * own


def test_a_newcomer_moves_nobody_far():
    g = graph(project(caves()))
    before = layout(g).place
    tied = np.flatnonzero(g.degree > 0)
    once = g.source < g.to
    newcomer = g.size
    pairs = (
        np.append(g.source[once], tied[0]).astype(np.int32),
        np.append(g.to[once], newcomer).astype(np.int32),
    )
    grown = from_pairs(*pairs, np.append(g.weight[once], 1.0), size=newcomer + 1)
    after = layout(grown, before=np.vstack([before, [[np.nan, np.nan]]])).place
    moved = np.sqrt(((after[tied] - before[tied]) ** 2).sum(axis=1))
    assert moved.max() < STEP + 0.05
    assert np.sqrt(((after[newcomer] - after[tied[0]]) ** 2).sum()) < 0.3


def test_compiled_repulsion_equals_its_twin():
    rng = np.random.default_rng(2)
    place, mass = rng.normal(size=(60, 2)) * 20, rng.random(60) + 1
    assert np.allclose(repulsion(place, mass), repelled(place, mass), rtol=1e-4, atol=1e-4)


def test_an_empty_and_a_lonely_cluster_have_a_map():
    assert layout(from_pairs(*(np.zeros(0, np.int32),) * 2, np.zeros(0), size=0)).place.shape == (0, 2)
    alone = layout(from_pairs(*(np.zeros(0, np.int32),) * 2, np.zeros(0), size=3))
    assert np.isfinite(alone.place).all()
    assert alone.apart.all()
