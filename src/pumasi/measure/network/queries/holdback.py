"""Do suggestions do anything? A random fifth of the pairs is held back for a quarter, and both are followed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, timedelta
from math import sqrt

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.engine.statistics.intervals import Interval, wilson
from pumasi.measure.network.models import Introduction, Tie, Withheld

FIFTH = 5
# A pair is followed for so long before it counts, whether it met or not.
FOLLOWED = timedelta(days=90)
LEAST = 10


def withheld(one: int, other: int, day: date) -> bool:
    """Whether the pair is held back in the quarter of that day: a fifth by a hash that favours nobody."""
    quarter = f"{day.year}-{(day.month - 1) // 3}"
    told = f"{min(one, other)}-{max(one, other)}-{quarter}".encode()
    return int.from_bytes(hashlib.sha256(told).digest()[:8]) % FIFTH == 0


@dataclass(frozen=True)
class Report:
    """Pairs followed for 90 days: how many were suggested and met, were held back and met; and the difference.

    `difference` is a share with its 95 % interval (Newcombe 1998, method 10), None under ten pairs on either side.
    """

    suggested: int
    suggested_met: int
    held_back: int
    held_back_met: int
    difference: Interval | None


def report(cluster: Cluster) -> Report:
    """The hold-back report of a cluster, from the pairs that have been followed long enough."""
    until = timezone.now() - FOLLOWED
    shown = Introduction.objects.filter(cluster=cluster, by_manager=False, suggested_at__lte=until)
    held = Withheld.objects.filter(cluster=cluster, at__lte=until)
    counts = (*_met(cluster, shown, "suggested_at"), *_met(cluster, held, "at"))
    return Report(*counts, difference=difference(*counts))


def _met(
    cluster: Cluster, pairs: QuerySet[Introduction] | QuerySet[Withheld], moment: str
) -> tuple[int, int]:
    """How many pairs there are, and how many of them met for the first time within the days after."""
    tie = Tie.objects.filter(
        Q(a=OuterRef("asker"), b=OuterRef("asked")) | Q(a=OuterRef("asked"), b=OuterRef("asker")),
        cluster=cluster,
        audience="managers",
        first_at__gt=OuterRef(moment),
        first_at__lte=OuterRef(moment) + FOLLOWED,
    )
    return pairs.count(), pairs.filter(Exists(tie)).count()


def difference(first: int, first_met: int, second: int, second_met: int) -> Interval | None:
    """Difference of two shares with its interval from both Wilson intervals; None where there are too few."""
    if min(first, second) < LEAST:
        return None
    one, other = wilson(first_met, first), wilson(second_met, second)
    middle = one.value - other.value
    return Interval(
        middle,
        middle - sqrt((one.value - one.low) ** 2 + (other.high - other.value) ** 2),
        middle + sqrt((one.high - one.value) ** 2 + (other.value - other.low) ** 2),
    )
