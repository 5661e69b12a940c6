"""Navigation by who is reading: at most seven entries, and only for rooms that are there."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, NamedTuple

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from pumasi.commons.members import api as members
from pumasi.kit.asked import language_of


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
    Entry(_("News"), "newsroom:list", "newspaper"),
]
MEMBER = [
    Entry(pgettext_lazy("navigation", "Home"), "home", "house"),
    Entry(_("Connections"), "network:connections", "handshake"),
    Entry(_("Organisations"), "members:directory", "building-2"),
    Entry(_("Events & 1:1"), "meetups:list", "calendar-days"),
    Entry(_("Network"), "network:overview", "waypoints"),
    Entry(_("Challenges"), "challenges:list", "puzzle"),
    Entry(_("Labs & test beds"), "facilities:catalogue", "flask-conical"),
    Entry(_("My organisation"), "members:my_organisation", "badge-check"),
]
MANAGER = [
    Entry(_("This week"), "home", "house"),
    Entry(_("Organisations"), "members:desk", "building-2"),
    Entry(_("Events & 1:1"), "meetups:desk", "calendar-days"),
    Entry(_("Network"), "network:overview", "waypoints"),
    Entry(_("Introductions"), "network:desk", "handshake"),
    Entry(_("Import"), "intake:start", "file-up"),
    Entry(_("Mail"), "mail:desk", "mail"),
]


def _address(name: str, slug: str) -> str | None:
    try:
        return reverse(name, kwargs={"cluster": slug})
    except NoReverseMatch:
        return None


# An address depends on its language, which Django takes from the thread.
@lru_cache(maxsize=1024)
def _places(audience: str, slug: str, _language: str) -> list[tuple[Entry, str]]:
    """The first seven entries of an audience whose room is there, with their addresses."""
    entries = {"public": VISITOR, "members": MEMBER, "managers": MANAGER}[audience]
    return [(entry, url) for entry in entries if (url := _address(entry.name, slug))][:7]


def entries(request: HttpRequest) -> list[dict[str, Any]]:
    """Entries for the reader; the longest address that begins the present one is active."""
    cluster: Any = getattr(request, "cluster", None)
    if cluster is None:
        return []
    there = _places(members.audience(request.user, cluster), cluster.slug, language_of())
    best = max((url for _, url in there if request.path.startswith(url)), key=len, default="")
    return [{"label": e.label, "url": url, "icon": e.icon, "active": url == best} for e, url in there]


def areas(request: HttpRequest) -> list[dict[str, Any]]:
    """The switch between the public pages and one's own, for those who have both."""
    if getattr(request, "cluster", None) is None or not request.user.is_authenticated:
        return []
    pairs = [(_("Public pages"), "public_home", "globe"), (_("My pages"), "home", "house")]
    slug = request.cluster.slug  # type: ignore[attr-defined]
    found = [(label, _address(name, slug), icon) for label, name, icon in pairs]
    return [
        {"label": label, "url": url, "icon": icon, "active": request.path == url}
        for label, url, icon in found
        if url
    ]
