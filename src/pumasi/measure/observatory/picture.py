"""A crossed table as a picture that stands alone: bars in groups with their counts written on them, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from pumasi.kit.markup import written

# Told apart also without colour: each has its own brightness, and every bar carries its count.
COLOURS = ["#1f4e79", "#c2571a", "#4a8f5c", "#8a5aa8", "#b08a1e", "#6b7280", "#a83b4f", "#2f8f9d"]
INK, MUTED, LINE = "#1c2430", "#4b5563", "#c9ced6"
WIDTH, LABEL, BAR, GAP, HEAD, FOOT = 760, 240, 18, 14, 64, 40
LONGEST = 34


@dataclass(frozen=True)
class Bars:
    """Title, what each group and each bar in it is called, counts by group and bar (None: held back), and what stands below."""

    title: str
    groups: Sequence[str]
    bars: Sequence[str]
    counts: Sequence[Sequence[int | None]]
    note: str
    held: str


def drawn(told: Bars) -> bytes:
    """The picture; it says in words what it shows to those who do not see it."""
    high = len(told.bars) * BAR + GAP
    legend = 22 * ((len(told.bars) + 2) // 3) if len(told.bars) > 1 else 0
    top = HEAD + legend
    height = top + high * len(told.groups) + FOOT
    picture = ET.Element(
        "svg",
        {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {WIDTH} {height}", "width": str(WIDTH), "height": str(height), "role": "img",
         "font-family": "Pretendard, 'Noto Sans KR', sans-serif", "font-size": "13"},
    )  # fmt: skip
    ET.SubElement(picture, "title").text = told.title
    ET.SubElement(picture, "desc").text = _in_words(told)
    ET.SubElement(picture, "rect", {"width": str(WIDTH), "height": str(height), "fill": "#ffffff"})
    _text(picture, 16, 28, _short(told.title, 78), size=16, weight="700")
    _legend(picture, told)
    most = max((count or 0 for row in told.counts for count in row), default=0) or 1
    for at, (group, row) in enumerate(zip(told.groups, told.counts, strict=True)):
        y = top + at * high
        _text(picture, LABEL - 10, y + len(row) * BAR / 2 + 5, _short(group, LONGEST), anchor="end")
        for place, count in enumerate(row):
            _bar(picture, y + place * BAR, count, most, COLOURS[place % len(COLOURS)], told.held)
    ET.SubElement(
        picture,
        "line",
        {"x1": str(LABEL), "x2": str(LABEL), "y1": str(top - 4), "y2": str(height - FOOT), "stroke": LINE},
    )
    _text(picture, 16, height - 14, _short(told.note, 110), size=12, fill=MUTED)
    return written(picture)


def _bar(picture: ET.Element, y: float, count: int | None, most: int, colour: str, held: str) -> None:
    width = (WIDTH - LABEL - 70) * (count or 0) / most
    ET.SubElement(
        picture,
        "rect",
        {"x": str(LABEL), "y": f"{y:.1f}", "width": f"{width:.1f}", "height": str(BAR - 3), "fill": colour},
    )
    _text(picture, LABEL + width + 6, y + BAR - 6, held if count is None else str(count), size=12)


def _legend(picture: ET.Element, told: Bars) -> None:
    if len(told.bars) < 2:  # one bar in each group needs no key
        return
    for at, bar in enumerate(told.bars):
        x, y = 16 + (at % 3) * 245, 42 + (at // 3) * 22
        ET.SubElement(
            picture,
            "rect",
            {"x": str(x), "y": str(y), "width": "12", "height": "12", "fill": COLOURS[at % len(COLOURS)]},
        )
        _text(picture, x + 18, y + 11, _short(bar, LONGEST), size=12)


def _in_words(told: Bars) -> str:
    lines = [
        f"{group}: "
        + ", ".join(
            f"{bar} {told.held if count is None else count}"
            for bar, count in zip(told.bars, row, strict=True)
        )
        for group, row in zip(told.groups, told.counts, strict=True)
    ]
    return "; ".join([*lines, told.note])


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"


def _text(
    picture: ET.Element,
    x: float,
    y: float,
    text: str,
    *,
    size: int = 13,
    fill: str = INK,
    anchor: str = "start",
    weight: str = "400",
) -> None:
    place = {
        "x": f"{x:.1f}",
        "y": f"{y:.1f}",
        "font-size": str(size),
        "fill": fill,
        "text-anchor": anchor,
        "font-weight": weight,
    }
    ET.SubElement(picture, "text", place).text = text
