"""Events over REST: the same rules and refusals as on the pages."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from pumasi.commons.mail.models import Message
from pumasi.operate.meetups.models import Event, Registration

pytestmark = pytest.mark.django_db
BASE = "/api/v1/hangang"


def call(client, method, path, body=None):
    sent = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
    answer = client.generic(method, BASE + path, **sent)
    return answer.status_code, answer.json() if answer.content else None


@pytest.fixture
def manager(given):
    client = Client()
    client.force_login(given.user("cluster_manager"))
    return client


def test_an_event_from_draft_to_check_in(given, manager):
    given.cluster()
    start = timezone.now() + timedelta(days=2)
    told = {
        "title_en": "API meet-up",
        "starts_at": start.isoformat(),
        "ends_at": (start + timedelta(hours=2)).isoformat(),
        "capacity": 1,
    }
    assert call(Client(), "POST", "/desk/events", told)[0] == 401
    status, event = call(manager, "POST", "/desk/events", told)
    assert status == 201 and event["state"] == "draft"
    where, desk = f"/events/{event['id']}", f"/desk/events/{event['id']}"
    assert call(Client(), "GET", where)[0] == 404
    assert call(manager, "POST", f"{desk}/publish")[0] == 200
    assert call(Client(), "GET", "/events")[1]["items"][0]["title_en"] == "API meet-up"
    ask = {"name": "Kim Api", "email": "api@three.example", "consents": ["processing"]}
    assert call(Client(), "POST", f"{where}/registrations", {**ask, "consents": []})[0] == 422
    status, made = call(Client(), "POST", f"{where}/registrations", ask)
    assert status == 201 and made["state"] == "reserved" and not made["key"], (
        "the key goes to the address by mail only"
    )
    assert call(Client(), "POST", f"{where}/registrations", ask)[0] == 422
    assert Message.objects.filter(dedupe__startswith="meetups.again").exists()
    row = Registration.objects.get()
    assert call(Client(), "POST", "/registrations/unknown", {"deed": "prove"})[0] == 404
    assert call(Client(), "POST", f"/registrations/{row.key}", {"deed": "prove"})[1]["state"] == "confirmed"
    waiting = call(Client(), "POST", f"{where}/registrations", {**ask, "email": "second@three.example"})[1]
    assert waiting["state"] == "waitlisted"
    rows = call(manager, "GET", f"{desk}/registrations")[1]["items"]
    assert [one["state"] for one in rows] == ["confirmed", "waitlisted"] and "key" not in rows[0]
    assert call(manager, "POST", f"{desk}/check-in", {"codes": [{"code": row.code}]})[1]["done"] == [
        "Kim Api"
    ]
    refused = call(
        manager, "POST", f"{desk}/registrations/{waiting['id']}", {"deed": "offer", "reason": "speaker"}
    )
    assert refused[0] == 422
    assert call(manager, "POST", f"{desk}/cancel", {"reason_en": "x"})[0] == 422, "people are there"
    assert call(manager, "GET", "/desk/events/years")[1][0]["every"] == 1
    bad = {**told, "ends_at": start.isoformat()}
    assert call(manager, "PUT", desk, bad)[0] == 422
    assert (
        call(manager, "PUT", desk, {**told, "title_en": "Renamed", "capacity": 2})[1]["title_en"] == "Renamed"
    )
    assert Event.objects.get().capacity == 2


def test_a_member_sees_and_gives_back_their_own(given, an_event, sign_up):
    event = an_event(visibility="members")
    user = given.user("member", organisation=given.organisation(), person=given.person())
    client = Client()
    client.force_login(user)
    status, made = call(
        client, "POST", f"/events/{event.pk}/registrations", {"name": "나", "consents": ["processing"]}
    )
    assert status == 201 and made["state"] == "confirmed" and made["code"]
    assert call(client, "GET", "/my/registrations")[1]["total"] == 1
    assert (
        call(
            Client(),
            "POST",
            f"/events/{event.pk}/registrations",
            {"name": "x", "email": "x@x.example", "consents": []},
        )[0]
        == 404
    )
    assert (
        call(client, "POST", f"/registrations/{made['key']}", {"deed": "withdraw"})[1]["state"] == "withdrawn"
    )


def test_a_confidential_event_changes_nothing_that_others_see(given, an_event, sign_up, manager):
    event = an_event()
    member = Client()
    member.force_login(given.user("member", organisation=given.organisation()))
    paths = ["/ko/hangang/", "/ko/hangang/events/", "/ko/hangang/events/month/", "/ko/hangang/events/calendar.ics", "/ko/hangang/search/?q=밋업",
             f"/ko/hangang/events/{event.pk}-{event.slug}/", f"{BASE}/events", f"{BASE}/upcoming", f"{BASE}/search?q=밋업"]  # fmt: skip

    def everything():
        found = []
        for client in (Client(), member):
            for path in paths:
                body = client.get(path).content
                found.append(
                    b"".join(
                        line for line in body.splitlines() if b"nonce" not in line and b"csrf" not in line
                    )
                )
        return found

    before = everything()
    secret = an_event(visibility="confidential")
    sign_up(secret, organisation=given.organisation(visibility="managers"))
    after = everything()
    assert [path for path, a, b in zip(paths * 2, before, after, strict=True) if a != b] == []
