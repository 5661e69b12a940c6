"""An answer as it is typed, pasted or shown: read into the form that is kept, or refused with what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile

from pumasi.kit.asked import number
from pumasi.kit.numbers import grouped
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.vocabulary import index_of, plain_heading
from pumasi.kit.uploads import PAPERS, fitting
from pumasi.measure.observatory.asking.numbers import money_in, money_of, number_of, unit_after
from pumasi.measure.observatory.asking.tables import (
    cells_in,
    field_names,
    labels_of,
    shown_table,
    table_fits,
    table_of,
    typed_table,
)
from pumasi.measure.observatory.models import Answer, Question

LONGEST = 4000
MOST_MB = 20
ABSENT = index_of(
    {
        Answer.Absent.UNKNOWN: "모름|알 수 없음|미상|unknown|not known|n.k.|nk|don't know|do not know",
        Answer.Absent.REFUSED: "거부|무응답|응답 거부|응답하지 않음|refused|no answer|no answer wished",
    }
)

Kind = Question.Kind


@dataclass(frozen=True)
class Given:
    """What somebody answers to a question.

    ``seen``: the answer that was on the page when they began, 0 for none; with it two people at once are told apart.
    ``confirms``: the answer of the last wave that was found right; ``measured``: the number measured here that was.
    ``upload``: a file that was handed in and is not stored yet.
    """

    question: Question
    value: Any = None
    absent: str = ""
    certainty: str = ""
    note: str = ""
    seen: int = 0
    confirms: int | None = None
    measured: str = ""
    upload: UploadedFile[Any] | None = None

    @classmethod
    def of(cls, answer: Answer) -> Given:
        """What an answer on record says."""
        return cls(answer.question, answer.value, answer.absent, answer.certainty, answer.note)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was answered."""
        return self.value is None and not self.absent and self.upload is None

    def tells_what(self, answer: Answer | None) -> bool:
        """Say whether an answer on record has the same value, whatever is said of its certainty."""
        return answer is not None and (self.value, self.absent) == (answer.value, answer.absent)

    def same_as(self, answer: Answer | None) -> bool:
        """Say whether an answer on record says the same; a file that was just handed in is always new."""
        if self.upload is not None:
            return False
        if answer is None or answer.is_empty:
            return self.is_empty
        return (self.value, self.absent, self.certainty, self.note) == (
            answer.value, answer.absent, answer.certainty, answer.note
        )  # fmt: skip


def posted(question: Question, data: Any, *, files: Any = None, held: Any = None) -> Given:
    """Read an answer from a form, with the answer that was on its page. Raises Refused with what to do.

    `files`: what was uploaded with it. `held`: the file on record, which stays unless another comes or it is taken out.
    """
    told = typed_back(question, data)
    given = Given(
        question,
        absent=told["absent"] if told["absent"] in Answer.Absent.values else "",
        note=told["note"].strip()[:500],
        seen=number(data.get(f"seen-{question.key}", "")),
    )
    value, upload = None, None
    if question.kind == Kind.FILE:
        value, upload = _file_in(question, data, files, held)
    else:
        value = READERS[question.kind](question, told["typed"])
    if value is None and upload is None:
        return given
    if given.absent:
        raise Refused(
            "There is an answer, and besides it that there is none. Keep one of the two.",
            "답변과 ‘답변 없음’이 함께 선택되었습니다. 하나만 남겨 주십시오.",
        )
    sure = question.measures and told["certainty"] in Answer.Certainty.values
    return replace(given, value=value, upload=upload, certainty=told["certainty"] if sure else "")


def _file_in(question: Question, data: Any, files: Any, held: Any) -> tuple[Any, UploadedFile[Any] | None]:
    """The file that stays, or the one that was uploaded. Raises Refused for a kind or size that is not taken in."""
    upload = files.get(f"q-{question.key}") if files else None
    if upload is not None:
        return None, fitting(upload, PAPERS, most=MOST_MB)
    return (None if data.get(f"drop-{question.key}") else held), None


def pasted(question: Question, text: str) -> Given:
    """Read an answer from a cell of a table: labels or keys, and words for “not known” and “refused”.

    A file cannot be pasted: its name says nothing, and what was handed in stays.
    """
    plain = text.strip()
    if absent := ABSENT.get(plain_heading(plain)):
        return Given(question, absent=absent)
    if question.kind == Kind.FILE:
        return Given(question)
    return Given(question, value=READERS[question.kind](question, _cell(question, plain)))


def typed_back(question: Question, data: Any) -> dict[str, Any]:
    """What was typed into a form (its fields begin with `q-`), as it was, for reading it or showing it again."""
    return {
        "typed": _typed(question, data, f"q-{question.key}"),
        "absent": data.get(f"absent-{question.key}", ""),
        "certainty": data.get(f"certainty-{question.key}", ""),
        "note": data.get(f"note-{question.key}", ""),
    }


def typed_from(question: Question, value: Any) -> list[str]:
    """The fields of a form for an answer on record, in the order of `_typed`."""
    if question.kind == Kind.TABLE:
        return typed_table(question, value)
    if value is None:
        return [""] * 3 if question.kind == Kind.MONEY else []
    if question.kind == Kind.MONEY:
        return [value["amount"], value["currency"], str(value["year"])]
    if question.kind == Kind.RANK:
        places = {key: str(at) for at, key in enumerate(value, start=1)}
        return [places.get(choice["key"], "") for choice in question.choices]
    if question.kind == Kind.FILE:
        return []
    return list(value) if isinstance(value, list) else [str(value)]


def shown(question: Question, value: Any, language: str) -> str:
    """An answer in words."""
    return "" if value is None else SHOWN[question.kind](question, value, language)


def fits(question: Question, answer: Answer) -> bool:
    """Say whether an answer to an earlier version of the question holds for this one."""
    if answer.question.kind != question.kind:
        return False
    if question.kind == Kind.TABLE and answer.value is not None:
        return table_fits(question, answer.value)
    if not question.chooses or answer.value is None:
        return True
    return chosen(answer.value) <= {one["key"] for one in question.choices}


def chosen(value: Any) -> set[str]:
    """The choices in an answer."""
    if isinstance(value, list):
        return {str(one) for one in value}
    return {value} if isinstance(value, str) else set()


def applying(questions: Sequence[Question], values: Mapping[int, Any]) -> set[int]:
    """Ids of the questions that are asked, given the answers by question: skip logic follows from question to question."""
    asked: set[int] = set()
    for question in questions:
        before = question.only_if_id
        if before is None or (before in asked and chosen(values.get(before)) & set(question.only_when)):
            asked.add(question.pk)
    return asked


def lacking(questions: Sequence[Question], last: Mapping[int, Answer]) -> list[Question]:
    """Questions that need an answer, are asked, and have neither one nor a reason for none."""
    there = {pk: one for pk, one in last.items() if not one.is_empty}
    asked = applying(questions, {pk: one.value for pk, one in there.items()})
    return [one for one in questions if one.required and one.pk in asked and one.pk not in there]


def _typed(question: Question, data: Any, name: str) -> list[str]:
    """The fields of a question: money has three, an order one for each choice, a table one for each cell."""
    if question.kind == Kind.MONEY:
        return [data.get(f"{name}{end}", "") for end in ("", "-currency", "-year")]
    if question.kind == Kind.RANK:
        return [data.get(f"{name}-{choice['key']}", "") for choice in question.choices]
    if question.kind == Kind.TABLE:
        return [data.get(one, "") for one in field_names(question, name)]
    return list(data.getlist(name))


def _cell(question: Question, text: str) -> list[str]:
    """A cell of a table as the fields of a form."""
    if question.kind == Kind.MONEY:
        return money_in(text)
    if question.kind == Kind.TABLE:
        return cells_in(question, text)
    if not question.chooses:
        return [text]
    named = {
        plain_heading(label): one["key"]
        for one in question.choices
        for label in (one["key"], one.get("ko", ""), one.get("en", ""))
        if label
    }
    if question.kind in {Kind.ONE, Kind.SCALE}:
        return [named.get(plain_heading(text), text)] if text else []
    parts = [part.strip() for part in re.split(r"[;>\n]|,(?!\d)", text) if part.strip()]
    keys = [named.get(plain_heading(part), part) for part in parts]
    if question.kind == Kind.SEVERAL:
        return keys
    for key in keys:
        _known(question, key)
    return [str(keys.index(one["key"]) + 1) if one["key"] in keys else "" for one in question.choices]


def _known(question: Question, key: str) -> str:
    if key not in {one["key"] for one in question.choices}:
        raise Refused(
            "“{key}” is none of the choices. Choose one of those listed.",
            "선택지에 없는 답변입니다: ‘{key}’. 목록에서 선택해 주십시오.",
            key=key[:60],
        )
    return key


def _one(question: Question, typed: Sequence[str]) -> str | None:
    keys = [key for key in typed if key]
    return _known(question, keys[0]) if keys else None


def _several(question: Question, typed: Sequence[str]) -> list[str] | None:
    keys = {_known(question, key) for key in typed if key}
    return [one["key"] for one in question.choices if one["key"] in keys] or None


def _order(question: Question, typed: Sequence[str]) -> list[str] | None:
    places = {
        one["key"]: text.strip() for one, text in zip(question.choices, typed, strict=False) if text.strip()
    }
    if not places:
        return None
    if sorted(places.values(), key=lambda text: (len(text), text)) != [
        str(n) for n in range(1, len(places) + 1)
    ]:
        raise Refused(
            "Number them 1, 2, 3 …, each place once.",
            "1, 2, 3 순으로 번호를 매기고 같은 번호는 한 번만 써 주십시오.",
        )
    return sorted(places, key=lambda key: int(places[key]))


def _text(question: Question, typed: Sequence[str]) -> str | None:  # noqa: ARG001
    text = "\n".join("".join(typed[:1]).split("\r\n")).strip()
    if len(text) > LONGEST:
        raise Refused(
            "The text has {n} characters; {most} fit.",
            "{n}자입니다. {most}자까지 쓸 수 있습니다.",
            n=grouped(len(text)),
            most=grouped(LONGEST),
        )
    return text or None


READERS: dict[str, Callable[[Question, Sequence[str]], Any]] = {
    Kind.NUMBER: number_of,
    Kind.MONEY: money_of,
    Kind.ONE: _one,
    Kind.SCALE: _one,
    Kind.SEVERAL: _several,
    Kind.RANK: _order,
    Kind.TEXT: _text,
    Kind.TABLE: table_of,
}


def _number_told(question: Question, value: str, language: str) -> str:
    return f"{grouped(Decimal(value))}{unit_after(question, language)}"


def _money_told(_question: Question, value: Mapping[str, Any], _language: str) -> str:
    return f"{value['currency']} {grouped(Decimal(value['amount']))} ({value['year']})"


def _chosen_told(between: str) -> Callable[[Question, Any, str], str]:
    def told(question: Question, value: Any, language: str) -> str:
        labels = labels_of(question, language)
        keys = value if isinstance(value, list) else [value]
        return between.join(labels.get(str(key), str(key)) for key in keys)

    return told


SHOWN: dict[str, Callable[[Question, Any, str], str]] = {
    Kind.NUMBER: _number_told,
    Kind.MONEY: _money_told,
    Kind.ONE: _chosen_told(""),
    Kind.SCALE: _chosen_told(""),
    Kind.SEVERAL: _chosen_told(", "),
    Kind.RANK: _chosen_told(" > "),
    Kind.TEXT: lambda _question, value, _language: str(value),
    Kind.TABLE: shown_table,
    Kind.FILE: lambda _question, value, _language: str(value["name"]),
}
