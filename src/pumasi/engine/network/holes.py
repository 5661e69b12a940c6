"""Structural holes: how much of one's network is tied to itself, and how many circles it really reaches."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Ints, Reals, summed
from pumasi.engine.network.graph import Graph


@dataclass(frozen=True)
class Holes:
    """Per node, shape (n,); nan without a tie.

    ``constraint`` near 0: partners from separate circles, a bridge; near 1 and above: one closed circle.
    ``effective_size``: partners less those that lead to the same people. ``clustering``: share of pairs of
    partners that are tied themselves (0 with fewer than two partners).
    """

    constraint: Reals
    effective_size: Reals
    clustering: Reals


def holes(g: Graph) -> Holes:
    """Burt's measures (Structural Holes, 1992, ch. 2) with tie weights, and the clustering coefficient.

    constraint_i = sum_j (p_ij + sum_q p_iq p_qj)^2 and effective size_i = sum_j (1 - sum_q p_iq m_jq) over
    i's partners j, with p_ij = w_ij / s_i and m_jq = w_jq / max_k w_jk. Both inner sums are symmetric but
    for a division by s_i, so that each triangle needs to be met only once.
    """
    from pumasi.engine.kernels.triangles import triangles  # late: slow import

    start, to, weight, rank = _by_degree(g)
    strength = np.empty(g.size)
    strength[rank] = g.strength
    inverse = np.divide(1.0, strength, out=np.zeros(g.size), where=strength > 0)
    sums, corners = np.zeros((to.size, 2)), np.zeros(g.size, dtype=np.int64)
    triangles(start, to, weight, inverse, sums, corners)
    low = np.repeat(np.arange(g.size), np.diff(start))
    found = _measures(low, to, weight, sums, inverse)
    constraint, redundant = (values[rank] for values in found)
    tied = g.degree > 0
    pairs = g.degree * (g.degree - 1) / 2
    return Holes(
        np.where(tied, constraint, np.nan),
        np.where(tied, g.degree - redundant, np.nan),
        np.where(tied, corners[rank] / np.maximum(pairs, 1), np.nan),
    )


def _by_degree(g: Graph) -> tuple[Ints, Ints, Reals, Ints]:
    """The ties from lower to higher rank by degree (CSR), and each node's rank."""
    rank = np.empty(g.size, dtype=np.int64)
    rank[np.argsort(g.degree, kind="stable")] = np.arange(g.size)
    near, far = rank[g.source], rank[g.to]
    up = near < far
    order = np.argsort(near[up] * g.size + far[up])
    start = np.concatenate([[0], np.cumsum(np.bincount(near[up], minlength=g.size))]).astype(np.int64)
    return start, far[up][order], g.weight[up][order], rank


def _measures(low: Ints, high: Ints, weight: Reals, sums: Reals, inverse: Reals) -> tuple[Reals, Reals]:
    """Constraint and redundancy from what the triangles gave each tie, added up at both of its ends."""
    size = inverse.size
    heaviest = np.zeros(size)
    np.maximum.at(heaviest, low, weight)
    np.maximum.at(heaviest, high, weight)
    constraint, redundant = np.zeros(size), np.zeros(size)
    for near, far in ((low, high), (high, low)):
        constraint += summed(near, ((weight + sums[:, 0]) * inverse[near]) ** 2, size)
        redundant += summed(near, sums[:, 1] * inverse[near] / heaviest[far], size)
    return constraint, redundant
