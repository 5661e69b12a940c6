"""What an hour costs: dated prices by class, zone, mode and time of day; the closest fit is charged, promotions first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any, NamedTuple

from django.db.models import Q

from pumasi.commons.members.models import Cluster, Organisation
from pumasi.kit.bilingual import columns
from pumasi.kit.dates import zone_of
from pumasi.kit.recurrence import instant
from pumasi.kit.worded import Several, Worded
from pumasi.operate.facilities.models import Facility, PriceClass, PriceClassMember, Tariff
from pumasi.operate.facilities.queries.tree import Tree

HOUR = timedelta(hours=1)
WON = Decimal(1)
_GIVEN = Worded(
    lambda organisation, cluster, day: PriceClassMember.objects.filter(
        Q(until__isnull=True) | Q(until__gte=day), organisation=organisation, price_class__cluster=cluster, since__lte=day
    ).select_related("price_class").order_by("-since", "-pk")[:1],
    organisation=int, cluster=int, day=date,
)  # fmt: skip
_CLASSES = Worded(lambda cluster: PriceClass.objects.filter(cluster=cluster), cluster=int)
_TARIFFS = Worded(
    lambda facilities: Tariff.objects.filter(facility__any=facilities).select_related("price_class"),
    facilities=Several,
)


class Piece(NamedTuple):
    """Time of one facility at one price: hours, won for an hour, and the price's row (None: no price is set)."""

    facility: int
    start: datetime
    end: datetime
    tariff: Tariff | None

    @property
    def hours(self) -> Decimal:
        """Real hours."""
        return Decimal(int((self.end - self.start).total_seconds())) / 3600

    @property
    def amount(self) -> Decimal:
        """Won, rounded half up to the whole."""
        rate = self.tariff.amount if self.tariff else Decimal(0)
        return (rate * self.hours).quantize(WON, rounding=ROUND_HALF_UP)


class Quote(NamedTuple):
    """What a booking costs: its class and its pieces."""

    price_class: PriceClass | None
    pieces: list[Piece]

    @property
    def amount(self) -> Decimal:
        """Won in all."""
        return sum((piece.amount for piece in self.pieces), Decimal(0))

    def lines(self, tree: Tree) -> list[dict[str, Any]]:
        """The pieces as they are kept with a booking and shown to people."""
        return [
            {
                "facility": piece.facility,
                **{name: getattr(tree[piece.facility], name) for name in columns("name")},
                "from": piece.start.isoformat(), "to": piece.end.isoformat(), "hours": float(piece.hours),
                "rate": int(piece.tariff.amount) if piece.tariff else 0, "amount": int(piece.amount),
                "promotion": bool(piece.tariff and piece.tariff.promotion),
                **{f"tariff_{name}": getattr(piece.tariff, name) if piece.tariff else "" for name in columns("name")},
            }
            for piece in self.pieces
        ]  # fmt: skip


def class_of(organisation: Organisation, cluster: Cluster, day: date) -> PriceClass | None:
    """The class that the organisation pays by on a day: given to it, else that of its kind, else the default."""
    given = _GIVEN.one(organisation=organisation.pk, cluster=cluster.pk, day=day)
    if given:
        return given.price_class
    classes = _CLASSES(cluster=cluster.pk)
    by_kind = next((one for one in classes if organisation.kind in one.kinds), None)
    return by_kind or next((one for one in classes if one.is_default), None)


def quote(
    tree: Tree,
    items: Sequence[tuple[Facility, bool]],
    start: datetime,
    end: datetime,
    price_class: PriceClass | None,
) -> Quote:
    """Price the use of `items` (facility, whole) from `start` to `end`; the price of a day holds from its midnight there."""
    line = {up.pk for facility, _ in items for up in tree.line(facility.pk)}
    rows = _TARIFFS(facilities=list(line))
    pieces = [
        piece
        for facility, whole in items
        for piece in _priced(tree, rows, facility, start, end, whole=whole, price_class=price_class)
    ]
    return Quote(price_class, pieces)


def _priced(
    tree: Tree, rows: list[Tariff], facility: Facility, start: datetime, end: datetime, *, whole: bool,
    price_class: PriceClass | None,
) -> Iterable[Piece]:  # fmt: skip
    near = {up.pk: n for n, up in enumerate(tree.line(facility.pk))}
    mine = [
        row for row in rows
        if row.facility_id in near and row.whole in (None, whole) and row.price_class_id in (None, getattr(price_class, "pk", None))
    ]  # fmt: skip
    # A price set for the facility itself replaces those from above; a promotion from above still holds.
    cuts = sorted({start, end, *(at for at in _cuts(facility, mine, start, end) if start < at < end)})
    made: list[Piece] = []
    for begin, finish in pairwise(cuts):
        best = _best(mine, near, facility, begin)
        if made and made[-1].tariff == best:
            made[-1] = made[-1]._replace(end=finish)
        else:
            made.append(Piece(facility.pk, begin, finish, best))
    return made


def _cuts(facility: Facility, rows: list[Tariff], start: datetime, end: datetime) -> Iterable[datetime]:
    """Instants at which the price may change: midnights there, and the hours that prices name."""
    zone = zone_of(facility.zone)
    walls = {time(), *(at for row in rows for at in (row.begins, row.ends) if at)}
    day, last = start.astimezone(zone).date(), end.astimezone(zone).date()
    while day <= last:
        yield from (instant(day, wall, facility.zone) for wall in walls)
        day += timedelta(days=1)


def _best(rows: list[Tariff], near: dict[int, int], facility: Facility, at: datetime) -> Tariff | None:
    there = at.astimezone(zone_of(facility.zone))
    day, wall = there.date(), there.time()
    fits = [
        row
        for row in rows
        if row.since <= day and (row.until is None or day <= row.until) and _holds(row, wall)
    ]
    return min(fits, key=lambda row: _closeness(row, near), default=None)


def _holds(row: Tariff, wall: time) -> bool:
    if row.begins is None or row.ends is None:
        return True
    if row.begins < row.ends:
        return row.begins <= wall < row.ends
    return wall >= row.begins or wall < row.ends


def _closeness(row: Tariff, near: dict[int, int]) -> tuple[Any, ...]:
    """Promotions first, then the nearest facility, the class, the mode, the hour, and the latest price."""
    return (
        not row.promotion, near[row.facility_id], row.price_class_id is None, row.whole is None, row.begins is None,
        -row.since.toordinal(), -row.pk,
    )  # fmt: skip


def in_force(tree: Tree, facility: Facility, day: date) -> list[Tariff]:
    """Prices of the facility that hold on a day, its own before those from above, for the page."""
    near = {up.pk: n for n, up in enumerate(tree.line(facility.pk))}
    rows = Tariff.objects.filter(
        Q(until__isnull=True) | Q(until__gte=day), facility__in=near, since__lte=day
    ).select_related("price_class")
    own = {(row.price_class_id, row.whole, row.begins, row.promotion): row for row in sorted(
        rows, key=lambda row: (-near[row.facility_id], row.since, row.pk))}  # fmt: skip
    return sorted(
        own.values(),
        key=lambda row: (
            row.price_class.position if row.price_class else -1,
            not row.promotion,
            row.begins or time(),
        ),
    )
