"""The week's suggestions: handed out by the worker or on request, read by pages, for those who can see them."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from pumasi.measure.network import api as network
from pumasi.measure.network.models import Introduction, Place
from pumasi.web import jobs, worker
from security.reading import only_read, read_on

pytestmark = pytest.mark.django_db
WAITING = "이번 주에 추천할 상대를 찾고 있습니다"


@pytest.fixture
def circle(given):
    """Six organisations that met the same hub; `browser` acts for the first, nobody for the others."""
    hub, *others = (given.organisation() for _ in range(7))
    for n, one in enumerate(others):
        given.gathering(hub, one, days_ago=10 + n)
    read_on()
    return others


@pytest.fixture
def browser(given, circle):
    client = Client(enforce_csrf_checks=True)
    client.force_login(
        given.user("organisation_admin", organisation=circle[0], person=given.person(at=circle[0]))
    )
    return client


def page(given, name):
    return reverse(name, kwargs={"cluster": given.cluster().slug})


def press(browser, shown, url):
    """Press the button of the waiting state, as the script does when the page has come."""
    form = re.search(r'<form method="post" action="([^"]*/week/)".*?</form>', shown, re.DOTALL)
    assert form[1] == url
    fields = dict(re.findall(r'name="([^"]+)" value="([^"]*)"', form[0]))
    return browser.post(url, fields, headers={"HX-Request": "true"}, follow=True)


@pytest.mark.parametrize("name", ["home", "network:connections"])
def test_a_page_only_reads_and_fills_itself(given, circle, browser, name):
    with connection.execute_wrapper(only_read):
        shown = browser.get(page(given, name)).content.decode()
    assert WAITING in shown
    assert not Place.objects.exists()
    answer = press(browser, shown, page(given, "network:week"))
    assert answer.redirect_chain == [(f"{page(given, name)}?looked=1", 302)]
    filled = answer.content.decode()
    assert WAITING not in filled
    assert filled.count("intro-card") == (2 if name == "home" else 3)
    assert Place.objects.filter(organisation=circle[0]).count() == 3
    with connection.execute_wrapper(only_read):
        assert browser.get(page(given, name)).content.decode().count("intro-card") == filled.count(
            "intro-card"
        )


def test_whoever_has_nobody_to_meet_is_told_so_and_not_asked_again(given):
    alone, client = given.organisation(), Client()
    client.force_login(given.user("organisation_admin", organisation=alone, person=given.person(at=alone)))
    read_on()
    shown = client.get(page(given, "network:connections")).content.decode()
    told = press(client, shown, page(given, "network:week")).content.decode()
    assert 'hx-trigger="load"' not in told
    assert 'class="empty"' in told


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example/", "evil"])
def test_the_way_back_leads_nowhere_else(given, browser, back):
    shown = browser.get(page(given, "network:connections")).content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', shown)[1]
    answer = browser.post(page(given, "network:week"), {"csrfmiddlewaretoken": token, "back": back})
    assert answer.url == f"{page(given, 'network:connections')}?looked=1"


def test_asking_needs_the_token_and_never_passes_the_limit(given, circle, browser):
    assert browser.post(page(given, "network:week")).status_code == 403
    shown = browser.get(page(given, "network:connections")).content.decode()
    for _ in range(4):
        press(browser, shown, page(given, "network:week"))
    assert Place.objects.filter(organisation=circle[0]).count() == 3


def test_the_worker_hands_out_to_those_who_can_open_a_page(given, circle, browser):
    jobs.hand_out_week()
    assert set(Place.objects.values_list("organisation", flat=True)) == {circle[0].pk}
    assert Place.objects.count() == 3
    network.set_aside(introduction=Introduction.objects.first())
    assert network.hand_out_week(given.cluster()) == 0
    shown = browser.get(page(given, "network:connections")).content.decode()
    assert shown.count("intro-card") == 2
    assert WAITING not in shown


def test_news_in_the_record_ask_for_the_week_once(given, monkeypatch):
    asked = []
    monkeypatch.setattr(worker.network, "catch_up", lambda: 2)
    monkeypatch.setattr(worker, "_soon", lambda job, seconds=0: asked.append((job.name, seconds)))
    monkeypatch.setattr(worker, "close_old_connections", lambda: None)
    monkeypatch.setattr(worker.connection, "close", lambda: None)
    worker._read_on()
    assert asked == [("web.hand_out_week", worker.SETTLED)]
    monkeypatch.setattr(worker.network, "catch_up", lambda: 0)
    worker._read_on()
    assert len(asked) == 1
