"""A proving ground for one journey: two zones side by side, an induction that nobody holds yet, and an event that grants it."""

from __future__ import annotations

import json
from datetime import timedelta

from django.db.models import Max
from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.models import Qualification, Requirement
from pumasi.operate.meetups import api as meetups


def write() -> None:
    """Make it, and print the ids."""
    cluster = Cluster.objects.get(is_sample=True)
    highest = max(model.objects.aggregate(n=Max("level"))["n"] or 0 for model in (Qualification, Requirement))
    n = highest + 1
    site = facilities.add(cluster=cluster, kind="site", name_ko=f"야간 시험장 {n}", name_en=f"Night yard {n}")
    crossing, tunnel = (
        facilities.add(cluster=cluster, parent=site, kind="zone", name_ko=ko, name_en=en)
        for ko, en in ((f"야간 교차로 {n}", f"Night crossing {n}"), (f"야간 터널 {n}", f"Night tunnel {n}"))
    )
    facilities.set_pair(a=crossing, b=tunnel, rule="together")
    facilities.require(facility=site, kind="induction", level=n)
    start = (timezone.now() + timedelta(hours=2)).replace(minute=0, second=0, microsecond=0)
    event = meetups.draft(
        cluster=cluster, kind="workshop", title_ko=f"안전교육 {n}", title_en=f"Safety induction {n}", starts_at=start,
        ends_at=start + timedelta(hours=1), place_ko="시험장 교육실", place_en="Training room of the yard", capacity=20,
    )  # fmt: skip
    meetups.publish(event=event)
    facilities.count_as_training(cluster=cluster, source=event.source, level=n)
    print(json.dumps({"site": site.pk, "crossing": crossing.pk, "tunnel": tunnel.pk, "event": event.pk}))
