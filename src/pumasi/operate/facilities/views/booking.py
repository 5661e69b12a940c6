"""Finding hours, booking them, and one's own bookings."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation, Person
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number, number_in
from pumasi.kit.bilingual import in_order
from pumasi.kit.calendars import ICS
from pumasi.kit.dates import Span, zone_of
from pumasi.kit.fields import WALL
from pumasi.kit.qr import qr
from pumasi.kit.refused import Refused
from pumasi.operate.facilities import ical, rules
from pumasi.operate.facilities.actions import bookings, services, use, waiting
from pumasi.operate.facilities.actions.holding import HoursTaken
from pumasi.operate.facilities.asked import tree_of
from pumasi.operate.facilities.forms import BookForm, FindForm
from pumasi.operate.facilities.models import (
    Booking,
    Facility,
    Loan,
    Qualification,
    Quota,
    ServiceRequest,
    Waiting,
)
from pumasi.operate.facilities.queries import checks, prices, qualified
from pumasi.operate.facilities.queries import desk as asked
from pumasi.operate.facilities.queries.free import Search
from pumasi.operate.facilities.queries.free import find as find_offers
from pumasi.operate.facilities.queries.hours import local_days
from pumasi.operate.facilities.queries.tree import Tree, bookable
from pumasi.operate.facilities.queries.wishes import Wish
from pumasi.operate.facilities.views.common import booking_or_404, today_there, wall_in
from pumasi.operate.facilities.views.public import ways

Items = tuple[tuple[Facility, bool], ...]


@require_GET
@requires("facilities.see")
def find(request: HttpRequest) -> HttpResponse:
    """Find time: how long, how many zones, which for certain, when; three offers with their price."""
    tree = tree_of(request)
    roots = [one for one in tree.children(None) if bookable(one) or any(map(bookable, tree.below(one.pk)))]
    site = next((one for one in roots if str(one.pk) == request.GET.get("site")), roots[0] if roots else None)
    context: dict[str, Any] = {"tabs": ways(request, "find"), "site": site, "searched": False}
    if site is None:
        return render(request, "facilities/find.html", context)
    searched = "hours" in request.GET
    form = FindForm(request.GET if searched else None, tree=tree, site=site)
    own = members.own_organisation(request)
    if searched and form.is_valid():
        told = form.cleaned_data
        search = Search(
            site=site, minutes=int(told["hours"] * 60), zones=told["zones"], first=told["first"], last=told["last"],
            must=tuple(int(pk) for pk in told["must"]), earliest=told["earliest"] or time(0), latest=told["latest"] or time(0),
        )  # fmt: skip
        price_class = prices.class_of(own, cluster_of(request), told["first"]) if own else None
        offers = find_offers(tree, search, price_class=price_class)
        context |= {
            "searched": True,
            "offers": [(one, _book_address(request, one.items, one.start, one.end)) for one in offers],
        }
    context |= {"form": form, "acts": own is not None}
    return render(request, "facilities/find.html", context, status=422 if form.errors else 200)


def _book_address(request: HttpRequest, items: Items, start: datetime, end: datetime) -> str:
    zone = zone_of(items[0][0].zone)
    told: list[tuple[str, Any]] = [("item", one.pk) for one, _ in items] + [
        ("whole", one.pk) for one, whole in items if whole
    ]
    told += [
        ("start", f"{start.astimezone(zone):%Y-%m-%dT%H:%M}"),
        ("end", f"{end.astimezone(zone):%Y-%m-%dT%H:%M}"),
    ]
    return f"{reverse('facilities:book', kwargs=here(request))}?{urlencode(told)}"


def _items(request: HttpRequest, tree: Tree) -> Items:
    """The facilities of a booking as the address or the form names them; what cannot be shared is had whole."""
    told = request.POST if request.method == "POST" else request.GET
    chosen = dict.fromkeys(pk for text in told.getlist("item") if (pk := number(text)) in tree)
    whole = {number(text) for text in told.getlist("whole")}
    return tuple((tree[pk], pk in whole or tree[pk].mode != Facility.Mode.SHARED) for pk in chosen)


@require_http_methods(["GET", "POST"])
@requires("facilities.book")
def book(request: HttpRequest) -> HttpResponse:
    """One screen: hours, what speaks against them, the price, and the button. Posting books, waits, or shows the price anew."""
    own = members.own_organisation_or_404(request)
    tree = tree_of(request)
    items = _items(request, tree)
    if not items:
        return redirect("facilities:catalogue", **here(request))
    first = items[0][0]
    form = BookForm(
        request.POST or None, cluster=cluster_of(request), organisation=own, zone=first.zone,
        scenarios=tree.scenarios(one for one, _ in items), initial=_initial(request, first),
    )  # fmt: skip
    context: dict[str, Any] = {
        "form": form,
        "items": items,
        "facility": first,
        "organisation": own,
        "tree": tree,
    }
    if request.method == "POST" and form.is_valid():
        wish = _wish(form, own, items)
        if request.POST.get("deed") == "look":
            return render(request, "facilities/book.html", context | _outlook(request, tree, wish))
        try:
            return _carried_out(request, form, wish, tree)
        except (checks.NotBookable, HoursTaken) as refusal:
            context |= _outlook(request, tree, wish) | {
                "refusal": refusal,
                "may_wait": isinstance(refusal, HoursTaken),
            }
            return render(request, "facilities/book.html", context, status=422)
    elif request.method == "GET":
        start, end = (
            wall_in(request.GET.get("start", ""), first.zone),
            wall_in(request.GET.get("end", ""), first.zone),
        )
        if start and end:
            person = getattr(request.user, "person", None)
            context |= _outlook(request, tree, Wish(own, person, items, start, end))
    return render(request, "facilities/book.html", context, status=422 if form.errors else 200)


def _initial(request: HttpRequest, first: Facility) -> dict[str, Any]:
    person = getattr(request.user, "person_id", None)
    start, end = (
        wall_in(request.GET.get("start", ""), first.zone),
        wall_in(request.GET.get("end", ""), first.zone),
    )
    zone = zone_of(first.zone)
    if start is None:
        start = (timezone.now() + timedelta(days=1)).astimezone(zone).replace(hour=9, minute=0)
    if end is None or end <= start:
        end = start + timedelta(hours=2)
    return {
        "starts": start.astimezone(zone).strftime(WALL),
        "ends": end.astimezone(zone).strftime(WALL),
        "person": person,
    }


def _wish(form: BookForm, own: Organisation, items: Items) -> Wish:
    told = form.cleaned_data
    return Wish(
        organisation=own, person=told["person"], items=items, starts_at=told["starts_at"], ends_at=told["ends_at"],
        purpose=told["purpose"], reference=told["reference"], device=told["device"], scenarios=tuple(told.get("scenarios") or ()),
        confidential=told["confidential"], partners=tuple(one for one in told["partners"] if one.pk != own.pk),
    )  # fmt: skip


def _outlook(request: HttpRequest, tree: Tree, wish: Wish) -> dict[str, Any]:
    """What the hours cost and what speaks against them, before anything is written."""
    cluster = cluster_of(request)
    if wish.ends_at <= wish.starts_at:
        return {}
    price_class = prices.class_of(
        wish.organisation, cluster, local_days(wish.items[0][0], wish.starts_at, wish.ends_at)[0]
    )
    quote = prices.quote(tree, wish.items, wish.starts_at, wish.ends_at, price_class)
    found = checks.findings(tree, wish, price_class=price_class)
    audience = members.audience(request.user, cluster)
    return {
        "quote": quote,
        "lines": quote.lines(tree),
        "findings": [
            {
                "text": one.said.text(language_of()),
                "trainings": qualified.trainings(cluster, one.level, audience)
                if one.about == "induction"
                else [],
            }
            for one in found
        ],
    }


def _carried_out(request: HttpRequest, form: BookForm, wish: Wish, tree: Tree) -> HttpResponse:
    cluster, told = cluster_of(request), form.cleaned_data
    if request.POST.get("deed") == "wait":
        waiting.wait(
            cluster=cluster, organisation=wish.organisation, person=wish.person, facilities=[one for one, _ in wish.items],
            whole=all(whole for _, whole in wish.items), starts_at=wish.starts_at, ends_at=wish.ends_at, purpose=wish.purpose,
            reference=wish.reference, device=wish.device,
        )  # fmt: skip
        messages.success(
            request,
            _(
                "You are on the waiting list. When the hours become free they are kept for you and you get a letter."
            ),
        )
        return redirect("facilities:mine", **here(request))
    if told.get("rule"):
        _series, made, refused = bookings.repeat(
            cluster=cluster,
            wish=wish,
            rule=f"{told['rule']};COUNT={told['times']}",
            by=request.user,
            skip=request.POST.get("skip") == "1",
        )
        messages.success(
            request, ngettext("%(n)d booking made.", "%(n)d bookings made.", len(made)) % {"n": len(made)}
        )
        for start, refusal in refused[:5]:
            messages.warning(
                request,
                f"{start.astimezone(zone_of(wish.items[0][0].zone)):%Y-%m-%d %H:%M}: {refusal.text()}",
            )
        return redirect("facilities:mine", **here(request))
    made_one = bookings.book(cluster=cluster, wish=wish, known=tree.whole, by=request.user)
    messages.success(
        request,
        _("Booked.")
        if made_one.state == "confirmed"
        else _("The hours are kept until the operator has decided."),
    )
    return redirect("facilities:booking", pk=made_one.pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("facilities.see_booking")
def booking(request: HttpRequest, pk: int) -> HttpResponse:
    """A booking: what, when, who, its code, its price, and what can still be done. Looking changes nothing."""
    found = booking_or_404(request, pk)
    if request.method == "POST":
        if not rules.is_party(request.user, found):
            raise Http404
        return _act(request, found)
    items = list(found.items.select_related("facility"))
    tree = tree_of(request)
    needed = qualified.required(tree, [one.facility_id for one in items if one.facility_id in tree])
    stands = qualified.standings(
        needed, local_days(items[0].facility, found.starts_at, found.ends_at), organisation=found.organisation, person=found.person,
        device=found.device,
    )  # fmt: skip
    party = rules.is_party(request.user, found)
    zone = zone_of(found.zone)
    context = {
        "booking": found,
        "items": items,
        "partners": found.partners.all(),
        "party": party,
        "people": Person.objects.filter(affiliations__organisation=found.organisation, erased_at__isnull=True)
        .distinct()
        .order_by(in_order("name"))
        if party
        else [],
        "open": found.state in Booking.HOLDING and not found.sessions.exists(),
        "sessions": found.sessions.select_related("facility"),
        "qr": qr(found.key) if found.state == "confirmed" and party else "",
        "missing": [one.missing.text(language_of()) for one in stands if one.missing]
        if found.state in Booking.HOLDING
        else [],
        "lines": found.price_lines,
        "predecessor": found.predecessors.first(),
        "starts": found.starts_at.astimezone(zone).strftime(WALL),
        "ends": found.ends_at.astimezone(zone).strftime(WALL),
    }
    return render(request, "facilities/booking.html", context)


def _act(request: HttpRequest, found: Booking) -> HttpResponse:
    deed, target = request.POST.get("deed", ""), found.pk
    if deed == "cancel":
        bookings.cancel(
            booking=found, reason_ko=request.POST.get("reason", ""), reason_en=request.POST.get("reason", "")
        )
        messages.success(request, _("Cancelled. The hours are free for others."))
    elif deed == "move":
        start, end = (wall_in(request.POST.get(name, ""), found.zone) for name in ("starts", "ends"))
        if start is None or end is None:
            raise Refused("Choose both times.", "시작과 종료 시각을 모두 선택해 주십시오.")
        target = bookings.move(booking=found, starts_at=start, ends_at=end, by=request.user).pk
        messages.success(request, _("Moved. The old hours are free for others."))
    elif deed == "extend":
        later = wall_in(request.POST.get("ends", ""), found.zone)
        if later is None:
            raise Refused("Choose the later end.", "연장할 종료 시각을 선택해 주십시오.")
        use.extend(booking=found, ends_at=later)
        messages.success(request, _("Extended."))
    elif deed == "transfer":
        mine = Person.objects.filter(affiliations__organisation=found.organisation, erased_at__isnull=True)
        bookings.transfer(
            booking=found, person=get_object_or_404(mine.distinct(), pk=number_in(request, "person"))
        )
        messages.success(request, _("Saved."))
    elif deed == "accept":
        bookings.accept(booking=found)
        messages.success(request, _("Booked."))
    elif deed == "check_out":
        use.check_out(booking=found, by=request.user)
        messages.success(request, _("Checked out. The rest of the time is free for others."))
    return redirect("facilities:booking", pk=target, **here(request))


@require_GET
@requires("facilities.see_booking")
def booking_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The booking for one's own calendar."""
    return file_response(f"booking-{pk}.ics", ICS, ical.one(booking_or_404(request, pk), language_of()))


@require_http_methods(["GET", "POST"])
@requires("facilities.book")
def mine(request: HttpRequest) -> HttpResponse:
    """My organisation's bookings, waiting list, requests, loans, papers, and the hours that are left."""
    own, cluster = members.own_organisation_or_404(request), cluster_of(request)
    if request.method == "POST":
        return _drop(request, own)
    tree = tree_of(request)
    ids = members.organisations_of(request.user, cluster)
    past = Booking.objects.filter(organisation__in=ids, cluster=cluster).exclude(
        pk__in=asked.ahead_of(ids, cluster).values("pk")
    )
    context = {
        "organisation": own,
        "ahead": asked.ahead_of(ids, cluster)[:50],
        "waiting": Waiting.objects.filter(
            organisation__in=ids, cluster=cluster, state="waiting", starts_at__gt=timezone.now()
        ).prefetch_related("facilities")[:20],
        "services": ServiceRequest.objects.filter(organisation__in=ids, cluster=cluster).select_related(
            "facility"
        )[:10],
        "loans": Loan.objects.filter(organisation__in=ids, cluster=cluster).select_related("facility")[:10],
        "papers": Qualification.objects.filter(cluster=cluster)
        .filter(organisation__in=ids)
        .select_related("person")
        .order_by("valid_until")
        | Qualification.objects.filter(
            cluster=cluster, person=getattr(request.user, "person_id", None), person__isnull=False
        )
        .select_related("person")
        .order_by("valid_until"),
        "left": _hours_left(tree, own, cluster),
        "past": past.prefetch_related("items__facility").order_by("-starts_at")[:15],
        "today": today_there(cluster.zone),
    }
    return render(request, "facilities/mine.html", context)


def _hours_left(tree: Tree, own: Organisation, cluster: Any) -> list[dict[str, Any]]:
    """What is left of this month's hours, for each quota that binds us."""
    found = []
    price_class = prices.class_of(own, cluster, today_there(cluster.zone))
    for quota in Quota.objects.filter(facility__cluster=cluster, hours_a_month__isnull=False).select_related(
        "facility"
    ):
        if quota.facility_id not in tree or quota.price_class_id not in (
            None,
            getattr(price_class, "pk", None),
        ):
            continue
        today = today_there(quota.facility.zone)
        span = Span.of_month(today.year, today.month, quota.facility.zone)
        used = checks.hours_held(tree, own, quota, span)
        most = quota.hours_a_month or 0
        found.append(
            {"facility": tree[quota.facility_id], "used": used, "most": most, "left": max(0, most - used)}
        )
    return found


def _drop(request: HttpRequest, own: Organisation) -> HttpResponse:
    """Leave the waiting list, or take a loan back that has not begun."""
    if request.POST.get("deed") == "leave":
        waiting.leave(waiting=get_object_or_404(Waiting, pk=number_in(request, "row"), organisation=own))
    elif request.POST.get("deed") == "withdraw_loan":
        services.step_loan(
            loan=get_object_or_404(Loan, pk=number_in(request, "row"), organisation=own), to="withdrawn"
        )
    messages.success(request, _("Saved."))
    return redirect("facilities:mine", **here(request))
