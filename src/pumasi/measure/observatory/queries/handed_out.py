"""Instrument and answers as files: the questions as a table, the answers as a matrix and as rows with their origin."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from pumasi.kit.bilingual import read
from pumasi.kit.sheets import writer
from pumasi.measure.observatory.asking.answers import Kind, shown
from pumasi.measure.observatory.asking.questions import plain, written_choices, written_columns
from pumasi.measure.observatory.asking.tables import in_a_line
from pumasi.measure.observatory.models import Instrument, Question, Wave
from pumasi.measure.observatory.queries.answered import cells_of, questions_of

QUESTION_COLUMNS = [
    "key", "kind", "section_ko", "section_en", "text_ko", "text_en", "help_ko", "help_en", "choices", "columns", "unit_ko", "unit_en", "least",
    "most", "required", "measure", "only_if", "only_when",
]  # fmt: skip
ROW_COLUMNS = [
    "wave",
    "version",
    "cluster_ko",
    "cluster_en",
    "country",
    "question",
    "value",
    "absent",
    "certainty",
    "source",
    "measured",
]
KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def _table(columns: list[str], rows: Iterator[Any], form: str, sheet: str) -> bytes:
    return writer.write_csv(columns, rows) if form == "csv" else writer.write_xlsx(columns, rows, sheet=sheet)


def questions_file(instrument: Instrument, form: str) -> bytes:
    """The questions as CSV or XLSX, which `questions.listed` reads back."""
    questions = questions_of(instrument)
    keys = {one.pk: one.key for one in questions}
    return _table(QUESTION_COLUMNS, (_question_row(one, keys) for one in questions), form, "questions")


def _question_row(one: Any, keys: dict[int, str]) -> list[Any]:
    return [
        one.key, one.kind, one.section_ko, one.section_en, one.text_ko, one.text_en, one.help_ko, one.help_en,
        written_choices(one.choices), written_columns(one.columns), one.unit_ko, one.unit_en, plain(one.least), plain(one.most),
        "yes" if one.required else "", one.measure, keys.get(one.only_if_id, ""), ", ".join(one.only_when),
    ]  # fmt: skip


def matrix_file(wave: Wave, form: str, language: str) -> bytes:
    """A cluster in each row, a question in each column, in words; it can be pasted back."""
    questions, cells = questions_of(wave.instrument), cells_of(wave)
    columns = [
        "클러스터" if language == "ko" else "Cluster",
        "국가" if language == "ko" else "Country",
        *(one.key for one in questions),
    ]

    def rows() -> Iterator[list[Any]]:
        for response in wave.responses.select_related("surveyed"):
            mine = cells.get(response.pk, {})
            said = [_said(one, mine.get(one.pk), language) for one in questions]
            yield [str(read(response.surveyed, "name", language)), response.surveyed.country, *said]

    return _table(columns, rows(), form, f"wave-{wave.number}")


def _said(question: Question, cell: Any, language: str) -> Any:
    if cell is None:
        return ""
    if cell.absent:
        words = {"unknown": ("모름", "not known"), "refused": ("응답 거부", "refused")}[cell.absent]
        return words[0] if language == "ko" else words[1]
    if question.kind == Kind.NUMBER:
        number = Decimal(cell.value)
        return int(number) if number == number.to_integral_value() else float(number)
    told = shown(question, cell.value, language)
    return in_a_line(told) if question.kind == Kind.TABLE else told


def _values(question: Question, value: Any) -> Iterator[tuple[str, Any]]:
    """An answer as rows of open data: one, but of a table one for each cell, as `question.row.column`."""
    if question.kind == Kind.TABLE and value is not None:
        for row, cells in value.items():
            yield from ((f"{question.key}.{row}.{column}", text) for column, text in cells.items())
    elif question.kind in {Kind.MONEY, Kind.FILE}:
        yield question.key, shown(question, value, "en")
    else:
        yield question.key, "; ".join(value) if isinstance(value, list) else value


def rows_file(wave: Wave, form: str) -> bytes:
    """A row for each answer: its value, why there is none, how certain it is, and where it came from."""
    questions, cells = questions_of(wave.instrument), cells_of(wave)

    def rows() -> Iterator[list[Any]]:
        for response in wave.responses.select_related("surveyed"):
            one = response.surveyed
            for question in questions:
                cell = cells.get(response.pk, {}).get(question.pk)
                if cell is not None:
                    for key, value in _values(question, cell.value):
                        yield [
                            wave.number, wave.instrument.number, str(read(one, "name", "ko")), str(read(one, "name", "en")), one.country,
                            key, value, cell.absent, cell.certainty, cell.source, cell.measured,
                        ]  # fmt: skip

    return _table(ROW_COLUMNS, rows(), form, f"wave-{wave.number}")
