"""`pumasi import news`: what another board published, from a table or a feed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import click

from pumasi.kit import sheets
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.limits import check_size
from pumasi.kit.sheets.values import read_date
from pumasi.web.command.data import CLUSTER, JSON, bring, find_cluster
from pumasi.web.command.shell import open_house, say, tell

# Names under which boards and feeds give the same thing.
NAMES = {
    "key": ("id", "key", "guid", "number", "brief_rcn", "번호"),
    "day": ("date", "day", "published", "pubdate", "작성일", "등록일"),
    "title": ("title", "subject", "제목"),
    "body": ("text", "body", "content", "teaser", "description", "내용", "본문"),
    "summary": ("summary", "lead", "요약"),
    "link": ("link", "url", "원문"),
    "kind": ("kind", "board", "분류"),
}


@bring.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@CLUSTER
@click.option(
    "--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Language of the texts."
)
@click.option(
    "--kind",
    type=click.Choice(["notice", "news", "release", "success", "investment"]),
    default="news",
    show_default=True,
)
@click.option("--publisher", default="", help="Who published them there.")
@JSON
def news(file: Path, slug: str, lang: str, kind: str, publisher: str, as_json: bool) -> None:  # noqa: FBT001
    """Bring in what another board published (CSV, XLSX, Parquet or RSS: id, date, title, text). The same file again changes nothing."""
    open_house()
    from pumasi.publish.newsroom import api as newsroom  # late: needs the settings

    cluster = find_cluster(slug)
    check_size(file.stat().st_size, file.name, sheets.LIMITS)
    found: list[Any] = []
    skipped = 0
    for row in READERS.get(file.suffix.lower(), _table)(file):
        told = _named(row)
        day = _day(told.get("day"))
        if not told.get("title") or day is None:
            skipped += 1
            continue
        words = {name: str(told.get(name) or "") for name in ("title", "body", "summary", "link")}
        found.append(
            newsroom.PastItem(
                key=f"{file.stem[:40]}.{told.get('key') or len(found)}"[:80],
                day=day,
                kind=kind,
                language=lang,
                **words,
            )
        )
    report: dict[str, Any] = newsroom.bring_in(
        cluster=cluster,
        found=found,
        publisher_ko=publisher if lang == "ko" else "",
        publisher_en=publisher if lang == "en" else "",
    )
    report["skipped"] = skipped
    if skipped:
        say(f"{skipped} rows have no title or no readable date; they were left out.")
    tell(
        report, as_json=as_json, text=f"{report['created']:,} brought in, {report['unchanged']:,} were there."
    )


def _named(row: dict[str, Any]) -> dict[str, Any]:
    """A row by our names."""
    lower = {str(name).strip().casefold(): value for name, value in row.items() if name}
    return {
        ours: next((lower[name] for name in theirs if lower.get(name)), None)
        for ours, theirs in NAMES.items()
    }


def _day(value: Any) -> date | None:
    """A day as tables write it, or as feeds do (RFC 5322)."""
    try:
        return read_date(value)
    except Refused:
        pass
    try:
        return parsedate_to_datetime(str(value)).date()
    except ValueError:
        return None


def _table(file: Path) -> Iterator[dict[str, Any]]:
    for sheet in sheets.read(file):
        yield from (dict(row.values) for row in sheet.rows)


def _parquet(file: Path) -> Iterator[dict[str, Any]]:
    import pyarrow as pa  # late: slow import
    import pyarrow.parquet as pq  # late: slow import

    try:
        yield from pq.read_table(file).to_pylist()
    except (OSError, pa.ArrowInvalid) as error:
        raise Refused("The file cannot be read as Parquet.", "Parquet 파일로 읽을 수 없습니다.") from error


def _rss(file: Path) -> Iterator[dict[str, Any]]:
    raw = file.read_bytes()
    # A feed needs no entities of its own, and a bomb of them would fill the memory.
    if b"<!DOCTYPE" in raw or b"<!ENTITY" in raw:
        raise Refused(
            "The feed declares entities, which are not read.", "개체를 선언한 피드는 읽지 않습니다."
        )
    try:
        root = ET.fromstring(raw)  # noqa: S314  # without declarations there is nothing to expand
    except ET.ParseError as error:
        raise Refused("The file is no well-formed feed.", "올바른 형식의 피드가 아닙니다.") from error
    for item in root.iter("item"):
        yield {child.tag: child.text for child in item}


READERS: dict[str, Callable[[Path], Iterator[dict[str, Any]]]] = {
    ".parquet": _parquet,
    ".xml": _rss,
    ".rss": _rss,
}
