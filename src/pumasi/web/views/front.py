"""The public front: language, clusters, and the visitor's home page of a cluster."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_GET

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import language_of
from pumasi.measure.network import api as network
from pumasi.measure.observatory import api as observatory
from pumasi.operate.meetups import api as meetups
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.portal import api as portal


@require_GET
@requires("web.visit")
def choose_language(request: HttpRequest) -> HttpResponse:
    """Lead `/` to the reader's language: the remembered one, else the browser's."""
    kept = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    language = kept if kept in dict(settings.LANGUAGES) else translation.get_language_from_request(request)
    return redirect(f"/{language[:2]}/")


@require_GET
@requires("web.visit")
def front(request: HttpRequest) -> HttpResponse:
    """One's own home page when signed in; else the cluster, or the list of clusters when there are several."""
    if mine := members.home_of(request.user):
        return redirect("home", cluster=mine.slug)
    clusters = list(members.clusters())
    if len(clusters) == 1:
        return redirect("public_home", cluster=clusters[0].slug)
    counts = (
        {cluster.pk: len(members.member_ids(cluster, "public")) for cluster in clusters}
        if len(clusters) <= 60
        else {}
    )
    return render(
        request, "front.html", {"clusters": [(cluster, counts.get(cluster.pk)) for cluster in clusters]}
    )


# How many stations of a thread stand on the first page, from its beginning and from its end.
BEGUN, ENDED = 2, 3


def thread_stations(request: HttpRequest) -> tuple[str, list[Any]]:
    """The longest thread that the reader may see, as (source, its lines)."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = members.audience(request.user, cluster)
    ends = (
        ledger.seen_by(audience)
        .filter(cluster=cluster, kind__in=["investment", "contract"])
        .exclude(origin="")
    )
    best: list[Any] = []
    for line in ends.order_by("-kind", "-starts_at")[:2]:
        found = ledger.thread_of(line.source, audience, cluster)
        best = max(best, found, key=len)
    return (best[0].source if best else "", best)


def begun_and_ended(stations: list[Any]) -> tuple[list[Any], int, list[Any]]:
    """Where a thread began, how many stations are left out, and what came of it: the end is what it tells."""
    if len(stations) <= BEGUN + ENDED:
        return stations, 0, []
    return stations[:BEGUN], len(stations) - BEGUN - ENDED, stations[-ENDED:]


LEAD = _("Meet partners, solve problems together, and see the network grow.")
# The parts of a cluster's first page, as they usually stand; an office may choose (site settings).
BLOCKS = {
    "search": _("Search field"),
    "doors": _("What are you here for?"),
    "figures": _("In figures"),
    "events": _("Next events"),
    "offers": _("New offers and needs"),
    "news": _("Latest news"),
    "thread": _("From meeting to result"),
}


@require_GET
@requires("web.visit")
def public_home(request: HttpRequest) -> HttpResponse:
    """The visitor's home: one sentence, a search, four doors, next events, three figures, one thread, a contact."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    site = portal.site(cluster)
    shown = [name for name in site.blocks if name in BLOCKS] or list(BLOCKS)
    context: dict[str, Any] = {
        "blocks": [f"home/{name}.html" for name in shown],
        "lead": str(site.lead) or LEAD,
    }
    for name in shown:
        context |= _part(request, name)
    return render(request, "public_home.html", context)


def _part(request: HttpRequest, name: str) -> dict[str, Any]:
    """What a part of the first page shows; only what is shown is asked for."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    if name == "figures":
        return {"figures": network.shown(cluster, "public")[:3]}
    if name == "events":
        return {"upcoming": meetups.soon(cluster, request.user)}
    if name == "offers":
        return {"offers": members.live_listings(cluster, "public")[:4]}
    if name == "news":
        return {"news": newsroom.latest(cluster, language_of())}
    if name == "thread":
        source, stations = thread_stations(request)
        begun, between, ended = begun_and_ended(stations)
        return {"thread_source": source, "begun": begun, "between": between, "ended": ended}
    return {}


BELONGING = {
    "resident": (_("Residents"), _("Organisations that are resident in the cluster today.")),
    "member": (_("Members"), _("Organisations that are members of the cluster today.")),
    "user": (_("Users of facilities"), _("Organisations that may use the cluster's facilities today.")),
    "partner": (_("Partners"), _("Organisations outside the cluster that work with it today.")),
    "alumni": (_("Alumni"), _("Organisations that have left the cluster and stay in touch.")),
}


def belonging(cluster: Any) -> list[dict[str, Any]]:
    """How many organisations stand in each relation to the cluster today, as figures with their definition."""
    counts = members.relation_counts(cluster, "public")
    today = timezone.localdate()
    return [
        {"key": f"members.{kind}", "value": counts[kind], "label": label, "definition": said, "as_of": today}
        for kind, (label, said) in BELONGING.items()
        if counts.get(kind)
    ]


@require_GET
@requires("web.visit")
def about(request: HttpRequest) -> HttpResponse:
    """What the cluster is, and whom to write to."""
    return render(request, "about.html", {"figures": belonging(request.cluster)})  # type: ignore[attr-defined]


@require_GET
@requires("web.visit")
def figures(request: HttpRequest) -> HttpResponse:
    """All figures that the reader may see, each with its definition and rows."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = members.audience(request.user, cluster)
    context = {
        "figures": network.shown(cluster, audience),
        "reading": network.reading(cluster, audience),
        "surveys": observatory.published(cluster),
    }
    return render(request, "figures.html", context)
