"""Making facilities what they are: the tree, and for each its hours, closures, rules, prices and sign."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number_in
from pumasi.kit.fields import apart
from pumasi.kit.paper import PDF
from pumasi.operate.facilities import forms, papers, rules
from pumasi.operate.facilities.actions import money
from pumasi.operate.facilities.actions import places as making
from pumasi.operate.facilities.models import (
    Closure,
    Facility,
    FacilityPair,
    Infrastructure,
    Quota,
    Requirement,
)
from pumasi.operate.facilities.queries.tree import depth, tree
from pumasi.operate.facilities.views.board import desk_ways
from pumasi.operate.facilities.views.common import managed_or_404


@require_GET
@requires("facilities.see_desk")
def places(request: HttpRequest) -> HttpResponse:
    """All facilities as the tree they are, and what can be used without booking."""
    cluster = cluster_of(request)
    found = tree(cluster)
    context = {
        "tabs": desk_ways(request, "places"),
        "rows": depth(found, found.ordered()),
        "infrastructure": Infrastructure.objects.filter(cluster=cluster),
        "operates": rules.operates(request.user, cluster),
    }
    return render(request, "facilities/places.html", context)


@require_http_methods(["GET", "POST"])
@requires("facilities.operate")
def new(request: HttpRequest) -> HttpResponse:
    """Add a facility."""
    cluster = cluster_of(request)
    known = tree(cluster)
    form = forms.FacilityForm(
        request.POST or None, cluster=cluster, tree=known, initial={"parent": request.GET.get("parent")}
    )
    if request.method == "POST" and form.is_valid():
        made = making.add(cluster=cluster, **form.values())
        messages.success(request, _("Added."))
        return redirect("facilities:place", pk=made.pk, **here(request))
    return render(
        request, "facilities/edit.html", {"form": form, "facility": None}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@requires("facilities.operate")
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a facility."""
    facility, known = managed_or_404(request, pk)
    form = forms.FacilityForm(request.POST or None, instance=facility, cluster=facility.cluster, tree=known)
    if request.method == "POST" and form.is_valid():
        making.change(facility=Facility.objects.get(pk=facility.pk), **form.values())
        messages.success(request, _("Saved."))
        return redirect("facilities:place", pk=pk, **here(request))
    return render(
        request,
        "facilities/edit.html",
        {"form": form, "facility": facility},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@requires("facilities.operate")
def register(request: HttpRequest) -> HttpResponse:
    """Enter something that can be used without booking."""
    form = forms.InfrastructureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        making.register_infrastructure(cluster=cluster_of(request), **form.cleaned_data)
        messages.success(request, _("Added."))
        return redirect("facilities:places", **here(request))
    return render(request, "facilities/register.html", {"form": form}, status=422 if form.errors else 200)


@require_GET
@requires("facilities.see_desk")
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """One facility's desk: hours, closures, what is asked, quotas, prices, what stands beside it."""
    facility, known = managed_or_404(request, pk)
    return render(request, "facilities/place.html", _parts(request, facility, known))


def _parts(request: HttpRequest, facility: Facility, known: Any, **bound: Any) -> dict[str, Any]:
    cluster = facility.cluster
    kept: dict[str, Any] = {
        "hours_form": forms.HoursForm(facility=facility), "closure_form": forms.ClosureForm(), "pair_form": forms.PairForm(facility=facility),
        "requirement_form": forms.RequirementForm(), "quota_form": forms.QuotaForm(cluster=cluster), "tariff_form": forms.TariffForm(cluster=cluster),
        "picture_form": forms.PictureForm(),
    }  # fmt: skip
    given = kept | bound
    forms_of = {name: form for name, form in given.items() if name.endswith("_form")}
    pairs = FacilityPair.objects.filter(a=facility) | FacilityPair.objects.filter(b=facility)
    return {
        **given, **apart(**forms_of),
        "facility": facility, "above": list(reversed(known.above(facility.pk))), "children": known.children(facility.pk),
        "closures": facility.closures.order_by("-starts_at")[:12], "requirements": facility.requirements.all(),
        "quotas": facility.quotas.select_related("price_class"), "tariffs": facility.tariffs.select_related("price_class"),
        "pairs": [(pair, known[pair.b_id if pair.a_id == facility.pk else pair.a_id]) for pair in pairs],
        "operates": rules.operates(request.user, cluster),
    }  # fmt: skip


@require_POST
@requires("facilities.operate")
def set_part(request: HttpRequest, pk: int) -> HttpResponse:
    """Set one part of a facility; what is wrong is said beside its field."""
    facility, known = managed_or_404(request, pk)
    part = request.POST.get("part", "")
    if part in DROPS:
        model, done = DROPS[part]
        done(get_object_or_404(model, pk=number_in(request, "row"), **_within(model, facility)))
    elif part in SETS:
        name, make, carry = SETS[part]
        form = make(request, facility)
        if not form.is_valid():
            told = _parts(request, facility, known, **{name: form, "wrong": part})
            return render(request, "facilities/place.html", told, status=422)
        carry(facility, form)
    else:
        raise Http404
    messages.success(request, _("Saved."))
    return redirect("facilities:place", pk=pk, **here(request))


def _within(model: Any, facility: Facility) -> dict[str, Any]:
    return {"facility": facility} if model is not FacilityPair else {"a__cluster": facility.cluster}


def _no_longer(row: Any) -> None:
    row.delete()


DROPS: dict[str, tuple[Any, Callable[[Any], Any]]] = {
    "lift": (Closure, lambda row: making.lift(closure=row)),
    "drop_requirement": (Requirement, _no_longer),
    "drop_quota": (Quota, _no_longer),
    "drop_pair": (FacilityPair, _no_longer),
}


SETS: dict[str, tuple[str, Callable[..., Any], Callable[..., Any]]] = {
    "hours": (
        "hours_form", lambda request, facility: forms.HoursForm(request.POST, facility=facility),
        lambda facility, form: making.set_hours(facility=facility, rows=form.rows()),
    ),
    "closure": (
        "closure_form", lambda request, _facility: forms.ClosureForm(request.POST),
        lambda facility, form: making.close(facility=facility, **form.values(facility.zone)),
    ),
    "pair": (
        "pair_form", lambda request, facility: forms.PairForm(request.POST, facility=facility),
        lambda facility, form: making.set_pair(a=facility, b=form.cleaned_data["other"], rule=form.cleaned_data["rule"]),
    ),
    "requirement": (
        "requirement_form", lambda request, _facility: forms.RequirementForm(request.POST),
        lambda facility, form: making.require(facility=facility, **form.cleaned_data),
    ),
    "quota": (
        "quota_form", lambda request, facility: forms.QuotaForm(request.POST, cluster=facility.cluster),
        lambda facility, form: making.set_quota(facility=facility, **form.cleaned_data),
    ),
    "price": (
        "tariff_form", lambda request, facility: forms.TariffForm(request.POST, cluster=facility.cluster),
        lambda facility, form: money.set_price(facility=facility, **form.cleaned_data),
    ),
    "picture": (
        "picture_form", lambda request, _facility: forms.PictureForm(request.POST, request.FILES),
        lambda facility, form: making.set_picture(
            facility=facility, upload=form.cleaned_data["file"], text_ko=form.cleaned_data["text_ko"], text_en=form.cleaned_data["text_en"]
        ),
    ),
}  # fmt: skip


@require_GET
@requires("facilities.see_desk")
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """The sign for the door: its name, its rules, and the code to report a problem."""
    facility, known = managed_or_404(request, pk)
    return file_response(
        f"sign-{facility.pk}.pdf", PDF, papers.sign(facility, known, language_of()), inline=True
    )
