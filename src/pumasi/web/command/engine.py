"""The engine without any database: files in, files out."""

from __future__ import annotations

from pathlib import Path

import click

from pumasi.web.command.shell import tell

JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
FILE = click.Path(exists=True, path_type=Path)


@click.group()
def engine() -> None:
    """Compute on files; no database is needed."""


@engine.command()
@click.argument("attendance", type=FILE)
@click.option("--by", type=click.Choice(["organisation", "person"]), required=True, help="Who is tied.")
@click.option("--cap", type=int, help="Leave out gatherings with more participants.")
@JSON
def project(attendance: Path, by: str, cap: int | None, as_json: bool) -> None:  # noqa: FBT001
    """Pairs that met at gatherings (columns gathering, person, organisation), weighing 1/(k-1)."""
    from pumasi.engine import commands  # late: slow import

    try:
        found = commands.project(attendance, by=by, cap=cap)
    except commands.InputError as error:
        raise click.UsageError(str(error)) from error
    tell(
        found,
        as_json=as_json,
        text=f"{found['pairs']:,} pairs, weight {found['weight_sum']:,.1f}, {found['seconds']:.2f} s",
    )


@engine.command()
@click.argument("directory", type=FILE)
@click.option("--top", default=20, show_default=True, help="How many for each organisation.")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Parquet file to write.")
@click.option(
    "--formula", is_flag=True, help="By the formula alone, without a ranking learnt from earlier days."
)
@JSON
def introductions(directory: Path, top: int, out: Path, formula: bool, as_json: bool) -> None:  # noqa: FBT001
    """The best introductions of every organisation (participations, organisations, projects .parquet).

    A ranking learnt from earlier days is used where it was better on the last year and a half.
    """
    from pumasi.engine import commands  # late: slow import

    try:
        found = commands.introductions(directory, top, out, formula=formula)
    except commands.InputError as error:
        raise click.UsageError(str(error)) from error
    by = "a learnt ranking" if found["learnt"] else "the formula"
    text = f"{found['rows']:,} rows for {found['organisations']:,} organisations, by {by}"
    tell(found, as_json=as_json, text=text)


@engine.command()
@click.argument("requests", type=FILE)
@click.option("--slots", type=click.IntRange(1), required=True, help="Slots of the day.")
@click.option("--tables", type=click.IntRange(1), required=True, help="Tables, each for one meeting a slot.")
@click.option("--blocked", type=FILE, help="Who is away when (columns participant, slot).")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="CSV file to write.")
@JSON
def timetable(
    requests: Path,
    slots: int,
    tables: int,
    blocked: Path | None,
    out: Path,
    as_json: bool,  # noqa: FBT001
) -> None:
    """The timetable of a 1:1 day from meeting requests (columns a, b, score), beside its upper bound."""
    from pumasi.engine import commands  # late: slow import

    try:
        found = commands.timetable(requests, slots=slots, tables=tables, blocked=blocked, out=out)
    except commands.InputError as error:
        raise click.UsageError(str(error)) from error
    tell(
        found,
        as_json=as_json,
        text=f"{found['placed']:,} meetings, {found['ratio']:.4f} of the bound, {found['seconds']:.2f} s",
    )


COMMANDS: list[click.Command] = [engine]
