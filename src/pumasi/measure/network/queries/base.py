"""Rows for the engine: the seats of a cluster's members as an audience may see them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import numpy as np
from django.db import connection

from pumasi.engine.network.incidence import Incidence, incidence
from pumasi.engine.network.projection import Ties, project, spans
from pumasi.kit.audiences import LEVELS

# Sizes of gatherings that a tie is weighed for, beside all of them.
STRIPS = (10, 20, 50)


@dataclass(frozen=True)
class Pairs:
    """Ties as columns: ids of both ends (a < b), weights, shared gatherings, instants of the first and the last of them (UTC)."""

    a: np.ndarray
    b: np.ndarray
    weight: np.ndarray
    weight_10: np.ndarray
    weight_20: np.ndarray
    weight_50: np.ndarray
    gatherings: np.ndarray
    first_at: np.ndarray
    last_at: np.ndarray

    def __len__(self) -> int:
        return len(self.a)


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


# Seats that an audience of a cluster may know of, by the organisation that each lives on in.
SEEN = """
SELECT s.source, s."group", COALESCE(o.merged_into_id, o.id) AS organisation,
       min(s.starts_at) AS starts_at, min(s.kind) AS kind, min(s.series) AS series
FROM network_seat s JOIN members_organisation o ON o.id = s.organisation_id
WHERE (o.id = ANY(%(members)s) OR o.merged_into_id = ANY(%(members)s)) AND s.visibility = ANY(%(levels)s)
  AND (%(cluster)s::bigint IS NULL OR s.visibility = 'public' OR s.cluster_id = %(cluster)s)
  AND (%(since)s::timestamptz IS NULL OR s.starts_at >= %(since)s)
  AND (%(until)s::timestamptz IS NULL OR s.starts_at < %(until)s)
"""
# A table, track or group of a gathering meets by itself. One row for each: as seats they took five times as long to read.
TABLES = """
SELECT source, "group", min(starts_at), min(kind), min(series), string_agg(organisation::text, ',' ORDER BY organisation)
FROM ({seen} GROUP BY 1, 2, 3) seats GROUP BY 1, 2 HAVING count(*) > 1 ORDER BY 3, 1, 2
"""


def member_rows(
    members: list[int],
    audience: str,
    *,
    cluster: int | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    sources: list[str] | None = None,
) -> Rows:
    """Read the seats of `members` that `audience` (of `cluster`) may see, in a window of time or of some facts if given."""
    asked: dict[str, Any] = {
        "members": members, "levels": LEVELS[audience], "cluster": cluster, "since": since, "until": until, "sources": sources,
    }  # fmt: skip
    some = "" if sources is None else "AND s.source = ANY(%(sources)s)"
    with connection.cursor() as cursor:
        cursor.execute(TABLES.format(seen=SEEN + some), asked)
        met = cursor.fetchall()
    return _rows(members, met)


def _rows(members: list[int], met: list[Any]) -> Rows:
    """Tables as they were read, one row of the database each, as one row for each seat."""
    seated = [row[5].split(",") for row in met]
    return Rows(
        members=members,
        gathering=np.repeat(np.arange(len(met)), [len(one) for one in seated]),
        organisation=np.array([pk for one in seated for pk in one], dtype=np.int64),
        sources=[row[0] for row in met],
        when=[row[2] for row in met],
        kinds=[row[3] for row in met],
        series=[row[4] for row in met],
    )


# The same with everybody else at those gatherings, for what leads out of the cluster. Who the audience may not know of is
# left out, inside and outside: a member counted as an outsider would be told of after all.
AROUND = """
SELECT source, "group", min(starts_at), min(kind), min(series), string_agg(organisation::text, ',' ORDER BY organisation)
FROM (
  SELECT s.source, s."group", k.id AS organisation,
         min(s.starts_at) AS starts_at, min(s.kind) AS kind, min(s.series) AS series
  FROM network_seat s JOIN members_organisation o ON o.id = s.organisation_id
  JOIN members_organisation k ON k.id = COALESCE(o.merged_into_id, o.id) AND k.visibility = ANY(%(levels)s)
  WHERE s.visibility = ANY(%(levels)s) AND (s.visibility = 'public' OR s.cluster_id = %(cluster)s)
    AND EXISTS (SELECT FROM network_seat m JOIN members_organisation mo ON mo.id = m.organisation_id
                WHERE m.source = s.source AND (mo.id = ANY(%(members)s) OR mo.merged_into_id = ANY(%(members)s)))
  GROUP BY 1, 2, 3
) seats GROUP BY 1, 2 HAVING count(*) BETWEEN 2 AND %(most)s AND bool_or(organisation = ANY(%(members)s)) ORDER BY 3, 1, 2
"""


def rows_around(members: list[int], audience: str, *, cluster: int, most: int) -> Rows:
    """Read who sat with these members at tables of up to `most` organisations, those of no cluster or another included."""
    asked: dict[str, Any] = {"members": members, "levels": LEVELS[audience], "cluster": cluster, "most": most}
    with connection.cursor() as cursor:
        cursor.execute(AROUND, asked)
        met = cursor.fetchall()
    found = _rows(members, met)
    return replace(found, members=sorted({*members, *found.organisation.tolist()}))


def shared_by(some: list[int], audience: str, *, cluster: int) -> list[str]:
    """Sources of the facts where two or more of these members sat together, as the audience may know."""
    return sorted(set(member_rows(some, audience, cluster=cluster).sources))


def ties_of(rows: Rows, *, among: Iterable[int] | None = None) -> Pairs:
    """Ties of the rows (those between organisations `among` these), each with its first and last day."""
    bipartite = rows.incidence()
    ties = project(bipartite)
    weights = (_weights(ties, project(bipartite, cap=most)) for most in STRIPS)
    first, last = spans(bipartite, ties)
    when = np.array([one.astimezone(UTC).replace(tzinfo=None) for one in rows.when], dtype="datetime64[us]")
    columns = [
        ties.ids[ties.a],
        ties.ids[ties.b],
        ties.weight,
        *weights,
        ties.shared,
        when[first],
        when[last],
    ]
    if among is not None:
        inside = np.isin(ties.ids, list(among))
        columns = [column[inside[ties.a] & inside[ties.b]] for column in columns]
    return Pairs(*columns)


def _weights(every: Ties, some: Ties) -> np.ndarray:
    """The weights of some of the ties, in the order of all of them; 0 for the others."""
    found = np.zeros(len(every))
    found[np.searchsorted(every.key, some.key)] = some.weight
    return found
