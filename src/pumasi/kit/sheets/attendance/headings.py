"""Where the list begins on an attendance sheet, and what its columns and the lines above it say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time

from pumasi.kit.refused import Refused
from pumasi.kit.sheets.attendance.marks import attended
from pumasi.kit.sheets.cells import Line, Value, blank, cell, shown
from pumasi.kit.sheets.header import LOOK, Header, header_at, texty
from pumasi.kit.sheets.model import Sheet
from pumasi.kit.sheets.values import find_date, read_date, read_time
from pumasi.kit.sheets.vocabulary import ATTENDANCE_INDEX, plain_heading

LIST_WORDS = re.compile(
    r"\s*[-–:|]?\s*(?:참석자|참가자|등록자)?\s*(?:참석|참가|출석)?\s*(?:명단|명부|출석부|등록부|서명부|현황)\s*$"
    r"|\s*[-–:|]?\s*(?:attendance|sign[- ]?in|attendee|participant)s?\s*(?:list|sheet|register)?\s*$",
    re.IGNORECASE,
)
LABEL = re.compile(r"^\s*[○◦ㅇ▪■□*※•\-]?\s*([^:：]{1,12}?)\s*[:：]\s*(.*)$", re.DOTALL)
DATE_IN_BRACKETS = re.compile(r"\s*[(\[（][^()\[\]（）]*\d[^()\[\]（）]*[)\]）]\s*")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Head:
    """The headings of an attendance list: header, and {field: column} from 0."""

    header: Header
    columns: dict[str, int]

    def value(self, line: Line, name: str) -> Value:
        """Give the cell of a field; None where there is no such column."""
        return cell(line, self.columns[name]) if name in self.columns else None

    def text(self, line: Line, name: str) -> str:
        """Give the cell of a field as text."""
        return shown(self.value(line, name))


@dataclass(slots=True)
class About:
    """What the lines above a list say about the gathering."""

    title: str = ""
    starts_on: date | None = None
    starts_at: time | None = None
    place: str = ""
    loose: list[str] = field(default_factory=list)


def field_of(value: Value) -> str | None:
    """Give the attendance field that a heading names, or None."""
    return ATTENDANCE_INDEX.get(plain_heading(shown(value))) if texty(value) else None


def find_head(sheet: Sheet) -> Head | None:
    """Find the headings: the row that names an organisation or a person and most other fields."""
    best, most = None, 0
    for at, line in enumerate(sheet.cells[:LOOK]):
        fields = {found for value in line if (found := field_of(value))}
        if fields & {"organisation", "person"} and len(fields) > most:
            best, most = at, len(fields)
    if best is None:
        return None
    header = header_at(sheet.cells, sheet.merges, sheet.filled, best)
    header = _with_dates_below(sheet, header)
    return Head(header, _columns(sheet, header))


def _with_dates_below(sheet: Sheet, header: Header) -> Header:
    # Event names, and a line below with their dates, which is blank under the names of people.
    if header.last > header.first or header.last + 1 >= len(sheet.cells):
        return header
    below = sheet.cells[header.last + 1]
    named = [at for at, value in enumerate(sheet.filled[header.last]) if field_of(value)]
    there = [value for value in below if not blank(value)]
    if there and all(blank(cell(below, at)) for at in named) and all(day_of(value, 2000) for value in there):
        return Header(header.first, header.last + 1, header.names, header.repeated)
    return header


def _columns(sheet: Sheet, header: Header) -> dict[str, int]:
    places: dict[str, list[int]] = {}
    for row in range(header.last, header.first - 1, -1):
        for at, value in enumerate(sheet.filled[row]):
            if (found := field_of(value)) and at not in places.setdefault(found, []):
                places[found].append(at)
    lines = [row.line for row in sheet.rows_below(header)]
    return {name: found[0] for name, found in places.items() if not _of_events(name, found, lines)}


def _of_events(name: str, found: list[int], lines: list[Line]) -> bool:
    # "Attended" over several columns, or an event that is simply called "Meet-up", is no field of the list.
    if name == "mark":
        return len(found) > 1
    return name in {"event", "date", "place"} and all_marks(lines, found[0])


def all_marks(lines: list[Line], at: int) -> bool:
    """Say whether a column holds marks of attendance: at least one cell, and hardly anything else."""
    there = [line[at] for line in lines if at < len(line) and not blank(line[at])]
    return bool(there) and sum(attended(value) is not None for value in there) >= 0.9 * len(there)


def year_of(sheet: Sheet, year: int | None) -> int | None:
    """Give the year that completes dates: the one asked for, else the one the title or a name mentions."""
    if year:
        return year
    above = [shown(value) for line in sheet.cells[:6] for value in line if isinstance(value, str)]
    for text in (*above, sheet.name, sheet.file):
        if found := YEAR.search(text):
            return int(found[1])
    return None


def about(sheet: Sheet, first: int, year: int | None) -> About:
    """Read title, date, time and place from the lines above row `first` (from 0)."""
    said = About()
    for line in sheet.cells[:first]:
        _take_line(said, [value for value in line if not blank(value)], year)
    loose = " ".join(said.loose)
    said.title = said.title or next((_title(text) for text in said.loose if _title(text)), "")
    said.starts_on = said.starts_on or find_date(loose, year=year) or find_date(sheet.name, year=year)
    said.starts_at = said.starts_at or read_time(loose)
    said.title = said.title or _title(sheet.name)
    return said


def _take_line(said: About, values: list[Value], year: int | None) -> None:
    at = 0
    while at < len(values):
        named = LABEL.match(shown(values[at])) if isinstance(values[at], str) else None
        name = field_of(named[1]) if named else field_of(values[at])
        if named and name and named[2]:
            _take(said, name, named[2], year)
        elif name and at + 1 < len(values):
            at += 1
            _take(said, name, values[at], year)
        else:
            _take_loose(said, values[at])
        at += 1


def _take(said: About, name: str, value: Value, year: int | None) -> None:
    if name == "event":
        said.title = said.title or _title(shown(value))
    elif name == "place":
        said.place = said.place or shown(value)
    elif name == "date":
        said.starts_on = said.starts_on or day_of(value, year)
        said.starts_at = said.starts_at or read_time(value)


def _take_loose(said: About, value: Value) -> None:
    if isinstance(value, datetime):
        said.starts_at = said.starts_at or read_time(value)
    said.loose.append(shown(value))


def day_of(value: Value, year: int | None) -> date | None:
    """Read a date that may have a time, a zone or a second day behind it; None where there is none."""
    if isinstance(value, str):
        return find_date(value, year=year)
    try:
        return read_date(value, year=year)
    except Refused:
        return None


def _title(text: str) -> str:
    plain = DATE_IN_BRACKETS.sub(" ", text) if find_date(text, year=2000) else text
    bare = LIST_WORDS.sub("", plain).strip(" -–:|[]「」『』<>")
    return bare if re.search(r"[^\W\d_]", bare) and not _only_date(bare) else ""


def _only_date(text: str) -> bool:
    return find_date(text, year=2000) is not None and not re.search(r"[A-Za-z]{4,}|[가-힣]{2,}", text)
