"""The forces that arrange a connected part of the map, in their own unit of length."""

import numpy as np

from pumasi.engine.arrays import Reals, Small, summed
from pumasi.engine.network.graph import Graph

# Below this size numpy's own all-pairs step is quick enough, and nothing needs compiling.
PLAIN_UP_TO = 250
TOWARD_MIDDLE = 0.6
ALONG_TIES = 4.0
INSIDE_GROUP = 3.0


def settled(g: Graph, label: Small, start: Reals) -> Reals:
    """A connected graph brought to rest from any start: shape (n, 2)."""
    rounds = 80 if g.size <= 50 else 300 if g.size <= 1000 else 200
    return _cooled(g, start * np.sqrt(g.size) * 4, _pulls(g, label), rounds, 1.0)


def settled_again(g: Graph, label: Small, start: Reals) -> Reals:
    """A graph that was at rest before some change, in any unit: brought to scale, then gently to rest."""
    pull, centred = _pulls(g, label), start - start.mean(axis=0)
    return _cooled(g, centred * _scale(g, centred, pull), pull, 40, 0.05)


def _cooled(g: Graph, place: Reals, pull: Reals, rounds: int, heat: float) -> Reals:
    """Forces applied with a step length that cools, so that the map comes to rest whatever it started as."""
    mass = 1.0 + np.sqrt(g.degree)
    reach = float(np.abs(place).max()) + 1.0
    for step in range(rounds):
        force = _force(g, place, pull, mass)
        length = np.sqrt((force**2).sum(axis=1))
        most = heat * 0.1 * reach * (1 - step / rounds) ** 1.5
        place = place + force * (np.minimum(length * 0.1, most) / np.maximum(length, 1e-12))[:, None]
    return place


def _force(g: Graph, place: Reals, pull: Reals, mass: Reals) -> Reals:
    away = np.sqrt((place**2).sum(axis=1))
    middle = place / np.maximum(away, 1e-9)[:, None] * np.sqrt(g.size)
    inward = TOWARD_MIDDLE * mass[:, None] * middle
    return np.asarray(repelled(place, mass) + _attracted(g, place, pull) - inward)


def _scale(g: Graph, place: Reals, pull: Reals) -> float:
    """The stretch at which the forces neither blow the map up nor shrink it, by bisection."""
    mass = 1.0 + np.sqrt(g.degree)
    low, high = 1e-3 * np.sqrt(g.size), 1e3 * np.sqrt(g.size)
    for _ in range(24):
        middle = float(np.sqrt(low * high))
        outward = float((_force(g, place * middle, pull, mass) * place).sum())
        low, high = (middle, high) if outward > 0 else (low, middle)
    return float(np.sqrt(low * high))


def _pulls(g: Graph, label: Small) -> Reals:
    """How strongly each tie pulls: the root of its weight, and more inside a group."""
    pull = np.sqrt(g.weight / g.weight.mean()) if g.weight.size else g.weight
    inside = (label[g.source] == label[g.to]) & (label[g.source] >= 0)
    return np.asarray(pull * np.where(inside, INSIDE_GROUP, 1.0))


def repelled(place: Reals, mass: Reals) -> Reals:
    """Sum over all other nodes of mass x mass / distance, pointing away: shape (n, 2)."""
    if mass.size > PLAIN_UP_TO:
        from pumasi.engine.kernels.forces import repulsion  # late: slow import

        return np.asarray(repulsion(place, mass))
    apart = place[:, None, :] - place[None, :, :]
    pull = mass[None, :] / ((apart**2).sum(axis=2) + 1e-9)
    return np.asarray((apart * pull[:, :, None]).sum(axis=1) * mass[:, None])


def _attracted(g: Graph, place: Reals, pull: Reals) -> Reals:
    """LinLog: log(1 + distance) along each tie, which sets groups apart more clearly than springs do."""
    apart = place[g.to] - place[g.source]
    distance = np.sqrt((apart**2).sum(axis=1))
    force = apart * (ALONG_TIES * pull * np.log1p(distance) / np.maximum(distance, 1e-9))[:, None]
    return np.stack([summed(g.source, force[:, axis], g.size) for axis in (0, 1)], axis=1)
