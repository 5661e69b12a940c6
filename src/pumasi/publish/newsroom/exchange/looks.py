"""What stands in an attached file, as typed text: for those who have no program for it, or want to know before they fetch it."""

from __future__ import annotations

from pumasi.kit import sheets
from pumasi.kit.sheets.csvfile import decode
from pumasi.publish.newsroom.exchange.documents import ENDINGS, typed_from
from pumasi.publish.newsroom.text import typed_table

ROWS, COLUMNS, LONGEST, LINES = 60, 12, 200, 400


def looked_into(body: bytes, filename: str) -> str:
    """The text of a document, or the first rows of a table. Raises Refused for a damaged file."""
    ending = filename.lower()[filename.rfind(".") :]
    if ending in ENDINGS:
        title, text = typed_from(body, filename)
        return "\n\n".join(one for one in (f"# {title}" if title else "", text) if one)
    if ending == ".txt":
        return "\n".join(decode(body, filename)[0].splitlines()[:LINES])
    return "\n\n".join(
        part for sheet in sheets.read(body, filename) if not sheet.hidden for part in _sheet(sheet)
    )


def _sheet(sheet: sheets.Sheet) -> list[str]:
    """Its name and first rows, as they stand: a look leaves nothing out for being a total."""
    lines = [line[:COLUMNS] for line in sheet.filled if any(line)]
    if not lines:
        return []
    width = max(map(len, lines[:ROWS]))
    rows = [
        [sheets.shown(value)[:LONGEST] for value in (*line, *[None] * (width - len(line)))]
        for line in lines[:ROWS]
    ]
    return [
        *([f"# {sheet.name}"] if sheet.name else []),
        typed_table(rows),
        *(["…"] if len(lines) > ROWS else []),
    ]
