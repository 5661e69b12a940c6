"""What introductions in a cluster are worked out from, kept in memory until the network changes.

The engine's formula takes gatherings with their age and topics, and traits of participants. Topics here are the
series that a gathering belongs to and the tags of those who came; traits are the type and the town.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from django.db.models import Count, Max, QuerySet
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Listing, Organisation, Tag
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.formula import Introducer, introducer
from pumasi.engine.introductions.wording import Texts, texts
from pumasi.engine.network.incidence import Incidence
from pumasi.kit.bilingual import read
from pumasi.measure.network.queries.base import Rows, member_rows
from pumasi.measure.network.queries.ties import reading

KEPT = 16
YEAR = 365.25


@dataclass(frozen=True)
class Ground:
    """The formula over a cluster as an audience sees it; `ids` are the organisations behind its indices.

    `topics` names each topic: ("series", its name) or ("tag", its id). `offers` and `needs` hold, for each live
    listing, its index among the texts.
    """

    who: Introducer
    ids: list[int]
    index: dict[int, int]
    topics: list[tuple[str, Any]]
    tags: dict[int, Tag]
    listings: list[Listing]
    texts: Texts

    def of(self, organisation: int, kind: str) -> list[int]:
        """The places of an organisation's offers or needs among the texts."""
        return [
            at
            for at, one in enumerate(self.listings)
            if one.organisation_id == organisation and one.kind == kind
        ]

    def match(self, organisation: int) -> np.ndarray:
        """How well everybody's offers and needs fit those of an organisation, 0 to 1: shape (n,)."""
        found = np.zeros(len(self.ids))
        for mine, theirs in (("need", "offer"), ("offer", "need")):
            near = self.texts.closeness(self.of(organisation, mine))
            for at, one in enumerate(self.listings):
                if one.kind == theirs:
                    place = self.index[one.organisation_id]
                    found[place] = max(found[place], near[at])
        return found


def ground(cluster: Cluster, audience: str) -> Ground:
    """The ground of a cluster's introductions; worked out anew when its ties, listings or tags changed."""
    state = reading(cluster, audience)
    live = _live(cluster, audience).aggregate(n=Count("pk"), last=Max("pk"))
    stands = (state.pk, state.version, state.as_of) if state else ()
    return _worked_out(cluster, audience, (*stands, live["n"], live["last"], timezone.localdate()))


def _live(cluster: Cluster, audience: str) -> QuerySet[Listing]:
    """The offers and needs of members."""
    ids = members.member_ids(cluster, audience)
    return members.live_listings(cluster, audience).filter(organisation__in=ids)


@lru_cache(maxsize=KEPT)
def _worked_out(cluster: Cluster, audience: str, as_of: tuple[Any, ...]) -> Ground:  # noqa: ARG001
    """The ground as things stand; `as_of` names that state, so that it is worked out once for each."""
    rows = member_rows(members.member_ids(cluster, audience), audience, cluster=cluster.pk)
    book = rows.incidence()
    ids = book.participants.tolist()
    index = {pk: at for at, pk in enumerate(ids)}
    topics, table = _topics(rows, book, ids)
    # Ages in whole days: the same question gives the same answer all day long.
    today = timezone.localdate()
    age = np.array([max(0, (today - when.date()).days) / YEAR for when in rows.when])
    listings = list(_live(cluster, audience).prefetch_related("tags").order_by("pk"))
    return Ground(
        who=introducer(Evidence(book, age, table, _traits(ids))),
        ids=ids,
        index=index,
        topics=topics,
        tags=Tag.objects.in_bulk([name for kind, name in topics if kind == "tag"]),
        listings=listings,
        texts=texts(
            [f"{read(one, 'text', 'ko')} {read(one, 'text', 'en')}" for one in listings],
            [[tag.slug for tag in one.tags.all()] for one in listings],
        ),
    )


def _topics(rows: Rows, book: Incidence, ids: list[int]) -> tuple[list[tuple[str, Any]], np.ndarray]:
    """Topics and how much each gathering is about them: half its series, half the tags of those who came."""
    series = sorted(set(rows.series) - {""})
    tags = list(
        Tag.objects.filter(organisations__in=ids).distinct().order_by("pk").values_list("pk", flat=True)
    )
    place = {name: at for at, name in enumerate(series)}
    column = {pk: len(series) + at for at, pk in enumerate(tags)}
    table = np.zeros((len(rows.when), len(series) + len(tags)))
    for gathering, name in enumerate(rows.series):
        if name:
            table[gathering, place[name]] = 0.5
    carried = np.zeros((len(ids), table.shape[1]))
    at = {pk: number for number, pk in enumerate(ids)}
    for organisation, tag in Organisation.tags.through.objects.filter(organisation__in=ids).values_list(
        "organisation_id", "tag_id"
    ):
        carried[at[organisation], column[tag]] = 1.0
    carried /= np.maximum(carried.sum(axis=1, keepdims=True), 1.0)
    if book.member.size and table.shape[1]:
        shared = np.add.reduceat(carried[book.member], book.start[:-1], axis=0)
        table += 0.5 * shared / np.maximum(book.sizes, 1)[:, None]
    return [*(("series", name) for name in series), *(("tag", pk) for pk in tags)], table


def _traits(ids: list[int]) -> tuple[np.ndarray, ...]:
    """The type and the town of each organisation as codes, -1 where unknown."""
    told = {
        pk: (kind, city_ko or city_en)
        for pk, kind, city_ko, city_en in Organisation.objects.filter(pk__in=ids).values_list(
            "pk", "kind", "city_ko", "city_en"
        )
    }
    found = []
    for trait in (0, 1):
        values = [told[pk][trait] for pk in ids]
        code = {name: at for at, name in enumerate(sorted(set(values) - {""}))}
        found.append(np.array([code.get(value, -1) for value in values], dtype=np.int32))
    return tuple(found)
