"""Who may see the network and act on introductions."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access


def belongs(user: Any, cluster: Any = None) -> bool:
    """Let in the cluster's people."""
    return members.belongs(user, cluster)


def acts(user: Any, cluster: Any = None) -> bool:
    """Let in whoever acts for an organisation of the cluster."""
    return members.belongs(user, cluster) and bool(members.organisations_of(user, cluster))


def reads_as_manager(user: Any, cluster: Any = None) -> bool:
    """Let in managers and auditors."""
    return members.reads_as_manager(user, cluster)


def manages(user: Any, cluster: Any = None) -> bool:
    """Let in managers."""
    return members.manages(user, cluster)


# The network page is public; what it shows depends on the reader's audience.
access.rule("network.see", access.everyone, public=True)
access.rule("network.see_connections", belongs)
access.rule("network.introduce", acts)
access.rule("network.see_desk", reads_as_manager)
access.rule("network.manage", manages)
# The shared page of an introduction is opened by its parties, signed in or by the link in their mail;
# the view checks the introduction itself and answers 404 to everybody else.
access.rule("network.share", access.everyone, public=True)
