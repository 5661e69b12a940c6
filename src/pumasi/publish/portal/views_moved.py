"""The desk of old addresses."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, number_in
from pumasi.kit.refused import Refused
from pumasi.publish.portal import moved
from pumasi.publish.portal.models import OldAddress

PER_PAGE = 100


@require_safe
@requires("portal.manage")
def old_addresses(request: HttpRequest) -> HttpResponse:
    """Addresses of the site that stood here before, and where each leads."""
    found = OldAddress.objects.filter(cluster=cluster_of(request)).select_related("item")
    text = request.GET.get("q", "").strip()[:100]
    page = Paginator(found.filter(path__contains=text) if text else found, PER_PAGE).get_page(
        request.GET.get("page")
    )
    return render(request, "portal/old_addresses.html", {"page": page, "text": text})


@require_POST
@requires("portal.manage")
def act_on_addresses(request: HttpRequest) -> HttpResponse:
    """Enter addresses, take those of imported items over, or take one out."""
    cluster, then = cluster_of(request), request.POST.get("then", "")
    if then == "enter":
        new, changed = moved.take_over(cluster=cluster, text=request.POST.get("addresses", ""))
        messages.success(
            request, _("Addresses entered: %(new)s; changed: %(changed)s.") % {"new": new, "changed": changed}
        )
    elif then == "imported":
        messages.success(
            request, _("Addresses taken over: %(n)s.") % {"n": moved.take_over_imported(cluster=cluster)}
        )
    elif then == "drop":
        get_object_or_404(OldAddress, cluster=cluster, pk=number_in(request, "address")).delete()
        messages.success(request, _("Taken out."))
    else:
        raise Refused("Choose what to do.", "할 일을 선택해 주십시오.")
    return redirect("portal:old_addresses", **here(request))
