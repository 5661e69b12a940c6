"""Who can introduce you, over REST."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest
from ninja.responses import Status

from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.schemas import line_out
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import Id, Room, requires
from pumasi.measure.network.actions import letters
from pumasi.measure.network.queries import paths, ties
from pumasi.measure.network.rest import shown
from pumasi.measure.network.schemas import AskedOut, AskIn, ConnectionOut

room = Room(tags=["Introductions"])


def _met_at(cluster: Cluster, mine: int, target: int) -> list[dict[str, Any]]:
    sources = ties.met_at(cluster, "members", mine, target)
    lines = ledger.latest_lines(sources)
    there = [lines[source] for source in sources if source in lines]
    parties = ledger.parties(there, "members", cluster)
    return [line_out(line, parties) for line in there]


def _introducer(one: paths.Introducer) -> dict[str, Any]:
    counts = {"with_you": one.with_seeker, "with_them": one.with_target}
    return {"person": shown.named(one.person), "organisation": shown.named(one.organisation), **counts}


@room.get("/connections/{int:pk}", response=ConnectionOut)
@requires("network.see_connections")
def get_connection(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read one's connection to an organisation: where both met, else who can introduce, else a path."""
    target, mine, cluster = (
        shown.seen_or_404(request, pk),
        members.own_organisation(request),
        cluster_of(request),
    )
    told: dict[str, Any] = {"met_at": [], "introducers": [], "paths": []}
    if mine and mine.pk != target.pk:
        told["met_at"] = _met_at(cluster, mine.pk, target.pk)
        if not told["met_at"]:
            told["introducers"] = [
                _introducer(one) for one in paths.introducers(cluster, "members", mine.pk, target.pk)
            ]
            found = paths.paths(cluster, "members", mine.pk, target.pk)
            told["paths"] = [[shown.named(one) for one in path] for path in found]
    return {"organisation": shown.named(target), "mine": shown.named(mine) if mine else None, **told}


@room.post("/connections/{int:pk}/ask", response={201: AskedOut})
@requires("network.introduce")
def ask_for_introduction(request: HttpRequest, pk: Id, given: AskIn) -> Status[Any]:
    """Ask somebody in between to introduce; the other side learns nothing before they agree."""
    target, mine, cluster = (
        shown.seen_or_404(request, pk),
        members.own_organisation_or_404(request),
        cluster_of(request),
    )
    offered = {
        one.person.pk: one.person for one in paths.introducers(cluster, "members", mine.pk, target.pk, 20)
    }
    if given.via not in offered:
        raise Http404
    user: Any = request.user
    with transaction.atomic():
        wish = letters.ask_via(
            cluster=cluster,
            seeker=mine,
            seeker_person=user.person,
            target=target,
            via=offered[given.via],
            message=given.message,
        )
    return Status(201, wish)
