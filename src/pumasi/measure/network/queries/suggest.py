"""Suggested introductions: whom an organisation should meet, by routes over the contacts both share."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.core.cache import cache

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.measure.network.models import Introduction
from pumasi.measure.network.queries.ties import known_pairs, reading

HUB_DISCOUNT = 0.7
Neighbours = dict[int, dict[int, float]]


@dataclass
class Suggestion:
    """A candidate with its score and the share of each common contact in it (the shares add up to 1)."""

    organisation: Organisation
    score: float
    reasons: list[tuple[Organisation, float]] = field(default_factory=list)


def neighbours(cluster: Cluster, audience: str) -> Neighbours:
    """Every organisation's contacts with the weight of the tie; kept until the ties are computed anew."""
    state = reading(cluster, audience)
    key = f"neighbours.{cluster.pk}.{audience}.{state.version if state else 0}.{state.pk if state else 0}"
    found: Neighbours | None = cache.get(key)
    if found is None:
        found = {}
        for a, b, weight in known_pairs(cluster, audience):
            found.setdefault(a, {})[b] = weight
            found.setdefault(b, {})[a] = weight
        cache.set(key, found, 300)
    return found


def routes(near: Neighbours, query: int) -> dict[int, dict[int, float]]:
    """Score of every candidate, split by common contact.

    A route over contact z is w(q,z) * w(z,c) / strength(z)^0.7 (engine.md): a busy hub vouches for less.
    """
    found: dict[int, dict[int, float]] = {}
    own = near.get(query, {})
    for contact, weight in own.items():
        strength = sum(near[contact].values()) ** HUB_DISCOUNT
        for candidate, further in near[contact].items():
            if candidate != query and candidate not in own:
                found.setdefault(candidate, {})[contact] = weight * further / strength
    return found


def suggest(cluster: Cluster, audience: str, organisation: int, most: int = 20) -> list[Suggestion]:
    """The best candidates among members that are no partners yet; equal scores go to the lower id."""
    scored = routes(neighbours(cluster, audience), organisation)
    allowed = set(members.member_ids(cluster, audience))
    ranked = sorted(
        ((sum(parts.values()), pk, parts) for pk, parts in scored.items() if pk in allowed),
        key=lambda r: (-r[0], r[1]),
    )
    best = ranked[:most]
    ids = {pk for _, pk, parts in best for pk in (pk, *parts)}
    names = Organisation.objects.in_bulk(list(ids))
    return [Suggestion(names[pk], score, _reasons(names, parts, score)) for score, pk, parts in best]


def _reasons(
    names: dict[int, Organisation], parts: dict[int, float], score: float
) -> list[tuple[Organisation, float]]:
    """The contacts that carry the score, the largest share first."""
    ordered = sorted(parts.items(), key=lambda item: (-item[1], item[0]))
    return [(names[pk], value / score) for pk, value in ordered if pk in names]


def settled(cluster: Cluster, organisation: int) -> set[int]:
    """Organisations that need no suggestion: already asked, introduced, set aside or known."""
    rows = Introduction.objects.filter(cluster=cluster, asker=organisation).values_list("asked_id", flat=True)
    back = Introduction.objects.filter(cluster=cluster, asked=organisation).exclude(state="suggested")
    return {*rows, *back.values_list("asker_id", flat=True)}
