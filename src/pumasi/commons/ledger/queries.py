"""Reading the book: by horizon, folded over revisions, and as its audience may see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from pumasi.commons.ledger.models import Erased, Line, Part
from pumasi.commons.members.models import Organisation

Key = tuple[int | None, int | None, str]
LEVELS = {"public": ["public"], "members": ["public", "members"], "managers": ["public", "members", "managers"]}


def horizon() -> int:
    """The first transaction that might still be open: every one before it is finished and can be read for good."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_snapshot_xmin(pg_current_snapshot())::text")
        return int(cursor.fetchone()[0])


def news(since: int, until: int) -> list[str]:
    """Sources of the facts told (or taken out) in transactions from `since` up to, not including, `until`."""
    window = {"transaction__gte": since, "transaction__lt": until}
    told = Line.objects.filter(**window).values_list("source", flat=True).distinct()
    gone = Erased.objects.filter(**window).values_list("source", flat=True).distinct()
    return sorted({*told, *gone})


def latest_lines(sources: Iterable[str]) -> dict[str, Line]:
    """The last revision of each source."""
    found = Line.objects.filter(source__in=list(sources)).order_by("source", "-revision").distinct("source")
    return {line.source: line for line in found}


def folded(sources: Iterable[str]) -> dict[str, dict[Key, float]]:
    """Parts of each source as they stand: for each part the weight of the last revision that names it."""
    rows = (
        Part.objects.filter(line__source__in=list(sources))
        .order_by("line__source", "organisation_id", "person_id", "group", "-line__revision")
        .distinct("line__source", "organisation_id", "person_id", "group")
        .values_list("line__source", "organisation_id", "person_id", "group", "weight")
    )
    found: dict[str, dict[Key, float]] = {}
    for source, organisation, person, group, weight in rows:
        if weight > 0:
            found.setdefault(source, {})[(organisation, person, group)] = weight
    return found


def standing() -> QuerySet[Line]:
    """The last revision of every fact."""
    newer = Line.objects.filter(source=OuterRef("source"), revision__gt=OuterRef("revision"))
    return Line.objects.filter(~Exists(newer))


def seen_by(audience: str, own: Sequence[int] = ()) -> QuerySet[Line]:
    """Standing lines that the audience may see; confidential ones only for the parties themselves."""
    allowed = Q(visibility__in=LEVELS[audience])
    if own:
        mine = Part.objects.filter(line__source=OuterRef("source"), organisation__in=list(own), weight__gt=0)
        allowed |= Q(visibility="confidential") & Exists(mine)
    return standing().filter(allowed)


THREAD = """
WITH RECURSIVE told AS (
    SELECT DISTINCT ON (source) source, origin, visibility FROM ledger_line ORDER BY source, revision DESC
), seen AS (SELECT source, origin FROM told WHERE visibility = ANY(%s)),
thread(source, origin) AS (
    SELECT source, origin FROM seen WHERE source = %s
    UNION
    SELECT seen.source, seen.origin FROM seen JOIN thread ON seen.origin = thread.source OR seen.source = thread.origin
)
SELECT source FROM thread LIMIT 60
"""


def thread_of(source: str, audience: str) -> list[Line]:
    """The thread a fact belongs to, by stored origins only: what it grew out of and what grew out of it.

    A station that the audience may not see ends the thread; nothing shows through it.
    """
    with connection.cursor() as cursor:
        cursor.execute(THREAD, [LEVELS[audience], source])
        sources = [row[0] for row in cursor.fetchall()]
    return sorted(latest_lines(sources).values(), key=lambda line: (line.starts_at, line.pk)) if sources else []


def parties(lines: Iterable[Line], audience: str) -> dict[str, list[Organisation]]:
    """Organisations that took part in each line and that the audience may see, as (source -> organisations)."""
    sources = [line.source for line in lines]
    held = folded(sources)
    ids = {key[0] for seats in held.values() for key in seats if key[0]}
    names = Organisation.objects.filter(visibility__in=LEVELS[audience]).in_bulk(list(ids))
    return {
        source: [names[pk] for pk in sorted({key[0] for key in seats if key[0]}) if pk in names]
        for source, seats in held.items()
    }
