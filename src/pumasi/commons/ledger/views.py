"""The participation record as a page, and threads from a meeting to its result."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pumasi.commons.ledger import queries, words
from pumasi.commons.members import api as members
from pumasi.kit import access
from pumasi.kit.access import requires

PER_PAGE = 50


@require_GET
@requires("ledger.read")
def record(request: HttpRequest) -> HttpResponse:
    """What happened and what is planned, newest first, with who took part."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    found = queries.seen_by("managers").filter(cluster=cluster).order_by("-starts_at", "-pk")
    kind = request.GET.get("kind", "")
    if kind:
        found = found.filter(kind=kind)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    kinds = (
        queries.seen_by("managers")
        .filter(cluster=cluster)
        .order_by("kind")
        .values_list("kind", flat=True)
        .distinct()
    )
    labels = [(one, words.kind_label(one)) for one in kinds]
    context = {
        "page": page,
        "parties": queries.parties(page, "managers", cluster),
        "kinds": labels,
        "kind": kind,
    }
    return render(request, "ledger/record.html", context)


@require_GET
@requires("ledger.see_thread")
def thread(request: HttpRequest, source: str) -> HttpResponse:
    """From meeting to result: the stations of a thread, by stored origins only."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    audience = members.audience(request.user, cluster)
    lines = queries.thread_of(source, audience, cluster)
    if not lines:
        raise Http404
    context = {
        "lines": lines,
        "parties": queries.parties(lines, audience, cluster),
        # The newsroom makes a text of it; known here by the names of its rule and of its address.
        "may_tell": access.allowed(request.user, "newsroom.write", cluster),
        "source": lines[0].source,
    }
    return render(request, "ledger/thread.html", context)
