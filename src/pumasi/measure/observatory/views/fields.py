"""A question as it stands on a page: what was typed or is on record, what is wrong with it, and what others said meanwhile."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pumasi.kit.asked import language_of
from pumasi.kit.bilingual import read
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.asking.answers import (
    Given,
    Kind,
    applying,
    labels_of,
    posted,
    shown,
    typed_back,
    typed_from,
)
from pumasi.measure.observatory.models import Answer, Question


@dataclass(frozen=True)
class Field:
    """What the template shows of a question.

    ``options``: key, label, whether chosen, and the place in an order. ``meanwhile``: what somebody else answered since.
    ``before``: the answer of the last wave, in words, where none is given yet.
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
    only_if: str = ""
    only_when: str = ""
    condition: str = ""
    off: bool = False

    @property
    def first(self) -> str:
        """The first field's text."""
        return self.typed[0] if self.typed else ""

    @property
    def ends(self) -> list[str]:
        """Currency and year of an amount."""
        return self.typed[1:3] if len(self.typed) > 2 else ["", ""]  # amount, currency, year


def fields(
    questions: Sequence[Question],
    every: Sequence[Question],
    last: Mapping[int, Answer],
    before: Mapping[str, Answer],
) -> list[Field]:
    """The questions of a section as they stand on record; ``every`` question of the version decides which are asked."""
    asked = applying(every, {pk: one.value for pk, one in last.items()})
    by_pk = {one.pk: one for one in every}
    return [
        _field(one, last.get(one.pk), before.get(one.key), by_pk, off=one.pk not in asked)
        for one in questions
    ]


def _field(
    question: Question,
    answer: Answer | None,
    before: Answer | None,
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
    )  # fmt: skip
    if before is not None and there is None and (text := in_words(question, before)):
        found = replace(found, before=text, before_pk=before.pk)
    parent = by_pk.get(question.only_if_id or 0)
    if parent is not None:
        labels = labels_of(parent, language_of())
        said = ", ".join(labels.get(key, key) for key in question.only_when)
        found = replace(
            found, only_if=f"q-{parent.key}", only_when=" ".join(question.only_when), condition=f"{read(parent, 'text')} → {said}"
        )  # fmt: skip
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
    data: Any, found: Sequence[Field], before: Mapping[str, Answer]
) -> tuple[list[Given], dict[int, str]]:
    """What a form answers, and what is wrong by question. A question that the form does not show is left alone."""
    given, errors = [], {}
    for one in found:
        question = one.question
        if f"seen-{question.key}" not in data:
            continue
        try:
            said = posted(question, data)
        except Refused as why:
            errors[question.pk] = why.text()
            continue
        last = before.get(question.key)
        if said.is_empty and last is not None and data.get(f"confirm-{question.key}") == str(last.pk):
            said = replace(
                said, value=last.value, absent=last.absent, certainty=last.certainty, confirms=last.pk
            )
        given.append(said)
    return given, errors


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
