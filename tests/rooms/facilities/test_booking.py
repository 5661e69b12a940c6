"""Nothing is had twice: overlaps, parents and children, buffers, sets, moves; and what else speaks against a booking."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from pumasi.commons.holds.models import Hold
from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.models import Line
from pumasi.commons.mail.models import Message
from pumasi.kit.refused import Refused
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import bookings, places, qualifying, use, waiting
from pumasi.operate.facilities.actions.holding import HoursTaken
from pumasi.operate.facilities.models import Booking, Charge, Facility, Qualification, Session, Waiting
from pumasi.operate.facilities.queries.checks import NotBookable
from rooms.facilities.conftest import at

pytestmark = pytest.mark.django_db


def held() -> int:
    return Hold.objects.filter(released_at__isnull=True).count()


def test_the_same_hours_are_had_once(book, bed, workday):
    book(bed.crossing)
    with pytest.raises(HoursTaken) as refusal:
        book(bed.crossing, start=at(workday, 10), end=at(workday, 12))
    assert "철도 건널목" in refusal.value.text("ko")
    assert "Rail crossing" in refusal.value.text("en")
    assert Booking.objects.count() == 1, "nothing is half-written"
    assert book(bed.crossing, start=at(workday, 11), end=at(workday, 12)).state == "confirmed"


def test_two_companies_use_different_zones_at_the_same_hour(book, bed):
    assert {book(bed.crossing).state, book(bed.tunnel).state} == {"confirmed"}


def test_the_whole_site_excludes_its_zones_and_a_zone_the_site(book, bed, workday):
    book(bed.site)
    for zone in (bed.crossing, bed.tunnel, bed.hall):
        with pytest.raises(HoursTaken):
            book(zone)
    book(bed.tunnel, start=at(workday, 14), end=at(workday, 15))
    with pytest.raises(HoursTaken):
        book(bed.site, start=at(workday, 13), end=at(workday, 17))


def test_a_zone_that_is_added_later_is_within_what_is_booked(book, bed):
    book(bed.site)
    late = facilities.add(cluster=bed.cluster, parent=bed.site, kind="zone", name_en="Ramp")
    with pytest.raises(HoursTaken):
        book(late)


def test_a_shared_hall_takes_three_and_nobody_more(book, bed):
    for _ in range(3):
        book(bed.hall)
    with pytest.raises(HoursTaken):
        book(bed.hall)


def test_the_hall_alone_needs_all_of_its_places(book, bed, workday):
    book(bed.hall)
    with pytest.raises(HoursTaken):
        book(bed.hall, whole=True)
    book(bed.hall, whole=True, start=at(workday, 12), end=at(workday, 13))
    with pytest.raises(HoursTaken):
        book(bed.hall, start=at(workday, 12), end=at(workday, 13))


def test_buffers_lie_between_two_users(book, bed, workday):
    places.change(facility=bed.crossing, setup_minutes=30, cleanup_minutes=30)
    crossing = Facility.objects.get(pk=bed.crossing.pk)
    book(crossing)
    with pytest.raises(HoursTaken):
        book(crossing, start=at(workday, 11, 30), end=at(workday, 12))
    assert book(crossing, start=at(workday, 12), end=at(workday, 13)).state == "confirmed"


def test_a_set_is_had_whole_or_not_at_all(book, bed):
    book(bed.tunnel)
    before = held()
    with pytest.raises(HoursTaken):
        book(bed.crossing, bed.tunnel)
    assert held() == before
    assert book(bed.crossing).state == "confirmed"


def test_of_an_excluding_pair_one_is_used_at_a_time(book, bed, workday):
    facilities.set_pair(a=bed.tunnel, b=bed.hall, rule="excludes")
    book(bed.tunnel)
    with pytest.raises(HoursTaken):
        book(bed.hall)
    book(bed.tunnel, bed.hall, start=at(workday, 14), end=at(workday, 15), whole=True)


def test_moving_cancels_with_a_successor_and_frees_the_old_hours(book, bed, workday):
    first = book(bed.crossing)
    moved = facilities.move(booking=first, starts_at=at(workday, 14), ends_at=at(workday, 16))
    first.refresh_from_db()
    assert (first.state, first.successor, moved.state) == ("cancelled", moved, "confirmed")
    assert book(bed.crossing).state == "confirmed"
    overlapping = facilities.move(booking=moved, starts_at=at(workday, 15), ends_at=at(workday, 17))
    assert overlapping.state == "confirmed", "its own hours do not stand in its way"


def test_a_move_that_cannot_be_changes_nothing(book, bed, workday):
    first, other = book(bed.crossing), book(bed.crossing, start=at(workday, 14), end=at(workday, 16))
    before = held()
    with pytest.raises(HoursTaken):
        facilities.move(booking=first, starts_at=at(workday, 15), ends_at=at(workday, 17))
    first.refresh_from_db()
    assert (first.state, other.state, held()) == ("confirmed", "confirmed", before)


@pytest.mark.parametrize(
    ("hours", "word"),
    [((9, 9), "end"), ((11, 9), "end"), ((6, 9), "open"), ((19, 21), "open")],
)
def test_hours_that_cannot_be_are_refused(book, workday, hours, word):
    with pytest.raises(NotBookable, match=word):
        book(start=at(workday, hours[0]), end=at(workday, hours[1]))


def test_odd_minutes_and_the_past_are_refused(book, workday):
    with pytest.raises(NotBookable, match="30 minutes"):
        book(start=at(workday, 9, 10), end=at(workday, 10))
    with pytest.raises(NotBookable, match="passed"):
        book(start=at(workday, 9) - timedelta(days=60), end=at(workday, 10) - timedelta(days=60))


def test_weekends_and_holidays_are_closed(book, bed, workday):
    saturday = workday + timedelta(days=4)
    with pytest.raises(NotBookable, match="not open"):
        book(start=at(saturday, 9), end=at(saturday, 10))
    facilities.close(
        facility=bed.site, kind="holiday", starts_at=at(workday, 0), ends_at=at(workday + timedelta(days=1), 0), reason_en="Founding day"
    )  # fmt: skip
    with pytest.raises(NotBookable, match="Founding day"):
        book()


def test_use_before_the_opening_day_is_refused(book, bed, workday):
    places.change(facility=bed.site, opened_on=workday + timedelta(days=1))
    with pytest.raises(NotBookable, match="opens on"):
        book(bed.crossing)


def test_insurance_has_to_be_valid_on_the_day_of_use(book, bed, given, workday):
    facilities.require(facility=bed.site, kind="insurance")
    firm = given.organisation(cluster=bed.cluster)
    today = timezone.localdate()
    paper = facilities.grant(
        cluster=bed.cluster, kind="insurance", organisation=firm, valid_from=today - timedelta(days=30), valid_until=workday - timedelta(days=1)
    )  # fmt: skip
    with pytest.raises(NotBookable) as refusal:
        book(bed.crossing, organisation=firm)
    assert refusal.value.findings[0].about == "insurance"
    assert "ends on" in refusal.value.text("en")
    Qualification.objects.filter(pk=paper.pk).update(valid_until=workday)
    assert book(bed.crossing, organisation=firm).state == "confirmed"


def test_attending_a_training_grants_the_induction(book, bed, given):
    facilities.require(facility=bed.site, kind="induction")
    facilities.count_as_training(cluster=bed.cluster, source="meetups.event.77")
    firm = given.organisation(cluster=bed.cluster)
    person = given.person(at=firm)
    with pytest.raises(NotBookable, match="safety induction"):
        book(organisation=firm, person=person)
    given.gathering(people=[(person, firm)], cluster=bed.cluster, kind="workshop", source="meetups.event.77")
    assert book(organisation=firm, person=person).state == "confirmed"
    assert Qualification.objects.get(person=person).origin == "meetups.event.77"
    assert qualifying.grant_due(bed.cluster) == 0, "once"


def test_an_incident_suspends_until_it_is_cleared(book, bed, given, workday):
    facilities.require(facility=bed.site, kind="induction")
    firm = given.organisation(cluster=bed.cluster)
    person = given.person(at=firm)
    facilities.grant(cluster=bed.cluster, kind="induction", person=person, valid_from=timezone.localdate())
    session = Session.objects.create(
        cluster=bed.cluster, facility=bed.crossing, organisation=firm, person=person,
        started_at=timezone.now() - timedelta(hours=2), ended_at=timezone.now(),
    )  # fmt: skip
    told = qualifying.record_incident(
        facility=bed.crossing, text="차단기 충돌", session=session, suspends=["induction"]
    )
    with pytest.raises(NotBookable, match="suspended"):
        book(organisation=firm, person=person)
    qualifying.clear(incident=told, text="재교육 완료")
    assert book(organisation=firm, person=person).state == "confirmed"


def test_a_vehicle_has_to_be_checked_and_named(book, bed, given):
    facilities.require(facility=bed.crossing, kind="vehicle")
    firm = given.organisation(cluster=bed.cluster)
    facilities.grant(
        cluster=bed.cluster,
        kind="vehicle",
        organisation=firm,
        device="12가3456",
        valid_from=timezone.localdate(),
    )
    with pytest.raises(NotBookable, match="Name the vehicle"):
        book(organisation=firm)
    with pytest.raises(NotBookable, match="vehicle"):
        book(organisation=firm, device="99하9999")
    assert book(organisation=firm, device="12가3456").device == "12가3456"


def test_quotas_count_hours_bookings_and_length(book, bed, given, workday):
    facilities.set_quota(facility=bed.site, hours_a_month=5, longest_hours=4, bookings_ahead=2)
    firm = given.organisation(cluster=bed.cluster)
    with pytest.raises(NotBookable, match="at most 4 hours"):
        book(bed.crossing, organisation=firm, end=at(workday, 14))
    book(bed.crossing, organisation=firm, end=at(workday, 12))
    with pytest.raises(NotBookable, match="2 of 5 hours are left"):
        book(bed.tunnel, organisation=firm, end=at(workday, 12))
    book(bed.tunnel, organisation=firm, end=at(workday, 11))
    with pytest.raises(NotBookable, match="2 bookings ahead"):
        book(bed.hall, organisation=firm, end=at(workday, 9, 30))
    assert book(bed.hall).state == "confirmed", "a quota is each organisation's own"


def test_what_needs_approval_is_kept_until_it_is_decided(book, bed):
    places.change(facility=bed.crossing, needs_approval=True)
    asked = book(Facility.objects.get(pk=bed.crossing.pk))
    assert asked.state == "requested"
    with pytest.raises(HoursTaken):
        book(bed.crossing)
    with pytest.raises(Refused, match="why not"):
        bookings.decide(booking=asked, accepted=False)
    assert bookings.decide(booking=asked, accepted=True).state == "confirmed"
    with pytest.raises(Refused, match="decided already"):
        bookings.decide(booking=asked, accepted=True)


def test_a_project_code_is_asked_for(book, bed):
    places.change(facility=bed.site, asks_reference=True)
    with pytest.raises(NotBookable, match="project code"):
        book()
    assert book(reference="RS-2026-0001").reference == "RS-2026-0001"


def test_planned_maintenance_waits_for_bookings_or_cancels_them_with_the_reason(book, bed, workday):
    kept = book(bed.crossing)
    span = {"starts_at": at(workday, 8), "ends_at": at(workday, 12)}
    with pytest.raises(Refused, match="1 bookings lie in that time"):
        facilities.close(facility=bed.site, kind="planned", **span)
    facilities.close(
        facility=bed.site, kind="planned", reason_ko="도장", reason_en="Painting", cancels=True, **span
    )
    kept.refresh_from_db()
    assert (kept.state, kept.reason_en) == ("cancelled", "Painting")
    with pytest.raises(NotBookable, match="Painting"):
        book(bed.tunnel)


def test_who_waits_is_offered_what_becomes_free_in_order(book, bed, given, workday):
    kept = book(bed.crossing)
    firms = [given.organisation(cluster=bed.cluster) for _ in range(2)]
    people = [given.person(at=firm) for firm in firms]
    for firm, person in zip(firms, people, strict=True):
        waiting.wait(
            cluster=bed.cluster, organisation=firm, person=person, facilities=[bed.crossing], whole=True,
            starts_at=at(workday, 9), ends_at=at(workday, 11), purpose="주행",
        )  # fmt: skip
    facilities.cancel(booking=kept)
    offer = Booking.objects.get(state="offered")
    assert offer.organisation == firms[0]
    assert Message.objects.filter(to=people[0].email, dedupe__startswith="facilities.offered").exists()
    with pytest.raises(HoursTaken):
        book(bed.crossing)
    Booking.objects.filter(pk=offer.pk).update(offered_until=timezone.now() - timedelta(minutes=1))
    with pytest.raises(Refused, match="has ended"):
        bookings.accept(booking=offer)
    assert waiting.expire_due() == 1
    second = Booking.objects.get(state="offered")
    assert second.organisation == firms[1]
    assert bookings.accept(booking=second).state == "confirmed"
    assert Waiting.objects.filter(state="waiting").count() == 0


def test_repeating_is_all_or_none_or_skips_and_says_which(book, bed, given, workday):
    firm = given.organisation(cluster=bed.cluster)
    taken = book(bed.crossing, day=workday + timedelta(days=7))
    wish = facilities.Wish(firm, None, ((bed.crossing, True),), at(workday, 9), at(workday, 11))
    with pytest.raises(HoursTaken):
        bookings.repeat(cluster=bed.cluster, wish=wish, rule="FREQ=WEEKLY;COUNT=3")
    assert Booking.objects.filter(organisation=firm).count() == 0
    _, made, refused = bookings.repeat(cluster=bed.cluster, wish=wish, rule="FREQ=WEEKLY;COUNT=3", skip=True)
    assert (len(made), [when for when, _ in refused]) == (2, [taken.starts_at])


def test_a_booking_is_planned_in_the_record_and_taken_back_when_cancelled(book, bed, given):
    partner = given.organisation(cluster=bed.cluster)
    kept = book(bed.crossing, partners=(partner,))
    line = Line.objects.get(source=kept.source)
    assert (line.kind, line.stage, line.title_en) == ("use", "planned", "Rail crossing")
    assert {key[0] for key in ledger.folded([kept.source])[kept.source]} == {kept.organisation_id, partner.pk}
    facilities.cancel(booking=kept)
    assert ledger.folded([kept.source]) == {}


def test_hours_used_reach_the_record_with_their_origin(book, bed, given, workday):
    partner = given.organisation(cluster=bed.cluster)
    kept = book(bed.crossing, partners=(partner,))
    assert [s.facility for s in facilities.check_in(booking=kept, at=at(workday, 9, 5))] == [bed.crossing]
    assert len(facilities.check_in(booking=kept, at=at(workday, 9, 6))) == 1, "twice is harmless"
    [session] = facilities.check_out(booking=kept, at=at(workday, 10))
    assert facilities.check_out(booking=kept, at=at(workday, 10)) == []
    line = Line.objects.get(source=session.source)
    assert (line.stage, line.origin, line.starts_at) == ("happened", kept.source, at(workday, 9, 5))
    assert {key[0] for key in ledger.folded([session.source])[session.source]} == {
        kept.organisation_id,
        partner.pk,
    }
    assert book(bed.crossing, start=at(workday, 10), end=at(workday, 11)).state == "confirmed", (
        "the rest is free again"
    )


def test_checking_in_needs_what_is_valid_today(book, bed, given, workday):
    facilities.require(facility=bed.site, kind="insurance")
    firm = given.organisation(cluster=bed.cluster)
    paper = facilities.grant(
        cluster=bed.cluster, kind="insurance", organisation=firm, valid_from=timezone.localdate()
    )
    kept = book(bed.crossing, organisation=firm)
    Qualification.objects.filter(pk=paper.pk).update(valid_until=workday - timedelta(days=1))
    with pytest.raises(NotBookable, match="insurance"):
        facilities.check_in(booking=kept, at=at(workday, 9))
    with pytest.raises(NotBookable, match="insurance"):
        facilities.check_in(booking=kept, at=at(workday, 9, 7))
    with pytest.raises(Refused, match="too early"):
        facilities.check_in(booking=kept, at=at(workday, 7))


def test_nobody_came_and_the_rest_goes_to_who_waits(book, bed, given, workday, monkeypatch):
    kept = book(bed.crossing)
    with pytest.raises(Refused):
        use.not_come(booking=kept)
    monkeypatch.setattr(timezone, "now", lambda: at(workday, 9, 40))
    assert use.release_due() == 1
    kept.refresh_from_db()
    assert kept.state == "no_show"
    assert book(bed.crossing, start=at(workday, 10), end=at(workday, 11)).state == "confirmed"


def test_staying_longer_works_if_nobody_comes_after(book, bed, workday):
    first = book(bed.crossing)
    assert use.extend(booking=first, ends_at=at(workday, 12)).ends_at == at(workday, 12)
    book(bed.crossing, start=at(workday, 12), end=at(workday, 13))
    with pytest.raises(HoursTaken):
        use.extend(booking=first, ends_at=at(workday, 12, 30))
    assert Booking.objects.get(pk=first.pk).ends_at == at(workday, 12)


def test_staying_longer_once_inside_is_bound_like_a_booking(book, bed, workday, monkeypatch):
    first = book(bed.crossing, start=at(workday, 17), end=at(workday, 19))
    monkeypatch.setattr(timezone, "now", lambda: at(workday, 18, 7))
    with pytest.raises(NotBookable, match="open 08:00"):
        use.extend(booking=first, ends_at=at(workday, 21))
    with pytest.raises(NotBookable, match="full steps"):
        use.extend(booking=first, ends_at=at(workday, 19, 10))
    assert use.extend(booking=first, ends_at=at(workday, 20)).ends_at == at(workday, 20)


def test_a_late_cancellation_costs_what_the_facility_asks(book, bed, classes, workday, monkeypatch):
    facilities.set_price(facility=bed.site, amount=100_000, since=workday - timedelta(days=90))
    places.change(facility=bed.crossing, late_percent=50, notice_hours=24)
    early, late = book(bed.crossing), book(bed.crossing, start=at(workday, 14), end=at(workday, 16))
    facilities.cancel(booking=early)
    assert not Charge.objects.exists()
    monkeypatch.setattr(timezone, "now", lambda: at(workday, 12))
    facilities.cancel(booking=late)
    assert Charge.objects.get().amount == 100_000


def test_a_closed_facility_and_an_unknown_set_are_refused(book, bed):
    places.change(facility=bed.hall, mode="closed", places=1)
    with pytest.raises(NotBookable, match="cannot be booked by itself"):
        book(Facility.objects.get(pk=bed.hall.pk))
    with pytest.raises(NotBookable, match="one user at a time"):
        book(bed.crossing, whole=False)


def test_a_mode_is_not_changed_under_a_booking(book, bed):
    book(bed.hall)
    with pytest.raises(Refused, match="bookings to come"):
        places.change(facility=bed.hall, mode="exclusive")
    with pytest.raises(Refused, match="within itself"):
        places.change(facility=bed.site, parent=bed.tunnel)


def test_a_confidential_booking_is_for_its_parties_alone(book, bed):
    kept = book(bed.crossing, confidential=True)
    assert Line.objects.get(source=kept.source).visibility == "confidential"
