"""Every address: /{language}/{cluster}/..., /{language}/my/..., /{language}/desk/..., /api/v1/..."""

from __future__ import annotations

from types import ModuleType

from django.apps import apps
from django.conf.urls.i18n import i18n_patterns
from django.urls import URLResolver, include, path

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


def _room(room: ModuleType) -> URLResolver:
    """All addresses of a room under its one name: public ones, one's own, and the desk's."""
    areas = [("desk/<slug:cluster>/", "desk"), ("my/<slug:cluster>/", "my"), ("<slug:cluster>/", "public")]
    patterns = [path(start, include(getattr(room, area))) for start, area in areas if getattr(room, area, [])]
    return path("", include((patterns, room.app_name)))


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
        path("<slug:cluster>/figures/", views.figures, name="figures"),
        path("<slug:cluster>/apply/", views.apply, name="apply"),
        path("desk/<slug:cluster>/claims/<int:pk>/", views.decide_claim, name="decide_claim"),
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
