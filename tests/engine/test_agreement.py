"""Agreement of coders and what few cases allow: published values, and laws."""

from __future__ import annotations

from collections.abc import Sequence
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import fisher_exact

from pumasi.engine.statistics.agreement import agreement
from pumasi.engine.statistics.few import effective_n, fisher, one_recoded, wilson_of_groups
from pumasi.engine.statistics.intervals import wilson


def two(both: int, first: int, second: int, neither: int) -> list[tuple[bool, bool]]:
    """Codings of two coders: both yes, one of them, both no."""
    return (
        [(True, True)] * both
        + [(True, False)] * first
        + [(False, True)] * second
        + [(False, False)] * neither
    )


@pytest.mark.parametrize(
    ("table", "share", "kappa", "alpha"),
    [
        ((16, 2, 2, 8), 0.857, 0.689, 0.694),
        ((25, 1, 1, 1), 0.929, 0.462, 0.471),
        ((24, 2, 2, 0), 0.857, -0.077, -0.058),
    ],
)
def test_two_coders_of_28_cases(
    table: tuple[int, int, int, int], share: float, kappa: float, alpha: float
) -> None:
    """The second shows why no measure is told alone: they agree on 93 % and kappa is .46."""
    found = agreement(two(*table))
    assert found.units == 28
    assert (round(found.share, 3), round(found.kappa, 3), round(found.alpha, 3)) == (share, kappa, alpha)


# Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): two observers and ten units; four, with gaps, and twelve.
TEN = list(zip([0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0], strict=True))
_ = None
FOUR = list(
    zip(
        [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
        [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
        [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
        [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
        strict=True,
    )
)


@pytest.mark.parametrize(("codings", "alpha"), [(TEN, 0.095), (FOUR, 0.743)])
def test_published_alphas(codings: Sequence[Sequence[int | None]], alpha: float) -> None:
    assert round(agreement(codings).alpha, 3) == alpha


def test_kappa_belongs_to_two_coders_and_all_alike_is_nothing_to_agree_on() -> None:
    assert isnan(agreement(FOUR).kappa)
    same = agreement(two(28, 0, 0, 0))
    assert same.share == 1
    assert isnan(same.alpha) and isnan(same.kappa) and same.standing == "undefined"
    with pytest.raises(ValueError, match="two have coded"):
        agreement([(True, None), (None, False)])


@pytest.mark.parametrize(
    ("table", "standing"), [((20, 0, 0, 8), "rely"), ((16, 2, 2, 8), "tentative"), ((10, 6, 6, 6), "weak")]
)
def test_what_an_alpha_is_good_for(table: tuple[int, int, int, int], standing: str) -> None:
    assert agreement(two(*table)).standing == standing


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=30))
def test_neither_order_of_cases_nor_of_coders_matters(codings: list[tuple[int, int]]) -> None:
    here, there = agreement(codings), agreement([(b, a) for a, b in reversed(codings)])
    assert here.share == pytest.approx(there.share)
    assert here.alpha == pytest.approx(there.alpha, nan_ok=True)
    assert here.kappa == pytest.approx(there.kappa, nan_ok=True)


def test_known_answers_of_few_cases() -> None:
    assert round(fisher(10, 12, 8, 16), 2) == 0.11
    assert round(wilson(0, 28).high, 3) == 0.121
    eighteen = wilson(18, 28)
    assert (round(eighteen.low, 3), round(eighteen.high, 3)) == (0.458, 0.793)
    moved = one_recoded(18, 28)
    assert moved.down and moved.up
    assert (round(100 * moved.down), round(100 * moved.up)) == (61, 68)
    assert one_recoded(0, 5).down is None and one_recoded(5, 5).up is None
    # 28 clusters in 20 countries that are half alike within a country are worth 23.
    groups = [2] * 8 + [1] * 12
    assert round(effective_n(groups, alike=0.5)) == 23
    wider = wilson_of_groups(18, groups, alike=0.5)
    assert wider.low < eighteen.low and wider.high > eighteen.high
    assert wilson_of_groups(18, groups, alike=0) == eighteen


@given(st.integers(0, 25), st.integers(1, 25), st.integers(0, 25), st.integers(1, 25))
def test_fisher_is_scipys(one: int, of: int, other: int, of_other: int) -> None:
    one, other = min(one, of), min(other, of_other)
    theirs = fisher_exact([[one, of - one], [other, of_other - other]]).pvalue
    assert fisher(one, of, other, of_other) == pytest.approx(theirs, rel=1e-9)


@pytest.mark.parametrize("wrong", [(5, 4, 1, 2), (-1, 4, 1, 2), (1, 4, 3, 2)])
def test_impossible_tables_are_refused(wrong: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="not a table"):
        fisher(*wrong)
    with pytest.raises(ValueError, match="between 0 and 1"):
        effective_n([1, 2], alike=1.5)
