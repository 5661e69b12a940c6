"""Reading figures as their audience may."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from pumasi.commons.claims.models import Figure


def figures(cluster: Any, audience: str) -> QuerySet[Figure]:
    """Figures stated for exactly this audience, by key."""
    return Figure.objects.filter(cluster=cluster, audience=audience).order_by("key")


def figure(cluster: Any, audience: str, key: str) -> Figure | None:
    """One figure, or none if it was not stated for this audience."""
    return figures(cluster, audience).filter(key=key).first()
