"""What all commands share: the home, the database, how they speak, and how they end."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

import click
from tqdm import tqdm

from pumasi.host import api as host
from pumasi.kit.refused import Refused

REFUSED, BAD_INPUT = 1, 2


def say(text: str) -> None:
    """Tell a person something, on standard error, so that standard output stays a document."""
    click.echo(text, err=True)


def tell(document: dict[str, Any], *, as_json: bool, text: str) -> None:
    """Give the result: one JSON document, or a sentence."""
    click.echo(json.dumps(document, ensure_ascii=False, default=str) if as_json else text)


def language() -> str:
    """The language of the person at the terminal."""
    spoken = os.environ.get("PUMASI_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "ko" if spoken.startswith("ko") else "en"


def guarded(command: Callable[..., Any]) -> int:
    """Run a command; a refusal is a sentence and exit code 1, bad input code 2."""
    try:
        command(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return BAD_INPUT
    except (click.Abort, KeyboardInterrupt):
        return 130
    except click.exceptions.Exit as end:
        return int(end.exit_code)
    except (Refused, host.HostRefusal) as refusal:
        say(refusal.text(language()))
        return REFUSED
    return 0


def home() -> host.Home:
    """The home of this installation, ready to be used."""
    return host.Home.from_environment().prepare()


def environment(place: host.Home) -> dict[str, str]:
    """What our processes need to know; starts the embedded database when no other is named."""
    embedded = not os.environ.get("DATABASE_URL")
    (place.path / "static").mkdir(exist_ok=True)  # WhiteNoise warns of a root that is not there
    return {
        "PUMASI_HOME": str(place.path),
        "PUMASI_SECRET": os.environ.get("PUMASI_SECRET") or place.secret(),
        "PUMASI_EMBEDDED": "1" if embedded else "",
        "DATABASE_URL": host.ensure(place),
        "DJANGO_SETTINGS_MODULE": os.environ.get("DJANGO_SETTINGS_MODULE", "pumasi.web.settings"),
    }


def open_house() -> host.Home:
    """Make the database answer with the tables of this version, and load the rooms."""
    place = home()
    os.environ.update(environment(place))
    import django  # late: needs the environment

    django.setup()
    from django.utils import translation  # late: needs the settings

    from pumasi.web import schema  # late: needs the settings

    translation.activate(language())
    schema.bring_up_to_date(place.run)
    return place


class Bars:
    """Progress bars on standard error, one for each named step."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.bars: dict[str, tqdm[Any]] = {}

    def __call__(self, step: str, done: int, total: int) -> None:
        """Tell how far a step is."""
        if self.quiet:
            return
        bar = self.bars.get(step) or tqdm(total=total, desc=step, file=sys.stderr, unit="")
        self.bars[step] = bar
        bar.total = total
        bar.update(done - bar.n)

    def close(self) -> None:
        """Leave the bars as they stand."""
        for bar in self.bars.values():
            bar.close()
