"""Attendance lists: find out in which of three layouts a sheet is, and read its gatherings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from pumasi.kit.said import Said
from pumasi.kit.sheets.attendance.headings import Head, find_head, year_of
from pumasi.kit.sheets.attendance.layouts import List, event_columns, read_matrix, read_page, read_rows
from pumasi.kit.sheets.attendance.model import Attendance, Attendee, Gathering, Layout
from pumasi.kit.sheets.cells import Problem
from pumasi.kit.sheets.model import Sheet

__all__ = ["Attendance", "Attendee", "Gathering", "Layout", "layout_of", "read_attendance"]

NO_LIST = Said("No list of attendees was found on this sheet.", "이 시트에서 참석자 명단을 찾지 못했습니다.")
NAME_COLUMNS = Said(
    "Write headings such as “Organisation” and “Name” above the columns, or leave the sheet out.",
    "열 위에 ‘소속’, ‘성명’과 같은 제목을 쓰시거나 이 시트를 제외해 주십시오.",
)
READERS = {"rows": read_rows, "page": read_page, "matrix": read_matrix}
MANY = 2  # columns of marks that make a matrix


def layout_of(sheet: Sheet) -> Layout:
    """Say in which layout a sheet is: "rows", "page", "matrix", or "none"."""
    return _layout(sheet, find_head(sheet))


def _layout(sheet: Sheet, head: Head | None) -> Layout:
    if head is None:
        return "none"
    if "event" in head.columns:
        return "rows"
    if len(event_columns(sheet, head)) >= MANY:
        return "matrix"
    return "rows" if "date" in head.columns else "page"


def read_attendance(
    sheets: Sequence[Sheet],
    *,
    year: int | None = None,
    layouts: Mapping[tuple[str, str], Layout] | None = None,
) -> Attendance:
    """Read all gatherings of some sheets, hidden sheets left out.

    `year` completes dates without one (default: the year that title, sheet or file name mentions). `layouts`
    overrules what was found for a (file, sheet). Gatherings that lack title or date carry a severe problem.
    """
    found = Attendance()
    for sheet in sheets:
        if not sheet.hidden and any(sheet.cells):
            _read_sheet(sheet, year, (layouts or {}).get((sheet.file, sheet.name)), found)
    return found


def _read_sheet(sheet: Sheet, year: int | None, layout: Layout | None, into: Attendance) -> None:
    head = find_head(sheet)
    kind = layout or _layout(sheet, head)
    into.layouts[sheet.file, sheet.name] = kind
    into.problems += sheet.told
    if head is None or kind == "none":
        into.problems.append(Problem(sheet.place, NO_LIST, NAME_COLUMNS, severe=True))
        return
    READERS[kind](List(sheet, head, year_of(sheet, year), into))
