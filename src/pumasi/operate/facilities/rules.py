"""Who may see, book and operate facilities."""

from __future__ import annotations

from typing import Any

from pumasi.commons.members import api as members
from pumasi.kit import access
from pumasi.operate.facilities.models import Booking, Loan, ServiceRequest

# Whoever holds one of these roles in the cluster operates its facilities.
OPERATING = {"facility_operator"}


def acts(user: Any, cluster: Any = None) -> bool:
    """Let in whoever acts for an organisation: they book, ask for tests and borrow."""
    return bool(members.organisations_of(user, cluster))


def operates(user: Any, cluster: Any = None) -> bool:
    """Let in managers and facility operators."""
    return members.manages(user, cluster) or bool(members.roles_in(user, cluster) & OPERATING)


def sees_desk(user: Any, cluster: Any = None) -> bool:
    """Let in those who see every booking: who operates, and auditors."""
    return operates(user, cluster) or members.reads_as_manager(user, cluster)


def sees_bookings(user: Any, cluster: Any = None) -> bool:
    """Let in who may see some booking: those who book, and the desk; which one is asked of the booking."""
    return acts(user, cluster) or sees_desk(user, cluster)


def audience(user: Any, cluster: Any) -> str:
    """The widest audience of the user; who operates sees what managers see of facilities."""
    return "managers" if operates(user, cluster) else members.audience(user, cluster)


def is_party(user: Any, thing: Booking | ServiceRequest | Loan) -> bool:
    """Say whether the user acts for the organisation whose booking, request or loan it is."""
    return thing.organisation_id in members.organisations_of(user, thing.cluster)


def _reads(user: Any, thing: Booking | ServiceRequest) -> bool:
    """Say whether it is on the user's desk: what is confidential is for who operates, not for who only reads."""
    return (operates if thing.confidential else sees_desk)(user, thing.cluster)


def sees_booking(user: Any, booking: Booking) -> bool:
    """Say whether the user may read a booking: its parties, joint ones too, and the desk."""
    own = members.organisations_of(user, booking.cluster)
    joint = bool(own) and booking.partners.filter(pk__in=own).exists()
    return is_party(user, booking) or joint or _reads(user, booking)


def sees_request(user: Any, request: ServiceRequest) -> bool:
    """Say whether the user may read a request for a test: who asked, and the desk."""
    return is_party(user, request) or _reads(user, request)


access.rule("facilities.see", access.everyone, public=True)
access.rule("facilities.report_problem", access.everyone, public=True)
access.rule("facilities.book", acts)
access.rule("facilities.see_booking", sees_bookings)
access.rule("facilities.see_desk", sees_desk)
access.rule("facilities.operate", operates)
