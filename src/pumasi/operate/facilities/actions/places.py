"""Making facilities what they are: the tree, opening hours, closures, what stands side by side, what is asked of users."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from pumasi.commons.holds import api as holds
from pumasi.commons.members.models import Cluster
from pumasi.kit import hangul, recurrence
from pumasi.kit.bilingual import columns
from pumasi.kit.pictures import checked
from pumasi.kit.refused import Refused
from pumasi.operate.facilities.actions import bookings, holding
from pumasi.operate.facilities.models import (
    Booking,
    BookingItem,
    Closure,
    Facility,
    FacilityPair,
    Infrastructure,
    Opening,
    Quota,
    Requirement,
)
from pumasi.operate.facilities.models.access import Needed
from pumasi.operate.facilities.models.bookings import touching
from pumasi.operate.facilities.queries.hours import Stretch, joined, without
from pumasi.operate.facilities.queries.tree import Tree, tree

DEEPEST = 4


def _check(facility: Facility) -> None:
    if not any(getattr(facility, name).strip() for name in columns("name")):
        raise Refused("Give it a name in Korean or English.", "시설명을 국문이나 영문으로 입력해 주십시오.")
    recurrence.zone_named(facility.zone)
    if facility.mode != Facility.Mode.SHARED:
        facility.places = 1
    elif facility.places < 2:
        raise Refused(
            "Say how many may share it (at least 2), or let one user have it at a time.",
            "공동 사용 가능 수(2 이상)를 입력하거나 단독 사용으로 바꿔 주십시오.",
        )
    if facility.parent_id:
        up: Facility | None = facility.parent
        steps = 0
        while up is not None:
            if up.pk == facility.pk:
                raise Refused("It cannot lie within itself.", "자기 자신의 하위 시설이 될 수 없습니다.")
            up, steps = up.parent, steps + 1
        if steps > DEEPEST:
            raise Refused(
                "The tree is at most five levels deep.", "시설은 최대 5단계까지 구성할 수 있습니다."
            )
        if facility.parent is not None and facility.parent.cluster_id != facility.cluster_id:
            raise Refused(
                "What it lies within belongs to another cluster.",
                "상위 시설이 다른 클러스터에 속해 있습니다.",
            )
    names = [getattr(facility, name) for name in (*columns("name"), *columns("summary"))]
    facility.folded = "\n".join(hangul.fold(name).replace(" ", "") for name in names if name)


@transaction.atomic
def add(*, cluster: Cluster, parent: Facility | None = None, **values: Any) -> Facility:
    """Add a facility. Whoever has the whole of what it lies within at a time to come has it too."""
    tags = values.pop("tags", ())
    if parent is not None:
        values.setdefault("zone", parent.zone)
        values.setdefault("visibility", parent.visibility)
    made = Facility(cluster=cluster, parent=parent, **values)
    _check(made)
    made.save()
    made.tags.set(tags)
    holding.thing_of(made)
    _take_for_those_above(made)
    return made


def _take_for_those_above(made: Facility) -> None:
    """Bookings and closures of the whole that is above cover what is new below it."""
    known = tree(made.cluster)
    above = [up.pk for up in known.above(made.pk)]
    thing = holding.thing_of(made)
    now = timezone.now()
    rows = BookingItem.objects.filter(
        facility__in=above,
        whole=True,
        ends_at__gt=now,
        booking__state__in=Booking.HOLDING,
    ).select_related("booking")
    wants = [holds.Want(thing, row.starts_at, row.ends_at, row.booking.source, whole=True) for row in rows]
    shut = Closure.objects.filter(facility__in=above, ends_at__gt=now, lifted_at__isnull=True).exclude(
        kind="holiday"
    )
    wants += [holds.Want(thing, row.starts_at, row.ends_at, row.source, whole=True) for row in shut]
    holds.take(wants)


@transaction.atomic
def change(*, facility: Facility, **values: Any) -> Facility:
    """Change a facility. Fewer places than are taken at a time to come are refused."""
    tags = values.pop("tags", None)
    kept = Facility.objects.select_for_update(of=("self",)).get(pk=facility.pk)
    if "parent" in values and values["parent"] != kept.parent and _booked_ahead(kept):
        raise Refused(
            "It has bookings to come. Move it when they are over, or move them first.",
            "예정된 예약이 있어 상위 시설을 바꿀 수 없습니다. 예약을 먼저 정리해 주십시오.",
        )
    if values.get("mode", kept.mode) != kept.mode and _booked_ahead(kept):
        raise Refused(
            "It has bookings to come. Change how it is shared when they are over, or move them first.",
            "예정된 예약이 있어 사용 방식을 바꿀 수 없습니다. 예약을 먼저 정리해 주십시오.",
        )
    for name, value in values.items():
        setattr(kept, name, value)
    _check(kept)
    kept.save()
    if tags is not None:
        kept.tags.set(tags)
    holding.thing_of(kept)
    return kept


def _booked_ahead(facility: Facility) -> bool:
    ahead = BookingItem.objects.filter(
        facility=facility,
        ends_at__gt=timezone.now(),
        booking__state__in=Booking.HOLDING,
    )
    return ahead.exists()


@transaction.atomic
def set_hours(*, facility: Facility, rows: Sequence[tuple[int, time, time]]) -> None:
    """Write the weekly hours anew: (weekday from 0, opens, closes). None: those of what it lies within."""
    for weekday, opens, closes in rows:
        if closes <= opens and closes != time(0):
            raise Refused(
                "It closes before it opens. Write midnight as 00:00.",
                "종료 시각이 시작 시각보다 빠릅니다. 자정은 00:00으로 입력해 주십시오.",
            )
        if not 0 <= weekday <= 6:  # Sunday
            raise Refused("Choose a weekday.", "요일을 선택해 주십시오.")
    facility.openings.all().delete()
    Opening.objects.bulk_create(
        [
            Opening(facility=facility, weekday=weekday, opens=opens, closes=closes)
            for weekday, opens, closes in dict.fromkeys(rows)
        ]
    )


@transaction.atomic
def close(
    *, facility: Facility, kind: str, starts_at: datetime, ends_at: datetime, reason_ko: str = "", reason_en: str = "",
    cancels: bool = False,
) -> Closure:  # fmt: skip
    """Close it, and all below, for a time. Bookings in that time stand in the way, unless they are to be cancelled with it.

    A breakdown cannot wait for them: it cancels them, and says why.
    """
    if ends_at <= starts_at:
        raise Refused(
            "The end lies before the start. Choose a later end.",
            "종료 시각이 시작 시각보다 빠릅니다. 다시 입력해 주십시오.",
        )
    known = tree(facility.cluster)
    made = Closure.objects.create(
        facility=facility,
        kind=kind,
        starts_at=starts_at,
        ends_at=ends_at,
        reason_ko=reason_ko.strip()[:300],
        reason_en=reason_en.strip()[:300],
    )
    if kind == Closure.Kind.HOLIDAY:
        return made
    in_the_way = list(bookings_within(facility, starts_at, ends_at))
    if in_the_way and not (cancels or kind == Closure.Kind.BREAKDOWN):
        raise Refused(
            "{n} bookings lie in that time. Move them first, or let them be cancelled with it.",
            "해당 시간에 예약 {n}건이 있습니다. 먼저 변경하시거나 함께 취소하도록 선택해 주십시오.",
            n=len(in_the_way),
        )
    for item in in_the_way:
        if not item.booking.sessions.filter(ended_at__isnull=True).exists():
            bookings.cancel(
                booking=item.booking, reason_ko=made.reason_ko or "점검", reason_en=made.reason_en or "maintenance", by_operator=True  # type: ignore[attr-defined]
            )  # fmt: skip
    _hold_closed(known, made)
    return made


def _hold_closed(known: Tree, made: Closure) -> None:
    """Keep the time; where somebody is still inside, from the end of their booking on. What another closure keeps stays its own."""
    inside = bookings_within(made.facility, made.starts_at, made.ends_at)
    begin = max([made.starts_at, *(item.ends_at for item in inside)])
    if begin >= made.ends_at:
        return
    things = [holding.thing_of(one) for one in known.taken_with(made.facility_id, whole=True)]
    shut: dict[int, list[Stretch]] = {}
    for row in holds.held(things, begin, made.ends_at).filter(source__startswith="facilities.closure."):
        shut.setdefault(row.thing_id, []).append(Stretch(row.period.lower, row.period.upper))
    holds.take(
        [
            holds.Want(thing, *piece, made.source, whole=True)
            for thing in things
            for piece in without([Stretch(begin, made.ends_at)], joined(shut.get(thing.pk, [])))
        ]
    )


def bookings_within(facility: Facility, starts_at: datetime, ends_at: datetime) -> Any:
    """Items of live bookings that touch the time, of the facility and all below and above it."""
    known = tree(facility.cluster)
    near = [facility.pk, *(one.pk for one in known.below(facility.pk))]
    above = [one.pk for one in known.above(facility.pk)]
    rows = touching(BookingItem.objects.filter(booking__state__in=Booking.HOLDING), starts_at, ends_at)
    return (
        (rows.filter(facility__in=near) | rows.filter(facility__in=above, whole=True))
        .select_related("booking")
        .distinct()
    )


@transaction.atomic
def lift(*, closure: Closure) -> Closure:
    """It is open again, earlier than said."""
    if closure.lifted_at is None:
        closure.lifted_at = timezone.now()
        closure.save(update_fields=["lifted_at"])
        holds.release([closure.source])
    return closure


@transaction.atomic
def set_pair(*, a: Facility, b: Facility, rule: str, why_ko: str = "", why_en: str = "") -> FacilityPair:
    """Say that two stand side by side, or that one rules out the other at the same time."""
    if a.pk == b.pk or a.cluster_id != b.cluster_id:
        raise Refused(
            "Choose two facilities of this cluster.", "이 클러스터의 서로 다른 두 시설을 선택해 주십시오."
        )
    first, second = sorted((a, b), key=lambda one: one.pk)
    if rule == FacilityPair.Rule.EXCLUDES and (_booked_ahead(first) or _booked_ahead(second)):
        raise Refused(
            "There are bookings to come. Set this rule when they are over, or move them first.",
            "예정된 예약이 있습니다. 예약을 먼저 정리한 뒤 규칙을 정해 주십시오.",
        )
    made, _ = FacilityPair.objects.update_or_create(
        a=first,
        b=second,
        defaults={"rule": rule, "why_ko": why_ko.strip()[:200], "why_en": why_en.strip()[:200]},
    )
    return made


@transaction.atomic
def require(
    *, facility: Facility, kind: str, level: int = 1, note_ko: str = "", note_en: str = ""
) -> Requirement:
    """Ask something of everybody who uses it, and all below."""
    made, _ = Requirement.objects.update_or_create(
        facility=facility,
        kind=Needed(kind),
        defaults={"level": level, "note_ko": note_ko[:300], "note_en": note_en[:300]},
    )
    return made


@transaction.atomic
def set_quota(*, facility: Facility, price_class: Any = None, **limits: int | None) -> Quota:
    """How much one organisation may book of it and all below."""
    made, _ = Quota.objects.update_or_create(facility=facility, price_class=price_class, defaults=limits)
    return made


@transaction.atomic
def set_picture(*, facility: Facility, upload: UploadedFile[Any], text_ko: str, text_en: str) -> None:
    """Keep a picture (JPEG, PNG or WebP, up to 5 MB) with what it shows in words."""
    facility.picture = checked(upload, f"facility-{facility.pk}")
    facility.picture_text_ko, facility.picture_text_en = text_ko[:200], text_en[:200]  # type: ignore[attr-defined]
    facility.save(update_fields=["picture", *columns("picture_text"), "changed_at"])


@transaction.atomic
def register_infrastructure(*, cluster: Cluster, **values: Any) -> Infrastructure:
    """Enter something that can be used without booking."""
    made = Infrastructure(cluster=cluster, **values)
    if not any(getattr(made, name).strip() for name in columns("name")):
        raise Refused("Give it a name in Korean or English.", "명칭을 국문이나 영문으로 입력해 주십시오.")
    made.save()
    return made
