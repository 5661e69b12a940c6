"""An event never promises more places than it has: visitors, organisers and devices press at once, at two web processes.

Each race is one function that gives its tally. It is run with the guards as they are, where nothing may go wrong,
and with the guards off, where the same race has to go wrong (the negative control).
"""

from __future__ import annotations

import itertools
import json
import os
import random
from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.models import Event, Registration
from pumasi.operate.meetups.queries import places
from races import servers
from races.tally import Tally

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow,
]
WALL = "%Y-%m-%dT%H:%M"
PARALLEL = 16
number = itertools.count(1)
# Whoever comes without an account: a cookie for the form's token and nothing else.
VISITORS = [servers.Visitor() for _ in range(64)]


def event_with(given, capacity: int, *, in_days: float = 7, **values) -> Event:
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=in_days)
    event = meetups.draft(
        cluster=given.cluster(), title_ko="배터리 밋업", title_en="Battery meet-up", starts_at=start,
        ends_at=start + timedelta(hours=2), capacity=capacity, **values,
    )  # fmt: skip
    return meetups.publish(event=event)


def path(event: Event, rest: str = "", *, desk: bool = False) -> str:
    return f"/ko/{'desk/' if desk else ''}{event.cluster.slug}/events/{event.pk}/{rest}"


def sign_ups(event: Event, many: int) -> list[servers.Request]:
    """So many visitors who each fill in the form."""
    return [
        visitor.post(
            path(event, "register/"), name=f"방문{n}", email=f"guest{next(number)}@three.example", c_processing="on"
        )
        for n, visitor in zip(range(many), itertools.cycle(VISITORS))
    ]  # fmt: skip


def registered(event: Event, many: int, state: str) -> list[Registration]:
    """Registrations that are there already, written without a mail or a line in the record."""
    return Registration.objects.bulk_create(
        [
            Registration(event=event, name=f"신청{n}", email=f"earlier{next(number)}@three.example", state=state)
            for n in range(many)
        ]
    )  # fmt: skip


def at_once(site: servers.Site, event: Event, tries: int, parallel: int, tally: Tally) -> None:
    answers = site.fire(sign_ups(event, tries), parallel=parallel)
    assert servers.statuses(answers) == {302: tries}, site.told()
    assert event.registrations.count() == tries
    tally.add(tries=tries, confirmed=places.taken(event), expected=event.capacity)


def many_tries_at_few_places(site, given, *, guard) -> Tally:
    """2,000 tries at 500 places, three runs; a small event where nobody asks for the long races."""
    long = "PUMASI_RACE_TRIALS" in os.environ and guard
    tries, capacity, runs = (2000, 500, 3) if long else (160, 40, 1)
    tally = Tally()
    for _ in range(runs):
        at_once(site, event_with(given, capacity), tries, PARALLEL, tally)
    return tally


def sixty_at_once_for_fifty(site, given, *, guard) -> Tally:
    tally = Tally()
    for _ in tally.trials_of(guard=guard):
        at_once(site, event_with(given, 50), 60, 60, tally)
    return tally


def two_at_once_for_the_last_place(site, given, *, guard) -> Tally:
    tally = Tally()
    for _ in tally.trials_of(guard=guard):
        event = event_with(given, 3)
        registered(event, 2, "confirmed")
        answers = site.fire(sign_ups(event, 2), parallel=2)
        assert servers.statuses(answers) == {302: 2}, site.told()
        tally.add(tries=2, confirmed=places.taken(event) - 2, expected=1)
    return tally


def edited(event: Event, capacity: int) -> dict[str, object]:
    """The organiser's form as it stands, with another number of places."""
    zone = ZoneInfo(event.zone)
    return {
        "kind": event.kind, "title_ko": event.title_ko, "title_en": event.title_en, "zone": event.zone,
        "starts": event.starts_at.astimezone(zone).strftime(WALL), "ends": event.ends_at.astimezone(zone).strftime(WALL),
        "visibility": event.visibility, "offer_hours": event.offer_hours, "promotes": "on", "reveals_place": "on",
        "capacity": capacity,
    }  # fmt: skip


def promotion_by_hand_and_by_itself(site, given, *, guard) -> Tally:
    """Three places became free unnoticed. People withdraw, an organiser prefers some, another raises the number of places."""
    manager, tally = servers.Visitor(given.user("cluster_manager")), Tally()
    for _ in tally.trials_of(guard=guard):
        event = event_with(given, 8)
        inside, waiting = registered(event, 5, "confirmed"), registered(event, 16, "waitlisted")
        presses = [
            VISITORS[n].post(f"/ko/{event.cluster.slug}/events/registration/{row.key}/", deed="withdraw")
            for n, row in enumerate((*inside[:2], waiting[0]))
        ]
        presses += [
            manager.post(
                path(event, "act-on/", desk=True), deed="offer", chosen=row.pk, reason="발표자입니다"
            )
            for row in waiting[-8:]
        ]
        presses += [manager.post(path(event, "edit/", desk=True), **edited(event, 9))]
        presses += sign_ups(event, 4)
        random.shuffle(presses)
        answers = site.fire(presses, parallel=PARALLEL)
        # Without the lock they also block each other, and the form is refused where too much is promised already.
        assert servers.statuses(answers) == {302: len(presses)} or not guard, site.told()
        event.refresh_from_db()
        tally.add(tries=len(presses), confirmed=places.taken(event), expected=event.capacity)
    return tally


def two_devices_at_the_door(site, given, *, guard) -> Tally:
    """Both read the same codes and send them at the same moment: each person is checked in once."""
    devices = [servers.Visitor(given.user("cluster_manager")) for _ in range(2)]
    tally = Tally()
    for _ in tally.trials_of(guard=guard):
        event = event_with(given, 40, in_days=0)
        rows = registered(event, 12, "confirmed")
        told = {"codes": [{"code": row.code} for row in rows]}
        answers = site.fire([one.send(path(event, "door/", desk=True), told) for one in devices], parallel=2)
        assert servers.statuses(answers) == {200: 2}, site.told()
        said = [json.loads(answer.body) for answer in answers]
        assert all(len(one["done"]) + len(one["again"]) == len(rows) for one in said)
        tally.add(tries=2 * len(rows), confirmed=sum(len(one["done"]) for one in said), expected=len(rows))
    return tally


Race = Callable[..., Tally]
RACES: dict[str, Race] = {
    "places of an event": many_tries_at_few_places,
    "places of an event, 60 at once for 50": sixty_at_once_for_fifty,
    "the last place, 2 at once": two_at_once_for_the_last_place,
    "promotion from the waiting list": promotion_by_hand_and_by_itself,
    "check-in by two devices": two_devices_at_the_door,
}


@pytest.mark.parametrize("promise", RACES)
def test_the_promise_is_kept(promise, guarded, given, report):
    tally = RACES[promise](guarded, given, guard=True)
    report(promise, tally, guard=True)
    assert tally.conflicts == 0
    assert tally.confirmed == tally.expected, "a place was left empty although somebody asked for it"


@pytest.mark.parametrize("promise", RACES)
def test_without_the_guard_the_same_race_breaks_it(promise, unguarded, given, report):
    """The negative control."""
    tally = RACES[promise](unguarded, given, guard=False)
    report(promise, tally, guard=False)
    assert tally.conflicts > 0
