"""Links in letters: opening one changes nothing, pressing acts once, a forged one is refused."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from pumasi.commons.mail import api as mail
from pumasi.commons.mail.models import Message
from pumasi.measure.network import api as network
from pumasi.measure.network.actions import letters
from pumasi.measure.network.models import Introduction

pytestmark = pytest.mark.django_db


@pytest.fixture
def suggested(given):
    """An introduction that was suggested to the asking side; both have a contact with an address."""
    asker, asked = given.organisation("(주)묻는이"), given.organisation("(주)답하는이")
    given.person(at=asker, email="asker@one.example")
    given.person(at=asked, email="asked@one.example")
    return Introduction.objects.create(cluster=given.cluster(), asker=asker, asked=asked)


def link(introduction, action="network.ask", side=None):
    """The path of a link as it stands in a letter."""
    payload = {"introduction": introduction.pk, "side": side or introduction.asker_id}
    return mail.offer(action=action, payload=payload).removeprefix("http://testserver")


def rows_touched():
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables")
        return cursor.fetchone()[0]


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_mail_scanner_changes_nothing(suggested, method):
    url = link(suggested)
    before = rows_touched()
    for _ in range(3):
        getattr(Client(), method)(url)
    assert rows_touched() == before
    suggested.refresh_from_db()
    assert suggested.state == "suggested"


def test_pressing_asks_and_pressing_again_leads_to_the_same_place(suggested):
    url = link(suggested)
    first = Client().post(url, {"answer": "ask", "message": "반갑습니다"})
    second = Client().post(url, {"answer": "later"})
    assert (first.status_code, second.status_code) == (302, 302)
    assert first["Location"] == second["Location"]
    suggested.refresh_from_db()
    assert (suggested.state, suggested.message) == ("asked", "반갑습니다")
    assert Message.objects.filter(to="asked@one.example").count() == 1


def test_the_whole_way_without_a_password(suggested):
    Client().post(link(suggested), {"answer": "ask"})
    answered = Client()
    page = answered.post(
        link(suggested, "network.answer", suggested.asked_id), {"answer": "yes"}, follow=True
    )
    assert page.status_code == 200
    suggested.refresh_from_db()
    assert suggested.state == "mutual"
    assert set(Message.objects.filter(dedupe__startswith="network.mutual").values_list("to", flat=True)) == {
        "asker@one.example",
        "asked@one.example",
    }
    said = answered.post(
        reverse("network:act", kwargs={"cluster": "hangang", "pk": suggested.pk}),
        {"deed": "say", "text": "안녕하세요"},
    )
    assert said.status_code == 302
    assert suggested.posts.get().side_id == suggested.asked_id
    assert (
        Client().get(reverse("network:shared", kwargs={"cluster": "hangang", "pk": suggested.pk})).status_code
        == 404
    )


@pytest.mark.parametrize("token", ["x", "A" * 22, "../../etc", "%00"])
def test_a_forged_link_is_refused(suggested, token):
    before = rows_touched()
    for answer in (
        Client().get(f"/ko/link/{token}/"),
        Client().post(f"/ko/link/{token}/", {"answer": "ask"}),
    ):
        assert answer.status_code in (400, 404, 422)
    assert rows_touched() == before


def test_a_forged_unsubscribe_is_refused():
    assert Client().post("/ko/link/unsubscribe/WyJhQGIuYyIsImRpZ2VzdCJd:1abc:xyz/").status_code == 422
    assert mail.preferences("a@b.c")["digest"] is not False


def test_a_bare_press_is_refused_and_does_not_use_the_link_up(suggested):
    url = link(suggested)
    assert Client().post(url).status_code == 422
    assert Client().post(url, {"answer": "nonsense"}).status_code == 422
    assert Client().post(url, {"answer": "ask"}).status_code == 302
    suggested.refresh_from_db()
    assert suggested.state == "asked"


def test_what_was_set_aside_is_never_told_as_a_yes(suggested):
    """Set aside on the page, then pressed in an older letter: nobody may read that both said yes."""
    url = link(suggested)
    network.set_aside(introduction=suggested)
    Client().post(url, {"answer": "ask"})
    suggested.refresh_from_db()
    assert suggested.state == "declined"
    assert not Message.objects.exists()


def test_the_other_side_never_learns_of_what_was_set_aside(suggested, given):
    other = Client()
    other.force_login(given.user("organisation_admin", organisation=suggested.asked))
    page = reverse("network:shared", kwargs={"cluster": "hangang", "pk": suggested.pk})
    assert other.get(page).status_code == 404
    network.set_aside(introduction=suggested, known=True)
    assert other.get(page).status_code == 404
    decide = reverse("network:decide", kwargs={"cluster": "hangang", "pk": suggested.pk})
    assert other.post(decide, {"deed": "yes"}).status_code == 404


def test_when_both_asked_the_place_of_the_week_stays_taken(suggested, given):
    mirror = Introduction.objects.create(
        cluster=suggested.cluster, asker=suggested.asked, asked=suggested.asker
    )
    for one in (suggested, mirror):
        network_place(one)
    network.ask(introduction=mirror)
    letters.tell_of(network.ask(introduction=suggested))
    mirror.refresh_from_db()
    assert mirror.state == "mutual"
    for organisation in (suggested.asker, suggested.asked):
        assert (
            len(network.of_week(cluster=suggested.cluster, organisation=organisation, week=network.week_of()))
            == 1
        )


def network_place(introduction):
    from pumasi.measure.network.models import Place

    return Place.objects.create(
        organisation=introduction.asker,
        cluster=introduction.cluster,
        week=network.week_of(),
        number=1,
        introduction=introduction,
    )


def test_a_letter_is_written_once_a_week(given):
    from security.reading import read_on

    seeker, contact = given.organisation(), given.organisation()
    given.person(at=seeker, email="seeker@one.example")
    given.gathering(seeker, contact)
    for _ in range(5):
        given.gathering(contact, given.organisation())
    read_on()
    assert letters.weekly_letter(cluster=given.cluster(), organisation=seeker)
    assert not letters.weekly_letter(cluster=given.cluster(), organisation=seeker)
    assert Message.objects.filter(topic="digest").count() == 1
    assert Introduction.objects.filter(asker=seeker).count() == given.cluster().weekly_introductions
