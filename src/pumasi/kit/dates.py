"""Dates, times and half-open spans in the conventions of both languages; wall time with its zone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Literal
from zoneinfo import ZoneInfo

Style = Literal["plain", "numeric", "long"]
MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905  # reads as a row
)
WEEKDAYS_EN = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
WEEKDAYS_KO = "월화수목금토일"
STEPS = [
    (timedelta(days=365), "년", "year"),
    (timedelta(days=30), "개월", "month"),
    (timedelta(days=1), "일", "day"),
    (timedelta(hours=1), "시간", "hour"),
    (timedelta(minutes=1), "분", "minute"),
]


def date_text(day: date, language: str, *, style: Style = "plain", weekday: bool = False) -> str:
    """Write a date: plain is 2019-07-08 in Korean and July 8, 2019 in English.

    numeric is 2019-07-08 in both, long is 2019년 7월 8일 and July 8, 2019.
    """
    ko = language.startswith("ko")
    if style == "numeric" or (ko and style == "plain"):
        written = f"{day.year:04d}-{day.month:02d}-{day.day:02d}"
    elif ko:
        written = f"{day.year}년 {day.month}월 {day.day}일"
    else:
        written = f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
    if not weekday:
        return written
    at = day.weekday()
    return f"{written}({WEEKDAYS_KO[at]})" if ko else f"{WEEKDAYS_EN[at]}, {written}"


def month_text(year: int, month: int, language: str) -> str:
    """Write a month: "2019년 7월", "July 2019"."""
    return f"{year}년 {month}월" if language.startswith("ko") else f"{MONTHS[month - 1]} {year}"


def date_range(first: date, last: date, language: str) -> str:
    """Write the days from `first` to `last`, both included, without repeating what they share."""
    if first == last:
        return date_text(first, language)
    same_year, same_month = first.year == last.year, (first.year, first.month) == (last.year, last.month)
    if language.startswith("ko"):
        end = f"{last.month:02d}-{last.day:02d}" if same_year else date_text(last, language)
        return f"{date_text(first, language)}~{end}"
    if same_month:
        return f"{MONTHS[first.month - 1]} {first.day}–{last.day}, {first.year}"
    begin = f"{MONTHS[first.month - 1]} {first.day}" if same_year else date_text(first, language)
    return f"{begin} – {date_text(last, language)}"


def relative(then: datetime, now: datetime, language: str) -> str:
    """Say how long ago, or in how long: "3일 전", "3 days ago", "2시간 후", "in 2 hours".

    Below one minute "방금", "just now". Whole units, rounded down; both times aware.
    """
    gone = now - then
    past, size = gone >= timedelta(0), abs(gone)
    for step, korean, english in STEPS:
        if size >= step:
            count = size // step
            if language.startswith("ko"):
                return f"{count}{korean} {'전' if past else '후'}"
            words = f"{count} {english}{'' if count == 1 else 's'}"
            return f"{words} ago" if past else f"in {words}"
    return "방금" if language.startswith("ko") else "just now"


def zone_of(name: str | tzinfo) -> tzinfo:
    """Take an IANA name or a zone as the zone."""
    return ZoneInfo(name) if isinstance(name, str) else name


def zone_text(instant: datetime, zone: str | tzinfo) -> str:
    """Name the zone as it is called at that instant: KST, CEST, or UTC+4 where it has no letters."""
    there = instant.astimezone(zone_of(zone))
    name = there.tzname() or ""
    if name and name[0] not in "+-":
        return name
    minutes = int((there.utcoffset() or timedelta(0)).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}{f':{rest:02d}' if rest else ''}"


def wall(instant: datetime, zone: str | tzinfo, language: str, *, weekday: bool = False) -> str:
    """Write an aware instant as the clock on the wall there, with the zone's name."""
    there = instant.astimezone(zone_of(zone))
    day = date_text(there.date(), language, weekday=weekday)
    comma = "" if language.startswith("ko") else ","
    return f"{day}{comma} {there:%H:%M} {zone_text(instant, zone)}"


def wall_range(span: Span, zone: str | tzinfo, language: str) -> str:
    """Write a span on the wall there: "2019-07-08 14:00~16:00 KST", "July 8, 2019, 14:00–16:00 KST"."""
    if span.end is None:
        return f"{wall(span.start, zone, language)}{'부터' if language.startswith('ko') else ' onwards'}"
    start, end = (at.astimezone(zone_of(zone)) for at in (span.start, span.end))
    ko = language.startswith("ko")
    name = zone_text(span.start, zone)
    if zone_text(span.end, zone) != name or start.date() != end.date():
        return f"{wall(span.start, zone, language)}{'~' if ko else ' – '}{wall(span.end, zone, language)}"
    times = f"{start:%H:%M}{'~' if ko else '–'}{end:%H:%M}"
    return f"{date_text(start.date(), language)}{'' if ko else ','} {times} {name}"


def midnight(day: date, zone: str | tzinfo) -> datetime:
    """Give the first instant of a day there, in UTC."""
    return datetime.combine(day, time(), tzinfo=zone_of(zone)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Span:
    """Time from `start` up to but not including `end` (None: open), both aware and kept in UTC.

    Raises ValueError for naive times and for an end before its start.
    """

    start: datetime
    end: datetime | None = None

    def __post_init__(self) -> None:
        """Bring both ends to UTC, so that a night of the clock change keeps its real length."""
        for name in ("start", "end"):
            at = getattr(self, name)
            if at is not None:
                if at.tzinfo is None:
                    raise ValueError(f"a span needs a zone on its {name}")
                object.__setattr__(self, name, at.astimezone(UTC))
        if self.end is not None and self.end < self.start:
            raise ValueError("a span cannot end before it starts")

    @classmethod
    def of_days(cls, first: date, last: date, zone: str | tzinfo) -> Span:
        """Cover the days from `first` to `last`, both included, as they are lived in the zone."""
        return cls(midnight(first, zone), midnight(last + timedelta(days=1), zone))

    @classmethod
    def of_month(cls, year: int, month: int, zone: str | tzinfo) -> Span:
        """Cover one month there."""
        return cls._months(year, month, 1, zone)

    @classmethod
    def of_quarter(cls, year: int, quarter: int, zone: str | tzinfo) -> Span:
        """Cover one quarter (1 to 4) there."""
        return cls._months(year, quarter * 3 - 2, 3, zone)

    @classmethod
    def of_year(cls, year: int, zone: str | tzinfo) -> Span:
        """Cover one calendar year there."""
        return cls._months(year, 1, 12, zone)

    @classmethod
    def _months(cls, year: int, month: int, count: int, zone: str | tzinfo) -> Span:
        beyond = year * 12 + month - 1 + count
        return cls(
            midnight(date(year, month, 1), zone), midnight(date(beyond // 12, beyond % 12 + 1, 1), zone)
        )

    @property
    def length(self) -> timedelta | None:
        """Real time that passes; None when open."""
        return None if self.end is None else self.end - self.start

    @property
    def minutes(self) -> float | None:
        """Real minutes that pass; None when open."""
        return None if self.length is None else self.length / timedelta(minutes=1)

    def __contains__(self, at: datetime) -> bool:
        """Say whether an aware instant lies within; the end itself does not."""
        return self.start <= at and (self.end is None or at < self.end)

    def overlaps(self, other: Span) -> bool:
        """Say whether some instant lies in both; spans that only touch do not overlap."""
        return self.common(other) is not None

    def common(self, other: Span) -> Span | None:
        """Give the time that lies in both, or None."""
        start = max(self.start, other.start)
        ends = [end for end in (self.end, other.end) if end is not None]
        end = min(ends) if ends else None
        return Span(start, end) if end is None or start < end else None

    def touches(self, other: Span) -> bool:
        """Say whether one begins in the instant the other ends."""
        return self.end == other.start or other.end == self.start


def months_between(first: date, last: date) -> list[tuple[int, int]]:
    """List the months (year, month) from that of `first` to that of `last`, both included."""
    begin, end = first.year * 12 + first.month - 1, last.year * 12 + last.month - 1
    return [(at // 12, at % 12 + 1) for at in range(begin, end + 1)]
