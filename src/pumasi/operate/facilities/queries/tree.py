"""The facilities of a cluster as a tree: one query, and every question about above and below is answered from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Q, QuerySet

from pumasi.commons.members.models import Cluster
from pumasi.kit.audiences import LEVELS
from pumasi.kit.worded import Worded
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.models import Facility


class Tree:
    """Facilities by id with what lies above and below each; `whole` is the tree that a part of it was taken from."""

    def __init__(self, facilities: Iterable[Facility], whole: Tree | None = None) -> None:
        self.by_id = {one.pk: one for one in facilities}
        self.whole = whole or self
        self._below: dict[int | None, list[Facility]] = {}
        for one in self.by_id.values():
            self._below.setdefault(one.parent_id, []).append(one)

    def __getitem__(self, pk: int) -> Facility:
        return self.by_id[pk]

    def __contains__(self, pk: int) -> bool:
        return pk in self.by_id

    def get(self, pk: int) -> Facility | None:
        """The facility of that id, if it is here."""
        return self.by_id.get(pk)

    def children(self, pk: int | None) -> list[Facility]:
        """What lies directly below; of None the roots."""
        return self._below.get(pk, [])

    def below(self, pk: int) -> list[Facility]:
        """Everything below, each after its parent."""
        return [found for child in self.children(pk) for found in (child, *self.below(child.pk))]

    def above(self, pk: int) -> list[Facility]:
        """The parent, its parent, and so on to the root."""
        found, at = [], self.by_id[pk].parent_id
        while at is not None and at in self.by_id:
            found.append(self.by_id[at])
            at = self.by_id[at].parent_id
        return found

    def line(self, pk: int) -> list[Facility]:
        """The facility and what lies above it, the nearest first."""
        return [self.by_id[pk], *self.above(pk)]

    def root(self, pk: int) -> Facility:
        """The site that it lies on."""
        return self.line(pk)[-1]

    def taken_with(self, pk: int, *, whole: bool) -> list[Facility]:
        """What somebody has who has this: itself, and all below it if they have the whole."""
        return [self.by_id[pk], *(self.below(pk) if whole else [])]

    def scenarios(self, facilities: Iterable[Facility]) -> list[str]:
        """What a test there may be about, from the facilities and what lies above them; each once."""
        return list(
            dict.fromkeys(tag for one in facilities for up in self.line(one.pk) for tag in up.scenarios)
        )

    def ordered(self) -> list[Facility]:
        """All, each after its parent."""
        return [found for root in self.children(None) for found in (root, *self.below(root.pk))]


# Every page of the room asks for it.
_OF_CLUSTER = Worded(
    lambda cluster: Facility.objects.filter(cluster=cluster).order_by("position", "pk"), cluster=int
)  # fmt: skip


def tree(cluster: Cluster) -> Tree:
    """All facilities of the cluster."""
    return Tree(_OF_CLUSTER(cluster=cluster.pk))


# A tree is at most five levels deep.
UPWARDS = ("parent", "parent__parent", "parent__parent__parent", "parent__parent__parent__parent")


def visible(user: Any, cluster: Cluster) -> QuerySet[Facility]:
    """Facilities that the user may know of: what hangs on something hidden is hidden with it."""
    levels = LEVELS[rules.audience(user, cluster)]
    seen = Q(visibility__in=levels)
    for up in UPWARDS:
        seen &= Q(**{f"{up}__isnull": True}) | Q(**{f"{up}__visibility__in": levels})
    return Facility.objects.filter(seen, cluster=cluster)


def visible_tree(user: Any, cluster: Cluster) -> Tree:
    """The tree as the user may see it: what hangs on something hidden is hidden with it."""
    levels = LEVELS[rules.audience(user, cluster)]
    every = tree(cluster)
    seen = (one for one in every.ordered() if all(up.visibility in levels for up in every.line(one.pk)))
    return Tree(seen, every)


def bookable(facility: Facility) -> bool:
    """Say whether it can be booked at all; when, the calendar says."""
    return facility.mode != Facility.Mode.CLOSED


def depth(found: Tree, facilities: Sequence[Facility]) -> list[tuple[Facility, int]]:
    """Each with how deep it lies, for lists that show the tree."""
    return [(one, len(found.above(one.pk))) for one in facilities]
