"""Every address: /{language}/{cluster}/..., /{language}/my/..., /{language}/desk/..., /api/v1/..."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.core.exceptions import ImproperlyConfigured
from django.urls import URLPattern, URLResolver, include, path
from django.urls.resolvers import RoutePattern

from pumasi.commons.claims import urls as claims
from pumasi.commons.intake import urls as intake
from pumasi.commons.ledger import urls as ledger
from pumasi.commons.mail import urls as mail
from pumasi.commons.members import urls as members
from pumasi.measure.network import urls as network
from pumasi.measure.observatory import urls as observatory
from pumasi.operate.facilities import urls as facilities
from pumasi.operate.meetups import urls as meetups
from pumasi.publish.newsroom import urls as newsroom
from pumasi.publish.portal import urls as portal
from pumasi.web import views
from pumasi.web.rest import api

ROOMS = [members, intake, ledger, mail, claims, network, observatory, meetups, facilities, newsroom, portal]


class Door(RoutePattern):
    """Lets an address in when its word, the one behind the cluster, is one of the room's.

    Django tries every address of every room in turn and writes down what it tried: for the last room a tenth of a page's time.
    """

    def __init__(self, words: set[str]) -> None:
        super().__init__("", is_endpoint=False)
        self.words = words

    def match(self, path: str) -> Any:
        """Match as a room without a word of its own would."""
        parts = path.split("/", 3)
        word = parts[2:3] if parts[0] in ("desk", "my") else parts[1:2]
        return super().match(path) if word and word[0] in self.words else None


def _word(route: URLPattern) -> str:
    """The word that an address of a room begins with; every one has it, or its room could not be found."""
    found = re.match(r"\^?([\w.-]+)", str(route.pattern))
    if found is None:
        raise ImproperlyConfigured(
            f"an address of a room begins with a word of its own, not so: {route.pattern}"
        )
    return found[1]


def _room(room: ModuleType) -> URLResolver:
    """All addresses of a room under its one name: public ones, one's own, and the desk's."""
    areas = [("desk/<slug:cluster>/", "desk"), ("my/<slug:cluster>/", "my"), ("<slug:cluster>/", "public")]
    within = [(start, getattr(room, area)) for start, area in areas if getattr(room, area, [])]
    words = {_word(route) for _start, routes in within for route in routes}
    patterns = [path(start, include(routes)) for start, routes in within]
    return URLResolver(Door(words), patterns, None, room.app_name, room.app_name)


urlpatterns = [
    path("", views.choose_language, name="root"),
    path("api/v1/", api.urls),
    path("health", views.health, name="health"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap_index, name="sitemap_index"),
    path("sitemap-<slug:cluster>.xml", views.sitemap, name="sitemap"),
    *i18n_patterns(
        path("", views.front, name="front"),
        path("account/", include("allauth.urls")),
        path("link/", include((mail.links, "link"))),
        path("notices/", views.notices, name="notices"),
        path("my/profile/", views.profile, name="profile"),
        path("my/tokens/", views.tokens, name="tokens"),
        path("my/tokens/<int:pk>/revoke/", views.revoke_token, name="revoke_token"),
        path("my/profile/export/", views.export_me, name="export_me"),
        path("my/profile/erase/", views.erase_me, name="erase_me"),
        path("invitation/<str:token>/", views.accept_invitation, name="accept_invitation"),
        path("sign-in/<str:token>/", views.sign_in, name="sign_in"),
        path("<slug:cluster>/", views.public_home, name="public_home"),
        path("<slug:cluster>/home/", views.home, name="home"),
        path("<slug:cluster>/about/", views.about, name="about"),
        path("<slug:cluster>/abroad/", views.abroad, name="abroad"),
        path("<slug:cluster>/figures/", views.figures, name="figures"),
        path("<slug:cluster>/apply/", views.apply, name="apply"),
        path("desk/<slug:cluster>/claims/<int:pk>/", views.decide_claim, name="decide_claim"),
        path("desk/<slug:cluster>/site/", views.site_settings, name="site"),
        path("my/<slug:cluster>/invite/", views.invite, name="invite"),
        path("<slug:cluster>/search/", views.search, name="search"),
        path("<slug:cluster>/search/suggest/", views.suggest, name="suggest"),
        *(_room(room) for room in ROOMS),
        prefix_default_language=True,
    ),
]
if apps.is_installed("django.contrib.admin"):
    from django.contrib import admin  # late: optional part

    urlpatterns.append(path("admin/", admin.site.urls))

handler404 = "pumasi.web.views.not_found"
handler403 = "pumasi.web.views.not_allowed"
