"""What somebody has to hold on the days of use, what they hold, and where the missing thing is to be had."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Q
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members.models import Cluster, Organisation, Person
from pumasi.kit.dates import date_text
from pumasi.kit.said import Said
from pumasi.kit.worded import Several, Worded
from pumasi.operate.facilities.models import Qualification, Requirement, Training
from pumasi.operate.facilities.models.access import OF_DEVICE, OF_PERSON, Needed
from pumasi.operate.facilities.queries.tree import Tree

_ASKED_FOR = Worded(
    lambda facilities: Requirement.objects.filter(facility__any=facilities).order_by("pk"), facilities=Several
)
_PAPERS = Worded(
    lambda organisations, people: Qualification.objects.filter(Q(organisation__any=organisations) | Q(person__any=people)),
    organisations=Several, people=Several,
)  # fmt: skip


class Standing(NamedTuple):
    """A requirement beside what is held: met on all the days asked about, or what is missing in words."""

    requirement: Requirement
    held: Qualification | None
    met: bool
    missing: Said | None


class Requirements:
    """What the facilities of a tree ask for, read in one query."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.rows: dict[int, list[Requirement]] = {}
        for row in _ASKED_FOR(facilities=list(tree.by_id)):
            self.rows.setdefault(row.facility_id, []).append(row)

    def of(self, facilities: Iterable[int]) -> list[Requirement]:
        """What these facilities, and those above them, ask for; of one kind the highest level."""
        line = {up.pk for pk in facilities for up in self.tree.line(pk)}
        highest: dict[str, Requirement] = {}
        for row in (row for pk in sorted(line) for row in self.rows.get(pk, [])):
            if row.kind not in highest or row.level > highest[row.kind].level:
                highest[row.kind] = row
        return [highest[kind] for kind in Needed.values if kind in highest]


def required(tree: Tree, facilities: Iterable[int]) -> list[Requirement]:
    """What these facilities, and those above them, ask for."""
    return Requirements(tree).of(facilities)


def papers_of(organisations: Iterable[int], people: Iterable[int]) -> list[Qualification]:
    """What these organisations and people hold, now or at another time."""
    return _PAPERS(organisations=list(organisations), people=list(people))


def standings(
    needed: Sequence[Requirement], days: Sequence[date], *, organisation: Organisation | None, person: Person | None, device: str = "",
    papers: Sequence[Qualification] | None = None,
) -> list[Standing]:  # fmt: skip
    """How each requirement stands on every one of the days, for who books and what they bring; `papers` if read before."""
    if not needed:
        return []
    if papers is None:
        papers = papers_of([organisation.pk] if organisation else [], [person.pk] if person else [])
    return [_standing(one, papers, days, organisation, person, device) for one in needed]


def _standing(
    needed: Requirement, rows: Sequence[Qualification], days: Sequence[date], organisation: Organisation | None,
    person: Person | None, device: str,
) -> Standing:  # fmt: skip
    own = [row for row in rows if row.kind == needed.kind and _is_of(row, organisation, person, device)]
    enough = [row for row in own if row.level >= needed.level and row.suspended_at is None]
    uncovered = [day for day in days if not any(_valid(row, day) for row in enough)]
    best = max(enough, key=lambda row: row.valid_until or date.max, default=None)
    if not uncovered:
        return Standing(needed, best, met=True, missing=None)
    return Standing(needed, best, met=False, missing=_missing(needed, own, best, uncovered[0], device))


def _is_of(row: Qualification, organisation: Organisation | None, person: Person | None, device: str) -> bool:
    if row.kind in OF_PERSON:
        return person is not None and row.person_id == person.pk
    if row.kind in OF_DEVICE:
        return organisation is not None and row.organisation_id == organisation.pk and row.device == device
    return organisation is not None and row.organisation_id == organisation.pk


def _valid(row: Qualification, day: date) -> bool:
    return row.valid_from <= day and (row.valid_until is None or day <= row.valid_until)


NAMES = {
    "agreement": Said("use agreement", "이용 협약"),
    "insurance": Said("liability insurance", "배상책임보험"),
    "nda": Said("non-disclosure agreement", "비밀유지계약"),
    "induction": Said("safety induction", "안전교육"),
    "vehicle": Said("vehicle or device check", "차량·장비 점검"),
}
REMEDIES = {
    "agreement": Said("Sign it with the operator.", "운영기관과 체결해 주십시오."),
    "insurance": Said("Send the operator a certificate that covers the day.", "이용일을 포함하는 증권을 운영기관에 제출해 주십시오."),
    "nda": Said("Sign it with the operator.", "운영기관과 체결해 주십시오."),
    "induction": Said("Choose a training date.", "교육 일정을 선택해 주십시오."),
    "vehicle": Said("Have it checked by the operator, and name it in the booking.", "운영기관의 점검을 받고 예약에 차량·장비를 기재해 주십시오."),
}  # fmt: skip


def _missing(
    needed: Requirement, own: list[Qualification], best: Qualification | None, day: date, device: str
) -> Said:
    """Why it is not met on a day, and what to do."""
    name, remedy = NAMES[needed.kind], REMEDIES[needed.kind]
    suspended = next((row for row in own if row.suspended_at), None)
    if suspended and best is None:
        return Said(
            f"Your {name.en} is suspended after an incident. Talk to the operator.",
            f"{name.ko}이(가) 사고 조치로 정지되었습니다. 운영기관에 문의해 주십시오.",
        )
    en, ko = date_text(day, "en"), date_text(day, "ko")
    if best and best.valid_until and best.valid_until < day:
        ended_en, ended_ko = date_text(best.valid_until, "en"), date_text(best.valid_until, "ko")
        return Said(
            f"Your {name.en} ends on {ended_en}, before the day of use ({en}). {remedy.en}",
            f"{name.ko} 유효기간이 {ended_ko}에 끝나 이용일({ko})에는 유효하지 않습니다. {remedy.ko}",
        )
    if own and best is None:
        return Said(
            f"Your {name.en} is of a lower level than {needed.level}. {remedy.en}",
            f"{name.ko} 등급이 {needed.level}등급보다 낮습니다. {remedy.ko}",
        )
    if needed.kind in OF_DEVICE and not device:
        return Said(
            "Name the vehicle or device that you bring. It has to be checked first.",
            "사용할 차량·장비를 기재해 주십시오. 사전 점검이 필요합니다.",
        )
    return Said(
        f"There is no {name.en} that is valid on {en}. {remedy.en}",
        f"{ko}에 유효한 {name.ko}이(가) 없습니다. {remedy.ko}",
    )


def trainings(cluster: Cluster, level: int, audience: str) -> list[ledger.Line]:
    """Training dates to come that grant an induction of at least this level, as the participation record tells them."""
    rows = list(Training.objects.filter(cluster=cluster, level__gte=level))
    named = Q(source__in=[row.source for row in rows]) | Q(series__in=[row.source for row in rows])
    lines = ledger.seen_by(audience).filter(
        named, cluster=cluster, stage="planned", starts_at__gt=timezone.now()
    )
    return list(lines.order_by("starts_at")[:6])


# How far back an operator finds an event to count as a training: whoever was there is granted the induction.
PAST_EVENTS = timedelta(days=366)


def events_to_count(cluster: Cluster) -> list[ledger.Line]:
    """Events of the last year and to come, of which one may be counted as a training; the latest first."""
    lines = ledger.seen_by("managers", cluster=cluster).filter(
        cluster=cluster, source__startswith="meetups.event.", starts_at__gt=timezone.now() - PAST_EVENTS
    )
    return list(lines.order_by("-starts_at", "-pk")[:300])


def counted_as_training(cluster: Cluster) -> list[tuple[Training, ledger.Line | None]]:
    """What grants an induction, each with its event, a series with its latest date."""
    rows = list(Training.objects.filter(cluster=cluster).order_by("pk"))
    names = [row.source for row in rows]
    lines = ledger.seen_by("managers", cluster=cluster).filter(Q(source__in=names) | Q(series__in=names))
    latest = {name: line for line in lines.order_by("starts_at") for name in (line.source, line.series)}
    return [(row, latest.get(row.source)) for row in rows]
