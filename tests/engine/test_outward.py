"""Where ties lead and which are new: against a plain count, and intervals that know what they rest on."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine import twins
from pumasi.engine.network.incidence import incidence
from pumasi.engine.statistics.outward import LEAST_PAIRS, new_ties, outward

LINES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 25)), min_size=1, max_size=300)


def book(lines, participants=None):
    return incidence(*np.array(sorted(lines)).reshape(-1, 2).T, participants=participants)


@settings(max_examples=60, deadline=None)
@given(LINES)
def test_where_ties_lead_is_the_plain_count(lines):
    found = book(lines, range(26))
    inside, foreign = np.arange(26) < 12, np.arange(26) >= 20
    told = outward(found, inside, foreign, most=8)
    pairs = twins.ties(set(lines), cap=8)
    ours = [pair for pair in pairs if min(pair) < 12]
    out = [pair for pair in ours if max(pair) >= 12]
    assert (told.leaving.part, told.leaving.whole) == (len(out), len(ours))
    assert told.abroad.part == sum(max(pair) >= 20 for pair in out)
    assert told.partners == len({max(pair) for pair in out})
    for one in (told.leaving, told.abroad):
        assert (one.share is None) == (one.whole < LEAST_PAIRS)
        assert one.share is None or 0 <= one.share.low <= one.share.value <= one.share.high <= 1


@settings(max_examples=60, deadline=None)
@given(LINES, LINES)
def test_new_ties_are_the_plain_count_on_a_panel(earlier, later):
    before, now = (book(lines, range(26)) for lines in (earlier, later))
    known, met = twins.ties(set(earlier)), twins.ties(set(later))
    panel = {one for pair in known for one in pair} & {one for pair in met for one in pair}
    whole = [pair for pair in met if set(pair) <= panel]
    told = new_ties(before, now)
    assert (told.part, told.whole) == (sum(pair not in known for pair in whole), len(whole))


def test_pairs_of_few_gatherings_are_less_sure_than_their_number_says():
    """Ten gatherings of 20 make 1,900 pairs; drawn one by one they would give an interval of about 2 points."""
    rng = np.random.default_rng(1)
    lines = [(g, p) for g in range(10) for p in rng.choice(400, 20, replace=False)]
    told = outward(
        book(lines),
        np.arange(len({p for _, p in lines})) % 2 == 0,
        np.zeros(len({p for _, p in lines}), bool),
        most=20,
    )
    assert told.leaving.share.high - told.leaving.share.low > 0.05


def test_the_interval_covers_what_is_true():
    """Of 100 random books in which half of all participants are outside, the interval holds the expected share in most."""
    rng, hits = np.random.default_rng(20190708), 0
    for _ in range(100):
        inside = rng.permutation(200) < 100
        lines = [(g, p) for g in range(120) for p in rng.choice(200, rng.integers(2, 7), replace=False)]
        share = outward(book(lines, range(200)), inside, ~inside, most=20).leaving.share
        hits += share.low <= (100 * 100) / (100 * 100 + 100 * 99 / 2) <= share.high
    assert hits >= 88


def test_a_newcomer_is_no_openness():
    """Whoever was not there before is left out: two old partners and a crowd of newcomers give no new tie."""
    before = book([(0, 1), (0, 2)], range(60))
    now = book([(1, 1), (1, 2), *((1, p) for p in range(30, 45))], range(60))
    assert (new_ties(before, now).part, new_ties(before, now).whole) == (0, 1)


def test_periods_over_others_are_refused():
    with pytest.raises(ValueError, match="same participants"):
        new_ties(book([(0, 1), (0, 2)]), book([(0, 1), (0, 3)]))


def test_none_of_many_is_not_sure_to_be_none():
    """Forty gatherings without anybody from outside leave room for some: at most 9 %, and never 0 to 0."""
    lines = [(g, p) for g in range(40) for p in (g % 15, g % 15 + 1, 19)]
    told = outward(book(lines, range(20)), np.ones(20, bool), np.zeros(20, bool), most=20).leaving
    assert (told.part, told.whole, told.share.value, round(told.share.high, 2)) == (0, 31, 0, 0.09)
