"""The indicator board: each figure beside a plain recount, its pair, its rows, and what is said where nothing is known."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.rooms.observatory.pages import at

from pumasi.measure.network import api as network
from pumasi.measure.observatory import words
from pumasi.measure.observatory.queries.compare import Cell
from pumasi.measure.observatory.queries.indicators import Number, board, past
from pumasi.operate.meetups.actions import days, events
from pumasi.operate.meetups.models import Meeting
from security.reading import read_on

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def year():
    return timezone.localdate().year


@pytest.fixture
def busy(given, year):
    """Ten members, of which four met in three gatherings of this year, and two of them and two others in the last."""
    cluster = given.cluster()
    firms = [given.organisation(f"firm {n}", cluster=cluster) for n in range(10)]
    start = date(year, 1, 1)
    for n, some in enumerate(([0, 1], [1, 2, 3], [0, 1, 2])):
        ago = (timezone.localdate() - start - timedelta(days=n)).days
        given.gathering(*(firms[one] for one in some), cluster=cluster, days_ago=max(ago, 0))
    ago = (timezone.localdate() - date(year - 1, 6, 1)).days
    given.gathering(firms[0], firms[1], firms[4], firms[5], cluster=cluster, days_ago=ago)
    read_on()
    return cluster


def lines(cluster, year):
    return {one.key: one for some in board(cluster, year).areas.values() for one in some}


def test_members_and_gatherings_of_a_year_are_the_plain_count(busy, year):
    found = lines(busy, year)
    assert found["A1"].count == Number(4, "organisation", 10)
    assert found["A1"].pair == Number(8 / 4, "each")
    assert (found["A2"].count.value, found["A2s"].count.value) == (3, 3)
    assert found["A2"].pair.value == pytest.approx(3 / 10)
    assert lines(busy, year - 1)["A1"].count == Number(4, "organisation", 10)
    assert lines(busy, year - 2)["A1"].count == Number(0, "organisation", 10)


def test_the_network_speaks_of_the_year(busy, year):
    network.measure(cluster=busy, audience="managers")
    found = lines(busy, year)
    assert found["N1"].count.value == pytest.approx(2 * 5 / 10)
    assert found["N1"].pair == Cell("part", 4, 10)
    assert found["N3"].count is None
    assert found["N7"].count == Number(0, "pair", 5)


def test_meetings_agreed_held_and_rated(given, busy, year):
    firms = [given.organisation(cluster=busy) for _ in range(4)]
    begin = timezone.now() - timedelta(hours=3)
    event = events.draft(
        cluster=busy, kind="brokerage", title_ko="상담회", starts_at=begin, ends_at=begin + timedelta(hours=2)
    )
    event = events.publish(event=event)
    day = days.set_up(event=event, first=event.starts_at, minutes=25, pause=5, slots=3, tables=2)
    people = [
        days.join(day=day, organisation=one, name=f"상담{n}", email=f"p{n}@seven.example")
        for n, one in enumerate(firms)
    ]
    slots, table = list(day.slots.all()), day.tables.first()
    for slot, state, stars in ((0, "held", (5, 4)), (1, "no_show", (None, None)), (2, "held", (2, None))):
        Meeting.objects.create(
            day=day, a=people[slot], b=people[slot + 1], slot=slots[slot], table=table, state=state, stars_a=stars[0], stars_b=stars[1],
        )  # fmt: skip
    Meeting.objects.create(
        day=day, a=people[0], b=people[3], slot=slots[1], table=day.tables.last(), state="cancelled"
    )
    found = lines(busy, begin.astimezone().year)
    assert (found["A3"].count, found["A3"].pair) == (Number(3, "meeting"), Number(2, "meeting", 3))
    assert (found["A4"].count, found["A4"].pair) == (Number(2, "rating", 3), Number(3, "rating", 4))


def test_the_page_leads_to_the_rows_of_each_figure(given, busy, year):
    client = Client()
    client.force_login(given.user("cluster_manager", cluster=busy), backend=BACKEND)
    page = client.get(at("indicators")).content.decode()
    assert "4 of 10 (40 %)" in page and "too little recorded" in page
    korean = client.get(at("indicators", "ko")).content.decode()
    assert "10곳 중 4곳(40%)" in korean
    rows = client.get(at("indicator_rows", what="members"), {"year": year}).content.decode("utf-8-sig")
    told = list(csv.DictReader(io.StringIO(rows)))
    assert (len(told), sum(row["gatherings"] != "0" for row in told)) == (10, 4)
    assert client.get(at("indicator_rows", what="meetings")).status_code == 200
    assert client.get(at("indicator_rows", what="other")).status_code == 404
    for odd in ("²", "abc", "99999", "-1"):
        assert client.get(at("indicators"), {"year": odd}).status_code == 200


@pytest.mark.parametrize(
    ("told", "en", "ko"),
    [
        (Number(1, "pair"), "1 pair", "1쌍"),
        (Number(1234.5, "hour"), "1,234.5 h", "1,234.5시간"),
        (Number(3, "meeting", 9), "3 of 9", "9건 중 3건"),
        (Number(55, "meeting", 73), "55 of 73 (75 %)", "73건 중 55건(75%)"),
        (Number(0.314, "concentration"), "0.31", "0.31"),
        (None, "too little recorded", "판단할 만큼 기록되지 않음"),
    ],
)
def test_how_a_figure_is_told(told, en, ko):
    assert (words.indicator(told, "en"), words.indicator(told, "ko")) == (en, ko)


def test_a_cluster_beside_its_own_past(busy, year, given):
    found = past(busy, [year, year - 1])
    assert [(when, one.count.value) for when, one in found["A1"]] == [(year - 1, 4), (year, 4)]
    assert [(when, one.count.value) for when, one in found["A2"]] == [(year - 1, 1), (year, 3)]
    assert all(one.count is None for _year, one in found["N1"]), "not measured yet"
    network.measure(cluster=busy, audience="managers")
    measured = {when: one.count.value for when, one in past(busy, [year - 1, year])["N1"]}
    # Last year four met as one; this year 0-1, 1-2-3 and 0-1-2: partners 2, 3, 3, 2 of ten members.
    assert measured == pytest.approx({year - 1: 12 / 10, year: 10 / 10})
    client = Client()
    client.force_login(given.user("cluster_manager"), backend=BACKEND)
    page = client.get(at("indicators_past")).content.decode()
    assert page.count("<figure") >= 4
    assert f'<th scope="row">{year - 1}</th><td data-value="1">' in page
    assert "Known in fewer than two years." in page
    assert client.get(at("indicators_past", "ko")).status_code == 200


@pytest.mark.parametrize(
    ("told", "point"),
    [(None, (None, "")), (Number(3, "gathering"), (3, "")), (Number(5, "meeting", 20), (25.0, "%")), (Number(5, "meeting", 9), (None, "%")),
     (Cell("part", 8, 10), (80.0, "%")), (Cell("ratio", 1.234, 50), (1.23, ""))],
)  # fmt: skip
def test_a_figure_as_a_point(told, point):
    assert words.plotted(told) == point
