"""Groups that meet among themselves, under numbers that last, and how sure one can be of them."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small, summed
from pumasi.engine.network.graph import Graph, renumbered

SEED = 20190708


@dataclass(frozen=True)
class Communities:
    """``label`` per node (0 is the largest), -1 for nodes without a tie.

    ``modularity`` is that of the chosen run; ``agreement`` the mean adjusted Rand index between runs (1: all
    found the same); ``steadiness`` per node the share of its companions that stay with it, averaged over
    the other runs (0 to 1; nan for nodes without a tie).
    """

    label: Small
    modularity: float
    agreement: float
    steadiness: Reals

    @property
    def count(self) -> int:
        """Number of communities."""
        return int(self.label.max(initial=-1)) + 1


def communities(
    g: Graph, *, runs: int = 10, seed: int = SEED, before: Small | None = None, resolution: float = 1.0
) -> Communities:
    """Communities by the Louvain method with refinement (Staudt & Meyerhenke, doi 10.1109/TPDS.2015.2390633).

    Each run sees the nodes in another order, since the answer of the method depends on it.

    The run of highest modularity is chosen (the first on a tie). With ``before`` (labels of an earlier answer
    over the same nodes, -1 for newcomers) groups keep the number of the earlier group they overlap most with.
    """
    tied = g.degree > 0
    if not tied.any():
        return Communities(np.full(g.size, -1, dtype=np.int32), 0.0, 1.0, np.full(g.size, np.nan))
    found = [np.where(tied, _louvain(g, seed + run, resolution), -1) for run in range(runs)]
    quality = [modularity(g, label) for label in found]
    best = found[int(np.argmax(quality))]
    label = np.full(g.size, -1, dtype=np.int32)
    label[tied] = renumbered(best[tied])
    agreement, steady = _stability(found, best, tied)
    kept = label if before is None else keeping_numbers(label, before)
    return Communities(kept, max(quality), agreement, steady)


def modularity(g: Graph, label: Ints | Small, *, resolution: float = 1.0) -> float:
    """Share of weight inside groups less what strengths alone give (Newman, 10.1103/PhysRevE.69.066133)."""
    total = float(g.weight.sum())
    if total == 0:
        return 0.0
    inside = float(g.weight[label[g.source] == label[g.to]].sum()) / total
    _, code = np.unique(label, return_inverse=True)
    by_group = summed(code, g.strength, int(code.max()) + 1) / total
    return inside - resolution * float((by_group**2).sum())


def rand_index(one: Ints | Small, other: Ints | Small) -> float:
    """Adjusted Rand index: 1 the same groups, 0 as chance has it (Hubert & Arabie, 10.1007/BF01908075)."""
    n = one.size
    _, a = np.unique(one, return_inverse=True)
    _, b = np.unique(other, return_inverse=True)
    cells = np.unique(a * (b.max(initial=0) + 1) + b, return_counts=True)[1]
    both, first, second = _pairs(cells), _pairs(np.bincount(a)), _pairs(np.bincount(b))
    expected = first * second / max(n * (n - 1) / 2, 1)
    ceiling = (first + second) / 2
    return 1.0 if ceiling == expected else (both - expected) / (ceiling - expected)


def keeping_numbers(label: Small, before: Small) -> Small:
    """The same groups under the numbers they overlap most with; new groups take the lowest free numbers."""
    from scipy.optimize import linear_sum_assignment  # late: slow import

    both = (label >= 0) & (before >= 0)
    new, old = int(label.max(initial=-1)) + 1, int(before.max(initial=-1)) + 1
    overlap = np.zeros((new, old), dtype=np.int64)
    np.add.at(overlap, (label[both], before[both]), 1)
    rows, columns = linear_sum_assignment(overlap, maximize=True)
    names = np.full(new, -1, dtype=np.int32)
    matched = overlap[rows, columns] > 0
    names[rows[matched]] = columns[matched]
    taken = set(names[names >= 0].tolist())
    free = (number for number in range(new + old) if number not in taken)
    for group in np.flatnonzero(names < 0):
        names[group] = next(free)
    return np.where(label >= 0, names[label], -1).astype(np.int32)


def _louvain(g: Graph, seed: int, resolution: float) -> Ints:
    import networkit  # late: slow import

    new = np.random.default_rng(seed).permutation(g.size)
    # One thread: with more the order of moves, and so the answer, would vary between runs of the same seed.
    networkit.setNumberOfThreads(1)
    networkit.setSeed(seed, useThreadId=False)
    once = g.source < g.to
    coordinates = (new[g.source[once]].astype(np.uint64), new[g.to[once]].astype(np.uint64))
    net = networkit.GraphFromCoo((g.weight[once], coordinates), n=g.size, weighted=True, directed=False)
    method = networkit.community.PLM(net, refine=True, gamma=resolution, par="none")
    return np.asarray(method.run().getPartition().getVector(), dtype=np.int64)[new]


def _pairs(counts: Ints) -> float:
    return float((counts * (counts - 1) / 2).sum())


def _stability(found: list[Ints], best: Ints, tied: Flags) -> tuple[float, Reals]:
    """Mean agreement between all pairs of runs, and for each node how much of its group stays with it."""
    labels = [label[tied] for label in found]
    pairs = [(i, j) for i in range(len(labels)) for j in range(i)]
    agreement = float(np.mean([rand_index(labels[i], labels[j]) for i, j in pairs])) if pairs else 1.0
    steady = np.full(tied.size, np.nan)
    others = [label for label in labels if label is not best]
    steady[tied] = np.mean([_kept_company(best[tied], label) for label in others], axis=0)
    return agreement, steady


def _kept_company(best: Ints, other: Ints) -> Reals:
    """For each node the share of its companions in ``best`` that are also its companions in ``other``."""
    _, a = np.unique(best, return_inverse=True)
    _, b = np.unique(other, return_inverse=True)
    _, cell, size = np.unique(a * (b.max() + 1) + b, return_inverse=True, return_counts=True)
    companions = np.bincount(a)[a] - 1
    return np.where(companions > 0, (size[cell] - 1) / np.maximum(companions, 1), 1.0)
