"""Stating a figure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

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
    columns = _columns(
        numerator=numerator,
        denominator=denominator,
        unit=unit,
        as_of=as_of,
        window=window,
        rows=rows,
        **texts,
    )
    figure, _ = Figure.objects.update_or_create(key=key, cluster=cluster, audience=audience, defaults=columns)
    return figure


@transaction.atomic
def restate(*, cluster: Any, begins: str, figures: Iterable[dict[str, Any]]) -> int:
    """State all figures whose key begins so anew, and take back those that are no longer among them; give how many stand.

    `figures`: values as for `state`, without the cluster; two statements however many there are.
    """
    fresh = [Figure(cluster=cluster, **_columns(**told)) for told in figures]
    Figure.objects.filter(cluster=cluster, key__startswith=begins).delete()
    return len(Figure.objects.bulk_create(fresh))


def _columns(*, window: tuple[date, date] | None = None, **values: Any) -> dict[str, Any]:
    """Values of a figure as its columns: the window is two days."""
    start, end = window or (None, None)
    return {**values, "window_start": start, "window_end": end}
