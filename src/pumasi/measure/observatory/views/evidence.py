"""The desk of binders: what a label asks, what shows it, what is missing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.kit import uploads
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number_in
from pumasi.kit.bilingual import columns, in_both, read
from pumasi.kit.refused import Refused
from pumasi.kit.sheets import writer
from pumasi.measure.observatory import rules
from pumasi.measure.observatory.actions import evidence as acts
from pumasi.measure.observatory.models import Binder, Evidence
from pumasi.measure.observatory.queries.evidence import standing
from pumasi.measure.observatory.views.common import deed_in, filled

STATES = {
    "shown": gettext_lazy("Shown"), "soon": gettext_lazy("Runs out soon"), "expired": gettext_lazy("Has run out"),
    "missing": gettext_lazy("No document"),
}  # fmt: skip


class BinderForm(forms.ModelForm):  # type: ignore[type-arg]
    """A label and the share of its criteria that it asks for."""

    class Meta:
        model = Binder
        fields = [*columns("name"), "asks"]
        labels = {
            **in_both(name=(gettext_lazy("Name in Korean"), gettext_lazy("Name in English"))),
            "asks": gettext_lazy("Share of criteria that has to be shown, in per cent"),
        }


class DayForm(forms.Form):
    """The last day of a document."""

    expires_on = forms.DateField(required=False)


def _binder_or_404(request: HttpRequest, pk: int) -> Binder:
    return get_object_or_404(Binder, cluster=cluster_of(request), pk=pk)


@require_safe
@requires("observatory.see_desk")
def binders(request: HttpRequest) -> HttpResponse:
    """All binders of the cluster, and how far each is."""
    cluster = cluster_of(request)
    rows = [standing(one) for one in Binder.objects.filter(cluster=cluster)]
    return render(
        request, "observatory/binders.html", {"rows": rows, "may": rules.manages(request.user, cluster)}
    )


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def new_binder(request: HttpRequest) -> HttpResponse:
    """Begin a binder."""
    return filled(
        request, BinderForm(request.POST or None), lambda told: acts.bind(cluster=cluster_of(request), **told),
        {"title": _("New binder")}, lambda kept: ("observatory:binder", kept.pk),
    )  # fmt: skip


@require_safe
@requires("observatory.see_desk")
def binder(request: HttpRequest, pk: int) -> HttpResponse:
    """A binder by area: each criterion with its documents, when they run out, and what is missing."""
    found = standing(_binder_or_404(request, pk))
    parts = [(area, n, [(row, STATES[row.state]) for row in rows]) for area, n, rows in found.areas()]
    context = {
        "binder": found.binder,
        "standing": found,
        "parts": parts,
        "may": rules.manages(request.user, cluster_of(request)),
    }
    return render(request, "observatory/binder.html", context)


def _criteria(request: HttpRequest, found: Binder) -> str:
    return _("Criteria entered: %(n)s.") % {
        "n": acts.ask_for(binder=found, text=request.POST.get("criteria", ""))
    }


def _evidence(request: HttpRequest, found: Binder) -> str:
    criterion = found.criteria.filter(pk=number_in(request, "criterion")).first()
    form = DayForm(request.POST)
    if criterion is None:
        raise Http404
    if not form.is_valid():
        raise Refused("Give the last day as 2027-12-31.", "만료일을 2027-12-31처럼 입력해 주십시오.")
    acts.show(
        criterion=criterion, title=request.POST.get("title", ""), by=request.user, upload=request.FILES.get("file"),
        link=request.POST.get("link", ""), expires_on=form.cleaned_data["expires_on"],
    )  # fmt: skip
    return _("Saved.")


def _drop_criterion(request: HttpRequest, found: Binder) -> str:
    get_object_or_404(found.criteria, pk=number_in(request, "criterion")).delete()
    return _("Taken out.")


def _drop_evidence(request: HttpRequest, found: Binder) -> str:
    get_object_or_404(Evidence, criterion__binder=found, pk=number_in(request, "evidence")).delete()
    return _("Taken out.")


ACTS: dict[str, Callable[[HttpRequest, Binder], str]] = {
    "criteria": _criteria, "evidence": _evidence, "drop_criterion": _drop_criterion, "drop_evidence": _drop_evidence,
}  # fmt: skip


@require_POST
@requires("observatory.manage")
def act_on_binder(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter criteria, put a document behind one, or take either out."""
    found = _binder_or_404(request, pk)
    messages.success(request, deed_in(request, ACTS)(request, found))
    return redirect("observatory:binder", pk=pk, **here(request))


@require_safe
@requires("observatory.see_desk")
def evidence_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A document of a binder."""
    found = get_object_or_404(Evidence, criterion__binder__cluster=cluster_of(request), pk=pk)
    if not found.file:
        raise Http404
    return uploads.as_download(found.file)


@require_safe
@requires("observatory.see_desk")
def binder_table(request: HttpRequest, pk: int) -> HttpResponse:
    """The binder as a table, to go with the documents."""
    found = standing(_binder_or_404(request, pk))
    language = language_of()
    heads = [_("Area of criteria"), _("Criterion"), _("State"), _("Document"), _("Valid until")]
    rows: list[list[str | date | None]] = []
    for area, _n, criteria in found.areas():
        for row in criteria:
            told = [area, str(read(row.criterion, "name", language)), str(STATES[row.state])]
            rows += [[*told, one.title, one.expires_on] for one in row.evidence] or [[*told, "", None]]
    return file_response(f"binder-{pk}.csv", "text/csv; charset=utf-8", writer.write_csv(heads, rows))
