"""Pages for everybody: the list, the month, an event, registering."""

from __future__ import annotations

import calendar
import json
from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from pumasi.commons.members import api as members
from pumasi.kit import recurrence, uploads
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, language_of
from pumasi.kit.bilingual import columns
from pumasi.kit.dates import midnight
from pumasi.operate.meetups import ical, rules
from pumasi.operate.meetups.actions import letters, register
from pumasi.operate.meetups.actions.register import AlreadyRegistered
from pumasi.operate.meetups.forms import RegistrationForm
from pumasi.operate.meetups.models import Event, Registration
from pumasi.operate.meetups.queries import events, parts, places
from pumasi.operate.meetups.views.common import PER_PAGE, seen_or_404


@require_GET
@requires("meetups.see")
def event_list(request: HttpRequest) -> HttpResponse:
    """What is to come, or what was, with filters."""
    cluster = cluster_of(request)
    choice = events.Choice.read(request.GET)
    found = events.with_counts(
        events.chosen(events.visible(request.user, cluster), choice).select_related("host")
    )
    kinds = events.visible(request.user, cluster).order_by("kind").values_list("kind", flat=True).distinct()
    context = {
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("page")),
        "choice": choice,
        "kinds": [(kind, Event.Kind(kind).label) for kind in kinds],
        "may_propose": rules.acts(request.user, cluster),
        "views": _ways(request, "past" if choice.past else "list"),
    }
    return render(request, "meetups/list.html", context)


def _ways(request: HttpRequest, now: str) -> list[dict[str, Any]]:
    """To come, past, and the month, as tabs."""
    base = reverse("meetups:list", kwargs=here(request))
    return [
        {"label": _("Upcoming"), "url": base, "active": now == "list"},
        {"label": _("Past"), "url": f"{base}?when=past", "active": now == "past"},
        {
            "label": _("Month"),
            "url": reverse("meetups:month", kwargs=here(request)),
            "active": now == "month",
        },
    ]


@require_GET
@requires("meetups.see")
def month(request: HttpRequest) -> HttpResponse:
    """A month as a calendar; on a phone its days one below the other."""
    cluster = cluster_of(request)
    today = timezone.localdate()
    first = _month_in(request.GET.get("month", ""), today)
    weeks = calendar.Calendar(firstweekday=0).monthdatescalendar(first.year, first.month)
    begin, end = (
        midnight(weeks[0][0], cluster.zone),
        midnight(weeks[-1][-1] + timedelta(days=1), cluster.zone),
    )
    by_day: dict[date, list[Event]] = {}
    found = list(events.month(events.visible(request.user, cluster), begin, end).only(
        "pk", "title_ko", "title_en", "starts_at", "ends_at", "zone", "state", "kind")[:1500])  # fmt: skip
    for event in found:
        by_day.setdefault(timezone.localtime(event.starts_at).date(), []).append(event)
    context = {
        "first": first,
        "before": (first - timedelta(days=1)).replace(day=1),
        "after": (first + timedelta(days=31)).replace(day=1),
        "weeks": [
            [{"date": day, "inside": day.month == first.month, "today": day == today,
              "events": by_day.get(day, [])[:4], "more": max(0, len(by_day.get(day, [])) - 4)} for day in week]
            for week in weeks
        ],
        "any": bool(found),
        "views": _ways(request, "month"),
    }  # fmt: skip
    return render(request, "meetups/month.html", context)


def _month_in(text: str, today: date) -> date:
    try:
        return datetime.strptime(text, "%Y-%m").date().replace(day=1)  # noqa: DTZ007  # a month has no zone
    except ValueError:
        return today.replace(day=1)


@require_GET
@requires("meetups.see")
def event_page(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """An event: when and where, what is asked, who is coming, and the way in."""
    event = seen_or_404(request, pk)
    if slug != event.slug:
        return redirect("meetups:event", pk=event.pk, slug=event.slug, permanent=True, **here(request))
    user: Any = request.user
    mine = _mine(user, event)
    stands = places.standing(event)
    taken = places.promised(stands)
    revealed = event.reveals_place or (mine is not None and mine.state == "confirmed")
    context = {
        "event": event,
        "agenda": parts.of(event, "agenda"),
        "cohosts": parts.of(event, "cohosts"),
        "tags": parts.of(event, "tags"),
        "taken": taken,
        "waiting": stands.get("waitlisted", 0),
        "free": None if event.capacity is None else max(0, event.capacity - taken),
        "closed": places.is_open(event),
        "mine": mine,
        "revealed": revealed,
        "attendees": places.attendees(event).select_related("organisation", "person")[:60]
        if _sees_attendees(user, event)
        else [],
        "materials": [
            one
            for one in parts.of(event, "materials")
            if not one.for_participants or (mine and mine.state == "confirmed")
        ],
        "may_run": user.is_authenticated and rules.runs_event(user, event),
        "meets": user.is_authenticated and rules.acts(user, event.cluster) and event.state == "published",
        "structured": json.dumps(structured(event, revealed=event.reveals_place), ensure_ascii=False).replace(
            "<", "\\u003c"
        ),
    }
    return render(request, "meetups/event.html", context)


def _sees_attendees(user: Any, event: Event) -> bool:
    """The list of participants is for the cluster's people and for those who come."""
    return bool(user.is_authenticated and members.belongs(user, event.cluster))


def _mine(user: Any, event: Event) -> Registration | None:
    """The reader's own registration, if they have signed in."""
    if not user.is_authenticated:
        return None
    rows = event.registrations.filter(state__in=Registration.LIVE)
    if user.person_id:
        found = rows.filter(person=user.person_id).first()
        if found:
            return found
    return rows.filter(email__iexact=user.email, proved_at__isnull=False).first()


def structured(event: Event, *, revealed: bool) -> dict[str, Any]:
    """The event in the words of schema.org, as search engines read them."""
    language, zone = language_of(), recurrence.zone_named(event.zone)
    status = {"cancelled": "EventCancelled", "published": "EventScheduled"}.get(event.state, "EventPostponed")
    found: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": str(event.title),
        "startDate": event.starts_at.astimezone(zone).isoformat(),
        "endDate": event.ends_at.astimezone(zone).isoformat(),
        "eventStatus": f"https://schema.org/{status}",
        "url": ical.address(event, language),
        "inLanguage": language,
        "description": str(event.summary),
    }
    if event.host:
        found["organizer"] = {"@type": "Organization", "name": str(event.host)}
    if str(event.place) or revealed:
        where = {"@type": "Place", "name": str(event.place)}
        if revealed and str(event.address):
            where["address"] = str(event.address)
        found["location"] = where
    if event.picture:
        found["image"] = f"{settings.SITE_URL}/{language}/{event.cluster.slug}/events/{event.pk}/picture/"
    return found


@require_http_methods(["GET", "POST"])
@requires("meetups.register")
def registering(request: HttpRequest, pk: int) -> HttpResponse:
    """The form, on one screen with its consents; then one's registration, or word that its link is in the mail."""
    event = seen_or_404(request, pk)
    user: Any = request.user
    known = bool(user.is_authenticated)
    mine = _mine(user, event)
    if mine is not None:
        return redirect("meetups:registration", key=mine.key, **here(request))
    if request.method == "GET" and request.GET.get("sent"):
        return render(request, "meetups/sent.html", {"event": event})
    options: dict[str, Any] = {
        "event": event,
        "questions": parts.questions(event=event.pk),
        "blocks": parts.consent_blocks(event=event.pk),
        "known": known,
    }
    form = RegistrationForm(request.POST or None, initial=_known(user, event), **options)
    if request.method == "POST" and form.is_valid():
        try:
            made = _register(event, user, form)
        except AlreadyRegistered as refusal:
            letters.link_again(refusal.registration)
            return redirect(f"{request.path}?sent=1")
        # Only the mail carries the link of an address that nobody has proved; a browser given it could confirm any address.
        if not known:
            return redirect(f"{request.path}?sent=1")
        return redirect("meetups:registration", key=made.key, **here(request))
    context = {
        "event": event,
        "form": form,
        "closed": places.is_open(event),
        "free": places.free(event),
        "collides": events.colliding(getattr(user, "person_id", None), event),
    }
    return render(request, "meetups/register.html", context, status=422 if form.errors else 200)


def _known(user: Any, event: Event) -> dict[str, str]:
    if not user.is_authenticated:
        return {}
    organisation = members.organisation_of(user.person, event.cluster) if user.person_id else None
    return {"name": str(user.person or ""), "organisation_name": str(organisation or "")}


def _register(event: Event, user: Any, form: RegistrationForm) -> Registration:
    told = form.cleaned_data
    known = bool(user.is_authenticated)
    person = user.person if known else None
    organisation = members.organisation_of(person, event.cluster) if person else None
    # Who writes another organisation than the one they work for comes for that one.
    if organisation and told["organisation_name"] not in (
        "",
        *(getattr(organisation, name) for name in columns("name")),
    ):
        organisation = None
    return register.register(
        event=event, name=told["name"], email=user.email if known else told["email"], person=person, organisation=organisation,
        organisation_name=told["organisation_name"], answers=form.answers(), consents=form.consents(),
        others=told["others"], language=language_of(), proved=known,
    )  # fmt: skip


@require_GET
@requires("meetups.see")
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The event's picture."""
    event = seen_or_404(request, pk)
    if not event.picture:
        raise Http404
    return FileResponse(event.picture.open(), headers={"Cache-Control": "private, max-age=3600"})


@require_GET
@requires("meetups.see")
def material(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """A file of the event, for those whom it is for."""
    event = seen_or_404(request, pk)
    found = get_object_or_404(event.materials, pk=file)
    mine = _mine(request.user, event)
    inside = mine is not None and mine.state == "confirmed"
    if (
        found.for_participants
        and not inside
        and not (request.user.is_authenticated and rules.sees_event_desk(request.user, event))
    ):
        raise Http404
    return uploads.as_download(found.file)
