"""Addresses that texts and figures name: gathered, asked in turn, told when they fail twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.utils import timezone

from pumasi.kit.reaching import Answer
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom import jobs
from pumasi.publish.newsroom.actions import links, records, writing
from pumasi.publish.newsroom.models import Link
from pumasi.publish.newsroom.queries import links as known

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
GONE, HERE, ORIGIN, SOURCE = (f"https://{name}.example/a" for name in ("gone", "here", "origin", "source"))


@pytest.fixture(autouse=True)
def at_once(monkeypatch):
    monkeypatch.setattr(links, "APART", 0)


@pytest.fixture
def item(given, settings):
    """A published text with two addresses, an origin and a figure with one each."""
    edition = newsroom.write(
        cluster=given.cluster(), by=given.user("editor"), title="알림", kind="notice",
        body=f"[자료]({GONE})와 [안내]({HERE})를 보라. [우리]({settings.SITE_URL}/ko/) https://bare.example/",
    )  # fmt: skip
    newsroom.publish(edition=edition)
    records.come_from(item=edition.item, kind="republication", title="원문", link=ORIGIN)
    records.state(cluster=given.cluster(), key="n", numerator=1, as_of=date(2026, 7, 8), link=SOURCE)
    links.gather(given.cluster())
    return edition.item


def asked(**answers):
    """Ask everything; what is not named answers."""
    links.ask_due(lambda address: answers.get(address.split("//")[1].split(".")[0], Answer(200)))
    return {one.address: one.verdict for one in Link.objects.all()}


def tomorrow():
    Link.objects.update(asked_at=timezone.now() - timedelta(hours=22))


def test_what_is_named_is_noted_and_what_is_not_is_forgotten(given, item):
    assert set(Link.objects.values_list("address", flat=True)) == {GONE, HERE, ORIGIN, SOURCE}
    assert Link.objects.get(address=GONE).items == [item.pk]
    assert Link.objects.get(address=SOURCE).items == []
    edition = item.editions.get()
    writing.rewrite(
        edition=edition, by=edition.written_by, version=edition.version, title="알림", body=f"[안내]({HERE})"
    )
    links.gather(given.cluster())
    assert Link.objects.filter(address=GONE).exists(), "what is written is not yet what the world sees"
    newsroom.publish(edition=edition)
    links.gather(given.cluster())
    assert set(Link.objects.values_list("address", flat=True)) == {HERE, ORIGIN, SOURCE}


def test_one_failure_is_bad_luck_the_second_is_told(given, item):
    assert asked(gone=Answer(404))[GONE] == "gone"
    assert not known.broken(given.cluster()).exists()
    assert links.ask_due(lambda _address: Answer(404)) == 0, "nobody's turn yet"
    tomorrow()
    asked(gone=Answer(404))
    assert [one.address for one in known.broken(given.cluster())] == [GONE]
    assert [one.address for one in known.of_item(item)] == [GONE]
    tomorrow()
    asked()
    assert not known.broken(given.cluster()).exists()
    assert Link.objects.get(address=GONE).since is None


@pytest.mark.parametrize(
    ("told", "verdict"),
    [(Answer(200), "alive"), (Answer(403), "alive"), (Answer(429), "alive"), (Answer(410), "gone"), (Answer(503), "ill"),
     (Answer(trouble="tls"), "silent"), (Answer(trouble="inside"), "inside"), (Answer(302, trouble="loop"), "silent")],
)  # fmt: skip
def test_what_an_answer_says(told, verdict):
    assert links.verdict(told) == verdict


def test_where_nothing_answers_our_own_line_is_cut(given, item):
    for _ in range(3):
        links.ask_due(lambda _address: Answer(trouble="silent"))
        tomorrow()
    assert not known.broken(given.cluster()).exists()
    assert set(Link.objects.values_list("verdict", flat=True)) == {"waiting"}


def test_a_host_with_many_does_not_keep_others_waiting(given, monkeypatch):
    monkeypatch.setattr(links, "OF_A_HOST", 2)
    Link.objects.bulk_create(
        Link(cluster=given.cluster(), address=f"https://many.example/{n}") for n in range(5)
    )
    Link.objects.create(cluster=given.cluster(), address=HERE)
    seen = []
    links.ask_due(lambda address: seen.append(address) or Answer(200))
    assert sorted(seen) == [HERE, "https://many.example/0", "https://many.example/1"]
    links.ask_due(lambda address: seen.append(address) or Answer(200))
    assert len(seen) == 5


def test_an_address_that_cannot_be_read_stops_nobody(given):
    for address in ("http://[broken", HERE):
        Link.objects.create(cluster=given.cluster(), address=address)
    assert links.ask_due(lambda _address: Answer(200)) == 2


def test_a_slow_host_ends_with_the_time(given, monkeypatch):
    monkeypatch.setattr(links, "PATIENCE", -1.0)
    Link.objects.create(cluster=given.cluster(), address=HERE)
    assert links.ask_due(lambda _address: Answer(200)) == 0


def test_the_worker_asks_unless_it_is_switched_off(given, item, monkeypatch, settings):
    Link.objects.all().delete()
    monkeypatch.setattr(links, "ask_due", lambda: None)
    settings.CHECK_LINKS = False
    jobs.ask_links(timestamp=0)
    assert not Link.objects.exists()
    settings.CHECK_LINKS = True
    jobs.ask_links(timestamp=0)
    assert Link.objects.count() == 4


def test_the_desk_says_so(given, item, client, monkeypatch):
    asked(gone=Answer(404), origin=Answer(200, "https://new.example/a"))
    tomorrow()
    asked(gone=Answer(404), origin=Answer(200, "https://new.example/a"))
    client.force_login(given.user("editor"), backend=BACKEND)
    desk = f"/en/desk/{given.cluster().slug}/news/"
    assert "1 address that our texts name no longer answers." in client.get(desk).content.decode()
    assert GONE in client.get(f"{desk}{item.pk}/").content.decode()
    page = client.get(f"{desk}links/").content.decode()
    assert GONE in page
    assert HERE not in page
    assert "Page is gone" in page
    assert "https://new.example/a" in client.get(f"{desk}links/?state=moved").content.decode()
    assert HERE in client.get(f"{desk}links/?state=all").content.decode()
    monkeypatch.setattr("pumasi.kit.reaching.answer", lambda _address, **_: Answer(200))
    answer = client.post(f"{desk}links/{Link.objects.get(address=GONE).pk}/ask/", follow=True)
    assert "It answers." in answer.content.decode()
    assert "Every address answers" in answer.content.decode()
