"""Places and the waiting list: first come first served, parties together or not at all, never more than there are."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.models import Line
from pumasi.commons.mail.models import Message
from pumasi.kit.refused import Refused
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.actions import events as making
from pumasi.operate.meetups.actions import places, register
from pumasi.operate.meetups.models import Registration

pytestmark = pytest.mark.django_db


def states(event) -> list[str]:
    return list(event.registrations.order_by("pk").values_list("state", flat=True))


def test_places_fill_then_people_wait(an_event, sign_up):
    event = an_event(capacity=2)
    for _ in range(4):
        sign_up(event)
    assert states(event) == ["confirmed", "confirmed", "waitlisted", "waitlisted"]
    assert meetups.free(event) == 0


def test_a_place_given_back_is_offered_to_the_first_who_waits(an_event, sign_up):
    event = an_event(capacity=1)
    first, second, third = sign_up(event), sign_up(event), sign_up(event)
    meetups.withdraw(registration=first)
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.state, third.state) == ("offered", "waitlisted")
    assert second.offered_until > timezone.now()
    assert Message.objects.filter(to=second.email, dedupe__startswith="meetups.offered").exists()
    assert meetups.accept(registration=second).state == "confirmed"


def test_nobody_passes_the_queue_although_a_place_is_free(an_event, sign_up):
    event = an_event(capacity=2, promotes=False)
    first, _second, third = sign_up(event), sign_up(event), sign_up(event)
    meetups.withdraw(registration=first)
    late = sign_up(event)
    assert late.state == "waitlisted"
    third.refresh_from_db()
    assert third.state == "waitlisted"


def test_an_offer_that_is_not_taken_goes_to_the_next(an_event, sign_up):
    event = an_event(capacity=1)
    first, second, third = sign_up(event), sign_up(event), sign_up(event)
    meetups.withdraw(registration=first)
    Registration.objects.filter(pk=second.pk).update(offered_until=timezone.now() - timedelta(minutes=1))
    assert places.expire_due() == 1
    second.refresh_from_db()
    third.refresh_from_db()
    assert (second.state, third.state) == ("expired", "offered")
    with pytest.raises(Refused):
        meetups.accept(registration=second)


def test_a_party_waits_until_there_is_room_for_all(an_event, sign_up):
    event = an_event(capacity=3)
    one, two = sign_up(event), sign_up(event)
    pair = sign_up(event, others=["동행인"])
    single = sign_up(event)
    assert pair.state == single.state == "waitlisted"
    meetups.withdraw(registration=one)
    pair.refresh_from_db()
    single.refresh_from_db()
    assert (pair.state, single.state) == ("offered", "waitlisted")
    assert places.places.taken(event) == 3
    meetups.accept(registration=pair)
    assert event.registrations.filter(party=pair.party, state="confirmed").count() == 2
    meetups.withdraw(registration=two)
    single.refresh_from_db()
    assert single.state == "offered"


def test_an_organiser_may_prefer_somebody_with_a_reason_but_not_beyond_the_places(an_event, sign_up):
    event = an_event(capacity=1)
    first, second, third = sign_up(event), sign_up(event), sign_up(event)
    with pytest.raises(Refused, match="no free place"):
        register.prefer(registration=third, reason="발표자")
    with pytest.raises(Refused):
        register.prefer(registration=third, reason=" ")
    making.change(event=event, capacity=2, promotes=False)
    register.prefer(registration=third, reason="발표자입니다")
    third.refresh_from_db()
    second.refresh_from_db()
    assert (third.state, third.reason, second.state) == ("offered", "발표자입니다", "waitlisted")
    assert first.state == "confirmed"


def test_fewer_places_than_are_promised_are_refused(an_event, sign_up):
    event = an_event(capacity=3)
    sign_up(event)
    sign_up(event)
    with pytest.raises(Refused, match="2 places are promised"):
        making.change(event=event, capacity=1)
    assert making.change(event=event, capacity=2).capacity == 2


def test_more_places_go_to_those_who_wait(an_event, sign_up):
    event = an_event(capacity=1)
    sign_up(event)
    second = sign_up(event)
    making.change(event=event, capacity=2)
    second.refresh_from_db()
    assert second.state == "offered"


@pytest.mark.parametrize("written", ["새벽빛", "(주) 새벽빛", "Saebyeok Light Inc.", "saebyeok  light inc."])
def test_the_organisation_is_known_by_either_name(an_event, sign_up, given, written):
    company = given.organisation("(주)새벽빛", name_en="Saebyeok Light Inc.")
    assert sign_up(an_event(), organisation_name=written).organisation == company


def test_without_an_account_a_place_is_kept_for_a_day(an_event, sign_up, given):
    event = an_event(capacity=1)
    company = given.organisation("(주)새벽빛")
    worker = given.person("한가람", at=company, email="worker@four.example")
    row = sign_up(event, proved=False, email="Worker@four.example", name="한가람")
    assert (row.state, row.person, row.organisation) == ("reserved", None, None)
    assert sign_up(event).state == "waitlisted"
    proved = meetups.prove(registration=row)
    assert (proved.state, proved.person, proved.organisation) == ("confirmed", worker, company)
    seats = ledger.folded([event.source])[event.source]
    assert (company.pk, worker.pk, "") in seats


def test_a_kept_place_that_nobody_confirms_is_given_on(an_event, sign_up):
    event = an_event(capacity=1)
    row, waiting = sign_up(event, proved=False), sign_up(event)
    Registration.objects.filter(pk=row.pk).update(offered_until=timezone.now() - timedelta(minutes=1))
    places.expire_due()
    waiting.refresh_from_db()
    assert waiting.state == "offered"
    row.refresh_from_db()
    with pytest.raises(Refused, match="Register again"):
        meetups.prove(registration=row)


def test_the_same_address_registers_once_and_nobody_else_learns_of_it(an_event, sign_up):
    event = an_event()
    sign_up(event, email="one@five.example")
    with pytest.raises(register.AlreadyRegistered):
        sign_up(event, email="ONE@five.example")
    assert event.registrations.count() == 1


def test_approval_decides_within_the_places(an_event, sign_up):
    event = an_event(capacity=1, needs_approval=True)
    rows = [sign_up(event) for _ in range(3)]
    assert states(event) == ["pending"] * 3
    register.decide(registration=rows[0], accepted=True)
    register.decide(registration=rows[1], accepted=True)
    register.decide(registration=rows[2], accepted=False, reason="주제와 다릅니다")
    assert states(event) == ["confirmed", "waitlisted", "declined"]


def test_cancelling_tells_everybody_and_the_record_forgets_the_plan(an_event, sign_up, given):
    event = an_event()
    company = given.organisation("(주)가온길")
    row = sign_up(event, organisation=company)
    assert ledger.folded([event.source])[event.source]
    with pytest.raises(Refused):
        meetups.cancel(event=event)
    meetups.cancel(event=event, reason_ko="장소 사정")
    row.refresh_from_db()
    assert row.state == "cancelled"
    assert Message.objects.filter(to=row.email, dedupe__startswith="meetups.cancelled").count() == 1
    assert not ledger.folded([event.source]).get(event.source)
    with pytest.raises(Refused):
        sign_up(event)


def test_a_registration_is_planned_and_a_check_in_happened(an_event, sign_up, given):
    event = an_event(in_days=0)
    one, other = given.organisation("(주)하나"), given.organisation("(주)둘")
    came, missed = sign_up(event, organisation=one), sign_up(event, organisation=other)
    assert Line.objects.filter(source=event.source).latest("revision").stage == "planned"
    told = meetups.check_in(event=event, codes=[(came.code, None), ("unknown", None)])
    assert told == {"done": [came.name], "again": [], "refused": [], "unknown": ["unknown"]}
    assert Line.objects.filter(source=event.source).latest("revision").stage == "happened"
    assert list(ledger.folded([event.source])[event.source]) == [(one.pk, None, "")]
    assert meetups.check_in(event=event, codes=[(came.code, None)])["again"] == [came.name]
    register.undo_check_in(registration=came)
    assert Line.objects.filter(source=event.source).latest("revision").stage == "planned"
    assert set(ledger.folded([event.source])[event.source]) == {(one.pk, None, ""), (other.pk, None, "")}
    assert missed.checked_in_at is None


def test_who_was_checked_in_meanwhile_cannot_withdraw(an_event, sign_up):
    event = an_event(capacity=1, in_days=0)
    read_before = sign_up(event)
    meetups.check_in(event=event, codes=[(read_before.code, None)])
    with pytest.raises(Refused, match="checked in already"):
        meetups.withdraw(registration=read_before)
    assert states(event) == ["confirmed"]


def test_a_walk_in_takes_a_place_or_is_refused(an_event, sign_up, given):
    event = an_event(capacity=1, in_days=0)
    given.organisation("(주)들판", name_en="")
    row = meetups.walk_in(event=event, name="지나가던이", organisation_name="들판")
    assert row.organisation is not None and row.checked_in_at
    with pytest.raises(Refused, match="All places are taken"):
        meetups.walk_in(event=event, name="또다른이")


def test_follow_up_is_told_only_when_both_want_it(an_event, sign_up, given):
    event = an_event(in_days=0)
    a = sign_up(event, organisation=given.organisation("(주)가"))
    b = sign_up(event, organisation=given.organisation("(주)나"))
    meetups.check_in(event=event, codes=[(a.code, None), (b.code, None)])
    a.refresh_from_db()
    b.refresh_from_db()
    assert register.follow_up(registration=a, about=[b.pk]) == 0
    assert not Message.objects.filter(dedupe__startswith="meetups.both").exists()
    assert register.follow_up(registration=b, about=[a.pk]) == 1
    assert Message.objects.filter(dedupe__startswith="meetups.both").count() == 2
    line = Line.objects.get(kind="follow_up")
    assert (line.stage, line.origin) == ("planned", event.source)
    register.met_again(registration=a, other=b)
    register.met_again(registration=b, other=a)
    assert Line.objects.filter(kind="follow_up").latest("revision").stage == "happened"
    assert Line.objects.filter(kind="follow_up").count() == 2


def test_rating_is_for_those_who_came(an_event, sign_up):
    event = an_event(in_days=0)
    row = sign_up(event)
    with pytest.raises(Refused):
        register.rate(registration=row, stars=5)
    meetups.check_in(event=event, codes=[(row.code, None)])
    row.refresh_from_db()
    with pytest.raises(Refused):
        register.rate(registration=row, stars=6)
    assert register.rate(registration=row, stars=5).stars == 5


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"hours": -1}, "ends before it begins"),
        ({"zone": "Asia/Nowhere"}, "no time zone"),
        ({"capacity": 0}, "at least 1"),
        ({"hours": 24 * 20}, "at most 14 days"),
    ],
)
def test_what_cannot_take_place_is_refused(an_event, values, said):
    with pytest.raises(Refused, match=said):
        an_event(**values)
