"""Bringing in the past of another platform: events with answers of numbered people, who came by their own word only."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Person
from pumasi.kit import hangul, recurrence
from pumasi.kit.copying import copy_in
from pumasi.operate.meetups.models import Event, Registration

BASIS = "assumed from RSVP"
# Nobody wrote down when these ended.
LASTED = timedelta(hours=2)
SPACE = uuid.UUID("5b0a1c5e-9a3f-4d4e-8a0e-0f6d1c2b7a90")
ANSWERS = {"yes": "confirmed", "no": "withdrawn", "waitlist": "expired"}


@dataclass(frozen=True)
class PastEvent:
    """An event of the other platform: its id there, title, series and start."""

    key: str
    title: str
    series: str
    starts_at: datetime


@dataclass(frozen=True)
class PastAnswer:
    """What somebody answered: yes, no or waitlist. `person` is a number; names are not known."""

    event: str
    person: str
    response: str


@transaction.atomic
def bring_in(
    *, cluster: Cluster, zone: str, events: Sequence[PastEvent], answers: Iterable[PastAnswer]
) -> dict[str, dict[str, int]]:
    """Write events that had an answer, for managers only; a yes counts as having come, on the basis “assumed from RSVP”.

    What is there already stays as it is, so that a second time creates nothing. Give how many of each were created
    and how many were there.
    """
    recurrence.zone_named(zone)
    told: dict[str, list[PastAnswer]] = {}
    for answer in answers:
        told.setdefault(answer.event, []).append(answer)
    kept = [event for event in events if event.key in told]
    uids = {event.key: uuid.uuid5(SPACE, f"{cluster.slug}:{event.key}") for event in kept}
    known = set(Event.objects.filter(uid__in=uids.values()).values_list("uid", flat=True))
    fresh = [event for event in kept if uids[event.key] not in known]
    people, new_people = _people(cluster, {a.person for event in kept for a in told[event.key]})
    made = dict(
        zip(
            [event.key for event in fresh],
            copy_in([_event(e, cluster, zone, uids[e.key]) for e in fresh]),
            strict=True,
        )
    )
    rows = copy_in([_row(made[e.key], a, people[a.person]) for e in fresh for a in told[e.key]])
    ledger.record_many([_fact(e, made[e.key], told[e.key], people) for e in fresh])
    return {
        "events": {"created": len(fresh), "unchanged": len(kept) - len(fresh), "without_answers": len(events) - len(kept)},
        "answers": {"created": len(rows), "yes": sum(1 for row in rows if row.checked_in_at)},
        "people": {"created": new_people, "unchanged": len(people) - new_people},
    }  # fmt: skip


def _people(cluster: Cluster, numbers: set[str]) -> tuple[dict[str, Person], int]:
    """A person without a name for each number."""
    keys = {f"rsvp:{cluster.slug}:{number}"[:60]: number for number in sorted(numbers)}
    found = {p.external_id: p for p in Person.objects.filter(external_id__in=keys)}
    fresh = copy_in([members.unnamed_person(key) for key in keys if key not in found])
    found |= {p.external_id: p for p in fresh}
    return {keys[key]: person for key, person in found.items()}, len(fresh)


def _event(event: PastEvent, cluster: Cluster, zone: str, uid: uuid.UUID) -> Event:
    title = event.title[:200]
    return Event(
        cluster=cluster, uid=uid, kind="meetup", title_en=title, zone=zone, starts_at=event.starts_at,
        ends_at=event.starts_at + LASTED, visibility="managers", state="published",
        folded=hangul.fold(title).replace(" ", ""), search=hangul.vector_text([(title, "A"), (event.series, "B")]),
    )  # fmt: skip


def _row(event: Event, answer: PastAnswer, person: Person) -> Registration:
    yes = answer.response == "yes"
    return Registration(
        event=event, person=person, name=f"#{answer.person}", state=ANSWERS.get(answer.response, "withdrawn"), origin="import",
        basis=BASIS if yes else "", checked_in_at=event.starts_at if yes else None,
    )  # fmt: skip


def _fact(told: PastEvent, event: Event, answers: list[PastAnswer], people: dict[str, Person]) -> ledger.Fact:
    came = sorted({people[a.person].pk for a in answers if a.response == "yes"})
    return ledger.Fact(
        source=event.source, kind="meetup", cluster=event.cluster_id, starts_at=event.starts_at, ends_at=event.ends_at,
        zone=event.zone, stage="happened" if came else "planned", visibility="managers", basis=BASIS if came else "",
        series=told.series[:120], title_en=event.title_en, parts=[ledger.Seat(None, pk) for pk in came],  # type: ignore[attr-defined]
    )  # fmt: skip
