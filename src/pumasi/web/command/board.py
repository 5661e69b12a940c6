"""`pumasi import news`: what another board published, from a table or a feed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pumasi.web.command.data import CLUSTER, JSON, bring, find_cluster
from pumasi.web.command.shell import open_house, say, tell


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
    """Bring in what another board published (CSV, XLSX, Parquet, RSS or Atom: id, date, title, text). The same file again changes nothing."""
    open_house()
    from pumasi.publish.newsroom import api as newsroom  # late: needs the settings

    cluster = find_cluster(slug)
    board = newsroom.read_board(file.read_bytes(), file.name)
    report: dict[str, Any] = newsroom.bring_in(
        cluster=cluster,
        found=newsroom.past_items(board, kind=kind, language=lang),
        publisher_ko=publisher if lang == "ko" else "",
        publisher_en=publisher if lang == "en" else "",
    )
    report["skipped"] = skipped = len(board.left)
    if skipped:
        say(f"{skipped} rows have no title or no readable date; they were left out.")
    tell(
        report, as_json=as_json, text=f"{report['created']:,} brought in, {report['unchanged']:,} were there."
    )
