"""The door of figures."""

from pumasi.commons.claims.actions import restate, state
from pumasi.commons.claims.queries import figure, figures

__all__ = ["figure", "figures", "restate", "state"]
