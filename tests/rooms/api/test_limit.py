"""How many requests a minute are answered: by account, by address, and what is said beyond."""

from __future__ import annotations

import threading

import pytest
from django.core.cache import cache
from django.test import RequestFactory

from pumasi.commons.members import api as members
from pumasi.web import limit


@pytest.fixture(autouse=True)
def few(settings, monkeypatch):
    """Three requests a minute for accounts and two for visitors, at 40 seconds past the minute."""
    settings.API_LIMITS = {"accounts": 3, "visitors": 2}
    monkeypatch.setattr(limit.time, "time", lambda: 1_700_000_000.0 - 1_700_000_000 % 60 + 40)
    cache.clear()
    yield
    cache.clear()


def statuses(caller, count, path="/hangang/organisations"):
    return [caller.client.get(f"/api/v1{path}", headers=caller.headers).status_code for _ in range(count)]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "Too many requests"), ("ko", "허용된 요청 수를 초과하였습니다")]
)
def test_beyond_the_limit_one_is_told_how_long_to_wait(town, call, language, words):
    caller = call(language=language)
    assert statuses(caller, 2) == [200, 200]
    told = caller.client.get("/api/v1/hangang/organisations", headers=caller.headers)
    assert (told.status_code, told["Retry-After"], told.json()["code"]) == (429, "20", "too_many")
    assert words in told.json()["message"]


def test_the_next_minute_begins_anew(town, call, monkeypatch):
    caller = call()
    assert statuses(caller, 3)[-1] == 429
    monkeypatch.setattr(limit.time, "time", lambda: 1_700_000_100.0)
    assert statuses(caller, 1) == [200]


def test_accounts_and_addresses_count_apart_and_tokens_together(town, call):
    tokens = [members.make_token(user=town.member, name=name, scope="read", days=1)[1] for name in "ab"]
    one, two = (call(token=token) for token in tokens)
    assert statuses(one, 2) + statuses(two, 2) == [200, 200, 200, 429]
    assert statuses(call(town.member), 1) == [429]
    assert statuses(call(town.other), 1) == [200]
    assert statuses(call(), 3) == [200, 200, 429]


def test_refused_callers_count_too(town, call):
    assert statuses(call(token="pumasi_wrong"), 3) == [401, 401, 429]
    assert statuses(call(), 1, "/hangang/people") == [429]


def test_zero_is_no_limit_and_pages_have_none(town, call, settings):
    caller = call()
    assert {caller.client.get("/ko/hangang/").status_code for _ in range(5)} == {200}
    settings.API_LIMITS = {"accounts": 0, "visitors": 0}
    assert set(statuses(caller, 5)) == {200}


@pytest.mark.parametrize(
    ("proxies", "told", "address"),
    [
        (0, "198.51.100.7", "127.0.0.1"),
        (1, "", "127.0.0.1"),
        (1, "203.0.113.9, 198.51.100.7", "198.51.100.7"),
        (2, "203.0.113.9, 198.51.100.7, 10.0.0.1", "198.51.100.7"),
    ],
)
def test_only_our_own_proxies_are_believed(settings, proxies, told, address):
    settings.PROXIES = proxies
    request = RequestFactory().get("/api/v1/clusters", headers={"x-forwarded-for": told} if told else {})
    assert limit.address_of(request) == address


def test_threads_do_not_count_past_each_other(settings, rf):
    settings.API_LIMITS = {"accounts": 0, "visitors": 50}
    start, passed = threading.Barrier(8), []

    def ask():
        start.wait(30)
        for _ in range(20):
            request = rf.get("/api/v1/clusters")
            request.user = type("Nobody", (), {"is_authenticated": False})()
            passed.append(limit.seconds_to_wait(request))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert passed.count(0) == 50
