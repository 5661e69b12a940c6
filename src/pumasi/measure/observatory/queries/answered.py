"""What was answered: the answers that stand, where they came from, and how far each response is."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby
from typing import Any, NamedTuple

from django.db.models import Count, Q, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import timezone

from pumasi.kit.bilingual import both, read
from pumasi.measure.observatory.asking.answers import applying
from pumasi.measure.observatory.models import (
    Answer,
    Attachment,
    Instrument,
    Invitation,
    Question,
    Response,
    Survey,
    Wave,
)


def questions_of(instrument: Instrument) -> list[Question]:
    """The questions of a version in their order."""
    return list(instrument.questions.all())


def last_each(given: QuerySet[Answer]) -> QuerySet[Answer]:
    """Of the answers given, the last one for each response and question: the one that stands."""
    return given.order_by("response_id", "question_id", "-pk").distinct("response_id", "question_id")


def last_of(response: Response) -> dict[int, Answer]:
    """The answers of a response that stand, by question of the version that is asked now."""
    found = Answer.objects.filter(response=response, question__instrument=response.wave.instrument_id)
    last = last_each(found).select_related("by__person", "invitation")
    return {one.question_id: one for one in last}


def attachment_of(
    response: Response, pk: int, questions: Iterable[Question] | None = None
) -> Attachment | None:
    """A file that was ever an answer in the response (to one of the questions): of last wave too, if it was confirmed."""
    given = response.answers.filter(value__attachment=pk)
    if questions is not None:
        given = given.filter(question__in=[one.pk for one in questions])
    return Attachment.objects.filter(pk=pk).first() if given.exists() else None


def log_of(response: Response) -> QuerySet[Answer]:
    """Every answer that was ever given in a response, the newest first."""
    return response.answers.select_related("question", "by__person", "invitation")


def last_wave(response: Response) -> dict[str, Answer]:
    """What the cluster answered in the wave before, by the question's key; only of responses that were sent."""
    before = (
        Response.objects.filter(
            surveyed=response.surveyed_id, wave__survey=response.wave.survey_id, wave__number__lt=response.wave.number,
            sent_at__isnull=False,
        )
        .select_related("wave")
        .order_by("-wave__number")
        .first()
    )  # fmt: skip
    if before is None:
        return {}
    found = Answer.objects.filter(response=before, question__instrument=before.wave.instrument_id)
    last = last_each(found).select_related("question")
    return {one.question.key: one for one in last if not one.is_empty}


class Cell(NamedTuple):
    """An answer that stands: its value, or why there is none, and where it came from."""

    value: Any
    absent: str
    certainty: str
    source: str
    measured: str = ""


Cells = dict[int, dict[int, Cell]]


def cells_of(wave: Wave, *, sent: bool = False) -> Cells:
    """All answers of a wave that stand, by response and question: one query whatever its size."""
    found = Answer.objects.filter(response__wave=wave, question__instrument=wave.instrument_id)
    if sent:
        found = found.filter(response__sent_at__isnull=False)
    rows = last_each(found).values_list(
        "response_id", "question_id", Cast("value", TextField()), "absent", "certainty", "source", "measured"
    )
    cells: Cells = {}
    # Of sixty thousand answers few hundred differ, so each text is read once.
    read_once = lru_cache(maxsize=None)(json.loads)
    for response, question, raw, absent, certainty, source, measured in rows:
        if raw is not None or absent:
            value = None if raw is None else read_once(raw)
            cells.setdefault(response, {})[question] = Cell(value, absent, certainty, source, measured)
    return cells


@dataclass
class Progress:
    """How far a response is: of the questions that apply to it, how many are answered."""

    response: Response
    answered: int = 0
    applying: int = 0
    open_queries: int = 0
    invitations: list[Invitation] = field(default_factory=list)

    @property
    def state(self) -> str:
        """`approved`, `sent`, `begun`, `invited`, or `waiting` (nobody was invited)."""
        if self.response.approved_at:
            return "approved"
        if self.response.sent_at:
            return "sent"
        if self.answered:
            return "begun"
        return "invited" if self.invitations else "waiting"


def monitored(wave: Wave) -> list[Progress]:
    """How far every response of a wave is, by country."""
    questions, cells = questions_of(wave.instrument), cells_of(wave)
    invited: dict[int, list[Invitation]] = {}
    for invitation in Invitation.objects.filter(response__wave=wave):
        invited.setdefault(invitation.response_id, []).append(invitation)
    responses = (
        wave.responses.select_related("surveyed")
        .annotate(asked_back=Count("queries", filter=Q(queries__closed_at__isnull=True)))
        .order_by("surveyed__country", "surveyed_id")
    )
    found = []
    for response in responses:
        mine = cells.get(response.pk, {})
        asked = applying(questions, {key: cell.value for key, cell in mine.items()})
        found.append(
            Progress(
                response,
                len(asked & set(mine)),
                len(asked),
                response.asked_back,
                invited.get(response.pk, []),
            )
        )
    return found


@dataclass(frozen=True)
class Country:
    """How many clusters of a country were asked, have begun, have sent, are approved."""

    code: str
    asked: int
    begun: int
    sent: int
    approved: int


def by_country(rows: Iterable[Progress]) -> list[Country]:
    """The responses of a wave by country."""
    found = []
    ordered = sorted(rows, key=lambda row: row.response.surveyed.country)
    for code, group in groupby(ordered, key=lambda row: row.response.surveyed.country):
        states = Counter(row.state for row in group)
        sent = states["sent"] + states["approved"]
        found.append(Country(code, states.total(), sent + states["begun"], sent, states["approved"]))
    return found


@dataclass(frozen=True)
class Section:
    """Questions that stand together on the page."""

    number: int
    name: Any
    questions: Sequence[Question]

    def is_called(self, name: str) -> bool:
        """Say whether it has the name, in any language."""
        return name in both(self.questions[0], "section")


def sections_of(questions: Iterable[Question]) -> list[Section]:
    """Questions in their sections: those that follow each other under one name."""
    parts = groupby(questions, key=lambda one: both(one, "section"))
    grouped = [list(group) for _name, group in parts]
    return [Section(at, read(group[0], "section"), group) for at, group in enumerate(grouped, start=1)]


def is_over(wave: Wave) -> bool:
    """Say whether no answer is awaited any more."""
    return wave.closes < timezone.localdate() or wave.survey.locked_at is not None


def waves_of(survey: Survey) -> QuerySet[Wave]:
    """Waves of a survey, the newest first."""
    return survey.waves.select_related("instrument").annotate(
        asked=Count("responses", distinct=True),
        sent=Count("responses", filter=Q(responses__sent_at__isnull=False), distinct=True),
    )
