"""Events as calendar files and feeds (RFC 5545, RFC 7986): stable UID, SEQUENCE, VTIMEZONE, cancelled ones kept."""

from __future__ import annotations

from collections.abc import Iterable

import icalendar
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from pumasi.commons.members.models import Cluster
from pumasi.kit import calendars
from pumasi.kit.bilingual import read
from pumasi.kit.recurrence import zone_named
from pumasi.operate.meetups.models import Event, Meeting, Participant, Registration


def address(event: Event, language: str) -> str:
    """The event's page, with the host name of this site."""
    with translation.override(language):
        path = reverse(
            "meetups:event", kwargs={"cluster": event.cluster.slug, "pk": event.pk, "slug": event.slug}
        )
    return f"{settings.SITE_URL}{path}"


def _entry(event: Event, language: str, *, revealed: bool, url: str = "") -> icalendar.Event:
    zone = zone_named(event.zone)
    made = icalendar.Event()
    made.add("uid", f"{event.uid}@pumasi")
    made.add("dtstamp", event.changed_at)
    made.add("last-modified", event.changed_at)
    made.add("created", event.created_at)
    made.add("sequence", event.sequence)
    made.add("dtstart", event.starts_at.astimezone(zone))
    made.add("dtend", event.ends_at.astimezone(zone))
    cancelled = event.state == "cancelled"
    title = str(read(event, "title", language))
    with translation.override(language):
        made.add("summary", _("Cancelled: %(title)s") % {"title": title} if cancelled else title)
    made.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    where = [str(read(event, "place", language))]
    if revealed or event.reveals_place:
        where.append(str(read(event, "address", language)))
        if event.link and not cancelled:
            made.add("conference", event.link, parameters={"VALUE": "URI", "FEATURE": "VIDEO"})
    if any(where):
        made.add("location", ", ".join(text for text in where if text))
    summary = str(read(event, "summary", language))
    page = url or address(event, language)
    made.add("description", f"{summary}\n\n{page}".strip())
    made.add("url", page)
    if event.visibility != "public":
        made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    return made


def one(event: Event, language: str, *, revealed: bool = False) -> bytes:
    """The file of one event."""
    calendar = calendars.begun(str(read(event, "title", language)), language)
    calendar.add_component(_entry(event, language, revealed=revealed))
    return calendars.written(calendar)


def feed(cluster: Cluster, events: Iterable[Event], language: str) -> bytes:
    """The public calendar of a cluster in one language."""
    with translation.override(language):
        name = _("%(cluster)s: events") % {"cluster": read(cluster, "name", language)}
    calendar = calendars.begun(name, language)
    for event in events:
        calendar.add_component(_entry(event, language, revealed=False))
    return calendars.written(calendar)


def own(registrations: Iterable[Registration], language: str) -> bytes:
    """One's own calendar: events with a place, each with the link to one's registration."""
    with translation.override(language):
        calendar = calendars.begun(_("My events"), language)
    for row in registrations:
        calendar.add_component(
            _entry(row.event, language, revealed=row.state == "confirmed", url=address(row.event, language))
        )
    return calendars.written(calendar)


def agenda(person: Participant, meetings: Iterable[Meeting], language: str) -> bytes:
    """One participant's 1:1 meetings."""
    event, zone = person.day.event, zone_named(person.day.event.zone)
    with translation.override(language):
        calendar = calendars.begun(_("My 1:1 meetings"), language)
        for meeting in meetings:
            other = meeting.b if meeting.a_id == person.pk else meeting.a
            made = icalendar.Event()
            made.add("uid", f"meeting-{meeting.pk}.{event.uid}@pumasi")
            made.add("dtstamp", meeting.made_at)
            made.add("dtstart", meeting.slot.starts_at.astimezone(zone))
            made.add("dtend", meeting.slot.ends_at.astimezone(zone))
            made.add("summary", _("1:1 with %(name)s") % {"name": other.organisation})
            made.add(
                "location",
                f"{read(event, 'place', language)}, " + _("table %(n)d") % {"n": meeting.table.number},
            )
            made.add("status", "CONFIRMED")
            made.add("class", "PRIVATE")
            calendar.add_component(made)
    return calendars.written(calendar)
