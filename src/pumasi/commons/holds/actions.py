"""Taking and releasing. All that is asked for together is taken, or nothing is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateTimeTZRange
from django.utils import timezone

from pumasi.commons.holds.models import Hold, Thing
from pumasi.kit.refused import Refused
from pumasi.kit.worded import Several, Worded, stretch

# Advisory locks of things live beside those of other rooms; the first number tells them apart.
LOCKS = 7_304_002
_BY_KEY = Worded(lambda keys: Thing.objects.filter(key__any=keys), keys=Several)
_TAKEN_THERE = Worded(
    lambda things, start, end: Hold.objects.filter(
        thing__any=things, period__overlap=stretch(start, end), released_at__isnull=True
    ).values_list("thing_id", "place", "period"),
    things=Several, start=datetime, end=datetime,
)  # fmt: skip


class Want(NamedTuple):
    """A thing that is wanted for a time: one of its places, or all of them (`whole`)."""

    thing: Thing
    start: datetime
    end: datetime
    source: str
    whole: bool = False


class Taken(Refused):
    """Somebody was there first; `thing` is what cannot be had."""

    def __init__(self, thing: Thing) -> None:
        super().__init__(
            "That time is taken. Choose another time, or ask the office to free it.",
            "이미 선점된 시간입니다. 다른 시간을 선택하시거나 사무국에 조정을 요청해 주십시오.",
        )
        self.thing = thing


def thing(*, kind: str, key: str, places: int = 1) -> Thing:
    """The thing that stands for a record of another room; made when it is first needed."""
    found, _ = Thing.objects.get_or_create(key=key, defaults={"kind": kind, "places": places})
    return found


def things(*, kind: str, keys: Iterable[str]) -> dict[str, Thing]:
    """Things of one kind by key, in one statement if all are known and in three if not, however many there are."""
    wanted = list(dict.fromkeys(keys))
    known = {found.key: found for found in _BY_KEY(keys=wanted)}
    new = [Thing(kind=kind, key=key) for key in wanted if key not in known]
    if new:
        Thing.objects.bulk_create(new, ignore_conflicts=True)
        known = {found.key: found for found in _BY_KEY(keys=wanted)}
    return known


@transaction.atomic
def resize(thing: Thing, places: int) -> Thing:
    """Let a thing be shared by more or fewer at once; refused while somebody holds a place that would go."""
    _lock_things([thing.pk])
    beyond = Hold.objects.filter(thing=thing, place__gte=places, released_at__isnull=True)
    if beyond.filter(period__endswith__gt=timezone.now()).exists():
        raise Refused(
            "More places than that are taken at a time to come. Move or cancel those bookings first.",
            "예정된 선점이 그보다 많습니다. 해당 예약을 먼저 변경하거나 취소해 주십시오.",
        )
    thing.places = places
    thing.save(update_fields=["places"])
    return thing


def take(wants: Sequence[Want], *, or_all_fails: bool = False) -> list[Hold]:
    """Take everything that is wanted or, where one thing is taken already, nothing (`Taken`).

    Things are locked in the order of their ids, so that two who want the same ones wait instead of blocking each other.
    With `or_all_fails` the caller's transaction ends where something is taken, which saves going back to a point within it.
    """
    if not wants:
        return []
    try:
        with transaction.atomic(savepoint=not or_all_fails):
            if getattr(settings, "HOLDS_GUARD", True):
                _lock_things(want.thing.pk for want in wants)
            return Hold.objects.bulk_create(_placed(wants))
    except IntegrityError as error:
        raise Taken(wants[0].thing if or_all_fails else _first_taken(wants)) from error


def _lock_things(ids: Iterable[int]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(%s, id) FROM unnest(%s::int[]) AS id",
            [LOCKS, sorted(set(ids))],
        )


def _placed(wants: Sequence[Want]) -> list[Hold]:
    """A numbered place for each want; the earlier wants of the same call count as taken."""
    occupied: dict[int, list[tuple[int, datetime, datetime]]] = {}
    there_already = _TAKEN_THERE(
        things=list({want.thing.pk for want in wants}),
        start=min(want.start for want in wants),
        end=max(want.end for want in wants),
    )
    for pk, place, period in there_already:
        occupied.setdefault(pk, []).append((place, period.lower, period.upper))
    made = []
    for want in wants:
        there = occupied.setdefault(want.thing.pk, [])
        taken = {place for place, start, end in there if start < want.end and want.start < end}
        free = [place for place in range(want.thing.places) if place not in taken]
        if not free or (want.whole and len(free) < want.thing.places):
            if getattr(settings, "HOLDS_GUARD", True):
                raise Taken(want.thing)
            free = free or [0]
        for place in free if want.whole else free[:1]:
            there.append((place, want.start, want.end))
            period = DateTimeTZRange(want.start, want.end)
            made.append(Hold(thing=want.thing, place=place, period=period, source=want.source))
    return made


def _first_taken(wants: Sequence[Want]) -> Thing:
    """Which thing it was; asked only after the database has refused."""
    for want in wants:
        period = DateTimeTZRange(want.start, want.end)
        held = Hold.objects.filter(thing=want.thing, period__overlap=period, released_at__isnull=True)
        if held.exclude(source=want.source).exists():
            return want.thing
    return wants[0].thing


def release(sources: Iterable[str]) -> int:
    """Give back all that the sources hold; what was held stays as history. Give how many holds ended."""
    held = Hold.objects.filter(source__in=list(sources), released_at__isnull=True)
    return held.update(released_at=timezone.now())


@transaction.atomic
def move(wants: Sequence[Want]) -> list[Hold]:
    """Release what the sources of the wants hold and take the new times instead, or leave all as it was."""
    release({want.source for want in wants})
    return take(wants)
