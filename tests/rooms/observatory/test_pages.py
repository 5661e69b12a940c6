"""The pages: what the world reads, a coder's blindness, the desk, and refusals that lose nothing."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.template.loader import render_to_string
from django.test import Client
from tests.rooms.observatory.pages import at

from pumasi.kit import paper
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.models import Coding, Survey
from pumasi.measure.observatory.words import told

pytestmark = pytest.mark.django_db


def shown(client, address, status=200):
    response = client.get(address, follow=True)
    assert response.status_code == status, response.content.decode()[:500]
    return response.content.decode()


@pytest.fixture
def coder(wave):
    client = Client()
    client.force_login(wave.users[1])
    return client


def test_a_draft_is_nobodys_but_the_desks(wave, client, manager):
    shown(client, at("survey_short", pk=wave.survey.pk), 404)
    for form in ("pdf", "docx", "hwpx"):
        shown(client, at("report", pk=wave.survey.pk, form=form), 404)
    shown(client, at("factor", pk=wave.network.pk), 404)
    shown(client, at("data", pk=wave.survey.pk, form="csv"), 404)
    assert "No survey is published yet" in shown(client, at("list"))
    assert client.get("/api/v1/hangang/surveys").json() == []
    assert client.get(f"/api/v1/hangang/surveys/{wave.survey.pk}").status_code == 404
    assert "In preparation" in shown(manager, at("desk"))


@pytest.mark.parametrize(
    ("language", "share"),
    [("en", "6 of 12 (50 %; 95 % CI 25–75 %)"), ("ko", "12곳 중 6곳(50%, 95% 신뢰구간 25~75%)")],
)
def test_page_factor_report_and_api_say_the_same(wave, client, language, share):
    observatory.publish(survey=wave.survey)
    page = shown(client, at("survey_short", language, pk=wave.survey.pk))
    assert share in page
    assert share in shown(client, at("factor", language, pk=wave.network.pk))
    travelling = client.get(f"/api/v1/hangang/surveys/{wave.survey.pk}").json()
    assert travelling["findings"][0][f"told_{language}"] == share
    assert (travelling["clusters"], travelling["countries"]) == (12, 10)
    listed = shown(client, at("list", language))
    assert ("12 clusters, 10 countries" if language == "en" else "10개국 클러스터 12곳") in listed


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_report_is_a_pdf_of_what_the_page_says_and_a_draft_says_so(wave, client, language, monkeypatch):
    observatory.publish(survey=wave.survey)
    drawn = []
    monkeypatch.setattr(
        paper, "render_to_string", lambda *told: drawn.append(render_to_string(*told)) or drawn[-1]
    )
    address = at("report", language, pk=wave.survey.pk, form="pdf")
    response = client.get(address)
    assert response["Content-Type"] == paper.PDF
    assert response.content.startswith(b"%PDF-")
    assert told(observatory.results_of(wave.survey).finding("network"), language) in drawn[0]
    draft = 'content:"Draft"' if language == "en" else 'content:"초안"'
    assert draft in drawn[0]
    observatory.settle(surveyed=wave.asked[0], factor=wave.network, named=True, why="분명함", by=wave.third)
    observatory.lock(survey=wave.survey)
    client.get(address)
    assert draft not in drawn[1]


def test_a_coder_sees_only_the_own_codes_before_both_are_done(wave, coder, given):
    """The other's codes show neither on the coding page nor at the desk."""
    last = wave.asked[-1]
    Coding.objects.filter(surveyed=last, coder=wave.coders[1]).delete()
    Coding.objects.filter(surveyed=last, coder=wave.coders[0]).update(named=True)
    page = shown(coder, at("code", pk=last.pk))
    assert " checked" not in page
    given.user("analyst", cluster=wave.cluster)
    wave.users[1].grants.update(role="analyst")
    desk = shown(coder, at("desk_survey", pk=wave.survey.pk))
    assert "codes and the shares when both of you are done" in desk
    assert "Where the coders disagree" not in desk
    assert "6 of 12" not in desk
    assert coder.get(at("settle", pk=last.pk)).status_code == 422
    answers = shown(coder, at("answers", pk=wave.survey.pk))
    assert "11 of 12 answers coded" in answers


def test_coding_goes_on_to_the_next_answer_and_a_gap_is_no_no(wave, coder):
    for one in wave.asked[-2:]:
        Coding.objects.filter(surveyed=one, coder=wave.coders[1]).delete()
    first, second = wave.asked[-2:]
    given = {f"factor-{wave.network.pk}": "yes"}
    assert coder.post(at("code", pk=first.pk), given).status_code == 422
    assert not Coding.objects.filter(surveyed=first, coder=wave.coders[1]).exists()
    response = coder.post(at("code", pk=first.pk), {**given, f"factor-{wave.talent.pk}": "no"})
    assert response.status_code == 302
    assert Coding.objects.filter(surveyed=first, coder=wave.coders[1]).count() == 2
    # Answers are in the order of their countries.
    assert response.url.endswith(f"/asked/{second.pk}/code/") or response.url.endswith("/code/")


def test_who_was_not_chosen_codes_nothing(wave, given):
    client = Client()
    client.force_login(given.user("analyst", cluster=wave.cluster))
    assert client.get(at("code", pk=wave.asked[0].pk)).status_code == 404
    assert client.get(at("answers", pk=wave.survey.pk)).status_code == 404


def test_the_desk_settles_publishes_and_makes_final(wave, manager, client):
    desk = shown(manager, at("desk_survey", pk=wave.survey.pk))
    assert "Where the coders disagree" in desk
    act = at("act", pk=wave.survey.pk)
    assert manager.post(act, {"then": "lock"}).status_code == 422
    settle = at("settle", pk=wave.asked[0].pk)
    for wrong in ({}, {"factor": wave.network.pk}, {"factor": wave.network.pk, "named": "yes"}):
        assert manager.post(settle, wrong).status_code in (404, 422)
    assert (
        manager.post(settle, {"factor": wave.network.pk, "named": "yes", "why": "분명함"}).status_code == 302
    )
    assert "Where the coders disagree" not in shown(manager, at("desk_survey", pk=wave.survey.pk))
    assert manager.post(act, {"then": "lock"}).status_code == 302
    assert "7 of 12" in shown(client, at("survey_short", pk=wave.survey.pk))
    assert manager.post(at("remove", pk=wave.asked[0].pk)).status_code == 422
    assert manager.post(act, {"then": "reopen", "why": "정정"}).status_code == 302
    assert "Opened again: 정정" in shown(client, at("survey_short", pk=wave.survey.pk))
    assert manager.post(at("remove", pk=wave.asked[0].pk)).status_code == 302
    assert "6 of 11" in shown(client, at("survey_short", pk=wave.survey.pk))


def test_forms_keep_what_was_typed_and_say_what_is_wrong(wave, manager):
    new = at("new")
    wrong = manager.post(
        new, {"name_ko": "봄 조사", "slug": "봄", "first_day": "2026-05-02", "last_day": "2026-05-01"}
    )
    page = wrong.content.decode()
    assert wrong.status_code == 422
    assert "봄 조사" in page
    assert "lies before the first one" in page
    again = manager.post(new, {"name_ko": "또", "slug": "wave"})
    assert again.status_code == 422
    assert Survey.objects.count() == 1
    assert manager.post(new, {"name_ko": "봄 조사", "slug": "spring"}).status_code == 302
    add = at("add_surveyed", pk=wave.survey.pk)
    assert manager.post(add, {"name_ko": "서울", "country": "ZZ", "source": "desk"}).status_code == 422
    assert manager.post(add, {"name_ko": "서울", "country": "KR", "source": "desk"}).status_code == 302
    story = at("add_story", pk=wave.survey.pk)
    typed = {"surveyed": wave.asked[0].pk, "title_ko": "사례", "amount": "5", "currency": "원"}
    assert manager.post(story, typed).status_code == 422
    assert manager.post(story, {**typed, "currency": "krw", "money_of": "2026"}).status_code == 302
    change = at("edit_factor", pk=wave.network.pk)
    assert manager.post(change, {"key": "other", "name_ko": "네트워크"}).status_code == 302
    wave.network.refresh_from_db()
    assert (wave.network.key, wave.network.name_ko) == ("network", "네트워크")


def test_a_case_shows_with_evidence_and_permission_alone(wave, client, manager):
    observatory.publish(survey=wave.survey)
    page = at("factor", pk=wave.network.pk)
    case = {"surveyed": wave.asked[0], "factors": [wave.network], "title_en": "A joint patent"}
    story = observatory.tell(**case)
    for more, seen in (({"permitted": True}, False), ({"evidence": "https://example.org/a"}, True)):
        for name, value in more.items():
            setattr(story, name, value)
        story.save()
        assert ("A joint patent" in shown(client, page)) == seen
    assert "shown" in shown(manager, at("desk_survey", pk=wave.survey.pk))


def test_an_empty_survey_says_what_comes_first(given, wave, manager):
    empty = observatory.begin(cluster=wave.cluster, slug="empty", name_en="Empty")
    desk = shown(manager, at("desk_survey", pk=empty.pk))
    for said in (
        "Choose two people",
        "The code book is empty",
        "No cluster is entered yet",
        "No case is on record yet",
    ):
        assert said in desk
    assert manager.post(at("act", pk=empty.pk), {"then": "publish"}).status_code == 422
    assert manager.post(at("act", pk=empty.pk), {"then": "dance"}).status_code == 422


def test_open_data_says_what_it_is_to_data_catalogues(wave, client):
    address = at("dataset", pk=wave.survey.pk)
    assert client.get(address).status_code == 404, "a draft is nobody's"
    observatory.publish(survey=wave.survey)
    response = client.get(address)
    assert response["Content-Type"] == "application/ld+json"
    told = response.json()
    assert told["@type"] == "dcat:Dataset"
    assert {one["@language"]: one["@value"] for one in told["dct:title"]} == {"ko": "조사", "en": "Survey"}
    files = [one["dcat:downloadURL"]["@id"] for one in told["dcat:distribution"]]
    assert len(files) == 3
    for file in files:
        assert client.get(file.removeprefix(settings.SITE_URL)).status_code == 200
