"""What the room writes to people: about bookings, offers, requests and what lapses. Each in the recipient's language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation, Person
from pumasi.kit.bilingual import read
from pumasi.kit.dates import Span, wall, wall_range
from pumasi.operate.facilities.models import Booking, Loan, ServiceRequest

TOPIC = "facility"


def _to(organisation: Organisation, person: Person | None) -> tuple[str, str]:
    """Address and language of who answers for a booking: the person, else the organisation's contact."""
    who = person if person is not None and person.email else members.contact_of(organisation.pk)
    return (who.email, who.language or "ko") if who is not None and who.email else ("", "ko")


def _address(name: str, language: str, **where: Any) -> str:
    with translation.override(language):
        return f"{settings.SITE_URL}{reverse(name, kwargs=where)}"


def what_and_when(booking: Booking, language: str) -> str:
    """Two lines: which facilities, and when."""
    names = ", ".join(
        str(read(item.facility, "name", language)) for item in booking.items.select_related("facility")
    )
    return f"{names}\n{wall_range(Span(booking.starts_at, booking.ends_at), booking.zone, language)}"


def about_booking(
    booking: Booking, what: str, subject: Callable[[], str], text: Callable[[], str], once: str = ""
) -> None:
    """One letter about a booking; `subject` and `text` speak once the language is set."""
    to, language = _to(booking.organisation, booking.person)
    if not to:
        return
    with translation.override(language):
        page = _address("facilities:booking", language, cluster=booking.cluster.slug, pk=booking.pk)
        mail.write(
            to=to, topic=TOPIC, dedupe=f"facilities.{what}.{booking.pk}.{once or booking.sequence}", subject=subject(),
            text=f"{text()}\n\n{what_and_when(booking, language)}\n\n{page}\n", language=language,
            cluster=None if booking.confidential else booking.cluster,
        )  # fmt: skip


def booked(booking: Booking) -> None:
    """Confirmed, or waiting for approval."""
    if booking.state == "requested":
        about_booking(
            booking, "requested", lambda: _("Your booking waits for approval"),
            lambda: _("The hours are kept for you. The operator decides and will write to you."),
        )  # fmt: skip
    else:
        about_booking(
            booking, "booked", lambda: _("Your booking is confirmed"),
            lambda: _("The code for checking in is on the page of the booking."),
        )  # fmt: skip


def decided(booking: Booking) -> None:
    """The operator said yes or no."""
    if booking.state == "confirmed":
        booked(booking)
        return
    about_booking(
        booking, "declined", lambda: _("Your booking was declined"),
        lambda: _("The operator cannot give you these hours: %(reason)s") % {"reason": booking.reason},
    )  # fmt: skip


def cancelled(booking: Booking) -> None:
    """The operator took it back."""
    about_booking(
        booking, "cancelled", lambda: _("Your booking was cancelled"),
        lambda: _("The operator had to cancel it: %(reason)s") % {"reason": booking.reason},
    )  # fmt: skip


def offered(booking: Booking) -> None:
    """Hours that somebody waited for became free."""
    until = booking.offered_until
    if until is None:
        return
    about_booking(
        booking, "offered", lambda: _("The hours that you waited for are free"),
        lambda: _("They are kept for you until %(until)s. Take them on the page; after that they go to the next one.")
        % {"until": wall(until, booking.zone, translation.get_language() or "ko")},
    )  # fmt: skip


def service_moved(request: ServiceRequest, note: str = "") -> None:
    """A test or analysis came to its next step."""
    to, language = _to(request.organisation, request.person)
    if not to:
        return
    with translation.override(language):
        page = _address("facilities:service", language, cluster=request.cluster.slug, pk=request.pk)
        subject = _("“%(title)s”: %(state)s") % {"title": request.title, "state": request.get_state_display()}
        mail.write(
            to=to, topic=TOPIC, dedupe=f"facilities.service.{request.pk}.{request.steps.count()}", subject=subject,
            text=f"{note}\n\n{page}\n".lstrip(), language=language, cluster=None if request.confidential else request.cluster,
        )  # fmt: skip


def loan_moved(loan: Loan) -> None:
    """A loan was approved, declined, or is overdue."""
    to, language = _to(loan.organisation, loan.person)
    if not to:
        return
    with translation.override(language):
        name = read(loan.facility, "name", language)
        subject = _("Loan of %(name)s: %(state)s") % {"name": name, "state": loan.get_state_display()}
        when = wall_range(Span(loan.starts_at, loan.ends_at), loan.facility.zone, language)
        page = _address("facilities:mine", language, cluster=loan.cluster.slug)
        mail.write(
            to=to, topic=TOPIC, dedupe=f"facilities.loan.{loan.pk}.{loan.state}", subject=subject,
            text=f"{when}\n{loan.reason}\n\n{page}\n", language=language, cluster=loan.cluster,
        )  # fmt: skip


def lapses(booking: Booking) -> None:
    """Something that the use asks for ends before the day."""
    about_booking(
        booking, "lapses", lambda: _("Something you need ends before your booking"),
        lambda: _("What you need for this booking will not be valid on its day. Open the page to see what is missing."),
        once="lapses",
    )  # fmt: skip
