"""The week's suggestions as they were handed out."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.measure.network.models import Introduction, Place


def week_of(moment: datetime | None = None) -> date:
    """The Monday of the week, in the cluster's zone."""
    day = timezone.localdate(moment)
    return day - timedelta(days=day.weekday())


def places(cluster: Cluster, organisation: Organisation, week: date | None = None) -> QuerySet[Place]:
    """The places of the week that are taken, of this week unless another is named."""
    return Place.objects.filter(organisation=organisation, cluster=cluster, week=week or week_of())


def of_week(*, cluster: Cluster, organisation: Organisation, week: date | None = None) -> list[Introduction]:
    """The introductions that were handed out in a week (this one unless another is named), in order of their places."""
    sides = places(cluster, organisation, week).order_by("number")
    found = sides.select_related("introduction__asked", "introduction__asker", "introduction__cluster")
    return [place.introduction for place in found]


def wanting(cluster: Cluster, organisations: list[int]) -> list[int]:
    """Which of the organisations have places of this week left, in order of their ids."""
    taken: dict[int, int] = {}
    rows = Place.objects.filter(cluster=cluster, week=week_of(), organisation__in=organisations)
    for one in rows.values_list("organisation_id", flat=True):
        taken[one] = taken.get(one, 0) + 1
    return [pk for pk in sorted(organisations) if taken.get(pk, 0) < cluster.weekly_introductions]
