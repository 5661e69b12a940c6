"""The door of holds."""

from pumasi.commons.holds.actions import Taken, Want, move, release, take, thing, things
from pumasi.commons.holds.queries import busy, held, of

__all__ = ["Taken", "Want", "busy", "held", "move", "of", "release", "take", "thing", "things"]
