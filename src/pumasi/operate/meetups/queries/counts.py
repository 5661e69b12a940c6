"""How many gatherings a year had, under four rules side by side: the number alone says little.

Read from the participation record, whoever told it, so that imported years count like those run here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import connection

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.audiences import LEVELS
from pumasi.kit.dates import Span
from pumasi.operate.meetups.models import Event

# Up to this many organisations a gathering is small enough to tie those who come; the network's headline uses it too.
SMALL = 20
KINDS = [kind for kind in Event.Kind.values if kind != "visit"]
COUNTED = """
WITH told AS (
    SELECT DISTINCT ON (l.source) l.source, l.id, l.stage, l.kind, l.visibility
    FROM ledger_line l WHERE l.cluster_id = %(cluster)s AND l.starts_at >= %(since)s AND l.starts_at < %(until)s
    ORDER BY l.source, l.revision DESC
), happened AS (
    SELECT source FROM told WHERE stage = 'happened' AND kind = ANY(%(kinds)s) AND visibility = ANY(%(levels)s)
), seats AS (
    SELECT DISTINCT ON (l.source, p.organisation_id, p.person_id, p."group") l.source, p.organisation_id, p.person_id, p.weight
    FROM ledger_part p JOIN ledger_line l ON l.id = p.line_id JOIN happened h ON h.source = l.source
    ORDER BY l.source, p.organisation_id, p.person_id, p."group", l.revision DESC
), sizes AS (
    SELECT s.source, count(DISTINCT s.organisation_id) AS organisations,
           count(DISTINCT s.organisation_id) FILTER (WHERE o.kind = 'company') AS companies, count(*) AS people
    FROM seats s LEFT JOIN members_organisation o ON o.id = s.organisation_id WHERE s.weight > 0 GROUP BY s.source
)
SELECT (SELECT count(*) FROM happened),
       count(*) FILTER (WHERE organisations >= 2), count(*) FILTER (WHERE companies >= 2),
       count(*) FILTER (WHERE organisations BETWEEN 2 AND %(small)s), COALESCE(sum(people), 0)
FROM sizes
"""


@dataclass(frozen=True)
class Year:
    """Gatherings of a year: all, with two or more organisations, with two or more companies, small enough to tie."""

    year: int
    every: int
    between_organisations: int
    between_companies: int
    small: int
    attendances: int
    members: int

    @property
    def per_member(self) -> float | None:
        """Gatherings for each member organisation: a raw count says nothing between clusters of different size."""
        return self.every / self.members if self.members else None


def year_of(cluster: Cluster, audience: str, year: int) -> Year:
    """Count a calendar year there, as the audience may see it."""
    span = Span.of_year(year, cluster.zone)
    with connection.cursor() as cursor:
        cursor.execute(
            COUNTED,
            {
                "cluster": cluster.pk, "since": span.start, "until": span.end, "kinds": KINDS,
                "levels": LEVELS[audience], "small": SMALL,
            },
        )  # fmt: skip
        row = cursor.fetchone()
    every, organisations, companies, small, seats = (int(value) for value in row)
    here = len(members.member_ids(cluster, audience))
    return Year(year, every, organisations, companies, small, seats, here)


def years(cluster: Cluster, audience: str) -> list[int]:
    """Years that have a gathering, the latest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(starts_at), max(starts_at) FROM ledger_line WHERE cluster_id = %s AND stage = 'happened' "
            "AND visibility = ANY(%s)",
            [cluster.pk, LEVELS[audience]],
        )
        first, last = cursor.fetchone()
    if not first:
        return []
    return list(range(_year(last, cluster), _year(first, cluster) - 1, -1))


def _year(at: datetime, cluster: Cluster) -> int:
    return at.astimezone(ZoneInfo(cluster.zone)).year
