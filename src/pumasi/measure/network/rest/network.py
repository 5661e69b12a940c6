"""The network over REST: when it was computed, ties, the map, who met nobody, and what somebody did together."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.db.models import Exists
from django.http import Http404, HttpRequest
from django.utils.translation import get_language
from ninja import Query
from pydantic import Field

from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.models import Line
from pumasi.commons.ledger.schemas import line_out
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation
from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import Id, Named, Page, Room, Text, Window, page, requires
from pumasi.measure.network.models import Tie
from pumasi.measure.network.queries import maps, portraits, suggest, ties
from pumasi.measure.network.rest import shown
from pumasi.measure.network.schemas import MapOut, MeasuresOut, NetworkOut, PartnerOut, TieOut, TogetherOut
from pumasi.measure.network.sentences import sentences

room = Room(tags=["Network"])
KINDS = Literal[
    "",
    "company",
    "university",
    "research_institute",
    "hospital",
    "investor",
    "accelerator",
    "public_body",
    "other",
]


@room.get("/network", response=NetworkOut)
@requires("network.see")
def get_network(request: HttpRequest) -> dict[str, Any]:
    """Read when the network was computed for the caller's audience, and its counts."""
    audience = shown.audience_of(request)
    reading = ties.reading(cluster_of(request), audience)
    counts = ("gatherings", "members", "connected", "ties")
    told = {name: getattr(reading, name, 0) for name in counts}
    return {"audience": audience, "as_of": reading.as_of if reading else None, **told}


@room.get("/network/measures", response=MeasuresOut)
@requires("network.see")
def get_measures(
    request: HttpRequest, year: Annotated[str, Field(pattern=r"^(\d{4})?$")] = ""
) -> dict[str, Any]:
    """Read the network beside chance, over the whole time or one year, with its sentences."""
    cluster, audience = cluster_of(request), shown.audience_of(request)
    kept = portraits.kept(cluster, audience, year or portraits.ALL)
    if kept is None:
        raise Http404
    return {
        "window": kept.window,
        "as_of": kept.as_of,
        "years": portraits.windows(cluster, audience),
        "sentences": [one.plain() for one in sentences(kept.told, audience)],
        "strips": kept.told["strips"],
        "mixing": portraits.mixed(kept.told),
    }


class TiesWanted(Window):
    """Which ties are wanted."""

    kind: KINDS = Field("", description="Kind of either organisation.")
    q: Text = Field("", description="Name of either organisation.")


def _numbers(one: Tie) -> dict[str, Any]:
    return {name: getattr(one, name) for name in ("weight", "gatherings", "first_at", "last_at")}


@room.get("/network/ties", response=Page[TieOut])
@requires("network.see")
def list_ties(request: HttpRequest, wanted: Query[TiesWanted]) -> dict[str, Any]:
    """Read the ties of the cluster, the strongest first."""
    found = ties.table(
        cluster_of(request), shown.audience_of(request), kind=wanted.kind, text=wanted.q.strip()
    )
    return page(
        found,
        wanted,
        lambda rows: [{"a": shown.named(t.a), "b": shown.named(t.b), **_numbers(t)} for t in rows],
    )


@room.get("/network/map", response=MapOut)
@requires("network.see")
def get_map(request: HttpRequest) -> dict[str, Any]:
    """Read the map: organisations, the strongest ties, communities."""
    language = (get_language() or "ko")[:2]
    return maps.map_of(cluster_of(request), shown.audience_of(request), language)


@room.get("/network/alone", response=Page[Named])
@requires("network.see")
def list_alone(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read the members that met nobody yet."""
    found = ties.met_nobody(cluster_of(request), shown.audience_of(request))
    return page(found, window, lambda rows: [shown.named(one) for one in rows])


def _partner(pair: tuple[Organisation, Tie]) -> dict[str, Any]:
    return {"organisation": shown.named(pair[0]), **_numbers(pair[1])}


@room.get("/network/organisations/{int:pk}/partners", response=Page[PartnerOut])
@requires("network.see")
def list_partners(request: HttpRequest, pk: Id, window: Query[Window]) -> dict[str, Any]:
    """Read whom an organisation met, the strongest ties first."""
    found = ties.partners(cluster_of(request), shown.audience_of(request), shown.seen_or_404(request, pk).pk)
    return page(found, window, lambda rows: [_partner(pair) for pair in rows])


def _lines(request: HttpRequest, organisation: Organisation) -> list[Line]:
    """The latest lines with the organisation that the caller may see."""
    cluster, audience = cluster_of(request), shown.audience_of(request)
    own = members.organisations_of(request.user, cluster)
    found = ledger.seen_by(audience, own, cluster=cluster).filter(Exists(ledger.seated([organisation.pk])))
    return list(found.order_by("-starts_at", "-pk")[:20])


def suggestion(one: suggest.Suggestion) -> dict[str, Any]:
    """Whom to meet, and why."""
    return {"organisation": shown.named(one.organisation), "score": one.score, "reasons": one.words()}


@room.get("/network/organisations/{int:pk}", response=TogetherOut)
@requires("network.see")
def get_together(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read what an organisation did together with others; managers also see whom it should meet."""
    found, cluster, audience = (
        shown.seen_or_404(request, pk),
        cluster_of(request),
        shown.audience_of(request),
    )
    lines = _lines(request, found)
    parties = ledger.parties(lines, audience, cluster)
    advised = suggest.suggest(cluster, audience, found.pk, 10) if audience == "managers" else []
    return {
        "organisation": shown.named(found),
        "partners": [_partner(pair) for pair in ties.partners(cluster, audience, found.pk)[:30]],
        "lines": [line_out(line, parties) for line in lines],
        "suggestions": [suggestion(one) for one in advised],
    }
