"""Random sequences of booking, moving, cancelling, releasing and checking in, by several workers, against a simple model.

Hypothesis draws what each worker does; they run at once on connections of their own. Afterwards the plain rows are looked at:
nothing overlaps, no hour that was used is lost, nothing is held by a booking that has ended, and no deadlock was left.
"""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from makers import Makers
from pumasi.commons.holds.models import Hold
from pumasi.kit.refused import Refused
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import bookings, use
from pumasi.operate.facilities.models import Booking, BookingItem, Session

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
DEEDS = ("book", "book", "book", "move", "cancel", "use", "extend")
STEPS = st.lists(
    st.tuples(st.sampled_from(DEEDS), st.integers(0, 5), st.integers(1, 3), st.integers(0, 3)),
    min_size=3,
    max_size=9,
)


def a_track(made: Makers):
    cluster = made.cluster()
    site = facilities.add(cluster=cluster, kind="site", name_en="Track")
    zones = [
        facilities.add(cluster=cluster, parent=site, kind="zone", name_en=name, cleanup_minutes=n * 30)
        for n, name in enumerate("AB")
    ]
    hall = facilities.add(cluster=cluster, parent=site, kind="zone", name_en="Hall", mode="shared", places=2)
    return cluster, [site, *zones, hall]


def work(cluster, shared, firm, steps, base, wrong) -> None:
    """One worker's sequence; a refusal is an answer."""
    mine: list[Booking] = []
    try:
        for deed, hour, hours, which in steps:
            start = base + timedelta(hours=hour)
            try:
                if deed == "book":
                    one = shared[which % len(shared)]
                    wish = facilities.Wish(
                        firm, None, ((one, one.mode != "shared"),), start, start + timedelta(hours=hours)
                    )
                    mine.append(facilities.book(cluster=cluster, wish=wish))
                elif mine and deed == "move":
                    mine.append(
                        facilities.move(
                            booking=mine[-1], starts_at=start, ends_at=start + timedelta(hours=hours)
                        )
                    )
                elif mine and deed == "cancel":
                    bookings.cancel(booking=mine.pop(which % len(mine)))
                elif mine and deed == "extend":
                    use.extend(booking=mine[-1], ends_at=mine[-1].ends_at + timedelta(hours=1))
                elif mine and deed == "use":
                    one_booking = Booking.objects.get(pk=mine[-1].pk)
                    facilities.check_in(booking=one_booking, at=one_booking.starts_at)
                    facilities.check_out(
                        booking=one_booking, at=one_booking.starts_at + timedelta(minutes=30)
                    )
            except Refused:
                continue
    except Exception as error:  # noqa: BLE001  # looked at below
        wrong.append(error)
    finally:
        connection.close()


def overlapping(shared) -> int:
    """Pairs of bookings that stand and overlap, buffers included; the hall may have two."""
    site, *_zones, hall = shared
    rows = list(
        BookingItem.objects.filter(booking__state__in=("confirmed", "requested", "offered")).select_related(
            "facility"
        )
    )
    found = 0
    for n, a in enumerate(rows):
        for b in rows[n + 1 :]:
            near = a.facility_id == b.facility_id or site.pk in (a.facility_id, b.facility_id)
            end_a = a.ends_at + timedelta(minutes=a.facility.cleanup_minutes)
            end_b = b.ends_at + timedelta(minutes=b.facility.cleanup_minutes)
            both_in_hall = a.facility_id == b.facility_id == hall.pk
            found += near and not both_in_hall and a.starts_at < end_b and b.starts_at < end_a
    inside = [row for row in rows if row.facility_id == hall.pk]
    edges = sorted([(row.starts_at, 1) for row in inside] + [(row.ends_at, -1) for row in inside])
    now = most = 0
    for _, step in edges:
        now += step
        most = max(most, now)
    return found + max(0, most - hall.places)


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(plans=st.lists(STEPS, min_size=3, max_size=3))
def test_random_sequences_keep_every_promise(plans, request):
    made = Makers()
    Hold.objects.all().delete()
    Session.objects.all().delete()
    Booking.objects.all().delete()
    cluster, shared = a_track(made)
    base = (timezone.now() + timedelta(days=30)).replace(minute=0, second=0, microsecond=0)
    wrong: list[Exception] = []
    workers = [
        threading.Thread(
            target=work, args=(cluster, shared, made.organisation(cluster=cluster), steps, base, wrong)
        )
        for steps in plans
    ]
    for one in workers:
        one.start()
    for one in workers:
        one.join(60)
    assert not wrong, wrong
    assert overlapping(shared) == 0
    live = {one.source for one in Booking.objects.filter(state__in=Booking.HOLDING)}
    assert {hold.source for hold in Hold.objects.filter(released_at__isnull=True)} == live
    used = Booking.objects.filter(state="used")
    assert all(one.sessions.filter(ended_at__isnull=False).exists() for one in used), "no used hour is lost"
    assert not Session.objects.filter(ended_at__isnull=True).exists()
    moved = Booking.objects.filter(successor__isnull=False)
    assert all(one.state == "cancelled" for one in moved)
