"""What a cluster could learn: where it lags behind those surveyed, and the cases of the ones that are strong there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pumasi.measure.observatory.asking.answers import Kind
from pumasi.measure.observatory.models import Factor, Question, Story, Surveyed, Wave
from pumasi.measure.observatory.queries.answered import Cells, cells_of
from pumasi.measure.observatory.queries.results import Finding, Results
from pumasi.measure.observatory.queries.summaries import Middle, summaries


@dataclass(frozen=True)
class Lacking:
    """A factor that others name and this cluster does not, with the cases of those others."""

    finding: Finding
    cases: tuple[Story, ...]

    @property
    def factor(self) -> Factor:
        """The factor."""
        return self.finding.factor


@dataclass(frozen=True)
class Behind:
    """A number in which this cluster lies below the lower quarter of all, with the cases of those in the upper one."""

    question: Question
    own: Decimal
    middle: Middle
    strong: tuple[Surveyed, ...]
    cases: tuple[Story, ...]


def lacking(results: Results, own: Surveyed, cases: Sequence[Story]) -> list[Lacking]:
    """Factors that this cluster does not name, those that most others name first; what nobody names teaches nothing."""
    found = [
        Lacking(one, _of(cases, one.who, one.factor))
        for one in results.findings
        if one.who and own.pk not in {who.pk for who in one.who}
    ]
    return sorted(found, key=lambda one: (-one.finding.named, one.factor.position))


def behind(wave: Wave, own: Surveyed, cases: Sequence[Story]) -> Iterator[Behind]:
    """Numbers of a wave in which this cluster is below the lower quarter; `cases` are those of the survey."""
    cells = cells_of(wave, sent=True)
    who = {one.pk: one.surveyed for one in wave.responses.select_related("surveyed")}
    mine = next((pk for pk, surveyed in who.items() if surveyed.pk == own.pk), None)
    for told in summaries(wave, world=False, cells=cells):
        question, values = told.question, _numbers(cells, told.question)
        middle = next((one for one in told.middles if not one.of), None)
        if mine is None or mine not in values or middle is None or middle.low is None or middle.high is None:
            continue
        if values[mine] < middle.low:
            strong = tuple(who[pk] for pk, value in values.items() if value >= middle.high)
            yield Behind(question, values[mine], middle, strong, _of(cases, strong))


def _numbers(cells: Cells, question: Question) -> dict[int, Decimal]:
    """What each response says to a question for a number; money is not compared, for its currencies differ."""
    if question.kind != Kind.NUMBER:
        return {}
    found = ((response, mine.get(question.pk)) for response, mine in cells.items())
    return {response: Decimal(cell.value) for response, cell in found if cell and cell.value is not None}


def _of(cases: Sequence[Story], who: Sequence[Surveyed], factor: Factor | None = None) -> tuple[Story, ...]:
    """The cases of these clusters, of a factor where one is named."""
    strong = {one.pk for one in who}
    return tuple(
        one for one in cases
        if one.surveyed_id in strong and (factor is None or factor.pk in {tag.pk for tag in one.factors.all()})
    )  # fmt: skip
