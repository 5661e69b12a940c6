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


@require_GET
@requires("web.visit")
def public_home(request: HttpRequest) -> HttpResponse:
    """The visitor's home: one sentence, a search, four doors, next events, three figures, one thread, a contact."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    source, stations = thread_stations(request)
    context = {
        "upcoming": meetups.soon(cluster, request.user),
        "figures": network.shown(cluster, "public")[:3],
        "stations": stations,
        "thread_source": source,
        "offers": members.live_listings(cluster, "public")[:4],
        "counts": members.relation_counts(cluster, "public"),
        "news": newsroom.latest(cluster, language_of()),
    }
    return render(request, "public_home.html", context)


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
