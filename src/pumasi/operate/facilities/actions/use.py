"""Sessions: checking in and out, staying longer, leaving early, not coming. Hours used are kept apart from hours booked."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from pumasi.kit.refused import Refused
from pumasi.kit.retrying import retried
from pumasi.operate.facilities.actions import holding, keeping, money, waiting
from pumasi.operate.facilities.actions.telling import tell_booking, tell_session
from pumasi.operate.facilities.models import Booking, BookingItem, Session
from pumasi.operate.facilities.queries import checks
from pumasi.operate.facilities.queries.tree import tree
from pumasi.operate.facilities.queries.wishes import wish_of

# So long before its start somebody may be let in.
EARLY = timedelta(minutes=30)


@retried()
def check_in(
    *, booking: Booking, at: datetime | None = None, how: str = "list", by: Any = None
) -> list[Session]:
    """Open a session for each facility of the booking. Checking in twice is harmless; what is not valid today is refused."""
    kept = keeping.locked(booking.pk)
    open_now = list(kept.sessions.filter(ended_at__isnull=True).select_related("facility"))
    if open_now:
        return open_now
    moment = at or timezone.now()
    if kept.state not in ("confirmed", "used"):
        raise Refused(
            "This booking is not confirmed: {state}.",
            "확정된 예약이 아닙니다: {state}.",
            state=kept.get_state_display(),
        )
    if moment < kept.starts_at - EARLY:
        raise Refused(
            "It is too early. Come back shortly before the booked time.",
            "아직 이용 시간이 아닙니다. 예약 시간에 맞춰 다시 오십시오.",
        )
    if moment >= kept.ends_at:
        raise Refused("The booked time is over. Book again.", "예약 시간이 지났습니다. 다시 예약해 주십시오.")
    known = tree(kept.cluster)
    wish = replace(wish_of(kept), starts_at=max(moment, kept.starts_at))
    missing = list(checks.requirements(known, wish))
    if missing:
        raise checks.NotBookable(missing)
    made = []
    for facility, whole in wish.items:
        session = Session(
            cluster=kept.cluster, facility=facility, booking=kept, organisation=kept.organisation, person=kept.person,
            started_at=moment, whole=whole, how=how, scenarios=kept.scenarios, price_class=kept.price_class,
            confidential=kept.confidential, recorded_by=by,
        )  # fmt: skip
        try:
            with transaction.atomic():
                session.save()
        except IntegrityError:
            # Another device was a moment earlier: theirs is the session.
            session = Session.objects.get(booking=kept, facility=facility, ended_at__isnull=True)
        session.partners.set(wish.partners)
        made.append(session)
    return made


@retried()
def check_out(*, booking: Booking, at: datetime | None = None, by: Any = None) -> list[Session]:
    """Close the open sessions; what is left of the booked time is released to those who wait. Twice is harmless."""
    kept = keeping.locked(booking.pk)
    moment = at or timezone.now()
    sessions = list(
        kept.sessions.select_for_update(of=("self",))
        .filter(ended_at__isnull=True)
        .select_related("facility", "cluster")
    )
    for session in sessions:
        session.ended_at = max(moment, session.started_at)
        session.recorded_by = session.recorded_by or by
        session.save()
        tell_session(session)
    if sessions:
        _finish(kept, moment)
    return sessions


def _finish(kept: Booking, moment: datetime) -> None:
    """The booking is used; its rest goes back, and what it costs becomes a line of the invoice."""
    keeping.end(kept, "used", at=moment)
    money.charge(kept)
    waiting.offer_freed(kept, since=moment)


@retried()
def extend(*, booking: Booking, ends_at: datetime, by_operator: bool = False) -> Booking:
    """Stay longer, if nobody comes after and nothing speaks against it."""
    kept = keeping.locked(booking.pk)
    if kept.state != "confirmed":
        raise Refused("Only a confirmed booking is extended.", "확정된 예약만 연장할 수 있습니다.")
    if ends_at <= kept.ends_at:
        raise Refused("Choose a later end.", "더 늦은 종료 시각을 선택해 주십시오.")
    known = tree(kept.cluster)
    wish = replace(wish_of(kept), ends_at=ends_at)
    found = checks.findings(
        known, wish, price_class=kept.price_class, by_operator=by_operator, besides=kept.pk,
        begun=kept.starts_at <= timezone.now(),
    )  # fmt: skip
    if found:
        raise checks.NotBookable(found)
    holding.take(known, wish.items, kept.starts_at, ends_at, kept.source, moving=True)
    money.priced_anew(known, kept, ends_at)
    kept.ends_at, kept.sequence = ends_at, kept.sequence + 1
    kept.save()
    BookingItem.objects.filter(booking=kept).update(ends_at=ends_at)
    tell_booking(kept)
    return kept


@retried()
def not_come(*, booking: Booking) -> Booking:
    """Nobody came: the rest of the time is released to those who wait."""
    kept = keeping.locked(booking.pk)
    if kept.state != "confirmed" or kept.sessions.exists():
        return kept
    now = timezone.now()
    if now < kept.starts_at:
        raise Refused("Its time has not come yet.", "아직 예약 시간이 되지 않았습니다.")
    keeping.end(kept, "no_show", at=now)
    money.charge_late(kept)
    waiting.offer_freed(kept, since=now)
    return kept


def release_due() -> int:
    """Turn bookings without a check-in after their time of grace into no-shows; give how many."""
    now = timezone.now()
    due = Booking.objects.filter(
        state="confirmed", starts_at__lt=now, sessions__isnull=True
    ).prefetch_related("items__facility")
    n = 0
    for one in due:
        grace = max((item.facility.grace_minutes for item in one.items.all()), default=30)
        if one.starts_at + timedelta(minutes=grace) <= now:
            n += not_come(booking=one).state == "no_show"
    return n


def close_forgotten(after: timedelta = timedelta(hours=12)) -> int:
    """Close sessions that nobody checked out, at the end of their booking; give how many bookings."""
    late = Booking.objects.filter(
        sessions__ended_at__isnull=True, sessions__isnull=False, ends_at__lt=timezone.now() - after
    ).distinct()
    return sum(bool(check_out(booking=one, at=one.ends_at)) for one in late)


@transaction.atomic
def correct(*, session: Session, started_at: datetime, ended_at: datetime) -> Session:
    """Put right when a session began and ended; the record hears of it."""
    if ended_at <= started_at:
        raise Refused(
            "The end lies before the start. Choose a later end.",
            "종료 시각이 시작 시각보다 빠릅니다. 다시 입력해 주십시오.",
        )
    if session.whole and _others(session, started_at, ended_at):
        raise Refused(
            "Somebody else had it in these hours. Correct the other session first.",
            "해당 시간에 다른 이용 기록이 있습니다. 그 기록을 먼저 고쳐 주십시오.",
        )
    session.started_at, session.ended_at = started_at, ended_at
    session.save()
    tell_session(session)
    return session


def _others(session: Session, started_at: datetime, ended_at: datetime) -> bool:
    rows = Session.objects.filter(
        facility=session.facility_id, started_at__lt=ended_at, ended_at__gt=started_at
    )
    return rows.exclude(pk=session.pk).exists()
