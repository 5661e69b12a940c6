"""No hour of a facility is had twice, whoever presses at the same moment: two web processes, 2 and 16 users, gaps of 0 to 80 ms.

Each race gives its tally and is run with the guards and without. The guards are the locks of the holds and their exclusion
constraint; the negative control takes both away.
"""

from __future__ import annotations

import itertools
import threading
import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from types import SimpleNamespace

import pytest
from django.utils import timezone

from pumasi.commons.holds.models import Hold
from pumasi.operate.facilities import api as facilities
from pumasi.operate.facilities.actions import places
from pumasi.operate.facilities.models import Booking, BookingItem, Facility
from races import servers
from races.tally import Tally
from races.test_holds import without_constraints

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.slow,
]
GAPS = (0, 0, 5, 20, 80)
WALL = "%Y-%m-%dT%H:%M"


@pytest.fixture
def track(given) -> SimpleNamespace:
    """A site open around the clock with two zones, and 16 users of as many organisations."""
    cluster = given.cluster()
    site = facilities.add(cluster=cluster, kind="site", name_en="Track")
    zones = [
        facilities.add(cluster=cluster, parent=site, kind="zone", name_en=name) for name in ("A", "B", "C")
    ]
    firms = [given.organisation(cluster=cluster) for _ in range(16)]
    users = [servers.Visitor(given.user("member", cluster=cluster, organisation=firm)) for firm in firms]
    first = (timezone.now() + timedelta(days=2)).replace(minute=0, second=0, microsecond=0)
    hours = (first + timedelta(hours=4 * n) for n in itertools.count())
    return SimpleNamespace(cluster=cluster, site=site, zones=zones, firms=firms, users=users, hours=hours)


def press(
    track, user: servers.Visitor, items: Sequence[Facility], start: datetime, hours: int = 2
) -> servers.Request:
    """The button of the booking form."""
    there = start.astimezone(timezone.get_default_timezone())
    told = {"starts": there.strftime(WALL), "ends": (there + timedelta(hours=hours)).strftime(WALL)}
    return user.post(
        f"/ko/{track.cluster.slug}/facilities/book/", item=[one.pk for one in items], deed="book", **told
    )


def together(site: servers.Site, asked: Sequence[servers.Request], gap: int) -> None:
    """Send each by its own client, `gap` milliseconds after the one before it, to the processes in turn."""
    lines = [servers.Site([address], site.log) for address in site.addresses]
    seen: list[int] = []

    def send(number: int, one: servers.Request) -> None:
        time.sleep(number * gap / 1000)
        seen.extend(answer.status for answer in lines[number % len(lines)].fire([one], parallel=1))

    threads = [threading.Thread(target=send, args=pair) for pair in enumerate(asked)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(seen) <= {302, 422}, site.told()
    assert len(seen) == len(asked), site.told()


def doubled(track, start: datetime) -> int:
    """Counted plainly from the bookings that stand: pairs that overlap on the same zone, the site being all of them."""
    rows = BookingItem.objects.filter(
        booking__state__in=("confirmed", "requested", "offered"), starts_at__lt=start + timedelta(hours=3), ends_at__gt=start - timedelta(hours=1)
    )  # fmt: skip
    buffers = {one.pk: timedelta(minutes=one.cleanup_minutes) for one in Facility.objects.all()}
    held = []
    for row in rows:
        zones = {one.pk for one in track.zones} if row.facility_id == track.site.pk else {row.facility_id}
        held += [
            (zone, row.booking_id, row.starts_at, row.ends_at + buffers[row.facility_id]) for zone in zones
        ]
    return sum(
        a[0] == b[0] and a[1] != b[1] and a[2] < b[3] and b[2] < a[3]
        for a, b in itertools.combinations(held, 2)
    )


def standing(start: datetime) -> int:
    """Bookings that stand for these hours."""
    near = Booking.objects.filter(
        state="confirmed", starts_at__gte=start - timedelta(hours=1), starts_at__lt=start + timedelta(hours=3)
    )
    return near.count()


def race(
    track, site, guard, asked: Callable[[datetime], list[servers.Request]], *, expected: int = 1
) -> Tally:
    """Trials of one race, each at other hours; `asked` gives what is pressed at them."""
    tally = Tally()
    for n in tally.trials_of(guard=guard):
        start = next(track.hours)
        pressed = asked(start)
        together(site, pressed, GAPS[n % len(GAPS)] if len(pressed) == 2 else 0)
        conflicts = doubled(track, start)
        tally.add(tries=len(pressed), confirmed=standing(start), expected=expected, conflicts=conflicts)
    return tally


def two_users_one_slot(site, track, *, guard) -> Tally:
    """Two press for the same two hours of a zone."""
    return race(
        track,
        site,
        guard,
        lambda start: [press(track, user, track.zones[:1], start) for user in track.users[:2]],
    )


def sixteen_users_one_slot(site, track, *, guard) -> Tally:
    """Sixteen press for the same two hours of a zone."""
    return race(
        track, site, guard, lambda start: [press(track, user, track.zones[:1], start) for user in track.users]
    )


def the_site_and_a_zone(site, track, *, guard) -> Tally:
    """One presses for the whole site, one for a zone of it."""
    what = ([track.site], track.zones[1:2])
    return race(
        track,
        site,
        guard,
        lambda start: [press(track, user, one, start) for user, one in zip(track.users, what, strict=False)],
    )


def two_sets_that_share_a_zone(site, track, *, guard) -> Tally:
    """Two press for sets of two zones, one zone in both: one set is had whole, the other not at all."""
    what = (track.zones[:2], track.zones[1:])
    return race(
        track,
        site,
        guard,
        lambda start: [press(track, user, one, start) for user, one in zip(track.users, what, strict=False)],
    )


def one_after_the_other_within_the_buffer(site, track, *, guard) -> Tally:
    """The second begins when the first ends, but cleaning up takes half an hour."""
    places.change(facility=track.zones[0], cleanup_minutes=30)
    return race(
        track, site, guard,
        lambda start: [press(track, user, track.zones[:1], start + n * timedelta(hours=1), 1) for n, user in enumerate(track.users[:2])],
    )  # fmt: skip


def two_bookings_moved_to_one_slot(site, track, *, guard) -> Tally:
    """Two bookings of different zones' hours are moved to the same hours of their one zone."""

    def moves(start: datetime) -> list[servers.Request]:
        away = next(track.hours)
        made = []
        for n, (firm, user) in enumerate(zip(track.firms[:2], track.users[:2], strict=True)):
            begin = away + n * timedelta(hours=1)
            wish = facilities.Wish(firm, None, ((track.zones[2], True),), begin, begin + timedelta(hours=1))
            made.append((facilities.book(cluster=track.cluster, wish=wish), user))
        there = start.astimezone(timezone.get_default_timezone())
        told = {"starts": there.strftime(WALL), "ends": (there + timedelta(hours=1)).strftime(WALL)}
        return [
            user.post(f"/ko/{track.cluster.slug}/facilities/bookings/{one.pk}/", deed="move", **told)
            for one, user in made
        ]

    return race(track, site, guard, moves)


Race = Callable[..., Tally]
RACES: dict[str, Race] = {
    "facilities: two users, one slot, gaps of 0 to 80 ms": two_users_one_slot,
    "facilities: sixteen users, one slot": sixteen_users_one_slot,
    "facilities: the site and a zone of it": the_site_and_a_zone,
    "facilities: two sets that share a zone": two_sets_that_share_a_zone,
    "facilities: within the buffer": one_after_the_other_within_the_buffer,
    "facilities: two bookings moved to one slot": two_bookings_moved_to_one_slot,
}


@pytest.mark.parametrize("promise", RACES)
def test_the_promise_is_kept(promise, guarded, track, report):
    tally = RACES[promise](guarded, track, guard=True)
    report(promise, tally, guard=True)
    assert tally.conflicts == 0
    assert tally.confirmed == tally.expected


@pytest.mark.parametrize("promise", RACES)
def test_without_the_guards_the_same_race_breaks_it(promise, unguarded, track, report):
    """The negative control."""
    with without_constraints():
        tally = RACES[promise](unguarded, track, guard=False)
        report(promise, tally, guard=False)
        Hold.objects.all().delete()
    assert tally.conflicts > 0
