"""`pumasi import use`: past use of facilities, from a table or a calendar."""

from __future__ import annotations

from pathlib import Path

import click

from pumasi.kit.refused import Refused
from pumasi.web.command.data import CLUSTER, DRY, JSON, bring, find_cluster
from pumasi.web.command.shell import open_house, tell


@bring.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@CLUSTER
@click.option("--facility", type=int, help="Number of the facility for rows that name none.")
@DRY
@JSON
def use(file: Path, slug: str, facility: int | None, dry_run: bool, as_json: bool) -> None:  # noqa: FBT001
    """Bring in past use of facilities (CSV, XLSX or iCalendar). The same file again changes nothing."""
    open_house()
    from pumasi.measure.network import api as network  # late: needs the settings
    from pumasi.operate.facilities import api as facilities  # late: needs the settings

    cluster = find_cluster(slug)
    place = facilities.tree(cluster).get(facility) if facility is not None else None
    if facility is not None and place is None:
        raise Refused("There is no facility {n}.", "{n}번 시설이 없습니다.", n=facility)
    act = facilities.look_at_use if dry_run else facilities.bring_in_use
    made = act(cluster=cluster, source=file, filename=file.name, facility=place)
    if not dry_run:
        network.catch_up()
    told = made.told("en")
    lines = [
        f"{made.hours:,.1f} hours in {len(made.rows)} sessions: {made.created} created, {made.unchanged} unchanged"
    ]
    tell(told, as_json=as_json, text="\n".join([*lines, *told["refused"]]))
