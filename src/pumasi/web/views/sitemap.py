"""What search engines are told: the public pages of each cluster with their other language where there is one, and what is nobody's to index."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from xml.etree import ElementTree as ET

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_GET

from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of
from pumasi.kit.markup import written
from pumasi.measure.observatory import api as observatory
from pumasi.operate.meetups import api as meetups
from pumasi.publish.newsroom import api as newsroom

SITEMAP, XHTML = "http://www.sitemaps.org/schemas/sitemap/0.9", "http://www.w3.org/1999/xhtml"
# sitemaps.org: at most 50,000 addresses in a file. The latest of the news are in it.
MOST_NEWS = 20_000
# Pages that every cluster has, in every language.
STANDING = [
    "public_home", "about", "abroad", "figures", "members:directory", "meetups:list", "facilities:catalogue", "facilities:infrastructure",
    "network:overview", "observatory:list", "portal:list",
]  # fmt: skip
# Behind a sign-in, behind a personal link, or the same page in another order.
CLOSED = [
    "/*/desk/",
    "/*/my/",
    "/*/account/",
    "/*/link/",
    "/*/sign-in/",
    "/*/invitation/",
    "/*/search/",
    "/*/surveys/answer/",
    "/*/registration/",
    "/api/",
]

Place = tuple[dict[str, str], datetime | None]


def _both(name: str, **values: Any) -> dict[str, str]:
    """A page's address in each language."""
    found = {}
    for code, _label in settings.LANGUAGES:
        with translation.override(code):
            found[code] = reverse(name, kwargs=values)
    return found


@require_GET
@requires("web.visit")
def sitemap_index(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """The sitemaps of all clusters."""
    root = ET.Element("sitemapindex", {"xmlns": SITEMAP})
    for cluster in members.clusters():
        ET.SubElement(ET.SubElement(root, "sitemap"), "loc").text = settings.SITE_URL + reverse(
            "sitemap", kwargs={"cluster": cluster.slug}
        )
    return _xml(root)


@require_GET
@requires("web.visit")
def sitemap(request: HttpRequest) -> HttpResponse:
    """The public pages of a cluster; each names itself in every language that it is there in."""
    cluster = cluster_of(request)
    root = ET.Element("urlset", {"xmlns": SITEMAP, "xmlns:xhtml": XHTML})
    for addresses, changed in _places(cluster):
        for address in addresses.values():
            _address(root, address, addresses, changed)
    return _xml(root)


def _places(cluster: Any) -> Iterator[Place]:
    yield from ((_both(name, cluster=cluster.slug), None) for name in STANDING)
    yield from _news(cluster)
    for event in (
        meetups.visible(AnonymousUser(), cluster).filter(state="published").order_by("-starts_at")[:MOST_NEWS]
    ):
        yield _both("meetups:event", cluster=cluster.slug, pk=event.pk, slug=event.slug), None
    for survey in observatory.published(cluster):
        yield (
            _both("observatory:survey", cluster=cluster.slug, pk=survey.pk, slug=survey.slug),
            survey.changed_at,
        )


def _news(cluster: Any) -> Iterator[Place]:
    """Items in the languages in which they are out; each edition has an address of its own words."""
    found: dict[int, dict[str, str]] = {}
    changed: dict[int, datetime] = {}
    for code, _label in settings.LANGUAGES:
        with translation.override(code):
            for edition in newsroom.out(cluster, code).only(
                "item", "publish_at", "edited_at", "shown_title", "language", "title"
            )[:MOST_NEWS]:
                values = {"cluster": cluster.slug, "pk": edition.item_id, "slug": edition.slug}
                found.setdefault(edition.item_id, {})[code] = reverse("portal:article", kwargs=values)
                changed[edition.item_id] = max(
                    edition.publish_at or edition.edited_at, changed.get(edition.item_id, edition.edited_at)
                )
    yield from ((addresses, changed[pk]) for pk, addresses in found.items())


def _address(root: ET.Element, address: str, addresses: dict[str, str], changed: datetime | None) -> None:
    entry = ET.SubElement(root, "url")
    ET.SubElement(entry, "loc").text = settings.SITE_URL + address
    if changed is not None:
        ET.SubElement(entry, "lastmod").text = changed.isoformat(timespec="seconds")
    if len(addresses) > 1:
        for code, other in addresses.items():
            ET.SubElement(
                entry, "xhtml:link", {"rel": "alternate", "hreflang": code, "href": settings.SITE_URL + other}
            )


def _xml(root: ET.Element) -> HttpResponse:
    response = HttpResponse(written(root), content_type="application/xml")
    response["Cache-Control"] = "public, max-age=3600"
    return response


@require_GET
@requires("web.visit")
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Who may index what, and where the sitemaps are."""
    closed = "\n".join(f"Disallow: {path}" for path in CLOSED)
    text = f"User-agent: *\n{closed}\n\nSitemap: {settings.SITE_URL}{reverse('sitemap_index')}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
