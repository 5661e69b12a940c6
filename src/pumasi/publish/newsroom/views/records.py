"""Figures, terms, files and lineage."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, language_of, upload_in
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import rules
from pumasi.publish.newsroom.actions import records
from pumasi.publish.newsroom.forms import ClaimForm, OriginForm, TermForm
from pumasi.publish.newsroom.models import Claim, Item, Term
from pumasi.publish.newsroom.queries import checks
from pumasi.publish.newsroom.queries import figures as known
from pumasi.publish.newsroom.views.common import item_or_404


@require_http_methods(["GET", "POST"])
@requires("newsroom.see_desk")
def figures(request: HttpRequest) -> HttpResponse:
    """Figures on record, with their approved words and the texts that quote them."""
    cluster = cluster_of(request)
    may_write = rules.writes(request.user, cluster)
    form = ClaimForm(request.POST or None)
    if request.method == "POST" and may_write and form.is_valid():
        _state(cluster, form)
        messages.success(request, _("Saved."))
        return redirect("newsroom:figures", **here(request))
    rows = [(one, known.said(one, language_of())) for one in Claim.objects.filter(cluster=cluster)]
    context = {"rows": rows, "form": form if may_write else None}
    return render(request, "newsroom/figures.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires("newsroom.see_desk")
def figure(request: HttpRequest, pk: int) -> HttpResponse:
    """A figure: change it, and see every text that says it."""
    cluster = cluster_of(request)
    claim = get_object_or_404(Claim, cluster=cluster, pk=pk)
    may_write = rules.writes(request.user, cluster)
    form = ClaimForm(request.POST or None, instance=claim)
    if request.method == "POST" and may_write and form.is_valid():
        _state(cluster, form)
        messages.success(request, _("Saved. Every text that quotes the figure now says the new one."))
        return redirect("newsroom:figure", pk=pk, **here(request))
    claim = get_object_or_404(Claim, cluster=cluster, pk=pk)
    quoting = [
        (one, [told for told in checks.findings(one) if told.kind == "claim"]) for one in known.quoting(claim)
    ]
    context = {
        "claim": claim,
        "words": [(code, known.said(claim, code)) for code in ("ko", "en")],
        "form": form if may_write else None,
        "quoting": [(one, [told.message(language_of()) for told in found]) for one, found in quoting],
    }
    return render(request, "newsroom/figure.html", context, status=422 if form.errors else 200)


def _state(cluster: Any, form: ClaimForm) -> Claim:
    values = dict(form.cleaned_data)
    if form.instance.pk and values["key"] != Claim.objects.get(pk=form.instance.pk).key:
        raise Refused(
            "The key stays: texts quote the figure by it. Put a new figure on record instead.",
            "키는 바꿀 수 없습니다. 글이 이 키로 수치를 인용하고 있으므로 새 수치로 등록해 주십시오.",
        )
    return records.state(cluster=cluster, **values)


@require_http_methods(["GET", "POST"])
@requires("newsroom.see_desk")
def terms(request: HttpRequest) -> HttpResponse:
    """The term base."""
    cluster = cluster_of(request)
    may_write = rules.works(request.user, cluster)
    form = TermForm(request.POST or None)
    if request.method == "POST" and may_write and form.is_valid():
        records.name(cluster=cluster, **form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("newsroom:terms", **here(request))
    words = request.GET.get("q", "").strip()[:100]
    found = Term.objects.filter(cluster=cluster)
    found = (found.filter(ko__icontains=words) | found.filter(en__icontains=words)) if words else found
    context = {
        "page": Paginator(found, 100).get_page(request.GET.get("page")),
        "form": form if may_write else None,
        "may_write": rules.writes(request.user, cluster),
        "text": words,
    }
    return render(request, "newsroom/terms.html", context, status=422 if form.errors else 200)


@require_POST
@requires("newsroom.work")
def forget_term(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a term out."""
    get_object_or_404(Term, cluster=cluster_of(request), pk=pk).delete()
    messages.success(request, _("Taken out."))
    return redirect("newsroom:terms", **here(request))


@require_POST
@requires("newsroom.write")
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Hang a file on the item."""
    item = item_or_404(request, pk)
    upload = upload_in(request)
    title = request.POST.get("title", "").strip()
    records.attach(
        item=item,
        upload=upload,
        title_ko=title,
        title_en=request.POST.get("title_en", "").strip(),
        language=request.POST.get("language", ""),
    )
    messages.success(request, _("Attached."))
    return redirect("newsroom:item", pk=pk, **here(request))


@require_POST
@requires("newsroom.write")
def detach(request: HttpRequest, pk: int, file: int) -> HttpResponse:
    """Take a file off."""
    records.detach(file=get_object_or_404(item_or_404(request, pk).attachments, pk=file))
    messages.success(request, _("Taken off."))
    return redirect("newsroom:item", pk=pk, **here(request))


@require_POST
@requires("newsroom.write")
def add_picture(request: HttpRequest, pk: int) -> HttpResponse:
    """Give the item a picture with its text."""
    item = item_or_404(request, pk)
    upload = request.FILES.get("file")
    if upload is None:
        raise Refused("Choose a picture first.", "먼저 그림을 선택해 주십시오.")
    records.show(
        item=item,
        upload=upload,
        text_ko=request.POST.get("text_ko", ""),
        text_en=request.POST.get("text_en", ""),
        rights=request.POST.get("rights", ""),
        expires_on=_day(request.POST.get("expires_on", "")),
        focus=request.POST.get("focus", ""),
    )
    messages.success(request, _("Added."))
    return redirect("newsroom:item", pk=pk, **here(request))


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed.strip()) if typed.strip() else None
    except ValueError:
        raise Refused("Write the day such as 2026-05-14.", "날짜를 2026-05-14처럼 입력해 주십시오.") from None


@require_POST
@requires("newsroom.write")
def add_origin(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what the item was made from."""
    item = item_or_404(request, pk)
    form = OriginForm(request.POST)
    if not form.is_valid():
        raise Refused(
            "Check the address: it begins with https://.",
            "주소를 확인해 주십시오. https://로 시작해야 합니다.",
        )
    values = form.cleaned_data
    number = values.pop("of")
    of = Item.objects.filter(cluster=cluster_of(request), number=number).first() if number else None
    if number and of is None:
        raise Refused("There is no item of that number here.", "그 번호의 글이 없습니다.")
    records.come_from(item=item, of=of, **values)
    messages.success(request, _("Added."))
    return redirect("newsroom:item", pk=pk, **here(request))
