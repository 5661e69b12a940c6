"""The public pages: boards, an article, feeds, files."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import http_date
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST, require_safe

from pumasi.kit import uploads
from pumasi.kit.access import requires
from pumasi.kit.asked import address_of, cluster_of, here, language_of
from pumasi.kit.bilingual import read
from pumasi.kit.worded import Worded
from pumasi.publish.newsroom import api as newsroom
from pumasi.publish.newsroom.models import Item
from pumasi.publish.portal import actions, addresses, feeds, subscribing
from pumasi.publish.portal.models import Views
from pumasi.publish.portal.remembered import Memory, counts, for_visitors
from pumasi.publish.portal.site import chosen

_VIEWS = Worded(lambda item: Views.objects.filter(item=item).values_list("count"), item=int)
# A file does not change; reading it is the work.
_LOOKS: Memory[SafeString] = Memory()
NEW_DAYS = 3
OTHER = {"ko": "en", "en": "ko"}
# Each once; nothing of theirs is loaded before somebody presses.
SHARES = (
    ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    ("X", "https://x.com/intent/post?url={url}"),
    ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
)


@require_GET
@requires("portal.read")
@for_visitors
def boards(request: HttpRequest) -> HttpResponse:
    """News and notices, the latest first; what is pinned stands above."""
    cluster, language = cluster_of(request), language_of()
    choice = newsroom.Choice.read(request.GET)
    plain = choice == newsroom.Choice()
    out = counts(cluster, language)
    if choice.text or choice.tag:
        n = newsroom.board(cluster, language, choice).count()
    else:
        n = out.get(choice.kind, 0) if choice.kind else sum(out.values())
    # The rows are asked for below, those of this page alone.
    page = Paginator(range(n), newsroom.PER_PAGE).get_page(request.GET.get("page"))
    pinned = newsroom.pinned(cluster, language) if plain and page.number == 1 else []
    above = {one.item_id for one in pinned}
    rows = newsroom.listed(cluster, language, choice, (page.number - 1) * newsroom.PER_PAGE)
    rows = [*pinned, *(one for one in rows if one.item_id not in above)]
    counted = actions.counted([one.item_id for one in rows])
    fresh = timezone.now() - timedelta(days=NEW_DAYS)
    labels = {kind: str(label) for kind, label in Item.Kind.choices}
    address = addresses.of_articles(cluster)
    context = {
        "page": page,
        "rows": [_row(one, address, labels, above, fresh, counted) for one in rows],
        "choice": choice,
        "tabs": [
            {"label": _("All"), "url": request.path, "active": not choice.kind},
            *({"label": labels[kind], "url": f"?kind={kind}", "active": choice.kind == kind} for kind in out),
        ],
    }  # fmt: skip
    return render(request, "portal/list.html", context)


def _row(
    one: newsroom.Row, address: Any, labels: Any, above: set[int], fresh: Any, counted: Any
) -> dict[str, Any]:
    """What a list shows of an item, in plain values: rows that say the same are drawn once."""
    return {
        "url": address(one.item_id, one.slug),
        "title": one.title,
        "summary": one.summary,
        "number": one.number,
        "kind": labels[one.kind],
        "at": one.publish_at,
        "zone": timezone.get_current_timezone_name(),
        "department": one.department,
        "pinned": one.item_id in above,
        "new": one.publish_at >= fresh,
        "files": one.has_files,
        "views": counted.get(one.item_id, 0),
    }


@require_GET
@requires("portal.read")
@for_visitors
def article(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """One item in the language of the address; where there is none, the page says so and leads to the other."""
    cluster, language = cluster_of(request), language_of()
    found = newsroom.editions(cluster, pk)
    edition = found.get(language)
    other = found.get(OTHER[language])
    if edition is None:
        if other is None or other.state != "published":
            raise Http404
        return render(
            request, "portal/untranslated.html", {"edition": other, "item": other.item, "alone": True}
        )
    if edition.state == "withdrawn":
        return render(request, "portal/withdrawn.html", {"edition": edition}, status=410)
    if slug != edition.slug:
        return redirect("portal:article", pk=pk, slug=edition.slug, permanent=True, **here(request))
    return render(request, "portal/article.html", _shown(request, edition, other))


def _shown(request: HttpRequest, edition: Any, other: Any) -> dict[str, Any]:
    cluster, item = cluster_of(request), edition.item
    before, after = newsroom.neighbours(edition)
    address = settings.SITE_URL + request.path
    picture = newsroom.picture(item) if edition.has_picture else None
    return {
        "edition": edition,
        "item": item,
        "other": other if other is not None and other.state == "published" else None,
        "body": newsroom.as_html(cluster, edition.shown_blocks, edition.language),
        "files": newsroom.files(item) if edition.has_files else [],
        "picture": picture,
        "before": before,
        "after": after,
        "related": newsroom.related(edition) if edition.has_topics else [],
        "views": next((n for (n,) in _VIEWS(item=item.pk)), 0),
        "shares": [(name, form.format(url=address)) for name, form in SHARES],
        "address": address,
        "structured": _structured(cluster, edition, address),
    }


def _structured(cluster: Any, edition: Any, address: str) -> str:
    told = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": edition.shown_title,
        "description": edition.shown_summary,
        "inLanguage": edition.language,
        "datePublished": edition.publish_at.isoformat(),
        "dateModified": max(edition.edited_at, edition.publish_at).isoformat(),
        "mainEntityOfPage": address,
        "publisher": {"@type": "Organization", "name": str(read(cluster, "name", edition.language))},
    }
    # Inside a script element only this could end it.
    return json.dumps(told, ensure_ascii=False).replace("<", "\\u003c")


@require_GET
@requires("portal.read")
@for_visitors
def feed(request: HttpRequest, form: str) -> HttpResponse:
    """The latest of a board, for readers of feeds."""
    cluster, language = cluster_of(request), language_of()
    kind = request.GET.get("kind", "")
    kind = kind if kind in Item.Kind.values else ""
    found = newsroom.feed(cluster, language, kind)
    title = f"{read(cluster, 'name', language)} · {dict(Item.Kind.choices)[kind] if kind else _('News')}"
    response = HttpResponse(
        feeds.body(form, cluster, language, title, found, settings.SITE_URL), content_type=feeds.KINDS[form]
    )
    response["Cache-Control"] = "public, max-age=300"
    if found:
        response["Last-Modified"] = http_date(max(one.edited_at for one in found).timestamp())
    return response


@csrf_exempt  # counts a reader and changes nothing else; sendBeacon carries no token
@require_POST
@requires("portal.read")
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """A browser that opened an article says so; nobody is followed."""
    _published(request, pk)
    actions.count(item=pk, address=address_of(request), agent=request.headers.get("User-Agent", ""))
    return HttpResponse(status=204)


@require_GET
@requires("portal.read")
def attachment(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """A file of a published item."""
    return uploads.as_download(_file(_published(request, pk), file).file)


@require_safe
@requires("portal.read")
def look(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """Look into a file without fetching it: in the browser what browsers show, of others their text."""
    item = _published(request, pk)
    found = _file(item, file)
    if found.look == "file":
        return uploads.as_shown(found.file)
    if not found.look:
        raise Http404
    text = _LOOKS.of(found.pk, lambda: newsroom.drawn(newsroom.looked_into(found.file.read(), found.name)))
    return render(request, "portal/look.html", {"item": item, "file": found, "text": text})


def _file(item: Item, pk: int) -> Any:
    found = next((one for one in newsroom.files(item) if one.pk == pk), None)
    if found is None:
        raise Http404
    return found


@require_GET
@requires("portal.read")
def picture(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The picture of a published item."""
    found = newsroom.picture(_published(request, pk))
    if found is None:
        raise Http404
    return FileResponse(found.file.open())


@require_safe
@requires("portal.read")
def logo(request: HttpRequest) -> HttpResponseBase:
    """The cluster's mark; its address says which version."""
    found = chosen(cluster_of(request))
    if not found.logo_mark:
        raise Http404
    response = FileResponse(found.logo.open(), content_type="image/png")
    response["Cache-Control"] = "public, max-age=604800"
    return response


def _published(request: HttpRequest, pk: int) -> Item:
    found = [one for one in newsroom.editions(cluster_of(request), pk).values() if one.state == "published"]
    if not found:
        raise Http404
    return found[0].item


@require_http_methods(["GET", "POST"])
@requires("portal.read")
def subscribe(request: HttpRequest) -> HttpResponse:
    """Ask for news by mail. The answer is the same whether the address is known or not."""
    if request.method == "POST":
        subscribing.ask(
            cluster=cluster_of(request), email=request.POST.get("email", ""), language=language_of(),
            kinds=request.POST.getlist("kind"), weekly=request.POST.get("weekly", "yes") == "yes",
        )  # fmt: skip
        messages.success(request, _("We wrote to this address. Follow the link in the letter to confirm."))
        return redirect("portal:list", **here(request))
    return render(
        request, "portal/subscribe.html", {"boards": Item.Kind.choices, "chosen": [], "weekly": True}
    )


@require_http_methods(["GET", "POST"])
@requires("portal.read")
def subscription(request: HttpRequest, token: str) -> HttpResponse:
    """Confirm, change or stop a subscription; looking changes nothing."""
    found = subscribing.subscription_of(token)
    if found is None or found.cluster_id != cluster_of(request).pk:
        raise Http404
    if request.method == "POST" and request.POST.get("then") == "stop":
        subscribing.stop(subscription=found)
        messages.success(request, _("Stopped. Your address is forgotten."))
        return redirect("portal:list", **here(request))
    if request.method == "POST":
        weekly = request.POST.get("weekly", "yes") == "yes"
        subscribing.confirm(subscription=found, kinds=request.POST.getlist("kind"), weekly=weekly)
        messages.success(request, _("Saved. News will reach you by mail."))
        return redirect("portal:subscription", token=token, **here(request))
    context = {
        "subscription": found,
        "boards": Item.Kind.choices,
        "chosen": found.kinds,
        "weekly": found.weekly,
    }
    response = render(request, "portal/subscribe.html", context)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response
