"""Guess which column of a member list is what, from headings in either language and from values."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from pumasi.kit.identifiers import check
from pumasi.kit.refused import Refused
from pumasi.kit.sheets import kinds, values
from pumasi.kit.sheets.cells import Value, blank, letter, shown
from pumasi.kit.sheets.header import Header
from pumasi.kit.sheets.model import Sheet
from pumasi.kit.sheets.vocabulary import FIELDS, IGNORED_INDEX, MEMBER_INDEX, plain_heading

SHOWN = 20  # rows that the page shows
LOOKED = 200  # rows whose values are weighed
SURE = 0.5  # a guess below this is left to the person
EXACT, PARTLY, BY_VALUE = 0.9, 0.65, 0.75


@dataclass(frozen=True, slots=True)
class Guess:
    """One column: its letter and heading, the field it probably is (None: ignore), how sure, first values."""

    letter: str
    header: str
    field: str | None
    confidence: float
    samples: tuple[str, ...]


def guess(sheet: Sheet) -> list[Guess]:
    """Guess the field of every column; each field is given to one column only, the surest."""
    if sheet.header is None:
        return []
    scores = [_scores(sheet, sheet.header, at) for at in range(len(sheet.header.names))]
    chosen = _assign(scores)
    guesses = []
    for at, name in enumerate(sheet.header.names):
        field, confidence = chosen.get(at, (None, 0.0))
        guesses.append(Guess(letter(at), name, field, confidence, _samples(sheet, at)))
    return guesses


def mapping(guesses: Sequence[Guess]) -> dict[str, str]:
    """Give {field: column letter} of the guesses that are sure enough."""
    return {found.field: found.letter for found in guesses if found.field and found.confidence >= SURE}


def _samples(sheet: Sheet, at: int) -> tuple[str, ...]:
    return tuple(shown(row.at(letter(at))) for row in sheet.rows[:SHOWN])


def _assign(scores: list[dict[str, float]]) -> dict[int, tuple[str, float]]:
    ranked = sorted(
        ((score, -at, field) for at, found in enumerate(scores) for field, score in found.items()),
        reverse=True,
    )
    chosen: dict[int, tuple[str, float]] = {}
    taken: set[str] = set()
    for score, negative_at, field in ranked:
        if -negative_at not in chosen and field not in taken:
            chosen[-negative_at] = (field, round(score, 2))
            taken.add(field)
    return chosen


def _scores(sheet: Sheet, header: Header, at: int) -> dict[str, float]:
    column = [row.at(letter(at)) for row in sheet.rows[:LOOKED]]
    filled = [value for value in column if not blank(value)]
    by_heading = heading_fields(header.names[at])
    if by_heading is None:
        return {}
    found = {field: score + 0.1 * _fit(field, filled) for field, score in by_heading.items()}
    for field, share in _by_values(filled).items():
        found[field] = max(found.get(field, 0.0), BY_VALUE * share)
    return _with_language(found, filled)


def heading_fields(heading: str) -> dict[str, float] | None:
    """Give the fields that a heading may name with how sure that is; None for a column of row numbers.

    Below a common heading ("Contact / Phone") the lower one decides.
    """
    parts = [part for part in [*heading.split(" / ")[::-1], heading] if part]
    if not re.search(r"[^\W\d_]|#", heading) or any(
        plain_heading(part) in IGNORED_INDEX for part in parts[:1]
    ):
        return None
    found: dict[str, float] = {}
    for weight, part in zip((1.0, 0.8, 0.9), parts, strict=False):
        plain = plain_heading(re.sub(r" \(\d+\)$", "", part))
        if plain in MEMBER_INDEX:
            found.setdefault(MEMBER_INDEX[plain], EXACT * weight)
    return found or _partly(plain_heading(heading))


def _partly(plain: str) -> dict[str, float]:
    found: dict[str, float] = {}
    for word, field in MEMBER_INDEX.items():
        if len(word) >= 2 and not word.isascii() and word in plain:
            found[field] = max(found.get(field, 0.0), PARTLY * (0.5 + 0.5 * len(word) / len(plain)))
    return found


def _fits(reader: Callable[[Value], object]) -> Callable[[Value], bool]:
    def fits(value: Value) -> bool:
        try:
            return reader(value) is not None
        except Refused:
            return False

    return fits


VALUE_TESTS: dict[str, Callable[[Value], bool]] = {
    "email": lambda value: bool(values.EMAIL.search(shown(value))),
    "registration_number": lambda value: check("business_number", value).ok,
    "corporate_number": lambda value: check("corporate_number", value).ok,
    "lei": lambda value: check("lei", value).ok,
    "ror": lambda value: check("ror", value).ok,
    "web": lambda value: bool(re.match(r"(?:https?://|www\.)\S+", shown(value), re.IGNORECASE)),
    "phone": lambda value: bool(re.fullmatch(r"(?:\+\d{1,3}|0)[\d\s().\-]{7,16}", shown(value))),
    "joined_on": values.is_date,
    "type": _fits(kinds.read_type),
    "relation": _fits(kinds.read_relation),
}
LEGAL = re.compile(r"\(주\)|㈜|주식회사|유한회사|\b(?:inc|ltd|gmbh|llc|corp)\b", re.IGNORECASE)


def _fit(field: str, filled: list[Value]) -> float:
    test = VALUE_TESTS.get(field)
    return sum(map(test, filled)) / len(filled) if test and filled else 0.0


def _by_values(filled: list[Value]) -> dict[str, float]:
    if not filled:
        return {}
    shares = {field: _fit(field, filled) for field in VALUE_TESTS}
    shares["name"] = sum(bool(LEGAL.search(shown(value))) for value in filled) / len(filled)
    return {field: share for field, share in shares.items() if share > 0.6}


def _with_language(found: dict[str, float], filled: list[Value]) -> dict[str, float]:
    # A column headed "Name" is a Korean or an English name by what stands in it.
    if "name" not in found or not filled:
        return found
    korean = sum(bool(re.search("[가-힣]", shown(value))) for value in filled) / len(filled)
    score = found.pop("name")
    language = "name_ko" if korean > 0.5 else "name_en"
    return {**found, language: max(found.get(language, 0.0), score - 0.01)}


def field_names() -> dict[str, tuple[str, str]]:
    """Give {field: (English, Korean)} for select boxes, in the order in which people expect them."""
    return {field: (said.en, said.ko) for field, said in FIELDS.items() if field != "name"}
