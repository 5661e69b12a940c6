"""Read one sheet in each of the three layouts: a row per attendee, a page per event, people × events."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from pumasi.kit.hangul import fold
from pumasi.kit.said import Said
from pumasi.kit.sheets.attendance.headings import About, Head, about, all_marks, day_of
from pumasi.kit.sheets.attendance.marks import attended
from pumasi.kit.sheets.attendance.model import Attendance, Attendee, Gathering
from pumasi.kit.sheets.cells import Place, Problem, Value, blank, letter, shown
from pumasi.kit.sheets.model import Row, Sheet
from pumasi.kit.sheets.values import EMAIL, find_date, read_time, strip_date

NO_DATE = Said("No date was found for “{title}”.", "‘{title}’의 날짜를 찾지 못했습니다.")
GIVE_DATE = Said(
    "Give it in the next step, or write it as 2024-03-05 in the file.",
    "다음 단계에서 지정하시거나 파일에 2024-03-05와 같이 써 주십시오.",
)
NO_TITLE = Said("This gathering has no title.", "행사명이 없습니다.")
GIVE_TITLE = Said("Give it a title in the next step.", "다음 단계에서 행사명을 지정해 주십시오.")
NOBODY = Said("“{title}” has no attendee.", "‘{title}’에 참석자가 없습니다.")
CHECK_LIST = Said("Check whether the list is complete.", "명단이 빠지지 않았는지 확인해 주십시오.")
ODD_MARK = Said(
    "“{mark}” was not understood and was taken as absent.", "‘{mark}’ 표시를 알 수 없어 불참으로 보았습니다."
)
USE_MARK = Said("Write O for present and leave absent empty.", "참석은 O로 쓰고 불참은 비워 두십시오.")
NOT_WHO = Said("The row names neither an organisation nor a person.", "소속과 성명이 모두 비어 있습니다.")
WRITE_WHO = Said(
    "Write at least one of them, or delete the row.", "둘 중 하나 이상 쓰거나 행을 지워 주십시오."
)


@dataclass
class List:
    """One sheet while it is read: its headings, the year that completes dates, where results go."""

    sheet: Sheet
    head: Head
    year: int | None
    into: Attendance

    @cached_property
    def said(self) -> About:
        """What stands above the list."""
        return about(self.sheet, self.head.header.first, self.year)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows below the headings."""
        return self.sheet.rows_below(self.head.header)

    def tell(self, row: Row, column: int, value: Value) -> None:
        """Note a mark that was not understood."""
        wrong = filled_in(ODD_MARK, mark=shown(value))
        self.into.problems.append(Problem(row.place(letter(column)), wrong, USE_MARK))


def filled_in(said: Said, **details: object) -> Said:
    """Fill the braces of both texts."""
    return Said(*(text.format(**details) for text in said))


def attendee(head: Head, row: Row) -> Attendee:
    """Read who a row names."""
    found = EMAIL.search(head.text(row.line, "email"))
    return Attendee(
        head.text(row.line, "organisation"),
        head.text(row.line, "person"),
        found.group().lower() if found else "",
        row.number,
    )


def came(listed: List) -> list[Row]:
    """Keep the rows of those who came, where a column says so with at least one mark."""
    head = listed.head
    if "mark" not in head.columns:
        return listed.rows
    marks = [attended(head.value(row.line, "mark")) for row in listed.rows]
    if True not in marks:
        return listed.rows  # a column for signatures, signed on paper only
    for row, mark in zip(listed.rows, marks, strict=True):
        if mark is None:
            listed.tell(row, head.columns["mark"], head.value(row.line, "mark"))
    return [row for row, mark in zip(listed.rows, marks, strict=True) if mark]


def add(gathering: Gathering, who: Attendee) -> None:
    """Add an attendee once; two rows that name the same are one."""
    if (who.organisation or who.person) and who.mark not in {other.mark for other in gathering.attendees}:
        gathering.attendees.append(who)


def read_rows(listed: List) -> None:
    """Read a list with one row per attendee and event; blank events and dates are those of the row above."""
    head = listed.head
    found: dict[tuple[str, object], Gathering] = {}
    event: Value = None
    day: Value = None
    for row in came(listed):
        own = head.value(row.line, "event")
        if not blank(own) and shown(own) != shown(event):
            event, day = own, None
        day = day if blank(head.value(row.line, "date")) else head.value(row.line, "date")
        gathering = _row_gathering(listed, row, event, day)
        _add_or_tell(found.setdefault(gathering.key, gathering), listed, row)
    finish(found.values(), listed.into)


def _row_gathering(listed: List, row: Row, event: Value, day: Value) -> Gathering:
    said, year = listed.said, listed.year
    starts_on = day_of(day, year) or find_date(shown(event), year=year) or said.starts_on
    title, place = shown(event) or said.title, listed.head.text(row.line, "place") or said.place
    return Gathering(title, starts_on, place, row.place(), read_time(day) or said.starts_at)


def _add_or_tell(gathering: Gathering, listed: List, row: Row) -> None:
    who = attendee(listed.head, row)
    if who.organisation or who.person:
        add(gathering, who)
    else:
        listed.into.problems.append(Problem(row.place(), NOT_WHO, WRITE_WHO))


def read_page(listed: List) -> None:
    """Read a sheet that is one event: title, date and place above, the list below."""
    said = listed.said
    gathering = Gathering(said.title, said.starts_on, said.place, listed.sheet.place, said.starts_at)
    for row in came(listed):
        _add_or_tell(gathering, listed, row)
    finish([gathering], listed.into)


def event_columns(sheet: Sheet, head: Head) -> list[int]:
    """Find the columns of a matrix: headed by something that is no field, filled with marks only."""
    lines = [row.line for row in sheet.rows_below(head.header)]
    named, names = set(head.columns.values()), head.header.names
    return [
        at
        for at in range(min(named) + 1, len(names))
        if at not in named
        and not names[at].startswith("(")
        and not SUMS.fullmatch(names[at])
        and all_marks(lines, at)
    ]


SUMS = re.compile(r"(?:합\s*계|총\s*계|계|횟수|참석\s*횟수|total|sum|count)", re.IGNORECASE)
PLANNED = {fold(word) for word in ("신청", "사전신청", "사전등록", "등록", "registered", "rsvp", "signed up")}
PRESENT = {fold(word) for word in ("참석", "출석", "참석여부", "attended", "present", "checked in")}


def read_matrix(listed: List) -> None:
    """Read people × events: each column of marks is an event, named and dated by the cells above it."""
    gatherings = []
    for at in event_columns(listed.sheet, listed.head):
        parts = _above(listed.sheet, listed.head, at)
        if parts and fold(shown(parts[-1])) in PLANNED:
            continue  # who signed up; who came stands in the next column
        gathering = _column_gathering(listed, at, parts)
        _take_marks(listed, at, gathering)
        gatherings.append(gathering)
    finish(gatherings, listed.into)


def _above(sheet: Sheet, head: Head, at: int) -> list[Value]:
    """List the cells above a column of marks, titles that span the whole sheet left out."""
    names = min(head.columns.values())
    parts: list[Value] = []
    for row in range(head.header.last + 1):
        line = sheet.filled[row]
        value = line[at] if at < len(line) else None
        spans = row < head.header.first and names < len(line) and line[names] == value
        if not blank(value) and not spans and value not in parts:
            parts.append(value)
    return parts


def _column_gathering(listed: List, at: int, parts: list[Value]) -> Gathering:
    days = [day for part in parts if (day := day_of(part, listed.year))]
    times = [found for part in parts if (found := read_time(part))]
    texts = [_without_date(shown(part), listed.year) for part in parts if isinstance(part, str)]
    title = " ".join(text for text in texts if text and fold(text) not in PRESENT) or listed.said.title
    source = Place(listed.sheet.file, listed.sheet.name, listed.head.header.first + 1, letter(at))
    day, hour = (days[-1] if days else None), (times[-1] if times else None)
    return Gathering(title, day, listed.said.place, source, hour)


def _without_date(text: str, year: int | None) -> str:
    return text if find_date(text, year=year or 2000) is None else strip_date(text)


def _take_marks(listed: List, at: int, gathering: Gathering) -> None:
    for row in listed.rows:
        value = row.line[at] if at < len(row.line) else None
        mark = attended(value)
        if mark is None:
            listed.tell(row, at, value)
        elif mark:
            add(gathering, attendee(listed.head, row))


def finish(gatherings: Iterable[Gathering], into: Attendance) -> None:
    """Take gatherings in, and tell what each of them lacks."""
    into.gatherings += gatherings
    into.problems += [problem for gathering in gatherings for problem in _lacks(gathering)]


def _lacks(gathering: Gathering) -> Iterator[Problem]:
    title = gathering.title or "?"
    if not gathering.title:
        yield Problem(gathering.source, NO_TITLE, GIVE_TITLE, severe=True)
    if gathering.starts_on is None:
        yield Problem(gathering.source, filled_in(NO_DATE, title=title), GIVE_DATE, severe=True)
    if not gathering.attendees:
        yield Problem(gathering.source, filled_in(NOBODY, title=title), CHECK_LIST)
