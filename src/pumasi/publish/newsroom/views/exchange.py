"""Files for translators' tools, and what comes back from them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.kit import uploads
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, upload_in
from pumasi.publish.newsroom.actions import exchange, incoming, writing
from pumasi.publish.newsroom.actions import past as bringing
from pumasi.publish.newsroom.exchange import records, xliff
from pumasi.publish.newsroom.exchange.boards import read_board
from pumasi.publish.newsroom.forms import PastForm
from pumasi.publish.newsroom.models import Memory, Term
from pumasi.publish.newsroom.queries import items
from pumasi.publish.newsroom.views.common import edition_or_404, item_or_404

XML = "application/xml"
# Of another board: what its files are called, how large they may be, and how many rows are shown before they are brought in.
PAST_KINDS, PAST_MOST_MB, SHOWN = {"csv", "tsv", "txt", "xlsx", "xml", "rss", "atom"}, 30, 10


def _file(request: HttpRequest) -> tuple[bytes, str]:
    upload = upload_in(request)
    return upload.read(), upload.name or ""


@require_http_methods(["GET", "POST"])
@requires("newsroom.write")
def past(request: HttpRequest) -> HttpResponse:
    """Bring in what another board published: looked through first, then all of it at once."""
    cluster, word = cluster_of(request), request.POST.get("word", "")
    form = PastForm(request.POST or None, request.FILES or None, initial={"language": language_of()})
    if word:
        del form.fields["file"]
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        if not word:
            upload = uploads.fitting(told["file"], PAST_KINDS, most=PAST_MOST_MB)
            board = read_board(upload.read(), upload.name or "")
            upload.seek(0)
            word = incoming.keep(cluster=cluster, upload=upload)
            shown = {"board": board, "first": board.found[:SHOWN], "left": board.left[:SHOWN]}
            return render(request, "newsroom/past.html", {**context, **shown, "word": word, "told": told})
        board = read_board(*incoming.fetch(cluster=cluster, word=word))
        names = {f"publisher_{told['language']}": told["publisher"]}
        items = bringing.past_items(board, kind=told["kind"], language=told["language"])
        made = bringing.bring_in(cluster=cluster, found=items, **names)
        incoming.forget(word=word)
        messages.success(
            request,
            _("Brought in: %(created)s. There already: %(unchanged)s.") % made,
        )
        return redirect("newsroom:desk", **here(request))
    return render(request, "newsroom/past.html", context, status=422 if form.errors else 200)


@require_safe
@requires("newsroom.work")
def translation_file(request: HttpRequest, pk: int) -> HttpResponse:
    """The text for a translator's tool, with what is translated so far."""
    item = item_or_404(request, pk)
    other = writing.OTHER[item.language]
    source, target = edition_or_404(item, item.language), items.editions_of(item).get(other)
    blocks = [(row.source, row.target["text"] if row.target else "") for row in items.beside(source, target)]
    body = xliff.written(item.pk, (item.language, other), source, target, blocks)
    return file_response(f"item-{item.pk}-{item.language}-{other}.xlf", xliff.KIND, body)


@require_POST
@requires("newsroom.work")
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """A translator's file back into the translation."""
    item = item_or_404(request, pk)
    edition = edition_or_404(item, writing.OTHER[item.language])
    body, name = _file(request)
    taken = exchange.take_back(edition=edition, by=request.user, body=body, filename=name)
    messages.success(request, _("Paragraphs taken in: %(n)s.") % {"n": taken.paragraphs})
    if taken.changed:
        messages.warning(
            request,
            _("Left as they are, because their source has changed since: %(n)s.") % {"n": taken.changed},
        )
    return redirect("newsroom:translate", pk=pk, **here(request))


@require_safe
@requires("newsroom.work")
def memory_file(request: HttpRequest) -> HttpResponse:
    """All paragraphs that were ever translated, as TMX."""
    pairs = Memory.objects.filter(cluster=cluster_of(request)).order_by("pk").values_list("ko", "en")
    return file_response("memory.tmx", XML, records.written_memory(pairs.iterator()))


@require_safe
@requires("newsroom.work")
def terms_file(request: HttpRequest) -> HttpResponse:
    """The term base as TBX."""
    terms = Term.objects.filter(cluster=cluster_of(request))
    found = (records.Term(one.ko, one.en, one.note, one.is_name) for one in terms)
    return file_response("terms.tbx", XML, records.written_terms(found))


@require_POST
@requires("newsroom.write")
def bring_in_records(request: HttpRequest) -> HttpResponse:
    """A memory (TMX) or a term base (TBX) from elsewhere."""
    body, name = _file(request)
    cluster = cluster_of(request)
    if name.lower().endswith(".tmx"):
        messages.success(
            request,
            _("Paragraphs in the memory, new or changed: %(n)s.")
            % {"n": exchange.learn_from(cluster=cluster, body=body, filename=name)},
        )
    else:
        messages.success(
            request,
            _("Terms new or changed: %(n)s.")
            % {"n": exchange.name_from(cluster=cluster, body=body, filename=name)},
        )
    return redirect("newsroom:terms", **here(request))
