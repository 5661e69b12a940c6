"""The rows of a booking: written once, locked before they are changed, and ended without ever being deleted."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone

from pumasi.commons.holds import api as holds
from pumasi.commons.members.models import Cluster
from pumasi.operate.facilities.actions.telling import tell_booking
from pumasi.operate.facilities.models import Booking, BookingItem
from pumasi.operate.facilities.queries.prices import Quote
from pumasi.operate.facilities.queries.tree import Tree
from pumasi.operate.facilities.queries.wishes import Wish


def write(
    known: Tree, cluster: Cluster, wish: Wish, quote: Quote, *, state: str, by: Any = None, **more: Any
) -> Booking:
    """Write a booking as it is wished for, with the price as it is now; nothing is held by it yet."""
    made = Booking.objects.create(
        cluster=cluster, organisation=wish.organisation, person=wish.person, starts_at=wish.starts_at, ends_at=wish.ends_at,
        zone=wish.items[0][0].zone, state=state, purpose=wish.purpose.strip()[:200], reference=wish.reference.strip()[:80],
        device=wish.device.strip()[:80], scenarios=list(wish.scenarios), confidential=wish.confidential, origin=wish.origin,
        price=quote.amount, price_lines=quote.lines(known), price_class=quote.price_class, created_by=by, **more,
    )  # fmt: skip
    BookingItem.objects.bulk_create(
        [
            BookingItem(
                booking=made, facility=facility, whole=whole, starts_at=wish.starts_at, ends_at=wish.ends_at
            )
            for facility, whole in wish.items
        ]
    )
    if wish.partners:
        made.partners.set(wish.partners)
    return made


def locked(pk: int) -> Booking:
    """The booking as it stands now; nobody else changes it until the transaction ends."""
    return (
        Booking.objects.select_for_update(of=("self",))
        .select_related("organisation", "person", "cluster")
        .get(pk=pk)
    )


def end(kept: Booking, state: str, *, at: datetime | None = None) -> None:
    """Bring a locked booking to its last state: what it held is given back, and the record hears of it."""
    kept.state, kept.ended_at = state, at or timezone.now()
    kept.save()
    holds.release([kept.source])
    tell_booking(kept)
