"""Who writes, translates, reviews and publishes."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access
from pumasi.publish.newsroom.models import Edition

WRITING = {"editor"}
TRANSLATING = {"editor", "translator"}
# A reviewer of the newsroom is somebody who may read drafts and say yes to them; a second editor will do.
REVIEWING = {"editor", "reviewer"}


def _holds(user: Any, cluster: Any, roles: set[str]) -> bool:
    return members.manages(user, cluster) or bool(members.roles_in(user, cluster) & roles)


def writes(user: Any, cluster: Any = None) -> bool:
    """Let in managers and editors: they write, publish and keep the records."""
    return _holds(user, cluster, WRITING)


def translates(user: Any, cluster: Any = None) -> bool:
    """Let in who writes the other language."""
    return _holds(user, cluster, TRANSLATING)


def reviews(user: Any, cluster: Any = None) -> bool:
    """Let in who may say yes to what another person wrote."""
    return _holds(user, cluster, REVIEWING)


def works(user: Any, cluster: Any = None) -> bool:
    """Let in everybody with a task at the desk."""
    return _holds(user, cluster, WRITING | TRANSLATING | REVIEWING)


def sees_desk(user: Any, cluster: Any = None) -> bool:
    """Let in who works here, and auditors."""
    return works(user, cluster) or members.reads_as_manager(user, cluster)


def may_approve(user: Any, edition: Edition) -> bool:
    """Say whether the user may approve: a reviewer who did not write it."""
    return reviews(user, edition.item.cluster) and edition.written_by_id != user.pk


access.rule("newsroom.see_desk", sees_desk)
access.rule("newsroom.work", works)
access.rule("newsroom.write", writes)
