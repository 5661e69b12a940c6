"""One's own registrations: the page of a link, and the list of those who have signed in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number_in, numbers_in
from pumasi.kit.paper import PDF
from pumasi.kit.qr import qr
from pumasi.operate.meetups import papers
from pumasi.operate.meetups.actions import events as making
from pumasi.operate.meetups.actions import feeds, register
from pumasi.operate.meetups.forms import EventForm
from pumasi.operate.meetups.models import PrivateFeed, Registration
from pumasi.operate.meetups.queries import events, places
from pumasi.operate.meetups.views.common import registration_or_404


@require_http_methods(["GET", "POST"])
@requires("meetups.hold_link")
def registration(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a registration: where one stands, the QR code, and what one may do. Looking changes nothing."""
    row = registration_or_404(request, key)
    if request.method == "POST":
        _act(request, row)
        return redirect("meetups:registration", key=row.key, **here(request))
    event = row.event
    over = event.ends_at < timezone.now()
    others = (
        list(
            places.attendees(event)
            .filter(checked_in_at__isnull=False)
            .exclude(pk=row.pk)
            .select_related("organisation", "person")
        )
        if row.checked_in_at
        else []
    )
    context = {
        "row": row,
        "event": event,
        "party": [one for one in places.party(row).select_related("person") if one.pk != row.pk],
        "position": places.position(row) if row.state == "waitlisted" else 0,
        "qr": qr(row.code) if row.state == "confirmed" and not over else "",
        "over": over,
        "rating": getattr(row, "rating", None) if row.checked_in_at else None,
        "others": others,
        "chosen": set(row.follow_ups.values_list("about_id", flat=True)) if row.checked_in_at else set(),
        "mutual": places.mutual(row) if row.checked_in_at else [],
        "materials": event.materials.all() if row.state == "confirmed" else [],
        "stars": range(1, 6),
        "has_day": event.kind == "brokerage" and hasattr(event, "day"),
    }  # fmt: skip
    response = render(request, "meetups/registration.html", context)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _act(request: HttpRequest, row: Registration) -> None:
    deed = request.POST.get("deed", "")
    if deed == "prove":
        register.prove(registration=row)
        messages.success(request, _("Confirmed."))
    elif deed == "accept":
        register.accept(registration=row)
        messages.success(request, _("The place is yours."))
    elif deed == "withdraw":
        register.withdraw(registration=row)
        messages.success(request, _("You have given your place back."))
    elif deed == "rate":
        register.rate(registration=row, stars=number_in(request, "stars"), text=request.POST.get("text", ""))
        messages.success(request, _("Thank you."))
    elif deed == "follow":
        both = register.follow_up(registration=row, about=numbers_in(request, "about"))
        messages.success(
            request, _("Kept. With %(n)d of them both sides want to stay in touch.") % {"n": both}
        )
    elif deed == "met":
        other = get_object_or_404(Registration, pk=number_in(request, "about"), event=row.event)
        register.met_again(registration=row, other=other)
        messages.success(request, _("Good. This is now part of your participation record."))


@require_GET
@requires("meetups.hold_link")
def certificate(request: HttpRequest, key: str) -> HttpResponse:
    """A certificate of attendance as PDF, for those who came."""
    row = registration_or_404(request, key)
    return file_response("certificate.pdf", PDF, papers.certificate(row, language_of()))


@require_GET
@requires("meetups.own")
def my_events(request: HttpRequest) -> HttpResponse:
    """What I registered for in this cluster, what I host, and the address of my calendar."""
    user: Any = request.user
    cluster = cluster_of(request)
    now = timezone.now()
    own = members.organisations_of(user, cluster)
    context = {
        "ahead": events.ahead(user, cluster)[:50],
        "past": events.registrations_of(user, cluster)
        .filter(event__ends_at__lt=now)
        .order_by("-event__starts_at", "-pk")[:50],
        "hosted": cluster.events.filter(host__in=own).order_by("-starts_at", "-pk")[:20] if own else [],
        "feed": PrivateFeed.objects.filter(user=user, revoked_at__isnull=True).first(),
        "may_propose": bool(own),
    }
    return render(request, "meetups/mine.html", context)


@require_http_methods(["GET", "POST"])
@requires("meetups.propose")
def propose(request: HttpRequest) -> HttpResponse:
    """A member writes an event that their organisation hosts; the office looks at it and publishes it."""
    cluster = cluster_of(request)
    hosts = members.organisations_of(request.user, cluster)
    initial = {"host": hosts[0] if hosts else None, "visibility": "public"}
    form = EventForm(request.POST or None, cluster=cluster, hosts=hosts, initial=initial)
    if request.method == "POST" and form.is_valid():
        made = making.draft(
            cluster=cluster,
            by=request.user,
            proposed=True,
            tags=[members.tag_named(word) for word in form.tags()],
            **form.values(),
        )
        messages.success(request, _("Thank you. The office looks at your event and writes to you."))
        return redirect("meetups:desk_event", pk=made.pk, **here(request))
    return render(
        request,
        "meetups/edit.html",
        {"form": form, "event": None, "proposing": True},
        status=422 if form.errors else 200,
    )


@require_POST
@requires("meetups.own")
def revoke_feed(request: HttpRequest) -> HttpResponse:
    """End the address of one's calendar."""
    feeds.revoke(user=request.user)
    return redirect("meetups:mine", **here(request))
