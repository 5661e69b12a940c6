"""Mail goes out once, comes back, can be stopped, and its links act only when pressed."""

from __future__ import annotations

import socket

import pytest
from aiosmtpd.controller import Controller
from django.urls import reverse
from django.utils import translation

from pumasi.commons.mail import api as mail
from pumasi.commons.mail import taps
from pumasi.commons.mail.models import Message, Preference, Unreachable
from pumasi.kit.refused import Refused

pytestmark = pytest.mark.django_db


class Letterbox:
    """A mail server that keeps what it gets, and says no to addresses that begin with `gone`."""

    def __init__(self):
        self.mails = []

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if address.startswith("gone"):
            return "550 5.1.1 no such mailbox"
        if address.startswith("later"):
            return "451 4.3.0 try again"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.mails.append(envelope)
        return "250 OK"


@pytest.fixture
def server():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    box = Letterbox()
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    box.url = f"smtp://127.0.0.1:{port}"
    yield box
    controller.stop()


def written(to="a@one.example", topic="digest", dedupe="d1", **values):
    return mail.write(
        to=to, topic=topic, dedupe=dedupe, subject="Hello 안녕하세요", text="Text 본문", **values
    )


def test_a_mail_is_sent_once_over_smtp_with_what_bulk_senders_owe(server):
    written()
    assert written() is None
    with mail.Smtp(server.url) as deliver:
        assert mail.send_due(deliver) == {"sent": 1, "failed": 0, "suppressed": 0}
        assert mail.send_due(deliver)["sent"] == 0
    [envelope] = server.mails
    raw = envelope.content.decode()
    assert "\r\nList-Unsubscribe: <http://testserver/ko/link/unsubscribe/" in raw
    assert "\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in raw
    assert Message.objects.get().state == "sent"


def test_account_mail_cannot_be_stopped_and_carries_no_unsubscribe(server):
    written(topic="account")
    with pytest.raises(Refused):
        mail.prefer(address="a@one.example", topic="account", wanted=False)
    with mail.Smtp(server.url) as deliver:
        mail.send_due(deliver)
    assert "List-Unsubscribe" not in server.mails[0].content.decode()


def test_an_address_that_is_gone_is_not_written_to_again(server):
    written(to="gone@one.example")
    with mail.Smtp(server.url) as deliver:
        mail.send_due(deliver)
    assert Message.objects.get().state == "bounced"
    assert Unreachable.objects.filter(email="gone@one.example").exists()
    written(to="gone@one.example", dedupe="d2")
    assert Message.objects.get(dedupe="d2").state == "suppressed"


def test_a_passing_failure_is_tried_again_later(server):
    written(to="later@one.example")
    with mail.Smtp(server.url) as deliver:
        assert mail.send_due(deliver)["failed"] == 1
    message = Message.objects.get()
    assert message.state == "queued"
    assert message.not_before > message.created_at


def test_unsubscribing_needs_a_press_and_stops_waiting_mail(client):
    written()
    from pumasi.commons.mail.actions import unsubscribe_url

    url = unsubscribe_url("a@one.example", "digest", "en").removeprefix("http://testserver")
    assert client.get(url).status_code == 200
    assert not Preference.objects.exists()
    assert client.post(url, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert Preference.objects.get().wanted is False
    assert Message.objects.get().state == "suppressed"


def test_a_forged_unsubscribe_is_refused_in_words(client):
    answer = client.get("/en/link/unsubscribe/forged:token/")
    assert answer.status_code == 422
    assert "not valid" in answer.content.decode()


@pytest.fixture
def counting():
    pressed = []

    def perform(payload, answer, request):
        pressed.append(answer)
        return "/en/"

    mail.on_tap(
        "test.count",
        ask=lambda payload: mail.Question(title="Press?", answers=[("yes", "Yes", "primary")]),
        perform=perform,
    )
    yield pressed
    taps.HANDLERS.pop("test.count")


def test_opening_a_link_changes_nothing_and_pressing_twice_acts_once(client, counting):
    url = mail.offer(action="test.count", payload={}, language="en").removeprefix("http://testserver")
    for _ in range(3):
        assert client.get(url).status_code == 200
    assert counting == []
    client.post(url, {"answer": "yes"})
    client.post(url, {"answer": "yes"})
    assert counting == ["yes"]


def test_an_unknown_link_says_what_to_do(client):
    with translation.override("en"):
        url = reverse("link:tap", args=["nonsense"])
    answer = client.get(url)
    assert answer.status_code == 422
    assert "whole link" in answer.content.decode()
