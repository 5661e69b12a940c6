"""1:1 days: setting one up, joining, wishing, answering, booking."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from pumasi.commons.members.models import Organisation, Person
from pumasi.kit.refused import Refused
from pumasi.kit.retrying import retried
from pumasi.operate.meetups.actions import meetings, places
from pumasi.operate.meetups.models import (
    Bookmark,
    Day,
    Event,
    Interpreter,
    Meeting,
    Participant,
    Registration,
    Rule,
    Slot,
    Table,
    Wish,
)

MOST_SLOTS, MOST_TABLES = 60, 1000
# Buyers and investors first, then domestic start-ups, then the others: the published order.
CLASSES = [
    {"key": "buyer", "ko": "수요기업·투자자", "en": "Buyer or investor"},
    {"key": "startup", "ko": "국내 스타트업", "en": "Domestic start-up"},
    {"key": "other", "ko": "기타", "en": "Other"},
]
LANGUAGES = ("ko", "en", "ja", "zh", "de", "fr", "es", "vi")


@transaction.atomic
def set_up(
    *,
    event: Event,
    first: datetime,
    minutes: int,
    pause: int,
    slots: int,
    tables: int,
    links: Sequence[str] = (),
    interpreters: Sequence[tuple[str, list[str]]] = (),
    **settings: Any,
) -> Day:
    """Give an event its slots, tables and interpreters. Once meetings are planned, slots and tables only grow."""
    if not (
        5 <= minutes <= 240 and 0 <= pause <= 120 and 1 <= slots <= MOST_SLOTS and 1 <= tables <= MOST_TABLES
    ):
        raise Refused(
            "A meeting lasts 5 to 240 minutes; a day has 1 to 60 slots and 1 to 1,000 tables. Correct the numbers.",
            "상담은 5~240분, 시간대는 1~60개, 상담 테이블은 1~1,000개까지 설정할 수 있습니다. 값을 고쳐 주십시오.",
        )
    last = first + timedelta(minutes=slots * minutes + (slots - 1) * pause)
    if first < event.starts_at or last > event.ends_at:
        raise Refused(
            "The slots do not fit into the event. Begin earlier, choose fewer or shorter ones, or let the event end later.",
            "상담 시간대가 행사 시간을 벗어납니다. 시작을 앞당기거나 개수·시간을 줄이거나 행사 종료를 늦춰 주십시오.",
        )
    day, _ = Day.objects.get_or_create(event=event, defaults={"classes": CLASSES})
    for name, value in settings.items():
        setattr(day, name, value)
    day.save()
    if day.meetings.filter(state__in=["scheduled", "held"]).exists():
        if slots < day.slots.count() or tables < day.tables.count():
            raise Refused(
                "Meetings are planned already: slots and tables can be added, not taken away.",
                "이미 편성된 상담이 있어 시간대와 테이블은 늘릴 수만 있습니다.",
            )
    else:
        day.slots.all().delete()
        day.tables.all().delete()
        day.interpreters.all().delete()
    _slots(day, first, minutes, pause, slots)
    _tables(day, tables, links)
    known = set(day.interpreters.values_list("name", flat=True))
    for name, languages in interpreters:
        if name not in known:
            Interpreter.objects.create(day=day, name=name[:120], languages=languages)
    return day


def _slots(day: Day, first: datetime, minutes: int, pause: int, count: int) -> None:
    have = set(day.slots.values_list("number", flat=True))
    step = timedelta(minutes=minutes + pause)
    Slot.objects.bulk_create(
        [
            Slot(
                day=day,
                number=n,
                starts_at=first + n * step,
                ends_at=first + n * step + timedelta(minutes=minutes),
            )
            for n in range(count)
            if n not in have
        ]
    )


def _tables(day: Day, count: int, links: Sequence[str]) -> None:
    have = set(day.tables.values_list("number", flat=True))
    Table.objects.bulk_create(
        [
            Table(day=day, number=n, link=links[n - 1] if n <= len(links) else "")
            for n in range(1, count + 1)
            if n not in have
        ]
    )


@transaction.atomic
def join(
    *,
    day: Day,
    organisation: Organisation,
    name: str,
    email: str = "",
    person: Person | None = None,
    registration: Registration | None = None,
    kind: str = "other",
    languages: Sequence[str] = ("ko",),
    away: Sequence[int] = (),
    standby: bool = False,
    language: str = "ko",
    **texts: str,
) -> Participant:
    """Take part in a 1:1 day; a second time changes what was said."""
    kinds = [one["key"] for one in day.classes] or ["other"]
    values = {
        "email": email.lower(), "person": person, "registration": registration, "language": language,
        "kind": kind if kind in kinds else kinds[-1], "languages": [one for one in languages if one in LANGUAGES] or ["ko"],
        "away": sorted({int(n) for n in away}), "standby": standby, "left_at": None,
        **{name: text.strip()[:300] for name, text in texts.items()},
    }  # fmt: skip
    made, _ = Participant.objects.update_or_create(
        day=day, organisation=organisation, name=name.strip()[:120], defaults=values,
        create_defaults={**values, "key": secrets.token_urlsafe(16)},
    )  # fmt: skip
    return made


def _open(day: Day) -> None:
    if day.wishes_until and day.wishes_until < timezone.now():
        raise Refused(
            "The time for wishes is over. Write to the office.",
            "상담 신청 기간이 지났습니다. 사무국에 문의해 주십시오.",
        )


@transaction.atomic
def wish(*, by: Participant, about: Participant, strength: str, message: str = "") -> Wish:
    """Say of another participant: must meet, would like to meet, never. A limited number, so that wishes mean something."""
    _open(by.day)
    if strength not in Wish.Strength.values or by.day_id != about.day_id or by.pk == about.pk:
        raise Refused(
            "Choose somebody of this day, and what you wish.",
            "이 상담회의 참가자와 희망 정도를 선택해 주십시오.",
        )
    if by.organisation_id == about.organisation_id:
        raise Refused("You are of the same organisation.", "같은 기업·기관의 참가자입니다.")
    # Two presses at once count one after the other.
    Participant.objects.select_for_update().get(pk=by.pk)
    wanted = by.wishes.exclude(strength="never").exclude(about=about).count()
    if strength != "never" and wanted >= by.day.most_wishes:
        raise Refused(
            "You have {n} wishes already. Take one back to add another.",
            "상담 신청은 최대 {n}건입니다. 다른 신청을 취소한 뒤 추가해 주십시오.",
            n=by.day.most_wishes,
        )
    made, _ = Wish.objects.update_or_create(
        by=by, about=about, defaults={"strength": strength, "message": message.strip()[:300]}
    )
    return made


@transaction.atomic
def take_back(*, by: Participant, about: Participant) -> None:
    """Take a wish back."""
    _open(by.day)
    by.wishes.filter(about=about).delete()


@transaction.atomic
def bookmark(*, by: Participant, about: Participant) -> bool:
    """Keep somebody in mind, or no longer; say whether they are kept now."""
    made, fresh = Bookmark.objects.get_or_create(by=by, about=about)
    if not fresh:
        made.delete()
    return fresh


@transaction.atomic
def answer(*, wish: Wish, accepted: bool) -> Wish:
    """The other side accepts or declines. A declined wish is never planned."""
    _open(wish.by.day)
    wish.answer, wish.answered_at = ("accepted" if accepted else "declined"), timezone.now()
    wish.save(update_fields=["answer", "answered_at"])
    return wish


@transaction.atomic
def decide(
    *, day: Day, a: Participant, b: Participant, kind: str, slot: Slot | None = None, reason: str = ""
) -> Rule | None:
    """The office pins a meeting (to a slot), forbids it, or lifts what it had decided (`kind` "")."""
    low, high = sorted((a, b), key=lambda one: one.pk)
    Rule.objects.filter(day=day, a=low, b=high).delete()
    if not kind:
        return None
    if kind not in Rule.Kind.values:
        raise Refused("Choose what you decide.", "결정할 내용을 선택해 주십시오.")
    return Rule.objects.create(day=day, a=low, b=high, kind=kind, slot=slot, reason=reason.strip()[:200])


@retried()
def book(*, day: Day, a: Participant, b: Participant, slot: Slot) -> Meeting:
    """Two participants take a slot themselves: a table is found, and nobody can be in two places."""
    if day.mode != "self":
        raise Refused(
            "The office makes the timetable of this day.", "이 상담회의 시간표는 사무국에서 편성합니다."
        )
    wished = Wish.objects.filter(by__in=[a, b], about__in=[a, b])
    if wished.filter(strength="never").exists() or wished.filter(answer="declined").exists():
        raise Refused("One of the two does not want to meet.", "상대방이 상담을 원하지 않습니다.")
    if slot.day_id != day.pk or slot.number in {*a.away, *b.away}:
        raise Refused(
            "One of the two is away at that time. Choose another slot.",
            "둘 중 한 명이 참석하지 않는 시간입니다. 다른 시간을 선택해 주십시오.",
        )
    places.lock(day.event)
    used = set(
        day.meetings.filter(slot=slot, state__in=["scheduled", "held"]).values_list("table_id", flat=True)
    )
    table = next((one for one in day.tables.all() if one.pk not in used), None)
    if table is None:
        raise Refused(
            "All tables are taken then. Choose another slot.",
            "해당 시간의 테이블이 모두 찼습니다. 다른 시간을 선택해 주십시오.",
        )
    try:
        with transaction.atomic():
            made = Meeting.objects.create(day=day, a=a, b=b, slot=slot, table=table)
    except IntegrityError as error:
        raise Refused("You two have a meeting already.", "이미 두 분의 상담이 잡혀 있습니다.") from error
    meetings.hold([made])
    meetings.tell([made])
    return made


@retried()
def call_off(*, meeting: Meeting, by: Participant | None = None) -> None:
    """A meeting does not take place: table and people are free again, the other side is told."""
    kept = Meeting.objects.select_for_update(of=("self",)).get(pk=meeting.pk)
    if kept.state != "scheduled":
        raise Refused("This meeting is over or called off already.", "이미 끝났거나 취소된 상담입니다.")
    kept.state = "cancelled"
    kept.save(update_fields=["state"])
    meetings.let_go([kept])
    meetings.tell_called_off(kept, by)
