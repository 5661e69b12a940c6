"""The operator's day: who is coming, who is inside, check-in and check-out, and all bookings."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here
from pumasi.kit.refused import Refused
from pumasi.operate.facilities import rules
from pumasi.operate.facilities.actions import bookings as booking
from pumasi.operate.facilities.actions import use
from pumasi.operate.facilities.models import Booking
from pumasi.operate.facilities.queries import desk as asked
from pumasi.operate.facilities.queries.calendar import day_in
from pumasi.operate.facilities.queries.tree import tree
from pumasi.operate.facilities.views.common import PER_PAGE, today_there, wall_in

DAY = timedelta(days=1)


def desk_ways(request: HttpRequest, now: str) -> list[dict[str, Any]]:
    """The operator's pages, as tabs."""
    names = [
        ("board", _("Today")), ("bookings", _("Bookings")), ("requests", _("Requests")), ("places", _("Facilities")),
        ("qualifications", _("Papers")), ("charges", _("Charges")), ("report", _("Report")),
    ]  # fmt: skip
    return [
        {"label": label, "url": reverse(f"facilities:{name}", kwargs=here(request)), "active": name == now}
        for name, label in names
    ]


@require_GET
@requires("facilities.see_desk")
def board(request: HttpRequest) -> HttpResponse:
    """A day: bookings in order of time with what can be done, who is inside, what waits, and what lapses before it is needed."""
    cluster = cluster_of(request)
    today = today_there(cluster.zone)
    day = day_in(request.GET.get("day", ""), today)
    now = timezone.now()
    rows = asked.of_day(request.user, cluster, day)
    context = {
        "tabs": desk_ways(request, "board"),
        "day": day, "today": today, "before": day - DAY, "after": day + DAY, "now": now,
        "rows": [{"booking": one, **_stand(one, now)} for one in rows],
        "inside": asked.inside(request.user, cluster),
        "counts": asked.waiting_counts(request.user, cluster),
        "lapses": asked.lapses(asked.bookings(request.user, cluster), tree(cluster))[:8],
        "operates": rules.operates(request.user, cluster),
    }  # fmt: skip
    return render(request, "facilities/board.html", context)


def _stand(one: Booking, now: Any) -> dict[str, bool]:
    """Where a booking of the day stands."""
    sessions = list(one.sessions.all())
    open_now = any(session.ended_at is None for session in sessions)
    return {
        "open": open_now,
        "may_come": one.state == "confirmed"
        and not sessions
        and one.starts_at - use.EARLY <= now < one.ends_at,
        "late": one.state == "confirmed" and not sessions and one.starts_at <= now,
    }


@require_POST
@requires("facilities.operate")
def check_in(request: HttpRequest) -> HttpResponse:
    """Check a booking in, or out if it is in, by its code."""
    found = Booking.objects.filter(
        cluster=cluster_of(request), key=request.POST.get("code", "").strip()
    ).first()
    if found is None:
        raise Refused(
            "No booking has this code. Check in by the list.",
            "해당 코드의 예약이 없습니다. 목록에서 체크인해 주십시오.",
        )
    if found.sessions.filter(ended_at__isnull=True).exists():
        use.check_out(booking=found, by=request.user)
        messages.success(request, _("Checked out."))
    else:
        use.check_in(booking=found, how="code", by=request.user)
        messages.success(request, _("Checked in."))
    return redirect("facilities:board", **here(request))


@require_POST
@requires("facilities.operate")
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Do one thing to a booking, and go back to where one was."""
    found = get_object_or_404(Booking, pk=pk, cluster=cluster_of(request))
    deed, reason = request.POST.get("deed", ""), request.POST.get("reason", "").strip()
    reasons = {"reason_ko": reason, "reason_en": reason}
    if deed == "check_in":
        use.check_in(booking=found, by=request.user)
    elif deed == "check_out":
        use.check_out(booking=found, by=request.user)
    elif deed == "no_show":
        use.not_come(booking=found)
    elif deed in ("approve", "decline"):
        booking.decide(booking=found, accepted=deed == "approve", **reasons)
    elif deed == "cancel":
        booking.cancel(booking=found, by_operator=True, **reasons)
    elif deed == "extend":
        later = wall_in(request.POST.get("ends", ""), found.zone)
        if later is None:
            raise Refused("Choose the later end.", "연장할 종료 시각을 선택해 주십시오.")
        use.extend(booking=found, ends_at=later, by_operator=True)
    else:
        raise Refused("Choose what is to be done.", "처리할 작업을 선택해 주십시오.")
    messages.success(request, _("Saved."))
    back = request.POST.get("back", "")
    inside = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return redirect(back) if inside else redirect("facilities:board", **here(request))


@require_GET
@requires("facilities.see_desk")
def bookings(request: HttpRequest) -> HttpResponse:
    """All bookings, those to come first, narrowed by state and words."""
    cluster = cluster_of(request)
    state, text = request.GET.get("state", ""), request.GET.get("q", "").strip()[:100]
    rows = asked.bookings(request.user, cluster)
    now = timezone.now()
    if state in Booking.State.values:
        rows = rows.filter(state=state).order_by("-starts_at", "-pk")
    elif state == "past":
        rows = rows.filter(ends_at__lt=now).order_by("-starts_at", "-pk")
    else:
        rows = rows.filter(ends_at__gte=now).order_by("starts_at", "pk")
    if text:
        rows = rows.filter(
            Q(organisation__name_ko__icontains=text) | Q(organisation__name_en__icontains=text)
            | Q(purpose__icontains=text) | Q(reference__icontains=text)
        )  # fmt: skip
    labels = dict(Booking.State.choices)
    chips = [
        ("", _("To come")),
        *((name, labels[name]) for name in ("requested", "no_show", "cancelled")),
        ("past", _("Past bookings")),
    ]
    context = {
        "tabs": desk_ways(request, "bookings"),
        "chips": [
            {"label": label, "url": f"?state={name}", "active": name == state} for name, label in chips
        ],
        "page": Paginator(rows.prefetch_related("items__facility"), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "text": text,
        "state": state,
        "operates": rules.operates(request.user, cluster),
    }
    return render(request, "facilities/bookings.html", context)
