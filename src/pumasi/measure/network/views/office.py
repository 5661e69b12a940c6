"""Introductions as the cluster office sees them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.commons.members import api as members
from pumasi.kit.access import allowed, requires
from pumasi.kit.asked import cluster_of, here, number_in
from pumasi.kit.numbers import signed
from pumasi.measure.network import figures
from pumasi.measure.network.actions import introduce, letters
from pumasi.measure.network.models import Introduction
from pumasi.measure.network.queries import holdback, ties
from pumasi.measure.network.queries import people as between
from pumasi.measure.network.views.common import PER_PAGE, seen_or_404


@require_GET
@requires("network.see_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """How introductions go: by state, the latest, and what came of them."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    found = (
        Introduction.objects.filter(cluster=cluster)
        .select_related("asker", "asked")
        .order_by("-suggested_at", "-pk")
    )
    state = request.GET.get("state", "")
    if state in Introduction.State.values:
        found = found.filter(state=state)
    followed = holdback.report(cluster)
    page = Paginator(found.prefetch_related("outcomes"), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "state": state,
        "states": Introduction.State.choices,
        "figures": figures.of_introductions(cluster),
        "may_change": members.manages(request.user, cluster),
        "alone": ties.met_nobody(cluster, "managers").count(),
        "holdback": followed,
        "apart": {name: signed(100 * value) for name, value in vars(followed.difference).items()}
        if followed.difference
        else {},
    }
    return render(request, "network/desk.html", context)


@require_POST
@requires("network.manage")
@transaction.atomic
def send_weekly(request: HttpRequest) -> HttpResponse:
    """Write this week's letters now; nobody gets more than the weekly limit, however often this is pressed."""
    count = letters.write_weekly(request.cluster)  # type: ignore[attr-defined]
    messages.success(
        request,
        _("%(n)d letters written. Members who were written to this week already got none.") % {"n": count},
    )
    return redirect("network:desk", **here(request))


@require_POST
@requires("network.manage")
@transaction.atomic
def suggest_pair(request: HttpRequest) -> HttpResponse:
    """Suggest an introduction by hand."""
    asker = seen_or_404(request, number_in(request, "asker"))
    asked = seen_or_404(request, number_in(request, "asked"))
    introduce.suggest_by_hand(cluster=request.cluster, asker=asker, asked=asked)  # type: ignore[attr-defined]
    messages.success(request, _("%(name)s will see the suggestion under Connections.") % {"name": asker})
    return redirect("network:together", pk=asker.pk, **here(request))


@require_GET
@requires("network.see_desk")
def people(request: HttpRequest) -> HttpResponse:
    """The network between people, numbered ones too; for managers alone."""
    cluster = cluster_of(request)
    context = {
        "found": between.among(cluster),
        "may_import": allowed(request.user, "intake.bring_in", cluster),
    }
    return render(request, "network/people.html", context)
