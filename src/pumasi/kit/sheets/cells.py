"""The smallest things of a sheet: a value, its place, a problem with its remedy, a merged area."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

from pumasi.kit.said import Said

Value = str | int | float | bool | date | datetime | time | None
Line = tuple[Value, ...]
BLANKS = " \t\r\n\v\f\u00a0\u3000\u200b\ufeff"  # what people cannot see


class Merge(NamedTuple):
    """A merged area, rows and columns counted from 0, the last ones included."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: file, sheet ("" in a CSV), row as the spreadsheet counts it, column letter."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""

    def text(self, language: str) -> str:
        """Say it: "members.xlsx, sheet Members, row 12, column C"."""
        ko = language.startswith("ko")
        parts = [self.file]
        if self.sheet:
            parts.append(f"‘{self.sheet}’ 시트" if ko else f"sheet “{self.sheet}”")
        if self.row:
            parts.append(f"{self.row}행" if ko else f"row {self.row}")
        if self.column:
            parts.append(f"{self.column}열" if ko else f"column {self.column}")
        return " ".join(parts) if ko else ", ".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place and what to do. A `severe` one keeps its row out; others are only told."""

    place: Place
    wrong: Said
    remedy: Said
    severe: bool = False

    def text(self, language: str) -> str:
        """Say place, problem and remedy in one line."""
        return f"{self.place.text(language)}: {self.wrong.text(language)} {self.remedy.text(language)}"


def letter(column: int) -> str:
    """Name a column counted from 0 as spreadsheets do: 0 is A, 26 is AA."""
    name = ""
    at = column + 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(65 + rest) + name
    return name


def column_of(name: str) -> int:
    """Count the column of a letter from 0: A is 0, AA is 26."""
    at = 0
    for sign in name.upper():
        at = at * 26 + ord(sign) - 64
    return at - 1


def blank(value: Value) -> bool:
    """Say whether a cell holds nothing that a person would see."""
    return value is None or (isinstance(value, str) and not value.strip(BLANKS))


def shown(value: Value) -> str:
    """Give a cell's content as one line of text, numbers without a needless ".0", dates as 2019-07-08."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return re.sub(rf"[{BLANKS}]+", " ", str(value)).strip()


def trimmed(line: Line) -> Line:
    """Drop the blank cells at the end of a line."""
    end = len(line)
    while end and blank(line[end - 1]):
        end -= 1
    return line[:end]


def cell(line: Line, at: int) -> Value:
    """Give one cell of a line; None beyond its end."""
    return line[at] if 0 <= at < len(line) else None
