"""A question answered by a small table: rows and columns that the office names, a number or a few words in each cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from pumasi.kit.numbers import grouped
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.asking.numbers import number_of, unit_after
from pumasi.measure.observatory.models import Question

LONGEST = 200
# What parts cells and rows where a table is written as text; the sign stands in no cell, and a spreadsheet keeps it in one.
BETWEEN, ROWS = " | ", " || "
Table = dict[str, dict[str, str]]


def named(entries: Iterable[Mapping[str, Any]], language: str) -> dict[str, str]:
    """What each choice, row or column is called; in the other language where it has no name in this one."""
    other = "en" if language == "ko" else "ko"
    return {one["key"]: one.get(language) or one.get(other) or one["key"] for one in entries}


def labels_of(question: Question, language: str) -> dict[str, str]:
    """What each choice (of a table: each row) is called."""
    return named(question.choices, language)


def cells_of(question: Question) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    """Row and column of every cell, as a page shows them."""
    return ((row, column) for row in question.choices for column in question.columns)


def field_names(question: Question, name: str) -> list[str]:
    """Fields of a form for the cells; keys have no dot, so no two cells share one."""
    return [f"{name}.{row['key']}.{column['key']}" for row, column in cells_of(question)]


def table_of(question: Question, typed: Sequence[str]) -> Table | None:
    """Read the cells that were filled in. Raises Refused with the place of a wrong one."""
    found: Table = {}
    for (row, column), text in zip(cells_of(question), typed, strict=False):
        try:
            value = number_of(question, [text]) if column.get("number") else _words(text)
        except Refused as why:
            raise _placed(row, column, why) from None
        if value is not None:
            found.setdefault(row["key"], {})[column["key"]] = value
    return found or None


def _words(text: str) -> str | None:
    plain = " ".join(text.split())
    if len(plain) > LONGEST:
        raise Refused(
            "{n} characters are too many for a cell; {most} fit.",
            "칸에 {n}자가 있습니다. {most}자까지 쓸 수 있습니다.",
            n=len(plain), most=LONGEST,
        )  # fmt: skip
    if "|" in plain:
        raise Refused("Leave out the sign “|”.", "‘|’ 기호는 빼 주십시오.")
    return plain or None


def _placed(row: Mapping[str, Any], column: Mapping[str, Any], why: Refused) -> Refused:
    (ko, ko_of), (en, en_of) = (
        (named([row], code)[row["key"]], named([column], code)[column["key"]]) for code in ("ko", "en")
    )
    return Refused(
        "{en}, {en_of}: {why_en}", "{ko}, {ko_of}: {why_ko}",
        en=en, en_of=en_of, ko=ko, ko_of=ko_of, why_en=why.text("en"), why_ko=why.text("ko"),
    )  # fmt: skip


def typed_table(question: Question, value: Table | None) -> list[str]:
    """The fields of a form for a table on record, in the order of `cells_of`."""
    return [(value or {}).get(row["key"], {}).get(column["key"], "") for row, column in cells_of(question)]


def shown_table(question: Question, value: Table, language: str) -> str:
    """A table in words, a row on each line: `Companies: people 1,200 | sites 3`."""
    columns, after = named(question.columns, language), unit_after(question, language)
    numbers = {one["key"] for one in question.columns if one.get("number")}

    def cell(key: str, text: str) -> str:
        return (
            f"{columns[key]} {grouped(Decimal(text))}{after}" if key in numbers else f"{columns[key]} {text}"
        )

    return "\n".join(
        f"{label}: " + BETWEEN.join(cell(key, value[row][key]) for key in columns if key in value[row])
        for row, label in labels_of(question, language).items()
        if value.get(row)
    )


def in_a_line(text: str) -> str:
    """A table in words as it stands in one cell of a spreadsheet: `Companies: people 1,200 || Science: people 3`."""
    return text.replace("\n", ROWS)


def cells_in(question: Question, text: str) -> list[str]:
    """The fields of a form for a table written as `shown_table` or `in_a_line` writes it, in either language. Raises Refused."""
    found: Table = {}
    for line in filter(None, (one.strip() for one in re.split(r"\n|\|\|", text))):
        row, rest = _begins(line, question.choices, r"\s*:\s*")
        for part in filter(None, (one.strip() for one in rest.split("|"))):
            column, value = _begins(part, question.columns, r"\s+")
            found.setdefault(row, {})[column] = value
    return typed_table(question, found)


def _begins(text: str, entries: Sequence[Mapping[str, Any]], gap: str) -> tuple[str, str]:
    """The entry by whose name a text begins, the longest name first, and what comes after it."""
    names = {
        name: one["key"] for one in entries for name in (one.get("ko"), one.get("en"), one["key"]) if name
    }
    for name in sorted(names, key=len, reverse=True):
        told = re.match(rf"{re.escape(name)}{gap}(.*)", text, re.IGNORECASE | re.DOTALL)
        if told:
            return names[name], told.group(1)
    raise Refused(
        "“{text}” begins with no name of a row or column. Write “row: column value | column value”, with “||” between rows.",
        "‘{text}’: 행이나 열 이름으로 시작하지 않습니다. ‘행: 열 값 | 열 값’처럼 적고 행 사이에는 ‘||’를 넣어 주십시오.",
        text=text[:40],
    )


def table_fits(question: Question, value: Table) -> bool:
    """Say whether every row and column of a table is still asked for."""
    rows, columns = ({one["key"] for one in entries} for entries in (question.choices, question.columns))
    return value.keys() <= rows and all(cells.keys() <= columns for cells in value.values())
