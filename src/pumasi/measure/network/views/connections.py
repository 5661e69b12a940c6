"""A member's introductions, and who can introduce them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation, Person, Tag
from pumasi.kit.access import requires
from pumasi.kit.asked import here, number_in
from pumasi.kit.bilingual import in_order
from pumasi.measure.network import reasons
from pumasi.measure.network.actions import introduce, letters
from pumasi.measure.network.models import Introduction
from pumasi.measure.network.queries import paths, suggest, ties
from pumasi.measure.network.queries.week import of_week
from pumasi.measure.network.views.common import seen_or_404


@require_GET
@requires("network.see_connections")
def who_can_introduce(request: HttpRequest, pk: int) -> HttpResponse:
    """Your connection to an organisation: where you met, who knows both, who can be asked."""
    target = seen_or_404(request, pk)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    mine = members.own_organisation(request)
    context: dict[str, Any] = {
        "target": target,
        "mine": mine,
        "fragment": bool(request.headers.get("HX-Request")),
    }
    if mine and mine.pk != target.pk:
        sources = ties.met_at(cluster, "members", mine.pk, target.pk)
        lines = ledger.latest_lines(sources)
        context["met_at"] = [lines[name] for name in sources if name in lines]
        context["introducers"] = (
            [] if context["met_at"] else paths.introducers(cluster, "members", mine.pk, target.pk)
        )
        context["paths"] = [] if context["met_at"] else paths.paths(cluster, "members", mine.pk, target.pk)
    template = "network/path_fragment.html" if context["fragment"] else "network/path.html"
    return render(request, template, context)


@require_POST
@requires("network.introduce")
@transaction.atomic
def ask_via(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask the person in between; the target learns nothing before they agree."""
    target = seen_or_404(request, pk)
    mine = members.own_organisation_or_404(request)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    offered = {i.person.pk: i.person for i in paths.introducers(cluster, "members", mine.pk, target.pk, 20)}
    via = offered.get(number_in(request, "via"))
    if via is None:
        raise Http404
    letters.ask_via(
        cluster=cluster, seeker=mine, seeker_person=request.user.person, target=target, via=via,  # type: ignore[union-attr]
        message=request.POST.get("message", ""),
    )  # fmt: skip
    messages.success(
        request, _("Asked. %(name)s answers by mail; the other side knows nothing yet.") % {"name": via}
    )
    return redirect("network:path", pk=pk, **here(request))


def week_shown(request: HttpRequest, organisation: Organisation) -> dict[str, Any]:
    """This week's suggestions that wait for a decision, as cards: whom, why, reasons as shares.

    `to_come`: nothing was handed out yet. The page then asks for it by a button that a script presses; it comes back with
    `looked` in its address, so that an organisation for which nobody is found is not asked for again and again.
    """
    handed_out = of_week(cluster=request.cluster, organisation=organisation)  # type: ignore[attr-defined]
    shown = [
        {
            "introduction": one,
            "other": one.asked,
            "why": reasons.one_sentence(one.reasons),
            "reasons": reasons.in_words(one.reasons)[:3],
        }
        for one in handed_out
        if one.state == Introduction.State.SUGGESTED
    ]
    return {"cards": shown, "to_come": not handed_out and "looked" not in request.GET}


@require_POST
@requires("network.introduce")
def week(request: HttpRequest) -> HttpResponse:
    """Hand out the week's suggestions to a member who comes before the worker; never more than the weekly limit."""
    introduce.hand_out(cluster=request.cluster, organisation=members.own_organisation_or_404(request))  # type: ignore[attr-defined]
    back = request.POST.get("back", "")
    inside = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return redirect(f"{back if inside else reverse('network:connections', kwargs=here(request))}?looked=1")


@require_POST
@requires("network.introduce")
@transaction.atomic
def aims(request: HttpRequest) -> HttpResponse:
    """Keep what one is after; next week's suggestions follow it."""
    chosen = [int(pk) for pk in request.POST.getlist("tag") if pk.isascii() and pk.isdigit() and len(pk) < 18]
    introduce.aim_at(
        cluster=request.cluster,  # type: ignore[attr-defined]
        organisation=members.own_organisation_or_404(request),
        tags=Tag.objects.filter(pk__in=chosen).order_by("pk"),
    )
    messages.success(request, _("Kept. Suggestions that are still to come follow it."))
    return redirect("network:connections", **here(request))


@require_GET
@requires("network.introduce")
def connections(request: HttpRequest) -> HttpResponse:
    """One's suggestions of the week, requests to answer, and running conversations."""
    mine = members.own_organisation_or_404(request)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    waiting = (
        Introduction.objects.filter(cluster=cluster, asked=mine, state="asked")
        .select_related("asker")
        .order_by("asked_at")
    )
    running = Introduction.objects.filter(cluster=cluster, state="mutual").select_related("asker", "asked")
    running = (running.filter(asker=mine) | running.filter(asked=mine)).order_by("-answered_at")
    sent = (
        Introduction.objects.filter(cluster=cluster, asker=mine, state="asked")
        .select_related("asked")
        .order_by("-asked_at")
    )
    context = {
        "mine": mine,
        "topics": Tag.objects.filter(organisations__in=members.member_ids(cluster, "members"))
        .distinct()
        .order_by(in_order("name"), "pk"),
        "aimed": set(suggest.aims(cluster, mine.pk)),
        **week_shown(request, mine),
        "by_office": Introduction.objects.filter(
            cluster=cluster, asker=mine, by_manager=True, state="suggested"
        ).select_related("asked"),
        "waiting": waiting,
        "running": [(one, one.asked if one.asker_id == mine.pk else one.asker) for one in running],
        "sent": sent,
    }
    return render(request, "network/connections.html", context)


def _side_of(request: HttpRequest, pk: int) -> tuple[Introduction, Organisation]:
    """The introduction and the side that the user acts for; others do not learn that it exists."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    sided = Introduction.objects.select_related("asker", "asked", "cluster")
    found = get_object_or_404(sided, pk=pk, cluster=cluster)
    sides = introduce.sides_of(found, request.user)
    if not sides:
        raise Http404
    return found, found.asker if sides[0] == found.asker_id else found.asked


@require_POST
@requires("network.introduce")
@transaction.atomic
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, set aside, or answer an introduction."""
    found, side = _side_of(request, pk)
    deed = request.POST.get("deed", "")
    person: Person | None = request.user.person  # type: ignore[union-attr]
    if side.pk == found.asker_id and found.state == "suggested":
        found = _decide_asking(found, deed, person, request.POST.get("message", ""))
    elif side.pk == found.asked_id and found.state == "asked":
        found = introduce.answer(introduction=found, yes=deed == "yes", known=deed == "known", person=person)
        if found.state == "mutual":
            letters.tell_both(found)
    if found.state == "mutual":
        return redirect("network:shared", pk=found.pk, **here(request))
    return redirect("network:connections", **here(request))


def _decide_asking(found: Introduction, deed: str, person: Person | None, message: str) -> Introduction:
    if deed == "ask":
        found = introduce.ask(introduction=found, person=person, message=message)
        letters.tell_of(found)
        return found
    if deed in ("later", "known"):
        return introduce.set_aside(introduction=found, known=deed == "known")
    return found
