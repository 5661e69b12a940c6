"""What is shown when something is not there or not allowed, and the sign of life for proxies."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from pumasi.kit.access import requires
from pumasi.publish.portal import api as portal


@require_GET
@requires("web.visit")
def health(request: HttpRequest) -> JsonResponse:  # noqa: ARG001
    """Say that the site and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"ok": True})


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """404: what does not exist, or what one may not see; an address of the site that stood here before leads on."""
    if request.method in ("GET", "HEAD"):
        target = portal.target_of(request.path, request.META.get("QUERY_STRING", ""))
        if target:
            return HttpResponsePermanentRedirect(target)
    return render(request, "404.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001
    """403: what one may see but not do."""
    return render(request, "403.html", status=403)
