"""A wave from its questions to approved answers: versions, two people at once, skip logic, questions back, and what is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db.models import Value
from django.db.models.functions import Replace
from django.utils import timezone
from tests.rooms.observatory.asking import answer, asked, open_wave, put

from pumasi.commons.mail.models import Message
from pumasi.kit.refused import Refused
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions import answering, instrument, waves
from pumasi.measure.observatory.actions.letters import invitation_of, token_of
from pumasi.measure.observatory.asking.answers import Given
from pumasi.measure.observatory.models import Answer
from pumasi.measure.observatory.queries.answered import (
    by_country,
    last_of,
    last_wave,
    monitored,
    questions_of,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(wave):
    return asked(wave)


@pytest.fixture
def invitation(place):
    return observatory.invite(response=place.one, email="Dana@One.example", name="Dana", language="en")


def values(response):
    return {
        one.question.key: one.absent or one.value for one in last_of(response).values() if not one.is_empty
    }


def refused(said, do, **values):
    with pytest.raises(Refused) as why:
        do(**values)
    assert said in why.value.text("en")


def test_an_issued_version_stands_and_the_next_one_is_a_copy(place):
    refused("Begin the next version first", put, survey=place.survey, key="more", kind="text")
    second = observatory.next_version(survey=place.survey)
    assert observatory.next_version(survey=place.survey) == second, "twice begun is begun once"
    copied = {one.key: one for one in questions_of(second)}
    assert list(copied) == list(place.q)
    assert copied["helped"].only_if == copied["visa"], "the copy depends on the copy"
    refused(
        "a version that is issued", instrument.put, survey=place.survey, question=place.q["said"], text_en="x"
    )
    put(place.survey, "more", "text")
    assert "more" not in {one.key for one in questions_of(place.version)}


def test_what_a_question_needs(wave):
    survey = wave.survey
    refused("at least two choices", put, survey=survey, key="a", kind="one", choices=[{"key": "x"}])
    text = put(survey, "words", "text")
    refused(
        "an earlier question that has choices",
        put,
        survey=survey,
        key="b",
        kind="text",
        only_if=text,
        only_when=["x"],
    )
    refused("Write the question", observatory.put, survey=survey, key="c", kind="text")
    put(survey, "same", "text")
    refused("key same already", put, survey=survey, key="same", kind="text")
    refused("No version of the questions is issued", open_wave, survey=survey)


def test_questions_move_but_never_above_what_they_depend_on(wave):
    first = put(wave.survey, "visa", "one", choices=[{"key": "yes"}, {"key": "no"}])
    second = put(wave.survey, "helped", "number", only_if=first, only_when=["yes"])
    third = put(wave.survey, "said", "text")
    instrument.move(question=third, up=True)
    assert [one.key for one in questions_of(first.instrument)] == ["visa", "said", "helped"]
    instrument.move(question=third, up=True)
    instrument.move(question=third, up=True)
    assert [one.key for one in questions_of(first.instrument)] == ["said", "visa", "helped"]
    refused("stays below it", instrument.move, question=second, up=True)
    refused("Other questions depend on this one", instrument.drop, question=first)


def test_an_answer_is_never_overwritten_the_last_one_stands(place):
    answer(place, members="40")
    answer(place, members="42")
    answer(place, members="42")
    assert values(place.one) == {"members": "42"}
    assert [one.value for one in place.one.answers.all()] == ["42", "40"], (
        "the same again is not written again"
    )


def test_two_people_at_once_never_overwrite_each_other_unseen(place, invitation):
    members, share = place.q["members"], place.q["share"]
    mine = [Given(members, "40"), Given(share, "10")]
    theirs = [Given(members, "41"), Given(share, None)]
    assert observatory.keep(response=place.one, given=mine, invitation=invitation) == []
    (clash,) = observatory.keep(response=place.one, given=theirs, invitation=invitation)
    assert (clash.question, clash.theirs.value, clash.mine.value) == (members, "40", "41")
    assert values(place.one) == {"members": "40", "share": "10"}, (
        "what they did not touch stands as the other left it"
    )
    knowing = [Given(members, "41", seen=clash.theirs.pk)]
    assert observatory.keep(response=place.one, given=knowing, invitation=invitation) == []
    assert values(place.one)["members"] == "41"


def test_a_page_that_sends_back_what_stood_on_it_leaves_what_is_newer(place, invitation):
    answer(place, members="40")
    seen = last_of(place.one)[place.q["members"].pk].pk
    answer(place, members="50")
    stale = [Given(place.q["members"], "40", seen=seen), Given(place.q["said"], "a word")]
    assert observatory.keep(response=place.one, given=stale, invitation=invitation) == []
    assert values(place.one) == {"members": "50", "said": "a word"}


def test_sending_asks_for_what_is_needed_and_only_where_it_concerns(place, invitation):
    answer(place, members="40")
    refused("1 more to answer", answering.send, response=place.one, invitation=invitation)
    answer(place, visa="yes")
    assert [one.key for one in answering.unanswered(place.one)] == ["helped"]
    answer(place, helped="unknown")
    assert answering.unanswered(place.one) == [], "not known is an answer"
    answer(place, visa="no", helped=None)
    assert observatory.send(response=place.one, invitation=invitation).sent_at


def test_approved_answers_change_no_more_until_they_are_given_back(place, invitation):
    answer(place, members="40", visa="no")
    refused("not sent yet", answering.approve, response=place.one, by=None)
    observatory.send(response=place.one)
    query = observatory.ask_back(
        response=place.one, text="Branches too?", by=None, question=place.q["members"]
    )
    refused("still open", answering.approve, response=place.one, by=None)
    observatory.reply(query=query, text="No, seats alone.")
    observatory.close(query=query)
    refused("closed this question", answering.reply, query=query, text="But")
    observatory.approve(response=place.one, by=None)
    refused("has approved these answers", answer, place=place, members="41")
    observatory.give_back(response=place.one, why="Count branches, please", by=None)
    assert answer(place, members="41") == []
    letters = Message.objects.filter(to="dana@one.example").order_by("pk")
    assert [one.dedupe.split(".")[1] for one in letters] == ["invited", "asked", "asked"]
    assert "Branches too?" in letters[1].text
    assert "Count branches, please" in letters[2].text


def test_outside_the_days_only_the_office_enters_answers(place, invitation):
    waves.extend(wave=place.wave, closes=timezone.localdate() - timedelta(days=1))
    refused("Ask the office for more time", answer, place=place, invitation=invitation, members="40")
    assert answer(place, members="40") == []


def test_a_withdrawn_version_takes_in_nothing_and_loses_nothing(place, invitation):
    answer(place, members="40", invitation=invitation)
    observatory.withdraw_version(instrument=place.version)
    refused("was withdrawn", answer, place=place, invitation=invitation, members="41")
    assert values(place.one) == {"members": "40"}


def test_a_new_version_takes_the_answers_along_that_fit(place, invitation):
    answer(place, members="40", visa="yes", aims=["a", "b"], invitation=invitation)
    second = observatory.next_version(survey=place.survey)
    new = {one.key: one for one in questions_of(second)}
    instrument.put(
        survey=place.survey, question=new["aims"], text_en="Aims", choices=[{"key": "b"}, {"key": "z"}]
    )
    observatory.issue(survey=place.survey)
    assert observatory.replace_version(wave=place.wave) == 2, (
        "an order with a choice that is gone does not fit"
    )
    place.wave.refresh_from_db()
    place.one.wave = place.wave
    assert values(place.one) == {"members": "40", "visa": "yes"}
    refused(
        "have changed since you opened the page",
        answering.keep,
        response=place.one,
        given=[Given(place.q["members"], "41")],
        invitation=invitation,
    )
    seen = Answer.objects.filter(question=place.q["members"]).first().pk
    assert (
        observatory.keep(
            response=place.one, given=[Given(new["members"], "41", seen=seen)], invitation=invitation
        )
        == []
    )
    assert values(place.one)["members"] == "41", "typed on the old page, over the copy of what stood there"
    assert Answer.objects.filter(response=place.one, question__key="aims").count() == 1, (
        "the old answer stays as the log"
    )
    refused("asked with this version already", waves.replace, wave=place.wave)


def test_the_next_wave_offers_what_was_said_last_time(place, invitation):
    answer(place, members="40", visa="no")
    assert last_wave(open_wave(place.survey).responses.get(surveyed=place.one.surveyed)) == {}, (
        "not sent: nothing to offer"
    )
    observatory.send(response=place.one)
    response = open_wave(place.survey).responses.select_related("wave").get(surveyed=place.one.surveyed)
    assert {key: one.value for key, one in last_wave(response).items()} == {"members": "40", "visa": "no"}


def test_an_invitation_is_a_link_that_can_be_made_void(place, invitation):
    token = token_of(invitation)
    assert invitation_of(token) == invitation
    for forged in (
        f"{invitation.pk}:x",
        token[:-1] + ("a" if token[-1] != "a" else "b"),
        "",
        "1",
        f"{invitation.pk + 1}{token[len(str(invitation.pk)) :]}",
    ):
        assert invitation_of(forged) is None
    waves.revoke(invitation=invitation)
    assert invitation_of(token) is None
    letter = Message.objects.get(to="dana@one.example")
    assert token in letter.text
    assert "Cluster 0" in letter.subject


def test_reminders_go_to_those_who_are_awaited_once_a_day_and_three_times(place, invitation):
    observatory.invite(response=place.responses[1], email="two@one.example")
    answer(place, place.responses[1], members="1", visa="no")
    observatory.send(response=place.responses[1])
    assert (observatory.remind(wave=place.wave), observatory.remind(wave=place.wave)) == (1, 0)
    for expected in (1, 1, 0):
        invitation.refresh_from_db()
        invitation.reminded_at = timezone.now() - timedelta(days=2)
        invitation.save()
        assert observatory.remind(wave=place.wave) == expected
    assert Message.objects.filter(dedupe__startswith="observatory.reminded").count() == 3


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("Cluster 0", "Line 1 needs"),
        ("", "at least one line"),
        ("Nowhere, a@b.example", "no cluster “Nowhere”"),
        ("Cluster 0, nobody", "no mail address"),
    ],
)
def test_a_list_of_people_is_invited_whole_or_not_at_all(place, lines, said):
    both = f"Cluster 1, ok@one.example\n{lines}" if "," in lines else lines
    refused(said, lambda: waves.invite_all(wave=place.wave, rows=waves.read_addresses(both)))
    assert not Message.objects.filter(to="ok@one.example").exists()


def test_the_monitor_counts_by_country(place, invitation):
    answer(place, members="40", visa="no")
    answer(place, place.responses[9], members="4", visa="no")
    observatory.send(response=place.responses[9])
    rows = monitored(place.wave)
    assert {row.state for row in rows} == {"begun", "sent", "waiting"}
    mine = next(row for row in rows if row.response == place.one)
    assert (mine.answered, mine.applying) == (2, 8), "what is asked only after a yes is not counted"
    irish = next(one for one in by_country(rows) if one.code == "IE")
    assert (irish.asked, irish.begun, irish.sent, irish.approved) == (2, 1, 1, 0)


def test_a_cluster_that_came_later_can_be_asked_too(place):
    observatory.ask(survey=place.survey, country="KR", name_en="Late")
    assert (waves.complete(place.wave), waves.complete(place.wave)) == (1, 0)


def test_a_final_survey_takes_in_nothing(place, invitation):
    place.survey.published_at = place.survey.locked_at = timezone.now()
    place.survey.save()
    refused("no longer change", answer, place=place, invitation=invitation, members="40")
    refused("The survey is final", observatory.next_version, survey=place.survey)
    refused("The survey is final", observatory.give_back, response=place.one, why="Once more", by=None)


def test_whoever_is_invited_again_after_the_link_was_void_gets_a_letter_again(place, invitation):
    waves.revoke(invitation=invitation)
    Message.objects.update(dedupe=Replace("dedupe", Value(str(timezone.localdate())), Value("2000-01-01")))
    observatory.invite(response=place.one, email="dana@one.example", language="en")
    observatory.invite(response=place.one, email="dana@one.example", language="en")
    assert Message.objects.filter(to="dana@one.example").count() == 2, "once more, and once a day"
