"""Series run over wall time, durations over real time, through every change of the clocks."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given as each
from hypothesis import strategies as some

from pumasi.kit import recurrence
from pumasi.kit.refused import Refused

ZONES = ["Asia/Seoul", "Europe/London", "America/Detroit"]


@each(
    zone=some.sampled_from(ZONES),
    day=some.dates(date(2017, 1, 1), date(2026, 12, 31)),
    wall=some.times().map(lambda t: t.replace(second=0, microsecond=0)),
    minutes=some.integers(15, 24 * 60),
)
def test_a_daily_series_keeps_wall_time_and_real_length(zone, day, wall, minutes):
    found = recurrence.expand("FREQ=DAILY;COUNT=10", first_day=day, wall=wall, zone=zone, minutes=minutes)
    assert len(found) == 10
    for n, (start, end) in enumerate(found):
        assert end - start == timedelta(minutes=minutes)
        there = start.astimezone(ZoneInfo(zone))
        meant = datetime.combine(day + timedelta(days=n), wall.replace(fold=0))
        # A time that the clock skips is read with the offset before the change (RFC 5545 3.3.5): it comes out later.
        gap = there.replace(tzinfo=None) - meant
        assert gap in (timedelta(0), timedelta(hours=1))
        if gap:
            assert meant.replace(tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC")) == start


@pytest.mark.parametrize("zone", ZONES)
def test_every_change_of_the_clocks_in_ten_years(zone):
    place = ZoneInfo(zone)
    day, changes = date(2016, 1, 1), 0
    while day < date(2026, 1, 1):
        noon, next_noon = (
            datetime.combine(d, time(12), tzinfo=place) for d in (day, day + timedelta(days=1))
        )
        if noon.utcoffset() != next_noon.utcoffset():
            changes += 1
            found = recurrence.expand(
                "FREQ=DAILY;COUNT=3", first_day=day, wall=time(19), zone=zone, minutes=120
            )
            walls = [start.astimezone(place) for start, _ in found]
            assert [w.time() for w in walls] == [time(19)] * 3
            assert all(end - start == timedelta(hours=2) for start, end in found)
            night = recurrence.expand(
                "FREQ=DAILY;COUNT=1", first_day=day, wall=time(23), zone=zone, minutes=6 * 60
            )
            assert night[0][1] - night[0][0] == timedelta(hours=6)
        day += timedelta(days=1)
    assert changes == (0 if zone == "Asia/Seoul" else 20)


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=WEEKLY", "needs an end"),
        ("FREQ=HOURLY;COUNT=3", "by day, week"),
        ("FREQ=WEEKLY;COUNT=9999", "at most 400"),
        ("FREQ=WEEKLY;COUNT=x", "cannot be read"),
        ("nonsense", "by day, week"),
        ("FREQ=DAILY;UNTIL=20990101", "at most 400"),
    ],
)
def test_rules_that_cannot_be_are_refused(rule, said):
    with pytest.raises(Refused, match=said):
        recurrence.expand(rule, first_day=date(2026, 1, 5), wall=time(19), zone="Asia/Seoul", minutes=60)


def test_the_last_day_of_until_is_in():
    found = recurrence.expand(
        "FREQ=WEEKLY;UNTIL=20260126", first_day=date(2026, 1, 5), wall=time(19), zone="Asia/Seoul", minutes=60
    )
    assert len(found) == 4
