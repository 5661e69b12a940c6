"""The waiting list for hours: first come, first served; what became free is held for the next one until they answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.commons.members.models import Cluster, Organisation, Person
from pumasi.kit.refused import Refused
from pumasi.operate.facilities.actions import holding, keeping, letters
from pumasi.operate.facilities.models import Booking, Facility, Waiting
from pumasi.operate.facilities.queries import checks, prices
from pumasi.operate.facilities.queries.hours import local_days
from pumasi.operate.facilities.queries.tree import Tree, tree
from pumasi.operate.facilities.queries.wishes import Wish

OFFER = timedelta(hours=12)
# Hours offered shortly before they begin are of use only until then.
LAST_CALL = timedelta(minutes=15)


@transaction.atomic
def wait(
    *, cluster: Cluster, organisation: Organisation, person: Person | None, facilities: Sequence[Facility], whole: bool,
    starts_at: datetime, ends_at: datetime, **told: Any,
) -> Waiting:  # fmt: skip
    """Wait for hours that are taken. Asking twice for the same hours is harmless."""
    if ends_at <= starts_at or starts_at <= timezone.now():
        raise Refused("Choose hours to come.", "앞으로의 시간을 선택해 주십시오.")
    same = Waiting.objects.filter(
        cluster=cluster, organisation=organisation, starts_at=starts_at, ends_at=ends_at, state="waiting"
    )
    wanted = {one.pk for one in facilities}
    for known in same.prefetch_related("facilities"):
        if {one.pk for one in known.facilities.all()} == wanted:
            return known
    row = Waiting.objects.create(
        cluster=cluster,
        organisation=organisation,
        person=person,
        whole=whole,
        starts_at=starts_at,
        ends_at=ends_at,
        told=told,
    )
    row.facilities.set(facilities)
    return row


@transaction.atomic
def leave(*, waiting: Waiting) -> None:
    """Wait no longer."""
    Waiting.objects.filter(pk=waiting.pk, state="waiting").update(state="ended")


def offer_freed(kept: Booking, since: datetime | None = None) -> list[Booking]:
    """Hold what a booking gave back, from `since` on, for those who wait, in the order in which they asked."""
    start, end = since or kept.starts_at, kept.ends_at
    if start >= end:
        return []
    known = tree(kept.cluster)
    freed = [item.facility_id for item in kept.items.all()]
    near = {one.pk for pk in freed for one in (known[pk], *known.above(pk), *known.below(pk))}
    rows = (
        Waiting.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(
            state="waiting", starts_at__lt=end, ends_at__gt=start, starts_at__gt=timezone.now() + LAST_CALL
        )
        .filter(pk__in=Waiting.facilities.through.objects.filter(facility__in=near).values("waiting"))
        .select_related("organisation", "person", "cluster")
    )
    return [offer for row in rows if (offer := _offer(known, row)) is not None]


def _wish_of(known: Tree, row: Waiting) -> Wish:
    items = tuple(
        (known[one.pk], row.whole or known[one.pk].mode == Facility.Mode.EXCLUSIVE)
        for one in row.facilities.all()
        if one.pk in known
    )
    told = {name: row.told.get(name, "") for name in ("purpose", "reference", "device")}
    return Wish(row.organisation, row.person, items, row.starts_at, row.ends_at, **told)


def _offer(known: Tree, row: Waiting) -> Booking | None:
    """Hold the hours for somebody who waits, if they are free and nothing speaks against it now."""
    wish = _wish_of(known, row)
    if not wish.items:
        return None
    day = local_days(wish.items[0][0], row.starts_at, row.ends_at)[0]
    price_class = prices.class_of(row.organisation, row.cluster, day)
    if checks.findings(known, wish, price_class=price_class):
        return None
    quote = prices.quote(known, wish.items, row.starts_at, row.ends_at, price_class)
    until = min(timezone.now() + OFFER, row.starts_at - LAST_CALL)
    try:
        with transaction.atomic():
            made = keeping.write(known, row.cluster, wish, quote, state="offered", offered_until=until)
            holding.take(known, wish.items, row.starts_at, row.ends_at, made.source)
    except holding.HoursTaken:
        return None
    row.state, row.booking = "offered", made
    row.save(update_fields=["state", "booking"])
    letters.offered(made)
    return made


def expire_due() -> int:
    """End offers whose time is over, and offer the hours to the next ones; give how many ended."""
    ended = 0
    due = Booking.objects.filter(state="offered", offered_until__lt=timezone.now()).values_list(
        "pk", flat=True
    )
    for pk in list(due):
        with transaction.atomic():
            kept = keeping.locked(pk)
            if kept.state != "offered" or (kept.offered_until and kept.offered_until >= timezone.now()):
                continue
            keeping.end(kept, "expired")
            Waiting.objects.filter(booking=kept).update(state="ended")
            offer_freed(kept)
            ended += 1
    return ended
