"""A map of the world with a circle for each place, in the Equal Earth projection that the build draws it in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from typing import Any

from django.conf import settings
from django_vite.core.asset_loader import DjangoViteAssetLoader

from pumasi.kit.spots import Spot
from pumasi.web.templatetags._library import register

# Šavrič, Patterson and Jenny (2018), The Equal Earth map projection, doi:10.1080/13658816.2018.1504949.
A1, A2, A3, A4 = 1.340264, -0.081106, 0.000893, 0.003796
M = sqrt(3) / 2
# West, east, south and north of what is shown a second time, larger, where most places lie there.
EUROPE = (-11.0, 32.0, 36.0, 66.0)
# Up to so many places there, the whole map is enough; and how much narrower than it the part stands beside it (content.css).
FEW, BESIDE = 3, 2.4
LARGEST, SMALLEST = 18.0, 3.0


@dataclass(frozen=True)
class Circle:
    """Middle and radii in the map's units: the whole, and its filled part."""

    x: float
    y: float
    outer: float
    inner: float
    told: str


@cache
def _atlas() -> dict[str, Any]:
    """What the build says of the map: its measures, which countries have a shape, and where each one lies."""
    built = Path(str(settings.DJANGO_VITE["default"]["manifest_path"])).parent
    file = json.loads((built / "manifest.json").read_text())["src/world.json"]["file"]
    atlas: dict[str, Any] = json.loads((built / file).read_text())
    return atlas


def projected(longitude: float, latitude: float) -> tuple[float, float]:
    """Degrees as units of the map, from its upper left corner."""
    at = _atlas()["map"]
    turned = (longitude - at["turned"] + 180) % 360 - 180
    angle = asin(M * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    x = radians(turned) * cos(angle) / (M * (A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square)))
    y = angle * (A1 + A2 * square + sixth * (A3 + A4 * square))
    return at["x"] + at["scale"] * x, at["y"] - at["scale"] * y


def circles(spots: Sequence[Spot], *, zoom: float = 1) -> list[Circle]:
    """Circles whose areas are as the spots' amounts, the largest first, so that none lies hidden below another."""
    most = max((spot.of for spot in spots), default=0) or 1
    found = []
    for spot in spots:
        place = _place(spot)
        if place is not None:
            outer = max(SMALLEST, LARGEST * sqrt(spot.of / most)) / zoom
            inner = outer * sqrt(spot.n / spot.of) if spot.of else 0.0
            x, y = projected(*place)
            found.append(Circle(round(x, 1), round(y, 1), round(outer, 2), round(inner, 2), spot.told))
    return sorted(found, key=lambda one: -one.outer)


def _place(spot: Spot) -> tuple[float, float] | None:
    """Longitude and latitude; nothing for a country that is on no map."""
    if spot.longitude is not None and spot.latitude is not None:
        return spot.longitude, spot.latitude
    found = _atlas()["at"].get(spot.country)
    return tuple(found) if found else None


def _in_europe(spot: Spot) -> bool:
    west, east, south, north = EUROPE
    place = _place(spot)
    return place is not None and west <= place[0] <= east and south <= place[1] <= north


def _europe(width: float) -> tuple[str, float]:
    """The part of the map that Europe is, and how much larger it is drawn beside the whole."""
    west, east, south, north = EUROPE
    # Towards the pole meridians come together, so the sides are those of the southern edge.
    (left, bottom), (right, _bottom) = projected(west, south), projected(east, south)
    _left, top = projected(west, north)
    return f"{left:.0f} {top:.0f} {right - left:.0f} {bottom - top:.0f}", width / (right - left) / BESIDE


@register.inclusion_tag("components/world_map.html")
def world_map(spots: Iterable[Spot], title: Any, key: Any = "") -> dict[str, Any]:
    """Draw places on a map: {% world_map spots title=_("Where they are") key=_("Circles: …") %}.

    The same must stand on the page as a table or list: a map says it to those alone who see it.
    """
    there, atlas = list(spots), _atlas()
    width, height = atlas["map"]["width"], atlas["map"]["height"]
    maps = [{"box": f"0 0 {width} {height}", "circles": circles(there)}]
    if sum(map(_in_europe, there)) > FEW:
        box, zoom = _europe(width)
        maps.append({"box": box, "circles": circles(there, zoom=zoom)})
    return {
        "title": title, "key": key, "maps": maps, "width": width, "height": height,
        "sprite": DjangoViteAssetLoader.instance().generate_vite_asset_url("src/world.svg"),
        "lit": sorted({spot.country for spot in there} & set(atlas["shapes"])),
    }  # fmt: skip
