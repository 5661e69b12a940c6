"""Who may see the outbox, and what needs no sign-in at all."""

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


def signed_in(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let in whoever has signed in."""
    return bool(user.is_authenticated)


access.rule("mail.see_outbox", reads_as_manager)
# A link in a mail is its own key.
access.rule("mail.follow_link", access.everyone, public=True)
access.rule("mail.own_notices", signed_in)
access.rule("mail.change_outbox", manages)
