"""Policy pages: what stands today, what stood before, what is announced, and links at the foot of every page."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation

from pumasi.kit.refused import Refused
from pumasi.publish.portal import api as portal
from pumasi.publish.portal import policies
from pumasi.publish.portal.models import Policy

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


def at(name, language="en", **values):
    with translation.override(language):
        return reverse(f"portal:{name}", kwargs={"cluster": "hangang", **values})


@pytest.fixture
def three(given):
    """A privacy policy that stood, one that stands, one to come."""
    today = timezone.localdate()
    return [
        portal.announce(
            cluster=given.cluster(), kind="privacy", text_ko=f"# 제{n}판\n\n본문", text_en=f"# Edition {n}\n\nText <b>{n}</b>",
            change_en=f"change {n}", valid_from=today + timedelta(days=days),
        )
        for n, days in ((1, -30), (2, 0), (3, 20))
    ]  # fmt: skip


def test_the_version_of_the_day_stands_and_all_can_be_read(three, client):
    page = client.get(at("policy", kind="privacy")).content.decode()
    assert "<h2>Edition 2</h2>" in page and "&lt;b&gt;2&lt;/b&gt;" in page and "Version 2" in page
    assert "change 1" in page and "change 3" in page
    assert "no longer in force" in client.get(at("policy", kind="privacy") + "?version=1").content.decode()
    assert "not in force yet" in client.get(at("policy", kind="privacy") + "?version=3").content.decode()
    assert "제2판" in client.get(at("policy", "ko", kind="privacy")).content.decode()
    for missing in ("?version=9", "?version=²"):
        assert client.get(at("policy", kind="privacy") + missing).status_code == 404
    assert client.get(at("policy", kind="terms")).status_code == 404
    later = timezone.localdate() + timedelta(days=20)
    assert portal.in_force(three[0].cluster, later)["privacy"] == three[2]


def test_every_page_links_to_what_stands(three, client):
    policies._links.clear()
    for language, label in (("en", "Privacy policy"), ("ko", "개인정보 처리방침")):
        page = client.get(at("list", language)).content.decode()
        assert f'href="{at("policy", language, kind="privacy")}">{label}' in page
        assert "Terms of use" not in page


def test_what_stood_stays_and_the_next_one_begins_later(three, given):
    with pytest.raises(Refused):
        portal.announce(cluster=given.cluster(), kind="privacy", text_ko="x", valid_from=three[2].valid_from)
    with pytest.raises(Refused):
        portal.announce(cluster=given.cluster(), kind="terms", valid_from=timezone.localdate())
    with pytest.raises(Refused):
        policies.call_off(policy=three[1])
    policies.call_off(policy=three[2])
    assert [one.number for one in policies.versions(given.cluster(), "privacy")] == [2, 1]


def test_the_desk_writes_and_calls_off(three, given):
    desk = Client()
    desk.force_login(given.user("cluster_manager"), backend=BACKEND)
    form = desk.get(at("announce"), {"kind": "privacy"}).content.decode()
    assert "Edition 3" in form
    told = {"kind": "terms", "valid_from": timezone.localdate().isoformat(), "text_ko": "약관", "text_en": ""}
    assert desk.post(at("announce"), told).status_code == 302
    again = desk.post(at("announce"), told)
    assert (
        again.status_code == 422
        and "begins later" in again.content.decode()
        and "약관" in again.content.decode()
    )
    page = desk.get(at("policies")).content.decode()
    assert "Announced" in page and "In force" in page
    assert desk.post(at("call_off", pk=three[2].pk)).status_code == 302
    assert desk.post(at("call_off", pk=three[0].pk)).status_code == 422
    assert Policy.objects.filter(kind="privacy").count() == 2
    for role in ("member", "editor"):
        other = Client()
        other.force_login(
            given.user(role, organisation=given.organisation() if role == "member" else None), backend=BACKEND
        )
        assert other.get(at("policies")).status_code == 404
