"""What is computed near the news equals what is computed whole, to the last bit, whatever the news is."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import pytest

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.measure.network import api as network
from pumasi.measure.network.actions import catch_up as reader
from pumasi.measure.network.models import Reading, Tie
from security.reading import FAR, read_on

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def hear(*sources):
    """Read these facts alone; in a test, which never commits, the book cannot tell old from new."""
    with (
        patch.object(ledger, "horizon", return_value=FAR),
        patch.object(ledger, "news", return_value=[*sources]),
    ):
        network.catch_up()


def computed():
    """All ties and counts, as they are kept."""
    ties = Tie.objects.order_by("cluster", "audience", "a", "b").values_list(
        "cluster", "audience", "a", "b", "weight", "weight_10", "weight_20", "weight_50", "gatherings", "first_at", "last_at",
    )  # fmt: skip
    counts = Reading.objects.order_by("cluster", "audience").values_list(
        "cluster", "audience", "gatherings", "members", "connected", "ties"
    )
    return list(ties), list(counts)


def computed_whole():
    """The same after everything was computed from all seats."""
    Reading.objects.update(fingerprint="")
    hear()
    return computed()


def tell(chance, clusters, organisations, source):
    """A fact or its correction: other parts, some taken back, tables, another audience, place, day or stage."""
    begins = START + timedelta(days=chance.randint(0, 300))
    parts = [
        ledger.Seat(one.pk, group=chance.choice(["", "", "table 1", "table 2"]), weight=chance.choice([0, 1, 1, 2]))
        for one in chance.sample(organisations, chance.randint(1, len(organisations)))
    ]  # fmt: skip
    ledger.record(
        ledger.Fact(
            source=source,
            cluster=chance.choice(clusters).pk,
            starts_at=begins,
            ends_at=begins,
            parts=parts,
            kind="meetup",
            stage=chance.choice(["happened", "happened", "happened", "planned"]),
            visibility=chance.choice(["public", "members", "managers", "confidential"]),
        )
    )


@pytest.mark.parametrize("seed", range(4))
def test_news_computed_near_equal_all_computed_whole(given, seed, monkeypatch):
    chance = random.Random(seed)
    clusters = [given.cluster("one"), given.cluster("two")]
    organisations = [
        given.organisation(cluster=clusters[n % 2], visibility=["public", "members", "managers"][n % 3])
        for n in range(14)
    ]
    members.relate(organisation=organisations[0], cluster=clusters[1], kind="member")
    members.merge(kept=organisations[1], absorbed=organisations[2])
    members.merge(kept=organisations[3], absorbed=organisations[4])
    read_on()
    for step in range(25):
        sources = [f"fact.{chance.randrange(9)}" for _ in range(chance.randint(1, 3))]
        for source in sources:
            tell(chance, clusters, organisations, source)
        with monkeypatch.context() as now:
            now.setattr(reader, "compute_whole", _never)
            hear(*set(sources))
        near = computed()
        if step % 6 == 0:
            assert computed_whole() == near
    assert near[0], "no tie came of it, so there is nothing to compare"
    assert computed_whole() == near


def _never(*_):
    raise AssertionError("only facts changed, and few")


def test_who_comes_and_many_facts_call_for_the_whole(given, monkeypatch):
    first, second = given.organisation(), given.organisation()
    given.gathering(first, second)
    read_on()
    whole, compute = [], reader.compute_whole
    monkeypatch.setattr(reader, "compute_whole", lambda *told: whole.append(told) or compute(*told))
    given.gathering(first, second)
    read_on()
    assert not whole
    given.organisation()
    read_on()
    assert len(whole) == len(network.AUDIENCES)
    monkeypatch.setattr(reader, "FEW", 1)
    read_on()
    assert len(whole) > len(network.AUDIENCES)


def test_a_line_between_two_touches_no_tie_of_others(given):
    """The negative control: a tie that was wrong before stays wrong, since nobody near it was heard of."""
    first, second, third, fourth = (given.organisation() for _ in range(4))
    given.gathering(first, second)
    given.gathering(third, fourth)
    read_on()
    Tie.objects.filter(a=third).update(weight=9)
    given.gathering(first, second, source="news")
    hear("news")
    assert Tie.objects.filter(a=third, weight=9).exists()
    assert set(Tie.objects.filter(a=first).values_list("weight", flat=True)) == {2.0}
