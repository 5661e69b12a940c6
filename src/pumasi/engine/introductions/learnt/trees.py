"""Boosted trees that order lists (LambdaMART: Burges 2010, MSR-TR-2010-82), small and the same in every run."""

import os
from collections.abc import Callable
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

    trees: int = 300
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
        found = np.zeros(x.shape[0])
        self.add(binned(x, self.edges), slice(None), found)
        return found

    def add(self, x: Bytes, some: slice, found: Reals) -> None:
        """Adds to ``found`` what some of the trees say of lines whose factors are told as bins."""
        from pumasi.engine.kernels.boosting import walk  # late: slow import

        turns = self.low[some], self.high[some]
        walk(x, self.factor[some], self.limit[some], *turns, self.leaf[some], found)


@dataclass(eq=False)
class _Leaf:
    """A leaf while its tree grows: its lines, its sums by factor and bin, and the best way to part it.

    ``fork``: the fork that leads here and whether by its high turn; -1 at the root.
    """

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
    how = growth or Growth()
    rng = np.random.default_rng(how.seed)
    found = _bare(tuple(_edges(x[:, f], label, how.bins) for f in range(x.shape[1])), how)
    small = binned(x, found.edges)
    score, pull, bend = np.zeros(len(x)), np.zeros(len(x)), np.zeros(len(x))
    size, few = np.diff(start), max(1, round(how.factors * x.shape[1]))
    for t in range(how.trees):
        _wants(label, score, start, how.depth, (pull, bend))
        seen = np.repeat(rng.random(size.size) < how.lists, size)
        chosen = np.sort(rng.choice(x.shape[1], few, replace=False)).astype(np.int32)
        _Garden(small, chosen, pull, bend, how).plant(found, t, np.flatnonzero(seen).astype(np.int32))
        found.add(small, slice(t, t + 1), score)
    return found


def _bare(edges: tuple[Reals, ...], how: Growth) -> Trees:
    """Trees without forks, whose one leaf says nothing."""
    shape = how.trees, how.leaves - 1
    none = np.full(shape, -1, dtype=np.int32)
    return Trees(
        edges, none, np.zeros(shape, np.uint8), none.copy(), none.copy(), np.zeros((how.trees, how.leaves))
    )


def _wants(label: Bytes, score: Reals, start: Ints, depth: int, found: tuple[Reals, Reals]) -> None:
    """Fills the pulls and bends; lists know nothing of each other."""
    from pumasi.engine.kernels.boosting import pulls  # late: slow import

    _in_parts(lambda a, b: pulls(label, score, start[a : b + 1], depth, *found), start.size - 1)


def _in_parts(work: Callable[[int, int], None], many: int) -> None:
    """Some of so many pieces of work on each processor, told as the first of them and the one after the last."""
    threads = os.cpu_count() or 1
    ends = np.linspace(0, many, threads + 1).astype(int).tolist()
    with ThreadPoolExecutor(threads) as pool:
        list(pool.map(work, ends[:-1], ends[1:]))


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


@dataclass(frozen=True)
class _Garden:
    """What one tree grows from: lines by bin, the factors that it may see, and what every line wants."""

    x: Bytes
    chosen: Small
    pull: Reals
    bend: Reals
    how: Growth

    def plant(self, found: Trees, t: int, lines: Small) -> None:
        """Grows tree ``t`` leaf by leaf: always the leaf is parted that gains most."""
        turns = found.low[t], found.high[t]
        leaves = [self.leaf(lines, (-1, False))]
        for fork in range(self.how.leaves - 1):
            leaf = max(leaves, key=lambda one: one.gain)
            if leaf.gain <= 0.0:
                break
            found.factor[t, fork], found.limit[t, fork] = leaf.factor, leaf.limit
            if leaf.fork[0] >= 0:
                turns[leaf.fork[1]][leaf.fork[0]] = fork
            leaves.remove(leaf)
            leaves += self.parted(leaf, fork)
        for k, leaf in enumerate(leaves):
            if leaf.fork[0] >= 0:
                turns[leaf.fork[1]][leaf.fork[0]] = -1 - k
            pull, bend = float(self.pull[leaf.lines].sum()), float(self.bend[leaf.lines].sum())
            found.leaf[t, k] = -self.how.rate * pull / (bend + self.how.calm)

    def parted(self, leaf: _Leaf, fork: int) -> list[_Leaf]:
        """Both sides of a leaf; the sums of the larger are what the smaller leaves of the whole."""
        low = self.x[leaf.lines, leaf.factor] <= leaf.limit
        sides = leaf.lines[low], leaf.lines[~low]
        less = int(sides[1].size < sides[0].size)
        one = self.leaf(sides[less], (fork, bool(less)))
        return [one, self.best(sides[1 - less], leaf.sums - one.sums, (fork, not less))]

    def leaf(self, lines: Small, fork: tuple[int, bool]) -> _Leaf:
        """A leaf of these lines."""
        from pumasi.engine.kernels.boosting import sums  # late: slow import

        found = np.zeros((self.chosen.size, self.how.bins, 3))
        _in_parts(
            lambda a, b: sums(self.x, lines, self.chosen[a:b], self.pull, self.bend, found[a:b]),
            self.chosen.size,
        )
        return self.best(lines, found, fork)

    def best(self, lines: Small, found: Reals, fork: tuple[int, bool]) -> _Leaf:
        """The leaf with the limit that gains most over leaving it whole (0 where none keeps both sides large)."""
        low = found.cumsum(axis=1)
        high = low[:, -1:] - low
        gain = self.worth(low) + self.worth(high) - self.worth(low[:, -1:])
        gain[(low[..., 2] < self.how.least) | (high[..., 2] < self.how.least)] = 0.0
        at, limit = np.unravel_index(int(gain.argmax()), gain.shape)
        return _Leaf(lines, found, float(gain[at, limit]), int(self.chosen[at]), int(limit), fork)

    def worth(self, part: Reals) -> Reals:
        """What a leaf of such sums would gain over saying nothing."""
        return np.asarray(part[..., 0] ** 2 / (part[..., 1] + self.how.calm))
