"""What a booking, a closure or a loan takes: itself, all below it if it is had whole, and what both sides of a pair share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from django.db.models import Q

from pumasi.commons.holds import api as holds
from pumasi.kit.dates import Span, wall_range
from pumasi.kit.refused import Refused
from pumasi.kit.worded import Several, Worded
from pumasi.operate.facilities.models import Facility, FacilityPair
from pumasi.operate.facilities.queries.tree import Tree

KIND = "facility"
_EXCLUDING = Worded(
    lambda facilities: FacilityPair.objects.filter(
        Q(a__any=facilities) | Q(b__any=facilities), rule=FacilityPair.Rule.EXCLUDES
    ),
    facilities=Several,
)


class HoursTaken(Refused):
    """Somebody was there first; `facility` is what cannot be had."""

    def __init__(self, facility: Facility | None, span: Span, zone: str) -> None:
        names = [
            (facility and getattr(facility, f"name_{code}")) or str(facility or "") for code in ("en", "ko")
        ]
        super().__init__(
            "{en} is taken in these hours ({when_en}). Choose others, look at the free hours, or join the waiting list.",
            "{ko}은(는) 해당 시간({when_ko})에 이미 예약되어 있습니다. 다른 시간을 선택하시거나 대기를 신청해 주십시오.",
            en=names[0] or "Something", ko=names[1] or "시설", when_en=wall_range(span, zone, "en"), when_ko=wall_range(span, zone, "ko"),
        )  # fmt: skip
        self.facility = facility


def thing_of(facility: Facility) -> holds.Thing:
    """What the holds know of a facility, with as many places as may share it."""
    found = holds.thing(kind=KIND, key=facility.key, places=facility.places)
    return found if found.places == facility.places else holds.resize(found, facility.places)


def wants(
    tree: Tree, items: Sequence[tuple[Facility, bool]], start: datetime, end: datetime, source: str
) -> list[holds.Want]:
    """Everything that has to be free for `items` (facility, whole) from `start` to `end`, buffers included."""
    taken: dict[int, tuple[bool, datetime, datetime]] = {}
    for facility, whole in items:
        begin = start - timedelta(minutes=facility.setup_minutes)
        finish = end + timedelta(minutes=facility.cleanup_minutes)
        for one in tree.taken_with(facility.pk, whole=whole):
            all_of_it = whole or one.pk != facility.pk
            known = taken.get(one.pk)
            taken[one.pk] = (all_of_it, begin, finish) if known is None else (
                known[0] or all_of_it, min(known[1], begin), max(known[2], finish))  # fmt: skip
    excluding = _EXCLUDING(facilities=list(taken))
    pairs = {pair.key: taken.get(pair.a_id) or taken[pair.b_id] for pair in excluding}
    keys = {tree[pk].key: told for pk, told in taken.items()}
    found = holds.things(kind=KIND, keys=[*keys, *pairs])
    return [
        holds.Want(found[key], begin, finish, source, whole=all_of_it or key in pairs)
        for key, (all_of_it, begin, finish) in {**keys, **pairs}.items()
    ]


def take(
    tree: Tree,
    items: Sequence[tuple[Facility, bool]],
    start: datetime,
    end: datetime,
    source: str,
    *,
    moving: bool = False,
) -> None:
    """Take all of it or nothing (`HoursTaken`). `moving` gives back what the source held before."""
    wanted = wants(tree, items, start, end, source)
    try:
        if moving:
            holds.move(wanted)
        else:
            holds.take(wanted, or_all_fails=True)
    except holds.Taken as refusal:
        number = refusal.thing.key.rpartition(".")[2]
        facility = (
            tree.by_id.get(int(number))
            if refusal.thing.key.startswith("facilities.facility.")
            else items[0][0]
        )
        raise HoursTaken(facility, Span(start, end), items[0][0].zone) from refusal
