"""Clusters side by side: values as they were measured, bounds, what is too little, and nothing that size alone makes."""

from __future__ import annotations

import csv
import io
import itertools

import pytest
from django.urls import reverse

from pumasi.measure.network import api as network
from pumasi.measure.observatory import words
from pumasi.measure.observatory.queries.compare import INDICATORS, Cell, compared, known
from security.reading import read_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(given):
    """`hangang` with 40 gatherings of a company and a university each, `small` with three; `empty` with none."""
    clusters = [given.cluster(slug) for slug in ("hangang", "small", "empty")]
    for cluster, n in zip(clusters, (40, 3, 0), strict=True):
        firms = [given.organisation(f"{cluster.slug} firm {i}", cluster=cluster) for i in range(6)]
        schools = [
            given.organisation(f"{cluster.slug} school {i}", cluster=cluster, kind="university")
            for i in range(4)
        ]
        pairs = itertools.cycle(itertools.product(firms, schools))
        for day, pair in zip(range(n), pairs, strict=False):
            given.gathering(*pair, cluster=cluster, days_ago=day + 1, visibility="public")
    read_on()
    for cluster in clusters:
        network.measure(cluster=cluster, audience="public")
    return clusters


def address(language="en", query=""):
    found = reverse("observatory:compare", kwargs={"cluster": "hangang"})
    return f"/{language}{found[3:]}{query}"


def test_the_cells_are_the_portraits_own(two):
    columns = {one.cluster.slug: one for one in compared(two)}
    large = dict(zip((one.key for one in INDICATORS), columns["hangang"].cells, strict=True))
    told = network.kept(two[0], "public").told
    science = next(one for one in told["verdict"]["whole"] if one["key"] == "firm_science")
    assert (large["firm_science"].value, large["firm_science"].low) == (
        science["ratio"]["value"],
        science["ratio"]["low"],
    )
    assert large["firm_science"].beyond
    assert (large["connected"].value, large["connected"].n) == (10, 10)
    small = dict(zip((one.key for one in INDICATORS), columns["small"].cells, strict=True))
    assert small["firm_science"] is None
    assert (small["connected"].value, small["connected"].n) == (4, 10)


def test_partners_outside_and_abroad_are_counted_and_hidden_members_are_not(given):
    cluster = given.cluster("hangang", country="KR")
    firms = [given.organisation(f"firm {i}", cluster=cluster) for i in range(6)]
    hidden = given.organisation("not to be known", cluster=cluster, visibility="members")
    near = [
        given.organisation(f"near {i}", cluster=cluster, relation="partner", country="KR") for i in range(4)
    ]
    far = [
        given.organisation(f"far {i}", cluster=cluster, relation="partner", country="DE") for i in range(5)
    ]
    pairs = [*itertools.combinations(firms, 2), *itertools.product(firms, [*near, *far, hidden])]
    for day, pair in enumerate(pairs):
        given.gathering(*pair, cluster=cluster, days_ago=day + 1, visibility="public")
    read_on()
    for audience in ("public", "managers"):
        network.measure(cluster=cluster, audience=audience)
    assert network.kept(cluster, "managers").told["outward"]["leaving"]["whole"] == 69 + 6
    [column] = compared([cluster])
    cells = dict(zip((one.key for one in INDICATORS), column.cells, strict=True))
    assert (cells["outside"].value, cells["outside"].n) == (54, 69)
    assert (cells["abroad"].value, cells["abroad"].n) == (30, 69)
    assert 0.6 < cells["outside"].low < 54 / 69 < cells["outside"].high < 0.95


def test_the_page_says_so_in_both_languages(two, client):
    page = client.get(address()).content.decode()
    assert "10 of 10 (100 %)" in page
    assert "more than chance" in page
    assert "too little recorded" in page
    assert "4 of 10 (40 %)" in page
    korean = client.get(address("ko")).content.decode()
    assert "10곳 중 10곳(100%)" in korean
    assert "우연보다 많음" in korean
    only = client.get(address(query="?with=nothing")).content.decode()
    assert "4 of 10 (40 %)" not in only


def test_the_rows_are_the_same_numbers(two, client):
    answer = client.get(address(query="?with=small&format=csv"))
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert len(rows) == 2 * len(INDICATORS)
    assert [(row["value"], row["n"]) for row in rows if row["indicator"] == "connected"] == [
        ("10", "10"),
        ("4", "10"),
    ]


def test_nothing_measured_says_so(given, client):
    given.cluster("hangang")
    assert known() == []
    assert "No network is measured yet" in client.get(address()).content.decode()


@pytest.mark.parametrize(
    ("cell", "en", "ko", "chance"),
    [
        (None, "too little recorded", "판단할 만큼 기록되지 않음", ""),
        (Cell("part", 3, 9), "3 of 9", "9곳 중 3곳", ""),
        (Cell("part", 600, 1200), "600 of 1,200 (50 %)", "1,200곳 중 600곳(50%)", ""),
        (
            Cell("share", 312, 480, 0.584, 0.711),
            "312 of 480 pairs (65 %; 58–71 %)",
            "480쌍 중 312쌍(65%, 58~71%)",
            "",
        ),
        (
            Cell("ratio", 1.1, 40, 1.04, 1.16, beyond=True),
            "1.10 times chance (1.04–1.16)",
            "우연의 1.10배(1.04–1.16)",
            "more than chance",
        ),
        (
            Cell("ratio", 0.5, 40, 0.4, 0.6, beyond=True),
            "0.50 times chance (0.40–0.60)",
            "우연의 0.50배(0.40–0.60)",
            "less than chance",
        ),
        (
            Cell("ratio", 0.72, 40, 0.64, 0.87),
            "0.72 times chance (0.64–0.87)",
            "우연의 0.72배(0.64–0.87)",
            "not certain",
        ),
        (
            Cell("ratio", 6.5, 47, 4.1, None, beyond=True),
            "6.50 times chance (4.10 or more)",
            "우연의 6.50배(4.10 이상)",
            "more than chance",
        ),
        (
            Cell("ratio", 1.0, 40, 0.9, 1.1),
            "1.00 times chance (0.90–1.10)",
            "우연의 1.00배(0.90–1.10)",
            "within chance",
        ),
        (
            Cell("change", -0.25, 140, -0.39, -0.07, beyond=True),
            "−25 % (−39 to −7 %)",
            "−25%(−39~−7%)",
            "fewer",
        ),
        (Cell("change", 0.02, 140, -0.1, 0.1), "+2 % (−10 to +10 %)", "+2%(−10~+10%)", "no clear change"),
    ],
)
def test_how_a_value_is_told(cell, en, ko, chance):
    assert words.cell(cell, "en") == en
    assert words.cell(cell, "ko") == ko
    assert words.against_chance(cell, "en") == chance
    assert bool(words.against_chance(cell, "ko")) == bool(chance)
