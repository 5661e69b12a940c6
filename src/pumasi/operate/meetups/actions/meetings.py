"""Meetings: what they hold, what of them reaches the participation record, what came of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pumasi.commons.holds import api as holds
from pumasi.commons.ledger import api as ledger
from pumasi.commons.mail import api as mail
from pumasi.kit.bilingual import read
from pumasi.kit.dates import wall
from pumasi.kit.refused import Refused
from pumasi.operate.meetups.actions.letters import desk_of
from pumasi.operate.meetups.models import Day, Meeting, Participant, Run
from pumasi.operate.meetups.queries.days import thing_key

# A meeting stays among its parties and the office until it has taken place; the tie then counts like any other.
VISIBILITY = "members"
NUDGED_EVERY = timedelta(days=2)


def hold(made: Sequence[Meeting]) -> None:
    """Take people, tables and interpreters for the meetings: all or nothing."""
    people = {thing_key(person): person for m in made for person in (m.a, m.b)}
    things = holds.things(kind="person", keys=people)
    tables = holds.things(kind="table", keys=[f"meetups.table.{m.table_id}" for m in made])
    speakers = holds.things(
        kind="interpreter", keys=[f"meetups.interpreter.{m.interpreter_id}" for m in made if m.interpreter_id]
    )
    wants = []
    for m in made:
        keys = [things[thing_key(m.a)], things[thing_key(m.b)], tables[f"meetups.table.{m.table_id}"]]
        if m.interpreter_id:
            keys.append(speakers[f"meetups.interpreter.{m.interpreter_id}"])
        wants += [holds.Want(thing, m.slot.starts_at, m.slot.ends_at, m.source) for thing in keys]
    try:
        holds.take(wants)
    except holds.Taken as taken:
        person = people.get(taken.thing.key)
        if person is None:
            raise
        raise Refused(
            "{name} is taken elsewhere at that time. Plan again, or choose another slot.",
            "{name} 님은 그 시간에 다른 일정이 있습니다. 시간표를 다시 편성하거나 다른 시간을 선택해 주십시오.",
            name=person.name,
        ) from taken


def let_go(gone: Iterable[Meeting]) -> None:
    """Give back what the meetings held, and tell the record that they are not planned any more."""
    listed = list(gone)
    holds.release(m.source for m in listed)
    ledger.record_many([_fact(m, "planned", 0.0) for m in listed])


def tell(made: Sequence[Meeting], stage: str = "planned") -> None:
    """Tell the record of meetings."""
    ledger.record_many([_fact(m, stage, 1.0) for m in made])


def _fact(m: Meeting, stage: str, weight: float) -> ledger.Fact:
    event = m.day.event
    seats = {ledger.Seat(p.organisation_id, p.person_id, weight=weight) for p in (m.a, m.b)}
    return ledger.Fact(
        source=m.source, kind="meeting", cluster=event.cluster_id, starts_at=m.slot.starts_at, ends_at=m.slot.ends_at,
        stage=stage, visibility=VISIBILITY if event.visibility != "confidential" else "confidential",
        parts=sorted(seats, key=str), zone=event.zone, origin=event.source,
        title_ko=event.title_ko, title_en=event.title_en,  # type: ignore[attr-defined]
    )  # fmt: skip


@transaction.atomic
def took_place(*, meeting: Meeting) -> None:
    """Both were there: the record counts it."""
    kept = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("day__event", "slot", "a", "b")
        .get(pk=meeting.pk)
    )
    if kept.state == "held":
        return
    if kept.state == "cancelled":
        raise Refused("This meeting was called off.", "취소된 상담입니다.")
    kept.state, kept.absent = "held", None
    kept.save(update_fields=["state", "absent"])
    tell([kept], "happened")


@transaction.atomic
def missed(*, meeting: Meeting, absent: Participant | None) -> None:
    """Somebody did not come."""
    kept = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("day__event", "slot", "a", "b")
        .get(pk=meeting.pk)
    )
    if kept.state == "cancelled":
        raise Refused("This meeting was called off.", "취소된 상담입니다.")
    if kept.state == "held":
        # Said before by mistake: the record takes it back.
        ledger.record_many([_fact(kept, "planned", 0.0)])
    kept.state, kept.absent = "no_show", absent
    kept.save(update_fields=["state", "absent"])
    holds.release([kept.source])


@transaction.atomic
def told(*, meeting: Meeting, by: Participant, stars: int | None = None, result: str = "") -> None:
    """One side says how useful it was and what comes of it. An agreement counts when both say so."""
    side = "a" if by.pk == meeting.a_id else "b" if by.pk == meeting.b_id else ""
    if not side:
        raise Refused("This is not your meeting.", "본인의 상담이 아닙니다.")
    if stars is not None and stars not in range(1, 6):
        raise Refused("Choose one to five stars.", "별점을 1~5점 가운데 선택해 주십시오.")
    if result and result not in Meeting.Result.values:
        raise Refused("Choose what came of it.", "상담 결과를 선택해 주십시오.")
    kept = (
        Meeting.objects.select_for_update(of=("self",))
        .select_related("day__event", "slot", "a", "b")
        .get(pk=meeting.pk)
    )
    if stars is not None:
        setattr(kept, f"stars_{side}", stars)
    if result:
        setattr(kept, f"result_{side}", result)
    kept.save()
    if kept.result_a == kept.result_b == "agreement":
        _tell_agreement(kept)


def _tell_agreement(m: Meeting) -> None:
    fact = _fact(m, "happened", 1.0)
    fact.source, fact.kind, fact.origin, fact.visibility = (
        f"{m.source}.agreement",
        "contract",
        m.source,
        "managers",
    )
    ledger.record(fact)


def agenda_address(participant: Participant) -> str:
    """The participant's own page; whoever holds it may answer for them."""
    with translation.override(participant.language):
        path = reverse(
            "meetups:participant",
            kwargs={"cluster": participant.day.event.cluster.slug, "key": participant.key},
        )
    return f"{settings.SITE_URL}{path}"


def tell_published(run: Run, people: Iterable[Participant]) -> int:
    """Tell everybody that the timetable stands, or has changed."""
    count = 0
    for person in people:
        if not person.email:
            continue
        event = run.day.event
        with translation.override(person.language):
            title = read(event, "title", person.language)
            mail.write(
                to=person.email, topic="event", dedupe=f"meetups.timetable.{run.pk}.{person.pk}",
                subject=f"[{title}] " + _("Your timetable of 1:1 meetings"),
                text=_("Your 1:1 meetings are planned. Time, table and whom you meet stand on your page, also as a calendar.")
                + f"\n\n{title}\n{wall(event.starts_at, event.zone, person.language)}\n\n{agenda_address(person)}\n",
                language=person.language, cluster=desk_of(event),
            )  # fmt: skip
        count += 1
    return count


def tell_called_off(m: Meeting, by: Participant | None) -> None:
    """Tell those who did not call it off."""
    for person in (m.a, m.b):
        if not person.email or (by and by.pk == person.pk):
            continue
        event = m.day.event
        with translation.override(person.language):
            other = m.b if person.pk == m.a_id else m.a
            text = _("Your meeting with %(name)s at %(time)s does not take place.") % {
                "name": read(other.organisation, "name", person.language),
                "time": wall(m.slot.starts_at, event.zone, person.language),
            }
            mail.write(
                to=person.email, topic="event", dedupe=f"meetups.called_off.{m.pk}.{person.pk}",
                subject=f"[{read(event, 'title', person.language)}] " + _("A meeting does not take place"),
                text=f"{text}\n\n{agenda_address(person)}\n", language=person.language, cluster=desk_of(event),
            )  # fmt: skip


def tell_moved(m: Meeting) -> None:
    """Tell both that their meeting has moved, and why."""
    for person in (m.a, m.b):
        if not person.email:
            continue
        event = m.day.event
        with translation.override(person.language):
            other = m.b if person.pk == m.a_id else m.a
            text = _("Your meeting with %(name)s is now at %(time)s, table %(table)s. It makes room for a meeting after somebody cancelled.") % {
                "name": read(other.organisation, "name", person.language),
                "time": wall(m.slot.starts_at, event.zone, person.language), "table": m.table.number,
            }  # fmt: skip
            mail.write(
                to=person.email, topic="event", dedupe=f"meetups.moved_meeting.{m.pk}.{person.pk}",
                subject=f"[{read(event, 'title', person.language)}] " + _("A meeting has moved"),
                text=f"{text}\n\n{agenda_address(person)}\n", language=person.language, cluster=desk_of(event),
            )  # fmt: skip


def nudge(day: Day) -> int:
    """Write to those who have wished for nobody yet, at most once in two days; give how many."""
    now = timezone.now()
    if day.nudged_at and now - day.nudged_at < NUDGED_EVERY:
        raise Refused(
            "They were written to within the last two days. Wait a little.",
            "최근 이틀 안에 이미 안내했습니다. 잠시 후 다시 시도해 주십시오.",
        )
    count = 0
    for person in day.participants.filter(left_at__isnull=True, wishes__isnull=True).exclude(email=""):
        event = day.event
        with translation.override(person.language):
            mail.write(
                to=person.email, topic="event_news", dedupe=f"meetups.nudge.{person.pk}.{now:%Y%m%d}",
                subject=f"[{read(event, 'title', person.language)}] " + _("Whom would you like to meet?"),
                text=_("You have not chosen anybody yet. Choose on your page; the timetable is made from these wishes.")
                + f"\n\n{agenda_address(person)}\n", language=person.language, cluster=desk_of(event),
            )  # fmt: skip
        count += 1
    day.nudged_at = now
    day.save(update_fields=["nudged_at"])
    return count
