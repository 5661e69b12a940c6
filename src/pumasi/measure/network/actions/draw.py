"""Drawing the map: communities with their names, and places that stay familiar from visit to visit."""

from __future__ import annotations

from collections import Counter
from typing import Any

import numpy as np
from django.db import connection, transaction

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.engine.network.communities import communities
from pumasi.engine.network.graph import Graph, from_pairs
from pumasi.engine.network.layout import layout
from pumasi.kit.bilingual import read
from pumasi.measure.network.models import Reading, Spot
from pumasi.measure.network.queries.ties import known_pairs

NAMED_FROM = 4
LOCK = 7306


def draw(*, cluster: Cluster, audience: str) -> bool:
    """Draw the cluster's map anew if its ties changed since the last time; give whether it was drawn."""
    with transaction.atomic(), connection.cursor() as cursor:
        # One hand at a time: a second one finds the map drawn the next time it looks.
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [LOCK, cluster.pk])
        return bool(cursor.fetchone()[0]) and _draw(cluster, audience)


def _draw(cluster: Cluster, audience: str) -> bool:
    reading = Reading.objects.filter(cluster=cluster, audience=audience).first()
    if reading is None or reading.drawn_version == reading.version:
        return False
    ids = members.member_ids(cluster, audience)
    graph = _graph(ids, known_pairs(cluster, audience))
    old = {spot.organisation_id: spot for spot in Spot.objects.filter(cluster=cluster, audience=audience)}
    label = _label(graph, ids, old)
    before = (
        np.array([[old[pk].x, old[pk].y] if pk in old else [np.nan, np.nan] for pk in ids]) if old else None
    )
    places = layout(graph, label=label, before=before)
    _keep(cluster, audience, ids, places.place, label)
    reading.communities = _names(ids, places.place, label, graph.degree)
    reading.drawn_version = reading.version
    reading.save(update_fields=["communities", "drawn_version"])
    return True


def _graph(ids: list[int], pairs: list[tuple[int, int, float]]) -> Graph:
    index = {pk: i for i, pk in enumerate(ids)}
    kept = [(index[a], index[b], w) for a, b, w in pairs if a in index and b in index]
    a, b, w = (
        (np.array(column) for column in zip(*kept, strict=True)) if kept else (np.empty(0, np.int64),) * 3
    )
    return from_pairs(a.astype(np.int64), b.astype(np.int64), w.astype(np.float64), size=len(ids))


def _label(graph: Graph, ids: list[int], old: dict[int, Spot]) -> Any:
    before = np.array([old[pk].community if pk in old else -1 for pk in ids]) if old else None
    return communities(graph, before=before).label


@transaction.atomic
def _keep(cluster: Cluster, audience: str, ids: list[int], place: Any, label: Any) -> None:
    Spot.objects.filter(cluster=cluster, audience=audience).delete()
    Spot.objects.bulk_create(
        [
            Spot(
                cluster=cluster,
                audience=audience,
                organisation_id=pk,
                x=float(x),
                y=float(y),
                community=int(c),
            )
            for pk, (x, y), c in zip(ids, place, label, strict=True)
        ]
    )


def _names(ids: list[int], place: Any, label: Any, degree: Any) -> list[dict[str, Any]]:
    """Name each community by the two commonest tags of its organisations, or by the one with most partners."""
    tags: dict[int, list[tuple[str, str]]] = {}
    rows = Organisation.tags.through.objects.filter(organisation__in=ids).values_list(
        "organisation_id", "tag__name_ko", "tag__name_en"
    )
    for pk, ko, en in rows:
        tags.setdefault(pk, []).append((ko or en, en or ko))
    found = []
    for community in sorted({int(c) for c in label if c >= 0}):
        inside = [i for i, c in enumerate(label) if c == community]
        if len(inside) < NAMED_FROM:
            continue
        common = Counter(tag for i in inside for tag in tags.get(ids[i], [])).most_common(2)
        x, y = np.mean([place[i] for i in inside], axis=0)
        names = {
            "label_ko": " · ".join(t[0] for t, _ in common),
            "label_en": " · ".join(t[1] for t, _ in common),
        } if common else _named_after(ids[max(inside, key=lambda i: degree[i])])  # fmt: skip
        found.append({"id": community, "x": float(x), "y": float(y), "n": len(inside), **names})
    return found


def _named_after(organisation: int) -> dict[str, str]:
    """Without tags: the best connected organisation."""
    one = Organisation.objects.get(pk=organisation)
    return {
        f"label_{language}": str(read(one, "short_name", language) or read(one, "name", language))
        for language in ("ko", "en")
    }
