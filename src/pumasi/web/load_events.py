"""The sample's gatherings as events with registrations, a waiting list and a 1:1 day to be planned."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pgtrigger
from django.db import connection
from django.utils import timezone

from pumasi.commons.holds.models import Hold, Thing
from pumasi.commons.members.models import Batch, Cluster
from pumasi.kit import hangul
from pumasi.kit.copying import copy_in
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.models import Event, Participant, Rating, Registration, Series, Wish
from pumasi.web.sample import SampleCluster, shapes

# So many of those who registered for the next meet-up find it full.
WAITING = 3
# In so many days the next 1:1 day takes place; who speaks what there, in turn.
AHEAD = 16
SPOKEN = (["ko"], ["ko", "en"], ["ko"], ["ko"], ["en"])
SUMMARIES = {
    "meetup": ("서로의 과제를 나누고 함께 풀 상대를 찾는 자리입니다.", "Share what you are working on and find who can help."),
    "talk": ("현장의 경험을 듣고 질문하는 시간입니다.", "Hear from practice, and ask."),
    "workshop": ("직접 해 보며 배우는 실습입니다.", "Learn by doing it."),
    "round_table": ("적은 인원이 한 가지 주제를 깊이 논의합니다.", "A few people, one question, in depth."),
    "conference": ("한 해의 성과와 다음 과제를 함께 봅니다.", "The year's results and what comes next."),
    "welcome": ("새로 들어온 기업·기관을 소개합니다.", "Meet those who have just arrived."),
    "demo_day": ("보육기업이 투자자 앞에서 발표합니다.", "Start-ups present to investors."),
    "visit": ("시설을 둘러보고 담당자를 만납니다.", "See the place and meet the people who run it."),
    "brokerage": ("미리 신청한 상대와 1:1로 상담합니다.", "One-to-one meetings with those you asked for."),
}  # fmt: skip


@dataclass(frozen=True)
class Loaded:
    """An event of the sample: how the record names it and its series, and who is on its waiting list."""

    source: str
    series: str
    waiting: set[str] = field(default_factory=set)


def load(
    told: SampleCluster, cluster: Cluster, batch: Batch, organisations: dict[str, int], people: dict[str, int]
) -> dict[str, Loaded]:
    """Write events and registrations; give them by the gathering's key. Closed meetings are no events."""
    shown = [g for g in told.gatherings if g.kind in Event.Kind.values]
    series = _series(told, shown, cluster)
    numbers: dict[str, int] = {}
    rows = []
    for g in shown:
        kept = series.get(g.series or "")
        number = numbers.get(g.series or "", 0)
        numbers[g.series or ""] = number + 1
        rows.append(_event(g, cluster, batch, organisations[g.host], kept, number if kept else None))
    events = Event.objects.bulk_create(rows)
    meetups.add_standard_consents(events)
    full, names = _next_meetup(shown), {p.key: p for p in told.people}
    loaded = {}
    with pgtrigger.ignore():
        made: list[Registration] = []
        for g, event in zip(shown, events, strict=True):
            there = _once(g)
            waiting = {a.person for a in there[-WAITING:]} if g is full else set()
            if g is full:
                Event.objects.filter(pk=event.pk).update(capacity=len(there) - WAITING)
            made += _registrations(names, g, event, there, waiting, organisations, people)
            source = f"meetups.series.{event.series_id}" if event.series_id else ""
            loaded[g.key] = Loaded(event.source, source, waiting)
        _rated(copy_in(made))
    _day(shown, events)
    return loaded


def _series(told: SampleCluster, shown: list[shapes.Gathering], cluster: Cluster) -> dict[str, Series]:
    found = {}
    for one in told.series:
        first = next((g for g in shown if g.series == one.key), None)
        if first is None:
            continue
        wall = first.starts_at.astimezone(ZoneInfo(first.zone))
        minutes = round((first.ends_at - first.starts_at) / timedelta(minutes=1))
        found[one.key] = Series.objects.create(
            cluster=cluster, rule=one.rrule[:300], zone=one.zone, first_day=wall.date(), wall_time=wall.time(), minutes=minutes,
            title_ko=one.name_ko, title_en=one.name_en,
        )  # fmt: skip
    return found


def _event(
    g: shapes.Gathering, cluster: Cluster, batch: Batch, host: int, series: Series | None, number: int | None
) -> Event:
    ko, en = SUMMARIES.get(g.kind, ("", ""))
    text = hangul.vector_text(
        [(f"{g.title_ko} {g.title_en}", "A"), (f"{ko} {en} {g.place_ko} {g.place_en}", "B")]
    )
    return Event(
        cluster=cluster, batch=batch, series=series, number=number, kind=g.kind, title_ko=g.title_ko, title_en=g.title_en,
        summary_ko=ko, summary_en=en, place_ko=g.place_ko, place_en=g.place_en, zone=g.zone, starts_at=g.starts_at,
        ends_at=g.ends_at, host_id=host, visibility=g.visibility, capacity=g.capacity, state="published",
        folded="\n".join(hangul.fold(name).replace(" ", "") for name in (g.title_ko, g.title_en)), search=text,
    )  # fmt: skip


def _next_meetup(shown: list[shapes.Gathering]) -> shapes.Gathering | None:
    ahead = [g for g in shown if g.stage == "planned" and g.kind == "meetup" and g.visibility == "public"]
    return next((g for g in ahead if len(_once(g)) > WAITING + 2), None)


def _once(g: shapes.Gathering) -> list[shapes.Attendance]:
    """Each person once, who sat at several tables too."""
    return list({a.person: a for a in g.attendance}.values())


def _registrations(
    names: dict[str, shapes.Person],
    g: shapes.Gathering,
    event: Event,
    there: Iterable[shapes.Attendance],
    waiting: set[str],
    organisations: dict[str, int],
    people: dict[str, int],
) -> list[Registration]:
    came = g.starts_at if g.stage == "happened" else None
    now = timezone.now()
    return [
        Registration(
            event=event, person_id=people[a.person], organisation_id=organisations[a.organisation],
            name=names[a.person].name_ko, email=names[a.person].email, language=names[a.person].language,
            state="waitlisted" if a.person in waiting else "confirmed", proved_at=now, checked_in_at=came,
            consents={"processing": True, "attendees": names[a.person].named, "photos": False},
        )
        for a in there
    ]  # fmt: skip


def _rated(made: Sequence[Registration]) -> None:
    """Some of those who came in the last months said how it was."""
    chance = random.Random("sample ratings")
    since = timezone.now() - timedelta(days=120)
    came = [row for row in made if row.checked_in_at and row.checked_in_at > since]
    Rating.objects.bulk_create(
        [
            Rating(registration=row, stars=chance.choices((3, 4, 5), (1, 4, 5))[0])
            for row in came
            if chance.random() < 0.45
        ]
    )


def _day(shown: list[shapes.Gathering], events: list[Event]) -> None:
    """The next 1:1 day, sixteen days ahead: those of the last one come again, with wishes that wait to be planned."""
    last = next(
        (e for g, e in reversed(list(zip(shown, events, strict=True))) if g.kind == "brokerage"), None
    )
    if last is None:
        return
    shift = timedelta(days=(timezone.now() - last.starts_at).days + AHEAD)
    event = meetups.draft(
        cluster=last.cluster, kind="brokerage", title_ko=last.title_ko, title_en=last.title_en, host=last.host, batch=last.batch,  # type: ignore[attr-defined]
        summary_ko=last.summary_ko, summary_en=last.summary_en, place_ko=last.place_ko, place_en=last.place_en, zone=last.zone,  # type: ignore[attr-defined]
        visibility="members", capacity=40, starts_at=last.starts_at + shift, ends_at=last.ends_at + shift,
    )  # fmt: skip
    came = list(last.registrations.select_related("organisation", "person").order_by("pk"))
    names = ("person", "organisation", "name", "email", "language", "consents")
    now = timezone.now()
    rows = copy_in(
        [
            Registration(
                event=event, state="confirmed", proved_at=now, **{name: getattr(one, name) for name in names}
            )
            for one in came
        ]
    )
    meetups.publish(event=event)
    day = meetups.set_up_day(
        event=event,
        first=event.starts_at,
        minutes=25,
        pause=5,
        slots=8,
        tables=8,
        interpreters=[("민가을", ["ko", "en"])],
    )
    kinds = {"investor": "buyer", "accelerator": "buyer", "company": "startup"}
    _wishes(
        [
            meetups.join_day(
                day=day, organisation=row.organisation, name=row.name, email=row.email, person=row.person, registration=row,
                kind=kinds.get(row.organisation.kind, "other"), languages=SPOKEN[n % len(SPOKEN)], language=row.language,
            )
            for n, row in enumerate(rows)
            if row.organisation
        ],
        random.Random("sample wishes"),
    )  # fmt: skip


def _wishes(joined: list[Participant], chance: random.Random) -> None:
    made: list[Wish] = []
    for one in joined:
        others = [other for other in joined if other.organisation_id != one.organisation_id]
        chosen = chance.sample(others, min(4, len(others)))
        made += [
            Wish(by=one, about=other, strength=chance.choices(("must", "meet"), (1, 4))[0])
            for other in chosen
        ]
    Wish.objects.bulk_create(made)


def remove(cluster: Cluster) -> None:
    """Take the cluster's events out, with everything that hangs on them and their history."""
    events = Event.objects.filter(cluster=cluster)
    meetings = [f"meetups.meeting.{pk}" for pk in events.values_list("day__meetings__pk", flat=True) if pk]
    ids = list(events.values_list("pk", flat=True))
    registrations = list(Registration.objects.filter(event__in=ids).values_list("pk", flat=True))
    tables: list[tuple[str, list[Any]]] = [
        ("meetups_eventevent", ids),
        ("meetups_registrationevent", registrations),
        (
            "meetups_participantevent",
            list(Participant.objects.filter(day__event__in=ids).values_list("pk", flat=True)),
        ),
        ("meetups_meetingevent", [int(name.rpartition(".")[2]) for name in meetings]),
    ]
    things = Hold.objects.filter(source__in=meetings).values_list("thing", flat=True)
    touched = set(things)
    Hold.objects.filter(source__in=meetings).delete()
    Thing.objects.filter(pk__in=touched, holds=None).delete()
    Registration.objects.filter(event__in=ids).delete()
    events.delete()
    Series.objects.filter(cluster=cluster).delete()
    with pgtrigger.ignore(), connection.cursor() as cursor:
        for table, keys in tables:
            cursor.execute(f"DELETE FROM {table} WHERE pgh_obj_id = ANY(%s)", [keys])  # noqa: S608  # our own names
