"""The desk on its pages: written, translated, checked, approved and published by different people."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.models import Claim, Edition, Item, Term

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
BODY = "조사한 28곳 중 18곳(64%)이 협업을 꼽았다.\n\n밋업은 22,000건에 육박했다."


@pytest.fixture
def seat(given, client):
    """Sit down as somebody in a role."""
    users = {}

    def sit(name, role=None):
        users.setdefault(name, given.user(role or name))
        client.force_login(users[name], backend=BACKEND)
        return users[name]

    return sit


def at(given, rest="", language="ko"):
    return f"/{language}/desk/{given.cluster().slug}/news/{rest}"


def test_a_notice_in_one_form(given, client, seat):
    seat("editor")
    told = {
        "kind": "notice",
        "language": "ko",
        "title": "단수 안내",
        "body": "내일 물이 나오지 않습니다.",
        "deed": "publish",
    }
    answer = client.post(at(given, "new/"), told, follow=True)
    assert "게시했습니다" in answer.content.decode() or "게시" in answer.content.decode()
    assert Edition.objects.get().state == "published"
    assert "단수 안내" in client.get(f"/ko/{given.cluster().slug}/news/").content.decode()


def test_a_release_from_hand_to_hand(given, client, seat):
    seat("editor")
    client.post(
        at(given, "new/"),
        {"kind": "release", "language": "ko", "title": "협업에 답", "body": BODY, "deed": "draft"},
    )
    item = Item.objects.get()
    act = at(given, f"{item.pk}/act/")
    client.post(act, {"deed": "submit", "language": "ko"})
    seat("second", "editor")
    client.post(act, {"deed": "approve", "language": "ko"})
    client.post(act, {"deed": "publish", "language": "ko"})
    seat("translator")
    client.post(act, {"deed": "begin"})
    source = Edition.objects.get(language="ko")
    fields = {
        f"block-{source.blocks[0]['id']}": "Of 28, 18 (64%) named it.",
        f"block-{source.blocks[1]['id']}": "There were 22,000 meet-ups.",
    }
    live = client.post(at(given, f"{item.pk}/check/", "en"), {"title": "The answer", **fields})
    assert "close to" in live.content.decode()
    saved = client.post(
        at(given, f"{item.pk}/translate/"), {"version": 1, "title": "The answer", "summary": "", **fields}
    )
    assert saved.status_code == 302
    client.post(act, {"deed": "submit", "language": "en"})
    seat("reviewer")
    client.post(act, {"deed": "approve", "language": "en"})
    seat("editor")
    refused = client.post(act, {"deed": "publish", "language": "en"})
    assert refused.status_code == 422
    fields[f"block-{source.blocks[1]['id']}"] = "There were close to 22,000 meet-ups."
    seat("translator")
    client.post(
        at(given, f"{item.pk}/translate/"), {"version": 2, "title": "The answer", "summary": "", **fields}
    )
    client.post(act, {"deed": "submit", "language": "en"})
    seat("reviewer")
    client.post(act, {"deed": "approve", "language": "en"})
    seat("editor")
    client.post(act, {"deed": "publish", "language": "en"})
    assert {one.language: one.state for one in Edition.objects.all()} == {
        "ko": "published",
        "en": "published",
    }
    page = client.get(f"/en/{given.cluster().slug}/news/{item.pk}/", follow=True).content.decode()
    assert "close to 22,000" in page


def test_a_stale_form_keeps_what_was_typed(given, client, seat):
    seat("editor")
    edition = newsroom.write(cluster=given.cluster(), by=None, title="하나", body="본문이다.")
    told = {"version": 1, "title": "둘", "body": "고친 본문이다."}
    assert client.post(at(given, f"{edition.item_id}/write/"), told).status_code == 302
    again = client.post(
        at(given, f"{edition.item_id}/write/"), {**told, "title": "셋", "body": "또 고친 본문이다."}
    )
    assert again.status_code == 422
    page = again.content.decode()
    assert "또 고친 본문이다." in page and "다른 분이 이 글을 저장했습니다" in page


def test_a_translator_neither_publishes_nor_keeps_records_of_figures(given, client, seat):
    edition = newsroom.write(cluster=given.cluster(), by=None, title="하나", body="본문이다.")
    seat("translator")
    answer = client.post(at(given, f"{edition.item_id}/act/"), {"deed": "publish", "language": "ko"})
    assert answer.status_code == 422
    told = {"key": "a", "numerator": 1, "as_of": "2026-01-01", "status": "confirmed"}
    client.post(at(given, "figures/"), told)
    assert not Claim.objects.exists()
    assert Edition.objects.get().state == "draft"


def test_figures_and_terms_on_their_pages(given, client, seat):
    seat("editor")
    told = {"key": "survey", "numerator": 18, "denominator": 28, "as_of": "2026-07-08", "status": "confirmed"}
    client.post(at(given, "figures/"), told)
    one = Claim.objects.get()
    edition = newsroom.write(cluster=given.cluster(), by=None, title="인용", body="{figure:survey}이 꼽았다.")
    page = client.get(at(given, f"figures/{one.pk}/")).content.decode()
    assert "28곳 중 18곳(64%)" in page and edition.title in page
    client.post(at(given, f"figures/{one.pk}/"), {**told, "numerator": 17})
    assert "28곳 중 17곳(61%)" in client.get(at(given, f"{edition.item_id}/preview/ko/")).content.decode()
    wrong = client.post(at(given, "figures/"), {**told, "key": "b", "numerator": 30})
    assert wrong.status_code == 422
    client.post(at(given, "terms/"), {"ko": "밋업", "en": "meet-up"})
    assert "meet-up" in client.get(at(given, "terms/?q=meet")).content.decode()
    client.post(at(given, f"terms/{Term.objects.get().pk}/delete/"))
    assert not Term.objects.exists()


def test_settings_files_and_lineage(given, client, seat):
    seat("editor")
    edition = newsroom.write(cluster=given.cluster(), by=None, title="글", body="붙임 자료를 보기 바란다.")
    here = at(given, f"{edition.item_id}/")
    assert "첨부가 있다고 했으나" in client.get(here).content.decode()
    client.post(here + "attach/", {"file": SimpleUploadedFile("보고서.pdf", b"%PDF-1.4"), "title": "보고서"})
    assert "첨부가 있다고 했으나" not in client.get(here).content.decode()
    told = {
        "kind": "news",
        "licence": "kogl1",
        "department_ko": "홍보팀",
        "link": "https://a.example/?id=3&page=2",
        "tag_names": "로봇, AI",
    }
    client.post(here + "settings/", told)
    item = Item.objects.get()
    assert (item.kind, item.department_ko, item.link, item.tags.count()) == (
        "news",
        "홍보팀",
        "https://a.example/?id=3",
        2,
    )
    client.post(here + "origins/", {"kind": "republication", "title": "보도자료", "publisher": "한빛"})
    assert "보도자료" in client.get(here).content.decode()
    assert client.post(here + "pictures/", {"text_ko": "그림"}).status_code == 422


@pytest.mark.parametrize("n", [1, 3])
def test_the_desk_asks_the_same_number_of_questions(given, client, seat, django_assert_max_num_queries, n):
    seat("editor")
    for at_n in range(n):
        newsroom.write(cluster=given.cluster(), by=None, title=f"글 {at_n}", body="본문이다.")
    with django_assert_max_num_queries(14):
        assert client.get(at(given)).status_code == 200
