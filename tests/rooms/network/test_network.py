"""The network as it is computed from the book: who counts, for whom, and how strongly."""

from __future__ import annotations

import pytest

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Seat, Tie
from security.reading import read_on

pytestmark = pytest.mark.django_db


def weights(cluster, audience="members"):
    """Ties as {(a, b): (weight, gatherings)}."""
    found = Tie.objects.filter(cluster=cluster, audience=audience)
    return {(t.a_id, t.b_id): (pytest.approx(t.weight), t.gatherings) for t in found}


def test_a_tie_weighs_one_over_k_minus_one(given):
    a, b, c = (given.organisation() for _ in range(3))
    given.gathering(a, b, c)
    given.gathering(a, b)
    read_on()
    assert weights(given.cluster()) == {
        (a.pk, b.pk): (1.5, 2),
        (a.pk, c.pk): (0.5, 1),
        (b.pk, c.pk): (0.5, 1),
    }


def test_k_counts_the_members_of_the_cluster_only(given):
    a, b = given.organisation(), given.organisation()
    guest = given.organisation(cluster=given.cluster("elsewhere"))
    given.gathering(a, b, guest)
    read_on()
    assert weights(given.cluster()) == {(a.pk, b.pk): (1.0, 1)}


@pytest.mark.parametrize(
    ("visibility", "seen"), [("public", 3), ("members", 2), ("managers", 1), ("confidential", 0)]
)
def test_a_gathering_counts_for_those_who_may_see_it(given, visibility, seen):
    given.gathering(given.organisation(), given.organisation(), visibility=visibility)
    read_on()
    assert (
        sum(bool(weights(given.cluster(), audience)) for audience in ("public", "members", "managers"))
        == seen
    )


def test_a_hidden_organisation_is_in_no_tie_of_those_who_may_not_see_it(given):
    a, hidden = given.organisation(), given.organisation(visibility="managers")
    given.gathering(a, hidden, visibility="public")
    read_on()
    assert not weights(given.cluster(), "public")
    assert not weights(given.cluster(), "members")
    assert weights(given.cluster(), "managers")


def test_another_clusters_gathering_counts_here_only_if_it_is_public(given):
    here, there = given.cluster(), given.cluster("there")
    a, b = given.organisation(), given.organisation()
    for one in (a, b):
        members.relate(organisation=one, cluster=there, kind="member")
    given.gathering(a, b, cluster=there, visibility="members")
    read_on()
    assert weights(there) and not weights(here) and not weights(here, "managers")
    given.gathering(a, b, cluster=there, visibility="public")
    read_on()
    assert weights(here) == {(a.pk, b.pk): (1.0, 1)}


def test_what_is_planned_is_no_tie(given):
    given.gathering(given.organisation(), given.organisation(), stage="planned")
    read_on()
    assert not Seat.objects.exists()


def test_a_part_taken_back_leaves_the_network(given):
    a, b = given.organisation(), given.organisation()
    line = given.gathering(a, b, source="meeting.1")
    read_on()
    assert weights(given.cluster())
    back = ledger.Fact(
        source="meeting.1", kind=line.kind, cluster=line.cluster_id, starts_at=line.starts_at, ends_at=line.ends_at,
        stage=line.stage, visibility=line.visibility, parts=[ledger.Seat(b.pk, weight=0)],
    )  # fmt: skip
    ledger.record(back)
    read_on()
    assert not weights(given.cluster())
    assert network.met_nobody(given.cluster(), "members").count() == 2


def test_tables_of_a_gathering_meet_by_themselves(given):
    a, b, c, d = (given.organisation() for _ in range(4))
    line = given.gathering(a, source="tables")
    fact = ledger.Fact(
        source="day", kind="meetup", cluster=given.cluster().pk, starts_at=line.starts_at, ends_at=line.ends_at, stage="happened",
        visibility="members", parts=[ledger.Seat(o.pk, group=g) for o, g in ((a, "1"), (b, "1"), (c, "2"), (d, "2"))],
    )  # fmt: skip
    ledger.record(fact)
    read_on()
    assert weights(given.cluster()) == {(a.pk, b.pk): (1.0, 1), (c.pk, d.pk): (1.0, 1)}


# Who can introduce you


def path_world(given, *, named):
    """A seeker and a target who never met, and a person at a third place who met both."""
    seeker, target, between = (given.organisation() for _ in range(3))
    person = given.person("사이사람", at=between, named=named)
    for one in (seeker, target):
        given.gathering(one, people=[(person, between)])
    read_on()
    return seeker, target, person


def test_somebody_who_agreed_to_be_named_can_introduce(given):
    seeker, target, person = path_world(given, named=True)
    (found,) = network.introducers(given.cluster(), "members", seeker.pk, target.pk)
    assert (found.person, found.with_seeker, found.with_target) == (person, 1, 1)


def test_somebody_who_did_not_agree_is_in_no_path(given):
    seeker, target, _person = path_world(given, named=False)
    assert network.introducers(given.cluster(), "members", seeker.pk, target.pk) == []


def test_withdrawing_consent_or_being_erased_ends_it(given):
    seeker, target, person = path_world(given, named=True)
    members.consent(person=person, purpose="named", given=False)
    assert network.introducers(given.cluster(), "members", seeker.pk, target.pk) == []
    members.consent(person=person, purpose="named", given=True)
    members.erase(person=person)
    assert network.introducers(given.cluster(), "members", seeker.pk, target.pk) == []
