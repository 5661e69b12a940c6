"""Introductions around an event that is to come: whom to meet there, and who else should come."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.engine.introductions import suggest as engine
from pumasi.measure.network.queries import suggest
from pumasi.measure.network.queries.evidence import ground

# Each of those who come speaks for so many others.
SPEAKS_FOR = 15
LISTENED_TO = 80


@dataclass(frozen=True)
class Guest:
    """An organisation that should come: a good new contact for so many of those who do."""

    organisation: Organisation
    good_for: int


def to_meet(cluster: Cluster, mine: int, coming: set[int], most: int = 3) -> list[suggest.Suggestion]:
    """Of those who come and may be named, the ones whom `mine` should meet, with reasons."""
    found = suggest.suggest(cluster, "members", mine, most=200)
    return [one for one in found if one.organisation.pk in coming - {mine}][:most]


def guests(cluster: Cluster, coming: set[int], most: int = 8) -> list[Guest]:
    """Who is not coming yet and would be a good new contact for most of those who are; equals by id."""
    here = ground(cluster, "managers")
    spoken: Counter[int] = Counter()
    for pk in sorted(coming & set(here.index))[:LISTENED_TO]:
        told = engine.suggest(here.who, here.index[pk], top=SPEAKS_FOR)
        spoken.update(here.ids[c] for c, s in zip(told.candidate.tolist(), told.score, strict=True) if s > 0)
    best = sorted(
        ((n, pk) for pk, n in spoken.items() if pk not in coming), key=lambda one: (-one[0], one[1])
    )[:most]
    names = Organisation.objects.in_bulk([pk for _, pk in best])
    return [Guest(names[pk], n) for n, pk in best if pk in names]
