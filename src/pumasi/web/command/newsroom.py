"""The newsroom at the terminal: its checks over two files, without a database."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from pumasi.web.command.shell import language, tell

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def newsroom() -> None:
    """Check what is about to be published."""


@newsroom.command()
@click.argument("ko_file", type=FILE)
@click.argument("en_file", type=FILE)
@click.option(
    "--attachments",
    type=click.IntRange(0),
    help="How many files hang on the item; without it, what the page lists.",
)
@click.option(
    "--lang", type=click.Choice(["ko", "en"]), help="Language of the messages (that of the terminal)."
)
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def check(ko_file: Path, en_file: Path, attachments: int | None, lang: str | None, as_json: bool) -> None:  # noqa: FBT001
    """What the English text of a Korean one lost, changed or added. No database is needed."""
    from pumasi.engine import commands  # late: slow import

    spoken = lang or language()
    try:
        found = commands.translation(ko_file, en_file, language=spoken, attachments=attachments)
    except commands.InputError as error:
        raise click.UsageError(str(error)) from error
    tell(found, as_json=as_json, text=_told(found, spoken))


def _told(found: dict[str, Any], spoken: str) -> str:
    blocks, numbers = found["blocks"], found["numbers"]
    if spoken == "ko":
        head = f"문단 {blocks['source']}개 중 {blocks['missing']}개, 수치 {numbers['source']}개 중 {numbers['missing']}개가 번역에 없습니다."
    else:
        head = f"{blocks['missing']} of {blocks['source']} paragraphs and {numbers['missing']} of {numbers['source']} figures are missing."
    return "\n".join([head, *(f"  {one['place']}: {one['message']}" for one in found["findings"])])


COMMANDS: list[click.Command] = [newsroom]
