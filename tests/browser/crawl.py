"""Every page that a reader can reach: from the start pages along the links, one example of each route."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import BrowserContext, Error, Page

from browser.house import House
from browser.look import Watch, axe, enlarged, examine, route, too_wide
from browser.markup import markup

# More routes than there are: only an endless site would reach it.
MOST = 200
SAMPLE = "gaon"
STARTS = {
    "visitor": [
        "/{l}/", "/{l}/{c}/", "/{l}/{c}/search/?q=AI", "/{l}/account/login/", "/{l}/account/signup/", "/{l}/account/password/reset/",
        "/{l}/account/login/code/", "/{l}/no-such-page/",
    ],
    "member": ["/{l}/{c}/home/", "/{l}/{c}/", "/{l}/my/tokens/", "/{l}/account/email/", "/{l}/account/password/change/", "/{l}/account/2fa/"],
    "manager": ["/{l}/{c}/home/", "/{l}/{c}/", "/{l}/desk/{c}/record/"],
}  # fmt: skip
# Parts of pages, fetched by them; shown alone they are no page.
PARTS = {"suggest", "intake:status"}
LINKS = "() => [...document.querySelectorAll('a[href], [hx-get]')].map(one => one.href || one.getAttribute('hx-get'))"


@dataclass
class Visited:
    """A page that was looked at, and what is wrong with it."""

    url: str
    route: str
    seconds: float = 0.0
    wrong: list[str] = field(default_factory=list)


def crawl(
    context: BrowserContext,
    house: House,
    language: str,
    role: str,
    *,
    look: bool = True,
    known: set[str] | None = None,
) -> Iterator[Visited]:
    """Look at one page of each route, first found first looked at.

    What axe and a phone said of the routes in `known` stands; the rest is asked of every page.
    """
    known = set() if known is None else known
    watch = Watch()
    page = watch.over(context.new_page())
    starts = [one.format(l=language, c=SAMPLE) for one in STARTS[role]]
    # Which event's desk is met first depends on the hour; only one with a 1:1 day that is planned leads to all of its pages.
    days = (
        house.rows(
            "SELECT d.event_id FROM meetups_day d JOIN meetups_run r ON r.day_id = d.id WHERE r.published_at IS NOT NULL ORDER BY d.id LIMIT 1"
        )
        if role == "manager"
        else []
    )
    starts += [f"/{language}/desk/{SAMPLE}/events/{event}/meetings/" for (event,) in days]
    waiting = deque(urljoin(house.url, one) for one in starts)
    seen: set[str] = set()
    while waiting and len(seen) < MOST:
        url = waiting.popleft()
        name = route(url) or ("nowhere" if "no-such-page" in url else None)
        # The other language has a walk of its own; signing out would end this one.
        if name is None or name in seen or name == "account_logout" or not _ours(url, house, language):
            continue
        if url.endswith(".pdf") and not draws():
            continue
        seen.add(name)
        begun = time.monotonic()
        visited = Visited(
            url, name, wrong=_look(page, url, name, language, look=look, long=name not in known)
        )
        known.add(name)
        # The browser says of a page that is not there, as it should, that it is not there.
        visited.wrong += [said for said in watch.take() if not (name == "nowhere" and "404" in said)]
        if page.url.startswith(house.url):
            waiting.extend(urljoin(page.url, one) for one in page.evaluate(LINKS))
        visited.seconds = time.monotonic() - begun
        yield visited
    page.close()


@cache
def draws() -> bool:
    """Whether this machine can draw PDF files; without Pango the site says how to get it."""
    try:
        import weasyprint  # noqa: F401
    except OSError:
        return False
    return True


def _ours(url: str, house: House, language: str) -> bool:
    parts = urlsplit(url)
    return url.startswith(house.url) and (
        parts.path.startswith((f"/{language}/", "/api/")) or parts.path in {"/", ""}
    )


def _look(page: Page, url: str, name: str, language: str, *, look: bool, long: bool) -> list[str]:
    """Open a page and, unless only the way is sought, examine it; files and parts are only asked for."""
    if name in PARTS:
        status = page.context.request.get(url, headers={"HX-Request": "true"}).status
        return [] if status == 200 else [f"answers {status}"]
    try:
        answer = page.goto(url, wait_until="load")
    except Error as error:
        if "Download is starting" not in error.message:
            raise
        status = page.context.request.get(url).status
        return [] if status == 200 else [f"answers {status}"]
    status = answer.status if answer else 200
    if status != (404 if name == "nowhere" else 200):
        return [f"answers {status}"]
    if not look or name.startswith("ninja:") or not page.query_selector("main, form"):
        return []
    page.wait_for_function("() => !document.querySelector('.htmx-request')")
    wrong = examine(page, language)
    if not long:
        return wrong
    served = answer.text() if answer else ""
    return [*wrong, *markup(served), *axe(page), *too_wide(page), *enlarged(page)]
