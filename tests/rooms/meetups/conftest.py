"""Makers of events and registrations."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest
from django.utils import timezone

from pumasi.operate.meetups import api as meetups

number = itertools.count(1)


@pytest.fixture
def an_event(given):
    """Makes an event in seven days, published unless asked otherwise."""

    def make(*, published=True, in_days=7, hours=2, **values):
        start = timezone.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=in_days)
        event = meetups.draft(
            cluster=values.pop("cluster", None) or given.cluster(), title_ko="배터리 밋업", title_en="Battery meet-up",
            starts_at=start, ends_at=start + timedelta(hours=hours), place_ko="라운지", place_en="Lounge", **values,
        )  # fmt: skip
        return meetups.publish(event=event) if published else event

    return make


@pytest.fixture
def sign_up(given):
    """Registers somebody whose address is proved unless asked otherwise."""

    def register(event, *, proved=True, **values):
        n = next(number)
        values.setdefault("name", f"참가자{n}")
        values.setdefault("email", f"guest{n}@three.example")
        values.setdefault("consents", {"processing": True, "attendees": True})
        return meetups.register(event=event, proved=proved, **values)

    return register
