"""Rounds of asking: opened for every cluster of the survey, people invited by links of their own, reminded, and the version changed under way."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.kit.bilingual import both
from pumasi.kit.links import mail_address
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.actions import letters
from pumasi.measure.observatory.actions.surveys import changing
from pumasi.measure.observatory.asking.answers import fits
from pumasi.measure.observatory.models import Answer, Instrument, Invitation, Question, Response, Survey, Wave
from pumasi.measure.observatory.queries.answered import last_each, questions_of, sections_of

REMINDED_AT_MOST = 3


def _issued(survey: Survey) -> Instrument:
    found = survey.instruments.filter(issued_at__isnull=False, withdrawn_at__isnull=True).first()
    if found is None:
        raise Refused(
            "No version of the questions is issued yet. Issue one first.",
            "배포된 설문지가 없습니다. 먼저 설문지를 배포해 주십시오.",
        )
    return found


def _in_order(opens: date, closes: date) -> None:
    if closes < opens:
        raise Refused(
            "It closes before it opens. Change one of the days.",
            "마감일이 시작일보다 앞섭니다. 날짜를 고쳐 주십시오.",
        )


def begin(*, survey: Survey, opens: date, closes: date) -> Wave:
    """Open a round with the newest issued version, with a response for each cluster of the survey."""
    _in_order(opens, closes)
    with changing(survey) as mine:
        last = mine.waves.first()
        wave = Wave.objects.create(
            survey=mine,
            number=last.number + 1 if last else 1,
            instrument=_issued(mine),
            opens=opens,
            closes=closes,
        )
        complete(wave)
        return wave


def complete(wave: Wave) -> int:
    """Give a response to clusters that came into the survey after the round was opened. Gives how many."""
    missing = wave.survey.surveyed.exclude(responses__wave=wave)
    return len(
        Response.objects.bulk_create(
            [Response(wave=wave, surveyed=one) for one in missing], ignore_conflicts=True
        )
    )


def extend(*, wave: Wave, closes: date) -> Wave:
    """Let a round close on another day."""
    with changing(wave.survey):
        _in_order(wave.opens, closes)
        wave.closes = closes
        wave.save()
    return wave


def replace(*, wave: Wave) -> int:
    """Ask with the newest issued version from now on; answers to questions that are in it again come along. Gives how many."""
    with changing(wave.survey) as mine:
        newest, found = _issued(mine), Wave.objects.select_for_update().get(pk=wave.pk)
        if newest.pk == found.instrument_id:
            raise Refused("The wave is asked with this version already.", "이미 이 판으로 조사하고 있습니다.")
        # Nobody answers meanwhile: an answer waits for its response's row.
        list(found.responses.select_for_update().values_list("pk", flat=True))
        by_key = {one.key: one for one in questions_of(newest)}
        given = Answer.objects.filter(
            response__wave=found, question__instrument=found.instrument_id, question__key__in=by_key
        )
        last = last_each(given).select_related("question")
        copies = [
            _carried(answer, by_key[answer.question.key])
            for answer in last
            if not answer.is_empty and fits(by_key[answer.question.key], answer)
        ]
        found.instrument = newest
        found.save()
        Answer.objects.bulk_create(copies, batch_size=2000)
        wave.instrument = newest
        return len(copies)


def _carried(answer: Answer, question: Question) -> Answer:
    return Answer(
        response_id=answer.response_id, question=question, value=answer.value, absent=answer.absent, certainty=answer.certainty,
        source=answer.source, note=answer.note, confirms_id=answer.confirms_id, measured=answer.measured,
        invitation_id=answer.invitation_id, by_id=answer.by_id,
    )  # fmt: skip


def invite(
    *, response: Response, email: str, name: str = "", language: str = "ko", section: str = ""
) -> Invitation:
    """Invite somebody to answer for a cluster, all of it or one section; the link goes out by mail."""
    address = mail_address(email)
    if section and not any(
        one.is_called(section) for one in sections_of(questions_of(response.wave.instrument))
    ):
        raise Refused("There is no section of that name.", "그런 이름의 부문이 없습니다.")
    if response.approved_at:
        raise Refused("This response is approved.", "이미 승인된 응답입니다.")
    values = {"name": name.strip()[:120], "language": language, "section": section, "revoked_at": None}
    with transaction.atomic():
        invitation, _new = Invitation.objects.update_or_create(
            response=response, email=address, defaults=values
        )
        letters.invited(invitation)
        invitation.sent_at = invitation.sent_at or timezone.now()
        invitation.save()
    return invitation


def invite_all(*, wave: Wave, rows: Iterable[dict[str, str]]) -> int:
    """Invite a list of people, all or none. Gives how many."""
    with transaction.atomic():
        known = {name: one for one in wave.responses.select_related("surveyed") for name in _names(one)}
        done = 0
        for row in rows:
            response = known.get(row["cluster"].strip().casefold())
            if response is None:
                raise Refused(
                    "There is no cluster “{name}” in this wave. Nobody was invited.",
                    "이번 차수에 ‘{name}’ 클러스터가 없습니다. 아무도 초대하지 않았습니다.",
                    name=row["cluster"][:80],
                )
            invite(
                response=response,
                email=row["email"],
                name=row.get("name", ""),
                language=row.get("language", "ko"),
            )
            done += 1
        return done


def _names(response: Response) -> list[str]:
    return [name.casefold() for name in both(response.surveyed, "name") if name]


def revoke(*, invitation: Invitation) -> None:
    """Make a link void; what was answered by it stays."""
    invitation.revoked_at = invitation.revoked_at or timezone.now()
    invitation.save()


def remind(*, wave: Wave) -> int:
    """Write to all who were invited and whose response is not sent, at most three times and once a day. Gives how many."""
    today = timezone.localdate()
    done = 0
    with transaction.atomic():
        waiting = Invitation.objects.select_for_update(of=("self",)).filter(
            response__wave=wave,
            response__sent_at__isnull=True,
            revoked_at__isnull=True,
            reminded__lt=REMINDED_AT_MOST,
        )
        for invitation in waiting.select_related("response__surveyed", "response__wave__survey__cluster"):
            if invitation.reminded_at and timezone.localdate(invitation.reminded_at) == today:
                continue
            invitation.reminded += 1
            invitation.reminded_at = timezone.now()
            letters.reminded(invitation)
            invitation.save()
            done += 1
    return done


def read_addresses(text: str) -> list[dict[str, Any]]:
    """Read lines such as `Cluster, name@example.org, Name, en`. Raises Refused for a line that is short."""
    rows = []
    for number, line in enumerate(text.splitlines(), start=1):
        parts = [part.strip() for part in line.replace("\t", ",").split(",")]
        if not any(parts):
            continue
        if len(parts) < 2:
            raise Refused(
                "Line {n} needs a cluster and a mail address, with a comma between.",
                "{n}번째 줄에 클러스터와 메일 주소를 쉼표로 구분해 적어 주십시오.",
                n=number,
            )
        cluster, email, name, language = (*parts, "", "")[:4]
        rows.append(
            {"cluster": cluster, "email": email, "name": name, "language": "en" if language == "en" else "ko"}
        )
    if not rows:
        raise Refused("Write at least one line.", "한 줄 이상 적어 주십시오.")
    return rows
