"""The same promises as between threads, kept between web processes: sixteen clients, two processes, one database."""

from __future__ import annotations

import pytest
from django.urls import reverse

from pumasi.commons.mail.models import Message
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Introduction, Place
from races import servers
from races.parallel import settle
from races.tally import Tally
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


def the_week(site, people, manager, given, seeker) -> None:
    """People of the organisation open its week while the manager sends the letters."""
    asked = [person.post(address(given, "week")) for person in people[:12]]
    letters = [manager.post(address(given, "send_weekly"))] * 4
    assert servers.statuses(site.fire(asked + letters, parallel=PARALLEL)) == {302: PARALLEL}
    assert Message.objects.filter(topic="digest", to="seeker@one.example").count() == 1


def every_question(site, people, given, mine) -> None:
    """All of them ask for each introduction at once."""
    presses = [
        person.post(address(given, "decide", pk=one.pk), deed="ask") for person in people for one in mine
    ]
    answers = site.fire(presses, parallel=PARALLEL)
    assert servers.statuses(answers) == {302: len(mine) * PARALLEL}
    assert {answer.process for answer in answers} == {0, 1}


def test_sixteen_clients_get_the_weekly_limit_and_each_question_goes_out_once(given, seeker, guarded, report):
    people, manager = crowd(given, seeker), servers.Visitor(given.user("cluster_manager"))
    week, questions = Tally(), Tally()
    for _ in week.trials_of(guard=True):
        for made in (Place, Introduction, Message):
            made.objects.all().delete()
        the_week(guarded, people, manager, given, seeker)
        places, rows = handed_out(seeker)
        week.add(tries=PARALLEL, confirmed=places, expected=3, conflicts=(places, rows) != (3, 3))

        mine = list(Introduction.objects.filter(asker=seeker).order_by("pk"))
        every_question(guarded, people, given, mine)
        states = list(Introduction.objects.filter(asker=seeker).values_list("state", flat=True))
        sent = Message.objects.filter(dedupe__startswith="network.asked.").count()
        wrong = states != ["asked"] * 3 or handed_out(seeker) != (3, 3)
        questions.add(tries=3 * PARALLEL, confirmed=sent, expected=3, conflicts=max(sent - 3, 0) + wrong)
    report("introductions of a week, over HTTP", week, guard=True)
    report("each question goes out once", questions, guard=True)
    assert (week.conflicts, questions.conflicts) == (0, 0)
    assert (week.confirmed, questions.confirmed) == (week.expected, questions.expected)

    theirs = crowd(given, mine[0].asked)
    presses = [person.post(address(given, "decide", pk=mine[0].pk), deed="yes") for person in theirs]
    assert servers.statuses(guarded.fire(presses, parallel=PARALLEL)) == {302: PARALLEL}
    assert Introduction.objects.filter(state="mutual").count() == 1
    assert Message.objects.filter(dedupe__startswith="network.mutual.").count() == 2


def test_without_lock_and_constraint_the_same_clients_break_the_limit(given, seeker, report):
    """The negative control: both processes serve the same pages with the guards away."""
    people, tally = crowd(given, seeker), Tally()
    with without_constraint(), servers.start(processes=2, application="races.unguarded:application") as site:
        for _ in tally.trials_of(guard=False):
            for made in (Place, Introduction):
                made.objects.all().delete()
            site.fire([person.post(address(given, "week")) for person in people], parallel=PARALLEL)
            tally.add(tries=PARALLEL, confirmed=handed_out(seeker)[0], expected=3)
    report("introductions of a week, over HTTP", tally, guard=False)
    assert tally.conflicts > 0
