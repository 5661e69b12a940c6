"""Two people code every answer without seeing each other's codes; a third settles where they disagree."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, transaction

from pumasi.kit.refused import Refused
from pumasi.measure.observatory.actions.surveys import changing
from pumasi.measure.observatory.models import Coder, Coding, Factor, Ruling, Survey, Surveyed


def appoint(*, survey: Survey, user: Any, place: int) -> Coder:
    """Choose the first or second coder. Once a place has codes it is kept: they are that person's."""
    with changing(survey) as mine:
        there = mine.coders.filter(place=place).first()
        if there and there.user_id != user.pk and there.codings.exists():
            raise Refused(
                "This coder has coded already; the place stays theirs.",
                "이미 부호를 입력한 분이 있어 바꿀 수 없습니다.",
            )
        try:
            with transaction.atomic():
                return Coder.objects.update_or_create(survey=mine, place=place, defaults={"user": user})[0]
        except IntegrityError:
            raise Refused(
                "The two coders are two people. Choose somebody else.",
                "두 부호화 담당자는 서로 다른 사람이어야 합니다. 다른 분을 선택해 주십시오.",
            ) from None


def code(*, surveyed: Surveyed, coder: Coder, named: dict[Factor, bool]) -> None:
    """Keep what a coder found in an answer. Coding it again replaces it, until a third person has settled it."""
    with changing(surveyed.survey):
        settled = set(surveyed.rulings.values_list("factor_id", flat=True))
        for factor, value in named.items():
            if factor.pk not in settled:
                Coding.objects.update_or_create(
                    surveyed=surveyed, factor=factor, coder=coder, defaults={"named": value}
                )


def settle(*, surveyed: Surveyed, factor: Factor, named: bool, why: str, by: Any) -> Ruling:
    """Settle a code, with the reason. Neither coder settles: the third person is what makes it a ruling."""
    if not why.strip():
        raise Refused(
            "Say why: the log is published.", "사유를 입력해 주십시오. 판정 기록은 함께 공개됩니다."
        )
    if by is not None and surveyed.survey.coders.filter(user=by).exists():
        raise Refused(
            "A coder of this survey cannot settle its codes. Ask somebody else.",
            "이 조사의 부호화 담당자는 판정할 수 없습니다. 다른 분께 요청해 주십시오.",
        )
    with changing(surveyed.survey):
        return Ruling.objects.create(
            surveyed=surveyed, factor=factor, named=named, why=why.strip()[:500], by=by
        )
