"""What of facilities reaches the participation record: a booking is planned, a session has happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.operate.facilities.models import Booking, Facility, Session
from pumasi.operate.facilities.queries.wishes import Wish


def _names(facilities: Sequence[Facility]) -> dict[str, Any]:
    """Title of a line in both languages: what was used."""
    return {
        f"title_{code}": ", ".join(getattr(one, f"name_{code}") or str(one.name) for one in facilities)[:200]
        for code in ("ko", "en")
    }


PLANNED = ("confirmed", "used")


def tell_new(booking: Booking, wish: Wish) -> None:
    """Tell the record of a booking that was written in this transaction, as it was wished for."""
    if booking.state in PLANNED:
        seats = _seats(booking, [one.pk for one in wish.partners])
        ledger.record(_planned(booking, wish.facilities, seats), told=False)


def tell_booking(booking: Booking) -> None:
    """Tell the record who plans to use what; a booking that ended without use takes its parties back."""
    planned = booking.state in PLANNED
    if not planned and not ledger.latest_lines([booking.source]):
        return
    items = [item.facility for item in booking.items.select_related("facility")]
    seats = _seats(booking, booking.partners.values_list("pk", flat=True))
    gone = set(ledger.folded([booking.source]).get(booking.source, {}))
    if planned:
        gone -= {(seat.organisation, seat.person, seat.group) for seat in seats}
    back = [ledger.Seat(*key, weight=0) for key in sorted(gone, key=str)]
    ledger.record(_planned(booking, items, [*(seats if planned else []), *back]))


def _seats(booking: Booking, partners: Iterable[int]) -> list[ledger.Seat]:
    return [
        ledger.Seat(booking.organisation_id, booking.person_id),
        *(ledger.Seat(pk) for pk in partners),
    ]


def _planned(booking: Booking, facilities: Sequence[Facility], seats: list[ledger.Seat]) -> ledger.Fact:
    return ledger.Fact(
        source=booking.source, kind="use", cluster=booking.cluster_id, starts_at=booking.starts_at, ends_at=booking.ends_at,
        zone=booking.zone, stage="planned", visibility=_seen(facilities, confidential=booking.confidential),
        origin=booking.origin, parts=seats, batch=booking.batch_id, **_names(facilities),
    )  # fmt: skip


def fact_of(session: Session, partners: list[int]) -> ledger.Fact:
    """A session that ended, as the record keeps it: those who shared it are participants together."""
    seats = [ledger.Seat(session.organisation_id, session.person_id)] if session.organisation_id else []
    seats += [ledger.Seat(pk) for pk in partners if pk != session.organisation_id]
    origin = f"facilities.booking.{session.booking_id}" if session.booking_id else ""
    return ledger.Fact(
        source=session.source, kind="use", cluster=session.cluster_id, starts_at=session.started_at,
        ends_at=session.ended_at or timezone.now(), zone=session.facility.zone, stage="happened",
        visibility=_seen([session.facility], confidential=session.confidential), origin=origin, parts=seats,
        batch=session.batch_id, **_names([session.facility]),
    )  # fmt: skip


def tell_session(session: Session) -> None:
    """Tell the record of hours used."""
    if session.organisation_id:
        ledger.record(fact_of(session, list(session.partners.values_list("pk", flat=True))))


def _seen(facilities: Sequence[Facility], *, confidential: bool) -> str:
    """Who may know: the narrowest that any of the facilities allows."""
    if confidential:
        return "confidential"
    order = ["public", "members", "managers"]
    return max((one.record_visibility for one in facilities), key=order.index, default="members")
