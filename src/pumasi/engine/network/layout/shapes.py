"""Putting arranged parts together: scale, turn, rings around the middle, nobody on top of another."""

import numpy as np

from pumasi.engine.arrays import Flags, Reals, Small


def unit(place: Reals) -> Reals:
    """Centred, with the 98th percentile of distances at 0.85: a far outlier does not shrink everyone else."""
    centred = place - place.mean(axis=0)
    reach = float(np.quantile(np.sqrt((centred**2).sum(axis=1)), 0.98))
    return np.asarray(centred / max(reach, 1e-9) * 0.85)


def upright(place: Reals) -> Reals:
    """Turned so that the longest direction lies flat, and mirrored the same way every time."""
    centred = place - place.mean(axis=0)
    _, vectors = np.linalg.eigh(centred.T @ centred)
    turned = centred @ vectors[:, ::-1]
    skew = (turned**3).sum(axis=0)
    return np.asarray(turned * np.where(skew < 0, -1.0, 1.0))


def set_around(place: Reals, part: Small, stays: Flags) -> None:
    """Scales the components that do not stay and sets them on rings outside those that do, in place."""
    fixed = stays[part]
    per_node = 0.85**2 * 2.2 / max(int((part == 0).sum()), 12)
    edge = float(np.sqrt((place[fixed] ** 2).sum(axis=1)).max())
    angle, ring, thick = 0.0, max(edge, 0.3) * 1.04, 0.0
    for number in np.flatnonzero(~stays):
        own, half = _closed_up(place[part == number], per_node)
        if not thick or angle + 2 * half / (ring + thick / 2) > 2 * np.pi:
            ring, thick, angle = ring + thick, 2 * half, 0.0
        middle = ring + thick / 2
        angle += half / middle
        place[part == number] = own + middle * np.asarray([np.cos(angle), np.sin(angle)])
        angle += half / middle


def _closed_up(own: Reals, per_node: float) -> tuple[Reals, float]:
    """A component at the density of the rest, around (0, 0), and the radius it needs with some air."""
    own = own - (own.max(axis=0) + own.min(axis=0)) / 2
    reach = float(np.sqrt((own**2).sum(axis=1)).max())
    radius = 0.5 * float(np.sqrt(per_node * own.shape[0]))
    return own * (radius / max(reach, 1e-9)), radius * 1.5


def spread(place: Reals, radius: Reals, *, rounds: int = 30) -> Reals:
    """Nodes that cover each other are pushed apart by half the overlap, until none do or the rounds end."""
    from scipy.spatial import cKDTree  # late: slow import

    place = place.copy()
    for _ in range(rounds):
        pairs = cKDTree(place).query_pairs(2 * float(radius.max()), output_type="ndarray")
        i, j = pairs[:, 0], pairs[:, 1]
        apart = place[j] - place[i]
        distance = np.sqrt((apart**2).sum(axis=1))
        overlap = radius[i] + radius[j] - distance
        close = overlap > 1e-6
        if not close.any():
            break
        push = (apart / np.maximum(distance, 1e-9)[:, None] * (overlap / 2)[:, None])[close]
        np.add.at(place, i[close], -push)
        np.add.at(place, j[close], push)
    return place


def rings(count: int, inner: Reals) -> Reals:
    """Evenly spaced places on as few quiet rings as it takes, outside everything else: shape (count, 2)."""
    edge = float(np.sqrt((inner**2).sum(axis=1)).max()) if inner.size else 0.0
    first = max(edge * 1.1, 0.3)
    gap = max(first * 0.035, 2 * np.pi * first / max(count, 1) / 4)
    number = 1
    while sum(int(2 * np.pi * (first + gap * r) / gap) for r in range(number)) < count:
        number += 1
    radii = first + gap * np.arange(number)
    bounds = np.round(np.concatenate([[0], np.cumsum(radii)]) / radii.sum() * count).astype(int)
    on = [_circle(int(here), radius) for here, radius in zip(np.diff(bounds), radii, strict=True)]
    return np.concatenate(on)


def _circle(count: int, radius: float) -> Reals:
    angle = 2 * np.pi * np.arange(count) / max(count, 1)
    return radius * np.stack([np.cos(angle), np.sin(angle)], axis=1)


def sunflower(count: int) -> Reals:
    """Evenly spread points in the unit disc: shape (count, 2) (Vogel, doi 10.1016/0025-5564(79)90080-4)."""
    index = np.arange(count)
    angle = index * np.pi * (3 - np.sqrt(5))
    return np.asarray(
        np.sqrt((index + 0.5) / max(count, 1))[:, None] * np.stack([np.cos(angle), np.sin(angle)], 1)
    )
