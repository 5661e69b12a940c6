"""Requests that nobody types are answered in words and never with an error of ours."""

from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path", ["search/?q=a%00b", "organisations/?q=%00", "network/?q=%00x", "results/a%00b/"]
)
def test_a_nul_is_a_broken_request(client, given, path):
    cluster = given.cluster()
    assert client.get(f"/ko/{cluster.slug}/{path}").status_code == 400


def test_ten_thousand_letters_are_cut_and_searched(client, given):
    assert client.get(f"/ko/{given.cluster().slug}/search/", {"q": "가" * 10_000}).status_code == 200


@pytest.mark.parametrize("page", ["0", "-1", "999999", "x"])
def test_a_page_that_is_not_there_shows_the_nearest(client, given, page):
    assert client.get(f"/ko/{given.cluster().slug}/organisations/", {"page": page}).status_code == 200


def test_markup_in_a_name_is_text(client, given):
    given.organisation("<script>alert(1)</script>")
    body = client.get(f"/ko/{given.cluster().slug}/organisations/").content.decode()
    assert "<script>alert" not in body
    assert "&lt;script&gt;" in body
