"""Reading on in the ledger from the bookmark, and computing anew what changed.

The seats are the ledger folded over its revisions; the ties are computed from the seats of a cluster's members
(computing.py).
Both can be thrown away: `rebuild` reads the whole book and must give what catching up gave.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from django.db import connection, transaction
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.kit.audiences import AUDIENCES, LEVELS
from pumasi.measure.network.actions.computing import News, compute_near, compute_whole, tables_at
from pumasi.measure.network.models import Bookmark, Reading, Seat

Sitting = dict[str, set[int]]
READER = "network"
CHUNK = 5_000
# Up to so many facts, only the ties between who sits there are computed.
FEW = 200
LOCK = 7_301_001


def catch_up() -> int:
    """Read on to the horizon and recompute what changed; give the number of facts read.

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
        few = len(touched) <= FEW and not erased
        sitting, before = _members_of(touched), tables_at(touched) if few else None
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
        news = None if before is None else News(before, tables_at(touched))
        refresh(sitting=sitting, news=news, everybody=erased)
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


def refresh(*, sitting: Sitting, news: News | None, everybody: bool = False) -> None:
    """Bring each cluster up to date whose members sit (or sat) at a touched fact, or whose membership changed.

    Where only facts changed and they are few, `news` tells them, and no tie is computed but those between who sits there.
    """
    merged = sorted(members.merged_pairs())
    lives_on = dict(merged)
    readings = {(r.cluster_id, r.audience): r for r in Reading.objects.all()}
    for cluster in members.clusters():
        for audience in AUDIENCES:
            touched = {lives_on.get(pk, pk) for level in LEVELS[audience] for pk in sitting.get(level, ())}
            ids = members.member_ids(cluster, audience)
            mark = fingerprint(ids, merged)
            reading = readings.get((cluster.pk, audience))
            if everybody or reading is None or reading.fingerprint != mark:
                compute_whole(cluster.pk, audience, ids, mark)
            elif touched.intersection(ids):
                if news is None:
                    compute_whole(cluster.pk, audience, ids, mark)
                else:
                    compute_near(reading, ids, news)
