"""Who may do what with organisations and people."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import roles
from pumasi.kit import access


def signed_in(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let in whoever has signed in."""
    return bool(user.is_authenticated)


def belongs(user: Any, cluster: Any = None) -> bool:
    """Let in the cluster's people."""
    return roles.belongs(user, cluster)


def manages(user: Any, cluster: Any = None) -> bool:
    """Let in the cluster's managers."""
    return roles.manages(user, cluster)


def reads_as_manager(user: Any, cluster: Any = None) -> bool:
    """Let in managers and auditors."""
    return roles.reads_as_manager(user, cluster)


def acts_for_an_organisation(user: Any, cluster: Any = None) -> bool:
    """Let in whoever acts for an organisation of the cluster."""
    return bool(roles.organisations_of(user, cluster))


def operates(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let in the installation's operator."""
    return roles.is_operator(user)


def edits_organisation(user: Any, organisation: Any = None) -> bool:
    """An organisation is edited by its admins, and by managers of a cluster it is related to."""
    if organisation is None:
        return False
    if roles.administers(user, organisation) or roles.is_operator(user):
        return True
    managed = {grant.cluster_id for grant in roles.grants(user) if grant.role in roles.MANAGING}
    return bool(managed) and organisation.relations.filter(cluster_id__in=managed).exists()


access.rule("members.see_directory", access.everyone, public=True)
access.rule("members.see_people", belongs)
access.rule("members.see_desk", reads_as_manager)
access.rule("members.manage", manages)
access.rule("members.act_for_organisation", acts_for_an_organisation)
access.rule("members.edit_organisation", edits_organisation, hide=False)
access.rule("members.claim", signed_in)
access.rule("members.own_profile", signed_in)
access.rule("members.operate", operates)
