"""Figures on record, terms, addresses, lineage, the past of another board."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.actions import records, writing
from pumasi.publish.newsroom.models import Claim, Edition, Item
from pumasi.publish.newsroom.queries import checks, figures

pytestmark = pytest.mark.django_db


def claim(given, n=18, **values):
    return records.state(
        cluster=given.cluster(), key="survey", numerator=n, denominator=28, as_of=date(2026, 7, 8), **values
    )


def test_a_figure_in_its_approved_words(given):
    one = claim(given, phrase_en="{n} of {m} clusters ({p}%)")
    one.refresh_from_db()
    assert figures.said(one, "ko") == "28곳 중 18곳(64%)"
    assert figures.said(one, "en") == "18 of 28 clusters (64%)"


def test_a_changed_figure_changes_every_text_that_quotes_it(given):
    claim(given)
    edition = newsroom.write(
        cluster=given.cluster(),
        by=given.user("editor"),
        title="조사 결과",
        body="{figure:survey}이 꼽았다.",
        kind="notice",
    )
    newsroom.publish(edition=edition)
    shown = Edition.objects.get(pk=edition.pk)

    def read():
        keys = newsroom.quoted(shown.shown_blocks)
        return str(newsroom.html(shown.shown_blocks, newsroom.marked(given.cluster(), keys, "ko")))

    assert "28곳 중 18곳(64%)" in read()
    one = claim(given, 17)
    assert "28곳 중 17곳(61%)" in read()
    assert [other.pk for other in figures.quoting(one)] == [edition.pk]


def test_words_that_no_longer_fit_a_changed_figure_are_flagged(given):
    claim(given, 19)
    editor = given.user("editor")
    edition = newsroom.write(
        cluster=given.cluster(),
        by=editor,
        title="조사",
        body="{figure:survey}이 협업을 꼽았다.",
        kind="notice",
    )
    target = writing.begin_translation(item=edition.item, by=editor)
    said = {edition.blocks[0]["id"]: "Two thirds named collaboration: {figure:survey}."}
    target = writing.translate(edition=target, by=editor, version=1, title="Survey", summary="", said=said)
    assert "claim" in {one.kind for one in checks.findings(target)}
    claim(given, 14)
    assert "claim" in {one.kind for one in checks.findings(target)}


def test_a_part_is_never_more_than_its_whole(given):
    with pytest.raises(IntegrityError), transaction.atomic():
        claim(given, 29)
    assert not Claim.objects.exists()


def test_an_address_without_what_only_searching_needs():
    dirty = (
        "http://www.one.example/kh/about/X.html?ARTICLE_ID=3019793&RowCountPerPage=10&Page=1&SEARCH_TYPE=SJCN&SEARCH_VALUE=&MENU_CD=F0138"
        "&TOP_MENU_CD=F0104&LEFT_MENU_CD=F0138&PARENT_MENU_CD=F0117&utm_source=mail#top"
    )
    assert records.cleaned(dirty) == "http://www.one.example/kh/about/X.html?ARTICLE_ID=3019793"


def test_where_an_item_comes_from(given):
    edition = newsroom.write(cluster=given.cluster(), by=None, title="글", body="본문", kind="news")
    made = records.come_from(
        item=edition.item,
        kind="republication",
        title="보도자료",
        publisher="한빛",
        link="https://a.example/?id=1&page=2",
    )
    assert (made.link, made.get_kind_display()) == ("https://a.example/?id=1", "전재")
    Item.objects.filter(pk=edition.item_id).update(licence="kogl4")
    edition.item.refresh_from_db()
    with pytest.raises(Refused, match="forbids"):
        records.come_from(item=edition.item, kind="abridgement", title="보도자료")


@pytest.mark.parametrize(
    ("name", "body"), [("a.exe", b"MZ"), ("a.svg", b"<svg onload=alert(1)>"), ("a.html", b"<script>")]
)
def test_files_of_other_kinds_are_refused(given, name, body):
    edition = newsroom.write(cluster=given.cluster(), by=None, title="글", body="본문")
    with pytest.raises(Refused, match="Choose a file"):
        records.attach(item=edition.item, upload=SimpleUploadedFile(name, body))


def test_a_picture_is_described(given):
    edition = newsroom.write(cluster=given.cluster(), by=None, title="글", body="본문")
    with pytest.raises(Refused, match="Describe the picture"):
        records.show(
            item=edition.item,
            upload=SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n"),
            text_ko="",
            text_en=" ",
        )
    with pytest.raises(Refused, match="JPEG, PNG or WebP"):
        records.show(
            item=edition.item,
            upload=SimpleUploadedFile("a.png", b"<svg onload=alert(1)>"),
            text_ko="그림",
            text_en="",
        )


def test_the_past_of_another_board_comes_in_once(given):
    told = [
        newsroom.PastItem(key=f"old.{n}", day=date(2015, 1, n), title=f"Result {n}", body=f"Text {n}.")
        for n in (2, 1, 3)
    ]
    assert newsroom.bring_in(cluster=given.cluster(), found=told) == {"created": 3, "unchanged": 0}
    assert newsroom.bring_in(cluster=given.cluster(), found=told) == {"created": 0, "unchanged": 3}
    rows = list(newsroom.out(given.cluster(), "en"))
    assert [one.shown_title for one in rows] == ["Result 3", "Result 2", "Result 1"]
    assert [one.item.number for one in rows] == [3, 2, 1]
