"""Clusters side by side: what may be compared, how sure it is, and no rank."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from pumasi.commons.members.models import Cluster
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, language_of
from pumasi.kit.bilingual import read
from pumasi.kit.sheets.writer import write_csv
from pumasi.measure.observatory import words
from pumasi.measure.observatory.queries.compare import INDICATORS, MOST, Column, compared, known
from pumasi.measure.observatory.views.maps import measured_here

COLUMNS = [
    "cluster",
    "indicator",
    "kind",
    "value",
    "n",
    "low",
    "high",
    "beyond_chance",
    "members",
    "gatherings",
    "as_of",
]


@require_safe
@requires("observatory.see")
def compare(request: HttpRequest) -> HttpResponse:
    """The cluster of the address beside others; as a page or as CSV."""
    there = known()
    chosen = _chosen(request, there)
    columns = compared(chosen)
    if request.GET.get("format") == "csv":
        return file_response("clusters.csv", "text/csv; charset=utf-8", write_csv(COLUMNS, _rows(columns)))
    language = language_of()
    rows = [
        (
            one,
            [
                (
                    str(column.cluster.name),
                    words.cell(column.cells[at], language),
                    words.against_chance(column.cells[at], language),
                )
                for column in columns
            ],
        )
        for at, one in enumerate(INDICATORS)
    ]
    picked = {one.pk for one in chosen}
    context: dict[str, Any] = {
        "columns": columns, "rows": rows, "most": MOST, "choices": [(one, one.pk in picked) for one in there],
        "spots": measured_here(there, chosen),
    }  # fmt: skip
    return render(request, "observatory/compare.html", context)


def _chosen(request: HttpRequest, there: list[Cluster]) -> list[Cluster]:
    """The cluster of the address first, then those asked for; without a wish the first few by name."""
    own = cluster_of(request)
    wanted = set(request.GET.getlist("with"))
    others = [one for one in there if one.pk != own.pk and (one.slug in wanted or not wanted)]
    return [one for one in there if one.pk == own.pk] + others[: MOST - 1]


def _rows(columns: list[Column]) -> Iterator[list[Any]]:
    for column in columns:
        for one, cell in zip(INDICATORS, column.cells, strict=True):
            found = (
                [cell.kind, cell.value, cell.n, cell.low, cell.high, int(cell.beyond)]
                if cell
                else ["", None, None, None, None, None]
            )
            name = str(read(column.cluster, "name", "en"))
            yield [name, one.key, *found, column.members, column.gatherings, column.as_of.isoformat()]
