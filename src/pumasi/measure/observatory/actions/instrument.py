"""The questions of a survey: entered, issued, copied into a next version, withdrawn."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from pumasi.kit.refused import Refused
from pumasi.measure.observatory.actions.surveys import changing
from pumasi.measure.observatory.models import Instrument, Question, Survey

MOST_CELLS = 200
CHOICES_NEEDED = Refused(
    "Give at least two choices, one on each line.", "선택지를 한 줄에 하나씩 둘 이상 입력해 주십시오."
)
ROWS_NEEDED = Refused(
    "Give a table its rows (as choices) and its columns, one on each line, and not more than 200 cells.",
    "표의 행(선택지 칸)과 열을 한 줄에 하나씩 입력해 주십시오. 모두 200칸까지 만들 수 있습니다.",
)


def draft_of(survey: Survey) -> Instrument:
    """The version that may still be changed; the first one is begun with the first question."""
    last = survey.instruments.first()
    if last is not None and last.state == "draft":
        return last
    if last is not None:
        raise Refused(
            "Version {n} is issued; its questions stand as they were asked. Begin the next version first.",
            "{n}판은 이미 배포되어 문항을 바꿀 수 없습니다. 다음 판을 먼저 만들어 주십시오.",
            n=last.number,
        )
    return Instrument.objects.create(survey=survey, number=1)


def put(*, survey: Survey, question: Question | None = None, **values: Any) -> Question:
    """Enter a question into the draft, or change one there."""
    with changing(survey) as mine:
        draft = draft_of(mine)
        return _put(draft, _in(draft, question) if question else None, values)


def put_all(*, survey: Survey, rows: list[dict[str, Any]]) -> int:
    """Enter a list of questions into the draft, all or none; those whose key is there already are changed. Gives how many.

    A row may name the question that it depends on by key (`only_if`), which stands above it or is there already.
    """
    with changing(survey) as mine:
        draft = draft_of(mine)
        known = {one.key: one for one in draft.questions.all()}
        for row in rows:
            before = row.pop("only_if", "")
            if before and before not in known:
                raise Refused(
                    "“{key}” depends on “{before}”, which stands nowhere above it.",
                    "‘{key}’ 문항이 위에 없는 ‘{before}’ 문항에 달려 있습니다.",
                    key=row["key"], before=before,
                )  # fmt: skip
            values = {**row, "only_if": known[before] if before else None}
            known[row["key"]] = _put(draft, known.get(row["key"]), values)
        return len(rows)


def _in(draft: Instrument, question: Question) -> Question:
    if question.instrument_id != draft.pk:
        raise Refused(
            "This question belongs to a version that is issued. Change it in the next version.",
            "이미 배포된 판의 문항입니다. 다음 판에서 고쳐 주십시오.",
        )
    return question


def _put(draft: Instrument, question: Question | None, values: dict[str, Any]) -> Question:
    if not values.get("text_ko") and not values.get("text_en"):
        raise Refused("Write the question.", "문항을 입력해 주십시오.")
    last = draft.questions.order_by("-position").first()
    one = question or Question(instrument=draft, position=last.position + 1 if last else 1)
    for name, value in values.items():
        setattr(one, name, value)
    if one.chooses and len(one.choices) < 2:
        raise CHOICES_NEEDED
    if one.kind == Question.Kind.TABLE and not 0 < len(one.choices) * len(one.columns) <= MOST_CELLS:
        raise ROWS_NEEDED
    if one.measure and one.kind != Question.Kind.NUMBER:
        raise Refused(
            "Only a number can be measured here.",
            "이곳의 기록으로 채우는 문항은 숫자로 답하는 문항이어야 합니다.",
        )
    _check_condition(one)
    try:
        with transaction.atomic():
            one.save()
    except IntegrityError:
        raise Refused(
            "There is a question with the key {key} already.",
            "{key} 키를 쓰는 문항이 이미 있습니다.",
            key=one.key,
        ) from None
    return one


def _check_condition(question: Question) -> None:
    """A question may depend on an earlier one of the same version, by choices that it has."""
    before = question.only_if
    if before is None:
        question.only_when = []
        return
    known = {choice["key"] for choice in before.choices} if before.chooses else set()
    if before.instrument_id != question.instrument_id or before.position >= question.position or not known:
        raise Refused(
            "It can depend only on an earlier question that has choices.",
            "선택지가 있는 앞 문항에만 조건을 걸 수 있습니다.",
        )
    if not question.only_when or not set(question.only_when) <= known:
        raise Refused(
            "Say after which answers it is asked: {choices}.",
            "어떤 답변일 때 묻는지 적어 주십시오: {choices}",
            choices=", ".join(sorted(known)),
        )


def move(*, question: Question, up: bool) -> None:
    """Let a question change places with its neighbour."""
    with changing(question.instrument.survey) as mine:
        draft = draft_of(mine)
        _in(draft, question)
        order = list(draft.questions.all())
        at = next(n for n, one in enumerate(order) if one.pk == question.pk)
        to = at - 1 if up else at + 1
        if not 0 <= to < len(order):
            return
        order[at], order[to] = order[to], order[at]
        for place, one in enumerate(order, start=1):
            one.position = place
        _check_order(order)
        Question.objects.bulk_update(order, ["position"])


def _check_order(order: list[Question]) -> None:
    places = {one.pk: one.position for one in order}
    if any(one.only_if_id and places[one.only_if_id] >= one.position for one in order):
        raise Refused(
            "It is asked only after certain answers to the question above, so it stays below it.",
            "위 문항의 답변에 따라 묻는 문항이므로 그 아래에 두어야 합니다.",
        )


def drop(*, question: Question) -> None:
    """Take a question out of the draft."""
    with changing(question.instrument.survey) as mine:
        _in(draft_of(mine), question)
        if question.followers.exists():
            raise Refused(
                "Other questions depend on this one. Change them first.",
                "이 문항에 달린 다른 문항이 있습니다. 먼저 그 문항을 고쳐 주십시오.",
            )
        question.delete()


def issue(*, survey: Survey) -> Instrument:
    """Issue the draft: from then on its questions stand as they were asked."""
    with changing(survey) as mine:
        draft = draft_of(mine)
        if not draft.questions.exists():
            raise Refused("There is no question yet.", "아직 문항이 없습니다.")
        draft.issued_at = timezone.now()
        draft.save()
        return draft


def next_version(*, survey: Survey) -> Instrument:
    """Begin the next version as a copy of the last one."""
    with changing(survey) as mine:
        last = mine.instruments.first()
        if last is None or last.state == "draft":
            return draft_of(mine)
        new = Instrument.objects.create(survey=mine, number=last.number + 1)
        copies: dict[int, int] = {}
        for told in last.questions.values():
            before = told["only_if_id"]
            changed = {"id": None, "instrument_id": new.pk, "only_if_id": copies[before] if before else None}
            copies[told["id"]] = Question.objects.create(**{**told, **changed}).pk
        return new


def withdraw(*, instrument: Instrument) -> Instrument:
    """Take a version back: no answer to it is taken in any more; what was answered stays."""
    with changing(instrument.survey):
        found = Instrument.objects.select_for_update().get(pk=instrument.pk)
        if found.issued_at is None:
            raise Refused("This version is not issued.", "아직 배포되지 않은 판입니다.")
        found.withdrawn_at = found.withdrawn_at or timezone.now()
        found.save()
        return found
