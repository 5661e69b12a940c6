"""The page for companies from abroad says what the rooms know, and nothing private."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import translation

from pumasi.operate.facilities import api as facilities

pytestmark = pytest.mark.django_db


def at(name, language="en", **values):
    with translation.override(language):
        return reverse(name, kwargs={"cluster": "hangang", **values})


def test_an_empty_cluster_says_what_is_missing(given, client):
    given.cluster()
    page = client.get(at("abroad")).content.decode()
    for told in (
        "The directory is still empty",
        "No facility is open to you yet",
        "No public event is announced",
        "has not said yet",
    ):
        assert told in page


def test_it_counts_who_is_there_by_kind_and_names_where_they_came_from(given, client):
    cluster = given.cluster(country="KR", contact_en="Ms Han", contact_email="han@river.example")
    for kind, country in (
        ("company", "KR"),
        ("company", "FI"),
        ("university", "KR"),
        ("company", "FI"),
        ("hospital", "SE"),
    ):
        given.organisation(cluster=cluster, kind=kind, country=country)
    given.organisation(cluster=cluster, kind="investor", country="US", visibility="members")
    page = client.get(at("abroad"))
    told = page.content.decode()
    assert [(kind, n) for kind, _label, n in page.context["kinds"]] == [
        ("company", 3),
        ("university", 1),
        ("hospital", 1),
    ]
    assert "3 of them have come from abroad: Finland, Sweden." in told
    assert "United States" not in told
    assert "mailto:han@river.example" in told and "Ms Han" in told
    assert (
        "이 가운데 3곳이 해외에서 왔습니다: 핀란드, 스웨덴."
        in client.get(at("abroad", "ko")).content.decode()
    )


def test_it_shows_sites_that_everybody_may_know_of(given, client):
    cluster = given.cluster()
    site = facilities.add(cluster=cluster, kind="site", name_ko="시험장", name_en="Proving ground")
    for name in ("Bridge", "Tunnel"):
        facilities.add(cluster=cluster, parent=site, kind="zone", name_ko=name, name_en=name)
    facilities.add(cluster=cluster, kind="site", name_ko="비밀", name_en="Back room", visibility="managers")
    told = client.get(at("abroad")).content.decode()
    assert "Proving ground" in told and "2 zones, laboratories and devices" in told
    assert "Back room" not in told


def test_the_first_page_leads_there(given, client):
    given.cluster()
    assert f'href="{at("abroad")}"' in client.get(at("public_home")).content.decode()
