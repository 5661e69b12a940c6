"""The network beside chance: what is kept, for whom, what is said of it, and the files to take away."""

from __future__ import annotations

import csv
import io
import random
from datetime import timedelta
from unittest import mock
from xml.etree import ElementTree as ET

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from pumasi.commons.members.models import Organisation
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Portrait, Tie
from pumasi.measure.network.queries import portraits
from security.reading import read_on

pytestmark = pytest.mark.django_db
AUDIENCES = ("public", "members", "managers")


def measured(cluster):
    """Read on and measure for everybody; the number of windows that had to be computed."""
    read_on()
    return {audience: network.measure(cluster=cluster, audience=audience) for audience in AUDIENCES}


def said(cluster, audience="managers"):
    """Sentences by key."""
    told = network.kept(cluster, audience).told
    return {one.key: one for one in network.sentences(told, audience)}


@pytest.fixture
def silos(given):
    """Two types that keep apart: forty gatherings of four, each of one type, and five of both."""
    companies = [given.organisation(kind="company") for _ in range(20)]
    hospitals = [given.organisation(kind="hospital") for _ in range(20)]
    dice = random.Random(4)
    for n in range(40):
        given.gathering(*dice.sample((companies, hospitals)[n % 2], 4), days_ago=300 + n, visibility="public")
    for n in range(5):
        both = dice.sample(companies, 2) + dice.sample(hospitals, 2)
        given.gathering(*both, days_ago=200 + n, visibility="public")
    return given.cluster()


def test_what_was_measured_is_kept_and_not_measured_again(silos, given):
    first = measured(silos)
    # The same rows for everybody: computed for the first audience, copied for the others.
    assert first["public"] >= 1
    assert (first["members"], first["managers"]) == (0, 0)
    assert measured(silos) == dict.fromkeys(AUDIENCES, 0)
    before = network.kept(silos, "managers").told
    given.gathering(given.organisation(), given.organisation(), visibility="managers")
    again = measured(silos)
    assert again["managers"] >= 1
    assert network.kept(silos, "managers").told != before
    assert network.kept(silos, "public").told["verdict"]["lines"] == 45


def test_a_cluster_of_nobody_is_measured_too(given):
    cluster = given.cluster()
    assert measured(cluster)["public"] >= 1
    assert sum(network.kept(cluster, "managers").told["types"]) == 0


def test_types_that_keep_apart_are_told_with_a_next_step(silos):
    measured(silos)
    sentence = said(silos)["network.cross_type"]
    assert sentence.tone == "less"
    assert sentence.step
    assert "n = 45" in sentence.text


def test_random_attendance_is_no_structure(given):
    everybody = [given.organisation(kind=("company", "university")[n % 2]) for n in range(40)]
    dice = random.Random(7)
    for n in range(50):
        given.gathering(*dice.sample(everybody, 4), days_ago=400 - n)
    measured(given.cluster())
    found = said(given.cluster())
    assert "network.chance" in found
    assert not [one for one in found.values() if one.tone in ("more", "less")]


def test_under_thirty_gatherings_nothing_is_said_of_structure(given):
    a, b, c = (given.organisation() for _ in range(3))
    for n in range(12):
        given.gathering(a, (b, c)[n % 2], days_ago=n)
    measured(given.cluster())
    found = said(given.cluster())
    assert "network.too_few" in found
    assert {one.tone for one in found.values()} <= {"fact", "limit"}


def test_one_conference_changes_no_sentence_but_is_told(silos, given):
    measured(silos)
    before = {key: one.text for key, one in said(silos).items()}
    given.gathering(*Organisation.objects.all(), days_ago=250, visibility="public")
    measured(silos)
    after = {key: one.text for key, one in said(silos).items()}
    assert "network.owed" in after
    counts_everything = {"network.owed", "network.seen"}
    assert {k: v for k, v in after.items() if k not in counts_everything} == {
        k: v for k, v in before.items() if k not in counts_everything
    }
    strips = network.kept(silos, "public").told["strips"]
    assert strips[1]["ties"] < strips[3]["ties"] == 40 * 39 // 2


def test_a_tie_is_weighed_by_size_of_gathering(given):
    many = [given.organisation() for _ in range(12)]
    given.gathering(*many)
    given.gathering(*many[:2])
    read_on()
    tie = Tie.objects.get(cluster=given.cluster(), audience="members", a=many[0], b=many[1])
    assert tie.weight == pytest.approx(1 + 1 / 11)
    assert (tie.weight_10, tie.weight_20, tie.weight_50) == (1.0, tie.weight, tie.weight)
    other = Tie.objects.get(cluster=given.cluster(), audience="members", a=many[2], b=many[3])
    assert (other.weight_10, other.weight_20) == (0.0, pytest.approx(1 / 11))


def test_names_stand_only_in_the_sentences_for_managers(given):
    left, right = ([given.organisation() for _ in range(3)] for _ in range(2))
    bridge = given.organisation("(주)다리")
    for side in (left, right):
        given.gathering(*side, visibility="public")
        given.gathering(bridge, side[0], visibility="public")
    measured(given.cluster())
    assert "다리" in said(given.cluster())["network.bridges"].text
    assert "다리" not in said(given.cluster(), "public")["network.bridges"].text


def test_how_far_pairs_came(given):
    a, b, c = (given.organisation() for _ in range(3))
    given.gathering(a, b, c, days_ago=90)
    given.gathering(a, b, kind="follow_up", days_ago=60)
    given.gathering(a, c, kind="contract", days_ago=30)
    measured(given.cluster())
    assert network.kept(given.cluster(), "managers").told["ladder"] == {
        "met": 3,
        "followed_up": 2,
        "worked": 1,
        "result": 1,
    }


def test_years_stand_beside_the_whole_time(silos, given):
    given.gathering(given.organisation(), given.organisation(), days_ago=800, visibility="public")
    measured(silos)
    years = portraits.windows(silos, "public")
    assert len(years) >= 2
    page = Client().get(reverse("network:overview", kwargs={"cluster": silos.slug}), {"year": years[-1]})
    assert page.context["portrait"].window == years[-1]
    assert (
        Client()
        .get(reverse("network:overview", kwargs={"cluster": silos.slug}), {"year": "1066"})
        .status_code
        == 200
    )


def test_a_page_without_a_portrait_says_that_it_comes(given):
    given.gathering(given.organisation(), given.organisation(), visibility="public")
    read_on()
    assert not Portrait.objects.exists()
    page = Client().get(reverse("network:overview", kwargs={"cluster": "hangang"}))
    assert "측정하고 있습니다" in page.content.decode()


def test_the_files_hold_what_the_reader_may_see(silos, given):
    given.gathering(given.organisation(), given.organisation(), visibility="managers")
    measured(silos)
    place = {"cluster": silos.slug}
    net = ET.fromstring(Client().get(reverse("network:graphml", kwargs=place)).content)  # noqa: S314  # our own file
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    assert len(net.findall(".//g:edge", space)) == Tie.objects.filter(audience="public").count()
    drawing = ET.fromstring(Client().get(reverse("network:svg", kwargs=place)).content)  # noqa: S314
    assert drawing.tag == "{http://www.w3.org/2000/svg}svg"
    url = reverse("network:attendance", kwargs=place)
    assert Client().get(url).status_code in (302, 403, 404)
    manager = Client()
    manager.force_login(given.user("cluster_manager"))
    today = manager.get(url).content.decode("utf-8-sig")
    # Dealt anew every day, so that no two files can be laid beside each other to find somebody again.
    tomorrow = timezone.localdate() + timedelta(days=1)
    with mock.patch("pumasi.measure.network.queries.files.timezone.localdate", return_value=tomorrow):
        assert manager.get(url).content.decode("utf-8-sig") != today
    rows = list(csv.DictReader(io.StringIO(today)))
    assert len(rows) == 45 * 4 + 2
    assert not [row for row in rows if not row["organisation"].startswith("o") or len(row["month"]) != 7]


def test_a_portrait_of_an_older_edition_is_read_and_measured_anew(silos):
    measured(silos)
    for kept in Portrait.objects.filter(cluster=silos):
        told = {key: value for key, value in kept.told.items() if key not in ("edition", "outward")}
        Portrait.objects.filter(pk=kept.pk).update(told=told, mark="of an older edition")
    assert "network.outside" not in said(silos)
    assert measured(silos)["public"] >= 1
    assert network.kept(silos, "managers").told["edition"] == portraits.EDITION
