"""Numbers that are measured here and offered to who answers: the plain count, confirmed or corrected, and nothing that is not public."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.rooms.observatory.asking import open_wave, put
from tests.rooms.observatory.pages import at, text

from pumasi.measure.network import api as network
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions.letters import token_of
from pumasi.measure.observatory.models import Question
from pumasi.measure.observatory.queries import handed_out
from pumasi.measure.observatory.queries.answered import last_of, questions_of
from pumasi.measure.observatory.queries.measured import READ, measured
from security.reading import read_on

pytestmark = pytest.mark.django_db


@pytest.fixture
def year():
    return timezone.localdate().year - 1


@pytest.fixture
def busy(wave, given, year):
    """Of ten members six met in three gatherings of last year that are public, and in one that only members may know of."""
    firms = [given.organisation(f"firm {n}", cluster=wave.cluster) for n in range(10)]
    for n, some in enumerate(([0, 1], [1, 2, 3], [4, 5])):
        given.gathering(
            *(firms[one] for one in some), cluster=wave.cluster, days_ago=ago(year, n), visibility="public"
        )
    given.gathering(firms[7], firms[8], cluster=wave.cluster, days_ago=ago(year, 9), visibility="members")
    read_on()
    return wave.cluster


def ago(year, n):
    return (timezone.localdate() - date(year, 6, 1) - timedelta(days=n)).days


@pytest.fixture
def place(wave, busy):
    for what in Question.Measure.values:
        if what:
            put(wave.survey, what, "number", measure=what, unit_en="in all")
    put(wave.survey, "staff", "number")
    observatory.issue(survey=wave.survey)
    wave.asked[0].cluster = busy
    wave.asked[0].save()
    now = open_wave(wave.survey)
    wave.one, wave.two = now.responses.select_related("wave__survey__cluster", "surveyed__cluster").order_by(
        "surveyed_id"
    )[:2]
    wave.questions = questions_of(now.instrument)
    wave.q = {one.key: one for one in wave.questions}
    wave.now = now
    return wave


@pytest.fixture
def link(place):
    return at(
        "respond",
        token=token_of(observatory.invite(response=place.one, email="dana@one.example", language="en")),
    )


def page(place, **values):
    last = last_of(place.one)
    seen = {f"seen-{key}": last[one.pk].pk if one.pk in last else 0 for key, one in place.q.items()}
    return {"section": 1, "version": place.now.instrument_id, **seen, **values}


def test_every_measure_that_a_question_may_name_is_read():
    assert {one for one in Question.Measure.values if one} == {str(one) for one in READ}


def test_the_numbers_are_the_plain_count_of_the_year_before_as_the_world_may_know_it(place, busy, year):
    network.measure(cluster=busy, audience="public")
    found = measured(place.one, place.questions)
    assert {key: one.value for key, one in found.items() if key != "partners"} == {
        "members": "10", "active": "6", "gatherings": "3", "small": "3", "attendances": "7",
    }  # fmt: skip
    assert {one.year for one in found.values()} == {year}


def test_a_cluster_that_does_not_run_here_and_a_year_without_a_record_are_offered_nothing(place, wave, given):
    assert measured(place.two, place.questions) == {}
    place.one.surveyed.cluster = given.cluster("empty")
    assert measured(place.one, place.questions) == {}


def test_a_number_is_confirmed_or_corrected_and_the_answer_says_which(place, link, client, manager, year):
    body = text(client.get(link))
    assert f"Measured here for {year}: “3 in all” – that is right" in body
    client.post(link, page(place, **{"confirm-gatherings": "here", "q-small": "2", "confirm-small": "here"}))
    last = last_of(place.one)
    confirmed, corrected = last[place.q["gatherings"].pk], last[place.q["small"].pk]
    assert (confirmed.value, confirmed.certainty, confirmed.measured) == (
        "3",
        "counted",
        f"gatherings {year}",
    )
    assert (corrected.value, corrected.measured) == ("2", ""), "what is typed goes before what is offered"
    assert len(last) == 2, "what was not ticked is not answered"
    assert "Measured here for" in text(client.get(link)), "the others are still offered"
    assert "measured here and confirmed" in text(manager.get(at("response", pk=place.one.pk)))
    assert f"counted,respondent,gatherings {year}" in handed_out.rows_file(place.now, "csv").decode()


def test_the_answer_of_last_time_and_the_measured_one_are_not_both_right(place, link, client):
    client.post(link, page(place, **{"q-gatherings": "5", "confirm-members": "here"}))
    place.one.sent_at = timezone.now()
    place.one.save()
    later = (
        open_wave(place.survey)
        .responses.select_related("wave__survey__cluster")
        .get(surveyed=place.one.surveyed)
    )
    url = at(
        "respond", token=token_of(observatory.invite(response=later, email="dana@one.example", language="en"))
    )
    body = text(client.get(url))
    assert "Last time: “5 in all”" in body
    before = {one.question.key: one.pk for one in last_of(place.one).values()}
    sent = {"section": 1, "version": later.wave.instrument_id, "seen-gatherings": 0, "seen-members": 0}
    both = {
        "confirm-gatherings": [before["gatherings"], "here"],
        "confirm-members": [before["members"], "here"],
    }
    body = text(client.post(url, {**sent, **both}), 422)
    assert "differ. Keep one of the two." in body
    kept = {one.question.key: one.value for one in last_of(later).values()}
    assert kept == {"members": "10"}, "where both say the same, that is taken"


def test_a_measured_number_keeps_to_the_bounds_of_its_question(wave, busy):
    put(wave.survey, "gatherings", "number", measure="gatherings", most=2)
    observatory.issue(survey=wave.survey)
    wave.asked[0].cluster = busy
    wave.asked[0].save()
    now = open_wave(wave.survey)
    one = now.responses.get(surveyed=wave.asked[0])
    url = at(
        "respond", token=token_of(observatory.invite(response=one, email="dana@one.example", language="en"))
    )
    sent = {"section": 1, "version": now.instrument_id, "seen-gatherings": 0, "confirm-gatherings": "here"}
    assert "Give a number of at most 2." in text(Client().post(url, sent), 422)


def test_the_desk_says_which_cluster_of_this_house_a_surveyed_one_is(place, busy, manager):
    url = at("surveyed", pk=place.asked[1].pk)
    assert "Runs here as" in text(manager.get(url))
    told = {
        "name_ko": "클러스터 1",
        "name_en": "Cluster 1",
        "country": "BE",
        "lead": "companies",
        "source": "desk",
        "cluster": busy.pk,
    }
    assert manager.post(url, told).status_code == 302
    place.asked[1].refresh_from_db()
    assert place.asked[1].cluster == busy
