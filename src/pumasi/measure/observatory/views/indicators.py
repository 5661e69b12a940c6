"""The indicator board of a year, and the rows behind its figures."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of
from pumasi.kit.sheets.writer import write_csv
from pumasi.measure.observatory import words
from pumasi.measure.observatory.queries import indicators as found
from pumasi.operate.meetups import api as meetups

AREAS = {
    "members": gettext_lazy("Members and gatherings"), "network": gettext_lazy("Who meets whom"),
    "meetings": gettext_lazy("1:1 meetings"), "facilities": gettext_lazy("Use of labs and test beds"),
}  # fmt: skip
# Count and pair of each, and what to mind.
NAMES = {
    "A1": (gettext_lazy("Active members"), gettext_lazy("Gatherings of an active member"),
           gettext_lazy("Shared at least one gathering with another organisation in the year, whatever its size.")),
    "A2": (gettext_lazy("Gatherings"), gettext_lazy("For each member"),
           gettext_lazy("A raw count says nothing between clusters of different size.")),
    "A2s": (gettext_lazy("Small enough to tie"), gettext_lazy("Attendances in all"),
            gettext_lazy("Two to twenty organisations: at larger ones few of those present meet.")),
    "N1": (gettext_lazy("Partners of a member"), gettext_lazy("Hang together in one part"),
           gettext_lazy("Mean over all members, those that met nobody included; gatherings of up to twenty.")),
    "N3": (gettext_lazy("Ties across types, beside chance"), gettext_lazy("Companies with science, beside chance"),
           gettext_lazy("Times what chance would give; within chance nothing is said.")),
    "N5": (gettext_lazy("Cut off without a single organisation"), gettext_lazy("Members that have met another"),
           gettext_lazy("The fewer hang on one, the better.")),
    "N6": (gettext_lazy("New ties among those seen in both times"), gettext_lazy("Pairs that met again"),
           gettext_lazy("Only new ones is as bad a sign as none.")),
    "N7": (gettext_lazy("Pairs that followed up"), gettext_lazy("Pairs with a contract, investment or patent"),
           gettext_lazy("Of all pairs that met: what meetings lead to.")),
    "N8": (gettext_lazy("Ties that lead out"), gettext_lazy("Ties that lead abroad"),
           gettext_lazy("Who meets only its own hears little that is new.")),
    "A3": (gettext_lazy("Meetings agreed"), gettext_lazy("Meetings held"),
           gettext_lazy("At a fair that published it, 55 of 73 were held (75 %).")),
    "A4": (gettext_lazy("Called useful (four stars or five)"), gettext_lazy("Rated at all"),
           gettext_lazy("Each side rates for itself; few ratings say little.")),
    "F1": (gettext_lazy("Hours used"), gettext_lazy("Of the hours available"),
           gettext_lazy("An hour of a zone counts once, however many share it.")),
    "F2": (gettext_lazy("Organisations that used them"), gettext_lazy("How far use rests on few (0 to 1)"),
           gettext_lazy("Herfindahl–Hirschman index of hours.")),
    "F3": (gettext_lazy("Hours booked"), gettext_lazy("Booked and not used"),
           gettext_lazy("What is booked and not used was lost to others.")),
}  # fmt: skip
GROUPS = {
    "members": ("A1", "A2", "A2s"), "network": ("N1", "N3", "N5", "N6", "N7", "N8"), "meetings": ("A3", "A4"), "facilities": ("F1", "F2", "F3"),
}  # fmt: skip
MOST_YEARS = 6
FILES = {
    "members": (["organisation", "gatherings"], found.member_rows),
    "meetings": (["day", "a", "b", "state", "stars_a", "stars_b"], found.meeting_rows),
}


@require_safe
@requires("observatory.see_desk")
def indicators(request: HttpRequest) -> HttpResponse:
    """Every count beside what says how much it is worth; each leads to its rows."""
    cluster, language = cluster_of(request), language_of()
    year = _year(request)
    board = found.board(cluster, year)
    parts = [
        (AREAS[area], [_shown(request, one, year, language) for one in lines])
        for area, lines in board.areas.items()
    ]
    years = sorted({year, timezone.localdate().year, *meetups.years(cluster, found.AUDIENCE)}, reverse=True)
    return render(
        request,
        "observatory/indicators.html",
        {"parts": parts, "year": year, "years": years, "measured": board.measured},
    )


@require_safe
@requires("observatory.see_desk")
def past(request: HttpRequest) -> HttpResponse:
    """A cluster beside its own past: a small chart for each count and for its pair, the same years in all of them."""
    cluster, language = cluster_of(request), language_of()
    years = sorted({timezone.localdate().year, *meetups.years(cluster, found.AUDIENCE)})[-MOST_YEARS:]
    told = found.past(cluster, years)
    parts = [
        (area, [_small(told[key], language) for key in keys if key in told]) for area, keys in GROUPS.items()
    ]
    context = {
        "parts": [(AREAS[area], lines) for area, lines in parts],
        "years": years,
        "this_year": timezone.localdate().year,
    }
    return render(request, "observatory/indicators_past.html", context)


def _small(lines: list[tuple[int, found.Line]], language: str) -> dict[str, Any]:
    """Of an indicator two small charts, count and pair; one that is known in fewer than two years is none."""
    name, pair, mind = NAMES[lines[0][1].key]
    charts = [
        _chart(title, [(year, getattr(one, part)) for year, one in lines], language)
        for title, part in ((name, "count"), (pair, "pair"))
    ]
    return {"name": name, "mind": mind, "charts": charts}


def _chart(title: Any, cells: list[tuple[int, Any]], language: str) -> dict[str, Any]:
    rows = [(year, *words.plotted(cell), words.indicator(cell, language)) for year, cell in cells]
    return {
        "title": title,
        "unit": next((unit for _year, value, unit, _said in rows if value is not None), ""),
        "rows": [(year, value, said) for year, value, _unit, said in rows],
        "known": sum(value is not None for _year, value, _unit, _said in rows) > 1,
    }


def _shown(request: HttpRequest, one: found.Line, year: int, language: str) -> dict[str, Any]:
    name, pair, mind = NAMES[one.key]
    return {
        "key": one.key, "name": name, "pair_name": pair, "mind": mind, "rows": _rows_of(request, one.rows, year),
        "count": words.indicator(one.count, language), "pair": words.indicator(one.pair, language),
    }  # fmt: skip


def _rows_of(request: HttpRequest, rows: str, year: int) -> str:
    """The table behind an indicator: a file of this page, or the page of the room that counts it."""
    if rows in FILES:
        path = reverse("observatory:indicator_rows", kwargs={"what": rows, **here(request)})
        return f"{path}?year={year}"
    name, query = {
        "year": ("meetups:year", f"?year={year}"), "ties": ("network:rows", ""),
        "use": ("facilities:report", f"?first={year}-01-01&last={year}-12-31"),
    }[rows]  # fmt: skip
    return reverse(name, kwargs=here(request)) + query


@require_safe
@requires("observatory.see_desk")
def indicator_rows(request: HttpRequest, what: str) -> HttpResponse:
    """The rows of an indicator of a year as CSV."""
    if what not in FILES:
        raise Http404
    columns, rows = FILES[what]
    year = _year(request)
    body = write_csv(columns, rows(cluster_of(request), year))
    return file_response(f"{what}-{year}.csv", "text/csv; charset=utf-8", body)


def _year(request: HttpRequest) -> int:
    """The year asked for, or this one."""
    asked = request.GET.get("year", "")
    return (
        int(asked)
        if asked.isascii() and asked.isdigit() and 1900 < int(asked) < 2200
        else timezone.localdate().year
    )
