"""What search engines are told: public pages alone, each edition in the languages in which it is out."""

from __future__ import annotations

import pytest
from django.conf import settings
from lxml import etree

from pumasi.publish.newsroom import api as newsroom

pytestmark = pytest.mark.django_db
LINK = "{http://www.w3.org/1999/xhtml}link"


def read(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return etree.fromstring(response.content)


def locations(root):
    return [one.text for one in root.iterfind(".//{*}loc")]


def published(given, title, *, english=""):
    editor = given.user("editor", cluster=given.cluster())
    edition = newsroom.write(cluster=given.cluster(), by=editor, title=title, body="글", kind="notice")
    newsroom.publish(edition=edition)
    if english:
        other = newsroom.begin_translation(item=edition.item, by=editor)
        newsroom.translate(
            edition=other,
            by=editor,
            version=1,
            title=english,
            summary="",
            said={edition.blocks[0]["id"]: "Text"},
        )
        other.refresh_from_db()
        newsroom.publish(edition=other)
    return edition.item_id


def test_every_cluster_has_its_map_and_each_page_stands_in_both_languages(given, client):
    given.cluster()
    assert locations(read(client, "/sitemap.xml")) == [f"{settings.SITE_URL}/sitemap-hangang.xml"]
    found = locations(read(client, "/sitemap-hangang.xml"))
    for path in ("/ko/hangang/", "/en/hangang/", "/ko/hangang/organisations/", "/en/hangang/news/"):
        assert settings.SITE_URL + path in found
    assert client.get("/sitemap-nowhere.xml").status_code == 404
    for path in found:
        assert client.get(path.removeprefix(settings.SITE_URL)).status_code == 200, path


def test_a_text_stands_in_the_languages_in_which_it_is_out(given, client):
    both, alone = published(given, "두 언어", english="Two languages"), published(given, "한국어만")
    entries = {
        one.find("{*}loc").text: one for one in read(client, "/sitemap-hangang.xml").iterfind("{*}url")
    }
    korean = next(entry for path, entry in entries.items() if f"/ko/hangang/news/{both}-" in path)
    assert {one.get("hreflang") for one in korean.iterfind(LINK)} == {"ko", "en"}
    assert f"{settings.SITE_URL}/en/hangang/news/{both}-two-languages/" in entries
    assert not any(f"/en/hangang/news/{alone}-" in path for path in entries)
    (mine,) = [entry for path, entry in entries.items() if f"/news/{alone}-" in path]
    assert list(mine.iterfind(LINK)) == []


def test_a_page_names_only_the_editions_that_are_there(given, client):
    both, alone = published(given, "두 언어", english="Two languages"), published(given, "한국어만")
    page = client.get(f"/ko/hangang/news/{both}/", follow=True).content.decode()
    assert f'hreflang="en" href="{settings.SITE_URL}/en/hangang/news/{both}-two-languages/"' in page
    head = client.get(f"/ko/hangang/news/{alone}/", follow=True).content.decode().partition("</head>")[0]
    assert 'hreflang="ko"' in head
    assert 'hreflang="en"' not in head


def test_drafts_stand_nowhere(given, client):
    newsroom.write(cluster=given.cluster(), by=given.user("editor"), title="초안", body="글", kind="notice")
    assert not any(
        "/news/" in path.removesuffix("/news/") for path in locations(read(client, "/sitemap-hangang.xml"))
    )


def test_what_is_behind_a_door_is_nobodys_to_index(client):
    told = client.get("/robots.txt").content.decode()
    for path in ("/*/desk/", "/*/my/", "/*/surveys/answer/"):
        assert f"Disallow: {path}" in told
    assert f"Sitemap: {settings.SITE_URL}/sitemap.xml" in told
