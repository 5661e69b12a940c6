"""Facilities in calendars: when one is occupied, and one's own booking as a file."""

from __future__ import annotations

from datetime import datetime
from hashlib import blake2b

import icalendar
from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pumasi.kit import calendars
from pumasi.kit.bilingual import read
from pumasi.kit.recurrence import zone_named
from pumasi.operate.facilities.models import Booking, Facility
from pumasi.operate.facilities.queries.free import Taken
from pumasi.operate.facilities.queries.tree import Tree


def occupied(tree: Tree, facility: Facility, start: datetime, end: datetime, language: str) -> bytes:
    """When a facility cannot be had, without saying who has it; what lies side by side in time is one entry."""
    name = str(read(facility, "name", language))
    zone = zone_named(facility.zone)
    calendar = calendars.begun(name, language)
    whole = facility.mode == Facility.Mode.EXCLUSIVE
    with translation.override(language):
        summary = _("%(name)s: occupied") % {"name": name}
    now = timezone.now().replace(microsecond=0)
    for one in Taken(tree, [facility.pk], start, end).of(facility, whole=whole):
        made = icalendar.Event()
        mark = blake2b(f"{facility.pk}.{one.start.isoformat()}".encode(), digest_size=10).hexdigest()
        made.add("uid", f"{mark}.facility@pumasi")
        made.add("dtstamp", now)
        made.add("dtstart", one.start.astimezone(zone))
        made.add("dtend", one.end.astimezone(zone))
        made.add("summary", summary)
        made.add("transp", "OPAQUE")
        calendar.add_component(made)
    return calendars.written(calendar)


def one(booking: Booking, language: str) -> bytes:
    """The file of one booking; a cancelled one says so."""
    zone = zone_named(booking.zone)
    facilities = [item.facility for item in booking.items.select_related("facility")]
    names = ", ".join(str(read(one, "name", language)) for one in facilities)
    calendar = calendars.begun(names, language)
    over = booking.state in ("cancelled", "declined", "expired")
    made = icalendar.Event()
    made.add("uid", f"{booking.uid}@pumasi")
    made.add("dtstamp", booking.changed_at)
    made.add("created", booking.created_at)
    made.add("last-modified", booking.changed_at)
    made.add("sequence", booking.sequence)
    made.add("dtstart", booking.starts_at.astimezone(zone))
    made.add("dtend", booking.ends_at.astimezone(zone))
    with translation.override(language):
        made.add("summary", _("Cancelled: %(title)s") % {"title": names} if over else names)
        path = reverse("facilities:booking", kwargs={"cluster": booking.cluster.slug, "pk": booking.pk})
    made.add("url", f"{settings.SITE_URL}{path}")
    made.add("description", f"{booking.purpose}\n\n{settings.SITE_URL}{path}".strip())
    made.add(
        "status",
        "CANCELLED" if over else "TENTATIVE" if booking.state in ("requested", "offered") else "CONFIRMED",
    )
    made.add("class", "PRIVATE")
    made.add("transp", "TRANSPARENT" if over else "OPAQUE")
    calendar.add_component(made)
    return calendars.written(calendar)
