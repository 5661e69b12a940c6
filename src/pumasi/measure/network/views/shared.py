"""The page that both sides of an introduction share."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_GET, require_POST

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation
from pumasi.kit.access import requires
from pumasi.kit.asked import here, number_in
from pumasi.measure.network import reasons
from pumasi.measure.network.actions import introduce, letters
from pumasi.measure.network.models import Introduction, Outcome, Proposal


def _shared(request: HttpRequest, pk: int) -> tuple[Introduction, Organisation]:
    """The introduction for one of its two parties, signed in or by link; for nobody else does it exist."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    sided = Introduction.objects.select_related("asker", "asked", "cluster")
    found = get_object_or_404(sided, pk=pk, cluster=cluster)
    held = request.session.get(letters.ACCESS, {}).get(str(pk))
    sides = introduce.sides_of(found, request.user) or (
        [held] if held in (found.asker_id, found.asked_id) else []
    )
    if not sides:
        raise Http404
    return found, found.asker if sides[0] == found.asker_id else found.asked


@require_GET
@requires("network.share")
def shared(request: HttpRequest, pk: int) -> HttpResponse:
    """The page that both sides share: thread, proposed times, outcome."""
    found, side = _shared(request, pk)
    other = found.asked if side.pk == found.asker_id else found.asker
    context = {
        "introduction": found,
        "side": side,
        "other": other,
        "contact": (found.asked_person if side.pk == found.asker_id else found.asker_person)
        if found.state == "mutual"
        else None,
        "posts": found.posts.select_related("side", "person").order_by("created_at"),
        "proposals": found.proposals.order_by("starts_at"),
        "agreed": found.proposals.filter(accepted_at__isnull=False).first(),
        "results": Outcome.Result.choices,
        "outcome": found.outcomes.filter(side=side).first(),
        "mutual_benefit": introduce.of_mutual_benefit(found),
        "reasons": reasons.in_words(found.reasons)[:3],
    }
    return render(request, "network/shared.html", context)


def _times(request: HttpRequest, zone: str) -> list[datetime]:
    """Proposed times as typed, in the cluster's zone; unreadable ones are left out."""
    found = []
    for text in request.POST.getlist("time"):
        try:
            found.append(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)))
        except ValueError:
            continue
    return found


@require_POST
@requires("network.share")
@transaction.atomic
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Write, propose times, agree on one, or tell the outcome."""
    found, side = _shared(request, pk)
    deed = request.POST.get("deed", "")
    person = request.user.person if request.user.is_authenticated else members.contact_of(side.pk)
    if deed == "say":
        introduce.say(introduction=found, side=side, person=person, text=request.POST.get("text", ""))
    elif deed == "propose":
        introduce.propose(introduction=found, side=side, times=_times(request, found.cluster.zone))
    elif deed == "agree":
        introduce.agree_on(
            proposal=get_object_or_404(Proposal, pk=number_in(request, "proposal"), introduction=found),
            side=side,
        )
    elif deed == "outcome":
        introduce.tell_outcome(
            introduction=found,
            side=side,
            result=request.POST.get("result", ""),
            useful=request.POST.get("useful") == "yes",
        )
    return redirect("network:shared", pk=pk, **here(request))
