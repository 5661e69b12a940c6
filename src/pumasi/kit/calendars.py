"""Calendar files and feeds (RFC 5545, RFC 7986) that any calendar reads: PRODID, CRLF, folded lines, VTIMEZONE."""

from __future__ import annotations

from datetime import timedelta

import icalendar

PRODID = "-//Pumasi//Events//EN"
REFRESH = timedelta(hours=4)
ICS = "text/calendar; charset=utf-8"


def begun(name: str, language: str) -> icalendar.Calendar:
    """An empty calendar with its name; whoever subscribes to it looks again every four hours."""
    made = icalendar.Calendar()
    made.add("prodid", PRODID)
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("name", name, parameters={"LANGUAGE": language})
    made.add("x-wr-calname", name)
    made.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", REFRESH)
    return made


def written(calendar: icalendar.Calendar) -> bytes:
    """The calendar as a file, with the zones that it names."""
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())
