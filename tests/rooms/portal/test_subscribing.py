"""News by mail: nothing before the link is followed, only what came out since, and an end by one press."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from pumasi.commons.mail.models import Message
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal import api as portal
from pumasi.publish.portal.models import Subscription
from pumasi.publish.portal.subscribing import subscription_of, token_of

pytestmark = pytest.mark.django_db


def at(name, language="en", **values):
    with translation.override(language):
        return reverse(f"portal:{name}", kwargs={"cluster": "hangang", **values})


@pytest.fixture
def publish(given):
    editor = given.user("editor", cluster=given.cluster())

    def make(title, kind="notice", **values):
        edition = newsroom.write(
            cluster=given.cluster(), by=editor, title=title, body="글", kind=kind, **values
        )
        return newsroom.publish(edition=edition)

    return make


def asked(given, **values):
    return portal.ask(cluster=given.cluster(), email="Dana@one.example", language="ko", **values)


def confirmed(given, *, kinds=(), weekly=False):
    return portal.confirm(subscription=asked(given), kinds=kinds, weekly=weekly)


def letters():
    return list(
        Message.objects.filter(to="dana@one.example", dedupe__startswith="portal.letter").order_by("pk")
    )


def test_nothing_but_the_link_before_it_is_followed(given, publish, client):
    subscription = asked(given)
    asked(given)
    publish("소식")
    assert portal.write_letters() == 0
    (letter,) = Message.objects.filter(to="dana@one.example")
    link = f"/ko/hangang/news/subscription/{token_of(subscription)}/"
    assert link in letter.text
    assert client.get(link).status_code == 200
    subscription.refresh_from_db()
    assert subscription.confirmed_at is None, "looking changes nothing"
    client.post(link, {"weekly": "no"})
    subscription.refresh_from_db()
    assert subscription.confirmed_at
    assert portal.write_letters() == 0, "what came out before is not told"


def test_what_came_out_since_is_told_once_and_in_its_language(given, publish):
    confirmed(given)
    publish("하나", summary="한 줄")
    publish("둘", "news")
    publish("English", language="en")
    assert (portal.write_letters(), portal.write_letters()) == (1, 0)
    (letter,) = letters()
    assert "하나\n한 줄\n" in letter.text
    assert "둘" in letter.text
    assert "English" not in letter.text
    assert "새 소식 2건" in letter.subject
    publish("셋")
    assert portal.write_letters() == 1
    assert "셋" in letters()[1].subject
    assert "하나" not in letters()[1].text


def test_some_boards_alone_and_once_a_week(given, publish):
    subscription = confirmed(given, kinds=["news", "nonsense"], weekly=True)
    assert subscription.kinds == ["news"]
    publish("공지")
    publish("소식", "news")
    assert portal.write_letters() == 0, "the week is not over"
    Subscription.objects.update(told_until=timezone.now() - timedelta(days=8))
    assert portal.write_letters() == 1
    assert "소식" in letters()[0].text
    assert "공지" not in letters()[0].text


def test_what_is_under_embargo_is_not_told_before_its_time(given):
    confirmed(given)
    editor = given.user("editor", cluster=given.cluster())
    edition = newsroom.write(cluster=given.cluster(), by=editor, title="나중에", body="글", kind="notice")
    newsroom.publish(edition=edition, at=timezone.now() + timedelta(hours=2))
    assert portal.write_letters() == 0
    assert portal.write_letters(timezone.now() + timedelta(hours=3)) == 0, "the board does not show it either"


def test_whoever_asks_again_changes_nothing_of_a_subscription(given):
    subscription = confirmed(given, kinds=["news"])
    asked(given, kinds=["success"], weekly=True)
    subscription.refresh_from_db()
    assert (subscription.kinds, subscription.weekly) == (["news"], False)


def test_the_answer_is_the_same_whether_the_address_is_known(given, client):
    given.cluster()
    pages = [
        client.post(at("subscribe"), {"email": email}, follow=True).content.decode()
        for email in ("a@one.example", "a@one.example", "b@one.example")
    ]
    assert all("We wrote to this address" in page for page in pages)
    assert client.post(at("subscribe"), {"email": "nobody"}).status_code == 422
    assert Message.objects.filter(dedupe__startswith="portal.link").count() == 2
    with pytest.raises(Refused):
        portal.ask(cluster=given.cluster(), email="", language="ko")


def test_one_press_stops_it_and_forgets_the_address(given, client):
    subscription = confirmed(given)
    link = at("subscription", token=token_of(subscription))
    client.post(link, {"then": "stop"})
    assert not Subscription.objects.exists()
    assert client.get(link).status_code == 404


def test_a_link_is_good_in_its_own_cluster_alone(given):
    subscription = confirmed(given)
    given.cluster("elsewhere")
    token = token_of(subscription)
    client = Client()
    assert client.get(f"/ko/elsewhere/news/subscription/{token}/").status_code == 404
    assert subscription_of(token[:-1]) is None
    assert subscription_of(f"{subscription.pk}") is None


def test_addresses_that_nobody_confirmed_are_forgotten(given):
    asked(given)
    assert portal.forget_unconfirmed() == 0
    Subscription.objects.update(created_at=timezone.now() - timedelta(days=8))
    assert portal.forget_unconfirmed() == 1
