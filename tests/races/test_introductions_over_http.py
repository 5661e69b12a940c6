"""The same promises as between threads, kept between web processes: sixteen clients, two processes, one database."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pumasi.commons.mail.models import Message
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Introduction, Place
from races import servers
from races.parallel import settle
from races.test_introduction_races import handed_out, without_constraint

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PARALLEL = 16
CANDIDATES = 12


@pytest.fixture
def seeker(given):
    """An organisation whose contact brings it twelve candidates, with people to write to; the hash holds some back."""
    seeker, contact = given.organisation("(주)찾는이"), given.organisation("(주)사이")
    given.person(at=seeker, email="seeker@one.example")
    for n in range(CANDIDATES):
        candidate = given.organisation(f"(주)후보{n}")
        given.person(at=candidate, email=f"candidate{n}@one.example")
        given.gathering(contact, candidate, days_ago=n + 10)
    given.gathering(seeker, contact)
    settle()
    network.catch_up()
    return seeker


def address(given, name: str, **more) -> str:
    return reverse(f"network:{name}", kwargs={"cluster": given.cluster().slug, **more})


def crowd(given, organisation) -> list[servers.Visitor]:
    """Sixteen people who act for the organisation, each with a session."""
    return [
        servers.Visitor(given.user("organisation_admin", organisation=organisation)) for _ in range(PARALLEL)
    ]


def test_sixteen_clients_get_the_weekly_limit_and_each_question_goes_out_once(given, seeker):
    people, manager = crowd(given, seeker), servers.Visitor(given.user("cluster_manager"))
    with servers.start(processes=2) as site:
        asked = [person.post(address(given, "week")) for person in people[:12]]
        letters = [manager.post(address(given, "send_weekly"))] * 4
        assert servers.statuses(site.fire(asked + letters, parallel=PARALLEL)) == {302: PARALLEL}
        assert handed_out(seeker) == (3, 3)
        assert Message.objects.filter(topic="digest", to="seeker@one.example").count() == 1

        mine = list(Introduction.objects.filter(asker=seeker).order_by("pk"))
        presses = [
            person.post(address(given, "decide", pk=one.pk), deed="ask") for person in people for one in mine
        ]
        answers = site.fire(presses, parallel=PARALLEL)
        assert servers.statuses(answers) == {302: 3 * PARALLEL}
        assert {answer.process for answer in answers} == {0, 1}
        assert [one.state for one in Introduction.objects.filter(asker=seeker)] == ["asked"] * 3
        assert Message.objects.filter(dedupe__startswith="network.asked.").count() == 3
        assert handed_out(seeker) == (3, 3)

        theirs = crowd(given, mine[0].asked)
        presses = [person.post(address(given, "decide", pk=mine[0].pk), deed="yes") for person in theirs]
        assert servers.statuses(site.fire(presses, parallel=PARALLEL)) == {302: PARALLEL}
        assert Introduction.objects.filter(state="mutual").count() == 1
        assert Message.objects.filter(dedupe__startswith="network.mutual.").count() == 2


def test_without_lock_and_constraint_the_same_clients_break_the_limit(given, seeker):
    """The negative control: both processes serve the same pages with the guards away."""
    people = crowd(given, seeker)
    with without_constraint(), servers.start(processes=2, application="races.unguarded:application") as site:
        site.fire([person.post(address(given, "week")) for person in people], parallel=PARALLEL)
        assert Place.objects.filter(organisation=seeker).count() > 3
