"""The page for companies from abroad: who is here, where to test, when to meet, how to come in, and who answers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import language_of
from pumasi.kit.countries import country_name
from pumasi.operate.facilities import api as facilities
from pumasi.operate.meetups import api as meetups

MOST_SITES = 6


@require_GET
@requires("web.visit")
def abroad(request: HttpRequest) -> HttpResponse:
    """Everything that somebody abroad asks first, on one page, from what the rooms know today."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = members.audience(request.user, cluster)
    tree = facilities.visible_tree(request.user, cluster)
    kinds, countries = members.by_kind(cluster, audience), members.from_abroad(cluster, audience)
    context = {
        "kinds": kinds,
        "from_abroad": sum(n for _code, n in countries),
        "countries": [country_name(code, language_of()) for code, _n in countries],
        "sites": [(site, len(tree.below(site.pk))) for site in tree.children(None)[:MOST_SITES]],
        "upcoming": meetups.soon(cluster, request.user, 3),
        "offers": members.live_listings(cluster, audience)[:4],
    }
    return render(request, "abroad.html", context)
