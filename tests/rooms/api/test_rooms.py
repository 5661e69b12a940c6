"""What the rooms answer: audiences, what is confidential, languages, instants, refusals, and a round through each."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import CustomField, Listing, Organisation, Relation, Tag
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Introduction, Withheld


def test_what_is_masked_is_masked_for_each_audience(town, call):
    members.change(
        organisation=town.first, email="a@one.example", phone="02-1", registration_number="1234567891"
    )
    path = f"/hangang/organisations/{town.first.pk}"
    seen = {
        who: call(user).get(path)
        for who, user in [
            ("all", None),
            ("other", town.other),
            ("manager", town.manager),
            ("own", town.member),
        ]
    }
    assert {who: (o["email"], o["phone"], o["registration_number"]) for who, o in seen.items()} == {
        "all": ("", "", ""),
        "other": ("a@one.example", "", ""),
        "manager": ("a@one.example", "02-1", "1234567891"),
        "own": ("a@one.example", "02-1", "1234567891"),
    }


def test_a_confidential_gathering_shows_only_to_its_parties(town, call):
    paths = ["/record", "/upcoming", "/search?q=secret", "/threads/test.secret", "/network/ties",
             f"/network/organisations/{town.first.pk}", f"/network/organisations/{town.third.pk}", "/figures"]  # fmt: skip
    for user in (None, town.other, town.auditor, town.manager):
        for path in paths:
            answer = call(user).client.get(f"/api/v1/hangang{path}")
            assert b"secret" not in answer.content.lower(), path
            assert "비밀" not in answer.content.decode(), path
    own = call(town.member).get(f"/network/organisations/{town.first.pk}".join(["/hangang", ""]))
    assert "test.secret" in {line["source"] for line in own["lines"]}
    third = {town.third.pk}
    for user in (None, town.member, town.manager):
        ties = call(user).get("/hangang/network/ties")["items"]
        assert not any({t["a"]["id"], t["b"]["id"]} == {town.first.pk, *third} for t in ties)


def test_a_thread_of_another_cluster_shows_only_what_is_public(town, call, given):
    other = given.cluster("gaya")
    stranger = given.organisation(cluster=other)
    given.gathering(stranger, cluster=other, visibility="managers", source="test.gaya")
    given.gathering(stranger, cluster=other, visibility="public", source="test.gaya.open")
    call(town.manager).get("/hangang/threads/test.gaya", 404)
    assert len(call(town.manager).get("/hangang/threads/test.gaya.open")) == 1


def test_ones_own_fields_cannot_be_guessed_by_filtering(town, call):
    members.add_custom_field(cluster=town.cluster, label_ko="등급", label_en="grade", type="text")
    members.set_custom(organisation=town.first, field=CustomField.objects.get(), text="secret")
    path = "/hangang/organisations?custom=grade:nothing"
    assert call(town.manager).get(path)["total"] == 0
    assert call().get(path)["total"] == 3
    assert call().get(f"/hangang/organisations/{town.first.pk}")["custom"] == {}
    assert call(town.manager).get(f"/hangang/organisations/{town.first.pk}")["custom"] == {"grade": "secret"}


def test_errors_are_said_in_the_callers_language(town, call):
    for language, word in (("ko", "로그인"), ("en", "Sign in")):
        assert word in call(language=language).get("/hangang/people", 401)["message"]
    body = {"kept": town.first.pk, "absorbed": town.first.pk}
    for language, word in (("ko", "이미 같은"), ("en", "same entry")):
        told = call(town.manager, language=language).post("/hangang/merges", body, 422)
        assert told["code"] == "refused"
        assert word in told["message"]
    for language, word in (("ko", "정수"), ("en", "whole number")):
        told = call(language=language).get("/hangang/organisations?limit=many", 422)
        assert told["fields"][0]["field"] == "limit"
        assert word in told["fields"][0]["message"]


def test_values_that_the_form_refuses_name_their_field(town, call):
    body = {"name_ko": "(주)마루", "registration_number": "1234567890", "website": "no address"}
    told = call(town.manager).post("/hangang/organisations", body, 422)
    assert {one["field"] for one in told["fields"]} == {"registration_number", "website"}
    assert call(town.manager).post("/hangang/organisations", {"nam": "x"}, 422)["fields"][0]["field"] == "nam"


def test_instants_carry_the_offset_of_the_cluster(town, call):
    line = call(town.manager).get("/hangang/record")["items"][0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00", line["starts_at"])


def test_pages_of_a_list(town, call):
    whole = call().get("/hangang/organisations")
    assert (whole["total"], whole["limit"], whole["offset"]) == (3, 50, 0)
    parts = [call().get(f"/hangang/organisations?limit=1&offset={n}")["items"] for n in range(4)]
    assert [o["id"] for part in parts for o in part] == [o["id"] for o in whole["items"]]
    call().get("/hangang/organisations?limit=201", 422)


def test_unreadable_requests_are_refused(town, call):
    member = call(town.member)
    answer = member.client.post(
        "/api/v1/hangang/my/organisation/listings", data=b"{", content_type="application/json"
    )
    assert (answer.status_code, answer.json()["code"]) == (400, "unreadable")
    for text in ("\x00", "\ud800"):
        assert member.post("/hangang/my/organisation/listings", {"kind": "offer", "text_ko": text}, 400)
    assert call().get("/hangang/organisations?q=%00", 400)
    call().get(f"/hangang/organisations/{10**30}", 422)


def test_a_person_is_seen_as_agreed_and_revealed_with_a_reason(town, call, given):
    hidden = given.person("이나래", at=town.second)
    names = lambda user: {p["id"] for p in call(user).get("/hangang/people")["items"]}  # noqa: E731
    assert names(town.member) == {town.person.pk}
    assert names(town.manager) == {town.person.pk, hidden.pk}
    call(town.member).get(f"/hangang/people/{hidden.pk}", 404)
    assert "email" not in call(town.manager).get(f"/hangang/people/{town.person.pk}")
    body = {"what": "phone", "reason": "calling back"}
    assert (
        call(town.manager).post(f"/hangang/people/{town.person.pk}/reveal", body)["value"] == "010-1234-5678"
    )
    assert town.person.disclosures.get().reason == "calling back"
    call(town.auditor).post(f"/hangang/people/{town.person.pk}/reveal", body, 404)


def test_an_organisation_from_application_to_merge(town, call):
    made = call(town.stranger).post("/hangang/my/application", {"name_ko": "(주)바름"}, 201)
    call().get(f"/hangang/organisations/{made['id']}", 404)
    manager = call(town.manager)
    waiting = manager.get("/hangang/applications")["items"]
    assert [one["organisation"]["id"] for one in waiting] == [made["id"]]
    assert (
        manager.post(f"/hangang/applications/{waiting[0]['id']}/decision", {"accepted": True})["state"]
        == "active"
    )
    assert call().get(f"/hangang/organisations/{made['id']}")["name_ko"] == "(주)바름"
    merged = manager.post("/hangang/merges", {"kept": town.first.pk, "absorbed": made["id"]}, 201)
    assert call().get(f"/hangang/organisations/{made['id']}")["id"] == town.first.pk
    assert manager.post(f"/hangang/merges/{merged['id']}/undo")["undone_at"]
    assert call().get(f"/hangang/organisations/{made['id']}")["id"] == made["id"]


def test_the_desk(town, call):
    manager, pk = call(town.manager), town.first.pk
    manager.post(f"/hangang/organisations/{pk}/notes", {"text": "hello"}, 201)
    manager.post(
        f"/hangang/organisations/{pk}/log", {"channel": "phone", "on": "2026-07-08", "text": "called"}, 201
    )
    task = manager.post(f"/hangang/organisations/{pk}/tasks", {"text": "call", "due": "2026-07-09"}, 201)
    assert manager.post(f"/hangang/tasks/{task['id']}/finish")["done_at"]
    desk = manager.get(f"/hangang/organisations/{pk}/desk")
    assert (desk["notes"][0]["text"], desk["log"][0]["on"], len(desk["tasks"])) == ("hello", "2026-07-08", 1)
    assert (
        manager.post("/hangang/organisations/bulk", {"organisations": [pk], "deed": "tag", "value": "수소"})[
            "changed"
        ]
        == 1
    )
    relation = Relation.objects.get(organisation=town.first)
    assert manager.post(f"/hangang/relations/{relation.pk}/state", {"state": "grace"})["state"] == "grace"
    kept = manager.post("/hangang/segments", {"name": "anchors", "query": "anchor=1"}, 201)
    manager("DELETE", f"/hangang/segments/{kept['id']}", status=204)


def test_claims_of_entries(town, call, mailoutbox):
    made = call(town.stranger).post(
        f"/hangang/organisations/{town.third.pk}/claim", {"message": "I run it"}, 201
    )
    call(town.stranger).post(f"/hangang/organisations/{town.third.pk}/claim", {}, 422)
    manager = call(town.manager)
    assert manager.get("/hangang/entry-claims")["items"][0]["message"] == "I run it"
    assert (
        manager.post(f"/hangang/entry-claims/{made['id']}/decision", {"accepted": True})["state"]
        == "accepted"
    )
    assert call(town.stranger).get("/hangang/my/organisation")["id"] == town.third.pk


def test_offers_and_needs(town, call):
    mine = call(town.member)
    made = mine.post(
        "/hangang/my/organisation/listings", {"kind": "need", "text_en": "Sensors", "tags": ["sensor"]}, 201
    )
    assert call().get("/hangang/listings?kind=need")["items"][0]["text_en"] == "Sensors"
    call(town.other)("DELETE", f"/hangang/my/organisation/listings/{made['id']}", status=404)
    mine("DELETE", f"/hangang/my/organisation/listings/{made['id']}", status=204)
    assert call().get("/hangang/listings?kind=need")["total"] == 0
    assert mine.post(f"/hangang/my/organisation/listings/{made['id']}/renew")["expires_on"] > "2026"
    assert Listing.objects.filter(organisation=town.first).count() == 2


def test_profile_consents_and_notices(town, call):
    mine = call(town.member)
    told = mine(
        "PATCH", "/my/profile", {"name_en": "Kim Gaon", "consents": {"named": False, "photos": True}}, 200
    )
    assert (told["name_en"], told["name_ko"], told["consents"]["named"], told["consents"]["photos"]) == (
        "Kim Gaon",
        "김가온",
        False,
        True,
    )
    assert mine.get("/my/notices")["unread"] == 1
    mine.post("/my/notices/read", status=204)
    assert mine.get("/my/notices")["unread"] == 0
    assert mine("PATCH", "/my/mail-topics", {"wanted": {"digest": False}}, 200)["wanted"]["digest"] is False
    assert mine("PATCH", "/my/mail-topics", {"wanted": {"account": False}}, 422)["code"] == "refused"
    assert mine.get("/my/data")["person"]["email"] == town.person.email


def test_an_introduction_from_suggestion_to_outcome(town, call):
    manager, mine, other = call(town.manager), call(town.member), call(town.other)
    made = manager.post("/hangang/introductions", {"asker": town.first.pk, "asked": town.second.pk}, 201)
    path = f"/hangang/introductions/{made['id']}"
    mine.get(path)
    other.get(path, 404)
    manager.get(path, 404)
    assert [i["id"] for i in mine.get("/hangang/my/introductions")["suggested"]].count(made["id"]) == 1
    assert (
        mine.post(f"/hangang/my/introductions/{made['id']}/decision", {"answer": "ask", "message": "hello"})[
            "state"
        ]
        == "asked"
    )
    assert other.get("/hangang/my/introductions")["waiting"][0]["message"] == "hello"
    assert mine.post(f"{path}/posts", {"text": "too early"}, 422)["code"] == "refused"
    assert (
        other.post(f"/hangang/my/introductions/{made['id']}/decision", {"answer": "yes"})["state"] == "mutual"
    )
    mine.post(f"{path}/posts", {"text": "Nice to meet you"}, 201)
    times = mine.post(f"{path}/proposals", {"times": ["2100-01-01T10:00:00+09:00"]}, 201)
    mine.post(f"{path}/proposals/{times[0]['id']}/accept", status=422)
    assert other.post(f"{path}/proposals/{times[0]['id']}/accept")["accepted_at"]
    other("PUT", f"{path}/outcome", {"result": "talked", "useful": True}, 200)
    page = mine.get(path)
    assert (page["posts"][0]["text"], page["outcome"], page["both_call_it_useful"]) == (
        "Nice to meet you",
        None,
        False,
    )


def test_aims_are_said_replaced_and_taken_back(town, call):
    tags = [
        Tag.objects.create(slug=f"aim-{n}", name_ko=f"분야 {n}", name_en=f"Topic {n}").pk for n in range(4)
    ]
    mine = call(town.member)
    assert mine.get("/hangang/my/aims") == []
    said = mine("PUT", "/hangang/my/aims", {"tags": [tags[2], tags[0]]}, 200)
    assert [one["tag"]["id"] for one in said] == [tags[2], tags[0]]
    assert said == mine.get("/hangang/my/aims")
    assert mine("PUT", "/hangang/my/aims", {"tags": tags}, 422)["code"] == "refused"
    assert mine("PUT", "/hangang/my/aims", {"tags": [tags[0], 10**9]}, 422)["code"] == "refused"
    assert mine.get("/hangang/my/aims") == said
    assert call(town.other).get("/hangang/my/aims") == []
    assert mine("PUT", "/hangang/my/aims", {"tags": []}, 200) == []
    call(town.manager)("PUT", "/hangang/my/aims", {"tags": []}, 404)


def test_the_office_reads_what_suggestions_do(town, call):
    told = call(town.manager).get("/hangang/introductions/hold-back")
    assert told == {
        "suggested": 0, "suggested_met": 0, "held_back": 0, "held_back_met": 0, "difference": None,
    }  # fmt: skip
    long_ago = timezone.now() - timedelta(days=100)
    for n in range(10):
        one, other = (
            Organisation.objects.create(name_en=f"Pair {n} {side}", name_ko=f"쌍 {n} {side}") for side in "ab"
        )
        pair = {"cluster": town.cluster, "asker": one, "asked": other}
        Introduction.objects.create(**pair)
        Withheld.objects.create(**{**pair, "asker": other, "asked": one})
    Introduction.objects.update(suggested_at=long_ago)
    Withheld.objects.update(at=long_ago)
    told = call(town.auditor).get("/hangang/introductions/hold-back")
    assert (told["suggested"], told["held_back"], told["difference"]["value"]) == (10, 10, 0)
    assert told["difference"]["low"] < 0 < told["difference"]["high"]


def test_the_reason_of_a_no_stays_with_who_said_it(town, call):
    one = network.suggest_by_hand(cluster=town.cluster, asker=town.first, asked=town.second)
    network.ask(introduction=one)
    assert (
        call(town.other).post(f"/hangang/my/introductions/{one.pk}/decision", {"answer": "known"})["state"]
        == "known"
    )
    assert call(town.member).get(f"/hangang/introductions/{one.pk}")["state"] == "declined"


def test_who_can_introduce(town, call, given, computed):
    go_between = given.person("박다온", at=town.third, named=True)
    given.gathering(town.first, people=[(go_between, town.third)])
    fourth = given.organisation("(주)사이")
    given.gathering(fourth, people=[(go_between, town.third)])
    computed()
    told = call(town.member).get(f"/hangang/connections/{fourth.pk}")
    assert [one["person"]["id"] for one in told["introducers"]] == [go_between.pk]
    body = {"via": go_between.pk, "message": "please"}
    assert call(town.member).post(f"/hangang/connections/{fourth.pk}/ask", body, 201)["state"] == "waiting"
    call(town.member).post(f"/hangang/connections/{fourth.pk}/ask", {"via": town.person.pk}, 404)


def test_figures_name_their_audience(town, call):
    for user, audience in ((None, "public"), (town.member, "members"), (town.manager, "managers")):
        found = call(user).get("/hangang/figures")
        assert {one["audience"] for one in found} == {audience}
        assert call(user).get("/hangang/figures/network.ties")["numerator"] == len(
            call(user).get("/hangang/network/ties")["items"]
        )
    assert [call(u).get("/hangang/network")["ties"] for u in (None, town.member)] == [1, 2]


@pytest.fixture
def sheet():
    return SimpleUploadedFile(
        "members.csv", "기업명,홈페이지\n(주)하나로,https://hanaro.example\n(주)두리,\n".encode("utf-8-sig")
    )


def test_an_import_from_upload_to_undo(town, call, sheet, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    manager = call(town.manager)
    answer = manager.client.post("/api/v1/hangang/imports", {"kind": "members", "uploads": [sheet]})
    assert answer.status_code == 201, answer.content
    pk = answer.json()["id"]
    check = manager.get(f"/hangang/imports/{pk}/check")["members"]
    assert (check["total"], check["counts"], "A" in check["mapping"].values()) == (2, {"new": 2}, True)
    manager("PATCH", f"/hangang/imports/{pk}/answers", {"mode": "create"}, 200)
    manager("PATCH", f"/hangang/imports/{pk}/answers", {"mapping": {"nonsense": "A"}}, 422)
    assert manager.post(f"/hangang/imports/{pk}/start")["state"] == "running"
    manager.post(f"/hangang/imports/{pk}/start", status=422)
    manager.post(f"/hangang/imports/{pk}/undo", status=422)
    call(town.auditor).get(f"/hangang/imports/{pk}", 404)
    file = manager.client.get(f"/api/v1/hangang/imports/{pk}/errors")
    assert (file.status_code, file.content[:2]) == (200, b"PK")
    bad = manager.client.post(
        "/api/v1/hangang/imports", {"kind": "nonsense", "uploads": [SimpleUploadedFile("x.csv", b"a,b")]}
    )
    assert (bad.status_code, bad.json()["code"]) == (422, "refused")


def test_the_documentation_page_and_document(town, call):
    browser = call().client
    page = browser.get("/api/v1/docs")
    assert page.status_code == 200
    assert b"list_organisations" in page.content
    document = browser.get("/api/v1/openapi.json").json()
    assert document["components"]["securitySchemes"].keys() == {"Token", "Session"}
    assert {} in document["paths"]["/api/v1/{cluster}/organisations"]["get"]["security"]
    assert {} not in document["paths"]["/api/v1/{cluster}/organisations"]["post"]["security"]
