"""The desk: what there is, one item with its two languages, and what can be done with each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.kit import recurrence
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, language_of
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import rules
from pumasi.publish.newsroom.actions import publishing, writing
from pumasi.publish.newsroom.exchange import provider
from pumasi.publish.newsroom.forms import OriginForm
from pumasi.publish.newsroom.models import Edition, Item, Picture
from pumasi.publish.newsroom.queries import checks, figures, items, links
from pumasi.publish.newsroom.views.common import PER_PAGE, edition_or_404, item_or_404

STATES = ["", "draft", "review", "approved", "published", "untranslated", "withdrawn"]
WALL = "%Y-%m-%dT%H:%M"


@require_GET
@requires("newsroom.see_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """All items, by what waits."""
    cluster = cluster_of(request)
    state = request.GET.get("state", "")
    state = state if state in STATES else ""
    words = request.GET.get("q", "").strip()[:100]
    labels = {
        "": _("All"),
        "untranslated": _("Not translated"),
        **{one.value: one.label for one in Edition.State},
    }
    context = {
        "page": Paginator(items.desk(cluster, words=words, state=state), PER_PAGE).get_page(
            request.GET.get("page")
        ),
        "tabs": [
            {"label": labels[one], "url": f"?state={one}" if one else request.path, "active": one == state}
            for one in STATES
        ],
        "text": words,
        "state": state,
        "may_write": rules.writes(request.user, cluster),
        "silent_links": links.broken(cluster).count(),
    }
    return render(request, "newsroom/desk.html", context)


@require_GET
@requires("newsroom.see_desk")
def item(request: HttpRequest, pk: int) -> HttpResponse:
    """One item: both languages block by block, findings, lineage, files."""
    return render(request, "newsroom/item.html", page_of(request, item_or_404(request, pk)))


def page_of(request: HttpRequest, found: Item) -> dict[str, Any]:
    """What the desk of an item shows."""
    editions = items.editions_of(found)
    source = editions[found.language]
    target = editions.get(writing.OTHER[found.language])
    cluster = cluster_of(request)
    shown = [_side(request, one) for one in (source, target) if one is not None]
    rows = items.beside(source, target)
    return {
        "item": found,
        "source": source,
        "target": target,
        "other_language": writing.OTHER[found.language],
        "sides": shown,
        "rows": items.with_memory(rows, cluster, source.language)
        if target and rules.translates(request.user, cluster)
        else rows,
        "untold": items.waiting(rows),
        "attachments": found.attachments.all(),
        "pictures": found.pictures.all(),
        "focuses": Picture.Focus.choices,
        "origins": found.origins.select_related("of"),
        "origin_form": OriginForm(),
        "differences": items.differences(source)[:40],
        "may_write": rules.writes(request.user, cluster),
        "may_translate": rules.translates(request.user, cluster),
        "may_work": rules.works(request.user, cluster),
        "has_machine": provider.is_named(),
        "silent_links": links.of_item(found),
    }


def _side(request: HttpRequest, edition: Edition) -> dict[str, Any]:
    found = checks.findings(edition)
    language = language_of()
    return {
        "edition": edition,
        "findings": [(one, one.message(language)) for one in found],
        "open": sum(1 for one in found if one.override is None),
        "may_approve": edition.state == "review" and rules.may_approve(request.user, edition),
        "scheduled": edition.state == "published"
        and edition.publish_at
        and edition.publish_at > timezone.now(),
        "changed": edition.state == "published"
        and (edition.title, edition.blocks) != (edition.shown_title, edition.shown_blocks),
    }


@require_POST
@requires("newsroom.work")
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Send to review, approve, give back, publish, withdraw, let a finding stand, begin a translation."""
    found = item_or_404(request, pk)
    deed, user = request.POST.get("deed", ""), request.user
    if deed == "begin":
        _must(rules.translates(user, found.cluster))
        writing.begin_translation(item=found, by=user)
        return redirect("newsroom:translate", pk=pk, **here(request))
    edition = edition_or_404(found, request.POST.get("language", ""))
    reason = request.POST.get("reason", "")
    if deed == "submit":
        publishing.submit(edition=edition)
        messages.success(request, _("Sent to review."))
    elif deed == "approve":
        _must(rules.reviews(user, found.cluster))
        publishing.approve(edition=edition, by=user)
        messages.success(request, _("Approved."))
    elif deed == "return":
        _must(rules.reviews(user, found.cluster))
        publishing.send_back(edition=edition, reason=reason)
        messages.success(request, _("Given back."))
    elif deed == "publish":
        _must(rules.writes(user, found.cluster))
        publishing.publish(edition=edition, at=_when(request))
        messages.success(request, _("Published."))
    elif deed == "withdraw":
        _must(rules.writes(user, found.cluster))
        publishing.withdraw(edition=edition, reason=reason)
        messages.success(request, _("Withdrawn."))
    elif deed == "stand":
        publishing.let_stand(edition=edition, mark=request.POST.get("mark", ""), reason=reason, by=user)
        messages.success(request, _("It stands, with your reason."))
    return redirect("newsroom:item", pk=pk, **here(request))


def _must(allowed: bool) -> None:  # noqa: FBT001
    if not allowed:
        raise Refused(
            "Your role here does not allow this. Ask an editor.",
            "권한이 없는 작업입니다. 편집 담당자에게 요청해 주십시오.",
        )


def _when(request: HttpRequest) -> datetime | None:
    """The time of an embargo, on the clock of the cluster."""
    typed = request.POST.get("at", "").strip()
    if not typed:
        return None
    try:
        wall = datetime.strptime(typed, WALL)  # noqa: DTZ007  # the cluster's zone is put to it below
    except ValueError:
        raise Refused(
            "Write day and time, such as 2026-05-14 09:00.",
            "날짜와 시각을 2026-05-14 09:00처럼 입력해 주십시오.",
        ) from None
    return recurrence.instant(wall.date(), wall.time(), cluster_of(request).zone)


@require_GET
@requires("newsroom.see_desk")
def preview(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """As its reader will see it."""
    found = item_or_404(request, pk)
    edition = edition_or_404(found, language)
    left = len(edition.left_out)
    context = {
        "item": found,
        "edition": edition,
        "body": figures.as_html(found.cluster, edition.blocks, language),
        "sections": len(edition.blocks) if left else 0,
        "sections_of": len(writing.source_of(found).blocks),
    }
    return render(request, "newsroom/preview.html", context)
