"""Navigation by who is reading: at most seven entries, and only for rooms that are there."""

from __future__ import annotations

from functools import lru_cache
from types import SimpleNamespace
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.commons.members import api as members
from pumasi.kit.asked import language_of
from pumasi.kit.bilingual import read
from pumasi.publish.portal import api as portal

MOST = 7


class Entry(NamedTuple):
    """A place in the navigation."""

    label: Any
    name: str
    icon: str


VISITOR = [
    Entry(pgettext_lazy("navigation", "About"), "about", "info"),
    Entry(_("Organisations"), "members:directory", "building-2"),
    Entry(_("Events"), "meetups:list", "calendar-days"),
    Entry(_("Labs & test beds"), "facilities:catalogue", "flask-conical"),
    Entry(_("Invest & visas"), "investment:front", "landmark"),
    Entry(_("Network"), "network:overview", "waypoints"),
    Entry(_("Data"), "figures", "chart-column"),
    Entry(_("News"), "portal:list", "newspaper"),
]
MEMBER = [
    Entry(pgettext_lazy("navigation", "Home"), "home", "house"),
    Entry(_("Connections"), "network:connections", "handshake"),
    Entry(_("Events & 1:1"), "meetups:list", "calendar-days"),
    Entry(_("Challenges"), "challenges:list", "puzzle"),
    Entry(_("Labs & test beds"), "facilities:catalogue", "flask-conical"),
    Entry(_("Organisations"), "members:directory", "building-2"),
    Entry(_("Network"), "network:overview", "waypoints"),
    Entry(_("My organisation"), "members:my_organisation", "badge-check"),
]
MANAGER = [
    Entry(_("This week"), "home", "house"),
    Entry(_("Organisations"), "members:desk", "building-2"),
    Entry(_("Events & 1:1"), "meetups:desk", "calendar-days"),
    Entry(_("Network"), "network:overview", "waypoints"),
    Entry(_("Introductions"), "network:desk", "handshake"),
    Entry(_("Labs & test beds"), "facilities:board", "flask-conical"),
    Entry(_("News"), "newsroom:desk", "newspaper"),
]
# Who operates the facilities is a member who begins at their desk.
OPERATES = {"facility_operator"}
OPERATOR = [Entry(_("Day board"), "facilities:board", "clipboard-list"), *MEMBER]
# So is who writes, translates or reviews what is published.
PUBLISHES = {"editor", "translator", "reviewer"}
PUBLISHER = [Entry(_("Newsroom"), "newsroom:desk", "newspaper"), *MEMBER]
# Who analyses begins at the surveys.
ANALYSES = {"analyst"}
ANALYST = [Entry(_("Surveys"), "observatory:desk", "chart-column"), *MEMBER]


# An address depends on its language, which Django takes from the thread.
@lru_cache(maxsize=1024)
def _written(name: str, slug: str, _language: str) -> str | None:
    try:
        return reverse(name, kwargs={"cluster": slug})
    except NoReverseMatch:
        return None


def _address(name: str, cluster: Any) -> str | None:
    return _written(name, cluster.slug, language_of())


def for_visitors() -> list[Entry]:
    """What the menu of a visitor can hold: entries of the rooms that are there."""
    return [entry for entry in VISITOR if _written(entry.name, "any", language_of())]


def _of_visitors(cluster: Any) -> list[Entry]:
    """The entries that the office chose, in its order; without a choice all."""
    by_name = {entry.name: entry for entry in VISITOR}
    return [by_name[name] for name in portal.site(cluster).menu if name in by_name] or VISITOR


def _own_links(cluster: Any) -> list[dict[str, Any]]:
    """Entries of the office's own, which lead elsewhere."""
    return [
        {"label": str(read(SimpleNamespace(**link), "label")), "url": link["url"], "icon": "link", "active": False}
        for link in portal.site(cluster).links
    ]  # fmt: skip


def _shown(request: HttpRequest, cluster: Any) -> list[Entry]:
    audience = members.audience(request.user, cluster)
    if audience == "members":
        roles = members.roles_in(request.user, cluster)
        for role, entries in ((OPERATES, OPERATOR), (PUBLISHES, PUBLISHER), (ANALYSES, ANALYST)):
            if roles & role:
                return entries
    return {"public": _of_visitors(cluster), "members": MEMBER, "managers": MANAGER}[audience]


def place(request: HttpRequest) -> Any:
    """The cluster that the frame of a page shows: the address's, else the reader's own, so that no page is a dead end."""
    cluster = getattr(request, "cluster", None)
    user = getattr(request, "user", None)
    if cluster is None and user is not None and user.is_authenticated:
        return members.home_of(user)
    return cluster


def entries(request: HttpRequest, cluster: Any) -> list[dict[str, Any]]:
    """Entries for the reader; the longest address that begins the present one is active."""
    if cluster is None:
        return []
    shown = _shown(request, cluster)
    own = _own_links(cluster) if members.audience(request.user, cluster) == "public" else []
    places = [(entry, _address(entry.name, cluster)) for entry in shown]
    there = [(entry, url) for entry, url in places if url][: MOST - len(own)]
    best = max((url for _, url in there if request.path.startswith(url)), key=len, default="")
    return [
        *({"label": e.label, "url": url, "icon": e.icon, "active": url == best} for e, url in there),
        *own,
    ]


def areas(request: HttpRequest, cluster: Any) -> list[dict[str, Any]]:
    """The switch between the public pages and one's own, for those who have both."""
    if cluster is None or not request.user.is_authenticated:
        return []
    pairs = [(_("Public pages"), "public_home", "globe"), (_("My pages"), "home", "house")]
    found = [(label, _address(name, cluster), icon) for label, name, icon in pairs]
    return [
        {"label": label, "url": url, "icon": icon, "active": request.path == url}
        for label, url, icon in found
        if url
    ]
