"""Personal tokens: read or write, revoked, past their day, kept as a hash."""

from __future__ import annotations

import hashlib
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import ApiToken


def test_a_token_is_kept_as_its_hash_and_remembers_its_use(town, call):
    made, text = members.make_token(user=town.manager, name="report", scope="read")
    assert ApiToken.objects.get().hash == hashlib.sha256(text.encode()).hexdigest()
    assert call(token=text).get("/hangang/record")["total"] == 2
    made.refresh_from_db()
    assert made.last_used_at is not None


def test_a_token_for_reading_changes_nothing(town, call):
    _, text = members.make_token(user=town.manager, name="report", scope="read")
    body = {"name_ko": "(주)라온", "kind": "company"}
    assert call(token=text).post("/hangang/organisations", body, 403)["code"] == "read_only_token"
    _, text = members.make_token(user=town.manager, name="sync", scope="write")
    assert call(token=text).post("/hangang/organisations", body, 201)["name_ko"] == "(주)라온"


@pytest.mark.parametrize(
    "change", [{"revoked_at": timezone.now()}, {"expires_at": timezone.now() - timedelta(days=1)}]
)
def test_a_revoked_or_expired_token_is_refused_everywhere(town, call, change):
    made, text = members.make_token(user=town.manager, name="old", scope="write")
    ApiToken.objects.filter(pk=made.pk).update(**change)
    for path in ("/hangang/record", "/hangang/organisations"):
        assert call(token=text).get(path, 401)["code"] == "token"


def test_a_token_of_somebody_who_left_is_refused(town, call):
    _, text = members.make_token(user=town.member, name="old", scope="write")
    members.erase(person=town.person)
    assert call(token=text).get("/my/profile", 401)["code"] == "token"


def test_a_token_counts_before_a_session(town, call):
    _, text = members.make_token(user=town.member, name="mine", scope="read")
    assert call(user=town.manager, token=text).get("/my/profile")["email"] == town.member.email


def test_a_token_makes_no_tokens_and_erases_nobody(town, call):
    _, text = members.make_token(user=town.member, name="mine", scope="write")
    assert call(token=text).post("/my/tokens", {"name": "more"}, 403)["code"] == "session_only"
    assert call(token=text).post("/my/erasure", {"confirm": town.member.email}, 403)["code"] == "session_only"


def test_a_token_is_made_and_revoked_by_its_owner_alone(town, call):
    made = call(town.member).post("/my/tokens", {"name": "mine", "scope": "read", "days": 30}, 201)
    assert call(token=made["token"]).get("/my/profile")["email"] == town.member.email
    assert "token" not in call(town.member).get("/my/tokens")[0]
    call(town.other)("DELETE", f"/my/tokens/{made['id']}", status=404)
    call(town.member)("DELETE", f"/my/tokens/{made['id']}", status=204)
    call(token=made["token"]).get("/my/profile", 401)


def test_twenty_tokens_are_enough(town, call):
    for number in range(20):
        members.make_token(user=town.member, name=str(number))
    assert call(town.member).post("/my/tokens", {"name": "one more"}, 422)["code"] == "refused"


def test_the_page_shows_a_token_once(town):
    browser = Client()
    browser.force_login(town.member)
    page = browser.post("/en/my/tokens/", {"name": "report", "scope": "read", "days": "90"})
    text = page.content.decode().split('id="fresh-token">')[1].split("<")[0]
    assert members.token_for(text).user == town.member
    again = browser.get("/en/my/tokens/")
    assert text not in again.content.decode()
    browser.post(f"/en/my/tokens/{ApiToken.objects.get().pk}/revoke/")
    assert members.token_for(text) is None
    assert browser.post("/en/my/tokens/", {"name": "", "scope": "read", "days": "90"}).status_code == 422


def test_what_a_token_changes_is_written_down_under_its_user(town, call, django_capture_on_commit_callbacks):
    from pghistory.models import Context

    _, text = members.make_token(user=town.manager, name="sync", scope="write")
    call(token=text)("PATCH", f"/hangang/organisations/{town.first.pk}", {"short_name_en": "Gaon"}, 200)
    assert Context.objects.filter(metadata__user=town.manager.pk).exists()
