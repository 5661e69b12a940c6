"""Documents that go on being edited elsewhere: one content, written as DOCX and as HWPX (which Korean agencies read)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HWPX = "application/hwp+zip"
# What Office has on every machine for Hangul; elsewhere it is replaced.
FACE = "Malgun Gothic"


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 (a chapter) or 2."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Text:
    """A paragraph; `note` is a footnote at its end."""

    text: str
    note: str = ""
    strong: bool = False


@dataclass(frozen=True)
class Table:
    """A table with its headings."""

    headings: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True)
class Document:
    """A document: what stands on it, and what stands at the top and the bottom of each page."""

    title: str
    language: str
    header: str = ""
    footer: str = ""
    blocks: Sequence[Heading | Text | Table] = field(default_factory=tuple)


def docx(told: Document) -> bytes:
    """The document as DOCX; notes stand numbered at the end, for the library knows no footnotes."""
    import docx as library  # late: slow import
    from docx.shared import Mm  # late: slow import

    paper = library.Document()
    paper.sections[0].page_width, paper.sections[0].page_height = Mm(210), Mm(297)
    paper.core_properties.title, paper.core_properties.language = told.title, told.language
    paper.sections[0].header.paragraphs[0].text = told.header
    paper.sections[0].footer.paragraphs[0].text = told.footer
    paper.add_heading(told.title, level=0)
    notes: list[str] = []
    for block in told.blocks:
        if isinstance(block, Heading):
            paper.add_heading(block.text, level=block.level)
        elif isinstance(block, Table):
            _table(paper, block)
        else:
            _paragraph(paper, block, notes)
    for number, note in enumerate(notes, start=1):
        paper.add_paragraph(f"[{number}] {note}")
    _korean_too(paper)
    return _kept(paper.save)


def _paragraph(paper: Any, block: Text, notes: list[str]) -> None:
    added = paper.add_paragraph()
    added.add_run(block.text).bold = block.strong
    if block.note:
        notes.append(block.note)
        added.add_run(f" [{len(notes)}]").font.superscript = True


def _table(paper: Any, block: Table) -> None:
    from docx.oxml import OxmlElement  # late: slow import
    from docx.shared import Pt  # late: slow import

    grid = paper.add_table(rows=1, cols=len(block.headings), style="Table Grid")
    for at, line in enumerate([block.headings, *block.rows]):
        row = grid.add_row() if at else grid.rows[0]
        for cell, text in zip(row.cells, line, strict=True):
            said = cell.paragraphs[0]
            said.add_run(text).bold = at == 0
            said.paragraph_format.space_before = said.paragraph_format.space_after = Pt(3)
    # The heading stands again on each page that the table runs over.
    grid.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001  # the library has no name for it
    paper.add_paragraph().paragraph_format.space_after = Pt(0)


def _korean_too(paper: Any) -> None:
    """A face for Korean letters, and the same for Latin ones between them; without one each program chooses its own."""
    from docx.oxml.ns import qn  # late: slow import

    paper.styles["Normal"].font.name = FACE

    for style in paper.styles:
        fonts = getattr(style.element, "rPr", None)
        if fonts is not None and fonts.rFonts is not None:
            fonts.rFonts.set(qn("w:eastAsia"), FACE)


def hwpx(told: Document) -> bytes:
    """The document as HWPX, with real footnotes, header and page numbers."""
    from hwpx import HwpxDocument  # late: slow import

    paper = HwpxDocument.new()
    paper.page.setup(paper_size="A4")
    large, bold = paper.styles.ensure_run(bold=True, size=18), paper.styles.ensure_run(bold=True)
    heads = {level: paper.styles.ensure_run(bold=True, size=size) for level, size in ((1, 14), (2, 11))}
    paper.add_paragraph(told.title, char_pr_id_ref=large)
    for block in told.blocks:
        if isinstance(block, Heading):
            paper.add_heading(block.text, level=block.level, char_pr_id_ref=heads[block.level])
        elif isinstance(block, Table):
            grid = paper.add_table(1 + len(block.rows), len(block.headings))
            for y, row in enumerate([block.headings, *block.rows]):
                for x, text in enumerate(row):
                    grid.set_cell_text(y, x, text)
        else:
            # Without a word it would take over the style of the heading above.
            added = paper.add_paragraph(
                block.text, inherit_style=False, char_pr_id_ref=bold if block.strong else None
            )
            if block.note:
                paper.notes.add_footnote(block.note, paragraph=added)
    if told.header:
        paper.page.set_header(text=told.header)
    if told.footer:
        paper.page.set_footer(text=told.footer)
    return bytes(paper.to_bytes())


def _kept(save: Any) -> bytes:
    kept = io.BytesIO()
    save(kept)
    return kept.getvalue()
