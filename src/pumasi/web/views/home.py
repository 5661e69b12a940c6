"""The two home pages behind the sign-in: a member's, phone first, and the manager's week."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from pumasi.commons.ledger import api as ledger
from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Listing, Organisation, Task
from pumasi.kit.access import allowed, requires
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Introduction
from pumasi.measure.network.views.connections import week_shown
from pumasi.operate.facilities import api as facilities
from pumasi.operate.meetups import api as meetups
from pumasi.operate.meetups.models import Registration


@require_http_methods(["GET"])
@requires("web.belong")
def home(request: HttpRequest) -> HttpResponse:
    """This week for managers; for members their introductions, events and things to do."""
    if members.reads_as_manager(request.user, request.cluster):  # type: ignore[attr-defined]
        return render(request, "home_manager.html", manager_week(request))
    return render(request, "home_member.html", member_day(request))


def _todo(verb: str, count: int, url: str, action: str) -> dict[str, Any]:
    return {"text": verb, "count": count, "url": url, "action": action}


def to_do(request: HttpRequest) -> list[dict[str, Any]]:
    """What waits for the manager: at most nine, each with a count and a way to do it."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    here = {"cluster": cluster.slug}
    soon = timezone.localdate() + timedelta(days=14)
    expiring = Listing.objects.filter(
        organisation__in=members.of_cluster(cluster, "managers").order_by(),
        expires_on__range=(timezone.localdate(), soon),
    ).count()
    due = Task.objects.filter(
        cluster=cluster, done_at__isnull=True, due__lte=timezone.localdate() + timedelta(days=7)
    ).count()
    open_events = meetups.runnable(request.user, cluster).filter(ends_at__gte=timezone.now())
    waiting = Registration.objects.filter(event__in=open_events)
    shared = facilities.waiting_counts(request.user, cluster)
    asked_there = shared["services"] + shared["loans"] + shared["problems"]
    lapsing = len(facilities.lapses(facilities.bookings(request.user, cluster), facilities.tree(cluster)))
    alone = network.met_nobody(cluster, "managers").count()
    applied, claimed = members.waiting_applications(cluster).count(), members.waiting_claims(cluster).count()
    proposed = open_events.filter(state="proposed").count()
    pending, queued = (waiting.filter(state=state).count() for state in ("pending", "waitlisted"))
    asked = Introduction.objects.filter(cluster=cluster, state="asked").count()
    decide, see = _("Decide"), _("See")
    rows = [
        (applied, ngettext("application for membership to decide", "applications for membership to decide", applied), "members:approvals", decide),
        (
            claimed, ngettext("person who says: this is my organisation", "people who say: this is my organisation", claimed),
            "members:approvals", decide,
        ),
        (proposed, ngettext("event that a member proposes", "events that members propose", proposed), "meetups:desk", _("Look")),
        (pending, ngettext("registration to approve", "registrations to approve", pending), "meetups:desk", decide),
        (queued, ngettext("person on a waiting list", "people on a waiting list", queued), "meetups:desk", see),
        (
            lapsing,
            ngettext("booking for which a paper will be missing on the day", "bookings for which a paper will be missing on the day", lapsing),
            "facilities:board", see,
        ),
        (
            shared["approve"], ngettext("booking of a facility to approve", "bookings of facilities to approve", shared["approve"]),
            "facilities:bookings", decide,
        ),
        (
            asked_there, ngettext("request or problem at the facilities", "requests and problems at the facilities", asked_there),
            "facilities:requests", see,
        ),
        (due, ngettext("task due this week", "tasks due this week", due), "members:desk", _("Open")),
        (
            alone, ngettext("organisation that has met nobody: invite it", "organisations that have met nobody: invite them", alone),
            "network:alone", _("See who"),
        ),
        (
            expiring, ngettext("offer or need that expires within two weeks", "offers and needs that expire within two weeks", expiring),
            "members:desk", see,
        ),
        (asked, ngettext("introduction waiting for an answer", "introductions waiting for an answer", asked), "network:desk", see),
    ]  # fmt: skip
    return [
        _todo(verb, count, reverse(name, kwargs=here), action) for count, verb, name, action in rows if count
    ][:9]


def week_days(request: HttpRequest) -> list[dict[str, Any]]:
    """Seven days from today with what is planned in the cluster."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = members.audience(request.user, cluster)
    today = timezone.localdate()
    start = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    end = start + timedelta(days=7)
    lines = ledger.seen_by(audience).filter(cluster=cluster, starts_at__gte=start, starts_at__lt=end)
    # Events tell of themselves, with their page; what else is planned comes from the record.
    told: list[Any] = list(lines.exclude(source__startswith="meetups."))
    told += meetups.visible(request.user, cluster).filter(
        state="published", starts_at__gte=start, starts_at__lt=end
    )
    days = [{"date": today + timedelta(days=n), "today": n == 0, "items": []} for n in range(7)]
    for line in sorted(told, key=lambda one: (one.starts_at, one.pk)):
        offset = (timezone.localtime(line.starts_at).date() - today).days
        item = {
            "time": timezone.localtime(line.starts_at).strftime("%H:%M"),
            "title": str(line.title),
            "kind": line.kind,
            "url": line.source.startswith("meetups.")
            and reverse("meetups:desk_event", kwargs={"cluster": cluster.slug, "pk": line.pk}),
        }
        days[offset]["items"].append(item)  # type: ignore[attr-defined]
    return days


def since_last_week(request: HttpRequest) -> list[str]:
    """Three computed sentences about the last seven days."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    since = timezone.now() - timedelta(days=7)
    lines = ledger.standing().filter(
        cluster=cluster, stage="happened", starts_at__gte=since, starts_at__lte=timezone.now()
    )
    met = lines.exclude(visibility="confidential").count()
    fresh = network.ties(cluster, "managers").filter(first_at__gte=since).count()
    yes = Introduction.objects.filter(cluster=cluster, state="mutual", answered_at__gte=since).count()
    return [
        ngettext("%(n)d gathering was recorded.", "%(n)d gatherings were recorded.", met) % {"n": met},
        ngettext("%(n)d pair met for the first time.", "%(n)d pairs met for the first time.", fresh)
        % {"n": fresh},
        ngettext(
            "%(n)d introduction was agreed by both sides.",
            "%(n)d introductions were agreed by both sides.",
            yes,
        )
        % {"n": yes},
    ]


def onboarding(request: HttpRequest) -> list[dict[str, Any]]:
    """The first steps of a new cluster, until all are done."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    here = {"cluster": cluster.slug}
    steps = [
        (_("Bring in your member list"), bool(members.member_ids(cluster)), "intake:start"),
        (
            _("Bring in your sign-in sheets"),
            ledger.seen_by("managers").filter(cluster=cluster).exists(),
            "intake:start",
        ),
        (_("See the map of your cluster"), network.ties(cluster, "managers").exists(), "network:overview"),
        (
            _("Send the first introductions"),
            Introduction.objects.filter(cluster=cluster).exists(),
            "network:desk",
        ),
    ]
    found = [{"text": text, "done": done, "url": reverse(name, kwargs=here)} for text, done, name in steps]
    return [] if all(step["done"] for step in found) else found


def manager_week(request: HttpRequest) -> dict[str, Any]:
    """What the manager's page shows."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    return {
        "may_import": allowed(request.user, "intake.bring_in", cluster),
        "todo": to_do(request),
        "days": week_days(request),
        "sentences": since_last_week(request),
        "figures": network.shown(cluster, "managers"),
        "onboarding": onboarding(request),
    }


def member_day(request: HttpRequest) -> dict[str, Any]:
    """What a member's page shows: two introductions, the next events, own things."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    own = members.organisations_of(request.user, cluster)
    mine = Organisation.objects.filter(pk__in=own, merged_into__isnull=True).order_by("pk").first()
    context: dict[str, Any] = {
        "mine": mine,
        "places": meetups.ahead(request.user, cluster)[:3],
        "upcoming": meetups.soon(cluster, request.user, 3),
        "bookings": facilities.ahead_of(own, cluster)[:3] if own else [],
        "waiting": [],
        "listings": [],
    }
    if mine:
        context |= week_shown(request, mine)
        context["waiting"] = Introduction.objects.filter(
            cluster=cluster, asked=mine, state="asked"
        ).select_related("asker")
        context["listings"] = list(members.listings(mine, "managers"))
        context["running"] = Introduction.objects.filter(cluster=cluster, state="mutual", asker=mine).count()
    context["news"] = members.live_listings(cluster, "members").exclude(organisation=mine)[:3]
    return context


@require_http_methods(["GET", "POST"])
@requires("web.own_account")
def notices(request: HttpRequest) -> HttpResponse:
    """What the site has to tell the user; POST marks all as read."""
    if request.method == "POST":
        mail.read_all(user=request.user)
        return redirect("notices")
    return render(request, "notices.html", {"notices": request.user.notices.order_by("-created_at")[:100]})  # type: ignore[union-attr]
