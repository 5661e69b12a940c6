"""Hours of use, counted from sessions: by organisation, class, zone, scenario and month, with both denominators of utilisation.

Zone-hours count an hour of a zone once, however many share it; organisation-hours count it for each organisation.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection, transaction
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit.dates import Span, months_between, zone_of
from pumasi.operate.facilities.models import Closure, Facility, PriceClass
from pumasi.operate.facilities.queries.hours import Hours, Stretch, total, within, without
from pumasi.operate.facilities.queries.tree import Tree, bookable

# Sessions of these facilities within the window, cut to it; those still open end now. Read once for all that is counted of them.
TOLD = """
CREATE TEMPORARY TABLE told ON COMMIT DROP AS
SELECT *, (extract(epoch FROM ended - began) / 3600)::float8 AS hours FROM (
    SELECT s.id, s.facility_id, s.organisation_id, s.price_class_id, s.whole, s.scenarios,
           greatest(s.started_at, %(start)s) AS began, least(coalesce(s.ended_at, %(now)s), %(end)s) AS ended
    FROM facilities_session s
    WHERE s.cluster_id = %(cluster)s AND s.facility_id = ANY(%(facilities)s)
      AND tstzrange(s.started_at, s.ended_at) && tstzrange(%(start)s, %(end)s)
) used WHERE ended > began
"""
SUMS = """
SELECT count(*), coalesce(sum(hours), 0), coalesce(sum(hours) FILTER (WHERE whole), 0),
       coalesce(sum(hours) FILTER (WHERE organisation_id IS NULL), 0),
       coalesce(sum(hours * (1 + coalesce(along.n, 0))) FILTER (WHERE organisation_id IS NOT NULL), 0)
FROM told LEFT JOIN (
    SELECT session_id, count(*) AS n FROM facilities_session_partners WHERE session_id IN (SELECT id FROM told) GROUP BY 1
) along ON along.session_id = told.id
"""
# Each organisation of a session counts its hours: who booked, and those who came along.
BY_ORGANISATION = """
SELECT who, sum(hours), count(*) FROM (
    SELECT organisation_id AS who, hours FROM told WHERE organisation_id IS NOT NULL
    UNION ALL SELECT p.organisation_id, hours FROM told JOIN facilities_session_partners p ON p.session_id = told.id
) each GROUP BY who ORDER BY 2 DESC, who
"""
BY_CLASS = "SELECT price_class_id, sum(hours), count(*) FROM told GROUP BY 1 ORDER BY 2 DESC"
# Hours of each zone, an hour once: overlapping sessions are joined before they are added.
BY_ZONE = """
SELECT facility_id, sum(hours), count(*),
       (SELECT sum(extract(epoch FROM upper(r) - lower(r)) / 3600) FROM unnest(range_agg(tstzrange(began, ended))) r)
FROM told GROUP BY facility_id
"""
# Hours of the zones that can be used by themselves: the use of a whole is a use of each zone below it, an hour of a zone once.
ZONE_HOURS = """
SELECT coalesce(sum(hours), 0) FROM (
    SELECT (SELECT sum(extract(epoch FROM upper(r) - lower(r)) / 3600) FROM unnest(range_agg(tstzrange(began, ended))) r) AS hours
    FROM told JOIN unnest(%(from)s::bigint[], %(to)s::bigint[], %(all)s::bool[]) AS lies(used, zone, below)
      ON lies.used = told.facility_id AND (told.whole OR NOT lies.below)
    GROUP BY lies.zone
) each
"""
BY_SCENARIO = """
SELECT tag, sum(hours), count(*) FROM told, jsonb_array_elements_text(scenarios) tag GROUP BY tag ORDER BY 2 DESC, tag
"""
# Months there: a session over midnight of the last day belongs to both, each with its part.
BY_MONTH = """
WITH there AS (
    SELECT began, ended, hours, date_trunc('month', began AT TIME ZONE %(zone)s) AS first,
           date_trunc('month', (ended - interval '1 microsecond') AT TIME ZONE %(zone)s) AS last
    FROM told
)
SELECT to_char(m, 'YYYY-MM'), sum(hours), count(*) FROM (
    SELECT first AS m, hours FROM there WHERE first = last
    UNION ALL
    SELECT m, extract(epoch FROM least(ended, (m + interval '1 month') AT TIME ZONE %(zone)s)
                                 - greatest(began, m AT TIME ZONE %(zone)s))::float8 / 3600
    FROM there, generate_series(first, last, interval '1 month') m WHERE first < last
) each GROUP BY m ORDER BY m
"""
# Hours of the week (0 is Monday) there: each session is cut into real hours, so that a night of the clock change keeps its own.
BY_HOUR = """
SELECT extract(isodow FROM h AT TIME ZONE %(zone)s)::int - 1, extract(hour FROM h AT TIME ZONE %(zone)s)::int,
       sum(extract(epoch FROM least(ended, h + interval '1 hour') - greatest(began, h))::float8) / 3600
FROM told, generate_series(date_trunc('hour', began, %(zone)s), ended - interval '1 microsecond', interval '1 hour') h
GROUP BY 1, 2
"""
BOOKED = """
SELECT coalesce(sum(hours), 0), coalesce(sum(hours) FILTER (WHERE missed), 0), count(*), count(*) FILTER (WHERE missed) FROM (
    SELECT (extract(epoch FROM least(i.ends_at, %(end)s) - greatest(i.starts_at, %(start)s)) / 3600)::float8 AS hours,
           b.state = 'no_show' AS missed
    FROM facilities_bookingitem i JOIN facilities_booking b ON b.id = i.booking_id
    WHERE b.cluster_id = %(cluster)s AND i.facility_id = ANY(%(facilities)s) AND b.state IN ('confirmed', 'used', 'no_show')
      AND tstzrange(i.starts_at, i.ends_at) && tstzrange(%(start)s, %(end)s)
) booked
"""


class Row(NamedTuple):
    """A line of the report: what, its hours, how many sessions, and for a zone its hours counted once."""

    key: Any
    name: Any
    hours: float
    sessions: int
    once: float = 0.0


@dataclass
class Report:
    """Hours of use in a window, and what they are a share of; all in hours."""

    facility: Facility | None
    first: date
    last: date
    sessions: int = 0
    hours: float = 0.0
    exclusive: float = 0.0
    unknown: float = 0.0
    organisation_hours: float = 0.0
    zone_hours: float = 0.0
    scheduled: float = 0.0
    planned_off: float = 0.0
    broken_down: float = 0.0
    booked: float = 0.0
    missed: float = 0.0
    bookings: int = 0
    bookings_missed: int = 0
    organisations: list[Row] = field(default_factory=list)
    classes: list[Row] = field(default_factory=list)
    zones: list[Row] = field(default_factory=list)
    scenarios: list[Row] = field(default_factory=list)
    months: list[Row] = field(default_factory=list)
    heat: dict[tuple[int, int], float] = field(default_factory=dict)

    @property
    def users(self) -> int:
        """Distinct organisations that used it; residents are another counter."""
        return len(self.organisations)

    @property
    def available(self) -> float:
        """Scheduled hours less planned closures: what breakdowns took is not taken off (IRIS+ PI5743)."""
        return self.scheduled - self.planned_off

    @property
    def usable(self) -> float:
        """Scheduled hours less planned closures and breakdowns."""
        return self.available - self.broken_down

    @property
    def a_month(self) -> float:
        """Hours of an average month of the window."""
        return self.hours / max(1, len(months_between(self.first, self.last)))

    @property
    def concentration(self) -> float | None:
        """Herfindahl–Hirschman index of organisations' hours, 0 to 1; None where users are not known."""
        whole = sum(row.hours for row in self.organisations)
        return sum((row.hours / whole) ** 2 for row in self.organisations) if whole else None

    @property
    def knows_users(self) -> bool:
        """Say whether it is known who used it; if not, no hours per organisation are shown."""
        return self.hours > 0 and self.unknown == 0

    def share(self, part: float, whole: float) -> float | None:
        """A share, or None where there is nothing to be a share of."""
        return part / whole if whole > 0 else None

    @property
    def utilisation(self) -> float | None:
        """Used of available hours."""
        return self.share(self.zone_hours, self.available)

    @property
    def utilisation_usable(self) -> float | None:
        """Used of available hours without those that breakdowns took."""
        return self.share(self.zone_hours, self.usable)

    @property
    def booking_rate(self) -> float | None:
        """Booked of available hours."""
        return self.share(self.booked, self.available)

    @property
    def no_show(self) -> float | None:
        """Hours booked and not used, of hours booked."""
        return self.share(self.missed, self.booked)

    @property
    def exclusive_share(self) -> float | None:
        """Hours of exclusive use of all hours used."""
        return self.share(self.exclusive, self.hours)


def report(tree: Tree, cluster: Cluster, facility: Facility | None, first: date, last: date) -> Report:
    """Count the use of a facility and all below it (None: of the cluster's) on the days from `first` to `last`."""
    shown = [facility, *tree.below(facility.pk)] if facility else tree.ordered()
    zone = facility.zone if facility else cluster.zone
    span = Span.of_days(first, last, zone)
    assert span.end is not None  # noqa: S101  # of days it has an end
    now = timezone.now()
    asked = {
        "cluster": cluster.pk, "facilities": [one.pk for one in shown], "start": span.start, "end": span.end,
        "now": min(now, span.end), "zone": zone,
    }  # fmt: skip
    with transaction.atomic():
        _rows(TOLD, asked)
        made = _counted_up(Report(facility, first, last), tree, shown, asked)
        _rows("DROP TABLE told", {})
    return made


def _counted_up(made: Report, tree: Tree, shown: Sequence[Facility], asked: dict[str, Any]) -> Report:
    """Count all that the table of what was used tells."""
    made.sessions, made.hours, made.exclusive, made.unknown, made.organisation_hours = _one(SUMS, asked)
    made.booked, made.missed, made.bookings, made.bookings_missed = _one(BOOKED, asked)
    made.organisations = _named_organisations(_rows(BY_ORGANISATION, asked))
    made.classes = _named_classes(asked["cluster"], _rows(BY_CLASS, asked))
    made.zones = [
        Row(pk, tree[pk], float(hours), n, float(once)) for pk, hours, n, once in _rows(BY_ZONE, asked)
    ]
    made.zones.sort(key=lambda row: (tree[row.key].position, row.key))
    counted = _counted(tree, shown)
    lies = [
        (one.pk, target.pk, target.pk != one.pk)
        for one in shown for target in (one, *tree.below(one.pk)) if target.pk in counted
    ]  # fmt: skip
    ways = {name: [row[n] for row in lies] for n, name in enumerate(("from", "to", "all"))}
    [made.zone_hours] = _one(ZONE_HOURS, {**asked, **ways})
    made.scenarios = [Row(tag, tag, float(hours), n) for tag, hours, n in _rows(BY_SCENARIO, asked)]
    known = {month: (float(hours), n) for month, hours, n in _rows(BY_MONTH, asked)}
    made.months = [
        Row(key, key, *known.get(key, (0.0, 0)))
        for key in (f"{year}-{month:02d}" for year, month in months_between(made.first, made.last))
    ]
    made.heat = {(day, hour): float(hours) for day, hour, hours in _rows(BY_HOUR, asked)}
    start, end, now = asked["start"], asked["end"], asked["now"]
    _availability(made, tree, counted, start, now if now > start else end)
    return made


def _one(statement: str, asked: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(
        float(value) if not isinstance(value, int) else value for value in _rows(statement, asked)[0]
    )


def _rows(statement: str, asked: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, asked)
        return cursor.fetchall() if cursor.description else []


def _named_organisations(rows: Sequence[tuple[Any, ...]]) -> list[Row]:
    found = Organisation.objects.in_bulk([pk for pk, _, _ in rows])
    return [Row(pk, found.get(pk), float(hours), n) for pk, hours, n in rows]


def _named_classes(cluster: int, rows: Sequence[tuple[Any, ...]]) -> list[Row]:
    found = {one.pk: one for one in PriceClass.objects.filter(cluster=cluster)}
    return [Row(pk, found.get(pk), float(hours), n) for pk, hours, n in rows]


def _counted(tree: Tree, shown: Sequence[Facility]) -> list[int]:
    """Facilities whose hours are available hours: zones without zones of their own, and equipment that is in none of these."""
    areas = [
        one for one in shown
        if one.kind != Facility.Kind.EQUIPMENT and bookable(one)
        and not any(bookable(child) and child.kind != Facility.Kind.EQUIPMENT for child in tree.below(one.pk))
    ]  # fmt: skip
    inside = {one.pk for area in areas for one in tree.below(area.pk)}
    alone = [
        one for one in shown if one.kind == Facility.Kind.EQUIPMENT and bookable(one) and one.pk not in inside
    ]
    return [one.pk for one in (*areas, *alone)]


def _availability(made: Report, tree: Tree, counted: Sequence[int], start: datetime, end: datetime) -> None:
    """Hours that could have been used; a closure counts once. Zones that are open and closed alike are worked out once."""
    hours = Hours(tree, counted, start, end)
    known: dict[Hashable, tuple[float, float, float]] = {}
    for pk in counted:
        alike = hours.alike(pk), tuple(one.pk for one in hours.closures(pk))
        if alike not in known:
            known[alike] = _open_hours(hours, pk)
        scheduled, planned_off, broken_down = known[alike]
        made.scheduled += scheduled
        made.planned_off += planned_off
        made.broken_down += broken_down


def _open_hours(hours: Hours, pk: int) -> tuple[float, float, float]:
    """Hours by the weekly hours, and what planned closures and then breakdowns took of them."""
    scheduled = hours.scheduled(pk)
    open_then = without(scheduled, hours.closed(pk, [Closure.Kind.HOLIDAY, Closure.Kind.PLANNED]))
    working = without(open_then, hours.closed(pk, [Closure.Kind.BREAKDOWN]))
    whole, unplanned = total(scheduled), total(open_then)
    return whole, whole - unplanned, unplanned - total(working)


def cut(row: tuple[datetime, datetime], span: Span) -> float:
    """Hours of a session within a span, for recounting by hand."""
    assert span.end is not None  # noqa: S101  # whoever recounts names the end
    return total(within([Stretch(*row)], span.start, span.end))


def years_of_use(cluster: Cluster) -> list[int]:
    """Years there with a session, the latest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT min(started_at), max(started_at) FROM facilities_session WHERE cluster_id = %s",
            [cluster.pk],
        )
        first, last = cursor.fetchone()
    if first is None:
        return []
    zone = zone_of(cluster.zone)
    return list(range(last.astimezone(zone).year, first.astimezone(zone).year - 1, -1))
