"""The participation record over REST: what happened, what is planned, and threads from a meeting to its result."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.utils import timezone
from ninja import Query

from pumasi.commons.ledger import queries
from pumasi.commons.ledger.models import Line
from pumasi.commons.ledger.schemas import LineOut, line_out
from pumasi.commons.members import api as members
from pumasi.kit.rest import Page, Room, Window, page, requires

room = Room(tags=["Participation record"])


def _shown(lines: list[Line], audience: str, cluster: Any) -> list[dict[str, Any]]:
    parties = queries.parties(lines, audience, cluster)
    return [line_out(line, parties) for line in lines]


class Wanted(Window):
    """Which lines are wanted."""

    kind: str = ""
    stage: str = ""


@room.get("/record", response=Page[LineOut])
@requires("ledger.read")
def list_record(request: HttpRequest, wanted: Query[Wanted]) -> dict[str, Any]:
    """Read the record, the newest first. Confidential lines are not in it."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    found = queries.seen_by("managers").filter(cluster=cluster).order_by("-starts_at", "-pk")
    chosen = {name: value for name in ("kind", "stage") if (value := getattr(wanted, name))}
    return page(found.filter(**chosen), wanted, lambda rows: _shown(rows, "managers", cluster))


@room.get("/upcoming", response=Page[LineOut])
@requires("ledger.see_thread")
def list_upcoming(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read what lies ahead in the cluster, the soonest first."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience, own = members.audience(request.user, cluster), members.organisations_of(request.user, cluster)
    found = queries.seen_by(audience, own).filter(cluster=cluster, starts_at__gte=timezone.now())
    return page(found.order_by("starts_at", "pk"), window, lambda rows: _shown(rows, audience, cluster))


@room.get("/threads/{source}", response=list[LineOut])
@requires("ledger.see_thread")
def get_thread(request: HttpRequest, source: str) -> list[dict[str, Any]]:
    """Read the thread that a fact belongs to, by stored origins only, the earliest first."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = members.audience(request.user, cluster)
    lines = [] if "\x00" in source else queries.thread_of(source, audience, cluster)
    if not lines:
        raise Http404
    return _shown(lines, audience, cluster)
