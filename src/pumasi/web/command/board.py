"""`pumasi import news`: what another board published, from a table or a feed."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import click

from pumasi.kit.refused import Refused
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
LARGEST = 200_000_000


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
    """Bring in what another board published (CSV, Parquet or RSS: id, date, title, text). The same file again changes nothing."""
    open_house()
    from pumasi.publish.newsroom import api as newsroom  # late: needs the settings

    cluster = find_cluster(slug)
    if file.stat().st_size > LARGEST:
        raise Refused(
            "The file is larger than 200 MB. Split it.", "파일이 200MB를 넘습니다. 나누어 가져와 주십시오."
        )
    found: list[Any] = []
    skipped = 0
    for row in READERS.get(file.suffix.lower(), _csv)(file):
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
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    said = str(value or "").strip()
    for form in ("%Y-%m-%d", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d"):
        try:
            return datetime.strptime(said[:10].rstrip("."), form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(said).date()
    except ValueError:
        return None


def _csv(file: Path) -> Iterator[dict[str, Any]]:
    raw = file.read_bytes()
    for encoding in ("utf-8-sig", "cp949"):
        try:
            text = raw.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Refused(
            "The file is neither UTF-8 nor CP949. Save it as UTF-8.",
            "UTF-8이나 CP949로 저장된 파일이 아닙니다. UTF-8로 저장해 주십시오.",
        )
    sample = text[:5000]
    yield from csv.DictReader(text.splitlines(keepends=True), delimiter=max(",;\t", key=sample.count))


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
