"""Rules of the front door."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access


def signed_in(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let in whoever has signed in."""
    return bool(user.is_authenticated)


# Let everybody in: the public pages are a front door, not a login wall.
access.rule("web.visit", access.everyone, public=True)
access.rule("web.own_account", signed_in)


def belongs(user: Any, cluster: Any = None) -> bool:
    """Let in the cluster's people."""
    return members.belongs(user, cluster)


access.rule("web.belong", belongs)
