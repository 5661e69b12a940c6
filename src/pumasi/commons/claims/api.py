"""The door of figures."""

from pumasi.commons.claims.actions import state, take_back
from pumasi.commons.claims.queries import figure, figures

__all__ = ["figure", "figures", "state", "take_back"]
