"""A sheet as the readers of imports see it: headings, rows that know their place, and what is to be told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pumasi.kit.said import Said
from pumasi.kit.sheets.cells import (
    Line,
    Merge,
    Place,
    Problem,
    Value,
    blank,
    cell,
    column_of,
    letter,
    shown,
    trimmed,
)
from pumasi.kit.sheets.header import Header, find_header

TOTALS = re.compile(
    r"(?:합\s*계|총\s*계|소\s*계|계|total|sum|subtotal|-*\s*이하\s*여백\s*-*|끝\.?)[\s:]*", re.IGNORECASE
)
FEW = 3  # filled cells that a line of totals may have beside its word


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: its number as the spreadsheet counts it, its values by heading and by letter."""

    file: str
    sheet: str
    number: int
    values: Mapping[str, Value]
    line: Line

    def get(self, name: str) -> Value:
        """Give the value below a heading; None where there is none."""
        return self.values.get(name)

    def at(self, column: str) -> Value:
        """Give the value in the column of a letter."""
        return cell(self.line, column_of(column))

    def place(self, column: str = "") -> Place:
        """Say where this row, or its cell in the column of a letter, stands."""
        return Place(self.file, self.sheet, self.number, column)


@dataclass
class Sheet:
    """One worksheet, or the one table of a CSV file (whose name is "")."""

    file: str
    name: str
    cells: list[Line]
    merges: list[Merge] = field(default_factory=list)
    hidden: bool = False
    told: list[Problem] = field(default_factory=list)

    @cached_property
    def filled(self) -> list[Line]:
        """The lines with every merged area filled by its value."""
        if not self.merges:
            return self.cells
        lines = [list(line) for line in self.cells]
        width = max((len(line) for line in lines), default=0)
        for merge in self.merges:
            _fill(lines, merge, width)
        return [trimmed(tuple(line)) for line in lines]

    @cached_property
    def header(self) -> Header | None:
        """The headings, or None where no row looks like headings."""
        return find_header(self.cells, self.merges, self.filled)

    @cached_property
    def rows(self) -> list[Row]:
        """The rows below the headings, without blank ones, repeated headings and totals."""
        return self.rows_below(self.header) if self.header else []

    def rows_below(self, header: Header, *, totals: bool = False) -> list[Row]:
        """Give the rows below the given headings; lines of totals only where they are wanted."""
        headings = tuple(map(shown, self.filled[header.last]))
        return [
            Row(self.file, self.name, at + 1, _by_name(header.names, line), line)
            for at, line in enumerate(self.filled)
            if at > header.last and not _to_skip(line, self.cells[at], headings, totals=totals)
        ]

    @property
    def place(self) -> Place:
        """The sheet as a place."""
        return Place(self.file, self.name)

    @cached_property
    def problems(self) -> list[Problem]:
        """What is to be told about the sheet as a whole: missing or repeated headings, formulas."""
        if not any(self.cells):
            return [*self.told, Problem(self.place, EMPTY, LEAVE_OUT)]
        if self.header is None:
            return [*self.told, Problem(self.place, NO_HEADINGS, WRITE_HEADINGS, severe=True)]
        return [*self.told, *(self._repeated(self.header, at) for at in self.header.repeated)]

    def _repeated(self, header: Header, at: int) -> Problem:
        wrong = Said(
            f"Two columns have the same heading; this one is called “{header.names[at]}”.",
            f"같은 제목의 열이 둘 이상이어서 이 열은 ‘{header.names[at]}’로 부릅니다.",
        )
        return Problem(Place(self.file, self.name, header.last + 1, letter(at)), wrong, CHOOSE)


NO_HEADINGS = Said("No row of headings was found.", "열 제목이 있는 행을 찾지 못했습니다.")
WRITE_HEADINGS = Said(
    "Write a heading such as “Name” or “E-mail” above each column.",
    "각 열 위에 ‘기업명’, ‘이메일’과 같은 제목을 써 주십시오.",
)
EMPTY = Said("The sheet is empty.", "시트가 비어 있습니다.")
LEAVE_OUT = Said("It is left out; nothing needs to be done.", "제외되며, 따로 하실 일은 없습니다.")
CHOOSE = Said("Choose which of them is meant.", "어느 열을 쓸지 골라 주십시오.")


def _fill(lines: list[list[Value]], merge: Merge, width: int) -> None:
    if merge.top >= len(lines):
        return
    value = cell(tuple(lines[merge.top]), merge.left)
    right = min(merge.right, max(width - 1, merge.left))
    for row in range(merge.top, min(merge.bottom, len(lines) - 1) + 1):
        line = lines[row]
        line.extend([None] * (right + 1 - len(line)))
        for column in range(merge.left, right + 1):
            if blank(line[column]):
                line[column] = value


def _by_name(names: tuple[str, ...], line: Line) -> dict[str, Value]:
    return {name: cell(line, at) for at, name in enumerate(names)}


def _to_skip(line: Line, raw: Line, headings: tuple[str, ...], *, totals: bool) -> bool:
    there = [shown(value) for value in raw if not blank(value)]
    if not there or tuple(map(shown, line)) == headings:
        return True
    return not totals and bool(TOTALS.fullmatch(there[0])) and len(there) <= FEW
