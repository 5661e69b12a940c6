"""Pages for everybody: the catalogue, a facility, its calendar, what is there without booking."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation
from pumasi.kit import hangul
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of
from pumasi.kit.audiences import LEVELS
from pumasi.kit.calendars import ICS
from pumasi.kit.quantities import Area
from pumasi.operate.facilities import ical, rules
from pumasi.operate.facilities.asked import facility_or_404, tree_of
from pumasi.operate.facilities.models import Facility, FacilityPair, Infrastructure
from pumasi.operate.facilities.queries import prices, qualified
from pumasi.operate.facilities.queries.calendar import Calendar, day_in, week_in
from pumasi.operate.facilities.queries.free import free_blocks
from pumasi.operate.facilities.queries.hours import Hours, Stretch
from pumasi.operate.facilities.queries.tree import Tree, bookable, depth
from pumasi.operate.facilities.views.common import today_there

DAY = timedelta(days=1)


@require_GET
@requires("facilities.see")
def catalogue(request: HttpRequest) -> HttpResponse:
    """Everything that can be booked, as the tree it is; narrowed to a kind or words."""
    tree = tree_of(request)
    text, kind = request.GET.get("q", "").strip()[:100], request.GET.get("kind", "")
    folded = hangul.fold(text).replace(" ", "")
    found = [
        one
        for one in tree.ordered()
        if (not kind or one.kind == kind) and (not folded or folded in one.folded)
    ]
    kinds = {one.kind for one in tree.ordered()}
    context = {
        "rows": depth(tree, found) if not (text or kind) else [(one, 0) for one in found],
        "any": bool(tree.by_id),
        "text": text,
        "kind": kind,
        "kinds": [(value, label) for value, label in Facility.Kind.choices if value in kinds],
        "tabs": ways(request, "catalogue"),
        "operates": rules.operates(request.user, cluster_of(request)),
        "acts": rules.acts(request.user, cluster_of(request)),
    }
    return render(request, "facilities/catalogue.html", context)


def ways(request: HttpRequest, now: str) -> list[dict[str, Any]]:
    """The ways into the room, as tabs."""
    names = [("catalogue", _("To book")), ("infrastructure", _("Without booking")), ("find", _("Find time"))]
    return [
        {"label": label, "url": reverse(f"facilities:{name}", kwargs=here(request)), "active": name == now}
        for name, label in names
    ]


@require_GET
@requires("facilities.see")
def infrastructure(request: HttpRequest) -> HttpResponse:
    """What can be used without booking: networks, data sets, open laboratories."""
    cluster = cluster_of(request)
    levels = LEVELS[rules.audience(request.user, cluster)]
    rows = Infrastructure.objects.filter(cluster=cluster, visibility__in=levels).select_related("owner")
    return render(
        request, "facilities/infrastructure.html", {"rows": rows, "tabs": ways(request, "infrastructure")}
    )


@require_GET
@requires("facilities.see")
def facility(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A facility: what it is, what it costs, what has to be held, when it is open, and the way in."""
    one, tree = facility_or_404(request, pk)
    if slug != one.slug:
        return redirect("facilities:facility", pk=one.pk, slug=one.slug, permanent=True, **here(request))
    today = today_there(one.zone)
    now = timezone.now()
    hours = Hours(tree, [one.pk], now, now + 30 * DAY)
    whole = one.mode == Facility.Mode.EXCLUSIVE
    own = members.own_organisation(request)
    context = {
        "facility": one,
        "above": list(reversed(tree.above(one.pk))),
        "inside": depth(tree, tree.below(one.pk)),
        "beside": _beside(tree, one),
        "extent": _extent(one),
        "prices": prices.in_force(tree, one, today),
        "requirements": _requirements(request, tree, one, own),
        "weekly": hours.openings(one.pk),
        "closures": hours.closures(one.pk),
        "free": free_blocks(tree, [(one, whole)], now, now + 14 * DAY)[:6] if bookable(one) else [],
        "bookable": bookable(one),
        "acts": own is not None,
        "operates": rules.operates(request.user, cluster_of(request)),
        "scenarios": tree.scenarios([one]),
    }
    return render(request, "facilities/facility.html", context)


def _extent(one: Facility) -> dict[str, str]:
    """The area in the units that readers know, and beside football pitches."""
    if not one.area_m2:
        return {}
    area, language = Area.of(one.area_m2), language_of()
    return {
        "exact": area.text(language),
        "rough": area.rough(language),
        "others": " · ".join(area.text(language, unit) for unit in ("acre", "pyeong")),
        "pitches": area.pitches(language),
    }


def _beside(tree: Tree, one: Facility) -> list[tuple[Facility, FacilityPair]]:
    rows = FacilityPair.objects.filter(a=one) | FacilityPair.objects.filter(b=one)
    other = [(row.b_id if row.a_id == one.pk else row.a_id, row) for row in rows]
    return [(tree[pk], row) for pk, row in other if pk in tree]


def _requirements(
    request: HttpRequest, tree: Tree, one: Facility, own: Organisation | None
) -> list[dict[str, Any]]:
    """What has to be held, readable before any refusal; for those who act for an organisation how they stand today."""
    needed = qualified.required(tree, [one.pk])
    person = getattr(request.user, "person", None) if own else None
    stands = (
        qualified.standings(needed, [today_there(one.zone)], organisation=own, person=person) if own else []
    )
    by_kind = {stand.requirement.kind: stand for stand in stands}
    cluster = cluster_of(request)
    audience = members.audience(request.user, cluster)
    return [
        {
            "requirement": row,
            "standing": by_kind.get(row.kind),
            "missing": by_kind[row.kind].missing.text(language_of())  # type: ignore[union-attr]
            if row.kind in by_kind and by_kind[row.kind].missing
            else "",
            "trainings": qualified.trainings(cluster, row.level, audience) if row.kind == "induction" else [],
        }
        for row in needed
    ]


@require_GET
@requires("facilities.see")
def calendar(request: HttpRequest, pk: int) -> HttpResponse:
    """The calendar: a day or a week of a site with its zones, a week of one facility; the same as a list of free hours."""
    one, tree = facility_or_404(request, pk)
    today = today_there(one.zone)
    zones = [zone for zone in tree.below(one.pk) if bookable(zone)]
    view = request.GET.get("view", "")
    week = week_in(request.GET.get("week", ""), today)
    day = day_in(request.GET.get("day", ""), today)
    shown = [one, *zones] if bookable(one) else zones
    if not shown:
        raise Http404
    context: dict[str, Any] = {
        "facility": one, "zones": zones, "week": week, "day": day, "today": today, "acts": rules.acts(request.user, cluster_of(request)),
        "above": list(reversed(tree.above(one.pk))), "single": len(shown) == 1,
    }  # fmt: skip
    if view == "day" and len(shown) > 1:
        found = Calendar(tree, shown, day, 1, request.user, cluster_of(request))
        context |= {
            "view": "day", "slots": found.slots(day), "lanes": [found.lane(zone, day) for zone in shown],
            "before": day - DAY, "after": day + DAY,
        }  # fmt: skip
    else:
        found = Calendar(tree, shown, week, 7, request.user, cluster_of(request))
        context |= {"view": "week", "days": found.days, "before": week - 7 * DAY, "after": week + 7 * DAY}
        if len(shown) == 1:
            context["rows"] = found.rows(shown[0])
        context["lanes"] = [(zone, [found.lane(zone, each) for each in found.days]) for zone in shown]
    context["free"] = _free_of(context["lanes"])
    context["tabs"] = _calendar_tabs(context["view"], week, day, single=len(shown) == 1)
    return render(request, "facilities/calendar.html", context)


def _free_of(lanes: Any) -> list[tuple[Facility, list[Stretch]]]:
    """Free hours of each facility, for the list that phones show."""
    rows = []
    for lane in lanes:
        one, days = (lane[0], lane[1]) if isinstance(lane, tuple) else (lane.facility, [lane])
        rows.append((one, [stretch for each in days for stretch in each.free]))
    return rows


def _calendar_tabs(view: str, week: Any, day: Any, *, single: bool) -> list[dict[str, Any]]:
    if single:
        return []
    iso = week.isocalendar()
    return [
        {"label": _("Day"), "url": f"?view=day&day={day}", "active": view == "day"},
        {"label": _("Week"), "url": f"?week={iso.year}-W{iso.week:02d}", "active": view == "week"},
    ]


@require_GET
@requires("facilities.see")
def feed(request: HttpRequest, pk: int) -> HttpResponse:
    """When it is occupied, as a calendar feed; who has it is told to nobody here."""
    one, tree = facility_or_404(request, pk)
    now = timezone.now()
    response = file_response(
        f"facility-{one.pk}.ics",
        ICS,
        ical.occupied(tree, one, now - 7 * DAY, now + 90 * DAY, language_of()),
        inline=True,
    )
    response["Cache-Control"] = "public, max-age=300"
    return response


@require_GET
@requires("facilities.see")
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The facility's picture."""
    one, _tree = facility_or_404(request, pk)
    if not one.picture:
        raise Http404
    return FileResponse(one.picture.open(), headers={"Cache-Control": "private, max-age=3600"})
