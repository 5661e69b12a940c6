"""Computing the ties of a cluster for an audience: whole from all its seats, or only where something changed.

Both ways sum a tie from all the gatherings that both ends shared, in order of time, so they give the same to the last bit.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from pumasi.kit.audiences import LEVELS
from pumasi.kit.copying import copy_rows
from pumasi.measure.network import figures
from pumasi.measure.network.models import Reading, Seat, Tie
from pumasi.measure.network.queries.base import Pair, member_rows, shared_by, ties_of

CHANGING = Pair._fields[2:]
# Instants as numbers: reading 14,000 of them as dates took longer than all the rest.
STORED = f"""
SELECT id, a_id, b_id, {", ".join(CHANGING[:-2])}, extract(epoch FROM first_at)::float8, extract(epoch FROM last_at)::float8
FROM network_tie WHERE cluster_id = %s AND audience = %s
"""  # noqa: S608  # names of our own columns
AMONG = " AND a_id = ANY(%s) AND b_id = ANY(%s)"


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
    _keep(cluster, audience, {(t.a, t.b): t for t in ties})
    reading, _ = Reading.objects.get_or_create(
        cluster_id=cluster, audience=audience, defaults={"as_of": timezone.now()}
    )
    reading.gatherings = len(set(rows.sources))
    reading.members, reading.ties = len(ids), len(ties)
    reading.connected = len({end for t in ties for end in (t.a, t.b)})
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
        wanted = {(t.a, t.b): t for t in ties_of(rows, among=near)}
        reading.ties += _keep(cluster, audience, wanted, among=near)
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


def _compared(tie: Pair) -> tuple[float, ...]:
    return (*tie[2:-2], tie.first_at.timestamp(), tie.last_at.timestamp())


def _keep(
    cluster: int, audience: str, wanted: dict[tuple[int, int], Pair], *, among: list[int] | None = None
) -> int:
    """Write only the ties that differ (of those between organisations `among` these); give how many more there are."""
    with connection.cursor() as cursor:
        asked: list[Any] = [cluster, audience] if among is None else [cluster, audience, among, among]
        cursor.execute(STORED if among is None else STORED + AMONG, asked)
        held = {(a, b): (pk, *rest) for pk, a, b, *rest in cursor.fetchall()}
    gone = [row[0] for pair, row in held.items() if pair not in wanted]
    if gone:
        Tie.objects.filter(pk__in=gone).delete()
    fresh = (t for pair, t in wanted.items() if pair not in held)
    copy_rows(Tie, ("cluster", "audience", *Pair._fields), ((cluster, audience, *t) for t in fresh))
    # In one statement: Django's own bulk_update took eighteen times as long for what a conference changes.
    Tie.objects.bulk_create(
        [
            Tie(cluster_id=cluster, audience=audience, a_id=t.a, b_id=t.b, **dict(zip(CHANGING, t[2:], strict=True)))
            for pair, t in wanted.items()
            if pair in held and held[pair][1:] != _compared(t)
        ],
        batch_size=10_000,
        update_conflicts=True,
        unique_fields=["cluster", "audience", "a", "b"],
        update_fields=CHANGING,
    )  # fmt: skip
    return len(wanted) - len(held)
