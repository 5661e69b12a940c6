"""Prices, areas, hours and shares: the figures of the published examples, and a plain recount beside the report."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.utils import timezone

from pumasi.commons.members.models import Relation
from pumasi.kit.quantities import Area
from pumasi.kit.recurrence import instant
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import bringing, money
from pumasi.operate.facilities.models import Charge, PriceClassMember, Session
from pumasi.operate.facilities.queries import prices
from pumasi.operate.facilities.queries.free import Search, find, free_blocks
from pumasi.operate.facilities.queries.hours import Hours, total
from pumasi.operate.facilities.queries.tree import tree
from rooms.facilities.conftest import at

pytestmark = pytest.mark.django_db


def used(bed, facility, start, hours, *, organisation=None, whole=True, **more):
    return Session.objects.create(
        cluster=bed.cluster, facility=facility, organisation=organisation, started_at=start, ended_at=start + timedelta(hours=hours),
        whole=whole, **more,
    )  # fmt: skip


def test_an_sme_pays_until_the_promotion_begins_and_nothing_from_then_on(bed, classes, given):
    facilities.set_price(facility=bed.site, amount=337_000, since=date(2018, 12, 10))
    for key in ("sme", "university"):
        facilities.set_price(
            facility=bed.site,
            amount=0,
            since=date(2019, 3, 4),
            until=date(2019, 5, 31),
            price_class=classes[key],
            promotion=True,
        )
    firm = given.organisation(cluster=bed.cluster, kind="company")
    known = tree(bed.cluster)

    def cost(day, organisation=firm):
        price_class = prices.class_of(organisation, bed.cluster, day)
        return prices.quote(known, [(known[bed.site.pk], True)], at(day, 9), at(day, 13), price_class).amount

    assert cost(date(2019, 3, 3)) == 1_348_000
    assert cost(date(2019, 3, 4)) == 0
    assert cost(date(2019, 5, 31)) == 0
    assert cost(date(2019, 6, 1)) == 1_348_000
    assert cost(date(2019, 3, 4), given.organisation(cluster=bed.cluster, kind="investor")) == 1_348_000


def test_a_night_over_the_first_day_of_a_price_pays_both(bed, classes, given):
    facilities.set_price(facility=bed.site, amount=100, since=date(2019, 1, 1))
    facilities.set_price(facility=bed.site, amount=200, since=date(2019, 3, 4))
    known = tree(bed.cluster)
    found = prices.quote(
        known, [(known[bed.tunnel.pk], True)], at(date(2019, 3, 3), 22), at(date(2019, 3, 4), 3), None
    )
    assert [(piece.hours, piece.amount) for piece in found.pieces] == [(2, 200), (3, 600)]


def test_the_closest_price_is_charged(bed, classes):
    day = date(2026, 6, 2)
    facilities.set_price(facility=bed.site, amount=100, since=day)
    facilities.set_price(facility=bed.tunnel, amount=80, since=day)
    facilities.set_price(facility=bed.tunnel, amount=50, since=day, price_class=classes["sme"])
    facilities.set_price(
        facility=bed.tunnel, amount=20, since=day, price_class=classes["sme"], begins=time(18), ends=time(8)
    )
    known = tree(bed.cluster)

    def cost(zone, price_class, first, last):
        return int(
            prices.quote(known, [(known[zone.pk], True)], at(day, first), at(day, last), price_class).amount
        )

    assert cost(bed.crossing, None, 9, 11) == 200
    assert cost(bed.tunnel, None, 9, 11) == 160
    assert cost(bed.tunnel, classes["sme"], 9, 11) == 100
    assert cost(bed.tunnel, classes["sme"], 17, 19) == 70


def test_a_class_is_given_from_a_day_to_a_day(bed, classes, given):
    firm = given.organisation(cluster=bed.cluster, kind="hospital")
    PriceClassMember.objects.create(
        price_class=classes["university"], organisation=firm, since=date(2026, 1, 1), until=date(2026, 6, 30)
    )
    assert prices.class_of(firm, bed.cluster, date(2026, 6, 30)).key == "university"
    assert prices.class_of(firm, bed.cluster, date(2026, 7, 1)).key == "other"


def test_thirty_two_acres_in_every_unit():
    area = Area.of(32, "acre")
    assert area.text("en") == "129,499 m²"
    assert area.rough("ko") == "약 13만㎡"


def test_an_invoice_line_uses_credits_first_and_is_waived_with_a_reason(book, bed, classes, given, workday):
    facilities.set_price(facility=bed.site, amount=100_000, since=workday - timedelta(days=30))
    firm = given.organisation(cluster=bed.cluster)
    facilities.give_credit(
        cluster=bed.cluster,
        organisation=firm,
        amount=150_000,
        since=workday - timedelta(days=1),
        reason="보육 프로그램",
    )
    kept = book(bed.tunnel, organisation=firm)
    assert kept.price == 200_000
    facilities.check_in(booking=kept, at=at(workday, 9))
    facilities.check_out(booking=kept, at=at(workday, 11))
    line = Charge.objects.get()
    assert (line.amount, line.due) == (200_000, 50_000)
    with pytest.raises(Exception, match="more than the line"):
        money.adjust(charge=line, by=-300_000, reason="오류")
    assert money.waive(charge=line, reason="시범 운영").due == 0
    assert money.export(charges=[line], invoice="2026-12-001") == 1
    with pytest.raises(Exception, match="invoice already"):
        money.adjust(charge=line, by=-1, reason="늦음")


def test_two_years_of_use_sum_to_their_hours_and_a_month_to_its_share(bed):
    """4,400 hours from January 2017 to December 2018, as an import without users: 183.3 a month, nobody's hours named."""
    day, left, rows = date(2017, 1, 2), 4400.0, ["시설,이용일,이용시간"]
    while left > 0:
        if day.weekday() < 5:
            hours = min(left, 8.5)
            rows.append(f"시험장,{day},{hours:g}")
            left -= hours
        day += timedelta(days=1)
    assert day <= date(2019, 1, 1)
    made = bringing.bring_in(cluster=bed.cluster, source="\n".join(rows).encode(), filename="use.csv")
    assert not made.problems
    told = facilities.report(tree(bed.cluster), bed.cluster, bed.site, date(2017, 1, 1), date(2018, 12, 31))
    assert told.hours == pytest.approx(4400.0)
    assert f"{told.a_month:.1f}" == "183.3"
    assert not told.knows_users
    assert told.organisations == []
    again = bringing.bring_in(cluster=bed.cluster, source="\n".join(rows).encode(), filename="use.csv")
    assert (again.created, again.unchanged) == (0, made.created)
    assert bringing.undo(batch=made.batch) == made.created
    assert not Session.objects.exists()


def test_residents_and_users_are_different_counters(bed, given):
    residents = [given.organisation(cluster=bed.cluster, relation="resident") for _ in range(4)]
    used(bed, bed.tunnel, at(date(2026, 3, 3), 9), 2, organisation=residents[0])
    told = facilities.report(tree(bed.cluster), bed.cluster, None, date(2026, 1, 1), date(2026, 12, 31))
    assert told.users == 1
    assert Relation.objects.filter(cluster=bed.cluster, kind="resident").count() == 4


def test_zone_hours_and_organisation_hours_are_different_sums(bed, given):
    a, b = given.organisation(cluster=bed.cluster), given.organisation(cluster=bed.cluster)
    start = at(date(2026, 3, 3), 9)
    joint = used(bed, bed.hall, start, 2, organisation=a, whole=False)
    joint.partners.set([b])
    used(bed, bed.hall, start + timedelta(hours=1), 2, organisation=b, whole=False)
    told = facilities.report(tree(bed.cluster), bed.cluster, bed.hall, date(2026, 3, 1), date(2026, 3, 31))
    assert (told.hours, told.zone_hours, told.organisation_hours) == (4.0, 3.0, 6.0)
    assert {row.key: row.hours for row in told.organisations} == {a.pk: 2.0, b.pk: 4.0}
    assert told.exclusive_share == 0


def test_the_whole_site_is_a_use_of_each_of_its_zones(bed, given):
    used(bed, bed.site, at(date(2026, 3, 3), 9), 2, organisation=given.organisation(cluster=bed.cluster))
    used(bed, bed.tunnel, at(date(2026, 3, 3), 13), 1, organisation=given.organisation(cluster=bed.cluster))
    told = facilities.report(tree(bed.cluster), bed.cluster, bed.site, date(2026, 3, 3), date(2026, 3, 3))
    assert (told.hours, told.zone_hours) == (3.0, 7.0)
    assert told.scheduled == 3 * 12
    assert told.utilisation == pytest.approx(7 / 36)


def test_both_denominators_and_what_is_booked_and_not_used(bed, book, given, workday):
    day = date(2026, 3, 3)
    facilities.close(facility=bed.tunnel, kind="planned", starts_at=at(day, 8), ends_at=at(day, 10))
    facilities.close(facility=bed.tunnel, kind="breakdown", starts_at=at(day, 9), ends_at=at(day, 14))
    used(bed, bed.tunnel, at(day, 14), 3, organisation=given.organisation(cluster=bed.cluster))
    told = facilities.report(tree(bed.cluster), bed.cluster, bed.tunnel, day, day)
    assert (told.scheduled, told.planned_off, told.broken_down) == (12, 2, 4)
    assert told.utilisation == pytest.approx(3 / 10)
    assert told.utilisation_usable == pytest.approx(3 / 6)


def test_the_report_equals_a_plain_recount(bed, given):
    chance = random.Random(5)
    firms = [given.organisation(cluster=bed.cluster) for _ in range(5)]
    rows = []
    for _ in range(300):
        start = at(date(2026, 1, 1), 0) + timedelta(minutes=chance.randrange(0, 90 * 24 * 60, 5))
        rows.append(used(bed, chance.choice([bed.crossing, bed.tunnel, bed.hall]), start, chance.choice([0.5, 1, 2.25, 30]), organisation=chance.choice(firms),
                         scenarios=chance.sample(["rain", "night", "dummy"], 2)))  # fmt: skip
    first, last = date(2026, 1, 10), date(2026, 3, 20)
    told = facilities.report(tree(bed.cluster), bed.cluster, None, first, last)
    begin, end = at(first, 0), at(last + timedelta(days=1), 0)

    def part(row):
        return max(timedelta(0), min(row.ended_at, end) - max(row.started_at, begin)) / timedelta(hours=1)

    assert told.hours == pytest.approx(sum(map(part, rows)))
    assert sum(row.hours for row in told.months) == pytest.approx(told.hours)
    assert sum(told.heat.values()) == pytest.approx(told.hours)
    for firm in told.organisations:
        assert firm.hours == pytest.approx(sum(part(row) for row in rows if row.organisation_id == firm.key))
    assert sum(row.hours for row in told.scenarios) == pytest.approx(2 * told.hours)
    whole = sum(row.hours for row in told.organisations)
    assert told.concentration == pytest.approx(sum((row.hours / whole) ** 2 for row in told.organisations))


@pytest.mark.parametrize(("zone", "day", "open_hours"), [
    ("Europe/London", date(2026, 3, 29), 23), ("Europe/London", date(2026, 10, 25), 25),
    ("America/Detroit", date(2026, 3, 8), 23), ("America/Detroit", date(2026, 11, 1), 25), ("Asia/Seoul", date(2026, 3, 29), 24),
])  # fmt: skip
def test_a_night_of_the_clock_change_neither_loses_nor_gains_an_hour(given, zone, day, open_hours):
    cluster = given.cluster()
    site = facilities.add(cluster=cluster, kind="site", name_en="Night track", zone=zone)
    start, end = instant(day, time(0), zone), instant(day + timedelta(days=1), time(0), zone)
    known = tree(cluster)
    assert total(Hours(known, [site.pk], start, end).open(site.pk)) == open_hours
    Session.objects.create(cluster=cluster, facility=site, started_at=start, ended_at=end)
    assert (end - start) / timedelta(hours=1) == open_hours
    told = facilities.report(known, cluster, site, day, day)
    assert told.hours == open_hours
    assert told.scheduled == open_hours
    assert sum(told.heat.values()) == pytest.approx(told.hours)


def test_find_time_gives_two_zones_side_by_side_that_are_really_free(bed, book, workday):
    book(bed.crossing, start=at(workday, 8), end=at(workday, 12))
    known = tree(bed.cluster)
    search = Search(
        site=known[bed.site.pk], minutes=240, zones=2, first=workday, last=workday + timedelta(days=3), must=(bed.crossing.pk,),
        earliest=time(8), latest=time(20),
    )  # fmt: skip
    offers = find(known, search)
    assert len(offers) == 3
    assert {one.pk for one, _ in offers[0].items} == {bed.crossing.pk, bed.tunnel.pk}
    assert offers[0].start == at(workday, 12)
    for one in offers:
        assert (
            book(*(facility for facility, _ in one.items), start=one.start, end=one.end).state == "confirmed"
        )


def test_free_hours_leave_room_for_buffers(bed, book, workday):
    from pumasi.operate.facilities.actions import places

    places.change(facility=bed.tunnel, setup_minutes=30, cleanup_minutes=60)
    book(bed.tunnel, start=at(workday, 12), end=at(workday, 13))
    known = tree(bed.cluster)
    found = free_blocks(
        known, [(known[bed.tunnel.pk], True)], at(workday, 0), at(workday + timedelta(days=1), 0)
    )
    assert [(one.start, one.end) for one in found] == [
        (at(workday, 8), at(workday, 10, 30)), (at(workday, 14, 30), at(workday, 20)),
    ]  # fmt: skip


def test_a_messy_table_says_what_is_wrong_with_each_row(bed, given):
    firm = given.organisation("(주)한들로보틱스", cluster=bed.cluster)
    lines = [
        "구역;이용 기업;시작;종료;시나리오",
        "터널;한들로보틱스;2026-03-03 09:00;2026-03-03 11:30;야간, 우천",
        "Tunnel;주식회사 한들로보틱스;2026.3.4 9:00;2026.3.4 10:00;",
        "없는 곳;한들로보틱스;2026-03-05 09:00;2026-03-05 10:00;",
        "터널;모르는 회사;2026-03-05 09:00;2026-03-05 10:00;",
        "터널;한들로보틱스;2026-03-05 11:00;2026-03-05 10:00;",
        "터널;한들로보틱스;언젠가;2026-03-05 10:00;",
        "터널;한들로보틱스;2026-03-03 09:00;2026-03-03 11:30;야간, 우천",
    ]
    text = "\n".join(lines)
    made = bringing.bring_in(cluster=bed.cluster, source=text.encode("cp949"), filename="이용.csv")
    assert made.created == 2
    assert len(made.problems) == 4
    assert Session.objects.filter(organisation=firm, scenarios=["야간", "우천"]).count() == 1
    told = made.told("ko")["refused"]
    assert "4행" in told[0]
    assert "시설이 없습니다" in told[0]


def test_a_calendar_becomes_past_use(bed, given):
    firm = given.organisation("한들전자", cluster=bed.cluster)
    lines = [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Somebody//EN", "BEGIN:VEVENT", "UID:1@x", "DTSTART:20260303T000000Z",
        "DTEND:20260303T020000Z", "SUMMARY:한들전자", "LOCATION:터널", "END:VEVENT", "BEGIN:VEVENT", "UID:2@x", "STATUS:CANCELLED",
        "DTSTART:20260304T000000Z", "DTEND:20260304T020000Z", "SUMMARY:한들전자", "LOCATION:터널", "END:VEVENT", "END:VCALENDAR", "",
    ]  # fmt: skip
    text = "\r\n".join(lines)
    made = bringing.bring_in(cluster=bed.cluster, source=text.encode(), filename="old.ics")
    assert made.created == 1
    session = Session.objects.get()
    assert (session.organisation, session.facility, session.started_at) == (
        firm,
        bed.tunnel,
        datetime(2026, 3, 3, tzinfo=UTC),
    )
    assert timezone.is_aware(session.ended_at)


def test_free_hours_begin_at_a_full_step(bed, monkeypatch, workday):
    monkeypatch.setattr(timezone, "now", lambda: at(workday, 10, 7) + timedelta(seconds=3))
    known = tree(bed.cluster)
    found = free_blocks(
        known, [(known[bed.tunnel.pk], True)], at(workday, 0), at(workday + timedelta(days=1), 0)
    )
    assert found[0].start == at(workday, 10, 30)
