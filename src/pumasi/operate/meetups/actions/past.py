"""Bringing in the past of another platform: events with numbered people, who came by their own word or as was recorded there."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar

import pgtrigger
from django.db import transaction

from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.models import Line, Part
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation, Person, Relation
from pumasi.kit import hangul, recurrence
from pumasi.kit.copying import analyse, copy_in, gather_index_entries
from pumasi.operate.meetups.models import Event, Registration

BASIS = "assumed from RSVP"
# Nobody wrote down when these ended.
LASTED = timedelta(hours=2)
SPACE = uuid.UUID("5b0a1c5e-9a3f-4d4e-8a0e-0f6d1c2b7a90")
# An answer of somebody who was asked, or (came) what was recorded at the door.
ANSWERS = {"yes": "confirmed", "came": "confirmed", "no": "withdrawn", "waitlist": "expired"}
THERE = ("yes", "came")
# So many events are written at once: a year of a million attendances does not fit into memory as rows.
CHUNK = 500
Tell = Callable[[str, int, int], None]
N = TypeVar("N", Person, Organisation)


@dataclass(frozen=True, slots=True)
class PastEvent:
    """An event of the other platform: its id there, title, series and start."""

    key: str
    title: str
    series: str
    starts_at: datetime


@dataclass(frozen=True, slots=True)
class PastAnswer:
    """What somebody answered (yes, no, waitlist), or that they came. `person` and `organisation` are numbers; names are not known."""

    event: str
    person: str
    response: str
    organisation: str = ""


@dataclass(frozen=True)
class _Numbered:
    """Whom the numbers stand for here."""

    people: dict[str, Person]
    organisations: dict[str, Organisation]

    def seat(self, answer: PastAnswer) -> ledger.Seat:
        found = self.organisations.get(answer.organisation)
        return ledger.Seat(found.pk if found else None, self.people[answer.person].pk)


def _quiet(step: str, done: int, total: int) -> None:
    """Tell nobody."""


@transaction.atomic
def bring_in(
    *,
    cluster: Cluster,
    zone: str,
    events: Sequence[PastEvent],
    answers: Iterable[PastAnswer],
    visibility: str = "managers",
    tell: Tell = _quiet,
) -> dict[str, dict[str, int]]:
    """Write events that had an answer; a yes counts as having come, on the basis “assumed from RSVP”.

    Numbered organisations become members of the cluster. What is there already stays as it is, so that a second time
    creates nothing. Give how many of each were created and how many were there; `tell` hears the step, how many are
    done and of how many.
    """
    recurrence.zone_named(zone)
    gather_index_entries()
    told: dict[str, list[PastAnswer]] = {}
    for answer in answers:
        told.setdefault(answer.event, []).append(answer)
    kept = [event for event in events if event.key in told]
    uids = {event.key: uuid.uuid5(SPACE, f"{cluster.slug}:{event.key}") for event in kept}
    known = set(Event.objects.filter(uid__in=uids.values()).values_list("uid", flat=True))
    fresh = [event for event in kept if uids[event.key] not in known]
    people, new_people = _people(cluster, {a.person for event in kept for a in told[event.key]})
    firms, new_firms = _organisations(
        cluster, {a.organisation for event in kept for a in told[event.key] if a.organisation}
    )
    analyse(Person, Organisation)
    who = _Numbered(people, firms)
    written = came = 0
    for turn, begin in enumerate(range(0, len(fresh), CHUNK)):
        chunk = fresh[begin : begin + CHUNK]
        made = copy_in([_event(e, cluster, zone, uids[e.key], visibility) for e in chunk])
        pairs = list(zip(chunk, made, strict=True))
        with _untold():
            rows = copy_in([_row(row, a, who) for e, row in pairs for a in told[e.key]])
        ledger.record_many([_fact(e, row, told[e.key], who) for e, row in pairs], told=False)
        written += len(rows)
        came += sum(1 for row in rows if row.checked_in_at)
        if turn & (turn - 1) == 0:  # after the first, second, third, fifth, ninth ... part
            analyse(Event, Registration, Line, Part)
        tell("events", begin + len(chunk), len(fresh))
    found = {
        "events": {"created": len(fresh), "unchanged": len(kept) - len(fresh), "without_answers": len(events) - len(kept)},
        "answers": {"created": written, "yes": came},
        "people": {"created": new_people, "unchanged": len(people) - new_people},
    }  # fmt: skip
    if firms:
        found["organisations"] = {"created": new_firms, "unchanged": len(firms) - new_firms}
    return found


def _untold() -> AbstractContextManager[None]:
    """A number that came, and its person, say themselves that they were brought in: their history begins with what changes later."""
    return pgtrigger.ignore("members.Person:insert_insert", "meetups.Registration:insert_insert")  # type: ignore[no-any-return]


def _people(cluster: Cluster, numbers: set[str]) -> tuple[dict[str, Person], int]:
    """A person without a name for each number."""
    with _untold():
        found, fresh = _numbered(
            Person, f"rsvp:{cluster.slug}", numbers, lambda key, _: members.unnamed_person(key)
        )
    return found, len(fresh)


def _organisations(cluster: Cluster, numbers: set[str]) -> tuple[dict[str, Organisation], int]:
    """A member of the cluster for each number, called by it."""

    def called(key: str, number: str) -> Organisation:
        names = {"name_ko": f"기업·기관 {number}", "name_en": f"Organisation {number}"}
        return members.index(Organisation(external_id=key, kind="company", **names))

    found, fresh = _numbered(Organisation, f"past:{cluster.slug}", numbers, called)
    copy_in([Relation(organisation=one, cluster=cluster, kind="member", state="active") for one in fresh])
    return found, len(fresh)


def _numbered(
    kind: type[N], prefix: str, numbers: set[str], make: Callable[[str, str], N]
) -> tuple[dict[str, N], Sequence[N]]:
    """Whom the numbers stand for, made where nobody is known by their key; all of them, and those that are new."""
    keys = {f"{prefix}:{number}"[:60]: number for number in sorted(numbers)}
    known = {one.external_id: one for one in kind.objects.filter(external_id__in=keys)}
    fresh = copy_in([make(key, number) for key, number in keys.items() if key not in known])
    known |= {one.external_id: one for one in fresh}
    return {keys[key]: one for key, one in known.items()}, fresh


def _event(event: PastEvent, cluster: Cluster, zone: str, uid: uuid.UUID, visibility: str) -> Event:
    title = event.title[:200]
    return Event(
        cluster=cluster, uid=uid, kind="meetup", title_en=title, zone=zone, starts_at=event.starts_at,
        ends_at=event.starts_at + LASTED, visibility=visibility, state="published",
        folded=hangul.fold(title).replace(" ", ""), search=hangul.vector_text([(title, "A"), (event.series, "B")]),
    )  # fmt: skip


def _row(event: Event, answer: PastAnswer, who: _Numbered) -> Registration:
    return Registration(
        event=event, person=who.people[answer.person], name=f"#{answer.person}", organisation=who.organisations.get(answer.organisation),
        state=ANSWERS.get(answer.response, "withdrawn"), origin="import", basis=BASIS if answer.response == "yes" else "",
        checked_in_at=event.starts_at if answer.response in THERE else None,
    )  # fmt: skip


def _fact(told: PastEvent, event: Event, answers: list[PastAnswer], who: _Numbered) -> ledger.Fact:
    came = sorted({who.seat(a) for a in answers if a.response in THERE}, key=str)
    assumed = any(a.response == "yes" for a in answers)
    return ledger.Fact(
        source=event.source, kind="meetup", cluster=event.cluster_id, starts_at=event.starts_at, ends_at=event.ends_at,
        zone=event.zone, stage="happened" if came else "planned", visibility=event.visibility, basis=BASIS if assumed else "",
        series=told.series[:120], title_en=event.title_en, parts=came,  # type: ignore[attr-defined]
    )  # fmt: skip
