"""What another board published: read from tables and feeds, looked through, brought in once."""

from __future__ import annotations

import os
import re
from datetime import date, timedelta

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom.actions import incoming
from pumasi.publish.newsroom.exchange.boards import read_board
from pumasi.publish.newsroom.exchange.pages import typed
from pumasi.publish.newsroom.models import Edition, Item

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"
TABLE = "번호,작성일,제목,본문,원문\n1,2026.07.08,첫 글,본문이다.,https://old.example/1\n2,,날짜 없는 글,본문,\n3,2026-07-10,둘째 글,<p>가</p><p>나</p>,javascript:x\n"
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><entry><id>tag:a</id><title>One</title><updated>2026-07-08T09:00:00+09:00</updated>
<link href="https://old.example/one"/><content type="html">&lt;h2&gt;Head&lt;/h2&gt;&lt;p&gt;Text &lt;b&gt;bold&lt;/b&gt;&lt;/p&gt;</content></entry></feed>"""


@pytest.fixture(autouse=True)
def own_files(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.mark.parametrize(
    ("html", "wanted"),
    [
        ("plain < text & more", "plain < text & more"),
        ("<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines"),
        ("<h3>Head</h3>text <b>bold</b>, <a href='https://a.example/x'>here</a>", "# Head\n\ntext **bold**, [here](https://a.example/x)"),
        ("<ul><li>a<ul><li>b</li></ul></li><li><p>c</p></li></ul><ol><li>d</li></ol>", "- a\n- b\n- c\n\n- d"),
        ("<blockquote><p>said</p><p>so</p></blockquote>", "> said\n> so"),
        ("<table><tr><th>a|b</th><th><b>c</b></th></tr><tr><td>1</td><td>2</td></tr></table>", "| a/b | c |\n| 1 | 2 |"),
        ("<table><tr><td><p>Only</p><p>layout</p></td></tr></table>", "Only\n\nlayout"),
        ("<div onclick='x'>a<script>b</script><style>c</style></div><a href='javascript:d'>e</a>", "a\n\ne"),
        ("<p>• one</p><p>• two</p>", "- one\n- two"),
        ("<p></p>", ""),
    ],
)  # fmt: skip
def test_html_as_somebody_would_type_it(html, wanted):
    assert typed(html) == wanted


def test_a_table_and_its_rows_that_stay_out():
    board = read_board(TABLE.encode("cp949"), "board.csv")
    assert [(one.key, one.day, one.title, one.body, one.link) for one in board.found] == [
        ("board.1", date(2026, 7, 8), "첫 글", "본문이다.", "https://old.example/1"),
        ("board.3", date(2026, 7, 10), "둘째 글", "가\n\n나", ""),
    ]
    assert board.left == [2]


def test_a_feed_of_atom():
    (one,) = read_board(ATOM.encode(), "feed.atom").found
    assert (one.title, one.day, one.body, one.link) == (
        "One",
        date(2026, 7, 8),
        "# Head\n\nText **bold**",
        "https://old.example/one",
    )


@pytest.mark.parametrize(
    ("name", "body", "words"),
    [
        ("a.pdf", b"%PDF", "choose a table"),
        ("a.xml", b"<rss>", "no XML file"),
        ("a.xml", b"<rss/>", "holds no items"),
        ("a.xml", b'<!DOCTYPE x [<!ENTITY a "aaaa">]><rss/>', "entities"),
    ],
)
def test_what_is_no_board_is_refused(name, body, words):
    with pytest.raises(Refused, match=words):
        read_board(body, name)


def hidden(page):
    return dict(
        re.findall(r'<input type="hidden" name="(word|kind|language|publisher)" value="([^"]*)"', page)
    )


def test_looked_through_then_brought_in_once(given, client):
    client.force_login(given.user("editor"), backend=BACKEND)
    address = f"/en/desk/{given.cluster().slug}/news/past/"
    assert client.get(address).status_code == 200
    for told in ("Brought in: 2. There already: 0.", "Brought in: 0. There already: 2."):
        sent = {
            "file": SimpleUploadedFile("board.csv", TABLE.encode()),
            "kind": "notice",
            "language": "ko",
            "publisher": "옛 게시판",
        }
        page = client.post(address, sent).content.decode()
        assert "2 items can be brought in." in page
        assert "1 row stays out" in page
        if told.startswith("Brought in: 2"):
            assert not Item.objects.exists()
        answer = client.post(address, hidden(page), follow=True)
        assert told in answer.content.decode()
    assert Item.objects.count() == 2
    item = Item.objects.get(key="board.1")
    assert (item.kind, item.language, item.publisher_ko, item.link) == (
        "notice",
        "ko",
        "옛 게시판",
        "https://old.example/1",
    )
    assert Edition.objects.get(item=item).state == "published"
    assert not any(
        default_storage.listdir(f"{incoming.FOLDER}/{one}")[1]
        for one in default_storage.listdir(incoming.FOLDER)[0]
    )


def test_bad_files_and_forged_words(given, client):
    client.force_login(given.user("editor"), backend=BACKEND)
    address = f"/en/desk/{given.cluster().slug}/news/past/"
    assert client.post(address, {"kind": "news", "language": "ko"}).status_code == 422
    elsewhere = incoming.keep(
        cluster=given.cluster("elsewhere"), upload=SimpleUploadedFile("b.csv", TABLE.encode())
    )
    for word in ("forged", elsewhere):
        answer = client.post(address, {"word": word, "kind": "news", "language": "ko"}, follow=True)
        assert "no longer there" in answer.content.decode()
    empty = client.post(
        address, {"file": SimpleUploadedFile("c.csv", b"a,b\n1,2\n"), "kind": "news", "language": "ko"}
    )
    assert "Nothing of it can be brought in" in empty.content.decode()
    assert not Item.objects.exists()


def test_what_nobody_brought_in_is_thrown_away(given):
    word = incoming.keep(cluster=given.cluster(), upload=SimpleUploadedFile("d.csv", TABLE.encode()))
    incoming.forget_old()
    assert incoming.fetch(cluster=given.cluster(), word=word)[1] == "d.csv"
    before = (timezone.now() - timedelta(days=2)).timestamp()
    stored = incoming._SIGNED.unsign_object(word)[1]
    os.utime(default_storage.path(stored), (before, before))
    incoming.forget_old()
    with pytest.raises(Refused):
        incoming.fetch(cluster=given.cluster(), word=word)
