"""News over REST: what is out, in each language, and nothing else."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.actions import records

pytestmark = pytest.mark.django_db
AT = "/api/v1/hangang/news"


@pytest.fixture
def board(given):
    """A notice out in Korean, one announced for tomorrow, a draft, and one that was withdrawn."""
    cluster, editions = given.cluster(), {}
    for name, at in (("out", None), ("later", timezone.now() + timedelta(days=1)), ("gone", None)):
        edition = newsroom.write(
            cluster=cluster,
            by=None,
            kind="notice",
            title=f"공고 {name}",
            body=f"본문 <i>{name}</i>\n\n둘째 문단",
        )
        newsroom.publish(edition=edition, at=at) if at else newsroom.publish(edition=edition)
        editions[name] = edition
    newsroom.withdraw(edition=editions["gone"], reason="틀린 내용")
    editions["draft"] = newsroom.write(cluster=cluster, by=None, kind="news", title="초안", body="쓰는 중")
    return editions


def test_the_list_gives_what_is_out(board, client):
    told = client.get(AT).json()
    assert told["total"] == 1
    (one,) = told["items"]
    assert one["id"] == board["out"].item_id and one["title"] == "공고 out" and one["kind"] == "notice"
    assert one["url"].endswith(f"/ko/hangang/news/{one['id']}-{board['out'].slug}/")
    assert client.get(f"{AT}?language=en").json()["total"] == 0
    assert client.get(f"{AT}?kind=news").json()["total"] == 0
    assert client.get(f"{AT}?q=본문").json()["total"] == 1
    assert client.get(f"{AT}?q=없는말").json()["total"] == 0


@pytest.mark.parametrize("query", ["kind=gossip", "language=fr", "limit=0", "limit=99999", f"q={'x' * 101}"])
def test_what_cannot_be_asked_is_refused_in_words(board, client, query):
    answer = client.get(f"{AT}?{query}")
    assert answer.status_code == 422
    assert "error" in answer.json() or "message" in answer.json() or answer.json()


def test_one_text_with_its_files(board, client):
    item = board["out"].item
    records.attach(item=item, upload=SimpleUploadedFile("plan.pdf", b"%PDF-1.4 x"))
    told = client.get(f"{AT}/{item.pk}").json()
    assert "&lt;i&gt;out&lt;/i&gt;" in told["html"] and "<i>" not in told["html"]
    assert told["languages"] == ["ko"] and told["licence"] == item.licence and told["sections"] == 0
    (file,) = told["files"]
    assert file["kind"] == "PDF" and file["bytes"] == 10
    assert client.get(file["url"].partition("//")[2].partition("/")[2].join(["/", ""])).status_code == 200


@pytest.mark.parametrize("name", ["later", "draft", "gone"])
def test_what_is_not_out_is_not_there(board, client, name):
    assert client.get(f"{AT}/{board[name].item_id}").status_code == 404


def test_a_language_in_which_it_is_not_out_is_not_there(board, client):
    assert client.get(f"{AT}/{board['out'].item_id}?language=en").status_code == 404


def test_another_clusters_text_is_not_there(board, client, given):
    given.cluster(slug="other")
    assert client.get(f"/api/v1/other/news/{board['out'].item_id}").status_code == 404
