"""Tables of people at work by industry as offices of statistics give them out: read into rows, or told what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets import Problem, Row, shown
from pumasi.kit.sheets.named import named_rows
from pumasi.kit.sheets.values import read_number
from pumasi.kit.sheets.vocabulary import index_of, plain_heading
from pumasi.measure.observatory.schemes import depth, plain_code

MEANT = index_of(
    {
        "code": "코드|산업코드|산업 코드|산업분류코드|분류코드|code|industry code",
        "name_ko": "산업|산업명|업종|산업(국문)|name_ko",
        "name_en": "industry|name|산업(영문)|name_en",
        "here": "지역 종사자|지역|지역 종사자 수|지역 종사자수|here|region|people here",
        "there": "전국 종사자|전국|전국 종사자 수|전국 종사자수|there|country|people in the country",
    }
)
EVERYBODY = {"total", "계", "합계", "전체", "전산업", "전 산업", "총계", "all industries"}
# How sources write that they hold a number back.
HELD_BACK = {"x", "*", "-", "–", "s", "c", ":", "비공개"}
CODE = re.compile(r"[A-Z]|\d{2,5}")
LONGEST = 200
NO_COLUMNS = Said(
    "There are no columns for the code and the people in both places.",
    "코드와 두 지역의 종사자 수 열이 없습니다.",
)
NAME_THEM = Said(
    "Write the headings Code, Region and Country above the columns.",
    "각 열 위에 ‘코드’, ‘지역’, ‘전국’이라는 제목을 써 주십시오.",
)
BAD_CODE = Said("The code is none of a classification.", "산업분류 코드가 아닙니다.")
GIVE_CODE = Said(
    "Write a letter or two to five digits, such as 26.",
    "영문자 하나 또는 숫자 2~5자리로 적어 주십시오. 예: 26",
)
TWICE = Said("The same code stands further up.", "같은 코드가 위에 있습니다.")
ONE_ROW = Said("Leave one of the rows.", "한 행만 남겨 주십시오.")
NO_NUMBER = Said("A number of people cannot be read.", "종사자 수를 읽을 수 없습니다.")
GIVE_NUMBER = Said(
    "Write digits only, or x where the source holds it back.",
    "숫자만 적거나, 출처가 공개하지 않은 값은 x로 적어 주십시오.",
)
TOO_MANY = Said(
    "There are more people in the region than in the country.", "지역 종사자가 전국보다 많습니다."
)
LOOK_AGAIN = Said("Look whether the columns are exchanged.", "두 열이 바뀌지 않았는지 확인해 주십시오.")
MIXED = Said("Codes of different depth stand in one table.", "깊이가 다른 코드가 섞여 있습니다.")
ONE_DEPTH = Said(
    "Leave one depth, such as two digits, so that nobody is counted twice.",
    "한 사람이 두 번 세어지지 않도록 두 자리처럼 한 깊이만 남겨 주십시오.",
)


@dataclass
class Listed:
    """What a table says: industries, everybody at work where a row says so, and what keeps others out."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    everybody: tuple[int, int] | None = None
    problems: list[Problem] = field(default_factory=list)


def listed(body: bytes, filename: str = "") -> Listed:
    """Read a table. Raises Refused for what is no table at all."""
    found = Listed()
    needs, lacking = {"code", "here", "there"}.issubset, (NO_COLUMNS, NAME_THEM)
    for one in named_rows(body, filename, meant=MEANT, needs=needs, lacking=lacking, totals=True):
        if isinstance(one, Problem):
            found.problems.append(one)
        else:
            row, cells = one
            _take(row, {what: shown(value).strip() for what, value in cells.items()}, found)
    return found


def _take(row: Row, told: Mapping[str, str], found: Listed) -> None:
    """Enter a row: everybody at work, or an industry; with anything wrong, what is wrong."""
    counts, wrong = _counts(row, told)
    here, there = counts.get("here"), counts.get("there")
    words = {plain_heading(told.get(what, "")) for what in ("code", "name_ko", "name_en")}
    if not words & EVERYBODY:
        wrong += _wrong(row, told, found)
        if not wrong:
            names = {what: told.get(what, "")[:LONGEST] for what in ("name_ko", "name_en")}
            found.rows.append({"code": plain_code(told["code"]), **names, **counts})
    elif here is not None and there is not None and not wrong:
        found.everybody = (here, there)
    found.problems += wrong


def _counts(row: Row, told: Mapping[str, str]) -> tuple[dict[str, int | None], list[Problem]]:
    """The people in the region and in the country, and what is wrong with the numbers."""
    counts: dict[str, int | None] = {}
    wrong = []
    for what in ("here", "there"):
        try:
            counts[what] = _people(told[what])
        except ValueError:
            wrong.append(Problem(row.place(), NO_NUMBER, GIVE_NUMBER, severe=True))
    here, there = counts.get("here"), counts.get("there")
    if here is not None and there is not None and here > there:
        wrong.append(Problem(row.place(), TOO_MANY, LOOK_AGAIN, severe=True))
    return counts, wrong


def _wrong(row: Row, told: Mapping[str, str], found: Listed) -> Iterator[Problem]:
    code = plain_code(told["code"])
    if not CODE.fullmatch(code):
        yield Problem(row.place(), BAD_CODE, GIVE_CODE, severe=True)
    elif any(one["code"] == code for one in found.rows):
        yield Problem(row.place(), TWICE, ONE_ROW, severe=True)
    elif found.rows and depth(found.rows[0]["code"]) != depth(code):
        yield Problem(row.place(), MIXED, ONE_DEPTH, severe=True)


def _people(text: str) -> int | None:
    """A number of people; None where the source holds it back. Raises ValueError for anything else."""
    if text.casefold() in HELD_BACK:
        return None
    try:
        value = read_number(text)
    except Refused as why:
        raise ValueError(text) from why
    if value is None or value < 0 or value != int(value):
        raise ValueError(text)
    return int(value)
