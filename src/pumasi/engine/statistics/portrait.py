"""All that the page of a network says, measured over the lines of one window."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Small
from pumasi.engine.network.centrality import Bridge, bridges
from pumasi.engine.network.communities import communities
from pumasi.engine.network.graph import components, graph, mean_distance
from pumasi.engine.network.incidence import Incidence
from pumasi.engine.network.projection import STRIP, Ties, project
from pumasi.engine.statistics.change import sensitivity
from pumasi.engine.statistics.intervals import Interval
from pumasi.engine.statistics.mixing import Mixing, mixing
from pumasi.engine.statistics.null import randomised
from pumasi.engine.statistics.verdict import (
    HEADLINE,
    Circles,
    Verdict,
    clustering,
    partners,
    repeated,
    verdict,
)

MIXING_DRAWS = 200
# Above this many gatherings a draw of the null is so steady that fewer of them say as much.
MANY_LINES = 5_000


@dataclass(frozen=True)
class Strip:
    """The ties of gatherings of at most ``most`` members (None: of every size).

    ``connected``: members with a partner; ``largest``: members of the largest part; ``partners``: mean over
    all members; ``clustering``: share of pairs with a common partner that are tied, 0 to 1.
    """

    most: int | None
    gatherings: int
    ties: int
    weight: float
    connected: int
    largest: int
    partners: float
    repeated: float
    clustering: float


@dataclass(frozen=True)
class Groups:
    """Communities in few words: how many of four or more, how far ten runs agree (adjusted Rand), modularity."""

    count: int
    agreement: float
    modularity: float


@dataclass(frozen=True)
class Portrait:
    """One network in one window; all but ``strips`` and ``biggest`` over gatherings of up to 20 members.

    ``biggest``: members at the largest gathering, ``owed``: share of all pairs that met there and nowhere
    else. ``distance``: mean hops between members that reach each other. ``steady``: by measure its value and
    its range when a fifth of the gatherings is left out. ``mixing`` is None without types.
    """

    strips: tuple[Strip, ...]
    verdict: Verdict
    mixing: Mixing | None
    bridges: tuple[Bridge, ...]
    groups: Groups
    distance: float
    biggest: int
    owed: float
    steady: dict[str, Interval]


def portrait(
    incidence: Incidence,
    *,
    types: Small | None = None,
    kinds: int = 0,
    circles: Circles | None = None,
    strata: Small | None = None,
) -> Portrait:
    """The portrait over an incidence of all members of a cluster; arguments as for `verdict` and `mixing`."""
    head = incidence.of_size(least=2, most=HEADLINE)
    net = graph(project(head))
    found = communities(net)
    sizes = np.bincount(found.label[found.label >= 0]) if found.count else np.zeros(0, dtype=np.int64)
    told = verdict(incidence, types=types, circles=circles, strata=strata)
    draws = MIXING_DRAWS if head.sizes.size <= MANY_LINES else MIXING_DRAWS // 10
    enough = types is not None and told.enough
    biggest = int(incidence.sizes.max(initial=0))
    return Portrait(
        strips=tuple(_strip(incidence, most) for most in STRIP),
        verdict=told,
        mixing=mixing(head, types, randomised(head, draws=draws), kinds=kinds) if enough and types is not None else None,
        bridges=tuple(bridges(net)),
        groups=Groups(int((sizes >= 4).sum()), found.agreement, found.modularity),
        distance=mean_distance(net),
        biggest=biggest,
        owed=_owed(incidence) if biggest >= 2 else 0.0,
        steady={"partners": sensitivity(head, partners), "clustering": sensitivity(head, clustering)},
    )  # fmt: skip


def _strip(incidence: Incidence, most: int | None) -> Strip:
    kept = incidence.of_size(least=2, most=most)
    ties = project(kept)
    net = graph(ties)
    part = np.bincount(components(net)) if net.size else np.zeros(1, dtype=np.int64)
    largest = int(part.max(initial=0))
    return Strip(
        most=most,
        gatherings=int(kept.sizes.size),
        ties=len(ties),
        weight=ties.weight_sum,
        connected=int((net.degree > 0).sum()),
        largest=largest if largest > 1 else 0,
        partners=partners(ties),
        repeated=repeated(ties),
        clustering=clustering(ties),
    )


def _owed(incidence: Incidence) -> float:
    """Share of all pairs that only the largest gathering made."""
    ties = project(incidence)
    present = np.zeros(incidence.participants.size, dtype=np.bool_)
    at = int(incidence.sizes.argmax())
    present[incidence.member[incidence.start[at] : incidence.start[at + 1]]] = True
    return float(_only_there(ties, present).sum()) / max(len(ties), 1)


def _only_there(ties: Ties, present: Flags) -> Flags:
    return present[ties.a] & present[ties.b] & (ties.shared == 1)
