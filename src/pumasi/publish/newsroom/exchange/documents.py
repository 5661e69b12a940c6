"""A text out of DOCX or HWPX, as somebody would type it here: headings, lists, quotations and tables stay what they are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile, ZipFile

from pumasi.kit.markup import parsed
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.limits import LIMITS, check_size, check_unpacked
from pumasi.publish.newsroom.text import typed_table

ENDINGS = (".docx", ".hwpx")
SECTION = re.compile(r"Contents/section(\d+)\.xml")


def typed_from(body: bytes, filename: str) -> tuple[str, str]:
    """Title and text of a document. Raises Refused for another kind of file, a damaged one, or one that is too large."""
    check_size(len(body), filename, LIMITS)
    ending = filename.lower()[filename.rfind(".") :]
    if ending not in ENDINGS:
        raise Refused(
            "{name}: choose a DOCX or HWPX file. Save an older DOC or HWP as one of these first.",
            "{name}: DOCX 또는 HWPX 파일을 선택해 주십시오. DOC·HWP 파일은 먼저 다른 이름으로 저장해 주십시오.",
            name=filename,
        )
    try:
        with ZipFile(io.BytesIO(body)) as archive:
            check_unpacked(archive, filename, LIMITS)
            lines = list(_docx(body) if ending == ".docx" else _hwpx(archive, filename))
    except (BadZipFile, KeyError, ValueError):
        raise Refused(
            "{name} is damaged. Open it, save it again, and send that.",
            "{name}: 손상된 파일입니다. 열어서 다시 저장한 뒤 올려 주십시오.",
            name=filename,
        ) from None
    if not lines:
        raise Refused("{name} has no text.", "{name}: 글이 없는 파일입니다.", name=filename)
    title = next((line.removeprefix("# ") for line in lines if not line.startswith("|")), "")
    rest = lines[1:] if lines and lines[0].removeprefix("# ") == title else lines
    return title[:300], "\n\n".join(rest)


def _docx(body: bytes) -> Iterator[str]:
    from docx import Document  # late: slow import
    from docx.table import Table  # late: slow import

    for part in Document(io.BytesIO(body)).iter_inner_content():
        if isinstance(part, Table):
            yield from _table([[cell.text for cell in row.cells] for row in part.rows])
        elif part.text.strip():
            yield _marked(str(part.style.name if part.style else ""), " ".join(part.text.split()))


def _marked(style: str, text: str) -> str:
    """A paragraph with the mark of its style, whatever language Word named it in."""
    plain = style.lower()
    if plain.startswith(("heading", "title", "제목")):
        return f"# {text}"
    if plain.startswith(("list", "목록")):
        return f"- {text}"
    return f"> {text}" if "quote" in plain or "인용" in plain else text


def _table(rows: list[list[str]]) -> Iterator[str]:
    if filled := [row for row in rows if any(row)]:
        yield typed_table(filled)


def _hwpx(archive: ZipFile, filename: str) -> Iterator[str]:
    """Paragraphs and tables of every section, in order. Headers, footers and notes stand in elements of their own and are left."""
    names = sorted(
        (int(found[1]), found[0]) for name in archive.namelist() if (found := SECTION.fullmatch(name))
    )
    for _number, name in names:
        for paragraph in parsed(archive.read(name), filename).iterfind("{*}p"):
            yield from _paragraph(paragraph)


def _paragraph(paragraph: Any) -> Iterator[str]:
    text = " ".join(" ".join("".join(one.itertext()) for one in paragraph.iterfind("{*}run/{*}t")).split())
    if text:
        bullet = re.match(r"[•·∙○●◦▪■□\-*]\s*(.+)", text)
        yield f"- {bullet[1]}" if bullet else text
    for table in paragraph.iterfind("{*}run/{*}tbl"):
        rows = [
            [
                " ".join("".join(one.itertext()) for one in cell.iterfind(".//{*}t"))
                for cell in row.findall("{*}tc")
            ]
            for row in table.findall("{*}tr")
        ]
        yield from _table(rows)
