"""What the worker does for the newsroom."""

from __future__ import annotations

from django.conf import settings
from procrastinate.contrib.django import app

from pumasi.commons.members import api as members
from pumasi.publish.newsroom.actions import incoming, links


@app.periodic(cron="40 15 * * *")
@app.task(name="newsroom.forget_incoming", queue="mail")
def forget_incoming(timestamp: int = 0) -> None:  # noqa: ARG001
    """Every night: throw away files of other boards that nobody brought in."""
    incoming.forget_old()


# A queue of its own: a run waits for the servers of others, for as long as they like to take.
@app.periodic(cron="25 * * * *")
@app.task(name="newsroom.ask_links", queue="links", queueing_lock="newsroom.ask_links")
def ask_links(timestamp: int = 0) -> None:  # noqa: ARG001
    """Every hour: note the addresses that texts and figures name, and ask those whose turn it is."""
    if settings.CHECK_LINKS:
        for cluster in members.clusters():
            links.gather(cluster)
        links.ask_due()
