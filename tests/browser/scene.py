"""Events for the pages to show: one of each state, a 1:1 day with its plan, and somebody at each step of registering."""

from __future__ import annotations

import struct
import zlib
from datetime import datetime, timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation, RoleGrant
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.actions import days, events, register, runs
from pumasi.operate.meetups.models import Day, Event, Participant, Registration

NAMES = [
    "김나래", "이도윤", "박서연", "최지호", "정하윤", "Anna Lindqvist", "강민재", "조은채", "윤시우", "장예린", "Tomás Álvarez", "한유진",
]  # fmt: skip
AGREED = {"processing": True, "attendees": True, "photos": False}
OFFERS = [
    ("영상 분석 소프트웨어", "Image analysis software"),
    ("시험 설비 공동활용", "Test equipment to share"),
]
NEEDS = [
    ("임상 협력 병원", "A hospital for clinical work"),
    ("해외 판로와 투자", "Partners abroad and investment"),
]


def picture() -> SimpleUploadedFile:
    """A small PNG: a wash of colour, as a photograph would fill the place."""
    wide, high = 320, 120
    rows = b"".join(
        b"\0" + b"".join(bytes((30 + x // 4, 90 + y, 120 + (x + y) // 8)) for x in range(wide))
        for y in range(high)
    )

    def part(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", wide, high, 8, 2, 0, 0, 0)
    body = part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")
    return SimpleUploadedFile("hall.png", b"\x89PNG\r\n\x1a\n" + body)


class Scene:
    """Writes events as their organisers would, through the room's own actions."""

    def __init__(self) -> None:
        self.cluster = Cluster.objects.get(is_sample=True)
        self.grant = (
            RoleGrant.objects.filter(role="organisation_admin", cluster=self.cluster).order_by("pk").first()
        )
        self.member, self.own = self.grant.user, self.grant.organisation
        found = Organisation.objects.filter(batch__kind="sample", kind="company").exclude(pk=self.own.pk)
        self.companies = list(found.order_by("pk")[:12])
        self.today = timezone.localtime().replace(hour=14, minute=0, second=0, microsecond=0)
        self.letters = 0

    def write(self, ko: str, en: str, start: datetime, hours: int = 3, **values: Any) -> Event:
        """A draft."""
        values.setdefault("place_ko", "가온 라운지")
        values.setdefault("place_en", "Gaon Lounge")
        return meetups.draft(
            cluster=self.cluster, title_ko=ko, title_en=en, starts_at=start, ends_at=start + timedelta(hours=hours), **values
        )  # fmt: skip

    def come(self, event: Event, n: int, *, proved: bool = True, **values: Any) -> Registration:
        """Somebody of the n-th company registers."""
        self.letters += 1
        company = self.companies[n % len(self.companies)]
        values.setdefault("name", NAMES[n % len(NAMES)])
        values.setdefault("email", f"guest{self.letters}@visitors.example")
        return meetups.register(
            event=event, organisation_name=company.name_ko, consents=AGREED, proved=proved, **values  # type: ignore[attr-defined]
        )  # fmt: skip

    def me(self, event: Event) -> Registration:
        """The sample's member registers with their own account."""
        return meetups.register(
            event=event, name=str(self.member.person), email=self.member.email, person=self.member.person,
            organisation=self.own, consents=AGREED, proved=True,
        )  # fmt: skip

    def day(self) -> Event:
        """A 1:1 day that is three days away: planned, published, with a request that found no place."""
        event = self.write(
            "바이오·데이터 1:1 상담회", "Bio and data 1:1 day", self.today + timedelta(days=3), 4, kind="brokerage", capacity=60,
            summary_ko="기업과 병원, 투자자가 25분씩 만나 협력을 논의합니다.",
            summary_en="Companies, hospitals and investors meet for 25 minutes each.",
            address_ko="가온시 새빛로 10, 2층", address_en="10 Saebit-ro, second floor",
            text_ko="상담 신청은 전날 정오까지 받습니다.\n\n시간표는 이메일으로 안내합니다.",
            text_en="Say whom you would like to meet by noon of the day before.\n\nThe timetable comes by mail.",
        )  # fmt: skip
        meetups.publish(event=event)
        start = event.starts_at
        events.set_agenda(
            event=event,
            items=[
                {"starts_at": start, "title_ko": "접수", "title_en": "Registration"},
                {"starts_at": start + timedelta(minutes=30), "title_ko": "1:1 상담", "title_en": "1:1 meetings",
                 "speaker_ko": "상담 테이블 1~3", "speaker_en": "Tables 1 to 3"},
            ],
        )  # fmt: skip
        events.set_picture(
            event=event, upload=picture(), text_ko="상담회장 전경", text_en="The hall of the 1:1 day"
        )
        leaflet = SimpleUploadedFile("guide.pdf", b"%PDF-1.4 guide")
        events.add_material(event=event, upload=leaflet, title_ko="참가 안내", title_en="How it works", for_participants=False)  # fmt: skip
        made = days.set_up(
            event=event, first=start + timedelta(minutes=30), minutes=25, pause=5, slots=4, tables=2,
            interpreters=[("한보라", ["ko", "en"])], dial=25, fairness=1,
        )  # fmt: skip
        self.wishes(made, self.people(event, made))
        runs.publish(run=runs.run(day=made))
        runs.run(day=made)
        return event

    def people(self, event: Event, day: Day) -> list[Participant]:
        """Eight participants, the first of them the sample's member."""
        rows = [self.me(event), *(self.come(event, n) for n in range(1, 8))]
        return [
            days.join(
                day=day, organisation=row.organisation, name=row.name, email=row.email, registration=row,
                kind=("buyer", "startup", "other")[n % 3], languages=["en"] if n == 5 else ["ko"],
                offers_ko=OFFERS[n % 2][0], offers_en=OFFERS[n % 2][1], needs_ko=NEEDS[n % 2][0], needs_en=NEEDS[n % 2][1],
            )
            for n, row in enumerate(rows)
            if row.organisation
        ]  # fmt: skip

    def wishes(self, day: Day, people: list[Participant]) -> None:
        """Most wish for several; the last for nobody."""
        for n, one in enumerate(people[:-1]):
            for step in (1, 2, 3):
                about = people[(n + step) % (len(people) - 1)]
                if about.organisation_id != one.organisation_id:
                    days.wish(by=one, about=about, strength="must" if step == 1 else "meet", message="공동 실증을 논의하고 싶습니다.")  # fmt: skip

    def meetup(self) -> Event:
        """A meet-up with room left, a question and a topic of the member's interest."""
        event = self.write(
            "협업 아침 모임", "Breakfast for collaboration", self.today + timedelta(days=5), 2, capacity=40,
            summary_ko="서로의 기술을 5분씩 소개합니다.", summary_en="Five minutes each about what we make.",
            host=self.own,
        )  # fmt: skip
        events.set_questions(
            event=event,
            questions=[
                {"label_ko": "식사 선택", "label_en": "What would you like to eat?", "type": "choice", "required": True,
                 "choices": [{"ko": "일반식", "en": "Anything"}, {"ko": "채식", "en": "Vegetarian"}]},
                {"label_ko": "발표를 신청합니다", "label_en": "I would like to speak", "type": "tick", "choices": [], "required": False},
            ],
        )  # fmt: skip
        meetups.publish(event=event)
        for n in range(5):
            self.come(event, n)
        return event

    def full(self) -> Event:
        """No place is left; some wait, one has an offer, one has not confirmed yet."""
        event = self.write(
            "규제 설명회", "Regulation explained", self.today + timedelta(days=9), 2, kind="talk", capacity=4
        )
        meetups.publish(event=event)
        first = self.come(event, 1, others=["동행 김가람"])
        self.come(event, 2)
        self.come(event, 3, proved=False)
        self.come(event, 4)
        self.me(event)
        self.come(event, 5)
        meetups.withdraw(registration=first)
        return event

    def others(self) -> None:
        """To be approved, declined, cancelled, proposed, drafted, and one abroad."""
        asks = meetups.publish(event=self.write("병원 방문", "Hospital visit", self.today + timedelta(days=12), kind="visit", needs_approval=True, reveals_place=False))  # fmt: skip
        rows = [self.come(asks, n) for n in range(3)]
        register.decide(
            registration=rows[0], accepted=False, reason="이번 방문은 의료기기 기업을 대상으로 합니다."
        )
        register.decide(registration=rows[1], accepted=True)
        off = meetups.publish(
            event=self.write("야외 교류회", "Open-air meet-up", self.today + timedelta(days=6))
        )
        self.come(off, 6)
        meetups.cancel(event=off, reason_ko="태풍 예보로 취소합니다.", reason_en="A typhoon is forecast.")
        self.write(
            "투자 라운드테이블", "Investment round table", self.today + timedelta(days=20), kind="round_table"
        )
        self.write("우리 연구실 공개의 날", "Open laboratory", self.today + timedelta(days=25), proposed=True, host=self.own, by=self.member)  # fmt: skip
        london = self.write("런던 공동 세미나", "Joint seminar in London", self.today + timedelta(days=15), zone="Europe/London")  # fmt: skip
        meetups.publish(event=london)

    def past(self) -> Event:
        """Over since yesterday: seven came, the member among them, and two chose each other."""
        event = meetups.publish(event=self.write("지난 밋업", "Last week's meet-up", self.today + timedelta(days=1)))  # fmt: skip
        rows = [self.me(event), *(self.come(event, n) for n in range(8))]
        yesterday = self.today - timedelta(days=1)
        Event.objects.filter(pk=event.pk).update(starts_at=yesterday, ends_at=yesterday + timedelta(hours=3))
        event.refresh_from_db()
        meetups.check_in(event=event, codes=[(row.code, None) for row in rows[:7]])
        for row in rows[:7]:
            row.refresh_from_db()
        for one, other in ((rows[0], rows[1]), (rows[1], rows[0])):
            register.follow_up(registration=one, about=[other.pk])
        for n, row in enumerate(rows[:6]):
            register.rate(registration=row, stars=5 - n % 3)
        return event


def write() -> None:
    """Everything above."""
    scene = Scene()
    scene.day()
    scene.meetup()
    scene.full()
    scene.past()
    scene.others()
