"""The portrait of a network in a window: measured from rows, or read as the worker kept it."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime, timedelta
from math import isfinite, log
from typing import Any

import numpy as np

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation
from pumasi.commons.members.models.organisations import Kind
from pumasi.engine.network.incidence import Incidence
from pumasi.engine.network.projection import project
from pumasi.engine.statistics.change import growth
from pumasi.engine.statistics.null import stratum
from pumasi.engine.statistics.outward import new_ties, outward
from pumasi.engine.statistics.portrait import portrait
from pumasi.engine.statistics.verdict import HEADLINE
from pumasi.measure.network.models import Portrait
from pumasi.measure.network.queries.base import Rows, member_rows, rows_around

ALL = "all"
# Raised when the measures change, so that no portrait of the old ones is taken over for the same rows.
EDITION = 2
TYPES = [value for value, _ in Kind.choices]
SCIENCE = ("university", "research_institute", "hospital")
CIRCLES = {
    "firm_firm": ((TYPES.index("company"),), (TYPES.index("company"),)),
    "firm_science": ((TYPES.index("company"),), tuple(TYPES.index(kind) for kind in SCIENCE)),
}
YEAR = timedelta(days=365)
# How long a pair must not have met to be called new: the same for every cluster, however long its book.
LOOK_BACK = 2 * YEAR
# Growth is not told of fewer gatherings in either year: its interval would say nothing.
LEAST_FOR_GROWTH = 20
# How far a pair came, by the kinds of lines it shares. A pair on a rung counts on the rungs below it too.
LADDER = (
    ("followed_up", {"follow_up", "meeting", "brokerage", "visit"}),
    ("worked", {"challenge", "project", "use"}),
    ("result", {"contract", "investment", "patent", "spin_out"}),
)


@dataclass(frozen=True)
class Around:
    """Who sat with the members, from inside and outside the cluster; `foreign`: those registered in another country."""

    rows: Rows
    inside: list[int]
    foreign: list[int]

    def between(self, first: datetime, last: datetime) -> Around:
        """The same at the gatherings from `first` up to, but not on, `last`."""
        return replace(self, rows=self.rows.between(first, last))


def kept(cluster: Cluster, audience: str, window: str = ALL) -> Portrait | None:
    """The portrait that the worker kept, if it has come to it."""
    return Portrait.objects.filter(cluster=cluster, audience=audience, window=window).first()


def portrayed(audience: str) -> set[int]:
    """Ids of the clusters of which a portrait is kept for this audience."""
    found = Portrait.objects.filter(audience=audience, window=ALL)
    return set(found.values_list("cluster_id", flat=True))


def measured(
    cluster: Cluster,
    audience: str = "managers",
    *,
    since: datetime | None = None,
    until: datetime | None = None,
) -> dict[str, Any]:
    """Measure a cluster now, over any window, without keeping the result."""
    ids = members.member_ids(cluster, audience)
    rows = member_rows(ids, audience, cluster=cluster.pk, since=since, until=until)
    around = around_of(cluster, ids, audience)
    if since or until:
        around = around.between(
            since or datetime.min.replace(tzinfo=UTC), until or datetime.max.replace(tzinfo=UTC)
        )
    return portray(rows, kinds_of(ids), around)


def around_of(cluster: Cluster, ids: list[int], audience: str) -> Around:
    """Read who sat with the members `ids` of a cluster that an audience may know of."""
    rows = rows_around(ids, audience, cluster=cluster.pk, most=HEADLINE)
    others = set(rows.members) - set(ids)
    foreign = Organisation.objects.filter(pk__in=others).exclude(country__in=["", cluster.country])
    return Around(rows, ids, sorted(foreign.values_list("pk", flat=True)) if cluster.country else [])


def windows(cluster: Cluster, audience: str) -> list[str]:
    """The years that have a portrait of their own, latest first."""
    found = Portrait.objects.filter(cluster=cluster, audience=audience).exclude(window=ALL)
    return list(found.order_by("-window").values_list("window", flat=True))


def mixed(told: dict[str, Any]) -> list[dict[str, Any]]:
    """Pairs of types beside chance, those furthest from it first; small cells and what gives them away left out."""
    table = told["mixing"]
    if not table:
        return []
    kinds = [label for _, label in Kind.choices]
    found = [
        {
            "one": kinds[i],
            "other": kinds[j],
            "ties": table["pairs"][i][j],
            **{name: table[name][i][j] for name in ("ratio", "low", "high")},
        }
        for i in range(len(kinds))
        for j in range(i, len(kinds))
        if table["pairs"][i][j] and not table["hidden"][i][j] and table["ratio"][i][j]
    ]
    return sorted(found, key=lambda row: -abs(log(row["ratio"])))


def kinds_of(ids: list[int]) -> list[str]:
    """The kind of each of these organisations, in their order."""
    kind = dict(Organisation.objects.filter(pk__in=ids).values_list("pk", "kind"))
    return [kind.get(pk, "") for pk in ids]


def portray(rows: Rows, kinds: list[str], around: Around) -> dict[str, Any]:
    """Measure rows: `engine.statistics.portrait` with the words of this house, as plain values for JSON.

    `kinds`: what each member is, in the order of `rows.members`; `around`: whom they met of all organisations.
    """
    book = rows.incidence()
    kind = dict(zip(rows.members, kinds, strict=True))
    types = np.array(
        [TYPES.index(kind[pk]) if kind[pk] in TYPES else -1 for pk in book.participants.tolist()],
        dtype=np.int32,  # said, because numpy takes a list of nothing for fractions
    )
    found = portrait(
        book,
        types=types,
        kinds=len(TYPES),
        circles=CIRCLES,
        strata=_strata(rows),
    )
    told = _plain(asdict(found))
    ids = book.participants.tolist()
    told["bridges"] = [{**one, "node": ids[one["node"]]} for one in told["bridges"]]
    return {
        **told,
        "edition": EDITION,
        "types": np.bincount(types[types >= 0], minlength=len(TYPES)).tolist(),
        "projects": sum(kind == "project" for kind in rows.kinds),
        "ladder": _ladder(rows, book),
        "change": _change(rows),
        "outward": _outward(around),
        "from": min(rows.when).isoformat() if rows.when else None,
        "to": max(rows.when).isoformat() if rows.when else None,
    }


def _strata(rows: Rows) -> Any:
    """Series and quarter of each gathering; those without a series are told apart by their kind."""
    name = [series or kind for series, kind in zip(rows.series, rows.kinds, strict=True)]
    quarter = np.array([when.year * 4 + (when.month - 1) // 3 for when in rows.when], dtype=np.int64)
    return stratum(np.unique(name, return_inverse=True)[1].reshape(-1), quarter)


def _ladder(rows: Rows, book: Incidence) -> dict[str, int]:
    """Pairs that met in gatherings of up to 20, and how many of them came how far."""
    kind = (
        np.array(rows.kinds, dtype=object)[book.gatherings] if book.gatherings.size else np.zeros(0, object)
    )
    reached = {"met": _pairs(book)}
    for rung, kinds in LADDER:
        reached[rung] = _pairs(book.only(np.isin(kind, list(kinds))))
    above: set[int] = set()
    counts: dict[str, int] = {}
    for rung in reversed(reached):
        above |= reached[rung]
        counts[rung] = len(above)
    return dict(reversed(counts.items()))


def _change(rows: Rows) -> dict[str, Any] | None:
    """The last twelve months beside the twelve before: new and lasting pairs, and growth on a fixed panel."""
    if not rows.when:
        return None
    end = max(rows.when) + timedelta(seconds=1)
    now, before = rows.between(end - YEAR, end), rows.between(end - 2 * YEAR, end - YEAR)
    earlier = rows.between(min(rows.when), end - YEAR)
    pairs, old = (_pairs(part.incidence()) for part in (now, earlier))
    told: dict[str, Any] = {
        "until": max(rows.when).isoformat(),
        "gatherings": [len(set(now.sources)), len(set(before.sources))],
        "new": len(pairs - old) if old else None,
        "lasting": len(pairs & old) if old else None,
    }
    if min(told["gatherings"]) >= LEAST_FOR_GROWTH:
        first, second = (part.incidence().of_size(most=HEADLINE) for part in (before, now))
        told["growth"] = _plain(asdict(growth(first, second)))
        known = rows.between(end - YEAR - LOOK_BACK, end - YEAR).incidence().of_size(most=HEADLINE)
        told["fresh"] = _plain(asdict(new_ties(known, second)))
    return told


def _outward(around: Around) -> dict[str, Any] | None:
    """Where the members' ties lead: out of the cluster, and abroad."""
    book = around.rows.incidence()
    inside, foreign = (np.isin(book.participants, some) for some in (around.inside, around.foreign))
    found = outward(book, inside, foreign, most=HEADLINE)
    return _plain(asdict(found)) if found.leaving.whole else None


def _pairs(book: Incidence) -> set[int]:
    return set(project(book, cap=HEADLINE).key.tolist())


def _plain(value: Any) -> Any:
    """Plain values for JSON: arrays as lists, what is not a number as None."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, np.ndarray | list | tuple):
        return [_plain(one) for one in (value.tolist() if isinstance(value, np.ndarray) else value)]
    if isinstance(value, np.generic):
        return _plain(value.item())
    return None if isinstance(value, float) and not isfinite(value) else value
