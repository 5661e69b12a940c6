"""Known answers: what the verdict must say where the truth is planted."""

import numpy as np
import pytest

from pumasi.engine.network.incidence import incidence
from pumasi.engine.network.projection import project, strips
from pumasi.engine.statistics.change import Coverage, growth, sensitivity
from pumasi.engine.statistics.mixing import cross_type_share, mixing
from pumasi.engine.statistics.null import randomised
from pumasi.engine.statistics.verdict import partners, verdict


def finding(found, key):
    return next(f for f in found if f.key == key)


def random_attendance(seed, gatherings=60, size=4, people=200):
    rng = np.random.default_rng(seed)
    lines = [(g, p) for g in range(gatherings) for p in rng.choice(people, size, replace=False)]
    return incidence(*np.asarray(lines).T, participants=np.arange(people))


SILO_TYPES = np.repeat([0, 1, 2], [140, 40, 20]).astype(np.int32)


def planted_silo(seed=0):
    """200 organisations of three types, 80 gatherings of 3-15, half of them within one type."""
    rng = np.random.default_rng(seed)
    lines = []
    for g in range(80):
        pool = np.arange(200) if g % 2 else np.flatnonzero(SILO_TYPES[rng.integers(200)] == SILO_TYPES)
        lines += [(g, p) for p in rng.choice(pool, rng.integers(3, 16), replace=False)]
    return incidence(*np.asarray(lines).T, participants=np.arange(200))


def lean_series(seed=1, series=12, each=15):
    """Each series draws mostly from one of two types; who comes to which of its gatherings is chance."""
    rng = np.random.default_rng(seed)
    types = np.repeat([0, 1], 60).astype(np.int32)
    lines, of = [], []
    for s in range(series):
        weight = np.where(types == s % 2, 0.85, 0.15)
        audience = rng.choice(120, 40, replace=False, p=weight / weight.sum())
        for e in range(each):
            of.append(s)
            lines += [(s * each + e, p) for p in rng.choice(audience, 8, replace=False)]
    return incidence(*np.asarray(lines).T, participants=np.arange(120)), types, np.asarray(of, np.int32)


@pytest.mark.parametrize("seed", range(8))
def test_random_attendance_shows_no_structure(seed):
    types = np.random.default_rng(99).integers(0, 3, 200).astype(np.int32)
    found = verdict(random_attendance(seed), types=types)
    assert found.enough
    assert not found.structured


def test_random_attendance_clusters_all_the_same():
    found = finding(verdict(random_attendance(0)).whole, "clustering")
    ties = project(random_attendance(0))
    density = 2 * len(ties) / (200 * 199)
    assert found.observed > 10 * density
    assert found.ratio.value == pytest.approx(1.0, abs=0.1)


def test_a_planted_silo_is_found_with_its_ratio():
    found = finding(verdict(planted_silo(), types=SILO_TYPES).whole, "cross_type")
    assert found.beyond
    assert found.z < -10
    assert found.ratio.high < 0.8


def test_lean_series_give_two_sentences():
    inc, types, series = lean_series()
    found = verdict(inc, types=types, strata=series)
    whole, within = finding(found.whole, "cross_type"), finding(found.within, "cross_type")
    assert whole.z < -10
    assert whole.beyond
    assert abs(within.z) < 3
    assert not within.beyond
    assert within.ratio.low < 1 < within.ratio.high
    assert found.movable == inc.sizes.size


def test_one_conference_changes_no_headline():
    inc = random_attendance(3)
    g, p = inc.gatherings[inc.gathering_of], inc.participants[inc.member]
    rng = np.random.default_rng(0)
    more = incidence(
        np.append(g, np.full(120, 999)),
        np.append(p, rng.choice(200, 120, replace=False)),
        participants=np.arange(200),
    )
    before, after = verdict(inc), verdict(more)
    assert after.whole == before.whole
    assert (after.lines, after.counted) == (before.lines + 1, before.counted)
    by_size = strips(more)
    assert len(by_size[20]) == len(project(inc))
    assert len(by_size[None]) > 7000


def test_too_few_gatherings_to_tell():
    found = verdict(random_attendance(0, gatherings=29))
    assert not found.enough
    assert found.whole == ()
    assert not found.structured
    assert verdict(random_attendance(0, gatherings=30)).enough


def test_those_who_met_nobody_stay_in_the_count():
    inc = incidence([0, 0, 1], [0, 1, 2], participants=np.arange(10))
    found = verdict(inc)
    assert (found.members, found.met_nobody, found.lines) == (10, 8, 1)
    assert partners(project(inc)) == pytest.approx(0.2)


def year(seed, happened=300, recorded=1.0, people=80):
    """Gatherings of 3-8 from a fixed circle of colleagues, of which a share is written down."""
    rng = np.random.default_rng(seed)
    lines = []
    for g in range(happened):
        middle = rng.integers(people)
        circle = (middle + rng.permutation(24)[: rng.integers(3, 9)]) % people
        if rng.random() < recorded:
            lines += [(g, p) for p in circle]
    return incidence(*np.asarray(lines).T, participants=np.arange(people))


@pytest.mark.parametrize("seed", range(4))
def test_better_recording_is_no_growth(seed):
    first, second = year(seed, recorded=0.4), year(seed + 100, recorded=0.8)
    found = growth(first, second, coverage=(0.4, 0.8))
    assert found.raw > 0.3
    assert found.panel.low < 0 < found.panel.high
    assert abs(found.panel.value) < 0.12
    assert found.basis == "coverage"


def test_without_a_stated_coverage_equal_numbers_are_compared():
    found = [growth(year(seed, recorded=0.4), year(seed + 100, recorded=0.8)) for seed in range(4)]
    assert {f.basis for f in found} == {"equal number"}
    assert abs(np.mean([f.panel.value for f in found])) < 0.1
    assert min(f.raw for f in found) > 0.3


def test_more_gatherings_at_equal_coverage_are_growth():
    found = growth(year(1, happened=120), year(2, happened=300), coverage=(0.7, 0.7))
    assert found.panel.low > 0.2


def test_coverage_must_be_a_share():
    with pytest.raises(ValueError, match="coverage is a share"):
        growth(year(1), year(2), coverage=(0.0, 0.5))
    assert Coverage(recorded=120, share=0.4).estimated == 300


def test_sensitivity_brackets_the_loss_of_a_fifth():
    found = sensitivity(random_attendance(0), partners)
    assert found.low <= found.high < found.value
    assert found.low > 0.75 * found.value


def test_mixing_of_a_silo_lies_within_types_and_hides_small_cells():
    inc = planted_silo()
    found = mixing(inc, SILO_TYPES, randomised(inc, draws=100), kinds=3)
    assert (np.diag(found.low)[:2] > 1).all()
    assert found.high[0, 1] < 1
    assert np.triu(found.weight).sum() == pytest.approx(project(inc, cap=20).weight_sum)
    few = mixing(inc, np.where(np.arange(200) < 3, 0, 1).astype(np.int32), randomised(inc, draws=5), kinds=2)
    assert few.hidden[0, 0] or few.pairs[0, 0] == 0


def test_cross_type_share_leaves_the_unknown_out():
    ties = project(incidence([0, 0, 1, 1, 2, 2], [0, 1, 1, 2, 2, 3]))
    assert cross_type_share(ties, np.asarray([0, 0, 1, -1], np.int32)) == pytest.approx(0.5)
