"""How often a race is run, and what came of it.

`make test` runs a few trials of each; `make races` sets PUMASI_RACE_TRIALS to 1,000 and gets a line of JSON a promise.
"""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass

REPORTED = "PUMASI_RACE_TRIALS" in os.environ
# With the guard off it is enough to see the promise broken.
CONTROLS = 50


def trials(usual: int, *, guard: bool = True) -> int:
    """How often to run a race that is run `usual` times where nobody says a number."""
    asked = int(os.environ.get("PUMASI_RACE_TRIALS", usual))
    return asked if guard else min(asked, CONTROLS)


@dataclass
class Tally:
    """All trials of a race: how many tries had success, how many should have had, how often the promise was broken."""

    trials: int = 0
    tries: int = 0
    confirmed: int = 0
    conflicts: int = 0
    expected: int = 0

    def add(self, *, tries: int, confirmed: int, expected: int, conflicts: int | None = None) -> None:
        """One more trial. Where nothing else is counted, what was confirmed beyond what should be is a conflict."""
        self.trials += 1
        self.tries += tries
        self.confirmed += confirmed
        self.expected += expected
        self.conflicts += max(0, confirmed - expected) if conflicts is None else conflicts

    def line(self, promise: str, *, guard: bool) -> str:
        """As JSON."""
        told = {name: value for name, value in asdict(self).items() if name != "expected"}
        return json.dumps({"promise": promise, **told, "guard": guard}, ensure_ascii=False)
