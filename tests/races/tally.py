"""How often a race is run, and what came of it.

`make test` runs 50 trials of each; `make races` sets PUMASI_RACE_TRIALS to 1,000 and gets a line of JSON a promise.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass

REPORTED = "PUMASI_RACE_TRIALS" in os.environ
USUAL = 50


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

    def trials_of(self, *, guard: bool) -> Iterator[int]:
        """Number the trials; with the guard off it is enough to see the promise broken."""
        most = int(os.environ.get("PUMASI_RACE_TRIALS", USUAL)) if guard else USUAL
        for number in range(most):
            if self.conflicts and not guard:
                return
            yield number

    def line(self, promise: str, *, guard: bool) -> str:
        """As JSON."""
        told = {name: value for name, value in asdict(self).items() if name != "expected"}
        return json.dumps({"promise": promise, **told, "guard": guard}, ensure_ascii=False)
