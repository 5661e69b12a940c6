"""Files for translators' tools, and what comes back from them."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, upload_in
from pumasi.publish.newsroom.actions import exchange, writing
from pumasi.publish.newsroom.exchange import records, xliff
from pumasi.publish.newsroom.models import Memory, Term
from pumasi.publish.newsroom.queries import items
from pumasi.publish.newsroom.views.common import edition_or_404, item_or_404

XML = "application/xml"


def _file(request: HttpRequest) -> tuple[bytes, str]:
    upload = upload_in(request)
    return upload.read(), upload.name or ""


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
