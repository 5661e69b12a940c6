"""Which roles a user holds where, read once a request."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q
from django.utils import timezone

from pumasi.commons.members.models.users import RoleGrant
from pumasi.kit.worded import Worded

_IN_FORCE = Worded(
    lambda user, today: RoleGrant.objects.filter(
        Q(until__isnull=True) | Q(until__gte=today), user=user, since__lte=today
    ).select_related("user__person"),
    user=int, today=date,
)  # fmt: skip
MANAGING = {"cluster_manager"}
# Roles whose holder belongs to the cluster and sees what members see.
BELONGING = {
    "cluster_manager", "facility_operator", "event_host", "organisation_admin", "member", "mentor",
    "reviewer", "translator", "editor", "analyst", "investor", "auditor",
}  # fmt: skip


def grants(user: Any) -> list[RoleGrant]:
    """Roles of the user that hold today; kept on the user object for the rest of the request."""
    if not getattr(user, "is_authenticated", False):
        return []
    if not hasattr(user, "_grants_today"):
        user._grants_today = _IN_FORCE(user=user.pk, today=timezone.localdate())  # noqa: SLF001
        # Every page names who is signed in: their person comes along with their roles.
        if user._grants_today and user.person_id:  # noqa: SLF001
            user.person = user._grants_today[0].user.person  # noqa: SLF001
    held: list[RoleGrant] = user._grants_today  # noqa: SLF001
    return held


def forget(user: Any) -> None:
    """Read the roles anew after a change within one request."""
    user.__dict__.pop("_grants_today", None)


def roles_in(user: Any, cluster: Any) -> set[str]:
    """Roles of the user in `cluster`; an installation's operator holds them everywhere."""
    wanted = getattr(cluster, "pk", None)
    return {
        grant.role
        for grant in grants(user)
        if grant.cluster_id == wanted or (grant.cluster_id is None and grant.organisation_id is None)
    }


def is_operator(user: Any) -> bool:
    """Say whether the user operates the installation."""
    return any(grant.role == "operator" for grant in grants(user))


def manages(user: Any, cluster: Any) -> bool:
    """Say whether the user may change what a cluster manager may."""
    return bool(roles_in(user, cluster) & {*MANAGING, "operator"})


def reads_as_manager(user: Any, cluster: Any) -> bool:
    """Say whether the user sees what managers see: managers, and auditors, who only read."""
    return bool(roles_in(user, cluster) & {*MANAGING, "operator", "auditor"})


def belongs(user: Any, cluster: Any) -> bool:
    """Say whether the user is one of the cluster's people."""
    return bool(roles_in(user, cluster) & {*BELONGING, "operator"})


def audience(user: Any, cluster: Any) -> str:
    """The widest audience the user is part of: managers, members or public."""
    if reads_as_manager(user, cluster):
        return "managers"
    return "members" if belongs(user, cluster) else "public"


def organisations_of(user: Any, cluster: Any = None) -> list[int]:
    """Ids of the organisations that the user acts for, in `cluster` if given."""
    wanted = getattr(cluster, "pk", None)
    return [
        grant.organisation_id
        for grant in grants(user)
        if grant.organisation_id and (wanted is None or grant.cluster_id in (wanted, None))
    ]


def administers(user: Any, organisation: Any) -> bool:
    """Say whether the user may change the organisation's own entry."""
    return any(
        grant.organisation_id == getattr(organisation, "pk", organisation)
        and grant.role == "organisation_admin"
        for grant in grants(user)
    )
