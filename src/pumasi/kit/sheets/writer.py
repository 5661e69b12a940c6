"""Tables written for people's spreadsheets: safe against formulas, readable by Korean Excel."""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from math import isfinite
from typing import Any

import xlsxwriter
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill

from pumasi.kit.sheets.cells import Line, Problem, Value, cell
from pumasi.kit.sheets.disarm import RISKY, clean, safe
from pumasi.kit.sheets.model import Sheet

# Nothing is guessed from how a text looks: neither a formula, an address nor a number.
PLAINLY = {
    "constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip
DAYS: dict[type, str] = {datetime: "yyyy-mm-dd h:mm:ss", date: "yyyy-mm-dd", time: "h:mm:ss"}
RED = PatternFill("solid", fgColor="FDE2E1")
WRONG_HEADINGS = {"en": ("What is wrong", "What to do"), "ko": ("문제점", "조치 방법")}


def write_csv(headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """Write CSV as UTF-8 with a byte order mark (Korean Excel needs it), formulas disarmed."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    for row in (headers, *rows):
        writer.writerow([_plain(safe(value)) for value in row])
    return stream.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str | int | float | bool:
    if isinstance(value, datetime):
        return value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    return "" if value is None else value


def write_xlsx(headers: Sequence[str], rows: Iterable[Sequence[Value]], *, sheet: str = "Sheet1") -> bytes:
    """Write a workbook of one sheet, headings bold and frozen; texts stay texts even with = in front.

    Row by row, so that a million cells take seconds and little memory: openpyxl, which colours cells below, takes twice
    as long.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, PLAINLY) as book:
        page = book.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", sheet)[:31] or "Sheet1")
        page.freeze_panes(1, 0)
        strong = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        page.write_row(0, 0, [clean(heading) for heading in headers], strong)
        quoted = book.add_format({"quote_prefix": True})
        days = {kind: book.add_format({"num_format": form}) for kind, form in DAYS.items()}
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, str):
                    text = clean(value)
                    page.write_string(at, column, text, quoted if RISKY.match(text) else None)
                elif isinstance(value, date | time):
                    page.write_datetime(at, column, value, days[type(value)])
                elif isinstance(value, bool):
                    page.write_boolean(at, column, value)
                elif value is not None and isfinite(value):
                    page.write_number(at, column, value)
    return stream.getvalue()


def _saved(book: Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _heading(page: Any, text: str) -> Any:
    made = _cell(page, text)
    made.font = Font(bold=True)
    made.alignment = Alignment(wrap_text=True, vertical="top")
    return made


def _cell(page: Any, value: Value, *, red: bool = False) -> Any:
    made: Any = WriteOnlyCell(page, value=None)
    made.value = clean(value) if isinstance(value, str) else value
    if isinstance(value, str):
        made.data_type = "s"  # a text such as "=1+1" stays a text, and nothing is added to it
        made.quotePrefix = True
    if red:
        made.fill = RED
    return made


def error_file(sheet: Sheet, problems: Iterable[Problem], language: str, *, form: str = "xlsx") -> bytes:
    """Write the rows that have problems, as they came, with what is wrong and what to do behind them.

    The form is "xlsx" (broken cells red) or "csv". Once corrected, the file can be read in again as it is.
    """
    by_row: dict[int, list[Problem]] = defaultdict(list)
    for problem in problems:
        by_row[problem.place.row].append(problem)
    names = sheet.header.names if sheet.header else ()
    headings = [*names, *WRONG_HEADINGS["ko" if language.startswith("ko") else "en"]]
    broken = [row for row in sheet.rows if row.number in by_row]
    rows = [_error_row(row.line, len(names), by_row[row.number], language) for row in broken]
    if form == "csv":
        return write_csv(headings, rows)
    return _red_workbook(sheet, headings, rows, [by_row[row.number] for row in broken])


def _error_row(line: Line, width: int, problems: list[Problem], language: str) -> list[Value]:
    wrong = "\n".join(problem.wrong.text(language) for problem in problems)
    remedy = "\n".join(dict.fromkeys(problem.remedy.text(language) for problem in problems))
    return [*(cell(line, at) for at in range(width)), wrong, remedy]


def _red_workbook(
    sheet: Sheet, headings: Sequence[str], rows: list[list[Value]], problems: list[list[Problem]]
) -> bytes:
    book = Workbook(write_only=True)
    page = book.create_sheet(sheet.name[:31] or "Sheet1")
    page.freeze_panes = "A2"
    page.append([_heading(page, heading) for heading in headings])
    letters = sheet.header.letters if sheet.header else ()
    for row, found in zip(rows, problems, strict=True):
        red = {problem.place.column for problem in found}
        page.append(
            [_cell(page, value, red=at < len(letters) and letters[at] in red) for at, value in enumerate(row)]
        )
    return _saved(book)
