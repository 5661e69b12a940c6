"""The rows of a member list as clean values, each broken cell told with its place and remedy."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pumasi.kit.identifiers import check
from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets import kinds, values
from pumasi.kit.sheets.cells import Place, Problem, Value, blank, shown
from pumasi.kit.sheets.model import Row, Sheet

IDENTIFIERS = {
    "registration_number": "business_number",
    "corporate_number": "corporate_number",
    "lei": "lei",
    "ror": "ror",
}
NAMES = ("name", "name_ko", "name_en")
NO_NAME = Said("The row has no name of an organisation.", "기업·기관명이 비어 있습니다.")
WRITE_NAME = Said("Write the name, or delete the row.", "이름을 써 주시거나 행을 지워 주십시오.")


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One row: its place, the values that could be read by field, and what could not.

    Texts are str; tags, offers and needs lists of str; joined_on and left_on dates; employees a Decimal.
    A row with a severe problem must not be brought in.
    """

    place: Place
    values: Mapping[str, object]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def refused(self) -> bool:
        """Whether the row must stay out."""
        return any(problem.severe for problem in self.problems)


def member_lines(
    sheet: Sheet, mapping: Mapping[str, str], *, year: int | None = None
) -> Iterator[MemberLine]:
    """Read every row by {field: column letter}. `year` completes dates that have none."""
    for row in sheet.rows:
        yield _line(row, mapping, year)


def _line(row: Row, mapping: Mapping[str, str], year: int | None) -> MemberLine:
    found: dict[str, object] = {}
    problems: list[Problem] = []
    for name, column in mapping.items():
        value = row.at(column)
        if blank(value):
            continue
        try:
            found[name] = _read(name, value, year)
        except Refused as why:
            problems.append(_problem(row.place(column), why))
            continue
        problems += _doubts(name, value, row.place(column))
    if not any(found.get(name) for name in NAMES):
        problems.append(Problem(row.place(), NO_NAME, WRITE_NAME, severe=True))
    return MemberLine(row.place(), {name: value for name, value in found.items() if value}, tuple(problems))


def _read(name: str, value: Value, year: int | None) -> object:
    if name in {"joined_on", "left_on"}:
        return values.read_date(value, year=year)
    return READERS.get(name, shown)(value)


def _identifier(scheme: str) -> Callable[[Value], object]:
    def reader(value: Value) -> str | None:
        if shown(value).casefold() in values.NOTHING:
            return None
        checked = check(scheme, value)
        return checked.value if checked.ok or not checked.certain else None

    return reader


READERS: dict[str, Callable[[Value], object]] = {
    "type": kinds.read_type,
    "relation": kinds.read_relation,
    "email": values.read_email,
    "web": values.read_web,
    "tags": values.read_list,
    "offers": values.read_list,
    "needs": values.read_list,
    "employees": values.read_number,
    **{name: _identifier(scheme) for name, scheme in IDENTIFIERS.items()},
}


def _doubts(name: str, value: Value, place: Place) -> list[Problem]:
    if name not in IDENTIFIERS or shown(value).casefold() in values.NOTHING:
        return []
    checked = check(IDENTIFIERS[name], value)
    if checked.problem is None or checked.remedy is None:
        return []
    return [Problem(place, checked.problem, checked.remedy)]


def _problem(place: Place, why: Refused) -> Problem:
    en, ko = _halves(why.en, why.details), _halves(why.ko, why.details)
    return Problem(place, Said(en[0], ko[0]), Said(en[1], ko[1]))


def _halves(template: str, details: Mapping[str, object]) -> tuple[str, str]:
    # The first sentence of a refusal says what is wrong, the rest what to do; cut before the cell's own
    # text, which may hold full stops, is put in.
    wrong, _, remedy = template.partition(". ")
    return f"{wrong}.".format(**details), remedy.format(**details)
