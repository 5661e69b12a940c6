"""Places on a map of the world: what a room says of each, without knowing how the map is drawn."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Spot:
    """A place by its country's code or by its coordinates in degrees.

    ``of``: how much there is, which gives the circle its area; ``n``: how much of it is filled. ``told``: both in words.
    """

    told: str
    n: float
    of: float
    country: str = ""
    latitude: float | None = None
    longitude: float | None = None
