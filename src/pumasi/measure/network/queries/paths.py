"""Who can introduce you: people in between who agreed to be named, and paths from organisation to organisation.

Only gatherings that the audience may see count, so that a private one opens no path.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from django.db.models import Count, Q
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Affiliation, Cluster, Organisation, Person
from pumasi.engine.network.graph import from_pairs
from pumasi.engine.network.paths import warm_paths
from pumasi.measure.network.models import Seat
from pumasi.measure.network.queries.ties import known_pairs, within


@dataclass
class Introducer:
    """A person who met both sides: how often each, and where they work now."""

    person: Person
    organisation: Organisation
    with_seeker: int
    with_target: int

    @property
    def strength(self) -> float:
        """Harmonic mean of the two counts: knowing one side well does not make up for not knowing the other."""
        return 2 * self.with_seeker * self.with_target / (self.with_seeker + self.with_target)


def _met(cluster: Cluster, audience: str, organisation: int) -> dict[int, int]:
    """How often each named person sat at a gathering (or table) with the organisation."""
    seen = within(cluster, audience)
    theirs = Seat.objects.filter(seen, organisation=organisation).values("source", "group").distinct()
    condition = Q(source__in=theirs.filter(group="").values("source"), group="")
    tables = [Q(source=row["source"], group=row["group"]) for row in theirs.exclude(group="")]
    for table in tables:
        condition |= table
    rows = Seat.objects.filter(seen, condition, person__in=members.named_ids())
    rows = rows.exclude(organisation=organisation)
    return dict(
        rows.values_list("person_id").annotate(n=Count("source", distinct=True)).order_by("person_id")
    )


def introducers(cluster: Cluster, audience: str, seeker: int, target: int, most: int = 3) -> list[Introducer]:
    """People who met both and agreed to be named, the strongest first. They are asked before anything is passed on."""
    first, second = _met(cluster, audience, seeker), _met(cluster, audience, target)
    both = first.keys() & second.keys()
    today = timezone.localdate()
    posts = Affiliation.objects.filter(person__in=both).filter(Q(until__isnull=True) | Q(until__gte=today))
    posts = posts.exclude(organisation__in=[seeker, target]).filter(
        organisation__in=members.of_cluster(cluster, audience).order_by()
    )
    found: dict[int, Introducer] = {}
    for post in posts.select_related("person", "organisation").order_by("pk"):
        if post.person.erased_at is None:
            found.setdefault(
                post.person_id,
                Introducer(post.person, post.organisation, first[post.person_id], second[post.person_id]),
            )
    return sorted(found.values(), key=lambda i: (-i.strength, i.person.pk))[:most]


def paths(
    cluster: Cluster, audience: str, seeker: int, target: int, most: int = 3
) -> list[list[Organisation]]:
    """Paths of at most four steps from one organisation to another over their ties, fewest steps first."""
    pairs = known_pairs(cluster, audience)
    ids = sorted({end for a, b, _ in pairs for end in (a, b)})
    if seeker not in ids or target not in ids:
        return []
    place = {pk: index for index, pk in enumerate(ids)}
    a = np.array([place[row[0]] for row in pairs], dtype=np.int32)
    b = np.array([place[row[1]] for row in pairs], dtype=np.int32)
    weight = np.array([row[2] for row in pairs])
    graph = from_pairs(a, b, weight, size=len(ids))
    found = warm_paths(graph, place[seeker], place[target], count=most)
    names = Organisation.objects.in_bulk([ids[int(node)] for path in found for node in path.nodes])
    return [[names[ids[int(node)]] for node in path.nodes] for path in found]
