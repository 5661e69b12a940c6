"""Suggestions for one organisation, and each one taken apart into reasons that sum to its score."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small
from pumasi.engine.introductions.formula import Introducer
from pumasi.engine.introductions.lift import Lift


@dataclass(frozen=True)
class Suggestions:
    """``candidate`` and ``score``, best first; on equal scores the lower index comes first."""

    candidate: Ints
    score: Reals


@dataclass(frozen=True)
class Reasons:
    """Why a candidate has its score, as shares of how far it stands above the lowest score there can be.

    ``routes``, ``topics``, ``kinds`` (one per trait) and ``match`` sum to 1. ``contacts``: (contact, share), what goes
    over each common contact, largest first, summing to ``routes``; ``by_topic``: (topic, share) likewise for
    ``topics``.
    """

    score: float
    routes: float
    topics: float
    kinds: tuple[float, ...]
    match: float
    contacts: tuple[tuple[int, float], ...]
    by_topic: tuple[tuple[int, float], ...]


@dataclass(frozen=True)
class Wish:
    """What the asker says themselves, beside what the record shows.

    ``closed`` (shape (n,)) flags those who must not be suggested; ``aims`` (shape (K,)) is what they are after,
    in place of the topics of their past; ``match`` (shape (n,), 0 to 1) says how well offers and needs fit.
    """

    closed: Flags | None = None
    aims: Reals | None = None
    match: Reals | None = None


@dataclass(frozen=True)
class _Parts:
    """The factors for every candidate, each shape (n,), before their powers."""

    routes: Reals
    topics: Reals
    kinds: Reals
    match: Reals
    open_to: Flags


def suggest(who: Introducer, node: int, *, top: int = 20, wish: Wish | None = None) -> Suggestions:
    """The best candidates for one participant."""
    parts = _parts(who, node, wish or Wish())
    score = np.where(parts.open_to, _score(who, parts), -1.0)
    count = min(top, int(parts.open_to.sum()))
    order = best(score, count)
    return Suggestions(order, score[order])


def reasons(who: Introducer, node: int, candidate: int, *, wish: Wish | None = None) -> Reasons:
    """The score of one candidate split into shares; give the same ``wish`` as to `suggest`."""
    return next(reasons_for(who, node, [candidate], wish=wish))


def reasons_for(
    who: Introducer, node: int, candidates: Iterable[int], *, wish: Wish | None = None
) -> Iterator[Reasons]:
    """`reasons` for several candidates: what concerns the asker alone is worked out once."""
    told = wish or Wish()
    parts = _parts(who, node, told)
    score = _score(who, parts)
    for candidate in candidates:
        yield _reasons(who, (node, candidate), parts, score, told)


def _reasons(who: Introducer, pair: tuple[int, int], parts: _Parts, score: Reals, told: Wish) -> Reasons:
    (node, candidate), form = pair, who.formula
    routes = float(np.log1p(parts.routes[candidate] / form.routes_floor))
    topics = form.topics_power * float(np.log1p(parts.topics[candidate] / form.topics_floor))
    kinds = [
        power * float(np.log(row[trait.code[candidate]] / row.min()))
        for trait, power, row in _lift_rows(who, node)
    ]
    match = form.match_power * float(np.log1p(parts.match[candidate] / form.match_floor))
    total = routes + topics + sum(kinds) + match or 1.0
    return Reasons(
        score=float(score[candidate]),
        routes=routes / total,
        topics=topics / total,
        kinds=tuple(part / total for part in kinds),
        match=match / total,
        contacts=_shared_out(*_common(who, node, candidate), routes / total),
        by_topic=_shared_out(*_topics(who, node, candidate, told.aims), topics / total),
    )


def best(score: Reals, count: int) -> Ints:
    """Indices of the ``count`` highest scores, best first, lower index first among equals."""
    if count <= 0:
        return np.zeros(0, dtype=np.int64)
    least = np.partition(score, score.size - count)[score.size - count]
    above = np.flatnonzero(score > least)
    level = np.flatnonzero(score == least)[: count - above.size]
    found = np.concatenate([above, level])
    return found[np.lexsort((found, -score[found]))]


def _parts(who: Introducer, node: int, wish: Wish) -> _Parts:
    open_to = who.open_to(node, wish.closed)
    routes, topics = who.routes(node), who.topics(node, wish.aims)
    match = np.zeros(who.size) if wish.match is None else wish.match
    return _Parts(_scaled(routes, open_to), _scaled(topics, open_to), who.kinds(node), match, open_to)


def _scaled(values: Reals, open_to: Flags) -> Reals:
    most = float(values.max(where=open_to, initial=0.0))
    return values * (1.0 / most) if most > 0 else np.zeros_like(values)


def _score(who: Introducer, parts: _Parts) -> Reals:
    form = who.formula
    topics = (parts.topics + form.topics_floor) ** form.topics_power
    match = (1.0 + parts.match / form.match_floor) ** form.match_power
    return np.asarray((parts.routes + form.routes_floor) * topics * parts.kinds * match)


def _lift_rows(who: Introducer, node: int) -> Iterator[tuple[Lift, float, Reals]]:
    for trait, power in zip(who.lifts, who.formula.lift_powers, strict=False):
        yield trait, power, trait.table()[trait.code[node]]


def _common(who: Introducer, node: int, candidate: int) -> tuple[Small, Reals]:
    """The common contacts of two participants and what each adds to R."""
    one, other = who.row(node), who.row(candidate)
    contact, i, j = np.intersect1d(one.to, other.to, assume_unique=True, return_indices=True)
    return contact, one.weight[i] * other.weight[j] / who.strength[contact] ** who.formula.hub


def _topics(who: Introducer, node: int, candidate: int, aims: Reals | None) -> tuple[Ints, Reals]:
    parts = who.wanted(node, aims) * who.activity[candidate]
    return np.arange(parts.size), parts


def _shared_out(what: Ints | Small, parts: Reals, share: float) -> tuple[tuple[int, float], ...]:
    """Parts scaled to sum to the share, largest first, without those that add nothing."""
    total = float(parts.sum())
    order = np.lexsort((what, -parts))
    return tuple((int(what[i]), share * float(parts[i]) / total) for i in order if parts[i] > 0)
