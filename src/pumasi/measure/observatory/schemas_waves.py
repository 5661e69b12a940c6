"""The shapes of waves in the API: every question with what the world may read of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from pumasi.kit.bilingual import both
from pumasi.kit.rest import Out
from pumasi.measure.observatory import words
from pumasi.measure.observatory.asking.tables import labels_of
from pumasi.measure.observatory.models import Wave
from pumasi.measure.observatory.queries.summaries import Summary, summaries


class ChoiceOut(Out):
    """A choice and how many clusters chose it."""

    key: str
    label_ko: str
    label_en: str
    count: int | None = Field(
        description="null where it is held back: counts of 1 to 4, and others as long as they would give one away."
    )
    low: float | None = Field(
        description="Lower bound of the 95 % interval (Wilson); null below ten answers."
    )
    high: float | None = Field(
        description="Upper bound of the 95 % interval (Wilson); null below ten answers."
    )


class CellOut(Out):
    """A cell of a table: of how many clusters, and the middle."""

    row: str
    column: str
    n: int
    median: float


class QuestionOut(Out):
    """A question of a wave: how many answered, and what."""

    key: str
    kind: str = Field(description="number, money, one, several, rank, scale, text, table or file.")
    text_ko: str
    text_en: str
    asked: int = Field(description="Clusters whom the question concerns, by skip logic.")
    answered: int
    held: bool = Field(description="Fewer than five answers: nothing else is told.")
    choices: list[ChoiceOut] = Field(
        description="In their order; of an order of importance, who puts each first."
    )
    told_ko: list[str] = Field(description="Numbers in words: median and middle half, by currency and year.")
    told_en: list[str]
    cells: list[CellOut] = Field(
        description="Of a table: the middle of each cell for a number that five or more answered."
    )


class WaveOut(Out):
    """A wave that is over, of a published survey."""

    id: int
    number: int
    version: int = Field(description="Of the questions.")
    opens: date
    closes: date
    clusters: int = Field(description="Clusters that were asked.")
    sent: int = Field(description="Clusters that sent their answers; only these are counted.")
    questions: list[QuestionOut]


def wave_out(wave: Wave) -> dict[str, Any]:
    """A wave as the world reads it."""
    return {
        "id": wave.pk, "number": wave.number, "version": wave.instrument.number, "opens": wave.opens, "closes": wave.closes,
        "clusters": wave.responses.count(), "sent": wave.responses.filter(sent_at__isnull=False).count(),
        "questions": [_question(one) for one in summaries(wave, world=True)],
    }  # fmt: skip


def _question(one: Summary) -> dict[str, Any]:
    question = one.question
    ko, en = labels_of(question, "ko"), labels_of(question, "en")
    text_ko, text_en = both(question, "text")
    return {
        "key": question.key, "kind": question.kind, "text_ko": text_ko, "text_en": text_en, "asked": one.asked, "answered": one.n,
        "held": one.held,
        "choices": [
            {
                "key": share.key, "label_ko": ko[share.key], "label_en": en[share.key], "count": share.count,
                "low": share.share.low if share.share else None, "high": share.share.high if share.share else None,
            }
            for share in one.shares
        ],
        "cells": _cells(one),
        "told_ko": [words.middle(middle, question, "ko") for middle in one.middles],
        "told_en": [words.middle(middle, question, "en") for middle in one.middles],
    }  # fmt: skip


def _cells(one: Summary) -> list[dict[str, Any]]:
    columns = [column["key"] for column in one.question.columns if column.get("number")]
    return [
        {"row": row["key"], "column": column, "n": cell.n, "median": float(cell.median)}
        for row, cells in zip(one.question.choices, one.grid, strict=False)
        for column, cell in zip(columns, cells, strict=True)
        if cell is not None
    ]
