"""Booking, moving, cancelling: nothing is had twice, a set is had whole or not at all, and nothing is deleted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from pumasi.commons.members.models import Batch, Cluster, Organisation, Person
from pumasi.kit import recurrence
from pumasi.kit.refused import Refused
from pumasi.kit.retrying import retried
from pumasi.operate.facilities.actions import holding, keeping, letters, money, qualifying, waiting
from pumasi.operate.facilities.actions.telling import tell_booking, tell_new
from pumasi.operate.facilities.models import Booking, BookingSeries, Facility
from pumasi.operate.facilities.queries import checks, prices
from pumasi.operate.facilities.queries.hours import local_days
from pumasi.operate.facilities.queries.tree import Tree, tree
from pumasi.operate.facilities.queries.wishes import Wish, wish_of

LOCK = 7_305_001
MOST_ITEMS = 40


def _lock_organisation(organisation: Organisation) -> None:
    """Let bookings of one organisation pass one after the other: quotas are counted over all of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, organisation.pk])


def _checked(
    known: Tree, cluster: Cluster, wish: Wish, *, by_operator: bool, besides: int | None = None
) -> prices.Quote:
    """Refuse what may not be; give the price of what may."""
    if not wish.items or len(wish.items) > MOST_ITEMS:
        raise Refused("Choose what you want to book first.", "먼저 예약할 시설을 선택해 주십시오.")
    if len({facility.zone for facility, _ in wish.items}) > 1:
        raise Refused(
            "These lie in different time zones. Book them one by one.",
            "시간대가 서로 다른 시설입니다. 각각 예약해 주십시오.",
        )
    day = (
        local_days(wish.items[0][0], wish.starts_at, wish.ends_at)[0]
        if wish.ends_at > wish.starts_at
        else timezone.localdate()
    )
    price_class = prices.class_of(wish.organisation, cluster, day)
    if wish.person is not None:
        qualifying.grant_due(cluster, wish.person)
    found = checks.findings(known, wish, price_class=price_class, by_operator=by_operator, besides=besides)
    if found:
        raise checks.NotBookable(found)
    return prices.quote(known, wish.items, wish.starts_at, wish.ends_at, price_class)


@retried()
def book(
    *, cluster: Cluster, wish: Wish, known: Tree | None = None, by: Any = None, by_operator: bool = False,
    batch: Batch | None = None,
) -> Booking:  # fmt: skip
    """Book. Refused with everything that speaks against it (`NotBookable`), or because somebody was first (`HoursTaken`).

    `known` are all facilities of the cluster, where the same request has just read them.
    """
    _lock_organisation(wish.organisation)
    known = known or tree(cluster)
    wish = replace(wish, items=_as_they_are(known, wish.items))
    quote = _checked(known, cluster, wish, by_operator=by_operator)
    waits = not by_operator and any(up.needs_approval for one, _ in wish.items for up in known.line(one.pk))
    made = keeping.write(
        known, cluster, wish, quote, state="requested" if waits else "confirmed", by=by, batch=batch
    )
    holding.take(known, wish.items, wish.starts_at, wish.ends_at, made.source)
    tell_new(made, wish)
    letters.booked(made)
    return made


def _as_they_are(known: Tree, items: Sequence[tuple[Facility, bool]]) -> tuple[tuple[Facility, bool], ...]:
    """The facilities as they stand now, whatever was read before; those of another cluster do not exist here."""
    return tuple((known[facility.pk], whole) for facility, whole in items if facility.pk in known)


def _call_off(
    kept: Booking, state: str, *, reason_ko: str = "", reason_en: str = "", successor: Booking | None = None
) -> None:
    """End it with a reason, or because another took its place; calendars are to see that it changed."""
    kept.reason_ko, kept.reason_en = reason_ko.strip()[:300], reason_en.strip()[:300]  # type: ignore[attr-defined]
    kept.successor, kept.sequence = successor, kept.sequence + 1
    keeping.end(kept, state)


def _refuse_ended(kept: Booking) -> None:
    if kept.state not in Booking.HOLDING:
        raise Refused(
            "This booking has ended and cannot be changed.", "이미 종료된 예약이라 변경할 수 없습니다."
        )
    if kept.sessions.exists():
        raise Refused(
            "Its use has begun. Check out instead; the rest is then released.",
            "이미 이용이 시작되었습니다. 퇴실 처리하시면 남은 시간이 해제됩니다.",
        )


@retried()
def move(
    *, booking: Booking, starts_at: datetime, ends_at: datetime, items: Sequence[tuple[Facility, bool]] | None = None,
    by: Any = None, by_operator: bool = False,
) -> Booking:  # fmt: skip
    """Other hours, or other facilities, or neither: the old booking is cancelled with the new one as its successor."""
    _lock_organisation(booking.organisation)
    kept = keeping.locked(booking.pk)
    _refuse_ended(kept)
    known = tree(kept.cluster)
    said = wish_of(kept)
    wish = replace(said, starts_at=starts_at, ends_at=ends_at, items=_as_they_are(known, items or said.items))
    quote = _checked(known, kept.cluster, wish, by_operator=by_operator, besides=kept.pk)
    made = keeping.write(
        known,
        kept.cluster,
        wish,
        quote,
        state=kept.state if kept.state != "offered" else "confirmed",
        by=by,
        series=kept.series,
    )
    _call_off(kept, "cancelled", successor=made, reason_ko="변경", reason_en="moved")
    holding.take(known, wish.items, starts_at, ends_at, made.source)
    tell_new(made, wish)
    letters.booked(made)
    waiting.offer_freed(kept)
    return made


@retried()
def cancel(
    *, booking: Booking, reason_ko: str = "", reason_en: str = "", by_operator: bool = False
) -> Booking:
    """Give the hours back. An operator says why; who cancels late pays what the facility asks for."""
    kept = keeping.locked(booking.pk)
    if kept.state not in Booking.HOLDING:
        return kept
    _refuse_ended(kept)
    if by_operator and not (reason_ko.strip() or reason_en.strip()):
        raise Refused(
            "Say in a few words why; the user reads it.",
            "취소 사유를 간단히 적어 주십시오. 이용자에게 안내됩니다.",
        )
    was_confirmed = kept.state == "confirmed"
    _call_off(kept, "cancelled", reason_ko=reason_ko, reason_en=reason_en)
    if by_operator:
        letters.cancelled(kept)
    elif was_confirmed:
        money.charge_late(kept)
    waiting.offer_freed(kept)
    return kept


@retried()
def decide(*, booking: Booking, accepted: bool, reason_ko: str = "", reason_en: str = "") -> Booking:
    """The operator says yes or no to a booking that waits for approval."""
    kept = keeping.locked(booking.pk)
    if kept.state != "requested":
        raise Refused("This booking has been decided already.", "이미 처리된 예약입니다.")
    if accepted:
        kept.state = "confirmed"
        kept.save()
        tell_booking(kept)
    else:
        if not (reason_ko.strip() or reason_en.strip()):
            raise Refused("Say in a few words why not.", "거절 사유를 간단히 적어 주십시오.")
        _call_off(kept, "declined", reason_ko=reason_ko, reason_en=reason_en)
        waiting.offer_freed(kept)
    letters.decided(kept)
    return kept


@retried()
def accept(*, booking: Booking) -> Booking:
    """Take the hours that were offered from the waiting list; what has lapsed since then is refused."""
    kept = keeping.locked(booking.pk)
    if kept.state == "confirmed":
        return kept
    if kept.state != "offered" or (kept.offered_until and kept.offered_until < timezone.now()):
        raise Refused(
            "This offer has ended and the hours have been given on. You can wait again.",
            "제안 기한이 지나 다음 대기자에게 넘어갔습니다. 다시 대기 신청하실 수 있습니다.",
        )
    _checked(tree(kept.cluster), kept.cluster, wish_of(kept), by_operator=False, besides=kept.pk)
    kept.state, kept.offered_until = "confirmed", None
    kept.save()
    tell_booking(kept)
    letters.booked(kept)
    return kept


@transaction.atomic
def transfer(*, booking: Booking, person: Person) -> Booking:
    """Let somebody else of the same organisation use it; what a person has to hold is checked for them."""
    kept = keeping.locked(booking.pk)
    _refuse_ended(kept)
    wish = replace(wish_of(kept), person=person)
    _checked(tree(kept.cluster), kept.cluster, wish, by_operator=False, besides=kept.pk)
    kept.person = person
    kept.save()
    tell_booking(kept)
    letters.booked(kept)
    return kept


def repeat(
    *, cluster: Cluster, wish: Wish, rule: str, by: Any = None, skip: bool = False
) -> tuple[BookingSeries, list[Booking], list[tuple[datetime, Refused]]]:
    """Book every date of a rule in wall time: all of them or none; with `skip` those that can be had, and say which not."""
    zone = recurrence.zone_named(wish.items[0][0].zone) if wish.items else timezone.get_current_timezone()
    local = wish.starts_at.astimezone(zone)
    minutes = round((wish.ends_at - wish.starts_at) / timedelta(minutes=1))
    told = recurrence.checked(rule)
    dates = recurrence.expand(
        told, first_day=local.date(), wall=local.time(), zone=str(zone), minutes=minutes
    )
    made: list[Booking] = []
    refused: list[tuple[datetime, Refused]] = []
    with transaction.atomic():
        series = BookingSeries.objects.create(rule=told, organisation=wish.organisation)
        for start, end in dates:
            try:
                with transaction.atomic():
                    one = book(cluster=cluster, wish=replace(wish, starts_at=start, ends_at=end), by=by)
            except Refused as refusal:
                if not skip:
                    raise
                refused.append((start, refusal))
                continue
            made.append(one)
        Booking.objects.filter(pk__in=[one.pk for one in made]).update(series=series)
        if not made:
            raise refused[0][1] if refused else Refused("The rule has no dates.", "반복 일정이 없습니다.")
    return series, made, refused
