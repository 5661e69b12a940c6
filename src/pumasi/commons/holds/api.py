"""The door of holds."""

from pumasi.commons.holds.actions import Taken, Want, move, release, resize, take, thing, things
from pumasi.commons.holds.models import Thing
from pumasi.commons.holds.queries import busy, held, of, places_held

__all__ = [
    "Taken",
    "Thing",
    "Want",
    "busy",
    "held",
    "move",
    "of",
    "places_held",
    "release",
    "resize",
    "take",
    "thing",
    "things",
]
