"""Public pages are kept in memory for visitors until something that they show changes, and for a minute at most.

What changes is counted by the newsroom (its pulse), in the same transaction: a page read afterwards is made anew in every
process. What only time changes (an embargo that ends, the count of views, the contact of the office) shows within the minute.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from pumasi.kit.asked import cluster_of, language_of
from pumasi.publish.newsroom import api as newsroom

LASTS, MOST, LONGEST = 60.0, 500, 120
KEPT_HEADERS = ("Content-Type", "Cache-Control", "Last-Modified")
View = Callable[..., HttpResponse]
_pages: OrderedDict[tuple[Any, ...], tuple[float, bytes, dict[str, str]]] = OrderedDict()
_turn = Lock()


def for_visitors(view: View) -> View:
    """Answer whoever has not signed in from memory. Searches are made anew: there are too many of them."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not _same_for_all(request):
            return view(request, *args, **kwargs)
        cluster = cluster_of(request)
        key = (cluster.pk, language_of(), request.get_full_path(), newsroom.pulse(cluster))
        if kept := _kept(key):
            return kept
        response = view(request, *args, **kwargs)
        if response.status_code == 200:
            _keep(key, response)
        return response

    return answered


def _same_for_all(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    cookies = {settings.SESSION_COOKIE_NAME, "messages"} & set(request.COOKIES)
    return not cookies and "q=" not in query and len(query) <= LONGEST


def _kept(key: tuple[Any, ...]) -> HttpResponse | None:
    with _turn:
        found = _pages.get(key)
        if found is None:
            return None
        until, body, headers = found
        if time.monotonic() > until:
            del _pages[key]
            return None
        _pages.move_to_end(key)
    return HttpResponse(body, headers=headers)


def _keep(key: tuple[Any, ...], response: HttpResponse) -> None:
    headers = {name: response[name] for name in KEPT_HEADERS if name in response}
    with _turn:
        _pages[key] = (time.monotonic() + LASTS, response.content, headers)
        while len(_pages) > MOST:
            _pages.popitem(last=False)
