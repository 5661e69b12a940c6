"""Whether a booking may be: everything that speaks against it, each with what to do. What others hold, the holds say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from django.db.models import ExpressionWrapper, F, QuerySet, Sum
from django.db.models.fields import DurationField
from django.utils import timezone

from pumasi.commons.members.models import Organisation
from pumasi.kit.dates import Span, date_text, wall, zone_of
from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.worded import Several, Worded
from pumasi.operate.facilities.models import Booking, BookingItem, Facility, PriceClass, Quota
from pumasi.operate.facilities.models.bookings import touching
from pumasi.operate.facilities.queries import qualified
from pumasi.operate.facilities.queries.hours import Hours, Stretch, local_days, total, within, without
from pumasi.operate.facilities.queries.tree import Tree, bookable
from pumasi.operate.facilities.queries.wishes import Wish

HOUR = timedelta(hours=1)
LONGEST = timedelta(days=31)
Kind = Literal["time", "place", "opening", "requirement", "quota", "reference"]
_QUOTAS_OF = Worded(
    lambda facilities: Quota.objects.filter(facility__any=facilities).select_related("facility"),
    facilities=Several,
)


@dataclass(frozen=True)
class Finding:
    """Something against a booking. `about` names the requirement's kind and `level` its level, where it is one."""

    kind: Kind
    said: Said
    about: str = ""
    level: int = 0


class NotBookable(Refused):
    """A booking that may not be; `findings` says everything that speaks against it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__(" ".join(one.said.en for one in findings), " ".join(one.said.ko for one in findings))
        self.findings = list(findings)


def findings(
    tree: Tree,
    wish: Wish,
    *,
    price_class: PriceClass | None,
    by_operator: bool = False,
    besides: int | None = None,
    begun: bool = False,
) -> list[Finding]:
    """All that speaks against the wish. An operator is not bound by quotas and days ahead.

    `besides` is a booking that the wish replaces: it does not count against a quota. Where the use has `begun`, that its
    start has passed does not speak against it.
    """
    unclear = list(_time(wish, by_operator=by_operator, begun=begun))
    if unclear:
        return unclear
    found = [*_places(tree, wish), *_openings(tree, wish), *requirements(tree, wish)]
    if not by_operator:
        found += _quotas(tree, wish, price_class, besides)
    if not wish.reference.strip() and any(
        up.asks_reference for one in wish.facilities for up in tree.line(one.pk)
    ):
        said = Said(
            "Give the project code or the budget holder.", "과제번호 또는 예산 담당자를 입력해 주십시오."
        )
        found.append(Finding("reference", said))
    return found


def _time(wish: Wish, *, by_operator: bool, begun: bool) -> Iterator[Finding]:
    if wish.ends_at <= wish.starts_at:
        said = Said(
            "The end lies before the start. Choose a later end.",
            "종료 시각이 시작 시각보다 빠릅니다. 종료 시각을 다시 선택해 주십시오.",
        )
        yield Finding("time", said)
    elif wish.ends_at - wish.starts_at > LONGEST:
        yield Finding("time", Said("A booking lasts at most 31 days.", "예약은 최대 31일까지 가능합니다."))
    elif not begun and wish.starts_at < timezone.now() - (HOUR if by_operator else timedelta(0)):
        said = Said(
            "That time has passed. Choose a later one.", "이미 지난 시간입니다. 이후 시간을 선택해 주십시오."
        )
        yield Finding("time", said)
    step = max((one.step_minutes for one in wish.facilities), default=30)
    zone = zone_of(wish.facilities[0].zone)
    if any(_off(at.astimezone(zone), step) for at in (wish.starts_at, wish.ends_at)):
        said = Said(
            f"Times go by {step} minutes here. Choose full steps.", f"{step}분 단위로 예약할 수 있습니다."
        )
        yield Finding("time", said)


def _off(at: datetime, step: int) -> bool:
    return bool(at.second or at.microsecond or (at.hour * 60 + at.minute) % step)


def _places(tree: Tree, wish: Wish) -> Iterator[Finding]:
    first = local_days(wish.facilities[0], wish.starts_at, wish.ends_at)[0]
    for facility, whole in wish.items:
        name = Said(*(getattr(facility, f"name_{code}") or str(facility.name) for code in ("en", "ko")))
        if not bookable(facility):
            said = Said(
                f"{name.en} cannot be booked by itself.", f"{name.ko}은(는) 단독으로 예약할 수 없습니다."
            )
            yield Finding("place", said)
        if facility.mode == Facility.Mode.EXCLUSIVE and not whole:
            said = Said(f"{name.en} is for one user at a time.", f"{name.ko}은(는) 단독 사용만 가능합니다.")
            yield Finding("place", said)
        opened = max((up.opened_on for up in tree.line(facility.pk) if up.opened_on), default=None)
        if opened and first < opened:
            en, ko = date_text(opened, "en"), date_text(opened, "ko")
            said = Said(
                f"{name.en} opens on {en}. Choose a day from then on.",
                f"{name.ko}은(는) {ko}에 개장합니다. 개장일 이후로 선택해 주십시오.",
            )
            yield Finding("opening", said)


def _openings(tree: Tree, wish: Wish) -> Iterator[Finding]:
    hours = Hours(tree, [one.pk for one in wish.facilities], wish.starts_at, wish.ends_at)
    wanted = [Stretch(wish.starts_at, wish.ends_at)]
    told: set[Said] = set()
    for facility in wish.facilities:
        shut = next(iter(hours.closures(facility.pk)), None)
        if shut is not None:
            en, ko = (
                wall(min(shut.ends_at, shut.lifted_at or shut.ends_at), facility.zone, code)
                for code in ("en", "ko")
            )
            why = Said(
                *(
                    f" ({text})" if (text := getattr(shut, f"reason_{code}") or str(shut.reason)) else ""
                    for code in ("en", "ko")
                )
            )
            told.add(
                Said(
                    f"It is closed until {en}{why.en}. Choose another time.",
                    f"{ko}까지 이용할 수 없습니다{why.ko}. 다른 시간을 선택해 주십시오.",
                )
            )
        elif without(wanted, hours.scheduled(facility.pk)):
            day = local_days(facility, wish.starts_at, wish.ends_at)[0]
            told.add(_opening_hours(hours, facility, day))
    yield from (Finding("opening", said) for said in sorted(told))


def _opening_hours(hours: Hours, facility: Facility, day: date) -> Said:
    spans = hours.on(facility.pk, day)
    zone = zone_of(facility.zone)
    text = ", ".join(f"{one.start.astimezone(zone):%H:%M}–{one.end.astimezone(zone):%H:%M}" for one in spans)
    en, ko = date_text(day, "en", weekday=True), date_text(day, "ko", weekday=True)
    if not spans:
        return Said(
            f"It is not open on {en}. Choose another day.",
            f"{ko}에는 운영하지 않습니다. 다른 날을 선택해 주십시오.",
        )
    return Said(
        f"It is open {text} on {en}. Stay within these hours.",
        f"{ko} 운영시간은 {text}입니다. 운영시간 안에서 선택해 주십시오.",
    )


def requirements(tree: Tree, wish: Wish) -> Iterator[Finding]:
    """What is not held on every day of the use; asked again at the door, whatever the hour."""
    needed = qualified.required(tree, [one.pk for one in wish.facilities])
    days = local_days(wish.facilities[0], wish.starts_at, wish.ends_at)
    for one in qualified.standings(
        needed, days, organisation=wish.organisation, person=wish.person, device=wish.device.strip()
    ):
        if one.missing is not None:
            yield Finding("requirement", one.missing, about=one.requirement.kind, level=one.requirement.level)


def _quotas(tree: Tree, wish: Wish, price_class: PriceClass | None, besides: int | None) -> Iterator[Finding]:
    line = {up.pk for one in wish.facilities for up in tree.line(one.pk)}
    for quota in _QUOTAS_OF(facilities=list(line)):
        if quota.price_class_id in (None, getattr(price_class, "pk", None)):
            yield from _quota(tree, wish, quota, besides)


def _quota(tree: Tree, wish: Wish, quota: Quota, besides: int | None) -> Iterator[Finding]:
    wanted = (wish.ends_at - wish.starts_at) / HOUR
    if quota.longest_hours and wanted > quota.longest_hours:
        n = quota.longest_hours
        yield Finding(
            "quota",
            Said(f"One booking lasts at most {n} hours here.", f"1회 예약은 최대 {n}시간까지 가능합니다."),
        )
    if quota.days_ahead and wish.starts_at > timezone.now() + timedelta(days=quota.days_ahead):
        n = quota.days_ahead
        yield Finding(
            "quota",
            Said(
                f"Bookings are taken {n} days ahead. Choose an earlier day.",
                f"{n}일 이내의 일정만 예약할 수 있습니다.",
            ),
        )
    held = held_items(tree, wish.organisation, quota).exclude(booking=besides)
    if quota.bookings_ahead:
        ahead = held.filter(ends_at__gt=timezone.now()).values("booking").distinct().count()
        if ahead >= quota.bookings_ahead:
            n = quota.bookings_ahead
            said = Said(
                f"You have {n} bookings ahead, as many as are allowed. Use or cancel one first.",
                f"예약 가능 건수({n}건)를 모두 사용하셨습니다. 기존 예약을 이용하거나 취소해 주십시오.",
            )
            yield Finding("quota", said)
    if quota.hours_a_month:
        yield from _hours_of_month(tree, wish, quota, besides)


def _hours_of_month(tree: Tree, wish: Wish, quota: Quota, besides: int | None) -> Iterator[Finding]:
    zone = quota.facility.zone
    for year, month in sorted(
        {(day.year, day.month) for day in local_days(quota.facility, wish.starts_at, wish.ends_at)}
    ):
        span = Span.of_month(year, month, zone)
        assert span.end is not None  # noqa: S101  # a month has an end
        wanted = total(within([Stretch(wish.starts_at, wish.ends_at)], span.start, span.end)) * len(
            wish.items
        )
        used = hours_held(tree, wish.organisation, quota, span, besides)
        if used + wanted > (quota.hours_a_month or 0) + 1e-9:
            left = max(0.0, (quota.hours_a_month or 0) - used)
            yield Finding("quota", Said(
                f"{left:g} of {quota.hours_a_month} hours are left for {year}-{month:02d}. Book less, or another month.",
                f"{year}년 {month}월에 남은 시간은 {quota.hours_a_month}시간 중 {left:g}시간입니다. 시간을 줄이거나 다른 달을 선택해 주십시오.",
            ))  # fmt: skip


def held_items(tree: Tree, organisation: Organisation, quota: Quota) -> QuerySet[BookingItem]:
    """What the organisation has booked of the quota's facility and all below it."""
    below = [quota.facility_id, *(one.pk for one in tree.below(quota.facility_id))]
    return BookingItem.objects.filter(
        facility__in=below, booking__organisation=organisation,
        booking__state__in=Booking.STANDING,
    )  # fmt: skip


def hours_held(
    tree: Tree, organisation: Organisation, quota: Quota, span: Span, besides: int | None = None
) -> float:
    """Hours that the organisation has booked in a span of time, each facility of a set for itself."""
    rows = touching(held_items(tree, organisation, quota).exclude(booking=besides), span.start, span.end)
    inside = rows.filter(starts_at__gte=span.start, ends_at__lte=span.end)
    length = ExpressionWrapper(F("ends_at") - F("starts_at"), output_field=DurationField())
    whole = inside.aggregate(n=Sum(length))["n"] or timedelta(0)
    across = [
        Stretch(*row) for row in rows.exclude(pk__in=inside.values("pk")).values_list("starts_at", "ends_at")
    ]
    assert span.end is not None  # noqa: S101  # a month has an end
    return whole / HOUR + sum(total(within([one], span.start, span.end)) for one in across)
