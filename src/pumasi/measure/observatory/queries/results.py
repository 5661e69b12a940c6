"""What a survey says: shares with how sure they are, groups beside each other, and the cases behind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import Prefetch, QuerySet

from pumasi.commons.members.models import Cluster
from pumasi.engine.statistics.agreement import Agreement
from pumasi.engine.statistics.few import (
    LEAST_FOR_PERCENT,
    Sensitivity,
    fisher,
    one_recoded,
    wilson_of_groups,
)  # fmt: skip
from pumasi.engine.statistics.intervals import Interval, wilson
from pumasi.measure.observatory.models import Factor, Story, Survey, Surveyed
from pumasi.measure.observatory.queries.codes import Codes, codes_of

# Clusters of one country are taken to be half alike when the interval of independent ones is questioned.
ALIKE = 0.5
# A p above this is told as "no clear difference".
CLEAR = 0.05


@dataclass(frozen=True)
class Group:
    """How many of a group name a factor."""

    lead: str
    named: int
    n: int


@dataclass(frozen=True)
class Finding:
    """One factor: who names it, out of how many, how sure that is, and what one case otherwise would change.

    ``share`` is None below ten cases: a percentage would say more than is known.
    ``open``: answers whose code is not settled; they count in n and not among those who name it.
    """

    factor: Factor
    who: tuple[Surveyed, ...]
    n: int
    open: int
    share: Interval | None
    by_country: Interval | None
    otherwise: Sensitivity
    groups: tuple[Group, ...]
    p: float | None

    @property
    def named(self) -> int:
        """How many name it."""
        return len(self.who)

    @property
    def is_clear(self) -> bool:
        """Say whether the groups differ clearly."""
        return self.p is not None and self.p < CLEAR


@dataclass(frozen=True)
class Results:
    """A survey as it stands."""

    survey: Survey
    asked: tuple[Surveyed, ...]
    countries: int
    findings: tuple[Finding, ...]
    codes: Codes
    agreement: Agreement | None
    mentions: int

    @property
    def n(self) -> int:
        """How many clusters were surveyed."""
        return len(self.asked)

    @property
    def factors(self) -> list[Factor]:
        """The code book in its order."""
        return [finding.factor for finding in self.findings]

    def coded_by(self, place: int) -> int:
        """How many answers a coder has coded by every factor."""
        factors = self.factors
        return sum(self.codes.is_whole(one, factors, place) for one in self.asked)

    @property
    def coders_done(self) -> bool:
        """Say whether both have coded every answer: only then does either see the other's codes."""
        return all(self.coded_by(place) == self.n for place in (1, 2))

    @property
    def open(self) -> int:
        """How many codes are not settled yet."""
        return sum(finding.open for finding in self.findings)

    @property
    def several(self) -> bool:
        """Say whether shares sum to more than 100 %, because a cluster may name several factors."""
        return self.mentions > self.n

    def finding(self, key: str) -> Finding | None:
        """The finding of a factor by its key."""
        return next((one for one in self.findings if one.factor.key == key), None)


def results_of(survey: Survey) -> Results:
    """Compute what a survey says from its rows: nothing of it is kept, so it cannot be out of date."""
    asked, factors, codes = tuple(survey.surveyed.all()), list(survey.factors.all()), codes_of(survey)
    sizes = list(Counter(one.country for one in asked).values())
    findings = tuple(_finding(factor, asked, sizes, codes) for factor in factors)
    return Results(
        survey=survey,
        asked=asked,
        countries=len(sizes),
        findings=findings,
        codes=codes,
        agreement=codes.agreement([one.pk for one in asked], [factor.pk for factor in factors]),
        mentions=sum(finding.named for finding in findings),
    )


def _finding(factor: Factor, asked: tuple[Surveyed, ...], sizes: list[int], codes: Codes) -> Finding:
    stands = {one.pk: codes.stands(one.pk, factor.pk) for one in asked}
    who = tuple(one for one in asked if stands[one.pk])
    n, enough = len(asked), len(asked) >= LEAST_FOR_PERCENT
    groups = tuple(
        Group(lead, sum(one.lead == lead for one in who), sum(one.lead == lead for one in asked))
        for lead in (Surveyed.Lead.COMPANIES, Surveyed.Lead.PUBLIC)
    )
    first, second = groups
    return Finding(
        factor=factor, who=who, n=n, open=sum(code is None for code in stands.values()),
        share=wilson(len(who), n) if enough else None,
        by_country=wilson_of_groups(len(who), sizes, alike=ALIKE) if enough else None,
        otherwise=one_recoded(len(who), n) if enough else Sensitivity(None, None),
        groups=groups,
        p=fisher(first.named, first.n, second.named, second.n) if first.n and second.n else None,
    )  # fmt: skip


def published(cluster: Cluster) -> QuerySet[Survey]:
    """Surveys that the world may read."""
    return Survey.objects.filter(cluster=cluster, published_at__isnull=False)


def stories(survey: Survey, factor: Factor | None = None) -> list[Story]:
    """Cases that the world may read, of a factor or of all."""
    found = survey_stories(survey).filter(permitted=True).exclude(evidence="")
    return list(found.filter(factors=factor) if factor else found)


def survey_stories(survey: Survey) -> QuerySet[Story]:
    """All cases of a survey, with the clusters they belong to."""
    return (
        Story.objects.filter(surveyed__survey=survey)
        .select_related("surveyed")
        .prefetch_related(Prefetch("factors", queryset=Factor.objects.order_by("position")))
    )
