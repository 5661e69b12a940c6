"""What another board published: a table (CSV, XLSX, Parquet) or a feed (RSS, Atom), row by row, in our words."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import PurePath
from typing import Any

from pumasi.kit import sheets
from pumasi.kit.markup import parsed, text_of
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.limits import LIMITS, check_size
from pumasi.kit.sheets.values import read_date
from pumasi.publish.newsroom.exchange.pages import typed

# Names under which boards and feeds give the same thing.
NAMES = {
    "key": ("id", "key", "guid", "number", "brief_rcn", "번호"),
    "day": ("date", "day", "published", "pubdate", "updated", "작성일", "등록일"),
    "title": ("title", "subject", "제목"),
    "body": ("text", "body", "content", "encoded", "teaser", "description", "내용", "본문"),
    "summary": ("summary", "lead", "요약"),
    "link": ("link", "url", "원문"),
}
FEEDS, TABLES = {".xml", ".rss", ".atom"}, {".csv", ".tsv", ".txt", ".xlsx", ".parquet"}
LONGEST_LINK = 1000


@dataclass(frozen=True, slots=True)
class Found:
    """A row of the other board that can be published here; `title`, `summary` and `body` are typed text."""

    key: str
    day: date
    title: str
    body: str
    summary: str
    link: str


@dataclass(frozen=True, slots=True)
class Board:
    """What a file holds, and the rows (counted from 1) that have no title or no readable day."""

    found: list[Found]
    left: list[int]


def read_board(body: bytes, filename: str) -> Board:
    """Read what a file of another board holds. Raises Refused for a file that is none."""
    check_size(len(body), filename, LIMITS)
    name = PurePath(filename)
    ending = name.suffix.lower()
    if ending not in FEEDS | TABLES:
        raise Refused(
            "{name}: choose a table (CSV, XLSX) or a feed (RSS, Atom).",
            "{name}: 표(CSV, XLSX)나 피드(RSS, Atom) 파일을 선택해 주십시오.",
            name=filename,
        )
    rows = _feed if ending in FEEDS else _parquet if ending == ".parquet" else _table
    found, left = [], []
    for n, row in enumerate(rows(body, filename), 1):
        told = _named(row)
        day, title = _day(told["day"]), " ".join(typed(str(told["title"] or "")).split())
        if day is None or not title:
            left.append(n)
            continue
        key = f"{name.stem[:40]}.{told['key'] or n}"[:80]
        text, summary = (typed(str(told[part] or "")) for part in ("body", "summary"))
        link = str(told["link"] or "").strip()
        link = link if link.startswith(("http://", "https://")) and len(link) <= LONGEST_LINK else ""
        found.append(Found(key, day, title[:300], text, " ".join(summary.split())[:500], link))
    if not found and not left:
        raise Refused("{name} holds no items.", "{name}: 글이 들어 있지 않습니다.", name=filename)
    return Board(found, left)


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """A row by our names."""
    lower = {str(name).strip().casefold(): value for name, value in row.items() if name}
    return {
        ours: next((lower[name] for name in theirs if lower.get(name)), None)
        for ours, theirs in NAMES.items()
    }


def _day(value: Any) -> date | None:
    """A day as tables write it, or as feeds do (RFC 5322, RFC 3339)."""
    try:
        return read_date(value)
    except Refused:
        pass
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return read(str(value).strip()).date()
        except ValueError:
            continue
    return None


def _table(body: bytes, filename: str) -> Iterator[dict[str, Any]]:
    for sheet in sheets.read(body, filename):
        yield from (dict(row.values) for row in sheet.rows)


def _parquet(body: bytes, filename: str) -> Iterator[dict[str, Any]]:
    import pyarrow as pa  # late: slow import
    import pyarrow.parquet as pq  # late: slow import

    try:
        yield from pq.read_table(io.BytesIO(body)).to_pylist()
    except (OSError, pa.ArrowInvalid):
        raise Refused(
            "{name} cannot be read as Parquet.", "{name}: Parquet 파일로 읽을 수 없습니다.", name=filename
        ) from None


def _feed(body: bytes, filename: str) -> Iterator[dict[str, Any]]:
    """Items of RSS and entries of Atom, whose links stand in an attribute."""
    for item in parsed(body, filename).iter("{*}item", "{*}entry"):
        row: dict[str, Any] = {}
        for child in item:
            if isinstance(child.tag, str):
                # A text of XHTML (Atom) is markup, one of RSS markup in characters: both read as text here.
                row.setdefault(child.tag.rpartition("}")[2], child.get("href") or text_of(child))
        yield row
