"""The map as the page's script reads it: where everybody stands, the strongest ties, the communities.

A large cluster's map takes a moment to put together and is megabytes: it is kept packed until anything on it changes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit.bilingual import languages, read
from pumasi.kit.copying import read_numbers
from pumasi.measure.network.models import Spot
from pumasi.measure.network.queries.ties import reading, spots

# Edges drawn for each organisation.
DRAWN = 6
KEPT = 24
COLUMNS = {
    "a": ("a_id", "i8"),
    "b": ("b_id", "i8"),
    "weight": ("weight", "f8"),
    "gatherings": ("gatherings", "i4"),
    "first": ("(first_at AT TIME ZONE %s)::date - date '1970-01-01'", "i4"),
}
TIES = "FROM network_tie WHERE cluster_id = %s AND audience = %s"


class Packed(NamedTuple):
    """The map as JSON in gzip; `mark` names all that is on it."""

    mark: str
    body: bytes


def packed(cluster: Cluster, audience: str, language: str) -> Packed:
    """The map ready to be sent, put together anew when ties, places or names changed."""
    return _packed(cluster, audience, language, _mark(cluster, audience))


@lru_cache(maxsize=KEPT)
def _packed(cluster: Cluster, audience: str, language: str, mark: str) -> Packed:
    told = json.dumps(map_of(cluster, audience, language), ensure_ascii=False, separators=(",", ":"))
    return Packed(mark, gzip.compress(told.encode(), compresslevel=5, mtime=0))


def _mark(cluster: Cluster, audience: str) -> str:
    """A short name for everything that the map shows."""
    state = reading(cluster, audience)
    stands = (state.pk, state.version, state.drawn_version, state.as_of) if state else ()
    names = list(members.members_of(cluster, audience).order_by("pk").values_list("pk", "kind", *_names()))
    told = repr((cluster.slug, stands, timezone.get_current_timezone_name(), names))
    return hashlib.md5(told.encode(), usedforsecurity=False).hexdigest()


def _names() -> list[str]:
    return [f"{name}_{language}" for name in ("name", "short_name") for language in languages()]


def map_of(cluster: Cluster, audience: str, language: str) -> dict[str, Any]:
    """Nodes, edges (the strongest few of each node) and communities, as plain values."""
    placed = spots(cluster, audience)
    organisations = members.members_of(cluster, audience).only("pk", "kind", *_names()).order_by("pk")
    edges, degree = _strongest(
        read_numbers(COLUMNS, TIES, [timezone.get_current_timezone_name(), cluster.pk, audience])
    )
    most = max(degree.values(), default=1)
    nodes = [_node(cluster, o, placed.get(o.pk), degree.get(o.pk, 0) / most, language) for o in organisations]
    state = reading(cluster, audience)
    return {
        "nodes": nodes,
        "edges": edges,
        "communities": [
            {**c, "label": c.get(f"label_{language}") or c.get("label_en", "")}
            for c in (state.communities if state else [])
        ],
    }


def _strongest(ties: np.ndarray) -> tuple[list[dict[str, Any]], dict[int, int]]:
    """The edges that are among the strongest few of either end, and everybody's number of partners.

    All of them would be a hairball; the table has them all.
    """
    ties = ties[np.lexsort((ties["b"], ties["a"], -ties["weight"]))]
    nodes, code, degree = np.unique(
        np.stack([ties["a"], ties["b"]], axis=1).ravel(), return_inverse=True, return_counts=True
    )
    # Which of its node's edges each end is, the strongest 0.
    order = np.argsort(code, kind="stable")
    rank = np.empty(code.size, dtype=np.int64)
    rank[order] = np.arange(code.size) - np.repeat(np.cumsum(degree) - degree, degree)
    kept = ties[rank.reshape(-1, 2).min(axis=1) < DRAWN]
    days = kept["first"].astype("datetime64[D]").astype(str)
    columns = (kept["a"], kept["b"], kept["weight"], kept["gatherings"], days)
    edges = [
        {"source": a, "target": b, "weight": round(w, 4), "count": n, "first": first}
        for a, b, w, n, first in zip(*(column.tolist() for column in columns), strict=True)
    ]
    return edges, dict(zip(nodes.tolist(), degree.tolist(), strict=True))


def _node(
    cluster: Cluster, organisation: Organisation, spot: Spot | None, share: float, language: str
) -> dict[str, Any]:
    short = read(organisation, "short_name", language)
    return {
        "id": organisation.pk,
        "key": str(organisation.pk),
        "label": str(short or read(organisation, "name", language)),
        "type": organisation.kind,
        "community": spot.community if spot else -1,
        "x": spot.x if spot else 0.0,
        "y": spot.y if spot else 0.0,
        # The area, not the width, grows with the number of partners.
        "size": round(2 + 7 * share**0.5, 2),
        "isolate": share == 0,
        "url": f"/{language}/{cluster.slug}/organisations/{organisation.pk}-{organisation.slug}/",
    }
