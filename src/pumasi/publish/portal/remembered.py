"""Public pages are kept in memory for visitors until something that they show changes, and for a minute at most.

`for_visitors` says which; `web` asks for a kept one before anything else is done for a request, and gives each to be kept.

What changes is counted by the newsroom (its pulse), in the same transaction: a page read afterwards is made anew in every
process. What only time changes (an embargo that ends, the count of views, the contact of the office) shows within the minute.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from threading import Lock
from typing import Any, Generic, NamedTuple, TypeVar

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from pumasi.commons.members.models import Cluster
from pumasi.kit.asked import cluster_of
from pumasi.publish.newsroom import api as newsroom

LASTS, MOST, LONGEST = 60.0, 500, 120
View = Callable[..., HttpResponse]
V = TypeVar("V")


class Page(NamedTuple):
    """A page as it left the house: until when it may stand, and what had changed by then."""

    until: float
    pulse: tuple[int, int]
    body: bytes
    headers: dict[str, str]


class Memory(Generic[V]):
    """Values by key for a minute at most in this process; beyond so many the oldest makes room."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Any, tuple[float, V]] = OrderedDict()

    def of(self, key: Any, make: Callable[[], V]) -> V:
        """The value of a key, made where it is not remembered."""
        now, kept = time.monotonic(), self._kept.get(key)
        if kept is not None and now < kept[0]:
            return kept[1]
        value = make()
        with _turn:
            self._kept[key] = (now + LASTS, value)
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
        return value

    def clear(self) -> None:
        """Forget everything."""
        with _turn:
            self._kept.clear()


_pages: OrderedDict[str, Page] = OrderedDict()
_counts: Memory[dict[str, int]] = Memory()
_turn = Lock()


def for_visitors(view: View) -> View:
    """Let a page be kept for whoever has not signed in. Searches are made anew: there are too many of them."""

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if _same_for_all(request):
            # Counted before anything is read: what changes meanwhile makes the page old at once.
            request.pulse = newsroom.pulse(cluster_of(request).slug)  # type: ignore[attr-defined]
        return view(request, *args, **kwargs)

    return answered


def answer(request: HttpRequest) -> HttpResponse | None:
    """A kept page for a visitor, if nothing that it shows has changed."""
    if request.method != "GET" or not _same_for_all(request):
        return None
    address = request.get_full_path()
    with _turn:
        page = _pages.get(address)
    if page is None or time.monotonic() > page.until:
        return None
    if newsroom.pulse(request.path_info.split("/", 3)[2]) != page.pulse:
        return None
    request.get_host()  # refuses a host that is not ours, as every page does
    return HttpResponse(page.body, headers=page.headers)


def keep(request: HttpRequest, response: HttpResponse) -> None:
    """Keep a page that may be kept, all but its cookies."""
    pulse = getattr(request, "pulse", None)
    if pulse is None or response.status_code != 200:
        return
    headers = dict(response.items())
    with _turn:
        _pages[request.get_full_path()] = Page(time.monotonic() + LASTS, pulse, response.content, headers)
        _pages.move_to_end(request.get_full_path())
        while len(_pages) > MOST:
            _pages.popitem(last=False)


def counts(cluster: Cluster, language: str) -> dict[str, int]:
    """How many are out on each board: counting thousands at every reading would be most of the work of a list."""
    key = (cluster.pk, language, newsroom.pulse(cluster.slug))
    return _counts.of(key, lambda: newsroom.counted(cluster, language))


def _same_for_all(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    cookies = {settings.SESSION_COOKIE_NAME, "messages"} & set(request.COOKIES)
    return not cookies and "q=" not in query and len(query) <= LONGEST
