"""Numbers, quantities and particles in both conventions."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pumasi.kit.numbers import (
    CASES,
    COMPANIES,
    Approximate,
    Counter,
    Qualifier,
    counted,
    grouped,
    percent,
    read_approximate,
    roughly,
    share,
    signed,
    spoken,
)
from pumasi.kit.particles import EITHER, with_particle
from pumasi.kit.quantities import Area, Money, Rate, duration, hours

MEETUPS = Counter("건", "meet-up")


@pytest.mark.parametrize(
    ("value", "ko", "en"),
    [
        (0, "0", "0"),
        (9_999, "9,999", "9,999"),
        (22_000, "2만 2,000", "22,000"),
        (1_348_000, "134만 8,000", "1.348 million"),
        (430_000_000, "4억 3,000만", "430 million"),
        (10**12, "1조", "1 trillion"),
        (123_456_789, "1억 2,345만 6,789", "123,456,789"),
        (-50_000, "−5만", "−50,000"),
        (Decimal("12345.5"), "1만 2,345.5", "12,345.5"),
    ],
)
def test_numbers_are_spoken_in_the_units_of_the_language(value, ko, en):
    assert (spoken(value, "ko"), spoken(value, "en")) == (ko, en)


@given(st.integers(min_value=0, max_value=10**19))
def test_spoken_korean_loses_no_digit(value):
    sizes = {"경": 10**16, "조": 10**12, "억": 10**8, "만": 10**4}
    total = 0
    for part in spoken(value, "ko").replace(",", "").split():
        total += int(part.rstrip("경조억만")) * sizes.get(part[-1], 1)
    assert total == value


def test_a_change_carries_its_sign_and_none_is_no_minus_nought():
    assert [signed(value) for value in (4.4, -16.0, -0.3)] == ["+4", "−16", "+0"]
    assert [signed(value, plus=False) for value in (4.4, -16.0, -0.3)] == ["4", "−16", "0"]


def test_counters_bring_the_right_noun():
    assert counted(1, COMPANIES, "en") == "1 company"
    assert counted(52, COMPANIES, "en") == "52 companies"
    assert counted(52, COMPANIES, "ko") == "52개사"
    assert counted(1_000, CASES, "en") == "1,000 cases"


@pytest.mark.parametrize(
    ("value", "qualifier", "counter", "ko", "en"),
    [
        (100, "or so", COMPANIES, "백여 개사", "about 100 companies"),
        (22_000, "close to", MEETUPS, "22,000건에 육박", "close to 22,000 meet-ups"),
        (1_000, "more than", CASES, "1,000건 이상", "more than 1,000 cases"),
        (25, "at most", Counter("%", "%", "%"), "25% 이하", "at most 25 %"),
        (300, "over", COMPANIES, "300여 개사", "over 300 companies"),
        (100, "about", COMPANIES, "약 100개사", "about 100 companies"),
        (100, "at least", COMPANIES, "최소 100개사", "at least 100 companies"),
    ],
)
def test_a_hedge_is_printed_in_both_languages(value, qualifier, counter, ko, en):
    hedged = Approximate.of(value, qualifier)
    assert (hedged.text("ko", counter), hedged.text("en", counter)) == (ko, en)


@given(
    st.integers(min_value=1, max_value=10**9), st.sampled_from(Qualifier), st.sampled_from(["ko", "en", ""])
)
def test_an_approximate_number_never_prints_bare(value, qualifier, language):
    hedged = Approximate.of(value, qualifier)
    for printed in (str(hedged), f"{hedged}", format(hedged, language), hedged.text(language or "en")):
        assert printed not in {str(value), grouped(value)}
    with pytest.raises(TypeError):
        int(hedged)  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "value", "qualifier"),
    [
        ("백여개 사", 100, Qualifier.OR_SO),
        ("백여 개사", 100, Qualifier.OR_SO),
        ("~100", 100, Qualifier.ABOUT),
        ("22,000건에 육박", 22_000, Qualifier.CLOSE_TO),
        ("특허 1천 건 이상", 1_000, Qualifier.MORE_THAN),
        ("약 13만㎡", 130_000, Qualifier.ABOUT),
        ("300여 개사", 300, Qualifier.OVER),
        ("at most 25 %", 25, Qualifier.AT_MOST),
        ("about 1.3 million", 1_300_000, Qualifier.ABOUT),
    ],
)
def test_hedged_numbers_are_read(text, value, qualifier):
    found = read_approximate(text)
    assert found is not None
    assert (found.value, found.qualifier) == (value, qualifier)


@pytest.mark.parametrize("text", ["100", "2019년 여름", "여름 100명", "서울", ""])
def test_bare_numbers_are_not_hedged(text):
    assert read_approximate(text) is None


@given(st.integers(min_value=1, max_value=10**8), st.sampled_from(Qualifier))
def test_what_is_printed_in_english_is_read_again(value, qualifier):
    found = read_approximate(Approximate.of(value, qualifier).text("en"))
    expected = Qualifier.ABOUT if qualifier is Qualifier.OR_SO else qualifier
    assert found == Approximate(Decimal(value), expected)


def test_shares_carry_their_n():
    assert share(18, 28, "en") == "18 of 28 (64 %)"
    assert share(18, 28, "ko", counter="곳") == "28곳 중 18곳(64%)"
    assert share(18, 28, "en", interval=(0.458, 0.793)) == "18 of 28 (64 %; 95 % CI 46–79 %)"
    assert (
        share(18, 28, "ko", counter="곳", interval=(0.458, 0.793)) == "28곳 중 18곳(64%, 95% 신뢰구간 46~79%)"
    )
    assert share(0, 0, "en") == "0 of 0"


def test_rounding_never_claims_none_or_all():
    assert (percent(1, 1000), percent(999, 1000)) == ("<1", ">99")
    assert (percent(0, 5), percent(5, 5), percent(1, 0)) == ("0", "100", None)
    assert percent(1, 8, 1) == "12.5"
    assert percent(1, 200) == "1"


def test_rough_numbers_say_so():
    assert str(roughly(129_499)) == "about 130,000"
    assert f"{roughly(0.0123, 1):ko}" == "약 0.01"


def test_area_in_units_people_know():
    area = Area.of(32, "acre")
    assert area.text("en") == "129,499 m²"
    assert area.text("ko") == "129,499㎡"
    assert area.rough("ko") == "약 13만㎡"
    assert area.rough("en") == "about 130,000 m²"
    assert area.text("ko", "pyeong") == "39,174평"
    assert area.pitches("en") == "about 18 football pitches of 105 × 68 m (7,140 m² each)"
    assert area.pitches("ko") == "축구장 약 18개 규모(105×68m, 1개 7,140㎡ 기준)"


@given(
    st.decimals(min_value=1, max_value=10**7, places=2),
    st.sampled_from(["acre", "hectare", "pyeong", "pitch"]),
)
def test_areas_come_back_from_every_unit(value, unit):
    assert abs(Area.of(value, unit).to(unit) - value) < Decimal("1e-9")


def test_money_carries_currency_and_day():
    price = Money.of(1_348_000)
    assert (price.text("en"), price.text("ko")) == ("KRW 1,348,000", "1,348,000원")
    assert price.text("ko", short=True) == "134만 8,000원"
    dated = Money.of(337_000, as_of=date(2019, 3, 3))
    assert dated.text("en") == "KRW 337,000 (as of March 3, 2019)"
    assert dated.text("ko") == "337,000원(2019년 3월 3일 기준)"
    assert Money.of(50_000, "GBP").text("ko", short=True) == "5만파운드"
    assert Money.of(Decimal("9.5"), "USD").text("en") == "USD 9.50"


def test_money_is_changed_at_a_dated_rate_and_never_mixed():
    rate = Rate("USD", "KRW", Decimal("1180.5"), date(2019, 7, 8), "example")
    changed = Money.of(100, "USD").convert(rate)
    assert (changed.amount, changed.currency, changed.as_of) == (118_050, "KRW", date(2019, 7, 8))
    with pytest.raises(ValueError, match="cannot change EUR"):
        Money.of(1, "EUR").convert(rate)
    with pytest.raises(ValueError, match="never added"):
        Money.of(1, "EUR") + Money.of(1, "USD")


def test_hours_and_minutes():
    assert (duration(270, "en"), duration(270, "ko")) == ("4 h 30 min", "4시간 30분")
    assert (duration(60, "ko"), duration(0, "en"), duration(45, "ko")) == ("1시간", "0 min", "45분")
    assert (hours(4400, "en"), hours(4400, "ko")) == ("4,400.0 h", "4,400.0시간")


@pytest.mark.parametrize(
    ("text", "particle", "written"),
    [
        ("기업", "은", "기업은"),
        ("회사", "은", "회사는"),
        ("서울", "으로", "서울로"),
        ("부산", "로", "부산으로"),
        ("(주)한빛", "을", "(주)한빛을"),
        ("3", "이", "3이"),
        ("5", "이", "5가"),
        ("10", "은", "10은"),
        ("100,000", "은", "100,000은"),
        ("AI", "은", "AI는"),
        ("LLM", "은", "LLM은"),
        ("R&D", "을", "R&D를"),
        ("Google", "은", "Google은"),
        ("64%", "이", "64%가"),
        ("‘내일’", "을", "‘내일’을"),
        ("members.xlsx", "은", "members.xlsx는"),
    ],
)
def test_particles_agree_with_the_sound(text, particle, written):
    assert with_particle(text, particle) == written


@given(st.text(), st.sampled_from(sorted(EITHER)))
def test_particles_never_fail_and_never_change_the_text(text, particle):
    written = with_particle(text, particle)
    assert written.startswith(text)
    assert written[len(text) :] in EITHER[particle]
