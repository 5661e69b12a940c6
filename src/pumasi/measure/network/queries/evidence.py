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
from scipy.sparse import csr_array

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
    return members.live_listings(cluster, audience).filter(
        organisation__in=members.members_of(cluster, audience)
    )


@lru_cache(maxsize=KEPT)
def _worked_out(cluster: Cluster, audience: str, as_of: tuple[Any, ...]) -> Ground:  # noqa: ARG001
    """The ground as things stand; `as_of` names that state, so that it is worked out once for each."""
    rows = member_rows(members.member_ids(cluster, audience), audience, cluster=cluster.pk)
    book = rows.incidence()
    ids = book.participants.tolist()
    index = {pk: at for at, pk in enumerate(ids)}
    # By a query within the query: thousands of ids as parameters took longer than all the arithmetic.
    own = members.members_of(cluster, audience)
    topics, table = _topics(rows, book, _carried(own))
    # Ages in whole days: the same question gives the same answer all day long.
    today = timezone.localdate()
    age = np.array([max(0, (today - when.date()).days) / YEAR for when in rows.when])
    listings = list(_live(cluster, audience).prefetch_related("tags").order_by("pk"))
    return Ground(
        who=introducer(Evidence(book, age, table, _traits(ids, own))),
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


def _carried(own: QuerySet[Organisation]) -> list[tuple[int, int]]:
    """Pairs of an organisation and a tag it carries."""
    found = Organisation.tags.through.objects.filter(organisation__in=own)
    return list(found.order_by("organisation_id", "tag_id").values_list("organisation_id", "tag_id"))


def _topics(
    rows: Rows, book: Incidence, carried: list[tuple[int, int]]
) -> tuple[list[tuple[str, Any]], np.ndarray]:
    """Topics and how much each gathering is about them: half its series, half the tags of those who came."""
    series, code = np.unique(np.array(rows.series, dtype=object), return_inverse=True)
    first = int(series.size > 0 and series[0] == "")
    tags, tag = np.unique(np.array([pk for _, pk in carried], dtype=np.int64), return_inverse=True)
    named = series[first:].tolist()
    table = np.zeros((len(rows.when), len(named) + tags.size))
    in_series = np.flatnonzero(code >= first)
    table[in_series, code[in_series] - first] = 0.5
    # Each organisation is about its tags in equal parts, each gathering about those who came in equal parts.
    who = np.searchsorted(book.participants, [pk for pk, _ in carried])
    share = 1.0 / np.bincount(who, minlength=book.participants.size)[who]
    shape = book.sizes.size, book.participants.size
    present = csr_array(
        (np.repeat(0.5 / np.maximum(book.sizes, 1), book.sizes), book.member, book.start), shape
    )
    about = csr_array((share, (who, tag)), shape=(book.participants.size, tags.size))
    table[:, len(named) :] = (present @ about).toarray()
    return [*(("series", name) for name in named), *(("tag", pk) for pk in tags.tolist())], table


def _traits(ids: list[int], own: QuerySet[Organisation]) -> tuple[np.ndarray, ...]:
    """The type and the town of each organisation as codes, -1 where unknown."""
    told = {
        pk: (kind, city_ko or city_en)
        for pk, kind, city_ko, city_en in own.values_list("pk", "kind", "city_ko", "city_en")
    }
    found = []
    for trait in (0, 1):
        values = [told[pk][trait] if pk in told else "" for pk in ids]
        code = {name: at for at, name in enumerate(sorted(set(values) - {""}))}
        found.append(np.array([code.get(value, -1) for value in values], dtype=np.int32))
    return tuple(found)
