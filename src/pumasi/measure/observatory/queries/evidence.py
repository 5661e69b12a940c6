"""How far a binder is: what is shown, what runs out soon, what has run out, what is missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from django.utils import timezone

from pumasi.measure.observatory.models import Binder, Criterion, Evidence

SOON = timedelta(days=60)


@dataclass(frozen=True)
class Shown:
    """A criterion with its evidence. `state`: `shown`, `soon` (nothing lasts longer than 60 days more), `expired`, `missing`."""

    criterion: Criterion
    evidence: list[Evidence]
    state: str

    @property
    def counts(self) -> bool:
        """Say whether it is shown today."""
        return self.state in {"shown", "soon"}


@dataclass(frozen=True)
class Standing:
    """A binder as it stands today, by area."""

    binder: Binder
    rows: list[Shown]

    @property
    def n(self) -> int:
        """How many criteria there are."""
        return len(self.rows)

    @property
    def shown(self) -> int:
        """How many are shown today."""
        return sum(row.counts for row in self.rows)

    @property
    def needed(self) -> int:
        """How many have to be: the share that the label asks, rounded up."""
        return ceil(self.n * self.binder.asks / 100)

    @property
    def lacks(self) -> int:
        """How many more are needed."""
        return max(0, self.needed - self.shown)

    def areas(self) -> Iterator[tuple[str, int, list[Shown]]]:
        """Areas in the order in which they were entered, with how many of their criteria are shown."""
        found: dict[str, list[Shown]] = {}
        for row in self.rows:
            found.setdefault(row.criterion.area, []).append(row)
        yield from ((area, sum(row.counts for row in rows), rows) for area, rows in found.items())


def standing(binder: Binder, today: date | None = None) -> Standing:
    """The binder as it stands on a day."""
    day = today or timezone.localdate()
    criteria = binder.criteria.prefetch_related("evidence")
    return Standing(binder, [_shown(one, day) for one in criteria])


def _shown(criterion: Criterion, today: date) -> Shown:
    evidence = list(criterion.evidence.all())
    last = [one.expires_on for one in evidence]
    if not evidence:
        state = "missing"
    elif any(day is None or day >= today + SOON for day in last):
        state = "shown"
    else:
        state = "soon" if any(day is not None and day >= today for day in last) else "expired"
    return Shown(criterion, evidence, state)
