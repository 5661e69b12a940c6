"""Registering, answering offers, withdrawing, approving, checking in."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation, Person
from pumasi.kit.refused import Refused
from pumasi.kit.retrying import retried
from pumasi.operate.meetups.actions import letters, places
from pumasi.operate.meetups.actions.telling import tell, tell_of
from pumasi.operate.meetups.models import Event, FollowUp, Rating, Registration
from pumasi.operate.meetups.queries import places as asked

# How long a place is kept for an address that has not been confirmed yet.
RESERVED_FOR = timedelta(hours=24)
LARGEST_PARTY = 5
CLOSED = {
    "cancelled": ("This event is cancelled.", "취소된 행사입니다."),
    "draft": ("This event is not open yet.", "아직 공개되지 않은 행사입니다."),
    "over": ("This event is over.", "종료된 행사입니다."),
    "early": ("Registration has not opened yet. Come back on the day that the page names.",
              "아직 신청 기간이 아닙니다. 안내된 날짜 이후에 신청해 주십시오."),
    "late": ("Registration has closed. Ask the office whether a place is left.",
             "신청이 마감되었습니다. 잔여석은 사무국에 문의해 주십시오."),
}  # fmt: skip


class AlreadyRegistered(Refused):
    """The address has a registration; its holder gets the link by mail, nobody else learns of it."""

    def __init__(self, registration: Registration) -> None:
        super().__init__(
            "There is a registration with this e-mail address. We have sent its link there.",
            "이미 이 이메일로 접수된 신청이 있습니다. 해당 주소로 신청 내역 링크를 보내 드렸습니다.",
        )
        self.registration = registration


def register(
    *,
    event: Event,
    name: str,
    email: str,
    organisation_name: str = "",
    person: Person | None = None,
    organisation: Organisation | None = None,
    answers: dict[str, Any] | None = None,
    consents: dict[str, bool] | None = None,
    others: Sequence[str] = (),
    language: str = "ko",
    proved: bool = False,
    origin: str = "web",
) -> Registration:
    """Ask for a place, with up to four `others` who come along or not at all; give one's own registration.

    `proved` says that the address belongs to whoever asks (they have signed in). Without it a free place is kept for
    a day until the link in the mail is followed. When all places are taken, or others wait, one goes to the end of
    the waiting list. Raises `AlreadyRegistered`.
    """
    if 1 + len(others) > LARGEST_PARTY:
        raise Refused(
            "A party has at most {n} people. Register the others separately.",
            "한 번에 최대 {n}명까지 신청할 수 있습니다. 나머지는 따로 신청해 주십시오.",
            n=LARGEST_PARTY,
        )
    row = Registration(
        event=event, name=name.strip()[:120], email=email.strip().lower(), person=person, organisation=organisation,
        organisation_name=organisation_name.strip()[:300], language=language, party=uuid.uuid4(), answers=answers or {},
        consents=consents or {}, origin=origin, proved_at=timezone.now() if proved else None,
    )  # fmt: skip
    if organisation is None and row.organisation_name:
        row.organisation = members.exactly_named(event.cluster, row.organisation_name)
    try:
        _take_places(row, others, proved=proved)
    except IntegrityError as error:
        raise _already(event, row, error) from error
    return row


@retried()
def _take_places(row: Registration, others: Sequence[str], *, proved: bool) -> None:
    event = row.event
    places.lock(event)
    why = asked.is_open(event)
    if why:
        raise Refused(*CLOSED[why])
    row.state = _state_for(event, 1 + len(others), proved=proved)
    row.offered_until = timezone.now() + RESERVED_FOR if row.state == "reserved" else None
    rows = [row, *(_companion(row, name) for name in others)]
    for one in rows:
        one.save(force_insert=True)
    if row.state == "confirmed":
        tell_of(event, rows)
    letters.registered(event, row)


def _state_for(event: Event, size: int, *, proved: bool) -> str:
    if event.needs_approval:
        return "pending"
    if event.capacity is not None:
        stands = asked.standing(event)
        if asked.promised(stands) + size > event.capacity or stands.get("waitlisted"):
            return "waitlisted"
    return "confirmed" if proved else "reserved"


def _companion(row: Registration, name: str) -> Registration:
    """Somebody who comes along: known by name, reached through the one who registers."""
    return Registration(
        event=row.event, name=name.strip()[:120], organisation=row.organisation, language=row.language,
        organisation_name=row.organisation_name, state=row.state, party=row.party, origin=row.origin,
        proved_at=row.proved_at, offered_until=row.offered_until,
    )  # fmt: skip


def _already(event: Event, row: Registration, error: IntegrityError) -> Exception:
    held = Registration.objects.filter(event=event, email=row.email, state__in=Registration.LIVE).first()
    return AlreadyRegistered(held) if held else error


@retried()
def prove(*, registration: Registration) -> Registration:
    """Somebody has followed the link of the mail: the address is theirs, and the kept place is confirmed."""
    places.lock(registration.event)
    rows = _party(registration)
    mine = next(row for row in rows if row.pk == registration.pk)
    if mine.state == "expired":
        raise Refused(
            "The place was kept for a day and has been given on. Register again.",
            "확인 기한(24시간)이 지나 선점이 해제되었습니다. 다시 신청해 주십시오.",
        )
    first_time = mine.proved_at is None
    _know(mine)
    for row in rows:
        row.proved_at = row.proved_at or timezone.now()
        if row.state == "reserved":
            row.state, row.offered_until = "confirmed", None
        row.organisation = row.organisation or mine.organisation
        row.save()
    if first_time and mine.state == "confirmed":
        tell_of(registration.event, rows)
        letters.confirmed(registration.event, mine)
    return mine


def _know(row: Registration) -> None:
    """Recognise the person behind a confirmed address, and their organisation."""
    if row.person_id or not row.email:
        return
    found = list(Person.objects.filter(email__iexact=row.email, erased_at__isnull=True)[:2])
    if len(found) == 1:
        row.person = found[0]
        row.organisation = row.organisation or members.organisation_of(found[0], row.event.cluster)


def _party(registration: Registration) -> list[Registration]:
    return list(asked.party(registration).select_for_update())


@retried()
def accept(*, registration: Registration) -> Registration:
    """Take the place that was offered, for the whole party."""
    places.lock(registration.event)
    rows = _party(registration)
    if rows[0].state == "confirmed":
        return registration
    if rows[0].state != "offered" or (rows[0].offered_until and rows[0].offered_until < timezone.now()):
        raise Refused(
            "This offer has ended and the place has been given on. You can join the waiting list again.",
            "제안 기한이 지나 다음 대기자에게 넘어갔습니다. 다시 대기 신청하실 수 있습니다.",
        )
    for row in rows:
        row.state, row.offered_until, row.proved_at = "confirmed", None, row.proved_at or timezone.now()
        row.save()
    tell_of(registration.event, rows)
    mine = next(row for row in rows if row.pk == registration.pk)
    letters.confirmed(registration.event, mine)
    return mine


@retried()
def withdraw(*, registration: Registration, whole_party: bool = True) -> Registration:
    """Give the place back, or leave the waiting list; the next ones are offered what became free."""
    places.lock(registration.event)
    rows = [row for row in _party(registration) if whole_party or row.pk == registration.pk]
    live = [row for row in rows if row.state in Registration.LIVE]
    # As it stands now: somebody may have been checked in since the page was shown.
    if any(row.checked_in_at for row in rows if row.pk == registration.pk):
        raise Refused("You have checked in already.", "이미 출석이 확인되었습니다.")
    for row in live:
        row.state, row.ended_at = "withdrawn", timezone.now()
        row.save()
    if live:
        tell(registration.event)
        letters.withdrawn(registration.event, registration)
        places.promote(registration.event)
    return Registration.objects.get(pk=registration.pk)


@retried()
def decide(*, registration: Registration, accepted: bool, reason: str = "") -> Registration:
    """Approve or turn down a registration that waits for approval; the whole party shares the answer."""
    places.lock(registration.event)
    rows = _party(registration)
    if rows[0].state != "pending":
        raise Refused("This registration has been decided already.", "이미 처리된 신청입니다.")
    if not accepted:
        state = "declined"
    elif places.has_room(registration.event, len(rows)):
        state = "confirmed"
    else:
        state = "waitlisted"
    for row in rows:
        row.state, row.reason = state, reason.strip()[:300]
        row.ended_at = timezone.now() if state == "declined" else None
        row.save()
    if state == "confirmed":
        tell_of(registration.event, rows)
    mine = next(row for row in rows if row.pk == registration.pk)
    letters.decided(registration.event, mine)
    return mine


@retried()
def prefer(*, registration: Registration, reason: str) -> Registration:
    """Offer a place out of turn: an organiser may, with a reason that is kept. Never more places than there are."""
    if len(reason.strip()) < 3:
        raise Refused(
            "Say why this one passes the others who wait.", "대기 순서를 건너뛰는 사유를 적어 주십시오."
        )
    places.lock(registration.event)
    rows = _party(registration)
    if rows[0].state != "waitlisted":
        raise Refused("This registration is not on the waiting list.", "대기 중인 신청이 아닙니다.")
    if not places.has_room(registration.event, len(rows)):
        raise Refused(
            "There is no free place. Raise the number of places first.",
            "빈자리가 없습니다. 먼저 정원을 늘려 주십시오.",
        )
    places.offer(registration.event, rows, reason=reason.strip()[:300])
    return Registration.objects.get(pk=registration.pk)


@retried()
def walk_in(*, event: Event, name: str, organisation_name: str = "", email: str = "") -> Registration:
    """Somebody stands at the door without a registration: a place, if there is one, and checked in."""
    if not name.strip():
        raise Refused("Write down a name.", "이름을 입력해 주십시오.")
    places.lock(event)
    if not places.has_room(event, 1):
        raise Refused(
            "All places are taken. Raise the number of places to let more people in.",
            "정원이 찼습니다. 추가로 입장하려면 먼저 정원을 늘려 주십시오.",
        )
    row = Registration(
        event=event, name=name.strip()[:120], email=email.strip().lower(), state="confirmed", origin="walk_in",
        organisation_name=organisation_name.strip()[:300], checked_in_at=timezone.now(), proved_at=timezone.now(),
        organisation=members.exactly_named(event.cluster, organisation_name) if organisation_name else None,
    )  # fmt: skip
    _know(row)
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as error:
        held = Registration.objects.filter(event=event, email=row.email, state__in=Registration.LIVE).first()
        if held is None:
            raise
        raise Refused(
            "{name} is registered with this address. Check them in instead.",
            "{name} 님이 이미 이 주소로 신청하셨습니다. 출석 확인을 해 주십시오.",
            name=held.name,
        ) from error
    tell(event)
    return row


@retried()
def check_in(*, event: Event, codes: Sequence[tuple[str, datetime | None]]) -> dict[str, list[str]]:
    """Check in by the codes of QR or list, each with when it was read (a device may have been offline).

    Gives names under `done`, `again` (checked in before), `refused` (no place) and codes under `unknown`. Sending
    the same again is harmless.
    """
    places.lock(event)
    found: dict[str, list[str]] = {"done": [], "again": [], "refused": [], "unknown": []}
    rows = {row.code: row for row in event.registrations.filter(code__in=[code for code, _ in codes])}
    now = timezone.now()
    for code, at in codes:
        row = rows.get(code)
        if row is None:
            found["unknown"].append(code[:40])
        elif row.checked_in_at:
            found["again"].append(row.name)
        elif row.state != "confirmed":
            found["refused"].append(row.name)
        else:
            row.checked_in_at = min(at or now, now)
            row.save(update_fields=["checked_in_at"])
            found["done"].append(row.name)
    if found["done"]:
        tell(event)
    return found


@retried()
def undo_check_in(*, registration: Registration) -> None:
    """Take back a check-in made by mistake."""
    places.lock(registration.event)
    Registration.objects.filter(pk=registration.pk).update(checked_in_at=None)
    tell(registration.event)


@transaction.atomic
def assign(*, registration: Registration, organisation: Organisation | None) -> None:
    """Say which organisation somebody came for, where the name they wrote was not clear."""
    registration.organisation = organisation
    registration.save(update_fields=["organisation"])
    tell(registration.event)


@transaction.atomic
def rate(*, registration: Registration, stars: int, text: str = "") -> Rating:
    """Keep what somebody who came thought of it; a later answer replaces the earlier one."""
    if not registration.checked_in_at:
        raise Refused("Only those who came can rate the event.", "참석하신 분만 평가하실 수 있습니다.")
    if stars not in range(1, 6):
        raise Refused("Choose one to five stars.", "별점을 1~5점 가운데 선택해 주십시오.")
    kept, _ = Rating.objects.update_or_create(
        registration=registration, defaults={"stars": stars, "text": text.strip()[:1000]}
    )
    return kept


@transaction.atomic
def follow_up(*, registration: Registration, about: Sequence[int]) -> int:
    """Say with whom one would like to stay in touch; give with how many both sides now say so.

    The other side learns of it only when it says the same. What both want is told to the record as planned.
    """
    if not registration.checked_in_at:
        raise Refused("Only those who came can follow up.", "참석하신 분만 이용하실 수 있습니다.")
    others = (
        asked.attendees(registration.event).filter(checked_in_at__isnull=False).exclude(pk=registration.pk)
    )
    chosen = set(others.filter(pk__in=about).values_list("pk", flat=True))
    registration.follow_ups.exclude(about__in=chosen).delete()
    for pk in sorted(chosen):
        FollowUp.objects.get_or_create(event=registration.event, by=registration, about_id=pk)
    found = list(asked.mutual(registration))
    for other in found:
        _tell_follow_up(registration, other, "planned")
        letters.both_want(registration, other)
    return len(found)


@transaction.atomic
def met_again(*, registration: Registration, other: Registration) -> None:
    """One side says that they met again: the record counts it as happened, grown out of the event."""
    if not asked.mutual(registration).filter(pk=other.pk).exists():
        raise Refused("Both sides have to want it first.", "먼저 양쪽 모두 희망해야 합니다.")
    pairs = FollowUp.objects.filter(by__in=[registration, other], about__in=[registration, other])
    pairs.filter(met_again_at__isnull=True).update(met_again_at=timezone.now())
    _tell_follow_up(registration, other, "happened")


def _tell_follow_up(one: Registration, other: Registration, stage: str) -> None:
    low, high = sorted((one, other), key=lambda row: row.pk)
    seats = {ledger.Seat(row.organisation_id, row.person_id) for row in (low, high)}
    seats = {seat for seat in seats if seat.organisation or seat.person}
    source = f"meetups.follow_up.{low.pk}.{high.pk}"
    told = ledger.latest_lines([source]).get(source)
    if told is not None and told.stage in (stage, "happened"):
        return
    event = one.event
    at = timezone.now() if stage == "happened" else event.ends_at
    ledger.record(
        ledger.Fact(
            source=source, kind="follow_up", cluster=event.cluster_id, starts_at=at, ends_at=at + timedelta(hours=1),
            stage=stage, visibility="confidential" if event.visibility == "confidential" else "managers",
            parts=sorted(seats, key=str), zone=event.zone, origin=event.source, title_ko=event.title_ko,  # type: ignore[attr-defined]
            title_en=event.title_en,  # type: ignore[attr-defined]
        )
    )  # fmt: skip
