"""What a wave says: recounted by hand, small cells held back so that no total gives them away, and money never mixed."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree as lxml
from tests.rooms.observatory.asking import AIMS, answer, asked

from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory import words
from pumasi.measure.observatory.models import Question
from pumasi.measure.observatory.picture import Bars, drawn
from pumasi.measure.observatory.queries.summaries import _shares

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(wave):
    """Eleven of twelve clusters send: visa yes but for the last three, members 10, 20 … 110."""
    found = asked(wave)
    for n, response in enumerate(found.responses[:11]):
        told = {
            "members": str(10 * (n + 1)),
            "visa": "yes" if n < 8 else "no",
            "income": ["a"] if n < 5 else ["a", "b"],
        }
        told |= {"helped": "unknown" if n == 0 else "refused" if n == 1 else str(n)} if n < 8 else {}
        told |= {"budget": {"amount": str(100 + n), "currency": "USD" if n < 6 else "EUR", "year": 2025}}
        answer(found, response, **told)
        observatory.send(response=response)
    answer(found, found.responses[11], members="9999", visa="yes")
    return found


def summary(place, key, *, world=False):
    return next(one for one in observatory.summaries(place.wave, world=world) if one.question.key == key)


def test_only_what_was_sent_counts_and_middles_are_the_middles(place):
    members = summary(place, "members")
    assert (members.asked, members.n) == (11, 11)
    (middle,) = members.middles
    assert (middle.median, middle.low, middle.high) == (Decimal(60), Decimal(35), Decimal(85))
    assert (
        words.middle(middle, members.question, "en")
        == "median 60 organisations, n = 11, the middle half 35–85 organisations"
    )
    assert words.middle(middle, members.question, "ko") == "중앙값 60곳 (n=11), 가운데 절반은 35~85곳"


def test_who_is_not_asked_is_not_in_the_denominator_and_no_answer_has_two_kinds(place):
    helped = summary(place, "helped")
    assert (helped.asked, helped.n, helped.unknown, helped.refused, helped.blank) == (8, 6, 1, 1, 0)


def test_shares_carry_their_interval_and_several_choices_exceed_a_whole(place):
    visa = summary(place, "visa")
    assert [(one.key, one.count) for one in visa.shares] == [("yes", 8), ("no", 3)]
    assert words.counted(visa.shares[0], visa.n, "en") == "8 of 11 (73 %; 95 % CI 43–90 %)"
    income = summary(place, "income")
    assert income.several
    assert sum(one.count for one in income.shares) == 17 > income.n


def test_money_of_two_currencies_is_never_put_together(place):
    euros, dollars = summary(place, "budget").middles
    assert [(one.of, one.n) for one in (euros, dollars)] == [("EUR 2025", 5), ("USD 2025", 6)]
    assert words.middle(euros, place.q["budget"], "en").startswith("median EUR 108 (money of 2025), n = 5")
    assert words.middle(euros, place.q["budget"], "ko").startswith("중앙값 EUR 108(2025년 기준) (n=5)")


def test_the_world_sees_no_small_cell_and_none_by_subtraction(place):
    visa = summary(place, "visa", world=True)
    assert [one.count for one in visa.shares] == [None, None], (
        "3 of 11 is held back, and 8 would give it away"
    )
    assert words.counted(visa.shares[0], visa.n, "en") == "held back (few)"
    income = summary(place, "income", world=True)
    assert [one.count for one in income.shares] == [11, 6, 0]
    assert summary(place, "happy", world=True).held


@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=5, max_size=60))
@settings(max_examples=200, deadline=None)
def test_held_back_counts_cannot_be_had_from_the_total(values):
    told = _shares(Question(key="k", kind="one", choices=AIMS), values, world=True)
    counts = Counter(values)
    shown = {one.key: one.count for one in told if one.count is not None}
    assert all(count == counts[key] and not 0 < count < 5 for key, count in shown.items())
    hidden = [one.key for one in told if one.count is None]
    if hidden:
        rest = len(values) - sum(shown.values())
        assert len(hidden) > 1 or len(told) == 1
        assert rest == sum(counts[key] for key in hidden)
        assert rest >= 5 or len(shown) == 0


def test_two_questions_against_each_other(place):
    down, leads = place.q["visa"], observatory.crossed(place.wave, place.q["visa"], None, world=False)
    assert (leads.rows, leads.columns, leads.n) == (["yes", "no"], ["companies", "public"], 11)
    assert leads.counts == [[6, 2], [0, 3]]
    assert leads.p == pytest.approx(0.0606, abs=1e-4)
    assert words.exact_test(leads.p, "en") == "No clear difference (Fisher's exact test, p = .06)."
    several = observatory.crossed(place.wave, down, place.q["income"], world=False)
    assert several.several
    assert several.p is None
    hidden = observatory.crossed(place.wave, down, None, world=True)
    assert all(one is None or one == 0 or one >= 5 for row in hidden.counts for one in row)


def test_a_picture_stands_alone_and_takes_titles_as_text():
    told = Bars("<script>x</script> & more", ["one"], ["yes", "no"], [[3, None]], "n = 8", "held back")
    picture = lxml.fromstring(drawn(told))
    texts = ["".join(one.itertext()) for one in picture.iter() if str(one.tag).endswith("}text")]
    assert "<script>x</script> & more" in texts
    assert "held back" in texts
    assert picture.find("{*}desc").text == "one: yes 3, no held back; n = 8"
