"""Find the row of headings below titles and blank rows, and name every column once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time

from pumasi.kit.sheets.cells import Line, Merge, Value, blank, cell, letter, shown
from pumasi.kit.sheets.vocabulary import known, plain_heading

LOOK = 40  # rows in which headings are sought
UPPER = 20  # rows in which a known heading is sought
LONGEST = 60  # signs of a heading; longer texts are sentences
NUMERIC = re.compile(r"[\d\s.,:/\-()~%+]+")


@dataclass(frozen=True, slots=True)
class Header:
    """The headings: `first` and `last` row (from 0), one distinct name for each column, repeated names."""

    first: int
    last: int
    names: tuple[str, ...]
    repeated: tuple[int, ...] = ()

    @property
    def letters(self) -> tuple[str, ...]:
        """The letter of each column."""
        return tuple(letter(at) for at in range(len(self.names)))


def texty(value: Value) -> bool:
    """Say whether a cell may be a heading: a short text, no number, date or e-mail address."""
    if blank(value) or isinstance(value, bool | int | float | date | time):
        return False
    text = shown(value)
    return len(text) <= LONGEST and "@" not in text and not NUMERIC.fullmatch(text)


def find_header(lines: Sequence[Line], merges: Sequence[Merge], filled: Sequence[Line]) -> Header | None:
    """Find the heading row: the first with the most known words, else the first full row of texts."""
    first = _known_row(lines) if _known_row(lines) is not None else _full_row(lines)
    return None if first is None else header_at(lines, merges, filled, first)


def header_at(lines: Sequence[Line], merges: Sequence[Merge], filled: Sequence[Line], first: int) -> Header:
    """Name the columns by the headings that begin in row `first`, and by the row below where they go on."""
    last = max(
        first, *(merge.bottom for merge in merges if merge.top == first and merge.bottom <= first + 2), 0
    )
    last = first + 1 if last == first and _has_second_row(lines, merges, first) else last
    width = max(len(line) for line in filled[first:])
    names, repeated = _distinct([_name(filled, first, last, at) for at in range(width)])
    return Header(first, last, names, repeated)


def row_with(filled: Sequence[Line], holds: Callable[[set[str]], object]) -> int | None:
    """The first of the upper twenty rows whose folded headings satisfy `holds`: for lists that know which columns they need."""
    rows = ({plain_heading(shown(value)) for value in line} for line in filled[:UPPER])
    return next((at for at, headings in enumerate(rows) if holds(headings)), None)


def _known_row(lines: Sequence[Line]) -> int | None:
    counts = [sum(texty(value) and known(shown(value)) for value in line) for line in lines[:LOOK]]
    most = max(counts, default=0)
    return counts.index(most) if most >= 2 else None


def _full_row(lines: Sequence[Line]) -> int | None:
    widths = Counter(filling for line in lines[: LOOK * 5] if (filling := sum(not blank(v) for v in line)))
    usual = max(widths, key=lambda width: (widths[width] * width, width), default=0)
    for at, line in enumerate(lines[:LOOK]):
        there = [value for value in line if not blank(value)]
        if there and len(there) >= 0.6 * usual and all(texty(value) for value in there):
            return at
    return None


def _has_second_row(lines: Sequence[Line], merges: Sequence[Merge], first: int) -> bool:
    groups = [merge for merge in merges if merge.top == merge.bottom == first and merge.right > merge.left]
    if not groups or first + 1 >= len(lines):
        return False
    below = [value for value in lines[first + 1] if not blank(value)]
    return bool(below) and all(texty(value) for value in below)


def _name(filled: Sequence[Line], first: int, last: int, at: int) -> str:
    parts = [shown(cell(filled[row], at)) for row in range(first, last + 1) if row < len(filled)]
    distinct = list(dict.fromkeys(part for part in parts if part))
    return " / ".join(distinct)


def _distinct(names: list[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    taken: set[str] = set()
    distinct, repeated = [], []
    for at, name in enumerate(names):
        unique = name or f"({letter(at)})"
        count = 2
        while unique in taken:
            unique = f"{name} ({count})"
            count += 1
        if name and unique != name:
            repeated.append(at)
        taken.add(unique)
        distinct.append(unique)
    return tuple(distinct), tuple(repeated)
