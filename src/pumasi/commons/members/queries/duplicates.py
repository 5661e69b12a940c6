"""Entries of a cluster that may be one and the same organisation."""

from __future__ import annotations

from typing import Any, NamedTuple

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.commons.members.queries.directory import of_cluster
from pumasi.kit.lookalikes import lookalikes


class LookAlike(NamedTuple):
    """Two entries, how alike they are (0 to 1) and why."""

    first: Organisation
    second: Organisation
    score: float
    reason: Any


def look_alikes(cluster: Cluster, most: int = 100) -> list[LookAlike]:
    """Pairs with the same key or names that are nearly the same, the most alike first."""
    found = list(of_cluster(cluster, "managers").order_by("pk"))
    texts = [o.name_ko or o.name_en for o in found]  # type: ignore[attr-defined]
    pairs = lookalikes(texts)
    rows = [LookAlike(found[p.first], found[p.second], p.score, p.reason) for p in pairs]
    different = {tuple(sorted(pair)) for o in found for pair in o.custom.get("_different", [])}
    rows = [row for row in rows if (row.first.pk, row.second.pk) not in different]
    return sorted(rows, key=lambda row: (-row.score, row.first.pk, row.second.pk))[:most]
