"""Never more than the weekly limit, and one introduction when both ask at once, whoever presses how often."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.db import IntegrityError, connection
from django.test import Client
from django.urls import reverse

from pumasi.commons.mail.models import Message
from pumasi.commons.members import api as members
from pumasi.commons.members.models import RoleGrant, User
from pumasi.kit.refused import Refused
from pumasi.measure.network import api as network
from pumasi.measure.network.actions import introduce
from pumasi.measure.network.models import Introduction, Place
from races.parallel import settle, together
from races.tally import Tally

pytestmark = pytest.mark.django_db(transaction=True)
SENDERS = 16
WEEK = "introductions of a week"


@pytest.fixture
def seeker(given):
    """An organisation with one contact and seven candidates behind it."""
    seeker, contact = given.organisation("(주)찾는이"), given.organisation("(주)사이")
    given.person(at=seeker, email="seeker@one.example")
    given.gathering(seeker, contact)
    for n in range(7):
        given.gathering(contact, given.organisation(f"(주)후보{n}"), days_ago=n + 10)
    settle()
    network.catch_up()
    return seeker


def handed_out(seeker) -> tuple[int, int]:
    """Places of the week taken, and introductions made."""
    return Place.objects.filter(organisation=seeker).count(), Introduction.objects.filter(
        asker=seeker
    ).count()


@contextmanager
def without_lock(monkeypatch) -> Iterator[None]:
    """All senders look at the free places before any of them takes one."""
    everybody = threading.Barrier(SENDERS)
    suggest = introduce.suggest.suggest

    def wait_for_all(*args, **kwargs):
        found = suggest(*args, **kwargs)
        everybody.wait(30)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(introduce, "_one_at_a_time", lambda organisation: None)
        patch.setattr(introduce.suggest, "suggest", wait_for_all)
        yield


@contextmanager
def without_constraint() -> Iterator[None]:
    """The unique place is gone; it comes back when the surplus is cleared away."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE network_place DROP CONSTRAINT place_taken_once")
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM network_place")
            cursor.execute(
                "ALTER TABLE network_place ADD CONSTRAINT place_taken_once UNIQUE (organisation_id, cluster_id, week, number)"
            )


def hand_out(given, seeker) -> list:
    cluster = given.cluster()
    return together(SENDERS, lambda _number: len(network.hand_out(cluster=cluster, organisation=seeker)))


def test_sixteen_senders_hand_out_the_weekly_limit_and_no_more(given, seeker, report):
    tally = Tally()
    for _ in tally.trials_of(guard=True):
        Place.objects.all().delete()
        Introduction.objects.all().delete()
        assert hand_out(given, seeker) == [3] * SENDERS
        places, made = handed_out(seeker)
        tally.add(
            tries=SENDERS, confirmed=places, expected=3, conflicts=max(0, places - 3) + (made != places)
        )
    report(WEEK, tally, guard=True)
    assert tally.conflicts == 0
    assert tally.confirmed == tally.expected


def test_the_database_keeps_the_limit_even_without_the_lock(given, seeker, monkeypatch):
    with without_lock(monkeypatch):
        found = hand_out(given, seeker)
    assert sum(isinstance(one, IntegrityError) for one in found) == SENDERS - 1
    assert handed_out(seeker) == (3, 3)


def test_without_lock_and_constraint_the_same_senders_break_the_limit(given, seeker, monkeypatch, report):
    """The negative control: this is what the two guards prevent."""
    tally = Tally()
    with without_constraint():
        with without_lock(monkeypatch):
            hand_out(given, seeker)
        tally.add(tries=SENDERS, confirmed=handed_out(seeker)[0], expected=3)
    report(WEEK, tally, guard=False)
    assert tally.conflicts > 0


def test_sixteen_times_the_manager_presses_write_the_letters(given, seeker):
    """Over HTTP, with sessions of their own."""
    manager = given.user("cluster_manager")
    url = reverse("network:send_weekly", kwargs={"cluster": given.cluster().slug})

    def press(_number: int) -> int:
        client = Client()
        client.force_login(User.objects.get(pk=manager.pk))
        return client.post(url).status_code

    assert together(8, press) == [302] * 8
    assert handed_out(seeker) == (3, 3)
    assert Message.objects.filter(topic="digest", to="seeker@one.example").count() == 1


def pair(given):
    """Two organisations that were suggested to each other, each with a contact."""
    one, two = given.organisation("(주)하나"), given.organisation("(주)둘")
    for organisation in (one, two):
        given.person(at=organisation)
    make = Introduction.objects.create
    return make(cluster=given.cluster(), asker=one, asked=two), make(
        cluster=given.cluster(), asker=two, asked=one
    )


def test_a_double_click_asks_once(given):
    mine, _theirs = pair(given)
    found = together(SENDERS, lambda _n: network.ask(introduction=mine).state)
    assert found == ["asked"] * SENDERS


def test_when_both_ask_at_once_one_introduction_is_mutual(given, report):
    tally = Tally()
    for _ in tally.trials_of(guard=True):
        both = pair(given)
        found = together(8, lambda n, both=both: network.ask(introduction=both[n % 2]))
        assert [error for error in found if isinstance(error, Exception)] == []
        rows = Introduction.objects.filter(pk__in=[one.pk for one in both])
        states = sorted(rows.values_list("state", flat=True))
        tally.add(
            tries=8, confirmed=states.count("mutual"), expected=1, conflicts=states != ["known", "mutual"]
        )
    report("one introduction when both ask", tally, guard=True)
    assert tally.conflicts == 0
    assert tally.confirmed == tally.expected


def test_one_answer_stands(given):
    mine, _theirs = pair(given)
    network.ask(introduction=mine)
    together(8, lambda n: network.answer(introduction=mine, yes=n % 2 == 0))
    mine.refresh_from_db()
    answered = mine.answered_at
    network.answer(introduction=mine, yes=mine.state != "mutual")
    mine.refresh_from_db()
    assert mine.answered_at == answered
    assert mine.state in ("mutual", "declined")


# Once only


def test_an_invitation_is_accepted_once(given):
    _invitation, token = members.invite(
        email="new@two.example",
        cluster=given.cluster(),
        organisation=given.organisation(),
        role="member",
        by=None,
    )
    found = together(8, lambda _n: members.accept_invitation(token=token).pk)
    assert sum(isinstance(one, int) for one in found) == 1
    assert all(isinstance(one, int | Refused) for one in found)
    assert User.objects.filter(email="new@two.example").count() == 1
    assert RoleGrant.objects.filter(user__email="new@two.example").count() == 1


def test_a_claim_is_decided_once(given):
    manager, claimant = given.user("cluster_manager"), given.user()
    claim = members.claim(user=claimant, organisation=given.organisation(), cluster=given.cluster())
    found = together(
        8, lambda n: members.decide_claim(claim=claim, accepted=n % 2 == 0, by=manager, reason="r").state
    )
    assert sum(isinstance(one, str) for one in found) == 1
    accepted = "accepted" in found
    assert RoleGrant.objects.filter(user=claimant, role="organisation_admin").count() == int(accepted)


def test_two_merges_of_the_same_organisations_do_not_wait_for_each_other(given):
    one, two = given.organisation(), given.organisation()
    found = together(2, lambda n: members.merge(kept=(one, two)[n], absorbed=(two, one)[n]))
    assert sum(isinstance(error, Refused) for error in found) == 1
    assert not any(isinstance(error, Exception) and not isinstance(error, Refused) for error in found)
