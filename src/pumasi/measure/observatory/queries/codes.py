"""Which code stands for each answer and factor, and how the two coders got on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from django.db.models import QuerySet

from pumasi.engine.statistics.agreement import Agreement, agreement
from pumasi.measure.observatory.models import Coding, Factor, Ruling, Survey, Surveyed

Place = tuple[int, int]


@dataclass
class Codes:
    """All codes of a survey by (surveyed, factor): what each coder gave, what was settled since, and what stands."""

    given: dict[Place, dict[int, bool]] = field(default_factory=dict)
    settled: dict[Place, bool] = field(default_factory=dict)

    def stands(self, surveyed: int, factor: int) -> bool | None:
        """The code that stands: the last ruling, else what both coders gave; None while it is open."""
        place = (surveyed, factor)
        if place in self.settled:
            return self.settled[place]
        given = set(self.given.get(place, {}).values())
        return given.pop() if len(self.given.get(place, {})) == 2 and len(given) == 1 else None

    def coded(self, surveyed: Surveyed, factors: Sequence[Factor], place: int) -> int:
        """By how many of the factors a coder has coded an answer."""
        return sum(place in self.given.get((surveyed.pk, factor.pk), {}) for factor in factors)

    def is_whole(self, surveyed: Surveyed, factors: Sequence[Factor], place: int) -> bool:
        """Say whether a coder has coded an answer by every factor; by none there is nothing to code."""
        return bool(factors) and self.coded(surveyed, factors, place) == len(factors)

    def next_to_code(
        self, asked: Iterable[Surveyed], factors: Sequence[Factor], place: int
    ) -> Surveyed | None:
        """The first answer that a coder has not coded by every factor."""
        return next((one for one in asked if not self.is_whole(one, factors, place)), None)

    def differ(self, surveyed: int, factor: int) -> bool:
        """Say whether the coders disagree and nobody has settled it."""
        place = (surveyed, factor)
        return place not in self.settled and len(set(self.given.get(place, {}).values())) == 2

    def agreement(self, cases: Iterable[int], factors: Iterable[int]) -> Agreement | None:
        """How the coders agree, before anything was settled; None before both coded something."""
        places = [(case, factor) for factor in factors for case in cases]
        rows = [tuple(self.given.get(place, {}).get(n) for n in (1, 2)) for place in places]
        return agreement(rows) if any(None not in row for row in rows) else None


def codes_of(survey: Survey) -> Codes:
    """All codes of a survey: three short queries whatever its size."""
    found = Codes()
    given = Coding.objects.filter(surveyed__survey=survey).values_list(
        "surveyed_id", "factor_id", "coder__place", "named"
    )
    for surveyed, factor, place, named in given:
        found.given.setdefault((surveyed, factor), {})[place] = named
    last = (
        Ruling.objects.filter(surveyed__survey=survey)
        .order_by("surveyed_id", "factor_id", "-pk")
        .distinct("surveyed_id", "factor_id")
    )
    for surveyed, factor, named in last.values_list("surveyed_id", "factor_id", "named"):
        found.settled[surveyed, factor] = named
    return found


def rulings_of(surveyed: Surveyed) -> QuerySet[Ruling]:
    """The log of what was settled, the newest first."""
    return surveyed.rulings.select_related("factor", "by__person")


def factors_of(survey: Survey) -> list[Factor]:
    """The code book in its order."""
    return list(survey.factors.all())
