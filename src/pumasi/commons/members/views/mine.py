"""One's own organisation and its offers and needs."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from pumasi.commons.members import forms
from pumasi.commons.members.actions import desk, organisations
from pumasi.commons.members.asked import own_organisation_or_404
from pumasi.commons.members.models import Listing
from pumasi.commons.members.queries.organisation import listings, people_of
from pumasi.kit.access import allowed, require, requires
from pumasi.kit.fields import apart


@require_http_methods(["GET", "POST"])
@requires("members.act_for_organisation")
def my_organisation(request: HttpRequest) -> HttpResponse:
    """The entry of one's organisation; its admins change it."""
    found = own_organisation_or_404(request)
    may_edit = allowed(request.user, "members.edit_organisation", found)
    form = forms.OrganisationForm(request.POST or None, instance=found)
    if request.method == "POST":
        require(request.user, "members.edit_organisation", found)
        if form.is_valid():
            values = {name: form.cleaned_data[name] for name in form.Meta.fields}
            tags = [organisations.tag_named(word) for word in form.tags()]
            organisations.change(organisation=found, tags=tags, **values)
            messages.success(request, _("Saved."))
            return redirect("members:my_organisation", cluster=request.cluster.slug)  # type: ignore[attr-defined]
        found = own_organisation_or_404(request)
    context = {
        "organisation": found,
        "form": form,
        "may_edit": may_edit,
        **apart(listing_form=forms.ListingForm(), invite_form=forms.InviteForm()),
        "listings": listings(found, "managers", expired=True),
        "people": people_of(found, "managers", request.cluster),  # type: ignore[attr-defined]
    }
    return render(request, "members/my_organisation.html", context, status=422 if form.errors else 200)


def _back(request: HttpRequest) -> HttpResponse:
    return redirect("members:my_organisation", cluster=request.cluster.slug)  # type: ignore[attr-defined]


@require_POST
@requires("members.act_for_organisation")
def add_listing(request: HttpRequest) -> HttpResponse:
    """Publish an offer or a need."""
    own = own_organisation_or_404(request)
    form = forms.ListingForm(request.POST)
    if not form.is_valid():
        context = {
            "organisation": own,
            **apart(listing_form=form),
            "listings": listings(own, "managers", expired=True),
        }
        return render(request, "members/my_organisation.html", context, status=422)
    values = form.cleaned_data
    desk.list_something(
        organisation=own,
        kind=values["kind"],
        tags=values["tags"],
        text_ko=values["text_ko"],
        text_en=values["text_en"],
    )
    messages.success(request, _("Published for six months. You will be asked before it ends."))
    return _back(request)


@require_POST
@requires("members.act_for_organisation")
def change_listing(request: HttpRequest, pk: int) -> HttpResponse:
    """Renew an offer or need, or take it down."""
    listing = get_object_or_404(Listing, pk=pk, organisation=own_organisation_or_404(request))
    if request.POST.get("deed") == "renew":
        desk.renew(listing=listing)
    else:
        desk.withdraw_listing(listing=listing)
    return _back(request)
