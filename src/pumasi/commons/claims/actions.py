"""Stating a figure."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pumasi.commons.claims.models import Figure


def state(
    *,
    key: str,
    cluster: Any,
    audience: str,
    numerator: float,
    as_of: datetime,
    denominator: float | None = None,
    unit: str = "",
    window: tuple[date, date] | None = None,
    rows: str = "",
    **texts: str,
) -> Figure:
    """State a figure as of now; the last statement stands. `texts` are definition, coverage and comparison in each language."""
    start, end = window or (None, None)
    figure, _ = Figure.objects.update_or_create(
        key=key,
        cluster=cluster,
        audience=audience,
        defaults={
            "numerator": numerator, "denominator": denominator, "unit": unit, "as_of": as_of,
            "window_start": start, "window_end": end, "rows": rows, **texts,
        },
    )  # fmt: skip
    return figure


def take_back(*, cluster: Any, begins: str) -> int:
    """Take back the figures whose key begins so, for every audience; give how many."""
    return Figure.objects.filter(cluster=cluster, key__startswith=begins).delete()[0]
