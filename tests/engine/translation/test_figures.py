"""Figures of both languages: what is read as one, as the same, and as none."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pumasi.engine.translation import english, korean
from pumasi.engine.translation.check import check
from pumasi.engine.translation.facts import answers

SAME = [
    ("1억 2천만 달러", "USD 120 million"),
    ("2,310억 원", "KRW 231 billion"),
    ("13만㎡", "130,000 square meters"),
    ("13만㎡", "13 hectares"),
    ("2천8백만 원", "28 million won"),
    ("3만 5천 원", "₩35,000"),
    ("64%", "64 percent"),
    ("4%포인트", "4 percentage points"),
    ("2017년 1월", "January 2017"),
    ("2026. 5. 14.(목)", "Thursday, May 14, 2026"),
    ("8일", "July 8"),
    ("21일", "on the 21st"),
    ("14:00", "2 p.m."),
    ("오후 5시 30분", "5:30 pm"),
    ("4차 산업혁명", "the Fourth Industrial Revolution"),
    ("제12회", "12th"),
    ("8주", "eight-week"),
    ("6개월", "six months"),
    ("3분의 1", "a third of them"),
    ("2배", "twice"),
    ("5년 연속", "fifth consecutive year"),
    ("백여 개", "100"),
    ("1천 건", "1,000"),
    ("430만 건", "4.3 million"),
    ("2만 톤", "20,000 tons"),
    ("32에이커", "32 acres"),
    ("1.2km", "1.2 kilometers"),
    ("20개국", "twenty countries"),
]
OTHER = [
    ("250건", "205"),
    ("3억 원", "KRW 3 million"),
    ("13만㎡", "13,000 square meters"),
    ("2017년 1월", "January 2018"),
    ("64%", "46%"),
    ("4차 산업혁명", "the Third Industrial Revolution"),
    ("12월 3일", "December 13"),
    ("64%", "64"),
    ("3개월", "3 weeks"),
    ("오후 2시", "2 a.m."),
]


@pytest.mark.parametrize(("ko", "en"), SAME)
def test_the_same_figure(ko, en):
    asked = [fact for fact in korean.facts(ko) if fact.sure]
    assert len(asked) == 1
    assert any(answers(asked[0], one) for one in english.facts(en))


@pytest.mark.parametrize(("ko", "en"), OTHER)
def test_another_figure(ko, en):
    asked = next(fact for fact in korean.facts(ko) if fact.sure)
    assert not any(answers(asked, one) for one in english.facts(en))


@pytest.mark.parametrize(
    "text",
    [
        "Tier-1 기업",
        "1차 벤더",
        "금년 3월",
        "02-0000-1234",
        "a@b.kr",
        "COVID-19",
        "5G 통신",
        "1:1 상담",
        "신청서 2부",
        "3~4월",
    ],
)
def test_what_is_no_figure(text):
    assert [fact.text for fact in korean.facts(text) if fact.sure] == []


@given(st.integers(1, 10**12))
def test_a_number_written_in_myriads_is_the_number(n):
    parts, rest = [], n
    for size, name in ((10**12, "조"), (10**8, "억"), (10**4, "만")):
        if rest >= size:
            parts.append(f"{rest // size}{name}")
            rest %= size
    said = " ".join(parts + ([f"{rest:,}"] if rest else [])) + "원"
    assert [fact.value for fact in korean.facts(f"모두 {said}이 들었다.")] == [Fraction(n)]


@given(st.integers(2, 10**9))
def test_a_translation_with_the_same_number_is_not_blamed(n):
    found = check(f"올해 {n:,}명이 참가했다.", f"This year {n:,} people took part.")
    assert found.findings == ()


@pytest.mark.parametrize(
    ("ko", "en", "lost"),
    [
        ("22,000건에 육박했다.", "It was 22,000.", True),
        ("22,000건에 육박했다.", "It was close to 22,000.", False),
        ("30여 명이 왔다.", "Some 30 people came.", False),
        ("30여 명이 왔다.", "More than 30 people came.", False),
        ("150명 이상이 왔다.", "Fewer than 150 people came.", True),
        ("500만 원 이하를 낸다.", "You pay KRW 5 million or less.", False),
        ("하루 4시간을 넘을 수 없다.", "No more than four hours a day.", False),
        ("만 19세 이상 39세 이하가 신청한다.", "Anyone between the ages of 19 and 39 may apply.", False),
    ],
)
def test_how_a_figure_is_qualified(ko, en, lost):
    kinds = {one.kind for one in check(ko, en).findings}
    assert ("lost_hedge" in kinds) == lost
    assert kinds <= {"lost_hedge"}
