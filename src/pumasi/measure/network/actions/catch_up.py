"""Reading on in the ledger from the bookmark, and computing anew what changed.

The seats are the ledger folded over its revisions; the ties are computed from the seats of a cluster's members.
Both can be thrown away: `rebuild` reads the whole book and must give what catching up gave.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from django.db import connection, transaction
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.kit.copying import copy_rows
from pumasi.measure.network import figures
from pumasi.measure.network.models import Bookmark, Reading, Seat, Tie
from pumasi.measure.network.queries.base import AUDIENCES, LEVELS, Pair, Rows, member_rows, ties_of

Sitting = dict[str, set[int]]
READER = "network"
CHUNK = 5_000
CHANGING = Pair._fields[2:]
# Instants as numbers: reading 14,000 of them as dates took longer than all the rest.
STORED = f"""
SELECT id, a_id, b_id, {", ".join(CHANGING[:-2])}, extract(epoch FROM first_at)::float8, extract(epoch FROM last_at)::float8
FROM network_tie WHERE cluster_id = %s AND audience = %s
"""  # noqa: S608  # names of our own columns
LOCK = 7_301_001


def catch_up(*, clusters: Iterable[int] | None = None) -> int:
    """Read on to the horizon and recompute the clusters that changed; give the number of facts read.

    Catching up twice at once is harmless: the second waits for the first and finds nothing left.
    """
    with transaction.atomic():
        _wait_for_turn()
        bookmark, _ = Bookmark.objects.get_or_create(
            name=READER, defaults={"horizon": 0, "read_at": timezone.now()}
        )
        until = ledger.horizon()
        touched = ledger.news(bookmark.horizon, until)
        # Who sat at an erased fact may be gone with it (its people are), so everybody is computed anew.
        erased = ledger.erased(bookmark.horizon, until)
        sitting = _members_of(touched)
        for sources in _chunks(touched):
            _seat(sources)
        if len(touched) > CHUNK:
            with connection.cursor() as cursor:
                cursor.execute("ANALYZE network_seat")
        after = _members_of(touched)
        sitting = {level: sitting.get(level, set()) | after.get(level, set()) for level in {*sitting, *after}}
        bookmark.horizon, bookmark.read_at = until, timezone.now()
        bookmark.save()
        ledger.heard(before=until)
        refresh(sitting=sitting, clusters=clusters, everybody=erased)
    return len(touched)


def rebuild() -> int:
    """Forget all that was computed and read the whole ledger again. Decisions of people are not touched."""
    with transaction.atomic():
        _wait_for_turn()
        with connection.cursor() as cursor:
            cursor.execute("TRUNCATE network_seat, network_tie")
        Reading.objects.update(fingerprint="")
        Bookmark.objects.filter(name=READER).delete()
    return catch_up()


def _wait_for_turn() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _chunks(sources: list[str]) -> Iterator[list[str]]:
    return (sources[start : start + CHUNK] for start in range(0, len(sources), CHUNK))


SEAT = f"""
INSERT INTO network_seat
    (source, kind, cluster_id, series, starts_at, visibility, basis, organisation_id, person_id, "group", weight)
SELECT source, kind, cluster_id, series, starts_at, visibility, basis, organisation_id, person_id, "group", weight
FROM ({ledger.STANDING_PARTS}) told WHERE told.stage = 'happened'
"""  # noqa: S608  # a constant of the ledger's door, no input


def _seat(sources: list[str]) -> None:
    """Fold these facts anew; only what happened has seats."""
    Seat.objects.filter(source__in=sources).delete()
    with connection.cursor() as cursor:
        cursor.execute(SEAT, [sources, sources])


def _members_of(sources: list[str]) -> Sitting:
    """Organisations that sit at these facts, by the visibility of the fact."""
    found = Seat.objects.filter(source__in=sources, organisation__isnull=False)
    sitting: Sitting = {}
    for visibility, organisation in found.values_list("visibility", "organisation_id").distinct():
        sitting.setdefault(visibility, set()).add(organisation)
    return sitting


def fingerprint(ids: list[int], merged: list[tuple[int, int]]) -> str:
    """A short name for who belongs and who was merged into whom."""
    return hashlib.md5(repr((ids, merged)).encode(), usedforsecurity=False).hexdigest()


def refresh(*, sitting: Sitting, clusters: Iterable[int] | None = None, everybody: bool = False) -> None:
    """Compute the ties of each cluster whose members sit (or sat) at a touched fact, or whose membership changed."""
    merged = sorted(members.merged_pairs())
    lives_on = dict(merged)
    wanted = set(clusters) if clusters is not None else None
    readings = {(r.cluster_id, r.audience): r for r in Reading.objects.all()}
    for cluster in members.clusters():
        if wanted is not None and cluster.pk not in wanted:
            continue
        for audience in AUDIENCES:
            touched = {lives_on.get(pk, pk) for level in LEVELS[audience] for pk in sitting.get(level, ())}
            ids = members.member_ids(cluster, audience)
            mark = fingerprint(ids, merged)
            reading = readings.get((cluster.pk, audience))
            if everybody or reading is None or reading.fingerprint != mark or touched.intersection(ids):
                _recompute(cluster.pk, audience, member_rows(ids, audience, cluster=cluster.pk), mark)


def _recompute(cluster: int, audience: str, rows: Rows, mark: str) -> None:
    """Bring the ties of a cluster for an audience up to date, and the counts that its pages show."""
    ties = ties_of(rows)
    _keep(cluster, audience, {(t.a, t.b): t for t in ties})
    reading, _ = Reading.objects.get_or_create(
        cluster_id=cluster, audience=audience, defaults={"as_of": timezone.now()}
    )
    reading.as_of = timezone.now()
    reading.gatherings = len(set(rows.sources))
    reading.members, reading.ties = len(rows.members), len(ties)
    reading.connected = len({end for t in ties for end in (t.a, t.b)})
    reading.fingerprint = mark
    reading.version += 1
    reading.save()
    figures.state_all(reading.cluster, reading)


def _compared(tie: Pair) -> tuple[float, ...]:
    return (*tie[2:-2], tie.first_at.timestamp(), tie.last_at.timestamp())


def _keep(cluster: int, audience: str, wanted: dict[tuple[int, int], Pair]) -> None:
    """Write only the ties that differ: one new gathering touches a few, not the whole cluster."""
    with connection.cursor() as cursor:
        cursor.execute(STORED, [cluster, audience])
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
