"""Addresses elsewhere that texts and figures name: which of them no longer answer."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.kit import reaching
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here
from pumasi.publish.newsroom import rules
from pumasi.publish.newsroom.actions import links as asking
from pumasi.publish.newsroom.models import Link
from pumasi.publish.newsroom.queries import links as known
from pumasi.publish.newsroom.views.common import PER_PAGE

# Somebody waits before the page.
SECONDS = 5.0


@require_GET
@requires("newsroom.see_desk")
def links(request: HttpRequest) -> HttpResponse:
    """What does not answer, what leads elsewhere for good, and all."""
    cluster = cluster_of(request)
    state = request.GET.get("state", known.STATES[0])
    state = state if state in known.STATES else known.STATES[0]
    page = Paginator(known.of_state(cluster, state), PER_PAGE).get_page(request.GET.get("page"))
    labels = {"broken": _("Not answering"), "moved": _("Moved for good"), "all": _("All")}
    context = {
        "page": page,
        "rows": known.with_names(page.object_list),
        "state": state,
        "tabs": [
            {"label": labels[one], "url": f"?state={one}", "active": one == state} for one in known.STATES
        ],
        "may_write": rules.writes(request.user, cluster),
    }
    return render(request, "newsroom/links.html", context)


@require_POST
@requires("newsroom.write")
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask an address now."""
    link = get_object_or_404(Link, cluster=cluster_of(request), pk=pk)
    told = asking.note(link, reaching.answer(link.address, seconds=SECONDS))
    if told.verdict == Link.Verdict.ALIVE:
        messages.success(request, _("It answers."))
    else:
        messages.warning(request, _("It does not answer as it should: %s") % told.get_verdict_display())
    return redirect("newsroom:links", **here(request))
