"""What the world reads: boards, an article, the other language, feeds, counts; and what it never sees."""

from __future__ import annotations

import json
from datetime import timedelta
from xml.etree import ElementTree as ET

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.actions import publishing, records, writing
from pumasi.publish.newsroom.models import Edition, Item
from pumasi.publish.portal import api as portal
from pumasi.publish.portal.models import Reader, Views

pytestmark = pytest.mark.django_db
BROWSER = {"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}


@pytest.fixture
def out(given):
    """Put something out under a title."""

    def publish(title="단수 안내", body="내일 물이 나오지 않습니다.", **values):
        edition = newsroom.write(
            cluster=given.cluster(), by=None, title=title, body=body, **{"kind": "notice", **values}
        )
        return newsroom.publish(edition=edition)

    return publish


def at(given, rest="", language="ko"):
    return f"/{language}/{given.cluster().slug}/news/{rest}"


def page(client, address):
    return client.get(address, follow=True).content.decode()


def test_a_board_and_its_article(given, client, out):
    edition = out(department_ko="시설팀")
    records.attach(item=edition.item, upload=SimpleUploadedFile("안내.pdf", b"%PDF-1.4"), title_ko="안내문")
    board = page(client, at(given))
    assert "단수 안내" in board and "시설팀" in board and "첨부 있음" in board
    article = page(client, at(given, f"{edition.item_id}/"))
    assert "내일 물이 나오지 않습니다." in article and "안내문" in article
    assert article.count("facebook.com/sharer") == 1
    assert "<dt>조회수</dt>" not in article
    file = client.get(at(given, f"{edition.item_id}/file/{edition.item.attachments.get().pk}/"))
    assert file["Content-Disposition"].startswith("attachment")
    file.close()


def test_drafts_and_embargoes_exist_for_nobody(given, client, out):
    draft = newsroom.write(cluster=given.cluster(), by=None, title="비밀 초안", body="본문", kind="notice")
    edition = out("내일 공개")
    Edition.objects.filter(pk=edition.pk).update(publish_at=timezone.now() + timedelta(days=1))
    for one in (draft, edition):
        assert client.get(at(given, f"{one.item_id}/"), follow=True).status_code == 404
    told = page(client, at(given)) + "".join(
        client.get(at(given, f"feed.{form}")).content.decode() for form in ("rss", "atom", "json")
    )
    found = page(client, f"/ko/{given.cluster().slug}/search/?q=공개")
    assert "비밀 초안" not in told and "내일 공개" not in told + found


def test_a_language_that_is_missing_says_so(given, client, out):
    edition = out()
    answer = client.get(at(given, f"{edition.item_id}/", "en"))
    assert answer.status_code == 200
    assert "published in Korean only" in answer.content.decode()
    assert "noindex" in answer.content.decode()
    assert "영문판은 없습니다" in page(client, at(given, f"{edition.item_id}/"))


def test_an_abridged_text_says_so(given, client, out):
    edition = out(body="첫 문단이다.\n\n둘째 문단이다.")
    target = writing.begin_translation(item=edition.item, by=None)
    first, second = (one["id"] for one in edition.blocks)
    target = writing.translate(
        edition=target,
        by=None,
        version=1,
        title="Notice",
        summary="",
        said={first: "The first."},
        left_out={second: "국내용"},
    )
    publishing.publish(edition=target)
    english = page(client, at(given, f"{edition.item_id}/", "en"))
    assert "Abridged: 1 of 2 sections" in english and "Read the whole text" in english


def test_what_was_withdrawn_is_gone_and_says_why(given, client, out):
    edition = out()
    address = at(given, f"{edition.item_id}-{edition.slug}/")
    publishing.withdraw(edition=edition, reason="자료 오류로 내립니다.")
    answer = client.get(address)
    assert answer.status_code == 410
    assert "자료 오류로 내립니다." in answer.content.decode()
    assert "단수 안내" not in page(client, at(given))


def test_next_and_previous_stay_on_the_board_and_in_the_language(given, client, out):
    first, other, last = out("첫 공지"), out("보도", kind="news"), out("끝 공지")
    english = newsroom.write(
        cluster=given.cluster(), by=None, title="English notice", body="Text.", kind="notice", language="en"
    )
    newsroom.publish(edition=english)
    article = page(client, at(given, f"{first.item_id}/"))
    assert (
        "끝 공지" in article
        and "보도" not in article.split("<main")[1].split("</main")[0].replace("보도자료", "")
        and "English notice" not in article
    )
    assert other.item_id != last.item_id


def test_related_items_say_why(given, client, out):
    one, two = out("로봇 소식"), out("로봇 공지")
    tag = members.tag_named("로봇")
    for edition in (one, two):
        edition.item.tags.set([tag])
    assert "같은 주제: 로봇" in page(client, at(given, f"{one.item_id}/"))


def test_searching_takes_particles_and_departments(given, client, out):
    out("협업을 말하다", department_ko="대외협력팀")
    for words in ("협업", "대외협력팀", "물"):
        assert "협업을 말하다" in page(client, at(given, f"?q={words}"))
    assert "맞는 것이 없습니다" in page(client, at(given, "?q=없는말")) or "협업을 말하다" not in page(
        client, at(given, "?q=없는말")
    )


def test_pinned_items_stay_on_top(given, client, out):
    old, _new = out("오래된 고정"), out("새 글")
    Item.objects.filter(pk=old.item_id).update(pinned_until=timezone.localdate())
    board = page(client, at(given))
    assert board.index("오래된 고정") < board.index("새 글")
    assert board.count("오래된 고정") == 1


def test_feeds_can_be_read_and_keep_their_ids(given, client, out):
    edition = out("피드 <b>제목</b>", body="본문 & 내용이다.")

    def ids():
        rss = ET.fromstring(client.get(at(given, "feed.rss")).content)  # noqa: S314  # our own feed
        atom = ET.fromstring(client.get(at(given, "feed.atom")).content)  # noqa: S314
        told = json.loads(client.get(at(given, "feed.json")).content)
        entry = atom.find("{http://www.w3.org/2005/Atom}entry")
        return (
            rss.findtext("channel/item/guid"),
            entry.findtext("{http://www.w3.org/2005/Atom}id"),
            told["items"][0]["id"],
            rss.findtext("channel/item/title"),
        )

    before = ids()
    assert before[0] == before[1] == before[2] == f"urn:uuid:{edition.item.uid}:ko"
    assert before[3] == "피드 <b>제목</b>"
    kept = writing.rewrite(
        edition=edition, by=None, version=edition.version, title="고친 제목", body="고친 본문이다."
    )
    publishing.publish(edition=kept)
    assert ids()[:3] == before[:3] and ids()[3] == "고친 제목"
    english = ET.fromstring(client.get(at(given, "feed.rss", "en")).content)  # noqa: S314
    assert english.find("channel/item") is None


def test_readers_are_counted_once_a_day_and_machines_never(given, client, out):
    edition = out()
    seen = at(given, f"{edition.item_id}/seen/")
    for agent in (BROWSER, BROWSER, {"HTTP_USER_AGENT": "Googlebot/2.1"}, {"HTTP_USER_AGENT": ""}):
        assert client.post(seen, **agent).status_code == 204
    assert Views.objects.get().count == 1
    client.post(seen, REMOTE_ADDR="10.0.0.9", **BROWSER)
    assert Views.objects.get().count == 2
    assert "<dt>조회수</dt>" in page(client, at(given, f"{edition.item_id}/"))
    Reader.objects.update(day=timezone.localdate() - timedelta(days=3))
    assert portal.forget_readers() == 2
    assert Views.objects.get().count == 2


def test_no_title_or_text_becomes_a_tag(given, client, out):
    attack = "<script>alert(1)</script>"
    edition = out(
        f"제목 {attack}",
        body=f"본문 {attack}",
        summary=f"요약 {attack}",
        department_ko=attack,
        contact_ko=attack,
        publisher_ko=attack,
    )
    records.attach(item=edition.item, upload=SimpleUploadedFile("a.pdf", b"%PDF-1.4"), title_ko=attack)
    records.show(
        item=edition.item,
        upload=SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n"),
        text_ko=f'"{attack}',
        text_en="",
        rights=attack,
    )
    for address in (
        at(given),
        at(given, f"{edition.item_id}/"),
        at(given, f"{edition.item_id}/", "en"),
        f"/ko/{given.cluster().slug}/search/?q=제목",
    ):
        assert attack not in page(client, address)


@pytest.mark.parametrize("n", [1, 3])
def test_pages_ask_the_same_number_of_questions(given, client, out, django_assert_max_num_queries, n):
    found = [out(f"글 {one}") for one in range(n)]
    page(client, at(given))
    # Addresses that nobody asked for yet: nothing is answered from memory.
    with django_assert_max_num_queries(10):
        assert client.get(at(given, "?page=1")).status_code == 200
    with django_assert_max_num_queries(10):
        assert client.get(at(given, f"{found[0].item_id}-{found[0].slug}/?from=mail")).status_code == 200


def test_a_page_is_remembered_for_visitors_and_forgotten_when_it_changes(
    given, client, out, django_assert_max_num_queries, settings
):
    records.state(
        cluster=given.cluster(), key="share", numerator=18, denominator=28, as_of=timezone.localdate()
    )
    edition = out("조사", body="{figure:share}이 꼽았다.")
    address = at(given, f"{edition.item_id}-{edition.slug}/")
    first = client.get(address)
    client.cookies.clear()
    with django_assert_max_num_queries(1):
        again = client.get(address)
    assert again.content == first.content and dict(again.items()) == dict(first.items())
    assert again.cookies["language"].value == "ko"
    settings.ALLOWED_HOSTS = ["testserver"]
    assert client.get(address, headers={"host": "elsewhere.example"}).status_code == 400
    records.state(
        cluster=given.cluster(), key="share", numerator=17, denominator=28, as_of=timezone.localdate()
    )
    assert "28곳 중 17곳(61%)" in client.get(address).content.decode()
    publishing.withdraw(edition=edition, reason="자료 오류")
    assert client.get(address).status_code == 410


def test_whoever_signed_in_is_never_answered_from_memory(given, client, out):
    edition = out()
    address = at(given, f"{edition.item_id}-{edition.slug}/")
    stranger = client.get(address).content.decode()
    client.force_login(given.user("editor"), backend="django.contrib.auth.backends.ModelBackend")
    own = client.get(address).content.decode()
    client.logout()
    assert "편집실" in own and "편집실" not in stranger
    assert "편집실" not in client.get(address).content.decode()


def test_a_picture_keeps_its_focus_and_its_last_day(given, client, out):
    edition = out()
    client.force_login(given.user("editor"), backend="django.contrib.auth.backends.ModelBackend")
    desk = f"/ko/desk/{given.cluster().slug}/news/{edition.item_id}/pictures/"

    def show(**values):
        file = SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n")
        return client.post(desk, {"file": file, "text_ko": "시험로", **values})

    assert show(expires_on="내일").status_code == 422
    assert show(expires_on="2020-01-01").status_code == 302
    assert client.get(at(given, f"{edition.item_id}/picture/")).status_code == 404
    assert show(focus="top-left").status_code == 302
    assert "focus-top-left" in client.get(at(given, f"{edition.item_id}/"), follow=True).content.decode()
    assert show(focus="x onload=1").status_code == 302
    assert set(edition.item.pictures.values_list("focus", flat=True)) == {"middle", "top-left"}
