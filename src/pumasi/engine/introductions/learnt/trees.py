"""Boosted trees that order lists (LambdaMART: Burges 2010, MSR-TR-2010-82), small and the same in every run."""

import itertools
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Bytes, Ints, Reals, Small


@dataclass(frozen=True)
class Growth:
    """How trees grow, chosen on validation years (benchmarks/introductions.py).

    ``depth``: places of a list that count. ``least``: lines of a leaf. ``calm`` is added to the bends, which keeps
    leaves of little evidence near 0. ``factors`` and ``lists``: the share that each tree gets to see.
    """

    trees: int = 200
    leaves: int = 7
    rate: float = 0.05
    bins: int = 63
    depth: int = 20
    least: int = 200
    calm: float = 5.0
    factors: float = 0.5
    lists: float = 0.8
    seed: int = 20190101


@dataclass(frozen=True)
class Trees:
    """``edges`` of each factor's bins, ascending; forks and leaves as `kernels.boosting.walk` reads them."""

    edges: tuple[Reals, ...]
    factor: Small
    limit: Bytes
    low: Small
    high: Small
    leaf: Reals

    def __call__(self, x: Reals) -> Reals:
        """The score of every line of ``x``, shape (lines, factors): shape (lines,)."""
        from pumasi.engine.kernels.boosting import walk  # late: slow import

        found = np.zeros(x.shape[0])
        walk(binned(x, self.edges), self.factor, self.limit, self.low, self.high, self.leaf, found)
        return found


@dataclass(frozen=True)
class _Tree:
    """One row of `Trees`."""

    factor: Small
    limit: Bytes
    low: Small
    high: Small
    leaf: Reals


@dataclass(eq=False)
class _Leaf:
    """A leaf while its tree grows: its lines, its sums by factor and bin, and the best way to part it."""

    lines: Small
    sums: Reals
    gain: float
    factor: int
    limit: int
    fork: tuple[int, bool]


def grow(x: Reals, label: Bytes, start: Ints, growth: Growth | None = None) -> Trees:
    """Trees that put lines of label 1 before those of label 0 within their list.

    ``x``: shape (lines, factors); list i is ``start[i]:start[i + 1]``.
    """
    from pumasi.engine.kernels.boosting import walk  # late: slow import

    how = growth or Growth()
    rng = np.random.default_rng(how.seed)
    edges = tuple(_edges(x[:, f], label, how.bins) for f in range(x.shape[1]))
    small = binned(x, edges)
    score, pull, bend = np.zeros(len(x)), np.zeros(len(x)), np.zeros(len(x))
    size = np.diff(start)
    grown: list[_Tree] = []
    for _ in range(how.trees):
        _wants(label, score, start, how.depth, (pull, bend))
        seen = np.repeat(rng.random(size.size) < how.lists, size)
        few = max(1, round(how.factors * x.shape[1]))
        chosen = np.sort(rng.choice(x.shape[1], few, replace=False)).astype(np.int32)
        tree = _tree(small, np.flatnonzero(seen).astype(np.int32), chosen, (pull, bend), how)
        walk(
            small,
            tree.factor[None],
            tree.limit[None],
            tree.low[None],
            tree.high[None],
            tree.leaf[None],
            score,
        )
        grown.append(tree)
    return Trees(
        edges,
        np.stack([tree.factor for tree in grown]),
        np.stack([tree.limit for tree in grown]),
        np.stack([tree.low for tree in grown]),
        np.stack([tree.high for tree in grown]),
        np.stack([tree.leaf for tree in grown]),
    )


def _wants(label: Bytes, score: Reals, start: Ints, depth: int, found: tuple[Reals, Reals]) -> None:
    """Fills the pulls and bends, some lists on each processor; lists know nothing of each other."""
    from pumasi.engine.kernels.boosting import pulls  # late: slow import

    threads = os.cpu_count() or 1
    ends = np.linspace(0, start.size - 1, threads + 1).astype(int)
    with ThreadPoolExecutor(threads) as pool:
        parts = [start[a : b + 1] for a, b in itertools.pairwise(ends)]
        for job in [pool.submit(pulls, label, score, part, depth, *found) for part in parts]:
            job.result()


def binned(x: Reals, edges: tuple[Reals, ...]) -> Bytes:
    """Every value as the number of edges below it: shape of ``x``."""
    found = np.empty(x.shape, dtype=np.uint8)
    for f, edge in enumerate(edges):
        found[:, f] = np.searchsorted(edge, x[:, f])
    return found


def _edges(values: Reals, label: Bytes, bins: int) -> Reals:
    """Half of the edges part all values evenly, half those that came true, which crowd at the high end."""
    at = np.linspace(0, 1, bins // 2 + 2)[1:-1]
    true = values[label > 0]
    return np.unique(np.concatenate([np.quantile(some, at) for some in (values, true) if some.size]))


def _tree(x: Bytes, lines: Small, chosen: Small, wants: tuple[Reals, Reals], how: Growth) -> _Tree:
    """One tree, leaf by leaf: always the leaf is parted that gains most."""
    forks = how.leaves - 1
    factor, limit = np.full(forks, -1, np.int32), np.zeros(forks, np.uint8)
    turns = np.full((2, forks), -1, np.int32)
    leaves = [_leaf(x, lines, chosen, wants, how, (-1, False))]
    for fork in range(forks):
        leaf = max(leaves, key=lambda one: one.gain)
        if leaf.gain <= 0.0:
            break
        factor[fork], limit[fork] = leaf.factor, leaf.limit
        if leaf.fork[0] >= 0:
            turns[int(leaf.fork[1]), leaf.fork[0]] = fork
        leaves.remove(leaf)
        leaves += _parted(x, leaf, chosen, wants, how, fork)
    value = np.zeros(how.leaves)
    for k, leaf in enumerate(leaves):
        if leaf.fork[0] >= 0:
            turns[int(leaf.fork[1]), leaf.fork[0]] = -1 - k
        pull, bend = (float(one[leaf.lines].sum()) for one in wants)
        value[k] = -how.rate * pull / (bend + how.calm)
    return _Tree(factor, limit, turns[0], turns[1], value)


def _parted(
    x: Bytes, leaf: _Leaf, chosen: Small, wants: tuple[Reals, Reals], how: Growth, fork: int
) -> list[_Leaf]:
    """Both sides of a leaf; the sums of the larger are what the smaller leaves of the whole."""
    low = x[leaf.lines, leaf.factor] <= leaf.limit
    sides = leaf.lines[low], leaf.lines[~low]
    less = int(sides[1].size < sides[0].size)
    one = _leaf(x, sides[less], chosen, wants, how, (fork, bool(less)))
    rest = _best(sides[1 - less], leaf.sums - one.sums, chosen, how, (fork, not less))
    return [one, rest]


def _leaf(
    x: Bytes, lines: Small, chosen: Small, wants: tuple[Reals, Reals], how: Growth, fork: tuple[int, bool]
) -> _Leaf:
    from pumasi.engine.kernels.boosting import sums  # late: slow import

    found = np.zeros((chosen.size, how.bins, 3))
    sums(x, lines, chosen, *wants, found)
    return _best(lines, found, chosen, how, fork)


def _best(lines: Small, found: Reals, chosen: Small, how: Growth, fork: tuple[int, bool]) -> _Leaf:
    """The leaf with the limit that gains most over leaving it whole (0 where none keeps both sides large)."""
    low = found.cumsum(axis=1)
    high = low[:, -1:] - low

    def worth(part: Reals) -> Reals:
        return np.asarray(part[..., 0] ** 2 / (part[..., 1] + how.calm))

    gain = worth(low) + worth(high) - worth(low[:, -1:])
    gain[(low[..., 2] < how.least) | (high[..., 2] < how.least)] = 0.0
    at, limit = np.unravel_index(int(gain.argmax()), gain.shape)
    return _Leaf(lines, found, float(gain[at, limit]), int(chosen[at]), int(limit), fork)
