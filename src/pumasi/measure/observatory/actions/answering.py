"""Answers taken in one by one: two people at once never overwrite each other unseen, and nothing that was given is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.kit import uploads
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.actions import letters
from pumasi.measure.observatory.actions.surveys import changing
from pumasi.measure.observatory.asking.answers import Given, lacking
from pumasi.measure.observatory.models import (
    Answer,
    Attachment,
    Invitation,
    Query,
    Question,
    Response,
    Surveyed,
)
from pumasi.measure.observatory.queries.answered import last_of, questions_of

# Files of one response, those that others took the place of included: whoever holds a link cannot fill the disk.
MOST_FILES = 100


@dataclass(frozen=True)
class Clash:
    """Somebody else answered the same question meanwhile, and otherwise: theirs stands, mine was not kept yet."""

    question: Question
    theirs: Answer
    mine: Given


def refusal(response: Response, *, office: bool) -> Refused | None:
    """Why no answer is taken in: it is approved or the survey final, the version withdrawn, or, but for the office, the days over."""
    wave = response.wave
    if response.approved_at or wave.survey.locked_at:
        return Refused(
            "The office has approved these answers; they no longer change. Write to the office if something is wrong.",
            "사무국이 승인한 응답이라 고칠 수 없습니다. 잘못된 내용이 있으면 사무국에 알려 주십시오.",
        )
    if wave.instrument.withdrawn_at:
        return Refused(
            "Version {n} of the questions was withdrawn and takes in no answers. What you sent is kept. Ask the office for the new version.",
            "{n}판 설문지는 회수되어 더 이상 응답을 받지 않습니다. 이미 보내신 응답은 보존됩니다. 사무국에 새 설문지를 요청해 주십시오.",
            n=wave.instrument.number,
        )
    if not office and not wave.opens <= timezone.localdate() <= wave.closes:
        return Refused(
            "Answers are taken in from {opens} to {closes}. Ask the office for more time.",
            "응답 기간은 {opens}부터 {closes}까지입니다. 시간이 더 필요하시면 사무국에 알려 주십시오.",
            opens=wave.opens, closes=wave.closes,
        )  # fmt: skip
    return None


@contextmanager
def taking(response: Response, *, office: bool) -> Iterator[Response]:
    """Hold a response while answers go in. Raises what `refusal` says."""
    with transaction.atomic():
        mine = (
            Response.objects.select_for_update(of=("self",))
            .select_related("wave__survey", "wave__instrument")
            .get(pk=response.pk)
        )
        if why := refusal(mine, office=office):
            raise why
        yield mine


def keep(
    *,
    response: Response,
    given: Iterable[Given],
    source: str = Surveyed.Source.RESPONDENT,
    by: Any = None,
    invitation: Invitation | None = None,
) -> list[Clash]:
    """Keep answers; what already stands so is left, and what somebody else changed meanwhile is given back as a clash.

    A page sends back all that stood on it, so three things are compared: what is sent, what stood there, and what stands now.
    An answer to a question of another version than the wave's is refused: `answers.fits` says which can come along.
    """
    with taking(response, office=invitation is None) as mine:
        last, clashes, new = last_of(mine), [], []
        for one in given:
            if one.question.instrument_id != mine.wave.instrument_id:
                raise Refused(
                    "The questions have changed since you opened the page. Your answers are kept; look them through and save again.",
                    "페이지를 여신 뒤 설문지가 바뀌었습니다. 입력하신 내용은 그대로 있으니 확인하고 다시 저장해 주십시오.",
                )
            there = last.get(one.question.pk)
            if one.same_as(there):
                continue
            if there is not None and there.pk != one.seen:
                was = mine.answers.filter(pk=one.seen).first()
                if one.same_as(was):
                    continue
                if was is None or not Given.of(was).same_as(there):
                    clashes.append(Clash(one.question, there, one))
                    continue
            new.append(_answer(mine, _stored(mine, one), source, by, invitation))
        Answer.objects.bulk_create(new)
        if new and mine.sent_at and invitation is not None:
            Response.objects.filter(pk=mine.pk).update(sent_at=timezone.now())
    return clashes


def _stored(response: Response, given: Given) -> Given:
    """The answer with its file stored, where one was handed in."""
    if given.upload is None:
        return given
    if response.attachments.count() >= MOST_FILES:
        raise Refused(
            "{most} files were handed in here already. Ask the office how to send more.",
            "이 응답지에 이미 파일 {most}개를 내셨습니다. 더 보내실 방법은 사무국에 문의해 주십시오.",
            most=MOST_FILES,
        )
    made = Attachment(response=response)
    uploads.keep(made.file, given.upload)
    made.save()
    told = {"attachment": made.pk, "name": str(given.upload.name), "size": made.file.size}
    return replace(given, value=told, upload=None)


def _answer(response: Response, given: Given, source: str, by: Any, invitation: Invitation | None) -> Answer:
    return Answer(
        response=response, question=given.question, value=given.value, absent=given.absent, certainty=given.certainty, note=given.note,
        source=source, by=by, invitation=invitation, confirms_id=given.confirms,
        measured=given.measured,
    )  # fmt: skip


def keep_all(*, cells: Mapping[Response, Sequence[Given]], source: str, by: Any) -> int:
    """Keep a table of answers, all or nothing, over whatever stands there. Gives how many are new or changed."""
    with transaction.atomic():
        changed = 0
        for response, given in cells.items():
            last = last_of(response)
            new = [one for one in given if not one.tells_what(last.get(one.question.pk))]
            over = [
                replace(one, seen=last[one.question.pk].pk if one.question.pk in last else 0) for one in new
            ]
            if keep(response=response, given=over, source=source, by=by):
                raise Refused(
                    "Somebody answered meanwhile. Try again.",
                    "그사이 다른 응답이 들어왔습니다. 다시 시도해 주십시오.",
                )
            changed += len(over)
        return changed


def unanswered(response: Response) -> list[Question]:
    """Questions that need an answer, apply to this response, and have neither one nor a reason for none."""
    return lacking(questions_of(response.wave.instrument), last_of(response))


def send(*, response: Response, invitation: Invitation | None = None) -> Response:
    """Send the answers to the office. Refused while a question that needs an answer has neither one nor a reason for none."""
    with taking(response, office=invitation is None) as mine:
        missing = unanswered(mine)
        if missing:
            raise Refused(
                "{n} more to answer, or to mark as “not known”: {list}.",
                "{n}개 문항에 답변 또는 ‘모름’ 표시가 필요합니다: {list}",
                n=len(missing), list=", ".join(str(one.text) for one in missing[:5]) + (" …" if len(missing) > 5 else ""),
            )  # fmt: skip
        mine.sent_at = timezone.now()
        mine.save()
        return mine


def approve(*, response: Response, by: Any) -> Response:
    """Approve what was sent; nothing changes any more. Refused while a question back is open."""
    with taking(response, office=True) as mine:
        if mine.sent_at is None:
            raise Refused("The answers are not sent yet.", "아직 제출되지 않은 응답입니다.")
        if mine.queries.filter(closed_at__isnull=True).exists():
            raise Refused(
                "A question to the respondent is still open. Close it first.",
                "응답자에게 보낸 질의가 아직 열려 있습니다. 먼저 마무리해 주십시오.",
            )
        mine.approved_at, mine.approved_by = timezone.now(), by
        mine.save()
        return mine


def give_back(*, response: Response, why: str, by: Any) -> Query:
    """Open answers again that were sent or approved, and tell the respondent why."""
    if not why.strip():
        raise Refused("Say what should be changed.", "무엇을 고쳐야 하는지 적어 주십시오.")
    with changing(response.wave.survey):
        mine = Response.objects.select_for_update().get(pk=response.pk)
        mine.sent_at = mine.approved_at = mine.approved_by = None
        mine.save()
        return _ask(mine, None, why, by)


def ask_back(*, response: Response, text: str, by: Any, question: Question | None = None) -> Query:
    """Ask the respondent about an answer; they are told by mail and answer on their page."""
    if not text.strip():
        raise Refused("Write the question.", "질의 내용을 입력해 주십시오.")
    with taking(response, office=True) as mine:
        return _ask(mine, question, text, by)


def _ask(response: Response, question: Question | None, text: str, by: Any) -> Query:
    query = Query.objects.create(response=response, question=question, text=text.strip()[:1000], by=by)
    letters.asked_back(query)
    return query


def reply(*, query: Query, text: str) -> Query:
    """Answer a question back."""
    if not text.strip():
        raise Refused("Write an answer.", "답변을 입력해 주십시오.")
    with taking(query.response, office=True):
        found = Query.objects.select_for_update().get(pk=query.pk)
        if found.closed_at:
            raise Refused("The office has closed this question.", "사무국이 마무리한 질의입니다.")
        found.answer, found.answered_at = text.strip()[:2000], timezone.now()
        found.save()
        return found


def close(*, query: Query) -> Query:
    """Close a question back; it stays as the log."""
    with transaction.atomic():
        found = Query.objects.select_for_update().get(pk=query.pk)
        found.closed_at = found.closed_at or timezone.now()
        found.save()
        return found
