"""`pumasi import rsvps` and `year`: events and answers, or attendance, of another platform, from Parquet."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import click

from pumasi.kit.recurrence import instant
from pumasi.kit.refused import Refused
from pumasi.web.command.data import CLUSTER, JSON, bring, find_cluster
from pumasi.web.command.shell import Bars, open_house, tell

NUMBERED = ("gathering", "person", "organisation")
FILES = {
    "groups": ("group_id", "name"),
    "events": ("event_id", "name", "group_id", "starts_at"),
    "rsvps": ("event_id", "person_id", "response"),
}


@bring.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@CLUSTER
@click.option("--dataset", default="", help="Only rows whose column dataset says so.")
@click.option(
    "--zone", default="UTC", show_default=True, help="IANA time zone in which the events took place."
)
@JSON
def rsvps(folder: Path, slug: str, dataset: str, zone: str, as_json: bool) -> None:  # noqa: FBT001
    """Bring in past events with the answers of numbered people (groups, events, rsvps .parquet). A yes counts as having come, and says so."""
    open_house()
    from pumasi.operate.meetups import api as meetups  # late: needs the settings

    cluster = find_cluster(slug)
    rows = {name: _rows(folder / f"{name}.parquet", columns, dataset) for name, columns in FILES.items()}
    names = {row["group_id"]: str(row["name"] or "") for row in rows["groups"]}
    events = [
        meetups.PastEvent(
            key=f"{dataset}:{row['event_id']}", title=str(row["name"] or names.get(row["group_id"]) or row["event_id"]),
            series=names.get(row["group_id"], ""), starts_at=row["starts_at"].replace(tzinfo=UTC),
        )
        for row in rows["events"]
        if row["starts_at"]
    ]  # fmt: skip
    answers = [
        meetups.PastAnswer(
            f"{dataset}:{row['event_id']}", f"{dataset}:{row['person_id']}", str(row["response"])
        )
        for row in rows["rsvps"]
    ]
    _bring(as_json=as_json, cluster=cluster, zone=zone, events=events, answers=answers)


@bring.command()
@click.argument("folder", type=click.Path(exists=True, file_okay=False, path_type=Path))
@CLUSTER
@click.option(
    "--zone", default="UTC", show_default=True, help="IANA time zone in which the gatherings took place."
)
@click.option(
    "--visibility",
    type=click.Choice(["public", "members", "managers"]),
    default="managers",
    show_default=True,
    help="Who may see the gatherings.",
)
@click.option(
    "--of",
    type=click.IntRange(1900, 2200),
    default=2016,
    show_default=True,
    help="The year, where days are numbered from 0.",
)
@JSON
def year(folder: Path, slug: str, zone: str, visibility: str, of: int, as_json: bool) -> None:  # noqa: FBT001
    """Bring in recorded gatherings with numbered people and organisations (gathering, attendance .parquet). The organisations become members."""
    open_house()
    from pumasi.operate.meetups import api as meetups  # late: needs the settings

    cluster = find_cluster(slug)
    events = [
        meetups.PastEvent(
            str(row["gathering"]),
            f"Meet-up {row['gathering']}",
            f"topic {row['topic']}",
            _evening(row["day"], of, zone),
        )
        for row in _rows(folder / "gathering.parquet", ("gathering", "day", "topic"), "")
    ]
    answers = (
        meetups.PastAnswer(str(row["gathering"]), str(row["person"]), "came", str(row["organisation"]))
        for row in _rows(folder / "attendance.parquet", NUMBERED, "")
    )
    _bring(as_json=as_json, cluster=cluster, zone=zone, events=events, answers=answers, visibility=visibility)


def _bring(*, as_json: bool, **told: Any) -> None:
    """Write what was read, with a progress bar, compute the network anew, and say what came in."""
    from pumasi.measure.network import api as network  # late: needs the settings
    from pumasi.operate.meetups import api as meetups  # late: needs the settings

    bars = Bars(quiet=as_json)
    report: dict[str, Any] = meetups.bring_in(**told, tell=bars)
    bars.close()
    network.catch_up()
    tell(report, as_json=as_json, text="\n".join(f"{key}: {value}" for key, value in report.items()))


def _evening(day: date | int, of: int, zone: str) -> datetime:
    """Seven in the evening there: the day is all that was recorded, as a date or counted from the first of January."""
    if isinstance(day, int):
        day = date(of, 1, 1) + timedelta(days=day)
    return instant(day, time(19), zone)


def _rows(path: Path, columns: tuple[str, ...], dataset: str) -> list[dict[str, Any]]:
    """The wanted columns of a Parquet file, of one data set if named."""
    import pyarrow as pa  # late: slow import
    import pyarrow.parquet as pq  # late: slow import

    try:
        table = pq.read_table(path)
    except (OSError, pa.ArrowInvalid) as error:
        raise Refused(
            "{file} cannot be read as Parquet. Give the folder that holds the files which --help names.",
            "{file} 파일을 Parquet으로 읽을 수 없습니다. --help에 나온 파일이 있는 폴더를 지정해 주십시오.",
            file=path.name,
        ) from error
    missing = [name for name in columns if name not in table.schema.names]
    if missing:
        raise Refused(
            "{file} has no column {column}.",
            "{file}에 {column} 열이 없습니다.",
            file=path.name,
            column=missing[0],
        )
    found = table.to_pylist()
    return [row for row in found if not dataset or row.get("dataset") == dataset]
