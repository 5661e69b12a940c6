"""A 1:1 day from wishes to the live board: planned with a bound, published as holds, planned on without those who left."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pumasi.commons.holds import api as holds
from pumasi.commons.holds.models import Hold
from pumasi.commons.ledger.models import Line
from pumasi.commons.mail.models import Message
from pumasi.kit.refused import Refused
from pumasi.operate.meetups.actions import days, meetings, replanning, runs
from pumasi.operate.meetups.models import Meeting, Participant

pytestmark = pytest.mark.django_db


@pytest.fixture
def a_day(an_event, given):
    """Makes a day of six slots and three tables with so many participants, each wishing for the next three."""

    def make(people=8, wishes=3, *, tables=3, mode="run", in_days=7, **settings):
        event = an_event(kind="brokerage", hours=5, in_days=in_days)
        day = days.set_up(
            event=event,
            first=event.starts_at,
            minutes=25,
            pause=5,
            slots=6,
            tables=tables,
            mode=mode,
            **settings,
        )
        made = [
            days.join(
                day=day, organisation=given.organisation(), name=f"상담{n}", email=f"p{n}@seven.example"
            )
            for n in range(people)
        ]
        for n, one in enumerate(made):
            for step in range(1, wishes + 1):
                days.wish(by=one, about=made[(n + step) % people], strength="meet")
        return day, made

    return make


def conflicts(day) -> int:
    """Counted plainly from the published meetings."""
    seen, wrong = set(), 0
    for m in day.meetings.filter(state="scheduled"):
        for key in (("p", m.a_id, m.slot_id), ("p", m.b_id, m.slot_id), ("t", m.table_id, m.slot_id)):
            wrong += key in seen
            seen.add(key)
    return wrong


def test_a_plan_changes_nothing_until_it_is_published(a_day):
    day, _people = a_day()
    run = runs.run(day=day)
    assert run.placed == len(run.meetings) == 18, "six slots with three tables are all used"
    assert run.ratio > 0.99
    assert len(run.unplaced) + run.placed == run.settings["requests"]
    assert not day.meetings.exists() and not Hold.objects.exists()
    told = runs.publish(run=run)
    assert told["made"] == 18 and conflicts(day) == 0
    assert Hold.objects.filter(released_at__isnull=True).count() == 18 * 3
    assert Line.objects.filter(kind="meeting", stage="planned").count() == 18
    assert Message.objects.filter(dedupe__startswith="meetups.timetable").count() == told["letters"] == 8


def test_publishing_anew_touches_only_what_changed(a_day):
    day, people = a_day()
    runs.publish(run=runs.run(day=day))
    before = set(day.meetings.filter(state="scheduled").values_list("pk", flat=True))
    again = runs.publish(run=runs.run(day=day))
    assert again == {"kept": 18, "ended": 0, "made": 0, "letters": 0}
    first = day.meetings.filter(state="scheduled").select_related("a", "b").first()
    days.decide(day=day, a=first.a, b=first.b, kind="forbid")
    told = runs.publish(run=runs.run(day=day))
    assert not day.meetings.filter(
        state="scheduled", a__in=[first.a, first.b], b__in=[first.a, first.b]
    ).exists()
    assert told["kept"] > 0 and conflicts(day) == 0
    assert before & set(day.meetings.filter(state="scheduled").values_list("pk", flat=True))
    assert people


def test_pins_hold_their_slot(a_day):
    day, people = a_day()
    slot = day.slots.get(number=4)
    days.decide(day=day, a=people[0], b=people[4], kind="pin", slot=slot)
    days.decide(day=day, a=people[1], b=people[5], kind="pin")
    runs.publish(run=runs.run(day=day))
    pinned = day.meetings.get(a=people[0], b=people[4])
    assert pinned.slot == slot and conflicts(day) == 0
    assert day.meetings.filter(a=people[1], b=people[5], state="scheduled").exists()


def test_nobody_is_in_two_places_across_rooms(a_day, given):
    day, _people = a_day(people=4, wishes=3)
    person = given.person()
    busy = days.join(day=day, organisation=given.organisation(), name="바쁜이", person=person)
    for other in day.participants.exclude(pk=busy.pk):
        days.wish(by=busy, about=other, strength="must")
    thing = holds.thing(kind="person", key=f"members.person.{person.pk}")
    slots = list(day.slots.all())
    holds.take([holds.Want(thing, slots[0].starts_at, slots[2].ends_at, "elsewhere.1")])
    run = runs.run(day=day)
    numbers = {slot.pk: slot.number for slot in slots}
    mine = [row for row in run.meetings if busy.pk in row[:2]]
    assert mine and all(numbers[row[2]] > 2 for row in mine)
    at = next(slot for slot in slots if slot.pk == mine[0][2])
    holds.take([holds.Want(thing, at.starts_at, at.ends_at, "elsewhere.2")])
    with pytest.raises(Refused, match="taken elsewhere"):
        runs.publish(run=run)
    assert not day.meetings.exists(), "nothing is half published"


def test_never_and_declined_are_not_planned(a_day):
    day, people = a_day(people=6, wishes=1)
    days.wish(by=people[1], about=people[0], strength="never")
    wish = people[2].wishes.get()
    days.answer(wish=wish, accepted=False)
    pairs = {frozenset(row[:2]) for row in runs.run(day=day).meetings}
    assert frozenset((people[0].pk, people[1].pk)) not in pairs
    assert frozenset((people[2].pk, people[3].pk)) not in pairs


def test_interpreters_are_held_and_missed(a_day, given):
    day, _people = a_day(people=0, wishes=0, interpreters=[("김보라", ["ko", "en"])])
    korean = [
        days.join(day=day, organisation=given.organisation(), name=f"한{n}", languages=["ko"])
        for n in range(4)
    ]
    foreign = [
        days.join(day=day, organisation=given.organisation(), name=f"En{n}", languages=["en"])
        for n in range(3)
    ]
    for one in korean:
        for other in foreign:
            days.wish(by=one, about=other, strength="meet")
    run = runs.run(day=day)
    assert run.placed == 6, "one interpreter, six slots"
    assert {row[3] for row in run.unplaced} == {"interpreter"}
    runs.publish(run=run)
    assert Hold.objects.filter(thing__kind="interpreter").count() == 6


def test_wishes_are_limited_and_end(a_day):
    day, people = a_day(people=5, wishes=2, most_wishes=2)
    with pytest.raises(Refused, match="2 wishes already"):
        days.wish(by=people[0], about=people[3], strength="meet")
    days.wish(by=people[0], about=people[3], strength="never")
    day.wishes_until = timezone.now() - timedelta(minutes=1)
    day.save()
    people[0].day.refresh_from_db()
    with pytest.raises(Refused, match="time for wishes is over"):
        days.wish(by=people[0], about=people[1], strength="must")


def test_self_booking_finds_a_table_or_says_why_not(a_day):
    day, people = a_day(people=8, wishes=0, tables=1, mode="self")
    slot = day.slots.first()
    made = days.book(day=day, a=people[0], b=people[1], slot=slot)
    with pytest.raises(Refused, match="All tables are taken"):
        days.book(day=day, a=people[2], b=people[3], slot=slot)
    with pytest.raises(Refused, match="a meeting already"):
        days.book(day=day, a=people[1], b=people[0], slot=day.slots.get(number=2))
    days.call_off(meeting=made, by=people[0])
    assert Message.objects.filter(dedupe__startswith="meetups.called_off").count() == 1
    assert days.book(day=day, a=people[2], b=people[3], slot=slot).table.number == 1


def test_meetings_held_reach_the_record_and_agreements_need_both(a_day):
    day, _people = a_day()
    runs.publish(run=runs.run(day=day))
    one, two, three = day.meetings.all()[:3]
    meetings.took_place(meeting=one)
    meetings.missed(meeting=two, absent=two.a)
    line = Line.objects.filter(source=one.source).latest("revision")
    assert (line.stage, line.origin) == ("happened", day.event.source)
    assert not Hold.objects.filter(source=two.source, released_at__isnull=True).exists()
    meetings.told(meeting=one, by=one.a, stars=5, result="agreement")
    assert not Line.objects.filter(kind="contract").exists()
    meetings.told(meeting=one, by=one.b, stars=4, result="agreement")
    assert Line.objects.filter(kind="contract", origin=one.source).exists()
    outsider = Participant.objects.exclude(pk__in=[three.a_id, three.b_id]).first()
    with pytest.raises(Refused):
        meetings.told(meeting=three, by=outsider, stars=1)


def test_55_held_of_73_accepted_is_75_percent(a_day):
    from pumasi.kit.numbers import share
    from pumasi.operate.meetups.queries import days as asked

    day, _people = a_day(people=40, wishes=4, tables=20)
    runs.publish(run=runs.run(day=day))
    rows = list(day.meetings.filter(state="scheduled").values_list("pk", flat=True))
    assert len(rows) >= 73
    Meeting.objects.filter(pk__in=rows[73:]).update(state="cancelled")
    for pk in rows[:55]:
        meetings.took_place(meeting=Meeting.objects.get(pk=pk))
    told = asked.realisation(day)
    assert (told["held"], told["accepted"]) == (55, 73)
    assert "75" in share(told["held"], told["accepted"], "en")


def test_planning_on_moves_few_and_tells_them_why(a_day):
    day, people = a_day(people=20, wishes=5, tables=4)
    runs.publish(run=runs.run(day=day))
    gone = {people[0].pk, people[7].pk}
    shown = replanning.preview(day=day, gone=gone, most=4)
    assert day.meetings.filter(state="scheduled").count() == 24, "looking changes nothing"
    assert shown.people_moved <= 4
    before = {m.pk: (m.slot_id, m.table_id) for m in day.meetings.filter(state="scheduled")}
    told = replanning.plan_on(day=day, gone=gone, most=4)
    assert conflicts(day) == 0
    standing = day.meetings.filter(state="scheduled")
    assert not standing.filter(a__in=gone).exists() and not standing.filter(b__in=gone).exists()
    moved = {m.pk for m, _slot, _table in told.moved}
    for m in standing.filter(pk__in=before):
        assert (m.slot_id, m.table_id) == before[m.pk]
    assert Message.objects.filter(dedupe__startswith="meetups.moved_meeting").count() == 2 * len(moved)
    held = Hold.objects.filter(released_at__isnull=True, thing__kind="table").count()
    assert held == standing.count()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_pages_of_a_day(an_event, sign_up, given, language):
    event = an_event(kind="brokerage", hours=5)
    manager = Client()
    manager.force_login(given.user("cluster_manager"))
    base = f"/{language}/desk/hangang/events/{event.pk}/meetings/"
    local = event.starts_at.astimezone(__import__("zoneinfo").ZoneInfo("Asia/Seoul"))
    settings = {"deed": "set_up", "first": local.strftime("%Y-%m-%dT%H:%M"), "minutes": "25", "pause": "5", "slots": "4", "tables": "2",
                "mode": "run", "most_wishes": "5", "dial": "25", "fairness": "1", "interpreters": "김보라: ko, en", "wishes_until": ""}  # fmt: skip
    assert manager.get(base).status_code == 200
    assert manager.post(base, {**settings, "slots": "40"}).status_code == 422
    assert manager.post(base, {**settings, "interpreters": "nobody"}).status_code == 422
    assert manager.post(base, settings).status_code == 302
    keys = []
    for n in range(4):
        row = sign_up(event, organisation=given.organisation(), name=f"사람{n}")
        join = reverse("meetups:join", kwargs={"cluster": "hangang", "key": row.key})
        answer = Client().post(
            join, {"kind": "buyer", "languages": ["ko"], "offers_ko": "시험 장비", "away": ["0"]}
        )
        assert answer.status_code == 302
        keys.append(answer["Location"])
    people = list(Participant.objects.order_by("pk"))
    for n, url in enumerate(keys):
        assert (
            Client()
            .post(url, {"deed": "wish", "about": people[(n + 1) % 4].pk, "strength": "must"})
            .status_code
            == 302
        )
        assert Client().post(url, {"deed": "bookmark", "about": people[(n + 2) % 4].pk}).status_code == 302
    assert Client().post(keys[1], {"deed": "accept", "wish": people[1].wished.get().pk}).status_code == 302
    assert manager.post(base, {"deed": "run"}).status_code == 302
    run = event.day.runs.get()
    page = manager.get(base).content.decode()
    assert f"{run.placed}" in page
    assert manager.post(base, {"deed": "publish", "run": run.pk}).status_code == 302
    mine = Client().get(keys[0])
    assert (
        mine.status_code == 200
        and getattr(people[1].organisation, f"name_{mine['Content-Language']}") in mine.content.decode()
    )
    for name in ("agenda.ics",):
        assert Client().get(keys[0] + name).status_code == 200
    assert manager.get(base + "board/").status_code == 200
    meeting = event.day.meetings.first()
    assert (
        manager.post(base + "board/", {"deed": "held", "meeting": meeting.pk, "slot": "1"}).status_code == 302
    )
    shown = manager.post(base + "board/", {"deed": "preview", "gone": [people[3].pk], "most": "2"})
    assert shown.status_code == 200
    assert (
        manager.post(base + "board/", {"deed": "plan_on", "gone": [people[3].pk], "most": "2"}).status_code
        == 302
    )
    assert Participant.objects.get(pk=people[3].pk).left_at
