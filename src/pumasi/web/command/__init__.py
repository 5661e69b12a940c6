"""The command line: `pumasi ...`. With --json standard output is one JSON document; all else goes to standard error."""

from __future__ import annotations

import sys

import click

from pumasi.web.command import (
    board,
    data,
    engine,
    messages,
    network,
    newsroom,
    observatory,
    past,
    scaffold,
    service,
    use,
)
from pumasi.web.command.shell import REFUSED, guarded

EPILOG = "Exit codes: 0 done, 1 refused, 2 bad input. docs/operations.md explains each command."


@click.group(
    epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100}
)
@click.version_option(package_name="pumasi")
def pumasi() -> None:
    """Run, measure and grow the collaboration network of an innovation cluster."""


for command in (
    *service.COMMANDS,
    *data.COMMANDS,
    *network.COMMANDS,
    *engine.COMMANDS,
    *newsroom.COMMANDS,
    *observatory.COMMANDS,
    *messages.COMMANDS,
    *scaffold.COMMANDS,
):
    pumasi.add_command(command)


def main() -> None:
    """Run a command and turn refusals into a sentence and an exit code."""
    sys.exit(guarded(pumasi))


__all__ = ["REFUSED", "board", "main", "past", "pumasi", "use"]
