"""Recurring dates: a rule of RFC 5545 read in wall time, durations in real time."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from dateutil.rrule import rrulestr

from pumasi.kit.refused import Refused

MOST = 400
FREQUENCIES = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}


def zone_named(name: str) -> ZoneInfo:
    """The zone of an IANA name; another name is refused."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Refused(
            "There is no time zone “{name}”. Write it as Asia/Seoul or Europe/London.",
            "‘{name}’ 시간대가 없습니다. Asia/Seoul, Europe/London과 같이 입력해 주십시오.",
            name=name[:60],
        ) from None


def instant(day: date, wall: time, zone: str) -> datetime:
    """The instant (UTC) at which the clock on the wall shows `wall` on that day.

    Times that the clock skips or shows twice are read as RFC 5545 3.3.5 says: with the offset before the change.
    """
    return datetime.combine(day, wall.replace(fold=0), tzinfo=zone_named(zone)).astimezone(UTC)


def parts(rule: str) -> dict[str, str]:
    """The parts of a rule by name, in capitals."""
    found = {}
    for part in rule.strip().removeprefix("RRULE:").split(";"):
        name, _, value = part.partition("=")
        if name:
            found[name.strip().upper()] = value.strip().upper()
    return found


def checked(rule: str) -> str:
    """The rule as it is kept: a frequency of days or longer, and an end."""
    told = parts(rule)
    if told.get("FREQ") not in FREQUENCIES:
        raise Refused(
            "A series repeats by day, week, month or year. Choose one of these.",
            "반복 주기는 매일, 매주, 매월, 매년 가운데 선택해 주십시오.",
        )
    if "COUNT" not in told and "UNTIL" not in told:
        raise Refused(
            "A series needs an end: a last day, or how many times it takes place.",
            "반복 일정에는 종료일이나 횟수가 필요합니다. 둘 중 하나를 입력해 주십시오.",
        )
    return ";".join(f"{name}={value}" for name, value in told.items())


def expand(
    rule: str, *, first_day: date, wall: time, zone: str, minutes: int
) -> list[tuple[datetime, datetime]]:
    """Start and end (UTC) of every date of the series, at most 400; the first day is always one of them.

    The rule runs over wall time, so that a meet-up at seven stays at seven through the year; an event of two hours
    lasts two real hours also in the night when clocks change.
    """
    told = checked(rule)
    zone_named(zone)
    begin = datetime.combine(first_day, wall)
    try:
        found = rrulestr(_with_naive_end(told, wall), dtstart=begin)
        walls = [at for _, at in zip(range(MOST + 1), found, strict=False)]
    except (ValueError, TypeError, OverflowError) as error:
        raise Refused(
            "The rule of the series cannot be read. Choose it in the form again.",
            "반복 규칙을 읽을 수 없습니다. 입력 화면에서 다시 선택해 주십시오.",
        ) from error
    if len(walls) > MOST:
        raise Refused(
            "A series has at most {most} dates. Choose an earlier last day.",
            "반복 일정은 최대 {most}회까지 만들 수 있습니다. 종료일을 앞당겨 주십시오.",
            most=MOST,
        )
    if begin not in walls:
        walls = [begin, *walls]
    starts = [instant(at.date(), at.time(), zone) for at in walls]
    return [(start, start + timedelta(minutes=minutes)) for start in starts]


def _with_naive_end(rule: str, wall: time) -> str:
    """The rule with its last day in wall time too, as the dates are."""
    told = parts(rule)
    if "UNTIL" in told:
        day = told["UNTIL"][:8]
        told["UNTIL"] = f"{day}T{max(wall, time(23, 59)):%H%M}59"
    return "RRULE:" + ";".join(f"{name}={value}" for name, value in told.items())
