"""Free hours: when a set of facilities can be had, and the earliest offers that fit a wish (Find time)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from pumasi.commons.holds import api as holds
from pumasi.kit.dates import midnight, zone_of
from pumasi.kit.recurrence import instant
from pumasi.operate.facilities.models import Facility, FacilityPair, PriceClass
from pumasi.operate.facilities.queries import prices
from pumasi.operate.facilities.queries.hours import Hours, Stretch, joined, within, without
from pumasi.operate.facilities.queries.tree import Tree, bookable

DAY = timedelta(days=1)
# Sets of zones side by side that are tried at most; a site has a dozen zones, not a thousand.
MOST_SETS = 400
OFFERS = 3
PAIRS = "facilities.pair."
Items = Sequence[tuple[Facility, bool]]


class Taken:
    """What is held of some facilities, and of all below them, between two instants: read in one query."""

    def __init__(self, tree: Tree, facilities: Iterable[int], start: datetime, end: datetime) -> None:
        self.tree = tree
        near = {one.pk for pk in facilities for one in tree.taken_with(pk, whole=True)}
        buffers = (max(tree[pk].setup_minutes, tree[pk].cleanup_minutes) for pk in near)
        margin = timedelta(minutes=max(buffers, default=0))
        self.held: dict[str, list[tuple[int, Stretch]]] = {}
        # Which sides an excluding pair has its key says; there are few, so all that are held now are read.
        self.pairs: dict[int, list[str]] = {}
        keys = [tree[pk].key for pk in near]
        for key, place, period in holds.places_held(keys, start - margin, end + margin, prefix=PAIRS):
            if key.startswith(PAIRS) and key not in self.held:
                for pk in map(int, key.removeprefix(PAIRS).split(".")):
                    self.pairs.setdefault(pk, []).append(key)
            self.held.setdefault(key, []).append((place, Stretch(period.lower, period.upper)))

    def of(self, facility: Facility, *, whole: bool) -> list[Stretch]:
        """When it cannot be had: one of its places, or the whole of it with all below."""
        parts = self.tree.taken_with(facility.pk, whole=whole)
        keys = [one.key for one in parts] + [key for one in parts for key in self.pairs.get(one.pk, [])]
        if whole or facility.places == 1:
            return joined(stretch for key in keys for _, stretch in self.held.get(key, []))
        rest = [stretch for key in keys[1:] for _, stretch in self.held.get(key, [])]
        return joined(
            [*full([stretch for _, stretch in self.held.get(facility.key, [])], facility.places), *rest]
        )


def full(stretches: Sequence[Stretch], places: int) -> list[Stretch]:
    """When at least `places` of the stretches overlap."""
    edges = sorted(
        [(one.start, 1) for one in stretches] + [(one.end, -1) for one in stretches],
        key=lambda e: (e[0], e[1]),
    )
    found, inside, since = [], 0, None
    for at, step in edges:
        inside += step
        if inside >= places and since is None:
            since = at
        elif inside < places and since is not None:
            found.append(Stretch(since, at))
            since = None
    return found


def blocks(hours: Hours, taken: Taken, items: Items) -> list[Stretch]:
    """When all of `items` can be used together: open, free, and with room for setting up and cleaning."""
    found: list[Stretch] | None = None
    for facility, whole in items:
        away = [
            Stretch(
                one.start - timedelta(minutes=facility.cleanup_minutes),
                one.end + timedelta(minutes=facility.setup_minutes),
            )
            for one in taken.of(facility, whole=whole)
        ]
        free = without(hours.open(facility.pk), joined(away))
        found = free if found is None else _both(found, free)
    return found or []


def _both(first: list[Stretch], second: list[Stretch]) -> list[Stretch]:
    return joined(common for one in first for common in within(second, one.start, one.end))


def free_blocks(tree: Tree, items: Items, start: datetime, end: datetime) -> list[Stretch]:
    """Free hours of `items` between two instants, from full step to full step: what is shown as free can be booked."""
    ids = [facility.pk for facility, _ in items]
    found = blocks(Hours(tree, ids, start, end), Taken(tree, ids, start, end), items)
    step = max(facility.step_minutes for facility, _ in items)
    zone = items[0][0].zone
    begin = max(start, next_step(timezone.now(), zone, step))
    last = step_before(end, zone, step)
    return within(found, begin, last) if begin < last else []


def next_step(at: datetime, zone: str, minutes: int) -> datetime:
    """The next full step of the day there, or `at` itself if it is one."""
    there = at.astimezone(zone_of(zone))
    over = (there.hour * 60 + there.minute) % minutes * 60 + there.second + there.microsecond / 1e6
    return at + timedelta(seconds=minutes * 60 - over) if over else at


def step_before(at: datetime, zone: str, minutes: int) -> datetime:
    """The last full step of the day there, or `at` itself if it is one."""
    following = next_step(at, zone, minutes)
    return at if following == at else following - timedelta(minutes=minutes)


@dataclass(frozen=True)
class Search:
    """What somebody looks for: so many hours, so many zones side by side, which of them for certain, when."""

    site: Facility
    minutes: int
    zones: int
    first: date
    last: date
    must: tuple[int, ...] = ()
    whole: bool = True
    earliest: time = time(0)
    latest: time = time(0)


@dataclass(frozen=True)
class Offer:
    """Facilities and hours that can be booked now, with the price."""

    items: tuple[tuple[Facility, bool], ...]
    start: datetime
    end: datetime
    price: Decimal


def find(tree: Tree, search: Search, *, price_class: PriceClass | None = None) -> list[Offer]:
    """The earliest offers that fit, at most three, each on another day or of another set where there is a choice."""
    start, end = midnight(search.first, search.site.zone), midnight(search.last + DAY, search.site.zone)
    sets = list(_sets(tree, search))
    ids = {facility.pk for one in sets for facility in one}
    hours, taken = Hours(tree, ids, start, end), Taken(tree, ids, start, end)
    found: list[Offer] = []
    for group in sets:
        items = tuple((one, search.whole or one.mode == Facility.Mode.EXCLUSIVE) for one in group)
        for begin in _starts(blocks(hours, taken, items), items, search):
            finish = begin + timedelta(minutes=search.minutes)
            found.append(Offer(items, begin, finish, Decimal(0)))
    found.sort(key=lambda one: (one.start, [facility.position for facility, _ in one.items]))
    return [
        Offer(
            one.items,
            one.start,
            one.end,
            prices.quote(tree, one.items, one.start, one.end, price_class).amount,
        )
        for one in _various(found, search.site.zone)
    ]


def _various(found: list[Offer], zone: str) -> list[Offer]:
    """The first of each day, then others, the earliest first."""
    seen: set[date] = set()
    first: list[Offer] = []
    rest: list[Offer] = []
    for one in found:
        day = one.start.astimezone(zone_of(zone)).date()
        (rest if day in seen else first).append(one)
        seen.add(day)
    return sorted((first + rest)[:OFFERS], key=lambda one: one.start)


def _sets(tree: Tree, search: Search) -> Iterator[tuple[Facility, ...]]:
    """Sets of as many zones as are wanted, side by side where there are several, with those that must be in."""
    zones = [one for one in tree.below(search.site.pk) if bookable(one)] or [search.site]
    if search.site.pk in search.must or search.zones == 0:
        yield (search.site,)
        return
    inside = {one.pk for one in zones}
    must = [pk for pk in search.must if pk in inside]
    if search.zones == 1 and len(must) <= 1:
        yield from ((one,) for one in zones if not must or one.pk in must)
        return
    beside: dict[int, set[int]] = {}
    for pair in FacilityPair.objects.filter(a__in=inside, b__in=inside, rule=FacilityPair.Rule.TOGETHER):
        beside.setdefault(pair.a_id, set()).add(pair.b_id)
        beside.setdefault(pair.b_id, set()).add(pair.a_id)
    size = max(search.zones, len(must))
    found: set[frozenset[int]] = set()
    seeds = [frozenset([must[0]])] if must else [frozenset([one.pk]) for one in zones]
    edge = set(seeds)
    while edge and len(found) < MOST_SETS:
        grown = set()
        for group in edge:
            if len(group) == size:
                if set(must) <= group:
                    found.add(group)
                continue
            grown |= {group | {other} for pk in group for other in beside.get(pk, ()) if other not in group}
        edge = grown
    order = {one.pk: n for n, one in enumerate(zones)}
    for group in sorted(found, key=lambda group: sorted(order[pk] for pk in group)):
        yield tuple(tree[pk] for pk in sorted(group, key=order.__getitem__))


def _starts(free: Sequence[Stretch], items: Items, search: Search) -> Iterator[datetime]:
    """The first start on each day that fits the free hours and the hours of the day that are wanted."""
    zone = search.site.zone
    step = timedelta(minutes=max(facility.step_minutes for facility, _ in items))
    length = timedelta(minutes=search.minutes)
    day = search.first
    while day <= search.last:
        begins = instant(day, search.earliest, zone)
        ends = instant(day + DAY if search.latest <= search.earliest else day, search.latest, zone)
        for one in within(free, max(begins, timezone.now()), ends):
            at = _stepped(one.start, begins, step)
            if at + length <= one.end:
                yield at
                break
        day += DAY


def _stepped(at: datetime, begins: datetime, step: timedelta) -> datetime:
    """The first full step of the day from `at` on."""
    base = begins.replace(minute=0, second=0, microsecond=0)
    over = (at - base) % step
    return at if not over else at + (step - over)
