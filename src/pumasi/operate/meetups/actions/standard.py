"""The consent blocks that every new event begins with, in both languages; the office may change them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pumasi.operate.meetups.models import ConsentBlock, Event

STANDARD: list[dict[str, Any]] = [
    {
        "purpose": "processing",
        "required": True,
        "why_ko": "참가 신청 접수, 본인 확인, 행사 안내",
        "why_en": "To take your registration, to know that it is you, and to write to you about the event",
        "items_ko": "이름, 이메일, 소속",
        "items_en": "Name, e-mail, organisation",
        "period_ko": "행사 종료 후 1년",
        "period_en": "One year after the event",
        "refusal_ko": "동의를 거부할 수 있으나, 거부하시면 참가 신청을 받을 수 없습니다.",
        "refusal_en": "You may refuse; then we cannot take your registration.",
    },
    {
        "purpose": "attendees",
        "why_ko": "참가자 명단에 이름과 소속 표시",
        "why_en": "To show your name and organisation in the list of participants",
        "items_ko": "이름, 소속",
        "items_en": "Name, organisation",
        "period_ko": "행사 종료 후 30일",
        "period_en": "Thirty days after the event",
        "refusal_ko": "동의하지 않아도 참가하실 수 있습니다.",
        "refusal_en": "You can take part without agreeing.",
    },
    {
        "purpose": "photos",
        "why_ko": "행사 기록과 홍보를 위한 사진 촬영",
        "why_en": "Photographs to document and to promote the event",
        "items_ko": "사진, 영상",
        "items_en": "Photographs, recordings",
        "period_ko": "촬영 후 3년",
        "period_en": "Three years",
        "refusal_ko": "동의하지 않아도 참가하실 수 있습니다. 현장에서 담당자에게 말씀해 주십시오.",
        "refusal_en": "You can take part without agreeing. Please tell the people at the door.",
    },
]


def add_standard_consents(events: Iterable[Event]) -> None:
    """Give new events the usual blocks."""
    ConsentBlock.objects.bulk_create(
        [ConsentBlock(event=event, **block) for event in events for block in STANDARD]
    )
