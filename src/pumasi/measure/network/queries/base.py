"""Rows for the engine: the seats of a cluster's members as an audience may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

import numpy as np
from django.db import connection

from pumasi.engine.network.incidence import Incidence, incidence
from pumasi.engine.network.projection import Ties, project

AUDIENCES = ("public", "members", "managers")
LEVELS = {
    "public": ["public"],
    "members": ["public", "members"],
    "managers": ["public", "members", "managers"],
}

# Sizes of gatherings that a tie is weighed for, beside all of them.
STRIPS = (10, 20, 50)


class Pair(NamedTuple):
    """A tie with the days of the first and the last shared gathering."""

    a: int
    b: int
    weight: float
    weight_10: float
    weight_20: float
    weight_50: float
    gatherings: int
    first_at: datetime
    last_at: datetime


@dataclass
class Rows:
    """Seats of members, one row for a member at a gathering (or at its table, where tables are known).

    `gathering` indexes `sources`; `when` holds the start of each gathering; only gatherings with two or more members.
    """

    members: list[int]
    gathering: np.ndarray
    organisation: np.ndarray
    sources: list[str]
    when: list[datetime]
    kinds: list[str]
    series: list[str]

    def incidence(self) -> Incidence:
        """The bipartite form that the engine reads; every member is there, also those without a seat."""
        return incidence(
            self.gathering, self.organisation, participants=np.asarray(self.members, dtype=np.int64)
        )

    def between(self, first: datetime, last: datetime) -> Rows:
        """The same members at the gatherings from `first` up to, but not on, `last`."""
        keep = np.array([first <= when < last for when in self.when], dtype=bool)
        index = np.cumsum(keep) - 1
        rows = keep[self.gathering] if len(self.gathering) else np.zeros(0, dtype=bool)

        def kept(values: list[Any]) -> list[Any]:
            return [value for value, inside in zip(values, keep, strict=True) if inside]

        return Rows(
            members=self.members,
            gathering=index[self.gathering[rows]],
            organisation=self.organisation[rows],
            sources=kept(self.sources),
            when=kept(self.when),
            kinds=kept(self.kinds),
            series=kept(self.series),
        )


# A table, track or group of a gathering meets by itself; a merged organisation sits as the one it was merged into.
SEATS = """
SELECT s.source, s."group", COALESCE(o.merged_into_id, o.id) AS organisation, s.starts_at, s.kind, s.series
FROM network_seat s JOIN members_organisation o ON o.id = s.organisation_id
WHERE s.organisation_id = ANY(ARRAY(
        SELECT id FROM members_organisation WHERE id = ANY(%s) UNION SELECT id FROM members_organisation WHERE merged_into_id = ANY(%s)
      )) AND s.visibility = ANY(%s)
  AND (%s::bigint IS NULL OR s.visibility = 'public' OR s.cluster_id = %s)
  AND (%s::timestamptz IS NULL OR s.starts_at >= %s) AND (%s::timestamptz IS NULL OR s.starts_at < %s)
GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY s.starts_at, 1, 2, 3
"""


def member_rows(
    members: list[int],
    audience: str,
    *,
    cluster: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> Rows:
    """Read the seats of `members` that `audience` (of `cluster`) may see, in a window of time if given."""
    with connection.cursor() as cursor:
        cursor.execute(
            SEATS, [members, members, LEVELS[audience], cluster, cluster, since, since, until, until]
        )
        found = cursor.fetchall()
    tables: dict[tuple[str, str], list[tuple[int, datetime, str, str]]] = {}
    for source, group, *seat in found:
        tables.setdefault((source, group), []).append(tuple(seat))
    met = {key: seats for key, seats in tables.items() if len({seat[0] for seat in seats}) > 1}
    gathering = np.array([index for index, seats in enumerate(met.values()) for _ in seats], dtype=np.int64)
    organisation = np.array([seat[0] for seats in met.values() for seat in seats], dtype=np.int64)
    return Rows(
        members=members,
        gathering=gathering,
        organisation=organisation,
        sources=[source for source, _ in met],
        when=[seats[0][1] for seats in met.values()],
        kinds=[seats[0][2] for seats in met.values()],
        series=[seats[0][3] for seats in met.values()],
    )


def ties_of(rows: Rows) -> list[Pair]:
    """Ties of the rows, each with its first and last day."""
    if not len(rows.gathering):
        return []
    bipartite = rows.incidence()
    ties = project(bipartite)
    first, last = _days(rows)
    ends = zip(ties.ids[ties.a].tolist(), ties.ids[ties.b].tolist(), strict=True)
    weights = (_weights(ties, project(bipartite, cap=most)).tolist() for most in STRIPS)
    return [
        Pair(a, b, weight, ten, twenty, fifty, shared, first[(a, b)], last[(a, b)])
        for (a, b), weight, shared, ten, twenty, fifty in zip(
            ends, ties.weight.tolist(), ties.shared.tolist(), *weights, strict=True
        )
    ]


def _weights(every: Ties, some: Ties) -> np.ndarray:
    """The weights of some of the ties, in the order of all of them; 0 for the others."""
    found = np.zeros(len(every))
    found[np.searchsorted(every.key, some.key)] = some.weight
    return found


def _days(rows: Rows) -> tuple[dict[tuple[int, int], datetime], dict[tuple[int, int], datetime]]:
    """First and last day of each pair. The rows come in order of time, so the last one written is the latest."""
    first: dict[tuple[int, int], datetime] = {}
    last: dict[tuple[int, int], datetime] = {}
    if not len(rows.gathering):
        return first, last
    starts = np.flatnonzero(np.r_[True, rows.gathering[1:] != rows.gathering[:-1]])
    groups = np.split(rows.organisation, starts[1:])
    for when, seated in zip(rows.when, groups, strict=True):
        ordered = sorted(set(seated.tolist()))
        for position, a in enumerate(ordered):
            for b in ordered[position + 1 :]:
                first.setdefault((a, b), when)
                last[(a, b)] = when
    return first, last
