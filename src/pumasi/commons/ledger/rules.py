"""Who may read the book."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access


def reads_as_manager(user: Any, cluster: Any = None) -> bool:
    """Let in managers and auditors."""
    return members.reads_as_manager(user, cluster)


def manages(user: Any, cluster: Any = None) -> bool:
    """Let in managers."""
    return members.manages(user, cluster)


access.rule("ledger.read", reads_as_manager)
access.rule("ledger.import", manages)


# A thread shows each reader only the stations of their audience.
access.rule("ledger.see_thread", access.everyone, public=True)
