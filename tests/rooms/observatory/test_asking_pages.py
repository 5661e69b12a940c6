"""The pages of asking: a respondent behind a link, two at once, a withdrawn version, the desk, and what the world reads."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from tests.rooms.observatory.asking import answer, asked
from tests.rooms.observatory.pages import at, text

from pumasi.commons.mail.models import Message
from pumasi.measure.observatory import api as observatory
from pumasi.measure.observatory.actions import waves
from pumasi.measure.observatory.actions.letters import token_of
from pumasi.measure.observatory.models import Answer, Instrument, Question, Wave
from pumasi.measure.observatory.queries.answered import last_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def place(wave):
    return asked(wave)


@pytest.fixture
def link(place):
    return at(
        "respond",
        token=token_of(observatory.invite(response=place.one, email="dana@one.example", language="en")),
    )


def form(place, keys, section, **values):
    """What a page posts: every question of the section with what was seen, and what is typed."""
    last = last_of(place.one)
    seen = {f"seen-{key}": last[place.q[key].pk].pk if place.q[key].pk in last else 0 for key in keys}
    return {"section": section, "version": place.version.pk, **seen, **values}


FIRST, SECOND = ["members", "share", "budget"], ["visa", "helped", "aims", "income", "happy", "said"]


def test_a_respondent_saves_section_by_section_checks_and_sends(place, link, client):
    page = text(client.get(link))
    assert "Question members" in page
    assert "Question visa" not in page, "one section at a time"
    assert "no-store" in client.get(link)["Cache-Control"]
    response = client.post(
        link,
        form(
            place, FIRST, 1, **{"q-members": "1,234", "certainty-members": "rough", "absent-share": "unknown"}
        ),
    )
    assert response["Location"].endswith("?section=2")
    page = text(client.get(response["Location"]))
    assert 'data-only-if="q-visa" data-only-when="yes" hidden' in page
    assert "2 questions" in text(client.get(f"{link}?section=check")) or "1 question still" in text(
        client.get(f"{link}?section=check")
    )
    assert client.post(link, {"then": "send"}).status_code == 422
    client.post(
        link, form(place, SECOND, 2, **{"q-visa": "no", "q-aims-a": "1", "q-aims-b": "", "q-aims-c": ""})
    )
    check = text(client.get(f"{link}?section=check"))
    for said in ("1,234 organisations", "Rough estimate", "Not known", "Network"):
        assert said in check
    assert "Question helped" not in check, "it is not asked after a no"
    text(client.post(link, {"then": "send"}, follow=True))
    place.one.refresh_from_db()
    assert place.one.sent_at
    assert "Sent on" in text(client.get(f"{link}?section=check"))


def test_what_cannot_be_read_is_shown_again_and_the_rest_is_kept(place, link, client):
    page = text(
        client.post(
            link,
            form(
                place,
                FIRST,
                1,
                **{"q-members": "12", "q-share": "140", "q-budget": "5", "q-budget-currency": "USD"},
            ),
        ),
        422,
    )
    assert 'value="140"' in page
    assert "Give a number from 0 to 100." in page
    assert "needs its currency and the year" in page
    assert 'value="USD"' in page
    assert {one.question.key: one.value for one in last_of(place.one).values()} == {"members": "12"}


def test_two_respondents_at_once_see_each_other(place, link, client):
    before = form(place, FIRST, 1)
    client.post(link, {**before, "q-members": "40"})
    page = text(client.post(link, {**before, "q-members": "41", "q-share": "7"}), 422)
    assert "Somebody else answered meanwhile: “40 organisations”" in page
    assert 'value="41"' in page
    assert {one.question.key: one.value for one in last_of(place.one).values()} == {
        "members": "40",
        "share": "7",
    }
    client.post(link, form(place, FIRST, 1, **{"q-members": "41", "q-share": "7"}))
    assert last_of(place.one)[place.q["members"].pk].value == "41"


def test_an_answer_to_a_withdrawn_version_is_refused_and_stands_on_the_page(place, link, client):
    typed = form(place, FIRST, 1, **{"q-members": "40"})
    observatory.withdraw_version(instrument=place.version)
    page = text(client.post(link, typed), 409)
    assert "was withdrawn" in page
    assert 'value="40"' in page
    assert not Answer.objects.filter(response=place.one).exists()


def test_a_page_of_the_old_version_is_taken_into_the_new_one(place, link, client):
    client.post(link, form(place, FIRST, 1, **{"q-members": "40"}))
    typed = form(place, FIRST, 1, **{"q-members": "41", "q-share": "9"})
    observatory.next_version(survey=place.survey)
    observatory.issue(survey=place.survey)
    observatory.replace_version(wave=place.wave)
    page = text(client.post(link, typed))
    assert "put a new version of the questions in place" in page
    newest = Instrument.objects.get(survey=place.survey, number=2)
    stands = {
        one.question.key: one.value
        for one in Answer.objects.filter(question__instrument=newest).order_by("pk")
    }
    assert stands == {"members": "41", "share": "9"}


def test_last_waves_answers_are_offered_and_confirmed(place, link, client):
    answer(place, members="40", share="12", visa="no")
    observatory.send(response=place.one)
    today = timezone.localdate()
    second = observatory.begin_wave(survey=place.survey, opens=today, closes=today)
    response = second.responses.get(surveyed=place.one.surveyed)
    link = at(
        "respond",
        token=token_of(observatory.invite(response=response, email="dana@one.example", language="en")),
    )
    page = text(client.get(link))
    assert "Last time: “40 organisations” – still right" in page
    old = Answer.objects.get(response=place.one, question__key="members")
    client.post(
        link,
        {
            "section": 1,
            "version": place.version.pk,
            "seen-members": 0,
            "confirm-members": old.pk,
            "seen-share": 0,
            "q-share": "13",
        },
    )
    told = {one.question.key: (one.value, one.confirms_id) for one in last_of(response).values()}
    assert told == {"members": ("40", old.pk), "share": ("13", None)}


def test_one_section_alone_can_be_given_to_somebody(place, client, manager):
    manager.post(
        at("act_on_response", pk=place.one.pk),
        {"then": "invite", "email": "Office@one.example", "language": "en", "section": "Office"},
    )
    invitation = place.one.invitations.get(email="office@one.example")
    link = at("respond", token=token_of(invitation))
    page = text(client.get(link))
    assert "Question visa" in page
    assert "Question members" not in page
    client.post(link, form(place, FIRST, 1, **{"q-members": "40"}))
    assert not last_of(place.one), "the first section is not theirs"
    assert client.post(link, {"then": "send"}).status_code == 422


def test_a_link_is_good_in_its_own_cluster_and_until_it_is_void(place, link, client, given):
    given.cluster("elsewhere")
    assert client.get(link.replace("/hangang/", "/elsewhere/")).status_code == 404
    assert client.get(link[:-3] + "xx/").status_code == 404
    waves.revoke(invitation=place.one.invitations.get())
    assert client.get(link).status_code == 404
    assert client.post(link, form(place, FIRST, 1, **{"q-members": "40"})).status_code == 404


def test_a_question_back_goes_out_is_answered_and_closed(place, link, client, manager):
    answer(place, members="40", visa="no")
    observatory.send(response=place.one)
    act = at("act_on_response", pk=place.one.pk)
    manager.post(act, {"then": "ask", "question": place.q["members"].pk, "text": "With <b>branches</b>?"})
    assert (
        "With <b>branches</b>?" in Message.objects.filter(dedupe__startswith="observatory.asked").get().text
    )
    page = text(client.get(link))
    assert "With &lt;b&gt;branches&lt;/b&gt;?" in page
    query = place.one.queries.get()
    assert manager.post(act, {"then": "approve"}).status_code == 422
    client.post(link, {"then": "reply", "query": query.pk, "answer": "Seats alone."})
    assert "Seats alone." in text(manager.get(at("response", pk=place.one.pk)))
    manager.post(act, {"then": "close", "query": query.pk})
    text(manager.post(act, {"then": "approve"}, follow=True))
    assert "no longer change" in text(client.get(link))
    assert text(client.post(link, form(place, FIRST, 1, **{"q-members": "41"})), 409)


def test_the_desk_enters_questions_and_is_told_what_is_wrong_without_losing_them(wave, manager):
    add = at("add_question", pk=wave.survey.pk)
    page = text(
        manager.post(add, {"key": "visa", "kind": "one", "text_en": "Visa help?", "choices": "Yes"}), 422
    )
    assert "at least two choices" in page
    assert "Visa help?" in page
    manager.post(
        add,
        {
            "key": "visa",
            "kind": "one",
            "text_en": "Visa help?",
            "choices": "yes | 예 | Yes\nno | 아니요 | No",
        },
    )
    first = Question.objects.get(key="visa")
    manager.post(
        add, {"key": "n", "kind": "number", "text_en": "How many?", "only_if": first.pk, "only_when": "yes"}
    )
    assert Question.objects.get(key="n").only_when == ["yes"]
    page = text(manager.get(at("questions", pk=wave.survey.pk)))
    assert "only after visa: yes" in page
    preview = at("preview", pk=first.instrument_id)
    assert "Asked only after: Visa help? → Yes" in text(manager.get(preview))
    tried = text(manager.post(preview, {"seen-n": 0, "q-n": "many", "seen-visa": 0, "q-visa": "yes"}), 422)
    assert "cannot be read as a number" in tried
    assert not Answer.objects.exists()
    manager.post(at("act_on_questions", pk=wave.survey.pk), {"then": "issue"})
    assert "Begin the next version" in text(manager.get(at("questions", pk=wave.survey.pk)))


def test_questions_come_in_as_a_file_a_paste_or_a_codebook(wave, manager, place):
    body = manager.get(at("questions_file", pk=place.version.pk, form="xml")).content
    second = observatory.begin(cluster=wave.cluster, slug="second", name_en="Second")
    come = at("bring_in_questions", pk=second.pk)
    text(manager.post(come, {"file": SimpleUploadedFile("book.xml", body)}, follow=True))
    assert Question.objects.filter(instrument__survey=second).count() == 9
    page = text(manager.post(come, {"pasted": "Question\tType\nHow many?\tmagic\n"}), 422)
    assert "type of the answer is not known" in page
    assert "magic" in page, "what was pasted stands there still"
    assert manager.post(come, {}).status_code == 422


def test_a_wave_from_opening_to_reminders(place, manager):
    page = text(manager.get(at("waves", pk=place.survey.pk)))
    assert "Wave 1, version 1" in page
    today = timezone.localdate()
    made = manager.post(
        at("new_wave", pk=place.survey.pk), {"opens": today, "closes": today + timedelta(days=9)}
    )
    second = Wave.objects.get(number=2)
    assert made["Location"].endswith(f"/waves/{second.pk}/")
    assert "lies before" in text(
        manager.post(
            at("new_wave", pk=place.survey.pk), {"opens": today, "closes": today - timedelta(days=1)}
        ),
        422,
    )
    act = at("act_on_wave", pk=second.pk)
    text(
        manager.post(
            act,
            {"then": "invite", "people": "Cluster 0, a@one.example, Dana, en\nCluster 9\tb@one.example"},
            follow=True,
        )
    )
    assert "Ireland" in text(manager.get(at("wave", pk=second.pk)))
    text(manager.post(act, {"then": "remind"}, follow=True))
    assert Message.objects.filter(dedupe__startswith="observatory.reminded").count() == 2
    assert manager.post(act, {"then": "extend", "closes": "2000-01-01"}).status_code == 422
    assert manager.post(act, {"then": "sing"}).status_code == 422


def test_a_table_of_answers_asks_once_what_a_heading_means(place, manager):
    come = at("bring_in_answers", pk=place.wave.pk)
    table = "Cluster,Size,Remarks\nCluster 0,44,nice\nCluster 1,n.k.,\n"
    page = text(manager.post(come, {"file": SimpleUploadedFile("t.csv", table.encode())}), 422)
    assert "Leave this column out" in page
    assert "Cluster\tSize\tRemarks" in page, "the file is not asked for twice"
    text(
        manager.post(
            come,
            {"pasted": table, "heading-0": "members", "heading-1": "", "source": "estimate"},
            follow=True,
        )
    )
    told = {one.question.key: (one.value, one.source) for one in last_of(place.one).values()}
    assert told == {"members": ("44", "estimate")}
    text(manager.post(come, {"pasted": table.replace("44", "45")}, follow=True))
    assert last_of(place.one)[place.q["members"].pk].value == "45", "mapped once"
    page = text(manager.post(come, {"pasted": "Cluster,share\nCluster 0,140\n"}), 422)
    assert "Give a number from 0 to 100." in page


def test_the_office_enters_what_it_found_itself(place, manager):
    page = at("response", pk=place.one.pk)
    manager.post(page, {"seen-members": 0, "q-members": "77", "source": "estimate"})
    (entry,) = Answer.objects.filter(response=place.one)
    assert (entry.value, entry.source, entry.invitation) == ("77", "estimate", None)
    assert str(entry.by_id) == manager.session["_auth_user_id"]
    assert "Analyst&#x27;s estimate" in text(manager.get(page))
    manager.post(page, {"seen-members": entry.pk, "q-members": "78", "source": "respondent"})
    assert last_of(place.one)[place.q["members"].pk].source == "desk", (
        "the office does not answer in a respondent's name"
    )


def test_the_world_reads_a_wave_when_it_is_over_and_published(place, client, manager):
    for n, response in enumerate(place.responses):
        answer(place, response, members=str(n), visa="yes" if n < 7 else "no", helped="3" if n < 7 else None)
        observatory.send(response=response)
    page, file = at("by_question", pk=place.wave.pk), at("crossed", pk=place.wave.pk, form="svg")
    observatory.publish(survey=place.survey)
    assert client.get(page).status_code == client.get(file).status_code == 404, "answers are still awaited"
    assert client.get(f"/api/v1/hangang/surveys/{place.survey.pk}/waves").json() == []
    assert "7 of 12 (58 %" in text(manager.get(at("desk_by_question", pk=place.wave.pk)))
    waves.extend(wave=place.wave, closes=timezone.localdate() - timedelta(days=1))
    shown = text(client.get(page))
    assert "7 of 12 (58 %; 95 % CI 32–81 %)" in shown
    assert "12 of 12 clusters sent their answers." in shown
    assert "Answers by question" in text(client.get(at("survey_short", pk=place.survey.pk), follow=True))
    crossed = text(client.get(f"{page}?down=visa&across=lead"))
    assert "held back" in crossed, "1 of 6 led by a public body"
    picture = client.get(f"{file}?down=visa&across=lead")
    assert picture["Content-Type"] == "image/svg+xml"
    assert b"held back" in picture.content
    assert client.get(at("crossed", pk=place.wave.pk, form="csv") + "?down=visa").status_code == 200
    (travelling,) = client.get(f"/api/v1/hangang/surveys/{place.survey.pk}/waves").json()
    assert (travelling["clusters"], travelling["sent"]) == (12, 12)
    told = {one["key"]: one for one in travelling["questions"]}
    assert [one["count"] for one in told["visa"]["choices"]] == [7, 5]
    assert told["members"]["told_en"] == [
        "median 5.5 organisations, n = 12, the middle half 2.75–8.25 organisations"
    ]
    assert told["happy"]["held"]
    observatory_of = text(client.get(at("by_question", "ko", pk=place.wave.pk)))
    assert "12곳 중 7곳(58%, 95% 신뢰구간 32~81%)" in observatory_of


def test_the_answers_of_a_cluster_are_nobodys_but_the_desks(place, client, given):
    member = Client()
    member.force_login(given.user("member", cluster=place.cluster, organisation=given.organisation()))
    for who in (client, member):
        for name, pk in (
            ("response", place.one.pk),
            ("answers_file", place.wave.pk),
            ("desk_by_question", place.wave.pk),
        ):
            values = {"pk": pk} | ({"what": "rows", "form": "csv"} if name == "answers_file" else {})
            assert who.get(at(name, **values)).status_code in (302, 404)
