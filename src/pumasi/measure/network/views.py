"""Pages of the network, of suggested introductions, and of who can introduce you."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Exists
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation, Person
from pumasi.commons.members.models.organisations import Kind
from pumasi.kit.access import requires
from pumasi.kit.sheets import writer
from pumasi.measure.network import figures
from pumasi.measure.network.actions import introduce, letters
from pumasi.measure.network.models import Introduction, Outcome, Proposal
from pumasi.measure.network.queries import paths, suggest, ties

PER_PAGE = 50


def _audience(request: HttpRequest) -> str:
    return members.audience(request.user, request.cluster)  # type: ignore[attr-defined]


def _here(request: HttpRequest) -> dict[str, Any]:
    return {"cluster": request.cluster.slug}  # type: ignore[attr-defined]


@require_GET
@requires("network.see")
def overview(request: HttpRequest) -> HttpResponse:
    """The network of a cluster: sentences first, then the map, then the table."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = _audience(request)
    kind, text = request.GET.get("kind", ""), request.GET.get("q", "").strip()
    found = ties.table(cluster, audience, kind=kind if kind in Kind.values else "", text=text)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "reading": ties.reading(cluster, audience),
        "figures": figures.shown(cluster, audience),
        "page": page,
        "kinds": Kind.choices,
        "kind": kind,
        "text": text,
        "alone": ties.met_nobody(cluster, audience)[:12] if audience == "managers" else [],
    }
    return render(request, "network/overview.html", context)


@require_GET
@requires("network.see")
def map_data(request: HttpRequest) -> HttpResponse:
    """The map as data, for exactly the reader's audience."""
    language = (get_language() or "ko")[:2]
    return JsonResponse(ties.map_of(request.cluster, _audience(request), language))  # type: ignore[attr-defined]


@require_GET
@requires("network.see")
def rows(request: HttpRequest) -> HttpResponse:
    """The ties behind the figures, as CSV."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    headers = ["a_id", "a", "b_id", "b", "weight", "gatherings", "first", "last"]
    values = ties.rows(cluster, _audience(request), (get_language() or "ko")[:2])
    response = HttpResponse(writer.write_csv(headers, values), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{cluster.slug}-ties.csv"'
    return response


@require_GET
@requires("network.see")
def alone(request: HttpRequest) -> HttpResponse:
    """Members that met nobody yet, and what to do about it."""
    found = ties.met_nobody(request.cluster, _audience(request))  # type: ignore[attr-defined]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    return render(request, "network/alone.html", {"page": page})


def _seen(request: HttpRequest, pk: int) -> Organisation:
    own = members.organisations_of(request.user, request.cluster)  # type: ignore[attr-defined]
    found = members.organisation_for(request.cluster, _audience(request), pk, own=own)  # type: ignore[attr-defined]
    if found is None:
        raise Http404
    return found


@require_GET
@requires("network.see")
def together(request: HttpRequest, pk: int) -> HttpResponse:
    """What an organisation did together with others: partners, a time line, the threads it is part of."""
    found = _seen(request, pk)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = _audience(request)
    own = members.organisations_of(request.user, cluster)
    lines = (
        ledger.seen_by(audience, own, cluster=cluster)
        .filter(Exists(ledger.seated([found.pk])))
        .order_by("-starts_at", "-pk")
    )
    latest = list(lines[:20])
    context = {
        "organisation": found,
        "partners": ties.partners(cluster, audience, found.pk)[:30],
        "lines": latest,
        "parties": ledger.parties(latest, audience, cluster),
        "fragment": bool(request.headers.get("HX-Request")),
        "may_suggest": audience == "managers",
        "suggestions": suggest.suggest(cluster, audience, found.pk, 10) if audience == "managers" else [],
    }
    template = "network/together_fragment.html" if context["fragment"] else "network/together.html"
    return render(request, template, context)


@require_GET
@requires("network.see_connections")
def who_can_introduce(request: HttpRequest, pk: int) -> HttpResponse:
    """Your connection to an organisation: where you met, who knows both, who can be asked."""
    target = _seen(request, pk)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    mine = _mine(request)
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
    target = _seen(request, pk)
    mine = _mine_or_404(request)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    offered = {i.person.pk: i.person for i in paths.introducers(cluster, "members", mine.pk, target.pk, 20)}
    via = offered.get(_number(request, "via"))
    if via is None:
        raise Http404
    letters.ask_via(
        cluster=cluster, seeker=mine, seeker_person=request.user.person, target=target, via=via,  # type: ignore[union-attr]
        message=request.POST.get("message", ""),
    )  # fmt: skip
    messages.success(
        request, _("Asked. %(name)s answers by mail; the other side knows nothing yet.") % {"name": via}
    )
    return redirect("network:path", pk=pk, **_here(request))


def _number(request: HttpRequest, name: str) -> int:
    """A posted id; what is no number names nothing."""
    text = request.POST.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def _mine(request: HttpRequest) -> Organisation | None:
    ids = members.organisations_of(request.user, request.cluster)  # type: ignore[attr-defined]
    return Organisation.objects.filter(pk__in=ids, merged_into__isnull=True).order_by("pk").first()


def _mine_or_404(request: HttpRequest) -> Organisation:
    found = _mine(request)
    if found is None:
        raise Http404
    return found


def cards(cluster: Any, organisation: Organisation) -> list[dict[str, Any]]:
    """This week's suggestions of an organisation as cards: whom, why, reasons as shares."""
    return [
        {
            "introduction": one,
            "other": one.asked,
            "why": letters.one_sentence(one),
            "reasons": letters.reasons_in_words(one)[:3],
        }
        for one in introduce.hand_out(cluster=cluster, organisation=organisation)
    ]


@require_GET
@requires("network.introduce")
def connections(request: HttpRequest) -> HttpResponse:
    """One's suggestions of the week, requests to answer, and running conversations."""
    mine = _mine_or_404(request)
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
        "cards": [card for card in cards(cluster, mine) if card["introduction"].state == "suggested"],
        "by_office": Introduction.objects.filter(
            cluster=cluster, asker=mine, by_manager=True, state="suggested"
        ).select_related("asked"),
        "waiting": waiting,
        "running": [(one, one.asked if one.asker_id == mine.pk else one.asker) for one in running],
        "sent": sent,
    }
    return render(request, "network/connections.html", context)


def _mine_of(request: HttpRequest, pk: int) -> tuple[Introduction, Organisation]:
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
    found, side = _mine_of(request, pk)
    deed = request.POST.get("deed", "")
    person: Person | None = request.user.person  # type: ignore[union-attr]
    if side.pk == found.asker_id and found.state == "suggested":
        found = _decide_asking(found, deed, person, request.POST.get("message", ""))
    elif side.pk == found.asked_id and found.state == "asked":
        found = introduce.answer(introduction=found, yes=deed == "yes", known=deed == "known", person=person)
        if found.state == "mutual":
            letters.tell_both(found)
    if found.state == "mutual":
        return redirect("network:shared", pk=found.pk, **_here(request))
    return redirect("network:connections", **_here(request))


def _decide_asking(found: Introduction, deed: str, person: Person | None, message: str) -> Introduction:
    if deed == "ask":
        found = introduce.ask(introduction=found, person=person, message=message)
        letters.tell_of(found)
        return found
    if deed in ("later", "known"):
        return introduce.set_aside(introduction=found, known=deed == "known")
    return found


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
        "reasons": letters.reasons_in_words(found)[:3],
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
            proposal=get_object_or_404(Proposal, pk=_number(request, "proposal"), introduction=found),
            side=side,
        )
    elif deed == "outcome":
        introduce.tell_outcome(
            introduction=found,
            side=side,
            result=request.POST.get("result", ""),
            useful=request.POST.get("useful") == "yes",
        )
    return redirect("network:shared", pk=pk, **_here(request))


@require_GET
@requires("network.see_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """How introductions go: by state, the latest, and what came of them."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    found = (
        Introduction.objects.filter(cluster=cluster)
        .select_related("asker", "asked")
        .order_by("-suggested_at", "-pk")
    )
    state = request.GET.get("state", "")
    if state in Introduction.State.values:
        found = found.filter(state=state)
    page = Paginator(found.prefetch_related("outcomes"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "state": state,
        "states": Introduction.State.choices,
        "figures": figures.of_introductions(cluster),
        "may_change": members.manages(request.user, cluster),
        "alone": ties.met_nobody(cluster, "managers").count(),
    }
    return render(request, "network/desk.html", context)


@require_POST
@requires("network.manage")
@transaction.atomic
def send_weekly(request: HttpRequest) -> HttpResponse:
    """Write this week's letters now; nobody gets more than the weekly limit, however often this is pressed."""
    count = letters.write_weekly(request.cluster)  # type: ignore[attr-defined]
    messages.success(
        request,
        _("%(n)d letters written. Members who were written to this week already got none.") % {"n": count},
    )
    return redirect("network:desk", **_here(request))


@require_POST
@requires("network.manage")
@transaction.atomic
def suggest_pair(request: HttpRequest) -> HttpResponse:
    """Suggest an introduction by hand."""
    asker = _seen(request, _number(request, "asker"))
    asked = _seen(request, _number(request, "asked"))
    introduce.suggest_by_hand(cluster=request.cluster, asker=asker, asked=asked)  # type: ignore[attr-defined]
    messages.success(request, _("%(name)s will see the suggestion under Connections.") % {"name": asker})
    return redirect("network:together", pk=asker.pk, **_here(request))
