"""An answer as it is typed, pasted or shown: read into the form that is kept, or refused with what to do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from pumasi.kit.asked import number
from pumasi.kit.bilingual import both
from pumasi.kit.bilingual import read as words_of
from pumasi.kit.numbers import grouped
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.values import read_number
from pumasi.kit.sheets.vocabulary import index_of, plain_heading
from pumasi.measure.observatory.models import Answer, Question

LONGEST = 4000
PERCENT = {"%", "％", "percent", "per cent", "퍼센트"}
FIRST_YEAR, LAST_YEAR = 1900, 2100
ABSENT = index_of(
    {
        Answer.Absent.UNKNOWN: "모름|알 수 없음|미상|unknown|not known|n.k.|nk|don't know|do not know",
        Answer.Absent.REFUSED: "거부|무응답|응답 거부|응답하지 않음|refused|no answer|no answer wished",
    }
)
# "USD 1,200 (2025)", "1200 USD 2025", "12억 KRW 2024".
CURRENCY, YEAR = (
    re.compile(r"(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])"),
    re.compile(r"\(?\b((?:19|20)\d\d)\b\)?\s*$"),
)

Kind = Question.Kind


@dataclass(frozen=True)
class Given:
    """What somebody answers to a question.

    ``seen``: the answer that was on the page when they began, 0 for none; with it two people at once are told apart.
    """

    question: Question
    value: Any = None
    absent: str = ""
    certainty: str = ""
    note: str = ""
    seen: int = 0
    confirms: int | None = None

    @classmethod
    def of(cls, answer: Answer) -> Given:
        """What an answer on record says."""
        return cls(answer.question, answer.value, answer.absent, answer.certainty, answer.note)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was answered."""
        return self.value is None and not self.absent

    def tells_what(self, answer: Answer | None) -> bool:
        """Say whether an answer on record has the same value, whatever is said of its certainty."""
        return answer is not None and (self.value, self.absent) == (answer.value, answer.absent)

    def same_as(self, answer: Answer | None) -> bool:
        """Say whether an answer on record says the same."""
        if answer is None or answer.is_empty:
            return self.is_empty
        return (self.value, self.absent, self.certainty, self.note) == (
            answer.value, answer.absent, answer.certainty, answer.note
        )  # fmt: skip


def posted(question: Question, data: Any) -> Given:
    """Read an answer from a form, with the answer that was on its page. Raises Refused with what to do."""
    told = typed_back(question, data)
    given = Given(
        question,
        absent=told["absent"] if told["absent"] in Answer.Absent.values else "",
        note=told["note"].strip()[:500],
        seen=number(data.get(f"seen-{question.key}", "")),
    )
    value = READERS[question.kind](question, told["typed"])
    if value is None:
        return given
    if given.absent:
        raise Refused(
            "There is an answer, and besides it that there is none. Keep one of the two.",
            "답변과 ‘답변 없음’이 함께 선택되었습니다. 하나만 남겨 주십시오.",
        )
    sure = question.measures and told["certainty"] in Answer.Certainty.values
    return replace(given, value=value, certainty=told["certainty"] if sure else "")


def pasted(question: Question, text: str) -> Given:
    """Read an answer from a cell of a table: labels or keys, and words for “not known” and “refused”."""
    plain = text.strip()
    if absent := ABSENT.get(plain_heading(plain)):
        return Given(question, absent=absent)
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
    if value is None:
        return [""] * 3 if question.kind == Kind.MONEY else []
    if question.kind == Kind.MONEY:
        return [value["amount"], value["currency"], str(value["year"])]
    if question.kind == Kind.RANK:
        places = {key: str(at) for at, key in enumerate(value, start=1)}
        return [places.get(choice["key"], "") for choice in question.choices]
    return list(value) if isinstance(value, list) else [str(value)]


def shown(question: Question, value: Any, language: str) -> str:
    """An answer in words."""
    if value is None:
        return ""
    labels = labels_of(question, language)
    if question.kind == Kind.NUMBER:
        return f"{grouped(Decimal(value))}{unit_after(question, language)}"
    if question.kind == Kind.MONEY:
        return f"{value['currency']} {grouped(Decimal(value['amount']))} ({value['year']})"
    if question.kind == Kind.RANK:
        return " > ".join(labels.get(str(key), str(key)) for key in value)
    if isinstance(value, list):
        return ", ".join(labels.get(str(key), str(key)) for key in value)
    return labels.get(value, str(value)) if question.chooses else str(value)


def unit_after(question: Question, language: str) -> str:
    """The unit as it follows a number: a Korean counter and % stand close (12곳, 64%), others and English ones apart (12 km, 64 %)."""
    unit = str(words_of(question, "unit", language))
    close = language == "ko" and (unit in PERCENT or "가" <= unit[:1] <= "힣")
    return unit if close or not unit else f" {unit}"


def labels_of(question: Question, language: str) -> dict[str, str]:
    """What each choice is called; in the other language where it has no name in this one."""
    other = "en" if language == "ko" else "ko"
    return {one["key"]: one.get(language) or one.get(other) or one["key"] for one in question.choices}


def fits(question: Question, answer: Answer) -> bool:
    """Say whether an answer to an earlier version of the question holds for this one."""
    if answer.question.kind != question.kind:
        return False
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
    """The fields of a question: money has three, an order one for each choice."""
    if question.kind == Kind.MONEY:
        return [data.get(f"{name}{end}", "") for end in ("", "-currency", "-year")]
    if question.kind == Kind.RANK:
        return [data.get(f"{name}-{choice['key']}", "") for choice in question.choices]
    return list(data.getlist(name))


def _cell(question: Question, text: str) -> list[str]:
    """A cell of a table as the fields of a form."""
    if question.kind == Kind.MONEY:
        return _money_in(text)
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


def _money_in(text: str) -> list[str]:
    year = YEAR.search(text)
    rest = text[: year.start()] if year else text
    currency = CURRENCY.search(rest)
    amount = CURRENCY.sub("", rest).strip(" ()")
    return [amount, currency.group().upper() if currency else "", year.group(1) if year else ""]


def _number(question: Question, typed: Sequence[str]) -> str | None:
    text = "".join(typed[:1]).strip()
    percent = str(words_of(question, "unit", "en")).lower() in PERCENT
    if not percent and PERCENT & set(text):
        raise Refused(
            "“{text}” is a percentage, and a number is asked for.",
            "비율이 아니라 수를 묻는 문항입니다: ‘{text}’. 수를 입력해 주십시오.",
            text=text[:40],
        )
    for unit in ("%", *both(question, "unit")):
        text = text.removesuffix(unit).strip()
    if not text:
        return None
    value = read_number(text)
    if value is None:
        return None
    least, most = question.least, question.most
    if least is None and most is None and percent:
        least, most = Decimal(0), Decimal(100)
    if (least is not None and value < least) or (most is not None and value > most):
        raise _out_of_bounds(least, most)
    return format(value.normalize(), "f")


def _out_of_bounds(least: Decimal | None, most: Decimal | None) -> Refused:
    low, high = (grouped(one) if one is not None else "" for one in (least, most))
    if low and high:
        return Refused(
            "Give a number from {low} to {high}.",
            "{low}부터 {high}까지의 수를 입력해 주십시오.",
            low=low,
            high=high,
        )
    if low:
        return Refused("Give a number of at least {low}.", "{low} 이상의 수를 입력해 주십시오.", low=low)
    return Refused("Give a number of at most {high}.", "{high} 이하의 수를 입력해 주십시오.", high=high)


def _money(question: Question, typed: Sequence[str]) -> dict[str, Any] | None:
    text, currency, year = (one.strip() for one in (*typed, "", "", "")[:3])
    amount = _number(question, [text])
    if amount is None:
        return None
    if (
        not re.fullmatch(r"[A-Za-z]{3}", currency)
        or not year.isdecimal()
        or not FIRST_YEAR <= int(year) <= LAST_YEAR
    ):
        raise Refused(
            "An amount needs its currency and the year whose money it is, such as USD and 2025.",
            "금액에는 통화와 기준 연도가 필요합니다. 예: USD, 2025",
        )
    return {"amount": amount, "currency": currency.upper(), "year": int(year)}


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
    Kind.NUMBER: _number,
    Kind.MONEY: _money,
    Kind.ONE: _one,
    Kind.SCALE: _one,
    Kind.SEVERAL: _several,
    Kind.RANK: _order,
    Kind.TEXT: _text,
}
