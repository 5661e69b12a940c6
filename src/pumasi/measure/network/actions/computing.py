"""Computing the ties of a cluster for an audience: whole from all its seats, or only where something changed.

Both ways sum a tie from all the gatherings that both ends shared, in order of time, so they give the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import numpy as np
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from pumasi.kit.audiences import LEVELS
from pumasi.kit.copying import copy_numbers
from pumasi.measure.network import figures
from pumasi.measure.network.models import Reading, Seat, Tie
from pumasi.measure.network.queries.base import Pairs, member_rows, shared_by, ties_of

CHANGING = ("weight", "weight_10", "weight_20", "weight_50", "gatherings", "first_at", "last_at")
WANTED = """
CREATE TEMPORARY TABLE network_wanted (
    a bigint, b bigint, weight float8, weight_10 float8, weight_20 float8, weight_50 float8, gatherings int4,
    first_at timestamptz, last_at timestamptz
) ON COMMIT DROP
"""
GONE = """
DELETE FROM network_tie t WHERE cluster_id = %s AND audience = %s {among}
AND NOT EXISTS (SELECT FROM network_wanted w WHERE w.a = t.a_id AND w.b = t.b_id)
"""
# A row that was inserted has no xmax; one that was there has that of its update.
WRITTEN = f"""
INSERT INTO network_tie AS t (cluster_id, audience, a_id, b_id, {", ".join(CHANGING)})
SELECT %s, %s, a, b, {", ".join(CHANGING)} FROM network_wanted
ON CONFLICT (cluster_id, audience, a_id, b_id) DO UPDATE SET {", ".join(f"{name} = excluded.{name}" for name in CHANGING)}
WHERE ({", ".join(f"t.{name}" for name in CHANGING)}) IS DISTINCT FROM ({", ".join(f"excluded.{name}" for name in CHANGING)})
RETURNING xmax = 0 AS fresh
"""  # noqa: S608  # names of our own columns
COUNTED = f"WITH written AS ({WRITTEN}) SELECT count(*) FILTER (WHERE fresh) FROM written"  # noqa: S608
AMONG = "AND a_id = ANY(%s) AND b_id = ANY(%s)"


class Seated(NamedTuple):
    """An organisation (the one it was merged into, if it was) at a table of a fact."""

    source: str
    group: str
    organisation: int
    visibility: str
    cluster: int | None


class News(NamedTuple):
    """Who sat at the touched facts before they were folded anew, and who sits there now."""

    before: list[Seated]
    after: list[Seated]


def tables_at(sources: list[str]) -> list[Seated]:
    """Who sits at these facts."""
    found = Seat.objects.filter(source__in=sources, organisation__isnull=False)
    rows = found.values_list(
        "source", "group", "organisation", "organisation__merged_into", "visibility", "cluster"
    )
    return [
        Seated(source, group, kept or pk, visibility, cluster)
        for source, group, pk, kept, visibility, cluster in rows
    ]


def compute_whole(cluster: int, audience: str, ids: list[int], mark: str) -> None:
    """Compute all ties of the cluster's members `ids`, and the counts that its pages show."""
    rows = member_rows(ids, audience, cluster=cluster)
    ties = ties_of(rows)
    _keep(cluster, audience, ties)
    reading, _ = Reading.objects.get_or_create(
        cluster_id=cluster, audience=audience, defaults={"as_of": timezone.now()}
    )
    reading.gatherings = len(set(rows.sources))
    reading.members, reading.ties = len(ids), len(ties)
    reading.connected = len(np.union1d(ties.a, ties.b))
    reading.fingerprint = mark
    _told(reading)


def compute_near(reading: Reading, ids: list[int], news: News) -> None:
    """Compute only the ties between members `ids` who sat or sit at a table of the news: no other can have changed.

    For the same members as when the reading was taken: its counts move by what comes and goes.
    """
    cluster, audience = reading.cluster_id, reading.audience
    before, after = (_meeting(seats, cluster, audience, ids) for seats in news)
    near = sorted(set().union(*before.values(), *after.values()))
    reading.gatherings += len({source for source, _ in after}) - len({source for source, _ in before})
    if near:
        tied = _tied(cluster, audience, near)
        rows = member_rows(ids, audience, cluster=cluster, sources=shared_by(near, audience, cluster=cluster))
        reading.ties += _keep(cluster, audience, ties_of(rows, among=near), among=near)
        reading.connected += len(_tied(cluster, audience, near)) - len(tied)
    _told(reading)


def _told(reading: Reading) -> None:
    reading.as_of = timezone.now()
    reading.version += 1
    reading.save()
    figures.state_all(reading.cluster, reading)


def _meeting(
    seats: list[Seated], cluster: int, audience: str, ids: Collection[int]
) -> dict[tuple[str, str], set[int]]:
    """Tables where two or more of the members met, as the audience of the cluster may see them."""
    own, found = set(ids), dict[tuple[str, str], set[int]]()
    for seat in seats:
        known = seat.visibility == "public" or seat.cluster == cluster
        if known and seat.visibility in LEVELS[audience] and seat.organisation in own:
            found.setdefault((seat.source, seat.group), set()).add(seat.organisation)
    return {table: present for table, present in found.items() if len(present) > 1}


def _tied(cluster: int, audience: str, some: list[int]) -> set[int]:
    """Those of these organisations that have a tie."""
    ties = Tie.objects.filter(cluster=cluster, audience=audience)
    ends = (ties.filter(Q(**{f"{end}__in": some})).values_list(f"{end}_id", flat=True) for end in ("a", "b"))
    return {pk for end in ends for pk in end.distinct()}


def _keep(cluster: int, audience: str, wanted: Pairs, *, among: list[int] | None = None) -> int:
    """Write only the ties that differ (of those between organisations `among` these); give how many more there are."""
    some = [] if among is None else [among, among]
    with connection.cursor() as cursor:
        cursor.execute(WANTED)
        copy_numbers("network_wanted", vars(wanted))
        cursor.execute(GONE.format(among="" if among is None else AMONG), [cluster, audience, *some])
        gone = cursor.rowcount
        cursor.execute(COUNTED, [cluster, audience])
        fresh = int(cursor.fetchone()[0])
        cursor.execute("DROP TABLE network_wanted")
    return fresh - gone
