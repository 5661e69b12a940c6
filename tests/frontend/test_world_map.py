"""The map of the world: projected as the build draws it, areas as amounts, and nothing lost for small countries."""

from __future__ import annotations

import json
import re
from math import pi
from pathlib import Path

import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation

from pumasi.kit.spots import Spot
from pumasi.web.templatetags.parts.world import circles, projected

BUILT = Path(settings.DJANGO_VITE["default"]["manifest_path"]).parent


def built(name):
    return BUILT / json.loads((BUILT / "manifest.json").read_text())[name]["file"]


@pytest.fixture(scope="module")
def atlas():
    return json.loads(built("src/world.json").read_text())


@pytest.fixture(scope="module")
def sprite():
    return built("src/world.svg").read_text()


def bounds(sprite, code):
    """The box around a country as the build drew it."""
    path = re.search(rf'id="{code}" [^>]*><path d="([^"]*)"', sprite).group(1)
    points = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+),(-?[\d.]+)", path)]
    xs, ys = zip(*points, strict=True)
    return min(xs), max(xs), min(ys), max(ys)


@pytest.mark.parametrize("code", ["KR", "JP", "DE", "IL", "BR", "ZA", "NZ", "US", "CL"])
def test_the_middle_of_a_country_lies_where_the_build_drew_it(atlas, sprite, code):
    x, y = projected(*atlas["at"][code])
    west, east, north, south = bounds(sprite, code)
    assert west <= x <= east
    assert north <= y <= south


def test_all_land_lies_on_the_map(atlas, sprite):
    west, east, north, south = bounds(sprite, "land")
    assert 0 <= west < east <= atlas["map"]["width"]
    assert 0 <= north < south <= atlas["map"]["height"]


def test_areas_are_as_amounts_and_the_filled_part_is_the_share():
    small, large = sorted(
        circles([Spot("a", 1, 1, country="KR"), Spot("b", 2, 8, country="FR")]), key=lambda one: one.outer
    )
    assert pi * large.outer**2 / (pi * small.outer**2) == pytest.approx(8, rel=0.01)
    assert (large.inner / large.outer) ** 2 == pytest.approx(2 / 8, rel=0.01)


def test_a_country_without_a_shape_has_a_circle_and_none_that_is_on_no_map(atlas):
    assert "SG" not in atlas["shapes"]
    (only,) = circles([Spot("Singapore", 1, 1, country="SG"), Spot("nowhere", 1, 1)])
    assert only.told == "Singapore"
    assert len(circles([Spot("c", 1, 1, country="ZZ")])) == 0
    assert circles([]) == []


def drawn(spots):
    with translation.override("en"):
        return Template("{% load pumasi %}{% world_map spots title='Where' %}").render(Context({"spots": spots}))


def test_what_it_says_is_said_in_words_and_escaped():
    page = drawn([Spot("<b>Korea</b>: 2", 2, 2, country="KR")])
    assert "&lt;b&gt;Korea&lt;/b&gt;: 2" in page
    assert 'aria-label="Map of the world: Where. The same follows in words."' in page
    assert page.count("#KR") == 1
    assert "world-near" not in page


def test_europe_is_shown_larger_where_several_places_lie_there():
    page = drawn([Spot(code, 1, 1, country=code) for code in ("FR", "DE", "NL", "BE")])
    assert page.count('class="outer"') == 8
    assert "world-near" in page


def test_coordinates_go_before_the_country():
    (one,) = circles([Spot("Eindhoven", 1, 1, "NL", 51.44, 5.48)])
    assert (one.x, one.y) == tuple(round(n, 1) for n in projected(5.48, 51.44))
