"""Ties seen from both ends: neighbours, strength, components and distances."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small, summed
from pumasi.engine.network.projection import Ties


@dataclass(frozen=True)
class Graph:
    """An undirected weighted graph: the neighbours of ``v`` are ``to[start[v]:start[v + 1]]``, ascending."""

    start: Ints
    to: Small
    weight: Reals

    @property
    def size(self) -> int:
        """Number of nodes, those without a tie included."""
        return int(self.start.size - 1)

    @cached_property
    def degree(self) -> Ints:
        """Number of partners of each node."""
        return np.diff(self.start)

    @cached_property
    def source(self) -> Small:
        """The node at the near end of each entry of ``to``."""
        return np.repeat(np.arange(self.size, dtype=np.int32), self.degree)

    @cached_property
    def strength(self) -> Reals:
        """Sum of the weights of each node's ties."""
        return summed(self.source, self.weight, self.size)

    def neighbours(self, node: int) -> tuple[Small, Reals]:
        """Partners of a node and the weights of those ties."""
        row = slice(int(self.start[node]), int(self.start[node + 1]))
        return self.to[row], self.weight[row]


def graph(ties: Ties) -> Graph:
    """The symmetric graph of ties, by their weight."""
    return from_pairs(ties.a, ties.b, ties.weight, size=ties.ids.size)


def from_pairs(a: Small, b: Small, weight: Reals, *, size: int) -> Graph:
    """A graph of ``size`` nodes from distinct pairs in any order."""
    near, far = np.concatenate([a, b]).astype(np.int64), np.concatenate([b, a]).astype(np.int64)
    order = np.argsort(near * size + far)
    start = np.concatenate([[0], np.cumsum(np.bincount(near, minlength=size))]).astype(np.int64)
    return Graph(start, far[order].astype(np.int32), np.concatenate([weight, weight])[order])


def components(g: Graph) -> Small:
    """The component of each node, numbered by size (largest 0), then by its lowest node."""
    label = np.arange(g.size)
    while True:
        # Every node takes the lowest label around it, then follows it: halves chains, so few rounds do.
        lowest = label.copy()
        np.minimum.at(lowest, g.source, label[g.to])
        lowest = np.minimum(lowest, lowest[lowest])
        if np.array_equal(lowest, label):
            return renumbered(label)
        label = lowest


def renumbered(label: Ints) -> Small:
    """Group numbers by size (largest 0), equal sizes by their lowest node: stable between runs."""
    _, first, code, count = np.unique(label, return_index=True, return_inverse=True, return_counts=True)
    rank = np.empty(first.size, dtype=np.int32)
    rank[np.lexsort((first, -count))] = np.arange(first.size, dtype=np.int32)
    return rank[code]


def distances(g: Graph, source: int, *, longest: int | None = None, closed: Flags | None = None) -> Small:
    """Hops from a node to every other, -1 where there is no way (or none within ``longest``).

    Nodes flagged ``closed`` can be reached but not passed through.
    """
    hops = np.full(g.size, -1, dtype=np.int32)
    hops[source] = 0
    frontier, step = np.asarray([source]), 0
    while frontier.size and (longest is None or step < longest):
        step += 1
        reached = g.to[entries(g, frontier)]
        frontier = np.unique(reached[hops[reached] < 0])
        hops[frontier] = step
        if closed is not None:
            frontier = frontier[~closed[frontier]]
    return hops


def entries(g: Graph, nodes: Ints | Small) -> Ints:
    """Positions in ``to`` of all ties of the given nodes, node by node."""
    counts = g.degree[nodes]
    shift = g.start[nodes] - (np.cumsum(counts) - counts)
    return np.repeat(shift, counts) + np.arange(int(counts.sum()))


def mean_distance(g: Graph, *, sources: int = 256, seed: int = 20190708) -> float:
    """Mean hops between connected pairs, from a sample of sources (all of them when there are no more)."""
    picked = np.arange(g.size)
    if g.size > sources:
        picked = np.sort(np.random.default_rng(seed).choice(g.size, sources, replace=False))
    total, pairs = 0, 0
    for source in picked:
        hops = distances(g, int(source))
        total += int(hops[hops > 0].sum())
        pairs += int((hops > 0).sum())
    return total / pairs if pairs else float("nan")
