"""Who may see, visit and run events."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access
from pumasi.operate.meetups.models import Event

# Whoever holds one of these roles in the cluster runs all of its events.
RUNNING = {"event_host"}


def signed_in(user: Any, thing: Any = None) -> bool:  # noqa: ARG001
    """Let in whoever has signed in."""
    return bool(user.is_authenticated)


def acts(user: Any, cluster: Any = None) -> bool:
    """Let in whoever acts for an organisation: they may host, and see to what they host."""
    return bool(members.organisations_of(user, cluster))


def runs_all(user: Any, cluster: Any = None) -> bool:
    """Let in managers and event hosts."""
    return members.manages(user, cluster) or bool(members.roles_in(user, cluster) & RUNNING)


def sees_all(user: Any, cluster: Any = None) -> bool:
    """Let in those who see every event at the desk: who runs them, and auditors."""
    return runs_all(user, cluster) or members.reads_as_manager(user, cluster)


def runs(user: Any, cluster: Any = None) -> bool:
    """Let in who may run some event; which one is asked of the event."""
    return runs_all(user, cluster) or acts(user, cluster)


def sees_desk(user: Any, cluster: Any = None) -> bool:
    """Let in who may see some event's desk; which one is asked of the event."""
    return sees_all(user, cluster) or acts(user, cluster)


def hosts(user: Any, event: Event) -> bool:
    """Say whether the user acts for the host or a co-host of the event."""
    own = members.organisations_of(user, event.cluster)
    return bool(own) and (event.host_id in own or event.cohosts.filter(pk__in=own).exists())


def _office_sees(user: Any, event: Event) -> bool:
    """A confidential event is for its parties: in the office only who wrote it sees it."""
    return event.visibility != "confidential" or event.created_by_id == user.pk


def runs_event(user: Any, event: Event) -> bool:
    """Say whether the user may change this event."""
    return (runs_all(user, event.cluster) and _office_sees(user, event)) or hosts(user, event)


def sees_event_desk(user: Any, event: Event) -> bool:
    """Say whether the user may see who registered for this event."""
    return (sees_all(user, event.cluster) and _office_sees(user, event)) or hosts(user, event)


access.rule("meetups.see", access.everyone, public=True)
access.rule("meetups.register", access.everyone, public=True)
access.rule("meetups.hold_link", access.everyone, public=True)
access.rule("meetups.own", signed_in)
access.rule("meetups.propose", acts)
access.rule("meetups.see_desk", sees_desk)
access.rule("meetups.run", runs)
access.rule("meetups.manage", runs_all)
