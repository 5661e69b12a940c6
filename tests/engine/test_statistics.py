"""Intervals, tests and suppression against worked values, and a null that keeps what it must keep."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pumasi.engine.network.incidence import incidence
from pumasi.engine.network.projection import project
from pumasi.engine.statistics.intervals import empirical_p, holm, ratio, suppressed, wilson, z_score
from pumasi.engine.statistics.null import randomised, stratum
from pumasi.engine.statistics.verdict import clustering


def test_wilson_of_eighteen_of_twenty_eight():
    share = wilson(18, 28)
    assert (round(share.value, 2), round(share.low, 2), round(share.high, 2)) == (0.64, 0.46, 0.79)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_lies_within_bounds_and_mirrors(case):
    k, n = case
    share, mirror = wilson(k, n), wilson(n - k, n)
    assert 0 <= share.low <= share.value <= share.high <= 1
    assert share.low == pytest.approx(1 - mirror.high)


def test_a_share_of_nothing_is_refused():
    with pytest.raises(ValueError, match="n > 0"):
        wilson(0, 0)


def test_empirical_p_counts_both_sides_and_is_never_zero():
    null = np.arange(-99, 100)
    assert empirical_p(1000, null) == pytest.approx(1 / 200)
    assert empirical_p(-1000, null) == pytest.approx(1 / 200)
    assert empirical_p(0, null) == 1.0
    assert empirical_p(95, null) == pytest.approx((1 + 10) / 200)


def test_holm_worked_example():
    assert holm([0.01, 0.04, 0.03, 0.005]).tolist() == pytest.approx([0.03, 0.06, 0.06, 0.02])


def test_ratio_and_z_of_a_known_null():
    null = np.asarray([8.0, 10.0, 12.0])
    assert ratio(20.0, null).value == pytest.approx(2.0)
    assert ratio(20.0, null).low < 2.0 < ratio(20.0, null).high
    assert z_score(14.0, null) == pytest.approx(2.0)
    assert z_score(1.0, np.ones(5)) == 0.0


def test_small_cells_hide_a_second_one():
    hidden = suppressed([[3, 20, 30], [40, 50, 60], [70, 80, 90]])
    assert hidden.tolist() == [[True, True, False], [True, True, False], [False, False, False]]


@given(st.lists(st.lists(st.integers(0, 30), min_size=3, max_size=3), min_size=3, max_size=4))
def test_no_hidden_cell_follows_from_its_totals(rows):
    table = np.asarray(rows)
    hidden = suppressed(table)
    assert hidden[(table > 0) & (table < 5)].all()
    for lines, masks in ((table, hidden), (table.T, hidden.T)):
        for line, mask in zip(lines, masks, strict=True):
            alone = mask.sum() == 1
            assert not alone
            assert mask.all() or not mask.any() or line[mask].sum() >= 5


LINES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 12)), min_size=1, max_size=60)


@settings(deadline=None)
@given(LINES, st.integers(0, 2))
def test_dealing_anew_keeps_sizes_and_counts(lines, kinds):
    inc = incidence(*np.asarray(lines).T)
    strata = None if not kinds else (np.arange(inc.sizes.size) % kinds).astype(np.int32)
    for draw in randomised(inc, draws=3, strata=strata):
        assert np.array_equal(draw.sizes, inc.sizes)
        assert np.array_equal(draw.degrees, inc.degrees)
        for g in range(inc.sizes.size):
            present = draw.member[draw.start[g] : draw.start[g + 1]]
            assert (np.diff(present) > 0).all()
        if strata is not None:
            for s in np.unique(strata):
                own = strata[inc.gathering_of] == s
                assert np.array_equal(np.sort(draw.member[own]), np.sort(inc.member[own]))


def test_the_same_seed_deals_the_same():
    inc = incidence(*np.random.default_rng(1).integers(0, 20, (2, 120)))
    one, two = (next(randomised(inc, draws=1, seed=5)) for _ in range(2))
    assert np.array_equal(one.member, two.member)
    assert not np.array_equal(one.member, next(randomised(inc, draws=1, seed=6)).member)


def test_all_matrices_of_a_tiny_case_are_equally_likely():
    # Three gatherings of one, three people once each: six ways to deal, a sixth of the draws for each.
    inc = incidence([0, 1, 2], [0, 1, 2])
    found = [tuple(draw.member.tolist()) for draw in randomised(inc, draws=3000)]
    counts = np.unique(found, axis=0, return_counts=True)[1]
    assert counts.size == 6
    assert counts.min() > 400
    assert counts.max() < 600


def test_strata_are_pairs_of_series_and_quarter():
    assert stratum(np.asarray([1, 1, 2, 1]), np.asarray([1, 2, 1, 1])).tolist() == [0, 1, 2, 0]


def test_clustering_is_closed_over_all_triples():
    rng = np.random.default_rng(3)
    book = incidence(np.repeat(np.arange(30), 4), rng.integers(0, 25, 120), participants=np.arange(25))
    ties = project(book)
    near = np.zeros((25, 25))
    near[ties.a, ties.b] = near[ties.b, ties.a] = 1
    degree = near.sum(axis=0)
    assert clustering(ties) == pytest.approx(np.trace(near @ near @ near) / (degree * (degree - 1)).sum())
    assert clustering(project(incidence([0, 0], [0, 1]))) == 0.0
