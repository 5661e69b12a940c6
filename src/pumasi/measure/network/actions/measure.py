"""Measuring a cluster's network beside chance: slow, so the worker does it and pages read what was kept.

What stands in a portrait is defined in docs/numbers.md and computed by `engine/statistics/portrait.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.measure.network.models import Portrait, Reading
from pumasi.measure.network.queries import portraits
from pumasi.measure.network.queries.base import Rows, member_rows
from pumasi.measure.network.queries.portraits import Around

LOCK = 7307
# Years shown beside the whole time; older ones are computed on the command line.
YEARS = 6


def measure(*, cluster: Cluster, audience: str) -> int:
    """Measure the cluster anew for an audience if its ties changed; give the number of windows computed.

    No transaction stays open meanwhile: it would hold back every reader of the ledger.
    """
    reading = Reading.objects.filter(cluster=cluster, audience=audience).first()
    if reading is None or _is_fresh(reading):
        return 0
    with _alone(cluster) as mine:
        return _measure(cluster, audience, reading.version) if mine else 0


def _is_fresh(reading: Reading) -> bool:
    kept = Portrait.objects.filter(
        cluster=reading.cluster_id, audience=reading.audience, window=portraits.ALL
    )
    return kept.filter(version=reading.version, told__edition=portraits.EDITION).exists()


@contextmanager
def _alone(cluster: Cluster) -> Iterator[bool]:
    """One hand at a time: a second one finds the work done when it looks the next time."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [LOCK, cluster.pk])
        mine = bool(cursor.fetchone()[0])
        try:
            yield mine
        finally:
            if mine:
                cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [LOCK, cluster.pk])


def _measure(cluster: Cluster, audience: str, version: int) -> int:
    ids = members.member_ids(cluster, audience)
    whole = member_rows(ids, audience, cluster=cluster.pk)
    around = portraits.around_of(cluster, ids, audience)
    found: dict[str, tuple[str, dict[str, Any]]] = {}
    kinds, computed = portraits.kinds_of(ids), 0
    for window, rows, near in _windows(whole, around, cluster):
        mark = _mark(rows, kinds, near)
        told = _known(cluster, window, mark)
        if told is None:
            told, computed = portraits.portray(rows, kinds, near), computed + 1
        found[window] = (mark, told)
    _keep(cluster, audience, version, found)
    return computed


def _windows(rows: Rows, around: Around, cluster: Cluster) -> Iterator[tuple[str, Rows, Around]]:
    """The whole time, and the last calendar years that have a gathering."""
    yield portraits.ALL, rows, around
    years = sorted({when.astimezone(ZoneInfo(cluster.zone)).year for when in rows.when})
    if len(years) < 2:
        return
    for year in years[-YEARS:]:
        first, last = (
            datetime(y, 1, 1, tzinfo=ZoneInfo(cluster.zone)).astimezone(UTC) for y in (year, year + 1)
        )
        yield str(year), rows.between(first, last), around.between(first, last)


def _mark(rows: Rows, kinds: list[str], around: Around) -> str:
    """A short name for all that goes into a portrait: the same rows are measured once for all audiences."""
    told = hashlib.md5(usedforsecurity=False)
    for one in (rows, around.rows):
        told.update(one.gathering.tobytes() + one.organisation.tobytes())
    said = (
        portraits.EDITION,
        rows.members,
        rows.when,
        rows.kinds,
        rows.series,
        kinds,
        around.inside,
        around.foreign,
    )
    told.update(repr(said).encode())
    return told.hexdigest()


def _known(cluster: Cluster, window: str, mark: str) -> dict[str, Any] | None:
    kept = Portrait.objects.filter(cluster=cluster, window=window, mark=mark).first()
    return kept.told if kept else None


@transaction.atomic
def _keep(
    cluster: Cluster, audience: str, version: int, found: dict[str, tuple[str, dict[str, Any]]]
) -> None:
    Portrait.objects.filter(cluster=cluster, audience=audience).exclude(window__in=found).delete()
    for window, (mark, told) in found.items():
        Portrait.objects.update_or_create(
            cluster=cluster, audience=audience, window=window,
            defaults={"version": version, "mark": mark, "told": told, "as_of": timezone.now()},
        )  # fmt: skip
