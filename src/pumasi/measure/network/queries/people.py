"""Who met whom among people: for managers only, since a name is personal and a number may become one."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from django.db import connection

from pumasi.commons.members.models import Cluster, Person
from pumasi.engine.network.graph import components, graph
from pumasi.engine.network.incidence import incidence
from pumasi.engine.network.projection import project

SEATS = """
SELECT s.source, s."group", s.person_id, bool_or(s.basis <> '') FROM network_seat s
WHERE s.cluster_id = %s AND s.person_id IS NOT NULL AND s.visibility <> 'confidential' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
"""


@dataclass(frozen=True)
class Known:
    """Somebody with how many gatherings they came to and how many others they met there."""

    person: Person
    gatherings: int
    others: int

    @property
    def label(self) -> str:
        """The name, or the number where none is known."""
        return str(self.person) or f"#{self.person.external_id.rpartition(':')[2]}"


@dataclass(frozen=True)
class Among:
    """The network between people: how many came, met somebody, pairs, pairs that met twice, the largest group, who met most."""

    people: int
    connected: int
    gatherings: int
    pairs: int
    again: int
    largest: int
    assumed: int
    busiest: list[Known]


def among(cluster: Cluster, most: int = 30) -> Among | None:
    """Measure it now from the seats of a cluster's gatherings; None where nobody is known to have come."""
    with connection.cursor() as cursor:
        cursor.execute(SEATS, [cluster.pk])
        rows = cursor.fetchall()
    if not rows:
        return None
    tables = {
        key: n for n, key in enumerate(dict.fromkeys((source, group) for source, group, _p, _b in rows))
    }
    gathering = np.array([tables[source, group] for source, group, _p, _b in rows], dtype=np.int64)
    person = np.array([row[2] for row in rows], dtype=np.int64)
    book = incidence(gathering, person)
    ties = project(book)
    net = graph(ties)
    sizes = np.bincount(components(net)) if len(ties) else np.zeros(1, np.int64)
    order = np.argsort(-net.degree, kind="stable")[:most]
    ids = ties.ids if len(ties) else book.participants
    came = dict(zip(book.participants.tolist(), book.degrees.tolist(), strict=True))
    names = Person.objects.in_bulk([int(ids[n]) for n in order])
    busiest = [
        Known(names[int(ids[n])], came[int(ids[n])], int(net.degree[n]))
        for n in order
        if net.degree[n] and int(ids[n]) in names
    ]
    return Among(
        people=book.participants.size, connected=int((net.degree > 0).sum()), gatherings=len(tables), pairs=len(ties),
        again=int((ties.shared >= 2).sum()), largest=int(sizes.max()) if len(ties) else 0,
        assumed=len({source for source, _g, _p, assumed in rows if assumed}), busiest=busiest,
    )  # fmt: skip
