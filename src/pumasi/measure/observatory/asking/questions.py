"""Lists of questions as offices keep them: a table, or a DDI-Codebook; read into rows, or told what is wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets import Problem, shown
from pumasi.kit.sheets.cells import Place
from pumasi.kit.sheets.named import named_rows
from pumasi.kit.sheets.values import read_number
from pumasi.kit.sheets.vocabulary import index_of, plain_heading
from pumasi.measure.observatory.models.asking import CHOOSING, Question

Kind = Question.Kind
MEANT = index_of(
    {
        "key": "키|문항 키|번호|문항번호|문항 번호|key|question key|id|variable|name",
        "kind": "유형|응답 유형|kind|type",
        "section_ko": "부문|부문(국문)|섹션|section_ko",
        "section_en": "section|section_en|부문(영문)",
        "text_ko": "문항|질문|문항(국문)|text_ko",
        "text_en": "question|text|text_en|문항(영문)",
        "help_ko": "설명|도움말|help_ko",
        "help_en": "help|help_en",
        "choices": "선택지|보기|choices|options",
        "columns": "열|표의 열|columns",
        "measure": "이곳의 기록|measure|measured",
        "unit_ko": "단위|unit_ko",
        "unit_en": "unit|unit_en",
        "least": "최솟값|최소|least|min|minimum",
        "most": "최댓값|최대|most|max|maximum",
        "required": "필수|필수 여부|required",
        "only_if": "조건 문항|only_if|depends on",
        "only_when": "조건 답변|only_when|when",
    }
)
KINDS = index_of(
    {
        Kind.NUMBER: "number|numeric|숫자|수|수치",
        Kind.MONEY: "money|amount|금액",
        Kind.ONE: "one|single|category|단일 선택|단일|하나 선택",
        Kind.SEVERAL: "several|multiple|복수 선택|복수|여러 개 선택|다중 선택",
        Kind.RANK: "rank|order|순위|순위 선택",
        Kind.SCALE: "scale|likert|척도|리커트",
        Kind.TEXT: "text|서술|주관식|글",
        Kind.TABLE: "table|grid|표",
        Kind.FILE: "file|attachment|파일|첨부",
    }
)
# What says behind a column of a table that a number is asked for.
NUMERIC = {"number", "numeric", "숫자", "수"}
YES = {"yes", "y", "1", "true", "o", "예", "필수"}
KEY = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
# Cells that have lines of their own.
LINES = {"choices", "columns"}
LONGEST = {
    **dict.fromkeys(("section_ko", "section_en"), 120), **dict.fromkeys(("text_ko", "text_en", "help_ko", "help_en"), 400),
    **dict.fromkeys(("unit_ko", "unit_en"), 40),
}  # fmt: skip
NO_COLUMNS = Said("There is no column for the question.", "문항 열이 없습니다.")
NAME_THEM = Said(
    "Write headings such as “Question” and “Type” above the columns.",
    "각 열 위에 ‘문항’, ‘유형’과 같은 제목을 써 주십시오.",
)
NO_KIND = Said("The type of the answer is not known.", "응답 유형을 알 수 없습니다.")
GIVE_KIND = Said(
    "Write number, money, one, several, rank, scale, text, table or file.",
    "숫자, 금액, 단일 선택, 복수 선택, 순위, 척도, 서술, 표, 파일 가운데 하나를 적어 주십시오.",
)
NO_TEXT = Said("The question has no words.", "문항이 비어 있습니다.")
GIVE_TEXT = Said("Write it in either language.", "한 언어로라도 적어 주십시오.")
BAD_KEY = Said(
    "The key has other signs than small letters, digits and hyphens.",
    "키에 영문 소문자, 숫자, 붙임표 말고 다른 글자가 있습니다.",
)
GIVE_KEY = Said("Write one such as members-total.", "members-total처럼 적어 주십시오.")
TWICE = Said("The same key stands further up.", "같은 키가 위에 있습니다.")
OTHER_KEY = Said("Give each question its own.", "문항마다 다른 키를 적어 주십시오.")
FEW = Said("There are fewer than two choices.", "선택지가 둘보다 적습니다.")
GIVE_CHOICES = Said(
    "Write one on each line, or apart by semicolons.",
    "한 줄에 하나씩, 또는 쌍반점(;)으로 구분해 적어 주십시오.",
)
NO_MEASURE = Said(
    "What is measured here is not known, or the question takes no number.",
    "이곳의 기록 이름을 알 수 없거나 숫자로 답하는 문항이 아닙니다.",
)
GIVE_MEASURE = Said(
    "Write members, active, gatherings, small, attendances or partners, at questions for a number.",
    "숫자로 답하는 문항에 members, active, gatherings, small, attendances, partners 가운데 하나를 적어 주십시오.",
)
NO_ROWS = Said("The table has no rows or no columns.", "표에 행이나 열이 없습니다.")
GIVE_ROWS = Said(
    "Write its rows under “Choices” and its columns under “Columns”, one on each line.",
    "행은 ‘선택지’ 열에, 열은 ‘표의 열’ 열에 한 줄에 하나씩 적어 주십시오.",
)
TOO_LONG = Said("A text is too long.", "글이 너무 깁니다.")
SHORTEN = Said(
    "Shorten it: 400 characters for a question, 120 for a section.",
    "줄여 주십시오. 문항은 400자, 부문은 120자까지입니다.",
)


@dataclass
class Listed:
    """What a list says: questions that can be entered, and what keeps others out."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_choices(text: str) -> list[dict[str, str]]:
    """Read choices, one on each line or apart by semicolons: `key | Korean | English`, or a label alone."""
    found: list[dict[str, str]] = []
    for number, line in enumerate((one.strip() for one in re.split(r"[\n;]", text)), start=1):
        if not line:
            continue
        parts = [part.strip() for part in line.split("|")]
        key, ko, en = (
            parts
            if len(parts) == 3
            else (f"c{number}", *(parts if len(parts) == 2 else (parts[0], parts[0])))
        )
        if not KEY.fullmatch(key) or key in {one["key"] for one in found}:
            key = f"c{number}"
        found.append({"key": key, "ko": ko or en, "en": en or ko})
    return found


def written_choices(choices: list[dict[str, Any]]) -> str:
    """Choices as `read_choices` reads them."""
    return "\n".join(f"{one['key']} | {one.get('ko', '')} | {one.get('en', '')}" for one in choices)


def read_columns(text: str) -> list[dict[str, Any]]:
    """Read columns of a table as `read_choices` does; a last part `number` asks for numbers in it."""
    lines = [line.strip() for line in re.split(r"[\n;]", text) if line.strip()]
    split = [line.rpartition("|") for line in lines]
    numeric = [bar != "" and plain_heading(last) in NUMERIC for _first, bar, last in split]
    told = [
        first if number else line
        for line, (first, _bar, _last), number in zip(lines, split, numeric, strict=True)
    ]
    found = zip(read_choices("\n".join(told)), numeric, strict=True)
    return [{**one, "number": True} if number else one for one, number in found]


def written_columns(columns: list[dict[str, Any]]) -> str:
    """Columns as `read_columns` reads them."""
    return "\n".join(written_choices([one]) + (" | number" if one.get("number") else "") for one in columns)


def plain(value: Any) -> str:
    """A bound as a person writes it: 100, not 100.0000."""
    return "" if value is None else format(value.normalize(), "f")


def listed(body: bytes, filename: str = "") -> Listed:
    """Read a list of questions. Raises Refused for what is no table at all."""
    found = Listed()
    needs = {"text_ko", "text_en"}.intersection
    for one in named_rows(body, filename, meant=MEANT, needs=needs, lacking=(NO_COLUMNS, NAME_THEM)):
        if isinstance(one, Problem):
            found.problems.append(one)
            continue
        row, cells = one
        told = {
            what: shown(value).strip() if what not in LINES else str(value or "")
            for what, value in cells.items()
        }
        values = _values(told, len(found.rows) + 1)
        wrong = list(_wrong(row.place(), told, values, {one["key"] for one in found.rows}))
        found.problems += wrong
        found.rows += [] if wrong else [values]
    return found


def _values(told: dict[str, str], number: int) -> dict[str, Any]:
    """A row as columns of a question; what cannot be read is left to `_wrong`."""
    plain = {name: told.get(name, "") for name in LONGEST}
    return {
        **plain,
        "key": told.get("key", "").strip().lower() or f"q{number}",
        "kind": KINDS.get(plain_heading(told.get("kind", "")), Kind.TEXT if not told.get("kind") else ""),
        "choices": read_choices(told.get("choices", "")),
        "columns": read_columns(told.get("columns", "")),
        "measure": told.get("measure", "").strip().lower(),
        "least": _bound(told.get("least", "")),
        "most": _bound(told.get("most", "")),
        "required": plain_heading(told.get("required", "")) in YES,
        "only_if": told.get("only_if", "").strip().lower(),
        "only_when": [one.strip() for one in re.split(r"[,;]", told.get("only_when", "")) if one.strip()],
    }


def _bound(text: str) -> Any:
    try:
        return read_number(text)
    except Refused:
        return None


def _wrong(place: Place, told: dict[str, str], values: dict[str, Any], keys: set[str]) -> Iterator[Problem]:
    kind = values["kind"]
    checked = (
        (not values["text_ko"] and not values["text_en"], NO_TEXT, GIVE_TEXT),
        (not kind, NO_KIND, GIVE_KIND),
        (not KEY.fullmatch(values["key"]), BAD_KEY, GIVE_KEY),
        (values["key"] in keys, TWICE, OTHER_KEY),
        (kind in CHOOSING and len(values["choices"]) < 2, FEW, GIVE_CHOICES),
        (kind == Kind.TABLE and not (values["choices"] and values["columns"]), NO_ROWS, GIVE_ROWS),
        (not _is_measured(values["measure"], kind), NO_MEASURE, GIVE_MEASURE),
        (any(len(values[name]) > most for name, most in LONGEST.items()), TOO_LONG, SHORTEN),
    )
    yield from (Problem(place, said, remedy, severe=True) for wrong, said, remedy in checked if wrong)
    for name in ("least", "most"):
        if told.get(name) and values[name] is None:
            yield Problem(
                place,
                Said(f"“{told[name][:40]}” is no number.", f"‘{told[name][:40]}’: 숫자가 아닙니다."),
                Said("Write digits only.", "숫자만 적어 주십시오."),
                severe=True,
            )


def _is_measured(measure: str, kind: str) -> bool:
    return not measure or (measure in Question.Measure.values and kind == Kind.NUMBER)
