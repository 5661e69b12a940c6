"""Who reads surveys, who codes, and who settles."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access

ANALYSING = {"analyst"}


def manages(user: Any, cluster: Any = None) -> bool:
    """Let in managers and analysts: they ask, code, settle and publish."""
    return members.manages(user, cluster) or bool(members.roles_in(user, cluster) & ANALYSING)


def sees_desk(user: Any, cluster: Any = None) -> bool:
    """Let in who works here, and auditors."""
    return manages(user, cluster) or members.reads_as_manager(user, cluster)


def belongs(user: Any, cluster: Any = None) -> bool:
    """Let in the people of the cluster; the page asks whether the office chose this one to code, or their organisation used something."""
    return members.belongs(user, cluster)


# Let everybody in; pages show only surveys that are published, and a respondent's page asks for the link of an invitation.
access.rule("observatory.see", access.everyone, public=True)
access.rule("observatory.respond", access.everyone, public=True)
access.rule("observatory.see_desk", sees_desk)
access.rule("observatory.manage", manages)
access.rule("observatory.code", belongs)
access.rule("observatory.rate", belongs)
