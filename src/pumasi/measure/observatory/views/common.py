"""What the pages of surveys share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from pumasi.kit.asked import cluster_of, here, language_of
from pumasi.kit.refused import Refused
from pumasi.measure.observatory import words
from pumasi.measure.observatory.actions.figures import prefix
from pumasi.measure.observatory.models import Factor, Story, Survey, Surveyed
from pumasi.measure.observatory.queries.results import Finding, Results, published

Deed = TypeVar("Deed")


def filled(
    request: HttpRequest,
    form: forms.Form | forms.ModelForm[Any],
    keep: Callable[[dict[str, Any]], Any],
    page: dict[str, Any],
    to: Any,
) -> HttpResponse:
    """A page with a form: kept and on to `to(what was kept)`, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            kept = keep(form.cleaned_data)
        except Refused as why:
            form.add_error(None, why.text())
        else:
            messages.success(request, _("Saved."))
            name, pk = to(kept)
            return redirect(name, pk=pk, **here(request))
    return render(
        request, "observatory/form.html", {"form": form, **page}, status=422 if form.errors else 200
    )


def deed_in(request: HttpRequest, deeds: Mapping[str, Deed]) -> Deed:
    """What the form wants done. Raises Refused for what is none of it."""
    deed = deeds.get(request.POST.get("then", ""))
    if deed is None:
        raise Refused("Choose what to do.", "할 일을 선택해 주십시오.")
    return deed


def list_in(request: HttpRequest) -> tuple[bytes, str]:
    """A list that was sent along as a file or pasted, with its name. Raises Refused where there is neither."""
    pasted, upload = request.POST.get("pasted", ""), request.FILES.get("file")
    if upload is not None:
        return upload.read(), upload.name or ""
    if not pasted.strip():
        raise Refused("Choose a file, or paste rows.", "파일을 선택하거나 표를 붙여 넣어 주십시오.")
    return pasted.encode(), _("pasted rows")


def list_told(request: HttpRequest, told: Any) -> dict[str, Any]:
    """What a page shows of a list that was read (`told`, with its problems), or of none: what is wrong, and what was pasted."""
    problems = [one.text(language_of()) for one in told.problems[:50]] if told else []
    pasted = request.POST.get("pasted", "")
    return {"pasted": pasted, "problems": problems, "nothing": told is not None and not problems}


def survey_or_404(request: HttpRequest, pk: int) -> Survey:
    """A survey of the cluster, for its desk."""
    return get_object_or_404(Survey, cluster=cluster_of(request), pk=pk)


def sees_codes(request: HttpRequest, results: Results) -> bool:
    """A coder sees nothing of the other's codes before both are done."""
    mine = results.survey.coders.filter(user=request.user.pk).exists()
    return not mine or results.coders_done


def shown_or_404(request: HttpRequest, pk: int) -> Survey:
    """A survey that the world may read."""
    found = published(cluster_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def surveyed_or_404(request: HttpRequest, pk: int) -> Surveyed:
    """A cluster that was asked in a survey of this one."""
    found = Surveyed.objects.select_related("survey__cluster")
    return get_object_or_404(found, survey__cluster=cluster_of(request), pk=pk)


def factor_or_404(request: HttpRequest, pk: int) -> Factor:
    """A factor of a survey of the cluster."""
    return get_object_or_404(
        Factor.objects.select_related("survey__cluster"), survey__cluster=cluster_of(request), pk=pk
    )


def story_or_404(request: HttpRequest, pk: int) -> Story:
    """A case of a survey of the cluster."""
    found = Story.objects.select_related("surveyed__survey")
    return get_object_or_404(found, surveyed__survey__cluster=cluster_of(request), pk=pk)


def cards(results: Results) -> list[dict[str, Any]]:
    """How many clusters in how many countries, as figures that give their rows."""
    survey = results.survey
    return [
        {"key": f"{prefix(survey)}clusters", "value": results.n, "label": _("clusters surveyed"),
         "definition": _("Every cluster that was asked, whatever it answered."), **_common(survey)},
        {"key": f"{prefix(survey)}countries", "value": results.countries, "label": _("countries"),
         "definition": _("Countries in which these clusters lie, each counted once."), **_common(survey)},
    ]  # fmt: skip


def card(finding: Finding) -> dict[str, Any]:
    """Who names a factor, as a figure that gives its rows."""
    survey = finding.factor.survey
    return {
        "key": f"{prefix(survey)}{finding.factor.key}", "value": finding.named, "n": finding.n, "label": _("clusters name it"),
        "definition": str(finding.factor.definition), "note": words.told(finding, language_of()), **_common(survey),
    }  # fmt: skip


def _common(survey: Survey) -> dict[str, Any]:
    """What all figures of a survey have alike: as of when, where their rows are, what they cover."""
    rows = reverse(
        "observatory:data", kwargs={"cluster": survey.cluster.slug, "pk": survey.pk, "form": "csv"}
    )
    return {"as_of": survey.changed_at, "rows_url": rows, "coverage": str(survey.selection)}
