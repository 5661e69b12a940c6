"""One search over what the reader may see."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.kit import hangul
from pumasi.kit.access import requires
from pumasi.kit.asked import language_of
from pumasi.operate.facilities import api as facilities
from pumasi.operate.meetups import api as meetups
from pumasi.publish.newsroom import api as newsroom

MOST = 20


def found_for(request: HttpRequest, text: str, most: int) -> dict[str, Any]:
    """Organisations, people, listings and lines that match, at most `most` of each."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = members.audience(request.user, cluster)
    if not text:
        return {
            "organisations": [],
            "people": [],
            "listings": [],
            "events": [],
            "shared": [],
            "lines": [],
            "news": [],
        }
    folded = hangul.fold(text)
    organisations = members.directory(cluster, audience, members.Choice(text=text))[:most]
    people = members.people(cluster, audience).filter(folded__contains=folded)[:most]
    listings = members.live_listings(cluster, audience)
    listings = (listings.filter(text_ko__icontains=text) | listings.filter(text_en__icontains=text))[:most]
    events = meetups.matching(meetups.visible(request.user, cluster), text).order_by("-starts_at", "-pk")[
        :most
    ]
    shared = facilities.visible(request.user, cluster).filter(folded__contains=folded.replace(" ", ""))[:most]
    lines = ledger.seen_by(audience, members.organisations_of(request.user, cluster)).filter(cluster=cluster)
    lines = lines.exclude(source__startswith="meetups.event.")
    lines = (lines.filter(title_ko__icontains=text) | lines.filter(title_en__icontains=text)).order_by(
        "-starts_at"
    )[:most]
    found = {"organisations": organisations, "people": people, "listings": listings}
    news = newsroom.board(cluster, language_of(), newsroom.Choice(text=text))[:most]
    return {**found, "events": events, "shared": shared, "lines": lines, "news": news}


@require_GET
@requires("web.visit")
def search(request: HttpRequest) -> HttpResponse:
    """The page of results."""
    text = request.GET.get("q", "").strip()[:200]
    return render(request, "search.html", {"text": text, **found_for(request, text, MOST)})


@require_GET
@requires("web.visit")
def suggest(request: HttpRequest) -> HttpResponse:
    """A few results while the reader types."""
    text = request.GET.get("q", "").strip()[:200]
    return render(request, "search_suggest.html", {"text": text, **found_for(request, text, 5)})
