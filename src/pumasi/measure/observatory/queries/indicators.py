"""The indicator board: each count of a year beside what says how much it is worth.

A count alone can be raised by counting more; so gatherings stand beside gatherings for each member, meetings agreed beside those
held, hours used beside what they are a share of. Each is computed at the reading from what the rooms know.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit.dates import Span
from pumasi.measure.network import api as network
from pumasi.measure.observatory.queries.compare import Cell, cells_of
from pumasi.operate.facilities import api as facilities
from pumasi.operate.meetups import api as meetups

AUDIENCE = "managers"


@dataclass(frozen=True)
class Number:
    """A number as it is told: `value` of `n` where it is a part, with a unit's key (`organisation`, `hour`, `share` …)."""

    value: float
    unit: str
    n: float | None = None


@dataclass(frozen=True)
class Line:
    """An indicator by its key: the count, its pair, or why there is none; `rows` names the table behind it."""

    key: str
    count: Number | Cell | None
    pair: Number | Cell | None
    rows: str


@dataclass(frozen=True)
class Board:
    """The indicators of a year, by area; `measured`: whether the worker has come to the network yet."""

    year: int
    measured: bool
    areas: dict[str, list[Line]]


def board(cluster: Cluster, year: int, *, of_year_alone: bool = False) -> Board:
    """All indicators of a calendar year there.

    Where the network of the year was not measured by itself, that of the whole time stands for it, unless `of_year_alone`.
    """
    span = Span.of_year(year, cluster.zone)
    portrait = network.kept(cluster, AUDIENCE, str(year))
    portrait = portrait or (None if of_year_alone else network.kept(cluster, AUDIENCE))
    cells = cells_of(portrait.told) if portrait else {}
    return Board(
        year,
        portrait is not None,
        {
            "members": list(_members(cluster, year, span)),
            "network": list(_network(portrait.told if portrait else None, cells)),
            "meetings": list(_meetings(cluster, span)),
            "facilities": list(_facilities(cluster, year)),
        },
    )


def _members(cluster: Cluster, year: int, span: Span) -> Iterator[Line]:
    here = network.active(cluster, AUDIENCE, span)
    busy = [n for n in here.values() if n]
    yield Line(
        "A1",
        Number(len(busy), "organisation", len(here)),
        Number(sum(busy) / len(busy), "each") if busy else None,
        "members",
    )
    told = meetups.year_of(cluster, AUDIENCE, year)
    per = Number(told.per_member, "each_member") if told.per_member is not None else None
    yield Line("A2", Number(told.every, "gathering"), per, "year")
    yield Line(
        "A2s", Number(told.small, "gathering", told.every), Number(told.attendances, "attendance"), "year"
    )


def _network(told: dict[str, Any] | None, cells: dict[str, Cell | None]) -> Iterator[Line]:
    head = told["strips"][1] if told else None
    yield Line("N1", Number(head["partners"], "partner") if head else None, cells.get("largest"), "ties")
    yield Line("N3", cells.get("cross_type"), cells.get("firm_science"), "ties")
    yield Line("N5", cells.get("bridge"), cells.get("connected"), "ties")
    change = (told or {}).get("change") or {}
    lasting = change.get("lasting")
    yield Line("N6", cells.get("new_ties"), Number(lasting, "pair") if lasting is not None else None, "ties")
    ladder = told["ladder"] if told else None
    yield Line(
        "N7",
        Number(ladder["followed_up"], "pair", ladder["met"]) if ladder else None,
        Number(ladder["result"], "pair", ladder["met"]) if ladder else None,
        "ties",
    )
    yield Line("N8", cells.get("outside"), cells.get("abroad"), "ties")


def _meetings(cluster: Cluster, span: Span) -> Iterator[Line]:
    met = meetups.meetings_of(cluster, span)
    held = [one for one in met if one.held]
    stars = [star for one in held for star in one.stars]
    yield Line(
        "A3",
        Number(len(met), "meeting") if met else None,
        Number(len(held), "meeting", len(met)) if met else None,
        "meetings",
    )
    useful = sum(star >= meetups.USEFUL for star in stars)
    yield Line(
        "A4",
        Number(useful, "rating", len(stars)) if stars else None,
        Number(len(stars), "rating", 2 * len(held)) if held else None,
        "meetings",
    )


def _facilities(cluster: Cluster, year: int) -> Iterator[Line]:
    made = facilities.report(facilities.tree(cluster), cluster, None, date(year, 1, 1), date(year, 12, 31))
    used = made.hours > 0
    yield Line(
        "F1",
        Number(made.zone_hours, "hour") if used else None,
        Number(made.zone_hours, "hour", made.available) if used and made.available else None,
        "use",
    )
    yield Line(
        "F2",
        Number(made.users, "organisation") if made.knows_users else None,
        Number(made.concentration, "concentration") if made.knows_users and made.concentration else None,
        "use",
    )
    yield Line(
        "F3",
        Number(made.booked, "hour") if made.booked else None,
        Number(made.missed, "hour", made.booked) if made.booked else None,
        "use",
    )


def past(cluster: Cluster, years: Sequence[int]) -> dict[str, list[tuple[int, Line]]]:
    """Every indicator by its key, year by year, the earliest first; of the network only years that were measured by themselves."""
    found: dict[str, list[tuple[int, Line]]] = {}
    for year in sorted(years):
        for lines in board(cluster, year, of_year_alone=True).areas.values():
            for one in lines:
                found.setdefault(one.key, []).append((year, one))
    return found


def member_rows(cluster: Cluster, year: int) -> Iterator[list[Any]]:
    """Each member with how many gatherings of the year it shared with others."""
    here = network.active(cluster, AUDIENCE, Span.of_year(year, cluster.zone))
    names = Organisation.objects.in_bulk(list(here))
    yield from ([str(names[pk].name), n] for pk, n in sorted(here.items(), key=lambda one: -one[1]))


def meeting_rows(cluster: Cluster, year: int) -> Iterator[list[Any]]:
    """Each 1:1 meeting of the year that was agreed and is over."""
    met = meetups.meetings_of(cluster, Span.of_year(year, cluster.zone))
    names = Organisation.objects.in_bulk({pk for one in met for pk in (one.a, one.b)})
    for one in met:
        day = one.starts_at.astimezone(ZoneInfo(cluster.zone)).date()
        yield [day, str(names[one.a].name), str(names[one.b].name), one.state, one.stars_a, one.stars_b]
