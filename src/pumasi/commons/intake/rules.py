"""Who may bring data in."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access


def manages(user: Any, cluster: Any = None) -> bool:
    """Let in managers."""
    return members.manages(user, cluster)


access.rule("intake.bring_in", manages)
