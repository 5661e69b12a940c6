"""A success story begun from a thread: both languages, what everybody may see and nothing else, once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.actions import publishing, stories
from pumasi.publish.newsroom.models import Item
from pumasi.publish.newsroom.queries import checks, items

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def thread(given):
    """A meet-up, a project out of it, a contract that is for members, and an investment out of the project."""
    firm, lab, hidden = (
        given.organisation(name, name_en=english, visibility=seen)
        for name, english, seen in (
            ("(주)가온", "Gaon Co.", "public"),
            ("누리연구소", "Nuri Lab", "public"),
            ("숨은회사", "Hidden Co.", "members"),
        )
    )
    begun = timezone.now() - timedelta(days=420)

    def tell(n, kind, ko, en, days, *, origin="", visibility="public"):
        start = begun + timedelta(days=days)
        seats = tuple(ledger.Seat(one.pk) for one in (firm, lab, hidden))
        ledger.record(
            ledger.Fact(
                source=f"story.{n}", kind=kind, cluster=given.cluster().pk, title_ko=ko, title_en=en, starts_at=start,
                ends_at=start + timedelta(hours=2), stage="happened", visibility=visibility, origin=origin, parts=seats,
            )
        )  # fmt: skip

    tell(1, "meetup", "센서 밋업", "Sensor meet-up", 0)
    tell(2, "project", "눈길 센서 과제", "Snow sensor project", 90, origin="story.1")
    tell(3, "contract", "비밀 계약", "Secret contract", 200, origin="story.2", visibility="members")
    tell(4, "investment", "시리즈 A 투자", "Series A", 400, origin="story.2")
    return "story.4"


def test_it_is_drafted_in_both_languages(given, thread):
    item, fresh = stories.begin(
        cluster=given.cluster(), source=thread, language="ko", by=given.user("editor")
    )
    assert fresh
    assert item.kind == "success"
    assert item.thread == "story.1"
    editions = items.editions_of(item)
    assert (
        editions["ko"].title == "밋업에서 투자 유치까지: 시리즈 A 투자"
        or "시리즈 A 투자" in editions["ko"].title
    )
    assert "13개월 뒤 ‘시리즈 A 투자’로 이어졌습니다." in editions["ko"].summary
    assert "13 months, later" not in editions["en"].summary
    assert "led, 13 months later, to “Series A”." in editions["en"].summary
    assert {row.state for row in items.beside(editions["ko"], editions["en"])} == {"translated"}
    assert [one["kind"] for one in editions["en"].blocks] == [
        "paragraph",
        "paragraph",
        "heading",
        "table",
        "paragraph",
    ]
    told = " ".join(one["text"] for edition in editions.values() for one in edition.blocks)
    assert "Gaon Co." in told
    assert ".." not in told
    assert "누리연구소" in told
    for secret in ("숨은회사", "Hidden Co.", "비밀 계약", "Secret contract"):
        assert secret not in told
    assert [one.message("en") for one in checks.open_findings(editions["en"])] == []


def test_a_thread_is_made_a_story_of_once(given, thread):
    editor = given.user("editor")
    first, _ = stories.begin(cluster=given.cluster(), source=thread, language="en", by=editor)
    again, fresh = stories.begin(cluster=given.cluster(), source="story.1", language="ko", by=editor)
    assert (again, fresh) == (first, False)
    assert Item.objects.count() == 1


def test_one_station_is_no_story(given, thread):
    with pytest.raises(Refused):
        stories.begin(cluster=given.cluster(), source="story.3", language="ko", by=given.user("editor"))
    with pytest.raises(Refused):
        stories.begin(cluster=given.cluster(), source="no.such", language="ko", by=given.user("editor"))
    assert not Item.objects.exists()


def test_from_the_page_of_the_thread_to_the_world(given, thread, client):
    slug = given.cluster().slug
    address = f"/en/{slug}/results/{thread}/"
    assert "Make a success story of it" not in client.get(address).content.decode()
    client.force_login(given.user("editor"), backend=BACKEND)
    assert "Make a success story of it" in client.get(address).content.decode()
    assert "Series A" in client.get(f"/en/desk/{slug}/news/new/").content.decode()
    answer = client.post(f"/en/desk/{slug}/news/from-thread/", {"source": thread}, follow=True)
    assert "Drafted in both languages" in answer.content.decode()
    item = Item.objects.get()
    for edition in items.editions_of(item).values():
        publishing.submit(edition=edition)
        publishing.approve(edition=edition, by=given.user("editor"))
        newsroom.publish(edition=edition)
    client.logout()
    page = client.get(f"/en/{slug}/news/{item.pk}-x/", follow=True).content.decode()
    assert "Series A" in page
    assert "/en/" + slug + "/results/story.1/" in page
