"""Days and hours of the sample: the zone of the cluster, working days, and the n-th weekday of a month."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

ZONE = "Asia/Seoul"
_SEOUL = ZoneInfo(ZONE)
# Public holidays with a fixed day in the solar calendar.
_HOLIDAYS = {(1, 1), (3, 1), (5, 1), (5, 5), (6, 6), (8, 15), (10, 3), (10, 9), (12, 25)}
# Lunar New Year, Buddha's Birthday and Chuseok of 2024-2030 with the days beside them.
_MOVING = (
    (2024, (2, 9, 3), (2, 12, 1), (5, 15, 1), (9, 16, 3)), (2025, (1, 27, 4), (5, 6, 1), (10, 6, 3)),
    (2026, (2, 16, 3), (5, 25, 1), (9, 24, 2)), (2027, (2, 6, 4), (5, 13, 1), (9, 14, 3)),
    (2028, (1, 26, 3), (5, 2, 1), (10, 2, 4)), (2029, (2, 12, 3), (5, 21, 1), (9, 21, 4)),
    (2030, (2, 2, 4), (5, 9, 1), (9, 11, 3)),
)  # fmt: skip
_MOVING_DAYS = {
    date(year, month, first) + timedelta(days=n)
    for year, *spans in _MOVING
    for month, first, count in spans
    for n in range(count)
}
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def at(day: date, hour: int, minute: int = 0) -> datetime:
    """That hour of the day in Seoul, as an aware time in UTC."""
    return datetime.combine(day, time(hour, minute), tzinfo=_SEOUL).astimezone(UTC)


def local_day(moment: datetime) -> date:
    """The day in Seoul on which a moment falls."""
    return moment.astimezone(_SEOUL).date()


def working_day(day: date) -> date:
    """The day itself, or the next that is neither weekend nor public holiday.

    Holidays by the lunar calendar are known for 2024-2030 only.
    """
    while day.weekday() > 4 or (day.month, day.day) in _HOLIDAYS or day in _MOVING_DAYS:
        day += timedelta(days=1)
    return day


def nth_weekday(*, year: int, month: int, nth: int, weekday: str) -> date:
    """The n-th such weekday of a month, counted from 1; `weekday` as in RFC 5545 (MO, TU, ...)."""
    first = date(year, month, 1)
    ahead = (WEEKDAYS.index(weekday) - first.weekday()) % 7
    return first + timedelta(days=ahead + 7 * (nth - 1))


def months_between(first: date, last: date) -> list[tuple[int, int]]:
    """Years and months from the month of `first` to the month of `last`, both included."""
    start, end = (d.year * 12 + d.month - 1 for d in (first, last))
    return [(n // 12, n % 12 + 1) for n in range(start, end + 1)]
