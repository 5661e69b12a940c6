"""Pages of the network: the overview, the map, the files, an organisation beside its partners."""

from __future__ import annotations

import gzip
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control, patch_vary_headers
from django.utils.translation import get_language
from django.views.decorators.http import require_GET

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.commons.members.models.organisations import Kind
from pumasi.kit.access import allowed, requires
from pumasi.measure.network import figures
from pumasi.measure.network.queries import maps, portraits, suggest, ties
from pumasi.measure.network.sentences import sentences
from pumasi.measure.network.views.common import (
    PER_PAGE,
    audience_of,
    seen_or_404,
)


@require_GET
@requires("network.see")
def overview(request: HttpRequest) -> HttpResponse:
    """The network of a cluster: figures and sentences, the map, the measures by size, the table."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = audience_of(request)
    asked = {name: request.GET.get(name, "").strip() for name in ("kind", "q", "size", "year")}
    found = ties.table(
        cluster,
        audience,
        kind=asked["kind"] if asked["kind"] in Kind.values else "",
        text=asked["q"],
        strip=asked["size"],
    )
    reading = ties.reading(cluster, audience)
    pages = Paginator(found, PER_PAGE)
    if reading and not any(asked[name] for name in ("kind", "q", "size")):
        # All of them were counted when they were computed.
        pages.__dict__["count"] = reading.ties
    context = {
        "reading": reading,
        "figures": figures.shown(cluster, audience),
        "page": pages.get_page(request.GET.get("page")),
        "kinds": Kind.choices,
        "sizes": ties.SIZES,
        "asked": asked,
        "may_import": allowed(request.user, "intake.bring_in", cluster),
        "may_see_desk": members.reads_as_manager(request.user, cluster),
        "alone": ties.met_nobody(cluster, audience)[:12] if audience == "managers" else [],
        **_measures(cluster, audience, asked["year"]),
    }
    return render(request, "network/overview.html", context)


def _measures(cluster: Cluster, audience: str, year: str) -> dict[str, Any]:
    """The portrait of the whole time, or of a year that has one."""
    years = portraits.windows(cluster, audience)
    kept = portraits.kept(cluster, audience, year if year in years else portraits.ALL)
    if kept is None:
        return {"portrait": None, "years": years}
    return {
        "portrait": kept,
        "years": years,
        "said": sentences(kept.told, audience),
        "strips": kept.told["strips"],
        "mixed": portraits.mixed(kept.told),
    }


@require_GET
@requires("network.see")
def map_data(request: HttpRequest) -> HttpResponse:
    """The map as data, for exactly the reader's audience; who has it already is told that it still holds."""
    language = (get_language() or "ko")[:2]
    found = maps.packed(request.cluster, audience_of(request), language)  # type: ignore[attr-defined]
    zipped = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(
        found.body if zipped else gzip.decompress(found.body), content_type="application/json"
    )
    if zipped:
        response["Content-Encoding"] = "gzip"
    response["ETag"] = etag = f'W/"{found.mark}"'
    patch_cache_control(response, private=True, no_cache=True)
    patch_vary_headers(response, ["Accept-Encoding", "Cookie"])
    return get_conditional_response(request, etag=etag, response=response) or response


@require_GET
@requires("network.see")
def alone(request: HttpRequest) -> HttpResponse:
    """Members that met nobody yet, and what to do about it."""
    found = ties.met_nobody(request.cluster, audience_of(request))  # type: ignore[attr-defined]
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    # Where nobody is alone because nobody is there, the page must not say that all have met.
    counted = page.paginator.count or ties.ties(request.cluster, audience_of(request)).exists()  # type: ignore[attr-defined]
    return render(request, "network/alone.html", {"page": page, "counted": counted})


@require_GET
@requires("network.see")
def together(request: HttpRequest, pk: int) -> HttpResponse:
    """What an organisation did together with others: partners, a time line, the threads it is part of."""
    found = seen_or_404(request, pk)
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = audience_of(request)
    own = members.organisations_of(request.user, cluster)
    lines = (
        ledger.seen_by(audience, own, cluster=cluster)
        .filter(Exists(ledger.seated([found.pk])))
        .order_by("-starts_at", "-pk")
    )
    latest = list(lines[:20])
    partners = ties.partners(cluster, audience, found.pk)[:30]
    context = {
        "organisation": found,
        "partners": partners,
        "counted": bool(partners) or found.pk in members.member_ids(cluster, audience),
        "lines": latest,
        "parties": ledger.parties(latest, audience, cluster),
        "fragment": bool(request.headers.get("HX-Request")),
        "may_suggest": audience == "managers",
        "suggestions": suggest.suggest(cluster, "managers", found.pk, 10) if audience == "managers" else [],
    }
    template = "network/together_fragment.html" if context["fragment"] else "network/together.html"
    return render(request, template, context)
