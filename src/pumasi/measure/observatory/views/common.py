"""What the pages of surveys share."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from pumasi.kit.asked import cluster_of, language_of
from pumasi.measure.observatory import words
from pumasi.measure.observatory.actions.figures import prefix
from pumasi.measure.observatory.models import Factor, Story, Survey, Surveyed
from pumasi.measure.observatory.queries.results import Finding, Results, published


def survey_or_404(request: HttpRequest, pk: int) -> Survey:
    """A survey of the cluster, for its desk."""
    return get_object_or_404(Survey, cluster=cluster_of(request), pk=pk)


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
