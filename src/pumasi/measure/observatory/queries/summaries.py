"""What a wave says, question by question: how many answered, shares with how sure they are, middles of numbers; small cells held back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import numpy as np

from pumasi.engine.statistics.few import LEAST_FOR_PERCENT, fisher
from pumasi.engine.statistics.intervals import Interval, suppressed, wilson
from pumasi.measure.observatory.asking.answers import Kind, applying, chosen
from pumasi.measure.observatory.models import Question, Surveyed, Wave
from pumasi.measure.observatory.queries.answered import Cells, cells_of, questions_of

# Cells of one to four answers are held back from the world, and others as long as they would give one away.
LEAST = 5


@dataclass(frozen=True)
class Share:
    """How many chose something. `count` is None where it is held back; `share` is None below ten answers."""

    key: str
    count: int | None
    share: Interval | None = None


@dataclass(frozen=True)
class Middle:
    """Numbers of one kind (`of`: nothing, or currency and year): how many, the middle, and the quarters from five on."""

    of: str
    n: int
    median: Decimal
    low: Decimal | None
    high: Decimal | None


@dataclass(frozen=True)
class Summary:
    """One question: of `asked` clusters whom it concerns, how many answered, do not know, or wish to give no answer.

    ``shares``: choices in their order (for an order of importance: how many put it first). ``middles``: of numbers.
    ``grid``: of a table with numbers, the middle of each cell, in the order of rows and of columns that ask for numbers.
    ``held``: too few answers to show anything of them.
    """

    question: Question
    asked: int
    n: int
    unknown: int
    refused: int
    shares: list[Share] = field(default_factory=list)
    middles: list[Middle] = field(default_factory=list)
    grid: list[list[Middle | None]] = field(default_factory=list)
    held: bool = False

    @property
    def blank(self) -> int:
        """How many left it open."""
        return self.asked - self.n - self.unknown - self.refused

    @property
    def several(self) -> bool:
        """Say whether shares add up to more than 100 %."""
        return self.question.kind == Kind.SEVERAL


def summaries(wave: Wave, *, world: bool, cells: Cells | None = None) -> list[Summary]:
    """Every question of a wave over the responses that were sent; for the `world` small cells are held back.

    `cells`: the answers that were sent, where they are at hand.
    """
    questions, cells = questions_of(wave.instrument), cells_of(wave, sent=True) if cells is None else cells
    sent = list(wave.responses.filter(sent_at__isnull=False).values_list("pk", flat=True))
    concerned = _concerned(questions, cells, sent)
    return [_summary(question, concerned[question.pk], cells, world=world) for question in questions]


def _concerned(questions: Sequence[Question], cells: Cells, responses: Sequence[int]) -> dict[int, list[int]]:
    """The responses that each question concerns, by skip logic."""
    if not any(one.only_if_id for one in questions):
        return {one.pk: list(responses) for one in questions}
    found: dict[int, list[int]] = {one.pk: [] for one in questions}
    for response in responses:
        mine = {key: cell.value for key, cell in cells.get(response, {}).items()}
        for question in applying(questions, mine):
            found[question].append(response)
    return found


def _summary(question: Question, responses: Sequence[int], cells: Cells, *, world: bool) -> Summary:
    given = [cells.get(response, {}).get(question.pk) for response in responses]
    values = [cell.value for cell in given if cell is not None and cell.value is not None]
    absent = Counter(cell.absent for cell in given if cell is not None and cell.absent)
    told: dict[str, Any] = {
        "question": question, "asked": len(responses), "n": len(values), "unknown": absent["unknown"], "refused": absent["refused"],
    }  # fmt: skip
    if world and len(values) < LEAST:
        return Summary(**told, held=True)
    if question.chooses:
        return Summary(**told, shares=_shares(question, values, world=world))
    if question.kind == Kind.TABLE:
        return Summary(**told, grid=_grid(question, values, world=world))
    if question.measures:
        middles = _middles(question, values)
        return Summary(**told, middles=[one for one in middles if not world or one.n >= LEAST])
    return Summary(**told)


def _shares(question: Question, values: Sequence[Any], *, world: bool) -> list[Share]:
    """Choices in their order. One choice each: cells together; several each: every choice by itself, with those who did not choose it."""
    first = [value[0] if question.kind == Kind.RANK else value for value in values]
    counts = Counter(key for value in first for key in chosen(value))
    keys, n = [one["key"] for one in question.choices], len(values)
    hidden = [False] * len(keys)
    if world and question.kind == Kind.SEVERAL:
        hidden = [bool(suppressed([counts[key], n - counts[key]]).any()) for key in keys]
    elif world:
        hidden = [bool(one) for one in suppressed([counts[key] for key in keys])]
    return [
        Share(key, None)
        if hide
        else Share(key, counts[key], wilson(counts[key], n) if n >= LEAST_FOR_PERCENT else None)
        for key, hide in zip(keys, hidden, strict=True)
    ]


def _middles(question: Question, values: Sequence[Any]) -> list[Middle]:
    """Median and quarters; money of different currencies and years is never put together."""
    groups: dict[str, list[Decimal]] = {}
    for value in values:
        of = f"{value['currency']} {value['year']}" if question.kind == Kind.MONEY else ""
        groups.setdefault(of, []).append(Decimal(value["amount"] if question.kind == Kind.MONEY else value))
    return [_middle(of, numbers) for of, numbers in sorted(groups.items())]


def _grid(question: Question, values: Sequence[Any], *, world: bool) -> list[list[Middle | None]]:
    """The middle of every cell for a number; cells of fewer than five clusters are held back from the world."""
    columns = [one["key"] for one in question.columns if one.get("number")]

    def cell(row: str, column: str) -> Middle | None:
        found = [Decimal(value[row][column]) for value in values if column in value.get(row, {})]
        return _middle("", found) if len(found) >= (LEAST if world else 1) else None

    return [[cell(one["key"], column) for column in columns] for one in question.choices] if columns else []


def _middle(of: str, numbers: Sequence[Decimal]) -> Middle:
    low, median, high = (
        Decimal(repr(round(float(one), 4))).normalize()
        for one in np.quantile([float(one) for one in numbers], [0.25, 0.5, 0.75])
    )
    enough = len(numbers) >= LEAST
    return Middle(of, len(numbers), median, low if enough else None, high if enough else None)


@dataclass(frozen=True)
class Crossed:
    """Two questions against each other: counts by row and column, None where held back.

    ``p``: Fisher's exact test for two rows and two columns. ``several``: one answer can stand in several cells.
    """

    rows: list[str]
    columns: list[str]
    counts: list[list[int | None]]
    n: int
    p: float | None
    several: bool


def crossed(
    wave: Wave, down: Question, across: Question | None, *, world: bool, cells: Cells | None = None
) -> Crossed:
    """Answers to `down` by answers to `across`, or by who leads the cluster; responses that answer both, sent ones alone."""
    cells = cells_of(wave, sent=True) if cells is None else cells
    columns, groups = _columns(wave, across, cells)
    rows = [one["key"] for one in down.choices]
    counts = np.zeros((len(rows), len(columns)), dtype=int)
    n = 0
    for response, mine in cells.items():
        value = mine[down.pk].value if down.pk in mine else None
        value = value[0] if down.kind == Kind.RANK and value else value
        mine_in = groups.get(response, set())
        if value is None or not mine_in:
            continue
        n += 1
        for key in chosen(value):
            for column in mine_in:
                counts[rows.index(key), columns.index(column)] += 1
    several = down.kind == Kind.SEVERAL or (across is not None and across.kind == Kind.SEVERAL)
    hidden = suppressed(counts) if world else np.zeros_like(counts, dtype=bool)
    p = None
    if counts.shape == (2, 2) and not several and not hidden.any() and counts.sum(axis=0).all():
        (a, b), (c, d) = counts.tolist()
        p = fisher(a, a + c, b, b + d)
    shown = [
        [None if hide else int(count) for count, hide in zip(row, mask, strict=True)]
        for row, mask in zip(counts, hidden, strict=True)
    ]
    return Crossed(rows, columns, shown, n, p, several)


def _columns(
    wave: Wave, across: Question | None, cells: Mapping[int, Mapping[int, Any]]
) -> tuple[list[str], dict[int, set[str]]]:
    """What stands across, and in which of it each response belongs."""
    if across is None:
        leads = dict(wave.responses.values_list("pk", "surveyed__lead"))
        return [Surveyed.Lead.COMPANIES, Surveyed.Lead.PUBLIC], {
            pk: {lead} for pk, lead in leads.items() if lead
        }
    groups = {}
    for response, mine in cells.items():
        value = mine[across.pk].value if across.pk in mine else None
        groups[response] = chosen(value[:1] if across.kind == Kind.RANK and value else value)
    return [one["key"] for one in across.choices], groups
