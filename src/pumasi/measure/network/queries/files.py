"""The network as files: GraphML for other programs, a drawing as SVG, and who was where under other names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

from django.utils import timezone
from django.utils.crypto import salted_hmac

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.measure.network.queries import maps, ties
from pumasi.measure.network.queries.base import STRIPS, member_rows
from pumasi.measure.network.queries.portraits import kinds_of

GRAPHML = "http://graphml.graphdrawing.org/xmlns"
SVG = "http://www.w3.org/2000/svg"
# The colours of communities on the page, in light; a file has no theme.
COLOURS = (
    "#4269d0",
    "#b7791f",
    "#d9534f",
    "#2f8f83",
    "#3f7d3a",
    "#c2557e",
    "#8a63c7",
    "#5b7fa6",
    "#8a6a4f",
    "#6b7280",
)
WIDTH, HEIGHT, MARGIN = 1200, 900, 60
NODE_KEYS = (("name_ko", "string"), ("name_en", "string"), ("kind", "string"), ("community", "int"))
TIE_KEYS = (
    ("weight", "double"),
    *((f"weight_{most}", "double") for most in STRIPS),
    ("gatherings", "int"),
    ("first", "string"),
    ("last", "string"),
)


def graphml(cluster: Cluster, audience: str) -> bytes:
    """All members and ties as the audience sees them, as GraphML (graphml.graphdrawing.org)."""
    root = ET.Element("graphml", xmlns=GRAPHML)
    for owner, keys in (("node", NODE_KEYS), ("edge", TIE_KEYS)):
        for name, kind in keys:
            ET.SubElement(root, "key", {"id": name, "for": owner, "attr.name": name, "attr.type": kind})
    net = ET.SubElement(root, "graph", id=cluster.slug, edgedefault="undirected")
    placed = ties.spots(cluster, audience)
    own = Organisation.objects.filter(pk__in=members.member_ids(cluster, audience)).order_by("pk")
    for pk, *told in own.values_list("pk", "name_ko", "name_en", "kind"):
        group = placed[pk].community if pk in placed else -1
        _told(ET.SubElement(net, "node", id=f"o{pk}"), NODE_KEYS, (*told, group))
    columns = (
        "a_id",
        "b_id",
        "weight",
        *(f"weight_{most}" for most in STRIPS),
        "gatherings",
        "first_at__date",
        "last_at__date",
    )
    for a, b, *values in ties.ties(cluster, audience).values_list(*columns):
        _told(ET.SubElement(net, "edge", source=f"o{a}", target=f"o{b}"), TIE_KEYS, values)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _told(element: ET.Element, keys: tuple[tuple[str, str], ...], values: Any) -> None:
    for (name, _kind), value in zip(keys, values, strict=True):
        ET.SubElement(element, "data", key=name).text = str(value)


def svg(cluster: Cluster, audience: str, language: str, foot: str) -> bytes:
    """The map as a drawing: the strongest ties, names of groups and of the best connected, and a foot line."""
    told = maps.map_of(cluster, audience, language)
    place = _placing(told["nodes"])
    root = ET.Element("svg", {"xmlns": SVG, "viewBox": f"0 0 {WIDTH} {HEIGHT}", "font-family": "sans-serif"})
    ET.SubElement(root, "title").text = foot
    ET.SubElement(root, "rect", width=str(WIDTH), height=str(HEIGHT), fill="#ffffff")
    where = {node["id"]: place(node) for node in told["nodes"]}
    lines = ET.SubElement(root, "g", {"stroke": "#9aa3af", "stroke-opacity": "0.35"})
    for edge in told["edges"]:
        (x1, y1), (x2, y2) = where[edge["source"]], where[edge["target"]]
        ET.SubElement(lines, "line", x1=x1, y1=y1, x2=x2, y2=y2)
    for node in told["nodes"]:
        x, y = where[node["id"]]
        fill = "#c7ccd4" if node["isolate"] else COLOURS[node["community"] % len(COLOURS)]
        dot = ET.SubElement(root, "circle", cx=x, cy=y, r=str(node["size"]), fill=fill)
        ET.SubElement(dot, "title").text = node["label"]
    _names(root, told, where, place)
    _text(root, MARGIN / 3, HEIGHT - MARGIN / 3, foot, size=14)
    return ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _placing(nodes: list[dict[str, Any]]) -> Any:
    """From the unit of the layout to the drawing's, keeping its proportions; y points down in a drawing."""
    xs, ys = [n["x"] for n in nodes] or [0.0], [n["y"] for n in nodes] or [0.0]
    span = max(max(xs) - min(xs), (max(ys) - min(ys)) * WIDTH / HEIGHT) or 1.0
    scale = (WIDTH - 2 * MARGIN) / span
    middle = (max(xs) + min(xs)) / 2, (max(ys) + min(ys)) / 2

    def place(node: dict[str, Any]) -> tuple[str, str]:
        x = WIDTH / 2 + (node["x"] - middle[0]) * scale
        y = HEIGHT / 2 - (node["y"] - middle[1]) * scale
        return f"{x:.1f}", f"{y:.1f}"

    return place


def _names(root: ET.Element, told: dict[str, Any], where: dict[int, tuple[str, str]], place: Any) -> None:
    for node in sorted(told["nodes"], key=lambda n: -n["size"])[:12]:
        x, y = where[node["id"]]
        _text(root, float(x) + node["size"] + 2, float(y) + 4, node["label"], size=11)
    for group in told["communities"]:
        x, y = place(group)
        _text(root, float(x), float(y), group["label"], size=15, weight="bold")


def _text(root: ET.Element, x: float, y: float, text: str, *, size: int, weight: str = "normal") -> None:
    style = {
        "font-weight": weight,
        "stroke": "#ffffff",
        "stroke-width": "3",
        "paint-order": "stroke",
        "fill": "#1f2937",
    }
    ET.SubElement(
        root, "text", {"x": f"{x:.1f}", "y": f"{y:.1f}", "font-size": str(size), **style}
    ).text = text


def attendance(cluster: Cluster, audience: str) -> tuple[list[str], list[list[Any]]]:
    """Who was where, under numbers that are dealt anew each day: headers and rows.

    Files of two days cannot be laid beside each other, and days are rounded to the month. The kind of an
    organisation stays, since the measures need it.
    """
    rows = member_rows(members.member_ids(cluster, audience), audience, cluster=cluster.pk)
    kind = dict(zip(rows.members, kinds_of(rows.members), strict=True))
    deal = f"{cluster.pk}.{timezone.localdate().isoformat()}"
    organisation, gathering = _dealt("o", rows.members, deal), _dealt("g", range(len(rows.sources)), deal)
    found = [
        [gathering[g], rows.when[g].strftime("%Y-%m"), rows.kinds[g], organisation[o], kind[o]]
        for g, o in zip(rows.gathering.tolist(), rows.organisation.tolist(), strict=True)
    ]
    return ["gathering", "month", "kind", "organisation", "organisation_kind"], sorted(found)


def _dealt(letter: str, things: Iterable[int], deal: str) -> dict[int, str]:
    """A number for each thing, in an order that nobody can foretell who does not know the house's secret."""

    def drawn(thing: int) -> str:
        return salted_hmac(f"pumasi.attendance.{letter}.{deal}", str(thing), algorithm="sha256").hexdigest()

    return {thing: f"{letter}{number}" for number, thing in enumerate(sorted(things, key=drawn), start=1)}
