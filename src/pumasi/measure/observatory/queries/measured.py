"""What is measured here of a cluster that is asked, so that who answers confirms or corrects a number instead of looking it up.

A personal link proves nothing of who holds it, so these are the numbers that the world may know, whoever asks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Any

from pumasi.commons.members.models import Cluster
from pumasi.kit.dates import Span
from pumasi.measure.network import api as network
from pumasi.measure.observatory.models import Question, Response
from pumasi.operate.meetups import api as meetups

AUDIENCE = "public"
Measure = Question.Measure


@dataclass(frozen=True)
class Measured:
    """A number as an answer keeps it, what it is, and its calendar year."""

    value: str
    what: str
    year: int

    @property
    def basis(self) -> str:
        """What an answer that confirms it keeps: `gatherings 2025`."""
        return f"{self.what} {self.year}"


class _Year:
    """What is known of a cluster's year; each part is read when a question wants it."""

    def __init__(self, cluster: Cluster, year: int) -> None:
        self.cluster, self.year = cluster, year

    @cached_property
    def members(self) -> dict[int, int]:
        return network.active(self.cluster, AUDIENCE, Span.of_year(self.year, self.cluster.zone))

    @cached_property
    def met(self) -> Any:
        return meetups.year_of(self.cluster, AUDIENCE, self.year)

    @cached_property
    def partners(self) -> float | None:
        portrait = network.kept(self.cluster, AUDIENCE, str(self.year))
        return portrait.told["strips"][1]["partners"] if portrait else None


READ: dict[str, Callable[[_Year], float | None]] = {
    Measure.MEMBERS: lambda year: len(year.members) or None,
    Measure.ACTIVE: lambda year: sum(bool(n) for n in year.members.values()) if year.members else None,
    Measure.GATHERINGS: lambda year: year.met.every or None,
    Measure.SMALL: lambda year: year.met.small if year.met.every else None,
    Measure.ATTENDANCES: lambda year: year.met.attendances if year.met.every else None,
    Measure.PARTNERS: lambda year: year.partners,
}


def measured(response: Response, questions: Iterable[Question]) -> dict[str, Measured]:
    """By a question's key, what is measured of the calendar year before the wave opened; nothing where nothing is recorded."""
    wanted = [one for one in questions if one.measure]
    cluster = response.surveyed.cluster if wanted else None
    if cluster is None:
        return {}
    year = _Year(cluster, response.wave.opens.year - 1)
    found = ((one, READ[one.measure](year)) for one in wanted)
    return {
        one.key: Measured(_plain(value), one.measure, year.year) for one, value in found if value is not None
    }


def _plain(value: float) -> str:
    """A number as answers are kept, with at most one decimal."""
    return format(Decimal(str(round(value, 1))).normalize(), "f")
