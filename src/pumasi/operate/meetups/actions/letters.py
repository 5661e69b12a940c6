"""What the room writes to people: about their place, offers, changes, and afterwards. Each in the recipient's language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pumasi.commons.mail import api as mail
from pumasi.kit.bilingual import read
from pumasi.kit.dates import Span, wall, wall_range
from pumasi.operate.meetups.models import Event, Registration

PLACE, NEWS = "event", "event_news"
REMIND_BEFORE = timedelta(hours=26)


def address(registration: Registration, language: str = "") -> str:
    """The page of a registration; whoever holds the address may answer for it."""
    with translation.override(language or registration.language):
        path = reverse(
            "meetups:registration",
            kwargs={"cluster": registration.event.cluster.slug, "key": registration.key},
        )
    return f"{settings.SITE_URL}{path}"


def _when_where(event: Event, language: str) -> str:
    """Two lines: when and where."""
    when = wall_range(Span(event.starts_at, event.ends_at), event.zone, language)
    where = str(read(event, "place", language))
    return f"{when}\n{where}" if where else when


def _write(
    event: Event, row: Registration, what: str, subject: str, text: str, *, topic: str = PLACE, once: str = ""
) -> None:
    """One mail about a registration; those who came along have no address and are told by the one who registered them."""
    if not row.email:
        return
    title = read(event, "title", row.language)
    body = f"{text}\n\n{title}\n{_when_where(event, row.language)}\n\n{address(row)}\n"
    mail.write(
        to=row.email, topic=topic, dedupe=f"meetups.{what}.{row.pk}.{once}", subject=f"[{title}] {subject}", text=body,
        language=row.language, cluster=desk_of(event),
    )  # fmt: skip


def desk_of(event: Event) -> Any:
    """Where a letter shows in the outbox: not on the office's desk when the event is for its parties alone."""
    return None if event.visibility == "confidential" else event.cluster


def _to(event: Event, row: Registration, what: str, said: tuple[Any, Any], **options: Any) -> None:
    """Write in the recipient's language; `said` are functions that give subject and text once it is set."""
    with translation.override(row.language):
        _write(event, row, what, said[0](), said[1](), **options)


def registered(event: Event, row: Registration) -> None:
    """What became of the registration, and what happens next."""
    with translation.override(row.language):
        told = {
            "confirmed": (_("Your place is confirmed"), _("Your place is confirmed. The QR code for the door is on this page.")),
            "reserved": (
                _("Confirm your registration"),
                _("A place is kept for you for 24 hours. Open the page and press “Confirm” to take it."),
            ),
            "pending": (
                _("Your registration has arrived"),
                _("The organiser decides on each registration and will write to you. Please confirm your address on the page."),
            ),
            "waitlisted": (
                _("You are on the waiting list"),
                _("All places are taken at the moment. When one becomes free you get a letter and have time to take it. "
                  "Please confirm your address on the page."),
            ),
        }  # fmt: skip
        subject, text = told[row.state]
        _write(event, row, "registered", subject, text, once=str(row.asked_at.timestamp()))


def link_again(registration: Registration) -> None:
    """The link of a registration once more, for whoever registers a second time; once an hour at most."""
    said = (
        lambda: _("Your registration"),
        lambda: _("You are registered already. This page shows your place; there you can also withdraw."),
    )
    hour = timezone.now().strftime("%Y%m%d%H")
    _to(registration.event, registration, "again", said, once=hour)


def confirmed(event: Event, row: Registration) -> None:
    """The place is theirs."""
    said = (
        lambda: _("Your place is confirmed"),
        lambda: _("Your place is confirmed. The QR code for the door is on this page."),
    )
    _to(event, row, "confirmed", said)


def offered(event: Event, party: Sequence[Registration]) -> None:
    """A place became free; it is kept until a given time."""
    for row in party:
        until = row.offered_until
        if until is None:
            continue
        with translation.override(row.language):
            last = wall(until, event.zone, row.language)
            text = _(
                "A place has become free for you. Take it on the page by %(until)s; after that it goes to the next one."
            )
            _write(
                event, row, "offered", _("A place for you"), text % {"until": last},
                once=str(until.timestamp()),
            )  # fmt: skip


def expired(event: Event, rows: Iterable[Registration]) -> None:
    """The time to take a place is over."""
    said = (
        lambda: _("The place has been given on"),
        lambda: _("The time to take the place is over. You can register again on the page of the event."),
    )
    for row in rows:
        _to(event, row, "expired", said)


def withdrawn(event: Event, row: Registration) -> None:
    """The place was given back."""
    said = (
        lambda: _("You have withdrawn"),
        lambda: _("Thank you for giving your place back. Somebody else can come now."),
    )
    _to(event, row, "withdrawn", said)


def decided(event: Event, row: Registration) -> None:
    """The organiser's answer."""
    with translation.override(row.language):
        told = {
            "confirmed": (_("Your place is confirmed"), _("The organiser has confirmed your place.")),
            "waitlisted": (
                _("You are on the waiting list"),
                _("The organiser has accepted your registration; all places are taken at the moment."),
            ),
            "declined": (_("Your registration"), _("The organiser cannot offer you a place this time.")),
        }
        subject, text = told[row.state]
        if row.reason and row.state == "declined":
            text = f"{text}\n{row.reason}"
        _write(event, row, "decided", subject, text)


def moved(event: Event) -> None:
    """The appointment changed: everybody with a place or waiting learns of it."""
    said = (
        lambda: _("Time or place has changed"),
        lambda: _("Please note the new time and place. Your registration stays as it is."),
    )
    for row in event.registrations.filter(state__in=Registration.LIVE).select_related("event__cluster"):
        _to(event, row, "moved", said, once=str(event.sequence))


def cancelled(event: Event, ended: Iterable[Registration]) -> None:
    """The event does not take place, and why."""
    for row in ended:
        with translation.override(row.language):
            text = _("This event does not take place.")
            reason = str(read(event, "reason", row.language))
            if reason:
                text = f"{text}\n{reason}"
            if event.successor:
                text += "\n" + _("Instead: %(title)s, %(when)s") % {
                    "title": read(event.successor, "title", row.language),
                    "when": wall(event.successor.starts_at, event.successor.zone, row.language),
                }
            _write(event, row, "cancelled", _("Cancelled"), text)


def remind() -> int:
    """Remind those with a place a day before; give how many were written to."""
    now = timezone.now()
    due = Registration.objects.filter(
        state="confirmed", reminded_at__isnull=True, event__state="published",
        event__starts_at__range=(now, now + REMIND_BEFORE),
    ).select_related("event__cluster")  # fmt: skip
    said = (
        lambda: _("Tomorrow"),
        lambda: _("A short reminder. If you cannot come, please give your place back on the page."),
    )
    count = 0
    for row in due[:2000]:
        # Who registered within the last hours needs no reminder.
        if row.asked_at < row.event.starts_at - REMIND_BEFORE:
            _to(row.event, row, "reminder", said, topic=NEWS)
            count += 1
        Registration.objects.filter(pk=row.pk).update(reminded_at=now)
    return count


def ask_afterwards() -> int:
    """The day after: ask those who came how it was and with whom they want to stay in touch; give how many were asked."""
    now = timezone.now()
    ended = Registration.objects.filter(
        checked_in_at__isnull=False, event__ends_at__range=(now - timedelta(days=2), now - timedelta(hours=2))
    )
    said = (
        lambda: _("How was it?"),
        lambda: _("Thank you for coming. Two questions: how was it, and whom would you like to meet again? "
                  "The other side learns of it only if it says the same."),
    )  # fmt: skip
    count = 0
    for row in ended.exclude(email="").select_related("event__cluster")[:2000]:
        _to(row.event, row, "after", said, topic=NEWS)
        count += 1
    return count


def both_want(one: Registration, other: Registration) -> None:
    """Both would like to stay in touch: each learns the name of the other, and how to write to them."""
    for row, partner in ((one, other), (other, one)):
        if not row.email:
            continue
        with translation.override(row.language):
            organisation = str(partner.organisation or partner.organisation_name)
            text = _("%(name)s (%(organisation)s) would like to stay in touch with you, too: %(email)s") % {
                "name": partner.name, "organisation": organisation, "email": partner.email or "-",
            }  # fmt: skip
            _write(one.event, row, "both", _("You both want to stay in touch"), text, once=str(partner.pk))


def to_selection(
    event: Event, rows: Iterable[Registration], *, subject: dict[str, str], text: dict[str, str], once: str
) -> int:
    """An organiser's letter to chosen registrations; give how many are written to. Sent twice under one name it goes once."""
    count = 0
    for row in rows:
        if not row.email:
            continue
        languages = [row.language, *(code for code in subject if code != row.language)]
        line = next((subject[code] for code in languages if subject.get(code)), "")
        body = next((text[code] for code in languages if text.get(code)), "")
        _write(event, row, "letter", line, body, topic=NEWS, once=once)
        count += 1
    return count


def proposal_decided(event: Event) -> None:
    """Tell who proposed the event what the office decided."""
    user = event.created_by
    if user is None:
        return
    language = user.language
    with translation.override(language):
        title = read(event, "title", language)
        yes = event.state == "published"
        reason = str(read(event, "reason", language))
        text = (
            _("The office has published the event that you proposed.")
            if yes
            else _("The office does not publish the event that you proposed.")
        )
        path = reverse(
            "meetups:event", kwargs={"cluster": event.cluster.slug, "pk": event.pk, "slug": event.slug}
        )
        mail.write(
            to=user.email, topic=PLACE, dedupe=f"meetups.proposal.{event.pk}", subject=f"[{title}] {text}",
            text=f"{text}\n{reason}\n\n{settings.SITE_URL}{path}\n", language=language, cluster=desk_of(event),
        )  # fmt: skip
