"""Laws of the projection: order does not matter, weight 0 undoes, and the compiled kernel equals its twins."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import twins
from pumasi.engine.arrays import NARROW
from pumasi.engine.network.incidence import incidence, standing
from pumasi.engine.network.projection import compiled, plain, project, strips

LINES = st.lists(st.tuples(st.integers(0, 12), st.integers(100, 115)), max_size=80)


def columns(lines):
    table = np.asarray(lines, dtype=np.int64).reshape(-1, 2)
    return table[:, 0], table[:, 1]


def as_dict(ties):
    return {
        (int(ties.ids[a]), int(ties.ids[b])): [w, s]
        for a, b, w, s in zip(ties.a, ties.b, ties.weight.tolist(), ties.shared.tolist(), strict=True)
    }


def same(one, other):
    assert np.array_equal(one.start, other.start)
    assert np.array_equal(one.b, other.b)
    assert np.array_equal(one.weight, other.weight)  # bit for bit, hence no tolerance
    assert np.array_equal(one.shared, other.shared)


@given(LINES, st.sampled_from([None, 2, 3, 5]))
def test_equals_the_twin_by_hand(lines, cap):
    assert as_dict(project(incidence(*columns(lines)), cap=cap)) == twins.ties(lines, cap)


@given(LINES, st.randoms(use_true_random=False))
def test_order_and_repeats_of_lines_do_not_matter(lines, random):
    shuffled = lines + random.sample(lines, len(lines) // 2)
    random.shuffle(shuffled)
    same(project(incidence(*columns(lines))), project(incidence(*columns(shuffled))))


@given(LINES, st.tuples(st.integers(0, 14), st.integers(100, 117)), st.randoms(use_true_random=False))
def test_adding_then_weight_zero_undoes(lines, extra, random):
    told = [(g, p, 1.0, 0) for g, p in dict.fromkeys(lines)]
    revised = [*told, (*extra, 1.0, 1), (*extra, 0.0, 2)]
    random.shuffle(revised)
    without = [line for line in dict.fromkeys(lines) if line != extra]

    g, p, w, r = (np.asarray(column) for column in zip(*revised, strict=True))
    stands = standing(g, p, w, r)
    people = np.arange(100, 118)

    left = project(incidence(g[stands], p[stands], participants=people))
    same(left, project(incidence(*columns(without), participants=people)))


@settings(deadline=None)
@given(LINES)
def test_kernel_equals_plain_numpy(lines):
    inc = incidence(*columns(lines)).of_size(least=2)
    share = 1.0 / np.maximum(inc.sizes - 1, 1)
    same(compiled(inc, share), plain(inc, share))


def test_kernel_equals_plain_numpy_across_many_words_of_bits():
    rng = np.random.default_rng(4)
    inc = incidence(rng.integers(0, 60, 3000), rng.integers(0, 700, 3000)).of_size(least=2)
    share = rng.random(inc.sizes.size) + 0.1
    same(compiled(inc, share), plain(inc, share))


@pytest.mark.parametrize("most", [NARROW, NARROW + 1])
def test_kernel_equals_plain_numpy_for_as_many_as_its_indices_hold(most):
    rng = np.random.default_rng(7)
    there = rng.integers(0, most, 3000)
    there[:3] = 0, most - 2, most - 1
    inc = incidence(np.repeat(np.arange(60), 50), there, participants=np.arange(most))
    share = rng.random(inc.sizes.size) + 0.1
    ties = compiled(inc, share)
    same(ties, plain(inc, share))
    assert (int(ties.a[0]), int(ties.b.max())) == (0, most - 1)


def test_strips_stand_side_by_side():
    lines = [(0, p) for p in range(11)] + [(1, 0), (1, 1)]
    by_size = strips(incidence(*columns(lines)))
    assert [len(by_size[most]) for most in (10, 20, 50, None)] == [1, 55, 55, 55]
    assert by_size[None].weight[0] == pytest.approx(1 + 1 / 10)


def test_members_without_a_gathering_stay_in_the_denominator():
    inc = incidence([1, 1], [7, 99], participants=[7, 8, 9])
    assert inc.participants.tolist() == [7, 8, 9]
    assert inc.degrees.tolist() == [1, 0, 0]
    assert len(project(inc)) == 0


def test_words_serve_as_ids():
    ties = project(incidence(["fair", "fair", "lunch"], ["b", "a", "a"]))
    assert as_dict_of_words(ties) == {("a", "b"): 1.0}


def as_dict_of_words(ties):
    return {
        (str(ties.ids[a]), str(ties.ids[b])): float(w)
        for a, b, w in zip(ties.a, ties.b, ties.weight, strict=True)
    }


def test_columns_of_unequal_length_are_named():
    with pytest.raises(ValueError, match="equally long"):
        incidence([1, 2], [1])
