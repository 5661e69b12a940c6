"""Writing and translating."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, language_of, number_in
from pumasi.kit.refused import Refused
from pumasi.publish.newsroom import rules, text
from pumasi.publish.newsroom.actions import publishing, stories, writing
from pumasi.publish.newsroom.actions.records import cleaned
from pumasi.publish.newsroom.exchange import provider
from pumasi.publish.newsroom.exchange.documents import typed_from
from pumasi.publish.newsroom.forms import ItemForm, NewForm, TextForm
from pumasi.publish.newsroom.models import Edition
from pumasi.publish.newsroom.queries import checks, items
from pumasi.publish.newsroom.views.common import edition_or_404, item_or_404
from pumasi.publish.newsroom.views.desk import page_of


@require_http_methods(["GET", "POST"])
@requires("newsroom.write")
def new(request: HttpRequest) -> HttpResponse:
    """Write a new item; a notice or news can go out at once."""
    cluster = cluster_of(request)
    kind = request.GET.get("kind", "notice")
    first = {"kind": kind, "language": language_of()}
    if upload := request.FILES.get("document"):
        title, body = typed_from(upload.read(), upload.name or "")
        messages.success(request, _("Read. Nothing is saved yet: look it through and save it."))
        form = NewForm(initial={**first, "title": title, "body": body})
        return render(request, "newsroom/write.html", {"form": form, "item": None})
    form = NewForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        edition = writing.write(cluster=cluster, by=request.user, **values)
        if request.POST.get("deed") == "publish":
            try:
                publishing.publish(edition=edition)
                messages.success(request, _("Published."))
            except Refused as refusal:
                messages.warning(request, refusal.text())
        return redirect("newsroom:item", pk=edition.item_id, **here(request))
    threads = ledger.ends(stories.AUDIENCE, cluster) if request.method == "GET" else []
    context = {"form": form, "item": None, "threads": threads}
    return render(request, "newsroom/write.html", context, status=422 if form.errors else 200)


@require_POST
@requires("newsroom.write")
def from_thread(request: HttpRequest) -> HttpResponse:
    """Begin a success story from what the participation record tells of a thread."""
    source = request.POST.get("source", "")
    item, fresh = stories.begin(
        cluster=cluster_of(request), source=source, language=language_of(), by=request.user
    )
    if fresh:
        messages.success(request, _("Drafted in both languages from the record. Add what people say of it."))
    else:
        messages.info(request, _("There is a story of this thread already: this one."))
    return redirect("newsroom:item", pk=item.pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("newsroom.write")
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the text in the item's own language."""
    item = item_or_404(request, pk)
    edition = edition_or_404(item, item.language)
    first = {"title": edition.title, "summary": edition.summary, "body": text.typed(edition.blocks)}
    form = TextForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            writing.rewrite(
                edition=edition, by=request.user, version=number_in(request, "version"), **form.cleaned_data
            )
            messages.success(request, _("Saved."))
            return redirect("newsroom:item", pk=pk, **here(request))
        except Refused as refusal:
            form.add_error(None, refusal.text())
    version = number_in(request, "version") or edition.version
    context = {"form": form, "item": item, "edition": edition, "version": version}
    return render(request, "newsroom/write.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires("newsroom.write")
def settings(request: HttpRequest, pk: int) -> HttpResponse:
    """Board, department, source, licence, topics."""
    item = item_or_404(request, pk)
    form = ItemForm(request.POST or None, instance=item)
    if request.method == "POST" and form.is_valid():
        values = {**form.values(), "link": cleaned(form.cleaned_data["link"])}
        writing.settle(item=item, tags=[members.tag_named(word) for word in form.tags()], **values)
        messages.success(request, _("Saved."))
        return redirect("newsroom:item", pk=pk, **here(request))
    return render(
        request, "newsroom/settings.html", {"form": form, "item": item}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@requires("newsroom.work")
def translate(request: HttpRequest, pk: int) -> HttpResponse:
    """The writing desk: the source on the left, block by block, its translation on the right."""
    item = item_or_404(request, pk)
    edition = items.editions_of(item).get(writing.OTHER[item.language])
    if edition is None or not rules.translates(request.user, item.cluster):
        return redirect("newsroom:item", pk=pk, **here(request))
    problem, asked = "", request.POST.get("deed") == "suggest"
    if request.method == "POST":
        given = _given(request)
        try:
            if asked:
                blocks = writing.source_of(item).blocks
                given["said"] |= provider.filled(
                    blocks, given["said"], given["left_out"], item.language, edition.language
                )
                messages.success(
                    request, _("The machine's words are filled in. Nothing is saved yet: read them and save.")
                )
            else:
                writing.translate(
                    edition=edition, by=request.user, version=number_in(request, "version"), **given
                )
                messages.success(request, _("Saved."))
                return redirect("newsroom:translate", pk=pk, **here(request))
        except Refused as refusal:
            problem = refusal.text()
        _typed(edition, given, writing.source_of(item))
    context = {
        **page_of(request, item),
        "problem": problem,
        "version": number_in(request, "version") or edition.version,
    }
    if request.method == "POST":
        rows = items.beside(context["source"], edition)
        context |= {"target": edition, "rows": rows, "untold": items.waiting(rows)}
    return render(request, "newsroom/translate.html", context, status=422 if problem else 200)


def _given(request: HttpRequest) -> dict[str, Any]:
    said = {
        key.removeprefix("block-"): value for key, value in request.POST.items() if key.startswith("block-")
    }
    marks = {
        f"{word}:{key.removeprefix(f'{word}-')}": str(value)
        for word in ("still", "machine", "read")
        for key, value in request.POST.items()
        if key.startswith(f"{word}-")
    }
    left = {
        key.removeprefix("left-"): str(value)
        for key, value in request.POST.items()
        if key.startswith("left-")
    }
    return {
        "title": request.POST.get("title", ""),
        "summary": request.POST.get("summary", ""),
        "said": {**said, **marks},
        "left_out": left,
    }


def _typed(edition: Edition, given: dict[str, Any], source: Edition) -> None:
    """Show what was typed, though it was not saved."""
    edition.title, edition.summary = given["title"], given["summary"]
    edition.blocks = [
        {
            "id": one["id"],
            "of": one["id"],
            "kind": one["kind"],
            "text": given["said"][one["id"]],
            "digest": text.digest(one["text"]),
            "machine": writing.unread(one["id"], given["said"][one["id"]], given["said"]),
        }
        for one in source.blocks
        if given["said"].get(one["id"], "").strip()
    ]
    edition.left_out = {key: {"why": why} for key, why in given["left_out"].items() if why.strip()}


@require_POST
@requires("newsroom.work")
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What the checks say of the translation as it stands in the form; nothing is saved."""
    item = item_or_404(request, pk)
    edition = edition_or_404(item, writing.OTHER[item.language])
    _typed(edition, _given(request), writing.source_of(item))
    language = language_of()
    found = [(one, one.message(language)) for one in checks.findings(edition)]
    return render(
        request, "newsroom/findings.html", {"findings": found, "edition": edition, "item": item, "live": True}
    )
