"""Who is in the middle, who holds the parts together, and what would come apart without them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from pumasi.engine.arrays import Flags, Reals, Small
from pumasi.engine.network.graph import Graph, entries, from_pairs

SEED = 20190708


def pagerank(g: Graph, *, damping: float = 0.85, tolerance: float = 1e-10, most: int = 200) -> Reals:
    """PageRank by tie weight (Brin & Page 1998): shape (n,), summing to 1.

    Power iteration until the summed change falls under ``tolerance``; nodes without a tie give their share
    to all.
    """
    from scipy.sparse import csr_array  # late: slow import

    inverse = np.divide(1.0, g.strength, out=np.zeros(g.size), where=g.strength > 0)
    walk = csr_array((g.weight * inverse[g.to], g.to, g.start), shape=(g.size, g.size))
    lost = np.flatnonzero(g.strength == 0)
    rank = np.full(g.size, 1.0 / max(g.size, 1))
    for _ in range(most):
        after = damping * (walk @ rank + float(rank[lost].sum()) / g.size) + (1 - damping) / g.size
        change, rank = float(np.abs(after - rank).sum()), after
        if change < tolerance:
            break
    return rank


def core(g: Graph) -> Small:
    """Core numbers: the largest k so that a node has k partners among nodes that also do (Seidman 1983)."""
    left, number = g.degree.copy(), np.zeros(g.size, dtype=np.int32)
    there, level = np.ones(g.size, dtype=np.bool_), 0
    while there.any():
        level = max(level, int(left[there].min()))
        gone = np.flatnonzero(there & (left <= level))
        number[gone], there[gone] = level, False
        np.subtract.at(left, g.to[entries(g, gone)], 1)
    return number


def betweenness(g: Graph, *, error: float = 0.005, seed: int = SEED) -> Reals:
    """Share of shortest ways (in hops) that pass through each node: shape (n,).

    Exact up to 2,000 nodes (Brandes 2001); above, sampled until all are within ``error`` with probability 0.9
    (KADABRA: Borassi & Natale 2019, doi 10.1145/3284359), on one thread so that a seed gives one answer.
    """
    import networkit  # late: slow import

    networkit.setNumberOfThreads(1)
    networkit.setSeed(seed, useThreadId=True)
    net = _networkit(g)
    if g.size <= 2000:
        scores = networkit.centrality.Betweenness(net, normalized=True).run().scores()
    else:
        scores = networkit.centrality.KadabraBetweenness(net, error, 0.1).run().scores()
    return np.asarray(scores, dtype=np.float64)


@dataclass(frozen=True)
class Bridge:
    """A node whose absence cuts others off: ``cut_off`` of them would no longer reach the largest part."""

    node: int
    cut_off: int


def bridges(g: Graph) -> list[Bridge]:
    """Nodes that alone hold parts of the network together, the one that holds most first.

    Articulation points (Hopcroft & Tarjan 1973, doi 10.1145/362248.362272) with what hangs on each: everybody
    of its component outside the largest piece that is left without it.
    """
    below, found, size = _depth_first(g)
    bridged = []
    for node, pieces in found.items():
        rest = size[node] - 1 - sum(below[child] for child in pieces)
        parts = [*(below[child] for child in pieces), rest]
        bridged.append(Bridge(node, sum(parts) - max(parts)))
    return sorted((b for b in bridged if b.cut_off), key=lambda b: (-b.cut_off, b.node))


def _depth_first(g: Graph) -> tuple[list[int], dict[int, list[int]], list[int]]:
    """Sizes of subtrees; for each node the children whose subtrees hang on it alone; sizes of components."""
    order, low = [-1] * g.size, [0] * g.size
    below, size = [1] * g.size, [0] * g.size
    hanging: dict[int, list[int]] = {}
    clock = 0
    for root in range(g.size):
        if order[root] >= 0:
            continue
        tree, stack = [root], [(root, -1, iter(g.neighbours(root)[0].tolist()))]
        order[root] = low[root] = clock
        clock += 1
        while stack:
            node, parent, onward = stack[-1]
            step = _unseen(onward, order, low, node)
            if step >= 0:
                order[step] = low[step] = clock
                clock += 1
                tree.append(step)
                stack.append((step, node, iter(g.neighbours(step)[0].tolist())))
                continue
            stack.pop()
            if parent >= 0:
                below[parent] += below[node]
                low[parent] = min(low[parent], low[node])
                if low[node] >= order[parent]:
                    hanging.setdefault(parent, []).append(node)
        for node in tree:
            size[node] = len(tree)
    return below, hanging, size


def _unseen(onward: Iterator[int], order: list[int], low: list[int], node: int) -> int:
    """The next partner not met before, -1 if none is left; ties to those met lower the node's mark."""
    for other in onward:
        if order[other] < 0:
            return other
        low[node] = min(low[node], order[other])
    return -1


def without(g: Graph, gone: Flags) -> Graph:
    """The same nodes with every tie of the flagged ones taken away."""
    stays = (g.source < g.to) & ~gone[g.source] & ~gone[g.to]
    return from_pairs(g.source[stays], g.to[stays], g.weight[stays], size=g.size)


def _networkit(g: Graph) -> Any:
    import networkit  # late: slow import

    once = g.source < g.to
    ends = (g.source[once].astype(np.uint64), g.to[once].astype(np.uint64))
    return networkit.GraphFromCoo((np.ones(int(once.sum())), ends), n=g.size, weighted=False, directed=False)
