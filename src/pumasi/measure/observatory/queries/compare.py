"""A cluster's measured network beside others': what may be compared between networks of different size, and nothing else.

Read from the public portraits that the worker keeps. Shares of members, ratios to what chance gives in the same network, and
change on a fixed panel: never raw density or numbers of ties, which follow from size alone. Nobody is ranked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.measure.network import api as network

MOST = 6


@dataclass(frozen=True)
class Cell:
    """A value of one cluster. `part`: k of n; `share`: k of n pairs, with bounds; `ratio`: times what chance gives;
    `change`: a proportion, 0 is none.

    `low` and `high` are its bounds, where it has any; `beyond` says whether it lies beyond chance.
    """

    kind: str
    value: float
    n: int
    low: float | None = None
    high: float | None = None
    beyond: bool = False

    @property
    def excludes_chance(self) -> bool:
        """Whether the bounds alone leave chance out, though it does not stand when several questions are asked at once."""
        middle = 1 if self.kind == "ratio" else 0
        return (self.low is not None and self.low > middle) or (self.high is not None and self.high < middle)


@dataclass(frozen=True)
class Indicator:
    """What is compared: its key in docs/numbers.md, its name, how it is read, and how it comes out of a portrait."""

    key: str
    name: Any
    how: Any
    read: Callable[[dict[str, Any]], Cell | None]


@dataclass(frozen=True)
class Column:
    """A cluster in the comparison: how much is known of it, as of when, and its cells in the order of the indicators."""

    cluster: Cluster
    members: int
    gatherings: int
    as_of: datetime
    cells: tuple[Cell | None, ...]


def _part(name: str) -> Callable[[dict[str, Any]], Cell | None]:
    def read(told: dict[str, Any]) -> Cell | None:
        n = told["verdict"]["members"]
        return Cell("part", told["strips"][1][name], n) if n else None

    return read


def _beside_chance(key: str) -> Callable[[dict[str, Any]], Cell | None]:
    def read(told: dict[str, Any]) -> Cell | None:
        verdict = told["verdict"]
        found = next((one for one in verdict["whole"] if one["key"] == key), None)
        if not verdict["enough"] or found is None or not found["observed"] or found["ratio"]["value"] is None:
            return None
        ratio = found["ratio"]
        return Cell("ratio", ratio["value"], verdict["counted"], ratio["low"], ratio["high"], found["beyond"])

    return read


def _on_a_panel(told: dict[str, Any]) -> Cell | None:
    growth = (told["change"] or {}).get("growth")
    panel = growth and growth["panel"]
    if not panel:
        return None
    beyond = panel["low"] > 0 or panel["high"] < 0
    return Cell(
        "change", panel["value"], sum(told["change"]["gatherings"]), panel["low"], panel["high"], beyond
    )


def _share(found: dict[str, Any] | None) -> Cell | None:
    """A share of pairs with the bounds that its gatherings give; nothing where the pairs are too few."""
    share = found and found["share"]
    if not found or not share:
        return None
    return Cell("share", found["part"], found["whole"], share["low"], share["high"])


def _new(told: dict[str, Any]) -> Cell | None:
    return _share((told["change"] or {}).get("fresh"))


def _leading(where: str) -> Callable[[dict[str, Any]], Cell | None]:
    def read(told: dict[str, Any]) -> Cell | None:
        return _share((told.get("outward") or {}).get(where))

    return read


def _bridge(told: dict[str, Any]) -> Cell | None:
    n = told["strips"][1]["largest"]
    return Cell("part", max((one["cut_off"] for one in told["bridges"]), default=0), n) if n else None


INDICATORS = (
    Indicator("connected", _("Members with a partner"), _("of all members, those that met nobody included"), _part("connected")),
    Indicator("largest", _("In the largest part"), _("of all members: whoever can reach whoever"), _part("largest")),
    Indicator("firm_science", _("Companies with science"),
              _("ties of companies with universities, institutes and hospitals, times chance"), _beside_chance("firm_science")),
    Indicator("cross_type", _("Ties across types"),
              _("share of ties between organisations of different type, times chance"), _beside_chance("cross_type")),
    Indicator("repeated", _("Met again"), _("share of ties that met at two or more gatherings, times chance"), _beside_chance("repeated")),
    Indicator("panel", _("Change of partners in a year"),
              _("partners per member, the same members and the same number of gatherings in both years"), _on_a_panel),
    Indicator("new_ties", _("New ties"),
              _("of the pairs that met in the last year, those that had not met in the two before; members seen in both times"), _new),
    Indicator("outside", _("Partners outside"),
              _("of all ties of members, those with an organisation outside the cluster; outsiders count in the size of a gathering"),
              _leading("leaving")),
    Indicator("abroad", _("Partners abroad"), _("of all ties of members, those with an organisation of another country"), _leading("abroad")),
    Indicator("bridge", _("Hang on one organisation"), _("members of the largest part that would be cut off without a single one"), _bridge),
)  # fmt: skip


def known() -> list[Cluster]:
    """Clusters of which the world may know a measured network, by name."""
    measured = network.portrayed("public")
    return [one for one in members.clusters() if one.pk in measured]


def compared(clusters: Iterable[Cluster]) -> list[Column]:
    """The columns of the comparison, in the order given; clusters that were not measured are left out."""
    return [found for one in clusters if (found := _column(one))]


def cells_of(told: dict[str, Any]) -> dict[str, Cell | None]:
    """What a portrait says to each indicator, by its key."""
    return {one.key: one.read(told) for one in INDICATORS}


def _column(cluster: Cluster) -> Column | None:
    portrait = network.kept(cluster, "public")
    if portrait is None:
        return None
    told = portrait.told
    cells = tuple(cells_of(told).values())
    verdict = told["verdict"]
    return Column(cluster, verdict["members"], verdict["counted"], portrait.as_of, cells)
