"""Slides that go on being edited elsewhere: titles, sentences, tables, and charts whose numbers can be opened (PPTX)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from pumasi.kit.documents import FACE

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
# 16 : 9, in English Metric Units (914,400 an inch).
WIDTH, HEIGHT, EDGE = 12_192_000, 6_858_000, 600_000
INK, MUTED, BAR = "1C2430", "4B5563", "0B5C63"
ROWS = 10


@dataclass(frozen=True)
class Chart:
    """Bars: a label and a number each."""

    labels: Sequence[str]
    numbers: Sequence[int]
    unit: str


@dataclass(frozen=True)
class Slide:
    """A slide: a title, sentences below, and a chart, the rows of a table or a `case` (its title and its text).

    `notes` are for who speaks.
    """

    title: str
    lines: Sequence[str] = ()
    chart: Chart | None = None
    headings: Sequence[str] = ()
    rows: Sequence[Sequence[str]] = ()
    case: tuple[str, str] | None = None
    notes: str = ""


@dataclass(frozen=True)
class Deck:
    """A set of slides; `footer` stands on each."""

    title: str
    subtitle: str
    footer: str
    slides: Sequence[Slide] = field(default_factory=tuple)


def pptx(told: Deck) -> bytes:
    """The slides as PPTX. A table longer than a slide goes on over the next ones."""
    from pptx import Presentation  # late: slow import

    deck = Presentation()
    deck.slide_width, deck.slide_height = WIDTH, HEIGHT
    deck.core_properties.title = told.title
    first = _blank(deck)
    _text(first, told.title, top=2_200_000, height=1_400_000, size=36, strong=True)
    _text(first, told.subtitle, top=3_700_000, height=900_000, size=20, colour=MUTED)
    _foot(first, told.footer)
    for slide in told.slides:
        for at in range(0, max(len(slide.rows), 1), ROWS):
            _draw(deck, slide, slide.rows[at : at + ROWS], told.footer)
    kept = io.BytesIO()
    deck.save(kept)
    return kept.getvalue()


def _blank(deck: Any) -> Any:
    return deck.slides.add_slide(deck.slide_layouts[6])


def _draw(deck: Any, slide: Slide, rows: Sequence[Sequence[str]], footer: str) -> None:
    page = _blank(deck)
    _text(page, slide.title, top=350_000, height=1_000_000, size=26, strong=True)
    top = 1_400_000
    if slide.lines:
        height = 480_000 * len(slide.lines)
        _text(page, "\n".join(slide.lines), top=top, height=height, size=18)
        top += height + 200_000
    if slide.chart:
        _chart(page, slide.chart, top)
    if slide.case:
        title, text = slide.case
        # In one box, so that a heading of two lines moves its text down and does not lie over it.
        box = _text(page, title, top=top, height=1_680_000, size=20, strong=True, colour=BAR)
        _line(box.add_paragraph(), text, size=18)
    if rows:
        _table(page, slide.headings, rows, top)
    if slide.notes:
        page.notes_slide.notes_text_frame.text = slide.notes
    _foot(page, footer)


def _text(
    page: Any, text: str, *, top: int, height: int, size: int, strong: bool = False, colour: str = INK
) -> Any:
    """A box of text, a paragraph for each line; its frame, for what comes below."""
    box = page.shapes.add_textbox(EDGE, top, WIDTH - 2 * EDGE, height).text_frame
    box.word_wrap = True
    for at, line in enumerate(text.split("\n")):
        paragraph = box.paragraphs[0] if at == 0 else box.add_paragraph()
        _line(paragraph, line, size=size, strong=strong, colour=colour)
    return box


def _line(paragraph: Any, text: str, *, size: int, strong: bool = False, colour: str = INK) -> None:
    from pptx.util import Pt  # late: slow import

    paragraph.space_after = Pt(size / 2)
    _run(paragraph, text, size=size, strong=strong, colour=colour)


def _run(paragraph: Any, text: str, *, size: int, strong: bool = False, colour: str = INK) -> None:
    """Text in one font for Latin and Hangul alike: PowerPoint keeps two, and the second one is set in the XML alone."""
    from pptx.dml.color import RGBColor  # late: slow import
    from pptx.oxml.ns import qn  # late: slow import
    from pptx.util import Pt  # late: slow import

    run = paragraph.add_run()
    run.text = text
    font = run.font
    font.size, font.bold, font.name, font.color.rgb = Pt(size), strong, FACE, RGBColor.from_string(colour)
    properties = run._r.get_or_add_rPr()  # noqa: SLF001  # the library has no name for it
    properties.append(properties.makeelement(qn("a:ea"), {"typeface": FACE}))


def _foot(page: Any, footer: str) -> None:
    _text(page, footer, top=HEIGHT - 480_000, height=320_000, size=10, colour=MUTED)


def _chart(page: Any, told: Chart, top: int) -> None:
    from pptx.chart.data import CategoryChartData  # late: slow import
    from pptx.dml.color import RGBColor  # late: slow import
    from pptx.enum.chart import XL_CHART_TYPE  # late: slow import
    from pptx.util import Pt  # late: slow import

    data = CategoryChartData()
    # A bar chart is read from below.
    data.categories = list(reversed(told.labels))
    data.add_series(told.unit, list(reversed(told.numbers)))
    room = HEIGHT - top - 550_000
    chart = page.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, EDGE, top, WIDTH - 2 * EDGE, room, data).chart
    chart.has_legend = False
    chart.has_title = False
    chart.font.size, chart.font.name = Pt(14), FACE
    plot = chart.plots[0]
    plot.has_data_labels, plot.gap_width = True, 60
    fill = plot.series[0].format.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor.from_string(BAR)
    chart.value_axis.visible = False
    chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale = 0


def _table(page: Any, headings: Sequence[str], rows: Sequence[Sequence[str]], top: int) -> None:
    height = min(HEIGHT - top - 600_000, 400_000 * (len(rows) + 1))
    table = page.shapes.add_table(len(rows) + 1, len(headings), EDGE, top, WIDTH - 2 * EDGE, height).table
    for line, cells in zip(table.rows, [headings, *rows], strict=True):
        for cell, said in zip(line.cells, cells, strict=True):
            head = cells is headings
            _run(cell.text_frame.paragraphs[0], said, size=13, strong=head, colour="FFFFFF" if head else INK)
