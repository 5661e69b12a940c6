"""What every page's frame needs: the cluster, the navigation, the languages, unread notices."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils import translation
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from pumasi.commons.mail import api as mail
from pumasi.commons.members import api as members
from pumasi.kit.asked import language_of
from pumasi.publish.portal import api as portal
from pumasi.web import navigation

NAMES = {"ko": "한국어", "en": "English"}


def _languages(request: HttpRequest) -> list[dict[str, Any]]:
    """The same page in each language: the path differs in its first two letters only."""
    now = (translation.get_language() or "ko")[:2]
    query = f"?{request.META['QUERY_STRING']}" if request.META.get("QUERY_STRING") else ""
    path = request.path_info
    rest = path[3:] if path[1:3] in NAMES and path[3:4] in ("/", "") else "/"
    return [
        {"code": code, "name": NAMES.get(code, code), "url": f"/{code}{rest}{query}", "active": code == now}
        for code, _label in settings.LANGUAGES
    ]


def _addresses(cluster: Any, user: Any) -> dict[str, Any]:
    """Where search, notices and one's account are."""
    signed_in = bool(user and user.is_authenticated)
    return {
        **_for_all(cluster.slug if cluster else "", language_of()),
        "notifications_url": reverse("notices") if signed_in else "",
        "account_menu": _account_menu(cluster, user) if signed_in else [],
        "contact": _contact(cluster),
    }


# An address depends on its language, which Django takes from the thread.
@lru_cache(maxsize=1024)
def _for_all(slug: str, _language: str) -> dict[str, str]:
    return {
        "search_url": reverse("search", kwargs={"cluster": slug}) if slug else "",
        "suggest_url": reverse("suggest", kwargs={"cluster": slug}) if slug else "",
        "sign_in_url": reverse("account_login"),
        "sign_out_url": reverse("account_logout"),
    }


def _account_menu(cluster: Any, user: Any) -> list[dict[str, Any]]:
    """One's own pages, and for the office what it looks at now and then: surveys and the outbox."""
    office = cluster is not None and members.reads_as_manager(user, cluster)
    now_and_then = [(_("Surveys"), "observatory:desk", "chart-column"), (_("Mail"), "mail:desk", "mail")]
    pages = [(_("Site settings"), "site", "settings"), (_("Policy pages"), "portal:policies", "scale")]
    return [
        *(
            {"label": label, "url": reverse(name, kwargs={"cluster": cluster.slug}), "icon": icon}
            for label, name, icon in [
                *(now_and_then if office else []),
                *(pages if office and members.manages(user, cluster) else []),
            ]
        ),
        {"label": _("Profile and consents"), "url": reverse("profile"), "icon": "settings"},
        {"label": _("API tokens"), "url": reverse("tokens"), "icon": "key-round"},
        {"label": _("Two-step sign-in"), "url": reverse("mfa_index"), "icon": "key-round"},
    ]


def _contact(cluster: Any) -> dict[str, Any] | None:
    """Whom to write to, and how soon an answer comes."""
    if cluster is None or not cluster.contact_email:
        return None
    answer = ngettext(
        "Answers within %(n)d working day", "Answers within %(n)d working days", cluster.answer_days
    )
    return {
        "name": str(cluster.contact),
        "email": cluster.contact_email,
        "answer": answer % {"n": cluster.answer_days},
    }


def _look(cluster: Any) -> dict[str, Any]:
    """Colour and mark that the office chose."""
    if cluster is None:
        return {"tone": "", "logo_url": ""}
    site = portal.site(cluster)
    where = reverse("portal:logo", kwargs={"cluster": cluster.slug}) if site.logo_mark else ""
    return {"tone": site.tone, "logo_url": f"{where}?v={site.logo_mark}" if where else ""}


def shell(request: HttpRequest) -> dict[str, Any]:
    """Give the frame its parts; what costs a query is asked for only when a template reads it."""
    cluster = navigation.place(request)
    user = getattr(request, "user", None)
    entries: Any = SimpleLazyObject(lambda: navigation.entries(request, cluster))
    return {
        "cluster": cluster,
        "navigation": entries,
        "phone_navigation": SimpleLazyObject(lambda: entries[:5]),
        "areas": SimpleLazyObject(lambda: navigation.areas(request, cluster)),
        "languages": _languages(request),
        **_addresses(cluster, user),
        **_look(cluster),
        "footer_links": SimpleLazyObject(lambda: portal.links(cluster) if cluster else []),
        "unread_count": SimpleLazyObject(lambda: mail.unread(user=user)),
        "embedded_database": settings.EMBEDDED_DATABASE and settings.PRODUCTION,
        "sample_data": bool(cluster and cluster.is_sample),
        "site_url": settings.SITE_URL,
    }
