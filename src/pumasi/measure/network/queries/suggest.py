"""Suggested introductions: whom an organisation should meet, and why, by the formula of the engine.

One-sided, as the asker sees it, for managers' lists and commands; from both sides where pages hand them out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from django.db.models import QuerySet
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation, Tag
from pumasi.engine.introductions import suggest as engine
from pumasi.engine.introductions.everyone import spread
from pumasi.kit.bilingual import read
from pumasi.measure.network import reasons
from pumasi.measure.network.models import Aim, Introduction
from pumasi.measure.network.queries.evidence import Ground, ground

# Reasons that speak of these two; that two types or towns often meet is not reason enough by itself.
OF_THEIR_OWN = {"contact", "series", "topic", "offer", "need"}
# How far down the other side's own list is looked when both directions count.
DEPTH = 20
FEW = 5


@dataclass(frozen=True)
class Reason:
    """One reason with its share of the score (all shares of a suggestion add up to 1).

    `kind`: contact (both met `organisation`), series (they come to the same gatherings), topic, offer (theirs fits
    our need), need (ours fits theirs), types or towns (such pairs meet often here). `label` in both languages,
    empty where the kind says it all.
    """

    kind: str
    share: float
    organisation: Organisation | None = None
    label_ko: str = ""
    label_en: str = ""

    def kept(self) -> dict[str, Any]:
        """The reason as an introduction keeps it."""
        about = (
            {"id": self.organisation.pk} if self.organisation else {"ko": self.label_ko, "en": self.label_en}
        )
        return {"kind": self.kind, "share": round(self.share, 4), **about}


@dataclass
class Suggestion:
    """A candidate with its score and its reasons, the largest first."""

    organisation: Organisation
    score: float
    reasons: list[Reason] = field(default_factory=list)

    def words(self) -> list[dict[str, Any]]:
        """The reasons in the reader's language, without asking the database again."""
        names = {one.organisation.pk: one.organisation for one in self.reasons if one.organisation}
        return reasons.in_words([one.kept() for one in self.reasons], names)


def suggest(cluster: Cluster, audience: str, organisation: int, most: int = 20) -> list[Suggestion]:
    """The best candidates among members that are no partners yet; equal scores go to the lower id."""
    here = ground(cluster, audience)
    if organisation not in here.index:
        return []
    wish = _wish(cluster, here, organisation)
    found = engine.suggest(here.who, here.index[organisation], top=most, wish=wish)
    # Without anything known of either side every score is the floor: then nobody is suggested.
    worth = [(int(c), float(s)) for c, s in zip(found.candidate, found.score, strict=True) if s > 0]
    return _told(here, organisation, worth, wish)


def both_ways(
    cluster: Cluster, audience: str, organisation: int, most: int = 20, left_out: set[int] | None = None
) -> Iterator[Suggestion]:
    """The best candidates for whom the asker is a good candidate too: the harmonic mean of both directions.

    The asker's list is spread out first, so that the week's few do not come from one circle. Each side's scores
    are scaled to a best of 1; who does not find the asker among its own best counts with half
    the lowest of them. They come a few at a time: saying why is half of the work, and few are taken.
    """
    here = ground(cluster, audience)
    if organisation not in here.index:
        return
    node, wish = here.index[organisation], _wish(cluster, here, organisation)
    found = engine.suggest(here.who, node, top=2 * most, wish=wish)
    candidates, scores = spread(here.who, found.candidate[None].astype(np.int32), found.score[None])
    top = float(scores.max(initial=0.0)) or 1.0
    scored = []
    for candidate, score in zip(candidates[0].tolist(), scores[0].tolist(), strict=True):
        if score <= 0 or here.ids[candidate] in (left_out or ()):
            continue
        own, back = score / top, _back(here, candidate, node)
        scored.append((2 * own * back / (own + back), candidate))
    best = sorted(scored, key=lambda one: (-one[0], one[1]))[:most]
    for start in range(0, len(best), FEW):
        few = [(candidate, score) for score, candidate in best[start : start + FEW]]
        yield from _told(here, organisation, few, wish)


def _back(here: Ground, candidate: int, asker: int) -> float:
    """How good the asker is for the candidate, between 0 and 1."""
    theirs = engine.suggest(here.who, candidate, top=DEPTH)
    top = float(theirs.score.max(initial=0.0)) or 1.0
    at = np.flatnonzero(theirs.candidate == asker)
    return float(theirs.score[at[0]] if at.size else theirs.score.min(initial=top) / 2) / top


def _wish(cluster: Cluster, here: Ground, organisation: int) -> engine.Wish:
    """What the organisation says itself: what it aims at, what it offers and looks for."""
    tags = set(aims(cluster, organisation))
    wanted = np.array([1.0 if kind == "tag" and name in tags else 0.0 for kind, name in here.topics])
    return engine.Wish(aims=wanted if wanted.any() else None, match=here.match(organisation))


def _told(
    here: Ground, organisation: int, scored: list[tuple[int, float]], wish: engine.Wish
) -> list[Suggestion]:
    """Candidates with their reasons in words."""
    node = here.index[organisation]
    why_each = engine.reasons_for(here.who, node, [candidate for candidate, _ in scored], wish=wish)
    split = [(candidate, score, why) for (candidate, score), why in zip(scored, why_each, strict=True)]
    wanted = {here.ids[candidate] for candidate, _, _ in split}
    wanted |= {here.ids[contact] for _, _, why in split for contact, _ in why.contacts}
    names = Organisation.objects.in_bulk(wanted)
    found = [
        Suggestion(
            names[here.ids[candidate]],
            score,
            _reasons(here, (organisation, here.ids[candidate]), why, names),
        )
        for candidate, score, why in split
        if here.ids[candidate] in names
    ]
    return [one for one in found if any(reason.kind in OF_THEIR_OWN for reason in one.reasons)]


def _reasons(
    here: Ground,
    pair: tuple[int, int],
    why: engine.Reasons,
    names: dict[int, Organisation],
) -> list[Reason]:
    found = [
        Reason("contact", share, names[here.ids[contact]])
        for contact, share in why.contacts
        if here.ids[contact] in names
    ]
    topics = [(*here.topics[topic], share) for topic, share in why.by_topic]
    found += [_topic(here.tags[name], share) for kind, name, share in topics if kind == "tag"]
    found.append(Reason("series", sum(share for kind, _, share in topics if kind == "series")))
    found += [Reason(kind, share) for kind, share in zip(("types", "towns"), why.kinds, strict=False)]
    if why.match > 0:
        found.append(_match(here, pair, why.match))
    return sorted((one for one in found if one.share > 0), key=lambda one: -one.share)


def _topic(tag: Tag, share: float) -> Reason:
    return Reason(
        "topic", share, label_ko=str(read(tag, "name", "ko")), label_en=str(read(tag, "name", "en"))
    )


def _match(here: Ground, pair: tuple[int, int], share: float) -> Reason:
    """The offer and the need that fit best, in the words of the other side."""
    best: tuple[float, str, Any] = (-1.0, "offer", None)
    for mine, theirs in (("need", "offer"), ("offer", "need")):
        near = here.texts.closeness(here.of(pair[0], mine))
        for at in here.of(pair[1], theirs):
            best = max(best, (float(near[at]), theirs, at), key=lambda one: one[0])
    one = here.listings[best[2]]
    return Reason(
        best[1], share, label_ko=str(read(one, "text", "ko")), label_en=str(read(one, "text", "en"))
    )


def live_aims(cluster: Cluster, organisation: int) -> QuerySet[Aim]:
    """What an organisation is after at present."""
    live = Aim.objects.filter(cluster=cluster, organisation=organisation, until__gte=timezone.localdate())
    return live.order_by("pk")


def aims(cluster: Cluster, organisation: int) -> list[int]:
    """Ids of the tags that an organisation is after at present."""
    return list(live_aims(cluster, organisation).values_list("tag_id", flat=True))


def settled(cluster: Cluster, organisation: int) -> set[int]:
    """Organisations that need no suggestion: already asked, introduced, set aside or known."""
    rows = Introduction.objects.filter(cluster=cluster, asker=organisation).values_list("asked_id", flat=True)
    back = Introduction.objects.filter(cluster=cluster, asked=organisation).exclude(state="suggested")
    return {*rows, *back.values_list("asker_id", flat=True)}
