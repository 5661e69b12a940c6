"""The map as the page's script gets it: the strongest edges, kept packed until something on it changes."""

from __future__ import annotations

import gzip
import json
import random

import numpy as np
import pytest
from django.urls import reverse
from django.utils import timezone

from pumasi.measure.network.models import Tie
from pumasi.measure.network.queries import maps
from security.reading import read_on

pytestmark = pytest.mark.django_db


def strongest_by_hand(ties):
    """Row by row, the strongest first: an edge stays while either end has drawn fewer than the few."""
    drawn, kept = {}, []
    for a, b, weight in sorted(ties, key=lambda tie: (-tie[2], tie[0], tie[1])):
        drawn[a], drawn[b] = drawn.get(a, 0) + 1, drawn.get(b, 0) + 1
        if min(drawn[a], drawn[b]) <= maps.DRAWN:
            kept.append((a, b, weight))
    return kept, drawn


def test_the_strongest_few_of_either_end_are_drawn():
    chance = random.Random(20190708)
    pairs = {tuple(sorted(chance.sample(range(40), 2))) for _ in range(500)}
    told = [(a, b, chance.choice([0.25, 0.5, 1.0]), 1, 0) for a, b in sorted(pairs)]
    chance.shuffle(told)
    kind = [("a", "i8"), ("b", "i8"), ("weight", "f8"), ("gatherings", "i4"), ("first", "i4")]
    edges, degree = maps._strongest(np.array(told, dtype=kind))
    kept, by_hand = strongest_by_hand([tie[:3] for tie in told])
    assert [(e["source"], e["target"], e["weight"]) for e in edges] == kept
    assert len(kept) < len(told)
    assert degree == by_hand
    assert edges[0]["first"] == "1970-01-01"


def test_the_map_tells_what_the_ties_tell(given):
    a, b, alone = given.organisation(), given.organisation(), given.organisation()
    given.gathering(a, b)
    read_on()
    told = maps.map_of(given.cluster(), "members", "ko")
    tie = Tie.objects.get(audience="members")
    assert told["edges"] == [
        {
            "source": a.pk,
            "target": b.pk,
            "weight": 1.0,
            "count": 1,
            "first": f"{timezone.localtime(tie.first_at).date()}",
        }
    ]
    assert [node["id"] for node in told["nodes"] if node["isolate"]] == [alone.pk]
    assert maps.map_of(given.cluster(), "public", "ko")["edges"] == []


def test_who_has_the_map_is_told_that_it_holds_until_a_name_or_a_tie_changes(given, client):
    a, b = given.organisation(), given.organisation()
    given.gathering(a, b, visibility="public")
    read_on()
    address = reverse("network:map", kwargs={"cluster": given.cluster().slug})
    first = client.get(address, headers={"Accept-Encoding": "gzip"})
    assert first["Content-Encoding"] == "gzip"
    assert "private" in first["Cache-Control"]
    assert json.loads(gzip.decompress(first.content)) == client.get(address).json()

    again = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    type(a).objects.filter(pk=a.pk).update(name_ko="새 이름", short_name_ko="")
    renamed = client.get(address, headers={"If-None-Match": first["ETag"]})
    assert renamed.status_code == 200
    assert "새 이름" in [node["label"] for node in renamed.json()["nodes"]]
    given.gathering(a, b, visibility="public")
    read_on()
    assert client.get(address, headers={"If-None-Match": renamed["ETag"]}).json()["edges"][0]["count"] == 2


def test_each_audience_has_its_own_map(given, client):
    a, b = given.organisation(), given.organisation()
    given.gathering(a, b, visibility="members")
    read_on()
    address = reverse("network:map", kwargs={"cluster": given.cluster().slug})
    visitor = client.get(address)
    client.force_login(given.user("organisation_admin", organisation=a))
    member = client.get(address, headers={"If-None-Match": visitor["ETag"]})
    assert (len(visitor.json()["edges"]), len(member.json()["edges"])) == (0, 1)
