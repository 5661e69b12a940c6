"""The catalogue of services with how much each was used in twelve months, and what those who used it say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, F, Q
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.engine.statistics.few import LEAST_FOR_PERCENT
from pumasi.engine.statistics.intervals import Interval, wilson
from pumasi.measure.observatory.models import Service, ServiceUse

# So many days back is counted; of fewer ratings the world is told nothing.
YEAR, FEWEST = 365, 5
SATISFIED = 4


@dataclass(frozen=True)
class Offered:
    """A service, how often and by how many organisations it was used since a day, and how many of the ratings are 4 or 5."""

    service: Service
    uses: int
    organisations: int
    rated: int
    satisfied: int

    @property
    def share(self) -> Interval | None:
        """The satisfied share with its 95 % bounds (Wilson); None below ten ratings."""
        return wilson(self.satisfied, self.rated) if self.rated >= LEAST_FOR_PERCENT else None

    @property
    def few(self) -> bool:
        """Say whether so few rated it that the world is told nothing of their ratings."""
        return self.rated < FEWEST


def since(today: date | None = None) -> date:
    """The first day that is counted."""
    return (today or timezone.localdate()) - timedelta(days=YEAR - 1)


def offered(cluster: Cluster, *, ended: bool = False) -> list[Offered]:
    """The services on offer, or those given up, in the order of the catalogue."""
    recent = Q(uses__day__gte=since())
    found = (
        Service.objects.filter(cluster=cluster, ended_on__isnull=not ended)
        .annotate(
            n=Count("uses", filter=recent),
            who=Count("uses__organisation", filter=recent, distinct=True),
            rated=Count("uses__stars", filter=recent),
            content=Count("uses", filter=recent & Q(uses__stars__gte=SATISFIED)),
        )
        .order_by("position", "pk")
    )
    return [Offered(one, one.n, one.who, one.rated, one.content) for one in found]


def uses_of(cluster: Cluster) -> Any:
    """What was used in the cluster, the latest first, with service and organisation."""
    return ServiceUse.objects.filter(service__cluster=cluster).select_related("service", "organisation")


def to_rate(cluster: Cluster, organisation_id: int) -> list[ServiceUse]:
    """What an organisation used in the last year, what is not rated yet above."""
    found = uses_of(cluster).filter(organisation=organisation_id, day__gte=since())
    return list(found.order_by(F("rated_at").asc(nulls_first=True), "-day"))


def rows(cluster: Cluster) -> Iterator[list[Any]]:
    """Each use with what was said of it."""
    for one in uses_of(cluster):
        yield [one.day, str(one.service.name), str(one.organisation.name), one.stars, one.remark, one.note]
