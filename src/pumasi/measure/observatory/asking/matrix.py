"""Tables that offices keep, a cluster in each row and a question in each column: read into answers, or told what is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pumasi.kit.bilingual import both
from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets import Problem, Row, read, shown
from pumasi.kit.sheets.header import Header, header_at, row_with
from pumasi.kit.sheets.vocabulary import plain_heading
from pumasi.measure.observatory.asking.answers import Given, pasted
from pumasi.measure.observatory.lists import HEADINGS
from pumasi.measure.observatory.models import Question, Response

NAMES = {plain_heading(word) for what in ("name_ko", "name_en") for word in HEADINGS[what].split("|")}
# Columns of the same tables that say who the cluster is, and are no answers.
KNOWN_ELSEWHERE = {plain_heading(word) for what in ("country", "lead") for word in HEADINGS[what].split("|")}
NO_CLUSTER = Said("There is no column for the cluster.", "클러스터 열이 없습니다.")
NAME_IT = Said("Write the heading “Cluster” above its column.", "해당 열 위에 ‘클러스터’라고 써 주십시오.")
UNKNOWN = "There is no cluster {text} in this wave."
UNKNOWN_KO = "이번 차수에 {text} 클러스터가 없습니다."
CHECK_NAME = Said(
    "Write it as in the survey, or enter the cluster first.",
    "조사에 있는 이름대로 쓰거나 클러스터를 먼저 입력해 주십시오.",
)
TWICE = Said("The same cluster stands further up.", "같은 클러스터가 위에 있습니다.")
ONE_ROW = Said("Leave one of the rows.", "한 행만 남겨 주십시오.")


@dataclass
class Matrix:
    """What a table says: answers by response, headings that are not understood, and what is wrong."""

    cells: dict[Response, list[Given]] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    # The table as text, so that a file is not asked for twice.
    text: str = ""


def matrix(
    body: bytes,
    filename: str,
    *,
    questions: Sequence[Question],
    responses: Sequence[Response],
    headings: Mapping[str, str],
) -> Matrix:
    """Read a table with the headings that are understood: a question's key or words, or what the office said they mean."""
    found = Matrix()
    by_heading = _by_heading(questions, headings)
    by_name = {plain_heading(name): one for one in responses for name in _names(one)}
    for sheet in read(body, filename):
        if sheet.hidden or not any(sheet.cells):
            continue
        found.text += (
            "\n".join("\t".join(shown(value).replace("\n", " ") for value in line) for line in sheet.filled)
            + "\n"
        )
        first = row_with(sheet.filled, NAMES.intersection)
        if first is None:
            found.problems.append(Problem(sheet.place, NO_CLUSTER, NAME_IT, severe=True))
            continue
        header = header_at(sheet.cells, sheet.merges, sheet.filled, first)
        found.unknown += [one for one in header.names if one and not _is_known(one, by_heading, headings)]
        for row in sheet.rows_below(header):
            _read(row, header, by_heading, by_name, found)
    return found


def _by_heading(questions: Sequence[Question], headings: Mapping[str, str]) -> dict[str, Question]:
    by_key = {one.key: one for one in questions}
    found = {plain_heading(word): one for one in questions for word in (*both(one, "text"), one.key) if word}
    return found | {heading: by_key[key] for heading, key in headings.items() if key in by_key}


def _is_known(heading: str, by_heading: Mapping[str, Question], headings: Mapping[str, str]) -> bool:
    plain = plain_heading(heading)
    return plain in by_heading or plain in NAMES or plain in KNOWN_ELSEWHERE or headings.get(plain) == ""


def _names(response: Response) -> list[str]:
    return [name for name in both(response.surveyed, "name") if name]


def _read(
    row: Row,
    header: Header,
    by_heading: Mapping[str, Question],
    by_name: Mapping[str, Response],
    found: Matrix,
) -> None:
    names = [shown(row.get(name)).strip() for name in header.names if plain_heading(name) in NAMES]
    if not any(shown(row.get(name)).strip() for name in header.names):
        return
    response = next((by_name[plain_heading(name)] for name in names if plain_heading(name) in by_name), None)
    if response is None:
        text = next((name for name in names if name), "–")[:60]
        found.problems.append(
            Problem(
                row.place(),
                Said(UNKNOWN.format(text=text), UNKNOWN_KO.format(text=text)),
                CHECK_NAME,
                severe=True,
            )
        )
        return
    if response in found.cells:
        found.problems.append(Problem(row.place(), TWICE, ONE_ROW, severe=True))
        return
    found.cells[response] = list(_answers(row, header, by_heading, found))


def _answers(row: Row, header: Header, by_heading: Mapping[str, Question], found: Matrix) -> Iterator[Given]:
    """The answers of a row; an empty cell says nothing and leaves what stands."""
    for name, letter in zip(header.names, header.letters, strict=True):
        question, text = by_heading.get(plain_heading(name)), shown(row.get(name)).strip()
        if question is None or not text:
            continue
        try:
            given = pasted(question, text)
        except Refused as why:
            remedy = Said(why.text("en"), why.text("ko"))
            found.problems.append(
                Problem(row.place(letter), Said(f"“{name}”:", f"‘{name}’:"), remedy, severe=True)
            )
            continue
        if not given.is_empty:
            yield given


def understood(unknown: Sequence[str], posted: Any) -> dict[str, str]:
    """What the office says of headings that were not understood: a question's key, or nothing to leave the column out."""
    return {
        plain_heading(heading): posted.get(f"heading-{at}", "")
        for at, heading in enumerate(unknown)
        if f"heading-{at}" in posted
    }
