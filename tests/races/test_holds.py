"""Nobody and nothing is taken twice: participants book 1:1 meetings and offices publish timetables at two web processes.

As in test_places.py each race gives its tally and is run with the guards and without. Here the guards are locks, the
exclusion constraint of holds, and the two unique indices of meetings; the negative control takes all of them away.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from pumasi.commons.holds.models import Hold
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.actions import days
from pumasi.operate.meetups.models import Day, Meeting, Participant, Run
from races import servers
from races.tally import Tally

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow,
]
SLOTS = 4


@contextmanager
def without_constraints() -> Iterator[None]:
    """The database lets a thing be held twice and a table be used twice; it does not again once the meetings are gone."""
    kept = {}
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE holds_hold DROP CONSTRAINT hold_nothing_twice")
        for name in ("meeting_alone_at_its_table", "meeting_once_a_pair"):
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE indexname = %s", [name])
            kept[name] = cursor.fetchone()[0]
            cursor.execute(f"DROP INDEX {name}")
    try:
        yield
    finally:
        clear()
        with connection.cursor() as cursor:
            cursor.execute(
                "ALTER TABLE holds_hold ADD CONSTRAINT hold_nothing_twice EXCLUDE USING gist "
                "(thing_id WITH =, place WITH =, period WITH &&) WHERE (released_at IS NULL)"
            )
            for definition in kept.values():
                cursor.execute(definition)


def clear() -> None:
    """No meetings, nothing taken."""
    Meeting.objects.all().delete()
    Hold.objects.all().delete()


def a_day(given, *, mode: str, tables: int) -> Day:
    start = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=7)
    event = meetups.draft(
        cluster=given.cluster(), kind="brokerage", title_ko="상담회", title_en="1:1 day", starts_at=start,
        ends_at=start + timedelta(hours=4),
    )  # fmt: skip
    meetups.publish(event=event)
    return days.set_up(event=event, first=start, minutes=25, pause=5, slots=SLOTS, tables=tables, mode=mode)


def join(given, day: Day, many: int, **values) -> list[Participant]:
    return [
        days.join(day=day, organisation=given.organisation(), name=f"상담{n}", **values) for n in range(many)
    ]


def booking(me: Participant, about: Participant, slot) -> servers.Request:
    address = f"/ko/{me.day.event.cluster.slug}/meetings/{me.key}/"
    return servers.Visitor().post(address, deed="book", about=about.pk, slot=slot.pk)


def doubled() -> int:
    """Counted plainly from the meetings that stand: how often a person or a table is somewhere a second time at once."""
    seen: Counter[tuple[object, ...]] = Counter()
    for m in Meeting.objects.filter(state="scheduled").select_related("a", "b", "slot"):
        for one in (m.a, m.b):
            who = ("person", one.person_id) if one.person_id else ("participant", one.pk)
            seen[(*who, m.slot.starts_at)] += 1
        seen["table", m.table_id, m.slot_id] += 1
    return sum(count - 1 for count in seen.values())


def one_person_at_two_days(site, given, *, guard) -> Tally:
    """The same person takes part in two 1:1 days at the same hours and is asked for at both at once: one meeting."""
    person, tally = given.person(), Tally()
    places = []
    for _ in range(2):
        day = a_day(given, mode="self", tables=3)
        [busy] = join(given, day, 1, person=person)
        places.append((busy, join(given, day, 1)[0], list(day.slots.all())))
    for n in tally.trials_of(guard=guard):
        clear()
        asked = [booking(other, busy, slots[n % SLOTS]) for busy, other, slots in places]
        answers = site.fire(asked, parallel=2)
        assert set(servers.statuses(answers)) <= {302, 422}, site.told()
        made = Meeting.objects.filter(state="scheduled").count()
        tally.add(tries=2, confirmed=made, expected=1, conflicts=doubled())
    return tally


def a_table_and_two_people_once(site, given, *, guard) -> Tally:
    """Four participants and two tables: everybody asks everybody for the same slot at once, which fills both tables."""
    day, tally = a_day(given, mode="self", tables=2), Tally()
    people, slot = join(given, day, 4), day.slots.first()
    asked = [booking(one, other, slot) for one, other in itertools.permutations(people, 2)]
    for _ in tally.trials_of(guard=guard):
        clear()
        answers = site.fire(asked, parallel=len(asked))
        assert set(servers.statuses(answers)) <= {302, 422}, site.told()
        made = day.meetings.filter(state="scheduled").count()
        tally.add(tries=len(asked), confirmed=made, expected=2, conflicts=doubled())
    return tally


def two_timetables_published_at_once(site, given, *, guard) -> Tally:
    """Two offices publish two plans of one day at the same moment: what stands afterwards is one of them, whole."""
    day, tally = a_day(given, mode="run", tables=4), Tally()
    people, slots, tables = join(given, day, 8), list(day.slots.all()), list(day.tables.all())
    planned = [
        [
            [people[i].pk, people[4 + (i + s + shift) % 4].pk, slots[s].pk, tables[i].pk, None, 1.0]
            for s in range(SLOTS)
            for i in range(4)
        ]
        for shift in (0, 1)
    ]
    plans = [Run.objects.create(day=day, placed=len(rows), meetings=rows) for rows in planned]
    offices = [servers.Visitor(given.user("cluster_manager")) for _ in range(2)]
    address = f"/ko/desk/{day.event.cluster.slug}/events/{day.event.pk}/meetings/"
    pressed = [
        one.post(address, deed="publish", run=plan.pk) for one, plan in zip(offices, plans, strict=True)
    ]
    for _ in tally.trials_of(guard=guard):
        clear()
        answers = site.fire(pressed, parallel=2)
        assert servers.statuses(answers) == {302: 2}, site.told()
        standing = day.meetings.filter(state="scheduled")
        rows = sorted(standing.values_list("a", "b", "slot", "table"))
        whole = rows in [sorted(tuple(row[:4]) for row in plan) for plan in planned]
        held = Hold.objects.filter(released_at__isnull=True).count()
        tally.add(
            tries=2 * len(planned[0]), confirmed=len(rows), expected=len(planned[0]),
            conflicts=doubled() + (not whole) + (held != 3 * len(rows)),
        )  # fmt: skip
    return tally


Race = Callable[..., Tally]
RACES: dict[str, Race] = {
    "1:1 meetings: one person, two days": one_person_at_two_days,
    "1:1 meetings: tables and people of one slot": a_table_and_two_people_once,
    "1:1 meetings: two timetables published": two_timetables_published_at_once,
}


@pytest.mark.parametrize("promise", RACES)
def test_the_promise_is_kept(promise, guarded, given, report):
    tally = RACES[promise](guarded, given, guard=True)
    report(promise, tally, guard=True)
    assert tally.conflicts == 0
    assert tally.confirmed == tally.expected


@pytest.mark.parametrize("promise", RACES)
def test_without_the_guards_the_same_race_breaks_it(promise, unguarded, given, report):
    """The negative control."""
    with without_constraints():
        tally = RACES[promise](unguarded, given, guard=False)
        report(promise, tally, guard=False)
    assert tally.conflicts > 0
