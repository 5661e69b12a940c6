"""What of an event reaches the participation record: who plans to come, and who came."""

from __future__ import annotations

from pumasi.commons.ledger import api as ledger
from pumasi.operate.meetups.models import Event, Registration


def tell(event: Event) -> None:
    """Tell the record how the event stands: who came once somebody has checked in, before that who plans to."""
    came = event.registrations.filter(checked_in_at__isnull=False)
    happened = came.exists()
    counted = came if happened else event.registrations.filter(state="confirmed")
    wanted = {
        (row.organisation_id, row.person_id, "")
        for row in counted.only("organisation_id", "person_id")
        if row.organisation_id or row.person_id
    }
    if event.state == "cancelled" and not happened:
        wanted = set()
    gone = set(ledger.folded([event.source]).get(event.source, {})) - wanted
    seats = [ledger.Seat(*key) for key in sorted(wanted, key=str)]
    seats += [ledger.Seat(*key, weight=0) for key in sorted(gone, key=str)]
    stage = "happened" if happened else "planned"
    ledger.record(_fact(event, seats, stage, _basis(event) if happened else ""))


def tell_of(event: Event, rows: list[Registration]) -> None:
    """Tell the record of new places only: what it knows of the others stays."""
    seats = {
        ledger.Seat(row.organisation_id, row.person_id)
        for row in rows
        if row.organisation_id or row.person_id
    }
    if seats:
        happened = event.registrations.filter(checked_in_at__isnull=False).exists()
        if happened:
            tell(event)
        else:
            ledger.record(_fact(event, sorted(seats, key=str), "planned", ""))


def _basis(event: Event) -> str:
    """What attendance rests on where nobody stood at the door."""
    told = event.registrations.filter(checked_in_at__isnull=False).exclude(basis="").first()
    return told.basis if told else ""


def _fact(event: Event, seats: list[ledger.Seat], stage: str, basis: str) -> ledger.Fact:
    return ledger.Fact(
        source=event.source, kind=event.kind, cluster=event.cluster_id, starts_at=event.starts_at,
        ends_at=event.ends_at, zone=event.zone, stage=stage, visibility=event.visibility, parts=seats, basis=basis,
        title_ko=event.title_ko, title_en=event.title_en, place_ko=event.place_ko, place_en=event.place_en,  # type: ignore[attr-defined]
        series=f"meetups.series.{event.series_id}" if event.series_id else "", origin=event.origin,
        host=event.host_id, batch=event.batch_id,
    )  # fmt: skip
