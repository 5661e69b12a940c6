"""Surveys at the terminal: the report of one, in either language."""

from __future__ import annotations

from pathlib import Path

import click

from pumasi.kit.refused import Refused
from pumasi.web.command.data import find_cluster
from pumasi.web.command.shell import open_house

FORMS = ["pdf", "docx", "hwpx", "pptx", "html", "csv", "xlsx", "parquet"]


@click.group()
def observatory() -> None:
    """Report what a survey of clusters says."""


@observatory.command()
@click.argument("cluster")
@click.argument("survey")
@click.option(
    "--lang", type=click.Choice(["ko", "en"]), default="ko", show_default=True, help="Language of the report."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="pdf",
    show_default=True,
    help="Report, or its rows.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="File to write.")
def report(cluster: str, survey: str, lang: str, form: str, out: Path) -> None:
    """Write the report of SURVEY (its address, such as example) of CLUSTER; a survey in preparation too."""
    open_house()
    from pumasi.measure.observatory import api as room  # late: needs the settings
    from pumasi.measure.observatory.models import Survey  # late: needs the settings

    where = find_cluster(cluster)
    found = Survey.objects.filter(cluster=where, slug=survey).first()
    if found is None:
        raise Refused(
            "No survey {survey} in {cluster}.", "{cluster}에서 {survey} 조사를 찾을 수 없습니다.", survey=survey, cluster=str(where)
        )  # fmt: skip
    rows = form in ("csv", "xlsx", "parquet")
    out.write_bytes(room.written(found, form) if rows else room.report(found, lang, form))
    click.echo(str(out))


COMMANDS: list[click.Command] = [observatory]
