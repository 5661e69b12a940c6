"""Reading the book: by horizon, folded over revisions, and as its audience may see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from pumasi.commons.ledger.models import Erased, Line, Part
from pumasi.commons.members.models import Organisation, Relation
from pumasi.kit.audiences import LEVELS

Key = tuple[int | None, int | None, str]


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


def erased(since: int, until: int) -> bool:
    """Say whether facts were taken out in transactions from `since` up to, not including, `until`."""
    return Erased.objects.filter(transaction__gte=since, transaction__lt=until).exists()


def latest_lines(sources: Iterable[str]) -> dict[str, Line]:
    """The last revision of each source."""
    found = Line.objects.filter(source__in=list(sources)).order_by("source", "-revision").distinct("source")
    return {line.source: line for line in found}


def folded(sources: Iterable[str], among: Iterable[Any] | None = None) -> dict[str, dict[Key, float]]:
    """Parts of each source as they stand: for each part the weight of the last revision that names it.

    With `among` (seats) only parts of the organisations and people named there are read.
    """
    parts = Part.objects.filter(line__source__in=list(sources))
    if among is not None:
        seats = list(among)
        people = [seat.person for seat in seats if seat.person]
        alone = [seat.organisation for seat in seats if seat.organisation and not seat.person]
        parts = parts.filter(Q(person__in=people) | Q(person__isnull=True, organisation__in=alone))
    rows = (
        parts.order_by("line__source", "organisation_id", "person_id", "group", "-line__revision")
        .distinct("line__source", "organisation_id", "person_id", "group")
        .values_list("line__source", "organisation_id", "person_id", "group", "weight")
    )
    found: dict[str, dict[Key, float]] = {}
    for source, organisation, person, group, weight in rows:
        if weight > 0:
            found.setdefault(source, {})[(organisation, person, group)] = weight
    return found


# The parts of the facts named by the first two parameters, folded over their revisions, as a sub-query in SQL:
# a reader of ninety thousand parts must not carry each through Python.
STANDING_PARTS = """
SELECT l.source, l.kind, l.cluster_id, l.series, l.starts_at, l.visibility, l.basis, l.stage,
       p.organisation_id, p.person_id, p."group", p.weight
FROM (
    SELECT DISTINCT ON (t.source) t.* FROM ledger_line t WHERE t.source = ANY(%s) ORDER BY t.source, t.revision DESC
) l JOIN (
    SELECT DISTINCT ON (t.source, q.organisation_id, q.person_id, q."group")
           t.source, q.organisation_id, q.person_id, q."group", q.weight
    FROM ledger_part q JOIN ledger_line t ON t.id = q.line_id WHERE t.source = ANY(%s)
    ORDER BY t.source, q.organisation_id, q.person_id, q."group", t.revision DESC
) p ON p.source = l.source
WHERE p.weight > 0
"""


def standing() -> QuerySet[Line]:
    """The last revision of every fact."""
    newer = Line.objects.filter(source=OuterRef("source"), revision__gt=OuterRef("revision"))
    return Line.objects.filter(~Exists(newer))


def seated(organisations: Sequence[int]) -> QuerySet[Part]:
    """For a query of lines: parts of these organisations in the line's fact, as they stand after all its revisions."""
    newer = Part.objects.alias(who=Coalesce("person_id", 0)).filter(
        line__source=OuterRef("line__source"), line__revision__gt=OuterRef("line__revision"),
        organisation=OuterRef("organisation"), group=OuterRef("group"), who=Coalesce(OuterRef("person_id"), 0),
    )  # fmt: skip
    told = Part.objects.filter(
        line__source=OuterRef("source"), organisation__in=list(organisations), weight__gt=0
    )
    return told.filter(~Exists(newer))


def seen_by(audience: str, own: Sequence[int] = (), *, cluster: Any = None) -> QuerySet[Line]:
    """Standing lines that the audience may see; confidential ones only for the parties themselves.

    What is for members or managers is for those of the line's own cluster: give `cluster`, or narrow down to it.
    """
    allowed = Q(visibility__in=LEVELS[audience])
    if cluster is not None:
        allowed = Q(visibility="public") | allowed & Q(cluster=cluster)
    if own:
        allowed |= Q(Exists(seated(own)), visibility="confidential")
    return standing().filter(allowed)


THREAD = """
WITH RECURSIVE told AS (
    SELECT DISTINCT ON (source) source, origin, visibility, cluster_id FROM ledger_line ORDER BY source, revision DESC
), seen AS (
    SELECT source, origin FROM told WHERE visibility = 'public' OR (visibility = ANY(%s) AND cluster_id = %s)
),
thread(source, origin) AS (
    SELECT source, origin FROM seen WHERE source = %s
    UNION
    SELECT seen.source, seen.origin FROM seen JOIN thread ON seen.origin = thread.source OR seen.source = thread.origin
)
SELECT source FROM thread LIMIT 60
"""


def thread_of(source: str, audience: str, cluster: Any) -> list[Line]:
    """The thread a fact belongs to, by stored origins only: what it grew out of and what grew out of it.

    A station that the audience of `cluster` may not see ends the thread; nothing shows through it.
    """
    with connection.cursor() as cursor:
        cursor.execute(THREAD, [LEVELS[audience], cluster.pk, source])
        sources = [row[0] for row in cursor.fetchall()]
    return (
        sorted(latest_lines(sources).values(), key=lambda line: (line.starts_at, line.pk)) if sources else []
    )


def ends(audience: str, cluster: Any, most: int = 12) -> list[Line]:
    """The last stations of the latest threads that the audience of `cluster` may see: grown out of something, and nothing out of them."""
    grown = Line.objects.filter(origin=OuterRef("source"))
    found = seen_by(audience, cluster=cluster).filter(~Exists(grown), cluster=cluster, stage="happened")
    return list(found.exclude(origin="").order_by("-starts_at", "-pk")[:most])


def parties(lines: Iterable[Line], audience: str, cluster: Any) -> dict[str, list[Organisation]]:
    """Organisations that took part in each line and that the audience of `cluster` may see, as (source -> organisations).

    Who only plans to come is known to managers: others learn of it where those who come agreed to be listed.
    """
    sources = [line.source for line in lines if line.stage == "happened" or audience == "managers"]
    held = folded(sources)
    ids = {key[0] for seats in held.values() for key in seats if key[0]}
    here = Relation.objects.filter(organisation=OuterRef("pk"), cluster=cluster)
    seen = Q(visibility="public") | Q(visibility__in=LEVELS[audience]) & Exists(here)
    names = Organisation.objects.filter(seen).in_bulk(list(ids))
    return {
        source: [names[pk] for pk in sorted({key[0] for key in seats if key[0]}) if pk in names]
        for source, seats in held.items()
    }


SHARED = """
WITH told AS (
    SELECT DISTINCT ON (l.source, p.organisation_id, p.person_id, p."group") l.source, p.organisation_id, p.weight, l.stage, l.visibility
    FROM ledger_part p JOIN ledger_line l ON l.id = p.line_id
    WHERE p.organisation_id = ANY(%s) AND (l.cluster_id = %s OR l.visibility = 'public')
    ORDER BY l.source, p.organisation_id, p.person_id, p."group", l.revision DESC
), there AS (
    SELECT DISTINCT source, organisation_id FROM told
    WHERE weight > 0 AND stage = 'happened' AND visibility <> 'confidential'
)
SELECT DISTINCT a.organisation_id, b.organisation_id FROM there a JOIN there b
    ON b.source = a.source AND a.organisation_id < b.organisation_id
"""


def shared_before(organisations: Sequence[int], cluster: int) -> list[tuple[int, int]]:
    """Pairs of these organisations that were at the same gathering before, confidential ones left out; lower id first."""
    with connection.cursor() as cursor:
        cursor.execute(SHARED, [list(set(organisations)), cluster])
        return [(int(a), int(b)) for a, b in cursor.fetchall()]


def attended(names: Sequence[str], *, person: int | None = None) -> list[tuple[Line, int]]:
    """Who took part in what happened under these names, of facts or of series, as (line, person); of one person if given."""
    lines = {
        line.source: line
        for line in standing().filter(Q(source__in=list(names)) | Q(series__in=list(names)), stage="happened")
    }
    rows = Part.objects.filter(line__source__in=lines, person__isnull=False)
    if person is not None:
        rows = rows.filter(person=person)
    last = rows.order_by("line__source", "person_id", "-line__revision").distinct("line__source", "person_id")
    return [
        (lines[source], who)
        for source, who, weight in last.values_list("line__source", "person_id", "weight")
        if weight > 0
    ]
