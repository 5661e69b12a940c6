"""Finds the cluster of an address, turns refusals into pages, and speaks JSON under /api/."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone, translation

from pumasi.commons.members import api as members
from pumasi.kit.refused import Refused
from pumasi.kit.rest import answer
from pumasi.publish.portal import api as portal
from pumasi.web import limit

Next = Callable[[HttpRequest], HttpResponse]
LANGUAGES = dict(settings.LANGUAGES)
LANGUAGE_YEAR = 31_536_000


def _refuse_unwritable(request: HttpRequest, kwargs: dict[str, Any]) -> None:
    """PostgreSQL keeps no NUL in a text; nobody types one, so it is answered as a broken request (400)."""
    form = request.content_type in ("application/x-www-form-urlencoded", "multipart/form-data")
    lists = [request.GET.lists(), request.POST.lists() if request.method == "POST" and form else []]
    texts = [text for found in lists for _name, values in found for text in values]
    if any(
        "\x00" in text for text in (*texts, *(value for value in kwargs.values() if isinstance(value, str)))
    ):
        raise SuspiciousOperation("a NUL character in the request")


def _remember_language(request: HttpRequest, response: HttpResponse) -> None:
    """Write down the language of the address, so that `/` leads back to it."""
    spoken = request.path_info[1:3]
    if spoken in LANGUAGES and request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME) != spoken:
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, spoken, max_age=LANGUAGE_YEAR, samesite="Lax")


class MemoryMiddleware:
    """Answers visitors with pages that are kept, before sessions, languages and rooms are asked; gives pages to be kept."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer from memory, or pass on."""
        if kept := portal.answer(request):
            _remember_language(request, kept)
            return kept
        response = self.get_response(request)
        portal.keep(request, response)
        return response


class ClusterMiddleware:
    """Gives `request.cluster` for addresses with a cluster in them, and its time zone to the pages."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on in the house's own time zone, until an address names a cluster."""
        request.cluster = None  # type: ignore[attr-defined]
        with timezone.override(settings.TIME_ZONE):
            response = self.get_response(request)
        _remember_language(request, response)
        return response

    def process_view(self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]) -> None:  # noqa: ARG002
        """Take the cluster out of the address; an unknown one does not exist."""
        _refuse_unwritable(request, kwargs)
        slug = kwargs.pop("cluster", None)
        if slug is None:
            return
        cluster = members.cluster_by_slug(slug)
        if cluster is None:
            raise Http404
        request.cluster = cluster  # type: ignore[attr-defined]
        timezone.activate(cluster.zone)


class RefusalMiddleware:
    """Shows a refusal in the reader's language: what is wrong and what to do; nothing was changed."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer 422 with the refusal; the browser's Back keeps what was typed."""
        if not isinstance(error, Refused):
            return None
        template = "refused_fragment.html" if request.headers.get("HX-Request") else "refused.html"
        text = error.text(translation.get_language())
        return render(request, template, {"refusal": text}, status=422)


class ApiMiddleware:
    """Under /api/: reads the caller's token, and lets no error leave in another form than JSON."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Stands before the audit's middleware, so that what a token changes is written down under its user."""
        if not request.path_info.startswith("/api/"):
            return self.get_response(request)
        scheme, _, text = request.headers.get("Authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            token = members.token_for(text.strip())
            if token is None:
                return self._too_many(request) or answer(401, "token")
            request.api_token, request.user = token, token.user  # type: ignore[attr-defined]
        return self._too_many(request) or self._as_json(self.get_response(request))

    def _too_many(self, request: HttpRequest) -> HttpResponse | None:
        """Refuse what goes beyond the limit before anything is looked up."""
        wait = limit.seconds_to_wait(request)
        if not wait:
            return None
        told = answer(429)
        told["Retry-After"] = str(wait)
        return told

    def _as_json(self, response: HttpResponse) -> HttpResponse:
        if response.status_code < 400 or response.get("Content-Type", "").startswith("application/json"):
            return response
        told = answer(response.status_code)
        if response.has_header("Allow"):
            told["Allow"] = response["Allow"]
        return told
