"""What the worker does: jobs of all rooms, mail, and reading on in the ledger."""

from __future__ import annotations

import logging
from collections.abc import Iterator

from django.conf import settings
from procrastinate.contrib.django import app

from pumasi.commons.intake import jobs as intake
from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.measure.network import api as network
from pumasi.operate.facilities import jobs as facilities
from pumasi.operate.meetups import jobs as meetups
from pumasi.publish.newsroom import jobs as newsroom
from pumasi.publish.portal import api as portal

log = logging.getLogger(__name__)
__all__ = ["facilities", "intake", "meetups", "newsroom"]


@app.periodic(cron="* * * * *")
@app.task(name="web.send_mail", queue="mail")
def send_mail(timestamp: int) -> None:  # noqa: ARG001
    """Send what waits in the outbox. Without a mail server it stays there, to be read on the desk."""
    if settings.SMTP_URL:
        with mail.Smtp(settings.SMTP_URL) as deliver:
            mail.send_due(deliver)


@app.periodic(cron="*/10 * * * *")
@app.task(name="web.fetch_bounces", queue="mail", queueing_lock="web.fetch_bounces")
def fetch_bounces(timestamp: int = 0) -> None:  # noqa: ARG001
    """Every ten minutes: what came back into the mailbox, if one is named."""
    if settings.BOUNCES_URL:
        try:
            mail.fetch_bounces(settings.BOUNCES_URL)
        except OSError as error:
            log.warning(
                "the mailbox of PUMASI_BOUNCES does not answer (%s); trying again in ten minutes", error
            )


# The week of a new Monday, and what a new member or an aim has made possible since. Before the letters, which tell the same.
@app.periodic(cron="20 * * * *")
@app.task(name="web.hand_out_week", queue="network", queueing_lock="web.hand_out_week")
def hand_out_week(timestamp: int = 0) -> None:  # noqa: ARG001
    """Every hour, and half a minute after news in the record: suggestions for members who have places of the week left."""
    for cluster in members.clusters():
        network.hand_out_week(cluster)


# Times are UTC: Monday 08:00 in Seoul.
@app.periodic(cron="0 23 * * 0")
@app.task(name="web.weekly_letters", queue="mail")
def weekly_letters(timestamp: int) -> None:  # noqa: ARG001
    """Monday morning: whom each member could meet this week."""
    for cluster in members.clusters():
        network.write_weekly(cluster)


@app.periodic(cron="0 0 * * *")
@app.task(name="web.ask_for_outcomes", queue="mail")
def ask_for_outcomes(timestamp: int) -> None:  # noqa: ARG001
    """Every morning: ask both sides of introductions that are 30 days old what came of them."""
    network.ask_for_outcomes()


def _everywhere() -> Iterator[tuple[Cluster, str]]:
    """Every cluster for every audience."""
    return ((cluster, audience) for cluster in members.clusters() for audience in network.AUDIENCES)


@app.periodic(cron="*/5 * * * *")
@app.task(name="web.draw_maps", queue="network", queueing_lock="web.draw_maps")
def draw_maps(timestamp: int = 0) -> None:  # noqa: ARG001
    """At most five minutes after a change: communities and places on the maps."""
    for cluster, audience in _everywhere():
        network.draw(cluster=cluster, audience=audience)


# A queue of its own kind of patience: measuring beside chance takes from seconds to minutes.
@app.periodic(cron="*/5 * * * *")
@app.task(name="web.measure_networks", queue="network", queueing_lock="web.measure_networks")
def measure_networks(timestamp: int = 0) -> None:  # noqa: ARG001
    """At most five minutes after a change: the sentences beside chance."""
    for cluster, audience in _everywhere():
        network.measure(cluster=cluster, audience=audience)


# Who read today is counted once; yesterday's marks are of no more use.
@app.periodic(cron="10 15 * * *")
@app.task(name="web.forget_readers", queue="mail")
def forget_readers(timestamp: int) -> None:  # noqa: ARG001
    """Every night: throw away the hashes by which readers were counted once."""
    portal.forget_readers()
    portal.forget_unconfirmed()


# What came out in the hour, and once a week for those who want it so.
@app.periodic(cron="35 * * * *")
@app.task(name="web.write_news", queue="mail", queueing_lock="web.write_news")
def write_news(timestamp: int = 0) -> None:  # noqa: ARG001
    """Every hour: news by mail to those who asked for it."""
    portal.write_letters()
