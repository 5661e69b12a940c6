"""What the worker does for facilities: offers that end, no-shows, forgotten check-outs, trainings and what lapses."""

from __future__ import annotations

from procrastinate.contrib.django import app

from pumasi.commons.members import api as members
from pumasi.operate.facilities.actions import letters, qualifying, use, waiting
from pumasi.operate.facilities.models import Booking
from pumasi.operate.facilities.queries import desk
from pumasi.operate.facilities.queries.tree import tree


@app.periodic(cron="* * * * *")
@app.task(name="facilities.due", queue="mail", queueing_lock="facilities.due")
def due(timestamp: int) -> None:  # noqa: ARG001
    """Every minute: end offers whose time is over, and give hours that nobody came for to those who wait."""
    waiting.expire_due()
    use.release_due()
    use.close_forgotten()


@app.periodic(cron="20 5 * * *")
@app.task(name="facilities.daily", queue="mail", queueing_lock="facilities.daily")
def daily(timestamp: int) -> None:  # noqa: ARG001
    """Every morning: grant what trainings gave, and write to those whose papers end before their booking."""
    for cluster in members.clusters():
        qualifying.grant_due(cluster)
        for one in desk.lapses(
            Booking.objects.filter(cluster=cluster).select_related("organisation", "person"), tree(cluster)
        ):
            letters.lapses(one.booking)
