"""What the worker does for events: offers that end, reminders, and the questions afterwards."""

from __future__ import annotations

from procrastinate.contrib.django import app

from pumasi.operate.meetups.actions import letters, places


@app.periodic(cron="* * * * *")
@app.task(name="meetups.expire", queue="mail", queueing_lock="meetups.expire")
def expire(timestamp: int) -> None:  # noqa: ARG001
    """Every minute: end offers and reservations whose time is over, and offer the places to those who wait."""
    places.expire_due()


@app.periodic(cron="*/15 * * * *")
@app.task(name="meetups.remind", queue="mail", queueing_lock="meetups.remind")
def remind(timestamp: int) -> None:  # noqa: ARG001
    """Every quarter of an hour: remind those who come tomorrow, and ask those who came how it was."""
    letters.remind()
    letters.ask_afterwards()
