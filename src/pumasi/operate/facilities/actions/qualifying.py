"""Granting what a use asks for: by hand, or by attendance at a training; suspending and clearing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members.models import Cluster, Organisation, Person
from pumasi.kit.dates import zone_of
from pumasi.kit.refused import Refused
from pumasi.kit.worded import Worded
from pumasi.operate.facilities.models import Facility, Incident, Qualification, Session, Training
from pumasi.operate.facilities.models.access import OF_DEVICE, OF_PERSON, Needed

_TRAININGS = Worded(lambda cluster: Training.objects.filter(cluster=cluster), cluster=int)


@transaction.atomic
def grant(
    *, cluster: Cluster, kind: str, valid_from: date, valid_until: date | None = None, level: int = 1,
    organisation: Organisation | None = None, person: Person | None = None, device: str = "", note: str = "", by: Any = None,
) -> Qualification:  # fmt: skip
    """Record that somebody holds something from a day to a day."""
    needed = Needed(kind)
    if needed in OF_PERSON and person is None:
        raise Refused("Say which person it is for.", "대상자를 선택해 주십시오.")
    if needed not in OF_PERSON and organisation is None:
        raise Refused("Say which organisation it is for.", "대상 기업·기관을 선택해 주십시오.")
    if needed in OF_DEVICE and not device.strip():
        raise Refused("Name the vehicle or device that was checked.", "점검한 차량·장비를 입력해 주십시오.")
    if valid_until is not None and valid_until < valid_from:
        raise Refused(
            "The last day lies before the first. Choose a later one.",
            "만료일이 시작일보다 빠릅니다. 다시 입력해 주십시오.",
        )
    return Qualification.objects.create(
        cluster=cluster, kind=kind, level=level, organisation=organisation, person=person, device=device.strip()[:80],
        valid_from=valid_from, valid_until=valid_until, note=note.strip()[:300], granted_by=by,
    )  # fmt: skip


@transaction.atomic
def count_as_training(*, cluster: Cluster, source: str, level: int = 1, months: int = 12) -> Training:
    """Let the attendance of an event, or of a series, grant a safety induction."""
    if not source.startswith(("meetups.event.", "meetups.series.")):
        raise Refused("Give the event whose attendance counts.", "이수로 인정할 행사를 선택해 주십시오.")
    made, _ = Training.objects.update_or_create(
        cluster=cluster, source=source, defaults={"level": level, "months": months}
    )
    return made


def grant_due(cluster: Cluster, person: Person | None = None) -> int:
    """Grant inductions to those who took part in a training, as the participation record tells; give how many are new."""
    rows = _TRAININGS(cluster=cluster.pk)
    if not rows:
        return 0
    lines = ledger.attended([row.source for row in rows], person=person.pk if person else None)
    known = set(
        Qualification.objects.filter(origin__in={line.source for line, _ in lines}).values_list(
            "person_id", "origin"
        )
    )
    by_name = {row.source: row for row in rows}
    made = []
    for line, who in lines:
        training = by_name.get(line.source) or by_name.get(line.series)
        if training is None or (who, line.source) in known:
            continue
        day = line.starts_at.astimezone(zone_of(line.zone)).date()
        made.append(
            Qualification(
                cluster=cluster, kind=Needed.INDUCTION, level=training.level, person_id=who, valid_from=day,
                valid_until=day + relativedelta(months=training.months), origin=line.source,
            )
        )  # fmt: skip
    return len(Qualification.objects.bulk_create(made, ignore_conflicts=True))


@transaction.atomic
def record_incident(
    *, facility: Facility, text: str, happened_at: datetime | None = None, session: Session | None = None,
    suspends: Sequence[str] = (), by: Any = None,
) -> Incident:  # fmt: skip
    """Record what happened; the kinds named in `suspends` are suspended for who used it, until cleared."""
    if not text.strip():
        raise Refused("Say what happened.", "발생한 일을 적어 주십시오.")
    made = Incident.objects.create(
        facility=facility, session=session, organisation=session.organisation if session else None,
        person=session.person if session else None, happened_at=happened_at or timezone.now(), text=text.strip()[:2000], recorded_by=by,
    )  # fmt: skip
    made.suspends.set(list(_suspend(made, suspends)))
    return made


def _suspend(incident: Incident, kinds: Iterable[str]) -> Iterable[Qualification]:
    for kind in kinds:
        of_person = Needed(kind) in OF_PERSON
        if (incident.person_id if of_person else incident.organisation_id) is None:
            continue
        whose = {"person": incident.person_id} if of_person else {"organisation": incident.organisation_id}
        for row in Qualification.objects.filter(kind=kind, suspended_at__isnull=True, **whose):
            row.suspended_at, row.suspended_for = timezone.now(), incident.text[:300]
            row.save()
            yield row


@transaction.atomic
def clear(*, incident: Incident, text: str) -> Incident:
    """Close an incident: what it suspended holds again, unless another open incident suspends it too."""
    if not text.strip():
        raise Refused("Say what was done.", "조치 내용을 적어 주십시오.")
    incident.cleared_at, incident.clearance = timezone.now(), text.strip()[:500]
    incident.save()
    for row in incident.suspends.all():
        if not row.incidents.filter(cleared_at__isnull=True).exists():
            row.suspended_at, row.suspended_for = None, ""
            row.save()
    return incident
