"""Addresses of an old site: they lead on, the most exact one wins, and nothing leads out of the site or round in a circle."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal import api as portal
from pumasi.publish.portal import moved
from pumasi.publish.portal.models import OldAddress

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def at(name, language="en", **values):
    with translation.override(language):
        return reverse(f"portal:{name}", kwargs={"cluster": "hangang", **values})


@pytest.fixture
def item(given):
    """An item of another board, published in English."""
    past = newsroom.PastItem(
        key="old.120", day=timezone.localdate(), title="Open call", body="Text", language="en",
        link="http://old.example/board/view.do?bbs=3&seq=120",
    )  # fmt: skip
    newsroom.bring_in(cluster=given.cluster(), found=[past])
    return newsroom.latest(given.cluster(), "en", 1)[0].item


def test_a_known_address_leads_on_and_others_do_not(given, client, item):
    text = f"/board/list.do /ko/hangang/news/\nhttps://old.example/board/view.do?seq=120&bbs=3 {item.number}\n/소개 /ko/hangang/about/"
    assert portal.take_over(cluster=given.cluster(), text=text) == (3, 0)
    moved_to = f"/en/hangang/news/{item.pk}-open-call/"
    for asked, target in (
        ("/board/list.do", "/ko/hangang/news/"),
        ("/board/list.do?page=4", "/ko/hangang/news/"),
        ("/board/view.do?bbs=3&seq=120", moved_to),
        ("/board/view.do?page=2&seq=120&bbs=3&word=x", moved_to),
        ("/%EC%86%8C%EA%B0%9C", "/ko/hangang/about/"),
    ):
        answer = client.get(asked)
        assert (answer.status_code, answer.headers.get("Location")) == (301, target), asked
    for missing in (
        "/board/view.do",
        "/board/view.do?seq=121&bbs=3",
        "/board/view.do?seq=120",
        "/board/nowhere.do",
    ):
        assert client.get(missing).status_code == 404, missing
    assert client.post("/board/list.do").status_code == 404
    assert portal.take_over(cluster=given.cluster(), text="/board/list.do /en/hangang/news/") == (0, 1)
    assert client.get("/board/list.do").headers["Location"] == "/en/hangang/news/"


def test_the_most_exact_address_wins(given, client):
    portal.take_over(
        cluster=given.cluster(), text="/b.do /ko/one/\n/b.do?a=1 /ko/two/\n/b.do?a=1&b=2 /ko/three/"
    )
    found = {
        query: client.get(f"/b.do{query}").headers["Location"] for query in ("", "?a=1", "?b=2&a=1", "?a=2")
    }
    assert found == {"": "/ko/one/", "?a=1": "/ko/two/", "?b=2&a=1": "/ko/three/", "?a=2": "/ko/one/"}


def test_an_item_that_is_not_out_leads_nowhere(given, client, item):
    portal.take_over(cluster=given.cluster(), text=f"/old.do {item.number}")
    assert client.get("/old.do").status_code == 301
    newsroom.withdraw(edition=item.editions.get(), reason="wrong")
    assert client.get("/old.do").status_code == 404


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Write one to"),
        ("/old", "behind a space"),
        ("/old https://evil.example/x extra", "behind a space"),
        ("/old javascript:alert(1)", "no page of this site"),
        ("/old /\\evil.example", "no page of this site"),
        ("old /ko/x/", "no address of a page"),
        ("/ /ko/x/", "no address of a page"),
        ("/old 99999", "no item with the number"),
        ("/old ²", "no page of this site"),
        ("/ko/x/?a=1 /ko/x/?a=1", "leads to itself"),
    ],
)
def test_what_cannot_be_taken_over_says_why_and_changes_nothing(given, text, says):
    whole = f"/good /ko/hangang/\n{text}" if text else text
    with pytest.raises(Refused, match=says):
        portal.take_over(cluster=given.cluster(), text=whole)
    assert not OldAddress.objects.exists()


def test_a_full_address_of_elsewhere_is_read_as_a_page_of_this_site(given, client):
    """The host is left out: nothing leads away from here."""
    portal.take_over(
        cluster=given.cluster(), text="/a.do https://evil.example/ko/x/\n/b.do //evil.example/ko/y/"
    )
    assert client.get("/a.do").headers["Location"] == "/ko/x/"
    assert client.get("/b.do").headers["Location"] == "/ko/y/"


def test_imported_items_bring_their_addresses_along(given, client, item):
    assert moved.take_over_imported(cluster=given.cluster()) == 1
    assert moved.take_over_imported(cluster=given.cluster()) == 0
    assert client.get("/board/view.do?bbs=3&seq=120").status_code == 301


def test_another_clusters_addresses_stay_its_own(given):
    other = given.cluster("other")
    portal.take_over(cluster=other, text="/old /ko/other/")
    with pytest.raises(Refused, match="another cluster"):
        portal.take_over(cluster=given.cluster(), text="/old /ko/hangang/")
    desk = Client()
    desk.force_login(given.user("cluster_manager", cluster=given.cluster()), backend=BACKEND)
    theirs = OldAddress.objects.get()
    assert desk.post(at("act_on_addresses"), {"then": "drop", "address": theirs.pk}).status_code == 404
    assert "/ko/other/" not in desk.get(at("old_addresses")).content.decode()


def test_the_desk_enters_finds_and_forgets(given, item):
    desk = Client()
    desk.force_login(given.user("cluster_manager"), backend=BACKEND)
    desk.post(
        at("act_on_addresses"),
        {"then": "enter", "addresses": "/a.do?x=1 /ko/hangang/\n/b.do /ko/hangang/news/"},
    )
    desk.post(at("act_on_addresses"), {"then": "imported"})
    assert OldAddress.objects.count() == 3
    page = desk.get(at("old_addresses"), {"q": "a.do"}).content.decode()
    assert "/a.do?x=1" in page and "/b.do" not in page.replace('placeholder="/board', "")
    one = OldAddress.objects.get(path="/a.do")
    desk.post(at("act_on_addresses"), {"then": "drop", "address": one.pk})
    assert OldAddress.objects.count() == 2
    assert desk.post(at("act_on_addresses"), {"then": "other"}).status_code == 422
