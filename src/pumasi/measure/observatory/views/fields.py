"""A question as it stands on a page: what was typed or is on record, what is wrong with it, and what others said meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from pumasi.kit.asked import language_of
from pumasi.kit.bilingual import read
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.asking.answers import (
    Given,
    Kind,
    applying,
    posted,
    shown,
    typed_back,
    typed_from,
)
from pumasi.measure.observatory.asking.numbers import number_of
from pumasi.measure.observatory.asking.tables import field_names, labels_of, named
from pumasi.measure.observatory.models import Answer, Question, Response
from pumasi.measure.observatory.queries.answered import last_wave
from pumasi.measure.observatory.queries.measured import Measured, measured

# What a form says where the measured number is right.
HERE = "here"


class Before:
    """What may be confirmed instead of typed; read when a question without an answer first asks for it. Of no response: nothing."""

    def __init__(self, response: Response | None = None, questions: Sequence[Question] = ()) -> None:
        self.response, self.questions = response, questions

    def last(self, question: Question) -> Answer | None:
        """What the cluster answered last time."""
        return self._last.get(question.key)

    def here(self, question: Question) -> Measured | None:
        """What is measured here."""
        return self._measured.get(question.key) if question.measure else None

    @cached_property
    def _last(self) -> dict[str, Answer]:
        return last_wave(self.response) if self.response else {}

    @cached_property
    def _measured(self) -> dict[str, Measured]:
        return measured(self.response, self.questions) if self.response else {}


@dataclass(frozen=True)
class Field:
    """What the template shows of a question.

    ``options``: key, label, whether chosen, and the place in an order. ``meanwhile``: what somebody else answered since.
    ``before``: the answer of the last wave, and ``measured``: what is measured here, in words, where none is given yet.
    ``held``: the file on record.
    """

    question: Question
    name: str
    seen: int = 0
    typed: list[str] = field(default_factory=list)
    absent: str = ""
    certainty: str = ""
    note: str = ""
    options: list[tuple[str, str, bool, str]] = field(default_factory=list)
    error: str = ""
    meanwhile: str = ""
    before: str = ""
    before_pk: int = 0
    measured: str = ""
    measured_year: int = 0
    held: Any = None
    only_if: str = ""
    only_when: str = ""
    condition: str = ""
    off: bool = False

    @property
    def first(self) -> str:
        """The first field's text."""
        return self.typed[0] if self.typed else ""

    @property
    def grid(self) -> list[tuple[str, list[tuple[str, str, str, bool]]]]:
        """A table's rows, each with its cells: name of the field, text, what the column is called, whether a number is asked for."""
        language, columns = language_of(), self.question.columns
        heads, names = named(columns, language), field_names(self.question, self.name)
        cells = iter(zip(names, self.typed or [""] * len(names), strict=True))
        return [
            (label, [(*next(cells), heads[one["key"]], bool(one.get("number"))) for one in columns])
            for label in labels_of(self.question, language).values()
        ]

    @property
    def ends(self) -> list[str]:
        """Currency and year of an amount."""
        return self.typed[1:3] if len(self.typed) > 2 else ["", ""]  # amount, currency, year


def fields(
    questions: Sequence[Question],
    every: Sequence[Question],
    last: Mapping[int, Answer],
    before: Before,
) -> list[Field]:
    """The questions of a section as they stand on record; ``every`` question of the version decides which are asked."""
    asked = applying(every, {pk: one.value for pk, one in last.items()})
    by_pk = {one.pk: one for one in every}
    return [_field(one, last.get(one.pk), before, by_pk, off=one.pk not in asked) for one in questions]


def _field(
    question: Question,
    answer: Answer | None,
    before: Before,
    by_pk: Mapping[int, Question],
    *,
    off: bool,
) -> Field:
    there = answer if answer and not answer.is_empty else None
    typed = typed_from(question, there.value if there else None)
    found = Field(
        question=question, name=f"q-{question.key}", seen=answer.pk if answer else 0, typed=typed,
        absent=there.absent if there else "", certainty=there.certainty if there else "", note=there.note if there else "",
        options=_options(question, typed), off=off,
        held=there.value if there and question.kind == Kind.FILE else None,
    )  # fmt: skip
    if there is None:
        found = _offered(found, before)
    parent = by_pk.get(question.only_if_id or 0)
    if parent is not None:
        labels = labels_of(parent, language_of())
        said = ", ".join(labels.get(key, key) for key in question.only_when)
        found = replace(
            found, only_if=f"q-{parent.key}", only_when=" ".join(question.only_when), condition=f"{read(parent, 'text')} → {said}"
        )  # fmt: skip
    return found


def _offered(found: Field, before: Before) -> Field:
    """The field with what may be confirmed instead of typed: the answer of the last wave, and what is measured here."""
    question = found.question
    last, here = before.last(question), before.here(question)
    if last is not None and (text := in_words(question, last)):
        found = replace(found, before=text.replace("\n", "; "), before_pk=last.pk)
    if here is not None:
        found = replace(found, measured=shown(question, here.value, language_of()), measured_year=here.year)
    return found


def in_words(question: Question, answer: Answer) -> str:
    """An answer, or why there is none, in the reader's language."""
    if answer.absent:
        return str(Answer.Absent(answer.absent).label)
    return shown(question, answer.value, language_of())


def row(field: Field, last: Mapping[int, Answer]) -> tuple[Field, Answer | None, str]:
    """A question with the answer that stands, and that answer in words."""
    answer = last.get(field.question.pk)
    return field, answer, in_words(field.question, answer) if answer else ""


def _options(question: Question, typed: Sequence[str]) -> list[tuple[str, str, bool, str]]:
    labels, marked = labels_of(question, language_of()), set(typed)
    order = question.kind == Kind.RANK
    return [
        (
            one["key"],
            labels[one["key"]],
            not order and one["key"] in marked,
            typed[at] if order and at < len(typed) else "",
        )
        for at, one in enumerate(question.choices)
    ]


def again(found: Field, data: Any, *, error: str = "", meanwhile: str = "", seen: int = 0) -> Field:
    """The field with what was typed into it, and what is wrong."""
    told = typed_back(found.question, data)
    return replace(
        found, **told, options=_options(found.question, told["typed"]), error=error, meanwhile=meanwhile, seen=seen or found.seen
    )  # fmt: skip


def given_in(
    data: Any, files: Any, found: Sequence[Field], before: Before
) -> tuple[list[Given], dict[int, str]]:
    """What a form answers, and what is wrong by question. A question that the form does not show is left alone."""
    given, errors = [], {}
    for one in found:
        question = one.question
        if f"seen-{question.key}" not in data:
            continue
        try:
            said = _confirmed(posted(question, data, files=files, held=one.held), data, before)
        except Refused as why:
            errors[question.pk] = why.text()
            continue
        given.append(said)
    return given, errors


def _confirmed(said: Given, data: Any, before: Before) -> Given:
    """What is said, or what was confirmed where nothing is. Raises Refused where two different answers are."""
    wanted = set(data.getlist(f"confirm-{said.question.key}"))
    if not said.is_empty or not wanted:
        return said
    last, here, found = before.last(said.question), before.here(said.question), []
    if last is not None and str(last.pk) in wanted:
        found.append(
            replace(said, value=last.value, absent=last.absent, certainty=last.certainty, confirms=last.pk)
        )
    if here is not None and HERE in wanted:
        value = number_of(said.question, [here.value])
        found.append(replace(said, value=value, certainty=Answer.Certainty.COUNTED, measured=here.basis))
    if len(found) > 1 and found[0].value != found[1].value:
        raise Refused(
            "The answer of last time and the measured one differ. Keep one of the two.",
            "지난번 답변과 이곳의 기록이 다릅니다. 둘 중 하나만 선택해 주십시오.",
        )
    return found[-1] if found else said


def shown_again(
    found: Sequence[Field], data: Any, errors: Mapping[int, str], clashes: Mapping[int, Answer]
) -> list[Field]:
    """Fields with what was typed: refused ones with the reason, those that somebody else answered with that answer."""
    result = []
    for one in found:
        pk = one.question.pk
        if pk in clashes:
            theirs = clashes[pk]
            result.append(again(one, data, meanwhile=in_words(one.question, theirs), seen=theirs.pk))
        elif pk in errors:
            result.append(again(one, data, error=errors[pk]))
        else:
            result.append(one)
    return result


def lit(found: Sequence[Field]) -> list[Field]:
    """Fields whose condition is judged by what is typed on this page, where the earlier question stands on it."""
    typed = {one.name: set(one.typed) for one in found}
    return [
        replace(one, off=not (typed[one.only_if] & set(one.only_when.split())))
        if one.only_if in typed
        else one
        for one in found
    ]
