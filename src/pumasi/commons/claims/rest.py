"""Figures over REST: each with what it counts, out of what, as of when, and where its rows are."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest
from pydantic import Field

from pumasi.commons.claims import queries
from pumasi.commons.claims.models import Figure
from pumasi.commons.members import api as members
from pumasi.kit.rest import Instant, Out, Room, requires

room = Room(tags=["Figures"])


class FigureOut(Out):
    """A figure as it is stated for the caller's audience."""

    key: str
    audience: str
    numerator: float
    denominator: float | None
    unit: str = Field(
        description="What is counted, such as organisation, tie, gathering; empty for a bare number."
    )
    definition_ko: str
    definition_en: str
    coverage_ko: str
    coverage_en: str
    comparison_ko: str
    comparison_en: str
    window_start: date | None
    window_end: date | None
    as_of: Instant
    rows: str = Field(description="Address of the rows behind the figure (CSV), for those who may read them.")


def _audience(request: HttpRequest) -> tuple[Any, str]:
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    return cluster, members.audience(request.user, cluster)


@room.get("/figures", response=list[FigureOut])
@requires("claims.see")
def list_figures(request: HttpRequest) -> list[Figure]:
    """Read the figures stated for the caller's audience."""
    return list(queries.figures(*_audience(request)))


@room.get("/figures/{key}", response=FigureOut)
@requires("claims.see")
def get_figure(request: HttpRequest, key: str) -> Figure:
    """Read one figure by its key."""
    found = None if "\x00" in key else queries.figure(*_audience(request), key)
    if found is None:
        raise Http404
    return found
