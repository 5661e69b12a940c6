"""Calendar files are read back by a parser that did not write them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from dateutil import parser as dates
from django.test import Client
from django.urls import reverse

from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.actions import events as making
from pumasi.operate.meetups.actions import feeds

pytestmark = pytest.mark.django_db


def unfolded(body: bytes) -> list[str]:
    """Content lines by RFC 5545 3.1, read here by hand."""
    text = body.decode("utf-8")
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    for line in text.split("\r\n"):
        assert len(line.encode()) <= 75
    return re.sub(r"\r\n[ \t]", "", text).split("\r\n")


def entries(body: bytes) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    inside = False
    for line in unfolded(body):
        if line == "BEGIN:VEVENT":
            inside = True
            found.append({})
        elif line == "END:VEVENT":
            inside = False
        elif inside:
            name, _, value = line.partition(":")
            found[-1][name.split(";")[0]] = value
            found[-1][f"{name.split(';')[0]}|"] = name
    return found


def test_the_public_feed_keeps_uid_counts_changes_and_shows_what_is_cancelled(an_event, given):
    event = an_event(summary_ko="긴 설명 " * 30)
    an_event(visibility="members")
    url = reverse("meetups:feed", kwargs={"cluster": event.cluster.slug})
    first = entries(Client().get(url).content)
    assert len(first) == 1
    assert first[0]["UID"] == f"{event.uid}@pumasi"
    assert first[0]["SEQUENCE"] == "0" and first[0]["STATUS"] == "CONFIRMED"
    making.change(
        event=event,
        starts_at=event.starts_at + timedelta(hours=1),
        ends_at=event.ends_at + timedelta(hours=1),
    )
    meetups.cancel(event=event, reason_ko="사정")
    second = entries(Client().get(url).content)
    assert (second[0]["UID"], second[0]["SEQUENCE"], second[0]["STATUS"]) == (
        first[0]["UID"],
        "2",
        "CANCELLED",
    )
    assert "DTSTART;TZID=Asia/Seoul" in second[0]["DTSTART|"]


def test_the_calendar_says_what_it_is_and_carries_its_zones(an_event):
    event = an_event(zone="Europe/London")
    body = (
        Client()
        .get(reverse("meetups:event_file", kwargs={"cluster": event.cluster.slug, "pk": event.pk}))
        .content
    )
    lines = unfolded(body)
    assert lines[0] == "BEGIN:VCALENDAR"
    assert any(line.startswith("PRODID:") for line in lines)
    assert "VERSION:2.0" in lines
    assert "BEGIN:VTIMEZONE" in lines and "TZID:Europe/London" in lines
    start = entries(body)[0]["DTSTART"]
    assert dates.parse(start).strftime("%H:%M") == event.starts_at.astimezone(
        __import__("zoneinfo").ZoneInfo("Europe/London")
    ).strftime("%H:%M")


def test_ones_own_calendar_opens_by_its_address_until_it_is_revoked(an_event, sign_up, given):
    person = given.person("나무늘")
    user = given.user(person=person)
    event = an_event(visibility="members", reveals_place=False, address_ko="3층 302호", address_en="Room 302")
    sign_up(event, person=person, email=user.email)
    feed = feeds.renew(user=user)
    url = reverse("meetups:private_feed", kwargs={"cluster": event.cluster.slug, "key": feed.key})
    body = Client().get(url).content
    assert len(entries(body)) == 1
    assert "302" in body.decode()
    feeds.renew(user=user)
    assert Client().get(url).status_code == 404
