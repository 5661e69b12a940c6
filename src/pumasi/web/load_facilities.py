"""The sample's test bed and laboratory: two years of use, bookings ahead, prices, papers, requests. All of it fictional."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta
from typing import Any

import pgtrigger
from dateutil.relativedelta import relativedelta
from django.db import connection
from django.utils import timezone

from pumasi.commons.holds.models import Hold, Thing
from pumasi.commons.ledger import api as ledger
from pumasi.commons.members.models import Batch, Cluster, Organisation, Person
from pumasi.kit.copying import copy_in
from pumasi.kit.dates import zone_of
from pumasi.kit.recurrence import instant
from pumasi.kit.refused import Refused
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import services
from pumasi.operate.facilities.actions.telling import fact_of
from pumasi.operate.facilities.models import (
    Booking,
    Charge,
    Credit,
    Facility,
    FacilityPair,
    Incident,
    Infrastructure,
    Loan,
    PriceClass,
    Qualification,
    ServiceRequest,
    Session,
    Training,
)

ZONES: list[tuple[str, str, str, str, str, dict[str, Any]]] = [
    ("crossroads", "도심 교차로", "Urban crossroads", "신호교차로 4개와 비보호 좌회전 구간", "Four signalled junctions and an open left turn", {}),
    ("rail", "철도 건널목", "Rail crossing", "차단기와 경보등이 있는 건널목", "With barrier and warning lights",
     {"setup_minutes": 15, "cleanup_minutes": 15}),
    ("tunnel", "터널 구간", "Tunnel", "위성항법이 닿지 않는 120m 구간", "120 m without satellite positioning", {}),
    ("walk", "보행자 거리", "Pedestrian street", "더미 보행자와 어린이보호구역", "With dummy pedestrians and a school zone", {}),
    ("circuit", "고속 주회로", "High-speed loop", "1.6km 타원 주회로, 최대 4대 동시 주행", "A 1.6 km oval for up to four vehicles at a time",
     {"mode": "shared", "places": 4}),
]  # fmt: skip
LAB: list[tuple[str, str, str, str, str, dict[str, Any]]] = [
    ("cycler", "배터리 충방전 시험기", "Battery cycler", "채널 32개, 5V 100A", "32 channels, 5 V 100 A", {}),
    ("chamber", "열충격 챔버", "Thermal shock chamber", "-70~200℃", "-70 to 200 °C", {}),
    ("logger", "휴대용 데이터 기록계", "Portable data logger", "차량 탑재용, 반출 가능", "For use in vehicles; may be borrowed", {"movable": True}),
]  # fmt: skip
CLASSES = [
    ("other", "비회원", "Non-member", [], True),
    ("sme", "중소기업", "SME", ["company"], False),
    (
        "university",
        "대학·연구기관",
        "University or research institute",
        ["university", "research_institute"],
        False,
    ),
    ("member", "회원 기관", "Member organisation", ["hospital", "public_body"], False),
]
SCENARIOS = ["우천 (rain)", "야간 (night)", "더미 (dummy)", "끼어들기 (cut-in)", "V2X"]
PURPOSES = [
    ("자율주행 인지 시험", "perception test"),
    ("긴급제동 평가", "emergency braking"),
    ("V2X 통신 시험", "V2X trial"),
    ("센서 보정", "sensor calibration"),
]
SINCE = relativedelta(years=2)
USERS = 26


def load(cluster: Cluster, batch: Batch, *, own: list[tuple[int, int]], series: list[str]) -> None:
    """Write the test bed with its past and what is to come. `own`: organisations and people of the example accounts."""
    with pgtrigger.ignore():
        told = _Bed(cluster, batch, own)
        told.places()
        told.rules(series)
        told.past()
        told.ahead()
        told.requests()


class _Bed:
    """Writes the test bed step by step; the same seed gives the same."""

    def __init__(self, cluster: Cluster, batch: Batch, own: list[tuple[int, int]]) -> None:
        self.cluster, self.batch = cluster, batch
        self.chance = random.Random("sample test bed")
        self.today = timezone.localdate()
        shown = Organisation.objects.filter(
            relations__cluster=cluster, relations__state="active", merged_into__isnull=True
        )
        wanted = (
            shown.filter(kind__in=["company", "university", "research_institute"]).distinct().order_by("pk")
        )
        mine = list(Organisation.objects.filter(pk__in=[pk for pk, _ in own]))
        self.users = mine + self.chance.sample([one for one in wanted if one not in mine], USERS)
        self.person = {pk: Person.objects.get(pk=person) for pk, person in own}

    def _person(self, organisation: Organisation) -> Person | None:
        if organisation.pk not in self.person:
            post = (
                organisation.affiliations.filter(until__isnull=True)
                .select_related("person")
                .order_by("-is_contact", "pk")
                .first()
            )
            if post is None:
                return None
            self.person[organisation.pk] = post.person
        return self.person[organisation.pk]

    def places(self) -> None:
        """The site with its zones, the laboratory with its equipment, and what is there without booking."""
        common: dict[str, Any] = {"cluster": self.cluster, "batch": self.batch, "zone": self.cluster.zone}
        operator = Organisation.objects.filter(
            relations__cluster=self.cluster, relations__state="active", kind="research_institute"
        ).order_by("pk").first()  # fmt: skip
        self.site = facilities.add(
            kind="site", name_ko="가온 자율주행 시험장", name_en="Gaon Proving Ground", area_m2=129_499, owner=operator,
            summary_ko="도심과 고속 구간을 갖춘 공동 실증시설", summary_en="A shared test bed with urban and high-speed sections",
            text_ko="입주기업과 회원사, 외부 기업이 자율주행차와 로봇을 시험합니다. 구역별로 예약하거나 시험장 전체를 예약할 수 있습니다.",
            text_en="Residents, members and companies from outside test automated vehicles and robots here, zone by zone or on the whole site.",
            how_to_apply_ko="이용 협약과 보험증권을 운영기관에 제출하고 안전교육을 이수한 뒤 예약하십시오.",
            how_to_apply_en="Sign the use agreement, send your insurance certificate, attend the safety induction, then book.",
            contact_ko="시험장 운영실", contact_en="Track control", contact_email="track@gaon.example",
            opened_on=self.today - SINCE - timedelta(days=30), scenarios=SCENARIOS, late_percent=30, asks_reference=False, **common,
        )  # fmt: skip
        self.zones = {
            key: facilities.add(parent=self.site, kind="zone", name_ko=ko, name_en=en, summary_ko=sko, summary_en=sen, position=n, **more, **common)
            for n, (key, ko, en, sko, sen, more) in enumerate(ZONES)
        }  # fmt: skip
        self.lab = facilities.add(
            kind="lab", name_ko="배터리 공동 시험실", name_en="Shared Battery Laboratory", mode="closed", owner=operator, position=9,
            summary_ko="장비별로 예약하거나 시험·분석을 의뢰하는 시험실", summary_en="Book single instruments, or have tests done for you",
            contact_ko="시험실 담당", contact_en="Laboratory desk", contact_email="lab@gaon.example", **common,
        )  # fmt: skip
        self.equipment = {
            key: facilities.add(
                parent=self.lab, kind="equipment", name_ko=ko, name_en=en, summary_ko=sko, summary_en=sen, position=n,
                register_number=f"NFEC-0000-00-{100000 + n}", **more, **common,
            )
            for n, (key, ko, en, sko, sen, more) in enumerate(LAB)
        }  # fmt: skip
        for place in (self.site, self.lab):
            facilities.set_hours(facility=place, rows=[(day, time(8), time(20)) for day in range(5)])
        for a, b, rule in (
            ("crossroads", "walk", "together"),
            ("crossroads", "rail", "together"),
            ("rail", "tunnel", "together"),
            ("walk", "circuit", "excludes"),
        ):
            facilities.set_pair(a=self.zones[a], b=self.zones[b], rule=rule)
        for kind, ko, en, access_ko, access_en in (
            (
                "network",
                "5G 시험망",
                "5G test network",
                "이용 협약을 맺은 기관",
                "For organisations with a use agreement",
            ),
            (
                "data",
                "도심 주행 데이터셋",
                "Urban driving data set",
                "신청서를 내면 한 주 안에 제공",
                "On request, within a week",
            ),
            (
                "open_lab",
                "시제품 제작소",
                "Prototype workshop",
                "회원사는 예약 없이 이용",
                "Members, without booking",
            ),
        ):
            facilities.register_infrastructure(
                cluster=self.cluster, batch=self.batch, kind=kind, name_ko=ko, name_en=en, access_ko=access_ko, access_en=access_en,
                contact_ko="시험장 운영실", contact_en="Track control", contact_email="track@gaon.example", owner=operator,
            )  # fmt: skip

    def rules(self, series: list[str]) -> None:
        """Prices by class, what is asked of users and what they hold, limits, trainings, closures."""
        begin = self.today - SINCE
        self.classes = {
            key: PriceClass.objects.create(cluster=self.cluster, key=key, name_ko=ko, name_en=en, kinds=kinds, is_default=default, position=n)
            for n, (key, ko, en, kinds, default) in enumerate(CLASSES)
        }  # fmt: skip
        for facility, prices in (
            (self.site, (337_000, 180_000, 120_000, 250_000)),
            (self.lab, (60_000, 35_000, 25_000, 45_000)),
        ):
            for (key, *_), amount in zip(CLASSES, prices, strict=True):
                facilities.set_price(
                    facility=facility, amount=amount, since=begin, price_class=self.classes[key]
                )
        facilities.set_price(
            facility=self.zones["circuit"],
            amount=90_000,
            since=begin,
            price_class=self.classes["sme"],
            whole=False,
        )
        spring = date(self.today.year, 3, 4)
        for key in ("sme", "university"):
            facilities.set_price(
                facility=self.site, amount=0, since=spring, until=date(self.today.year, 5, 31), price_class=self.classes[key],
                promotion=True, name_ko="봄철 무료 개방", name_en="Free in spring",
            )  # fmt: skip
        for kind in ("agreement", "insurance", "induction"):
            facilities.require(facility=self.site, kind=kind)
        facilities.require(facility=self.lab, kind="induction")
        facilities.set_quota(
            facility=self.site, hours_a_month=40, bookings_ahead=12, longest_hours=12, days_ahead=120
        )
        for source in series[:1]:
            facilities.count_as_training(cluster=self.cluster, source=source)
        papers = []
        for n, one in enumerate(self.users):
            person = self._person(one)
            ends = self.today + timedelta(days=10 if n == 5 else 200 + 3 * n)
            whose: list[tuple[str, dict[str, Any]]] = [
                ("agreement", {"organisation": one}),
                ("insurance", {"organisation": one}),
            ]
            whose += [("induction", {"person": person})] if person else []
            for kind, holder in whose:
                last = ends if kind == "insurance" else self.today + timedelta(days=400)
                told = {
                    "cluster": self.cluster,
                    "kind": kind,
                    "valid_from": begin,
                    "valid_until": last,
                    "batch": self.batch,
                }
                papers.append(Qualification(**told, **holder))
        Qualification.objects.bulk_create(papers)
        for year in (self.today.year - 1, self.today.year):
            for month, day, ko, en in (
                (1, 1, "신정", "New Year's Day"),
                (5, 5, "어린이날", "Children's Day"),
                (12, 25, "성탄절", "Christmas Day"),
            ):
                at = date(year, month, day)
                facilities.close(
                    facility=self.site, kind="holiday", reason_ko=ko, reason_en=en, starts_at=self._at(at, 0),
                    ends_at=self._at(at + timedelta(days=1), 0),
                )  # fmt: skip
        late = self._workday(18)
        facilities.close(
            facility=self.zones["tunnel"], kind="planned", starts_at=self._at(late, 8), ends_at=self._at(late, 13),
            reason_ko="조명 교체", reason_en="New lighting",
        )  # fmt: skip

    def _at(self, day: date, hour: int, minute: int = 0) -> datetime:
        return instant(day, time(hour, minute), self.cluster.zone)

    def _workday(self, ahead: int) -> date:
        day = self.today + timedelta(days=ahead)
        return day + timedelta(days=(7 - day.weekday()) % 7 if day.weekday() > 4 else 0)  # Friday

    def past(self) -> None:
        """Two years of sessions, more of them as time goes on; some were joint, and each reaches the record."""
        rows: list[Session] = []
        joint: list[tuple[int, list[int]]] = []
        day = self.today - SINCE
        free = [*self.zones.values(), *self.equipment.values()]
        while day < self.today:
            if day.weekday() <= 4:  # Friday
                for facility in free:
                    if self.chance.random() < 0.26:
                        rows.append(self._session(facility, day, joint, len(rows)))
            day += timedelta(days=1)
        made = copy_in(rows)
        through = Session.partners.through
        through.objects.bulk_create(
            [through(session_id=made[n].pk, organisation_id=pk) for n, partners in joint for pk in partners]
        )
        partners = dict(joint)
        ledger.record_many([fact_of(row, partners.get(n, [])) for n, row in enumerate(made)], told=False)
        self._charges([row for row in made if row.started_at.date() > self.today - timedelta(days=70)])

    def _session(self, facility: Facility, day: date, joint: list[tuple[int, list[int]]], n: int) -> Session:
        weights = [1 / (k + 2) for k in range(len(self.users))]
        [user] = self.chance.choices(self.users, weights)
        start = self._at(day, self.chance.choice([8, 9, 9, 10, 13, 13, 14]), self.chance.choice([0, 5, 10]))
        if self.chance.random() < 0.2:
            joint.append((n, [self.chance.choice([one.pk for one in self.users if one.pk != user.pk])]))
        kinds = {kind: self.classes[key] for key, _, _, kinds, _ in CLASSES for kind in kinds}
        return Session(
            cluster=self.cluster, facility=facility, organisation=user, person=self._person(user), started_at=start,
            ended_at=start + timedelta(minutes=self.chance.choice([110, 175, 235, 240])), whole=facility.mode != "shared", how="list",
            scenarios=self.chance.sample(SCENARIOS, 1) if facility.parent_id == self.site.pk else [],
            price_class=kinds.get(user.kind, self.classes["other"]), batch=self.batch,
        )  # fmt: skip

    def _charges(self, rows: list[Session]) -> None:
        """What the last weeks cost, as lines to be invoiced."""
        rates = {"sme": 180_000, "university": 120_000, "member": 250_000, "other": 337_000}
        zone = zone_of(self.cluster.zone)
        made = []
        for row in rows:
            hours = round(((row.ended_at or row.started_at) - row.started_at) / timedelta(hours=1), 2)
            rate = (
                rates[row.price_class.key]
                if row.price_class and row.facility.parent_id == self.site.pk
                else 35_000
            )
            made.append(
                Charge(
                    cluster=self.cluster, organisation=row.organisation, session=row, day=row.started_at.astimezone(zone).date(),
                    hours=hours, amount=round(hours * rate), lines=[], text_ko=row.facility.name_ko, text_en=row.facility.name_en,  # type: ignore[attr-defined]
                )
            )  # fmt: skip
        Charge.objects.bulk_create(made)
        Credit.objects.create(
            cluster=self.cluster, organisation=self.users[0], amount=2_000_000, since=self.today - timedelta(days=30),
            until=self.today + timedelta(days=335), reason="실증 지원 프로그램 선정",
        )  # fmt: skip

    def ahead(self) -> None:
        """Bookings of the next weeks, as users would make them; today's are there already."""
        free = [*self.zones.values(), *self.equipment.values()]
        for n in range(60):
            facility = self.chance.choice(free)
            user = (
                self.users[0] if n < 3 else self.chance.choice(self.users)
            )  # the example account has some for certain
            day, hour = self._workday(1 + n % 20), self.chance.choice([9, 10, 13, 14, 16])
            ko, _en = self.chance.choice(PURPOSES)
            wish = facilities.Wish(
                organisation=user, person=self._person(user), items=((facility, facility.mode != "shared"),),
                starts_at=self._at(day, hour), ends_at=self._at(day, hour + self.chance.choice([2, 2, 3])), purpose=ko,
                scenarios=tuple(self.chance.sample(SCENARIOS, 1)), confidential=self.chance.random() < 0.1,
            )  # fmt: skip
            try:
                facilities.book(cluster=self.cluster, wish=wish, batch=self.batch)
            except Refused:
                continue

    def requests(self) -> None:
        """A test that is under way, one that is done, a loan, a problem on the track."""
        first, second = self.users[0], self.users[1]
        told: dict[str, Any] = {"cluster": self.cluster, "facility": self.equipment["cycler"]}
        done = services.ask(
            organisation=second, person=self._person(second), title="셀 500회 충방전 수명 시험", **told
        )
        for to, more in (
            ("quoted", {"quote": 1_800_000}),
            ("accepted", {}),
            ("received", {}),
            ("running", {}),
        ):
            services.step(request=done, to=to, **more)  # type: ignore[arg-type]
        open_one = services.ask(
            organisation=first,
            person=self._person(first),
            title="고온 저장 성능 평가",
            sample="파우치 셀 12개, 60℃ 30일",
            **told,
        )
        services.step(request=open_one, to="quoted", quote=950_000, note="시료 입고 후 5주")
        start = self._at(self._workday(6), 0)
        services.borrow(
            cluster=self.cluster, facility=self.equipment["logger"], organisation=second, person=self._person(second), starts_at=start,
            ends_at=start + timedelta(days=3), purpose="실도로 주행 기록",
        )  # fmt: skip
        services.report_problem(
            facility=self.zones["rail"], text="건널목 경보등 한 개가 켜지지 않습니다.", dangerous=True
        )


def remove(cluster: Cluster) -> None:
    """Take the cluster's facilities out, with everything that hangs on them and their history."""
    rows = Facility.objects.filter(cluster=cluster)
    ids = list(rows.values_list("pk", flat=True))
    history = {
        model: list(model.objects.filter(cluster=cluster).values_list("pk", flat=True))
        for model in (Facility, Booking, Session, Qualification, Credit, Charge, ServiceRequest, Loan)
    }
    keys = [*(one.key for one in rows), *(pair.key for pair in FacilityPair.objects.filter(a__in=ids))]
    Hold.objects.filter(thing__key__in=keys).delete()
    with pgtrigger.ignore():
        Charge.objects.filter(cluster=cluster).delete()
        Credit.objects.filter(cluster=cluster).delete()
        ServiceRequest.objects.filter(cluster=cluster).delete()
        Loan.objects.filter(cluster=cluster).delete()
        Incident.objects.filter(facility__in=ids).delete()
        Session.objects.filter(cluster=cluster).delete()
        Booking.objects.filter(cluster=cluster).update(successor=None)
        Booking.objects.filter(cluster=cluster).delete()
        Qualification.objects.filter(cluster=cluster).delete()
        Training.objects.filter(cluster=cluster).delete()
        Infrastructure.objects.filter(cluster=cluster).delete()
        rows.update(parent=None)
        rows.delete()
        PriceClass.objects.filter(cluster=cluster).delete()
        with connection.cursor() as cursor:
            for model, gone in history.items():
                table = model._meta.db_table  # noqa: SLF001  # our own names
                cursor.execute(f"DELETE FROM {table}event WHERE pgh_obj_id = ANY(%s)", [gone])  # noqa: S608
    Thing.objects.filter(key__in=keys).delete()
