"""Where each organisation stands on the map: groups together, the same place at every visit."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small
from pumasi.engine.network.graph import Graph, components, from_pairs
from pumasi.engine.network.layout.forces import settled, settled_again
from pumasi.engine.network.layout.shapes import rings, set_around, spread, sunflower, unit, upright

SEED = 20190708
# No old node moves further than this between two visits, in map units: a newcomer does not turn the map over.
STEP = 0.08


@dataclass(frozen=True)
class Layout:
    """``place``: shape (n, 2), about -1 to 1; ``apart`` flags nodes without a tie, on rings outside."""

    place: Reals
    apart: Flags


def layout(
    g: Graph,
    *,
    label: Small | None = None,
    before: Reals | None = None,
    radius: Reals | None = None,
    seed: int = SEED,
) -> Layout:
    """Places for up to some 5,000 nodes; the same input gives the same places.

    ``label`` (communities, -1 none) draws groups together. ``before`` holds the places of an earlier visit,
    shape (n, 2), nan for newcomers: a part of the map that was there stays there, and newcomers stand beside
    their partners. ``radius`` is each node's size, in the unit of the answer. Forces after ForceAtlas2 in its
    LinLog form (Jacomy et al. 2014, doi 10.1371/journal.pone.0098679), each component by itself.
    """
    apart = g.degree == 0
    old = np.full((g.size, 2), np.nan) if before is None else np.where(apart[:, None], np.nan, before)
    groups = np.full(g.size, -1, dtype=np.int32) if label is None else label
    size = np.full(g.size, 0.4 / np.sqrt(g.size + 10)) if radius is None else radius
    place = np.zeros((g.size, 2))
    if not apart.all():
        tied = np.flatnonzero(~apart)
        arranged = _arranged(_part(g, tied), groups[tied], old[tied], seed)
        place[tied] = spread(arranged, size[tied])
    place[apart] = rings(int(apart.sum()), place[~apart])
    return Layout(place, apart)


def _arranged(g: Graph, label: Small, old: Reals, seed: int) -> Reals:
    """Every component by itself; those that were on the map stay where they were, the others go around."""
    part = components(g)
    place, stays = np.empty((g.size, 2)), np.zeros(int(part.max()) + 1, dtype=np.bool_)
    for number in range(stays.size):
        nodes = np.flatnonzero(part == number)
        known = np.asarray(np.isfinite(old[nodes]).all(axis=1))
        stays[number] = known.mean() > 0.5
        own = _part(g, nodes)
        if stays[number]:
            place[nodes] = _kept(own, label[nodes], old[nodes], known)
        else:
            place[nodes] = upright(settled(own, label[nodes], _begin(label[nodes], seed)))
    if not stays[0]:
        place[part == 0] = unit(place[part == 0])
        stays[0] = True
    set_around(place, part, stays)
    return place


def _kept(g: Graph, label: Small, old: Reals, known: Flags) -> Reals:
    """A component seen before: forces from where it stood, laid back onto it, no old node moving far."""
    if known.all() and g.size <= 2:
        return old
    start = _beside(g, old, known)
    place = _onto(settled_again(g, label, start), old, known)
    move = place[known] - old[known]
    length = np.sqrt((move**2).sum(axis=1))[:, None]
    place[known] = old[known] + move * np.minimum(1.0, STEP / np.maximum(length, 1e-12))
    return place


def _part(g: Graph, nodes: Ints) -> Graph:
    index = np.full(g.size, -1, dtype=np.int32)
    index[nodes] = np.arange(nodes.size, dtype=np.int32)
    once = (g.source < g.to) & (index[g.source] >= 0)
    return from_pairs(index[g.source[once]], index[g.to[once]], g.weight[once], size=nodes.size)


def _begin(label: Small, seed: int) -> Reals:
    """A sunflower of groups, each a small sunflower of its members: no two nodes start in one place."""
    _, code, count = np.unique(label, return_inverse=True, return_counts=True)
    inside = np.empty((label.size, 2))
    for group in range(count.size):
        inside[code == group] = sunflower(int(count[group])) * np.sqrt(count[group] / label.size) * 0.6
    jitter = np.random.default_rng(seed).normal(scale=1e-3, size=(label.size, 2))
    return np.asarray(sunflower(count.size)[code] + inside + jitter)


def _beside(g: Graph, old: Reals, known: Flags) -> Reals:
    """Old places, and for newcomers the middle of their known partners', slightly off it."""
    place = np.where(known[:, None], old, old[known].mean(axis=0))
    near = known[g.to] & ~known[g.source]
    weight = np.bincount(g.source[near], weights=g.weight[near], minlength=g.size)
    for axis in (0, 1):
        pulled = np.bincount(g.source[near], weights=(g.weight * place[g.to, axis])[near], minlength=g.size)
        place[:, axis] = np.divide(pulled, weight, out=place[:, axis].copy(), where=weight > 0)
    newcomers = np.flatnonzero(~known)
    place[newcomers] += sunflower(newcomers.size) * 0.03
    return place


def _onto(place: Reals, old: Reals, known: Flags) -> Reals:
    """Turned, mirrored, scaled and moved to lie as close as can be on the earlier places (Procrustes)."""
    middle, anchor = place[known].mean(axis=0), old[known].mean(axis=0)
    new, fixed = place[known] - middle, old[known] - anchor
    left, values, right = np.linalg.svd(new.T @ fixed)
    scale = values.sum() / max(float((new**2).sum()), 1e-12)
    return np.asarray((place - middle) @ (left @ right) * scale + anchor)
