"""A cluster with everything in it, and callers who speak JSON."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest
from django.test import Client

from pumasi.commons.claims import api as claims
from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Bookmark


class Caller:
    """Calls the API as a visitor, a user with a session, or the holder of a token."""

    def __init__(self, user=None, token="", language="en"):
        self.client = Client()
        self.headers = {
            "accept-language": language,
            **({"authorization": f"Bearer {token}"} if token else {}),
        }
        if user:
            self.client.force_login(user)

    def __call__(self, method, path, body=None, status=None):
        sent = {} if body is None else {"data": json.dumps(body), "content_type": "application/json"}
        answer = self.client.generic(method, f"/api/v1{path}", headers=self.headers, **sent)
        if status is not None:
            assert answer.status_code == status, (method, path, answer.status_code, answer.content[:500])
        return answer.json() if answer.content else None

    def get(self, path, status=200):
        return self("GET", path, status=status)

    def post(self, path, body=None, status=200):
        return self("POST", path, body or {}, status)


@pytest.fixture
def call():
    return Caller


@pytest.fixture
def computed(monkeypatch):
    """Compute the network inside the test's own transaction, which the reader would otherwise wait for."""

    def compute():
        with monkeypatch.context() as patched:
            patched.setattr("pumasi.commons.ledger.api.horizon", lambda: 2**62)
            Bookmark.objects.all().delete()
            network.catch_up()

    return compute


@pytest.fixture
def town(db, given, computed):
    """Three organisations that met, their people, an offer, figures, a notice; one gathering is confidential."""
    cluster = given.cluster()
    first, second, third = (given.organisation(tag) for tag in ("(주)가온", "(주)나래", "(주)다온"))
    person = given.person("김가온", at=first, named=True, phone="010-1234-5678")
    members.list_something(
        organisation=first,
        kind="offer",
        tags="로봇,sensor",
        text_ko="협동 로봇을 빌려 드립니다",
        text_en="We lend robots",
    )
    given.gathering(first, second, people=[(person, first)])
    given.gathering(second, third, visibility="public", source="test.public", title_en="Open day")
    given.gathering(
        first,
        third,
        visibility="confidential",
        source="test.secret",
        title_ko="비밀 모임",
        title_en="Secret talk",
    )
    computed()
    people = SimpleNamespace(
        manager=given.user("cluster_manager"),
        member=given.user("organisation_admin", organisation=first, person=person),
        plain=given.user("member", organisation=second),
        other=given.user("organisation_admin", organisation=second),
        auditor=given.user("auditor"),
        stranger=given.user(),
    )
    mail.notify(user=people.member, dedupe="x", text_ko="소식", text_en="News", url="/ko/")
    return SimpleNamespace(
        cluster=cluster, first=first, second=second, third=third, person=person, claims=claims, **vars(people)
    )
