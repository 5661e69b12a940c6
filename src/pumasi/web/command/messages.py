"""The catalogues of the interface, for developers: what lacks a translation, and taking new sentences in."""

from __future__ import annotations

import sys

import click

from pumasi.web.command.shell import REFUSED, say, tell

JSON = click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")


@click.command(hidden=True)
@click.option("--check", is_flag=True, help="Change nothing; end with 1 if one is missing or unused.")
@JSON
def messages(check: bool, as_json: bool) -> None:  # noqa: FBT001
    """Bring new sentences into the catalogues and drop those of no use; then compile them."""
    from pumasi.web import messages as body  # late: slow import

    fresh = 0 if check else body.update()
    if not check:
        body.compile_all()
    problems = [*body.missing(), *body.unused(), *body.unused("en")]
    for one in problems:
        say(str(one))
    found = [{"text": one.key.text, "what": one.what, "places": list(one.places)} for one in problems]
    text = f"{fresh} new; {len(problems)} to do." if not check else f"{len(problems)} to do."
    tell({"new": fresh, "problems": found}, as_json=as_json, text=text)
    if check and problems:
        sys.exit(REFUSED)


COMMANDS: list[click.Command] = [messages]
