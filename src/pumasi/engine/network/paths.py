"""Who can introduce you: ways from one organisation to another along ties that are warm."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small
from pumasi.engine.network.graph import Graph, entries


@dataclass(frozen=True)
class Path:
    """A way from the first node to the last; ``strength`` is the product of its ties' strengths (0 to 1)."""

    nodes: tuple[int, ...]
    strength: float

    @property
    def hops(self) -> int:
        """Ties along the way: 2 means one person in between."""
        return len(self.nodes) - 1


def tie_strength(weight: Reals) -> Reals:
    """A weight as a strength between 0 and 1, w / (1 + w): one gathering of two alone gives one half."""
    return weight / (1.0 + weight)


def warm_paths(
    g: Graph, source: int, target: int, *, avoid: Flags | None = None, longest: int = 4, count: int = 5
) -> list[Path]:
    """The best way through each first contact: fewest hops, then the largest product of strengths.

    Nodes flagged ``avoid`` (no consent to be asked, competitors, hidden) never stand in between; source and
    target may be flagged. At most ``longest`` hops and ``count`` paths. A direct tie is a path of one hop.
    """
    passable = np.ones(g.size, dtype=np.bool_) if avoid is None else ~avoid
    passable[[source, target]] = False
    hops, best, onward = _toward(g, target, passable, longest - 1)
    near, weight = g.neighbours(source)
    usable = (hops[near] >= 0) & (passable[near] | (near == target))
    near, strength = near[usable], tie_strength(weight[usable]) * best[near[usable]]
    order = np.lexsort((near, -strength, hops[near]))[:count]
    return [Path((source, *_walk(onward, int(near[i]), target)), float(strength[i])) for i in order]


def strongest_path(
    g: Graph, source: int, target: int, *, avoid: Flags | None = None, longest: int = 6
) -> Path | None:
    """The way with the largest product of strengths in up to ``longest`` hops; None if there is none."""
    passable = np.ones(g.size, dtype=np.bool_) if avoid is None else ~avoid
    best = np.zeros(g.size)
    best[target] = 1.0
    onward = np.full((longest, g.size), -1, dtype=np.int32)
    strength = tie_strength(g.weight)
    ahead = passable | (np.arange(g.size) == target)
    for step in range(longest):
        offer = np.where(ahead[g.to], strength * best[g.to], 0.0)
        better = np.flatnonzero(offer > best[g.source])
        if not better.size:
            break
        best, onward[step] = _taken(g, best, offer, better)
    return _traced(onward, best, source, target)


def _taken(g: Graph, best: Reals, offer: Reals, better: Ints) -> tuple[Reals, Small]:
    """For each node the best offer among its ties, and the neighbour that made it (lowest index on a tie)."""
    order = better[np.lexsort((g.to[better], -offer[better], g.source[better]))]
    node, first = np.unique(g.source[order], return_index=True)
    after, onward = best.copy(), np.full(g.size, -1, dtype=np.int32)
    after[node], onward[node] = offer[order[first]], g.to[order[first]]
    return after, onward


def _traced(onward: Small, best: Reals, source: int, target: int) -> Path | None:
    if source == target or best[source] == 0:
        return None
    nodes, step = [source], onward.shape[0] - 1
    while nodes[-1] != target:
        while onward[step, nodes[-1]] < 0:
            step -= 1
        nodes.append(int(onward[step, nodes[-1]]))
        step -= 1
    return Path(tuple(nodes), float(best[source]))


def _toward(g: Graph, target: int, passable: Flags, longest: int) -> tuple[Small, Reals, Small]:
    """From every node the fewest hops to the target, the best product on such a way, and its next node."""
    hops, best = np.full(g.size, -1, dtype=np.int32), np.zeros(g.size)
    onward = np.full(g.size, -1, dtype=np.int32)
    hops[target], best[target] = 0, 1.0
    frontier = np.asarray([target], dtype=np.int32)
    for step in range(1, longest + 1):
        at = entries(g, frontier)
        new = at[(hops[g.to[at]] < 0) & passable[g.to[at]]]
        offer = tie_strength(g.weight[new]) * best[g.source[new]]
        order = np.lexsort((g.source[new], -offer, g.to[new]))
        frontier, first = np.unique(g.to[new][order], return_index=True)
        hops[frontier], best[frontier] = step, offer[order][first]
        onward[frontier] = g.source[new][order][first]
    return hops, best, onward


def _walk(onward: Small, node: int, target: int) -> tuple[int, ...]:
    nodes = [node]
    while nodes[-1] != target:
        nodes.append(int(onward[nodes[-1]]))
    return tuple(nodes)
