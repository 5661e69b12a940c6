"""Dates, wall time and spans."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pumasi.kit.dates import (
    Span,
    date_range,
    date_text,
    month_text,
    months_between,
    relative,
    wall,
    wall_range,
)

DAY = date(2019, 7, 8)
SEOUL, BERLIN = "Asia/Seoul", "Europe/Berlin"
FIRST, LAST = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2040-01-01")
instants = st.datetimes(min_value=FIRST, max_value=LAST, timezones=st.just(UTC))


def test_one_stored_date_two_conventions():
    assert (date_text(DAY, "ko"), date_text(DAY, "en")) == ("2019-07-08", "July 8, 2019")
    assert date_text(DAY, "ko", style="long") == "2019년 7월 8일"
    assert date_text(DAY, "en", style="numeric") == "2019-07-08"
    assert date_text(DAY, "ko", weekday=True) == "2019-07-08(월)"
    assert date_text(DAY, "en", weekday=True) == "Monday, July 8, 2019"
    assert (month_text(2019, 7, "ko"), month_text(2019, 7, "en")) == ("2019년 7월", "July 2019")


def test_ranges_do_not_repeat_what_they_share():
    assert date_range(DAY, date(2019, 7, 10), "en") == "July 8–10, 2019"
    assert date_range(DAY, date(2019, 8, 1), "en") == "July 8 – August 1, 2019"
    assert date_range(DAY, date(2020, 1, 2), "en") == "July 8, 2019 – January 2, 2020"
    assert date_range(DAY, date(2019, 7, 10), "ko") == "2019-07-08~07-10"
    assert date_range(DAY, date(2020, 1, 2), "ko") == "2019-07-08~2020-01-02"
    assert date_range(DAY, DAY, "ko") == "2019-07-08"


@pytest.mark.parametrize(
    ("ago", "ko", "en"),
    [
        (timedelta(seconds=20), "방금", "just now"),
        (timedelta(minutes=1), "1분 전", "1 minute ago"),
        (timedelta(hours=5), "5시간 전", "5 hours ago"),
        (timedelta(days=3), "3일 전", "3 days ago"),
        (-timedelta(days=3), "3일 후", "in 3 days"),
        (timedelta(days=62), "2개월 전", "2 months ago"),
        (timedelta(days=800), "2년 전", "2 years ago"),
    ],
)
def test_relative_times(ago, ko, en):
    now = datetime(2024, 3, 5, 12, tzinfo=UTC)
    assert (relative(now - ago, now, "ko"), relative(now - ago, now, "en")) == (ko, en)


def test_wall_time_names_its_zone():
    instant = datetime(2019, 7, 8, 5, 0, tzinfo=UTC)
    assert wall(instant, SEOUL, "ko") == "2019-07-08 14:00 KST"
    assert wall(instant, BERLIN, "en") == "July 8, 2019, 07:00 CEST"
    assert wall(instant, "Asia/Dubai", "en").endswith("09:00 UTC+4")
    assert wall(instant, "Asia/Kathmandu", "en").endswith("10:45 UTC+5:45")


def test_wall_ranges():
    span = Span(datetime(2019, 7, 8, 5, tzinfo=UTC), datetime(2019, 7, 8, 7, tzinfo=UTC))
    assert wall_range(span, SEOUL, "ko") == "2019-07-08 14:00~16:00 KST"
    assert wall_range(span, SEOUL, "en") == "July 8, 2019, 14:00–16:00 KST"
    assert wall_range(Span(span.start), SEOUL, "ko") == "2019-07-08 14:00 KST부터"
    long = Span(span.start, span.start + timedelta(days=1))
    assert wall_range(long, SEOUL, "en") == "July 8, 2019, 14:00 KST – July 9, 2019, 14:00 KST"


def test_a_year_is_a_year_there():
    year = Span.of_year(2019, SEOUL)
    assert year.start == datetime(2018, 12, 31, 15, tzinfo=UTC)
    assert Span.of_quarter(2019, 3, SEOUL).start == Span.of_month(2019, 7, SEOUL).start
    assert Span.of_month(2019, 12, SEOUL).end == year.end


def test_nights_of_the_clock_change_keep_their_length():
    assert Span.of_days(date(2019, 3, 31), date(2019, 3, 31), BERLIN).minutes == 23 * 60
    assert Span.of_days(date(2019, 10, 27), date(2019, 10, 27), BERLIN).minutes == 25 * 60


def test_spans_refuse_nonsense():
    start = datetime(2024, 1, 1, tzinfo=UTC)
    with pytest.raises(ValueError, match="before it starts"):
        Span(start, start - timedelta(1))
    with pytest.raises(ValueError, match="needs a zone"):
        Span(datetime(2024, 1, 1))  # noqa: DTZ001  # the point of the test


@given(instants, instants, instants, instants)
def test_half_open_spans(a, b, c, d):
    one, two = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    assert one.overlaps(two) == two.overlaps(one)
    assert (one.end in one) is False
    common = one.common(two)
    if common is not None:
        assert common.start in one
        assert common.start in two
    if one.touches(two):
        assert not one.overlaps(two) or one.end == one.start or two.end == two.start


@given(instants, st.sampled_from([SEOUL, BERLIN, "America/New_York"]))
def test_months_cover_time_without_gap(instant, zone):
    from zoneinfo import ZoneInfo

    there = instant.astimezone(ZoneInfo(zone))
    month = Span.of_month(there.year, there.month, zone)
    assert instant in month
    (year, number) = months_between(there.date(), there.date() + timedelta(days=31))[1]
    assert month.touches(Span.of_month(year, number, zone))
