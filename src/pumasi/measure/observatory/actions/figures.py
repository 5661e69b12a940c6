"""The figures of a published survey, stated for whoever shows or quotes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from django.utils import timezone, translation

from pumasi.commons.claims import api as claims
from pumasi.kit.audiences import AUDIENCES
from pumasi.kit.bilingual import read
from pumasi.kit.particles import with_particle
from pumasi.measure.observatory.models import Survey
from pumasi.measure.observatory.queries.results import Results, results_of


def prefix(survey: Survey) -> str:
    """What the keys of a survey's figures begin with."""
    return f"survey.{survey.slug}."


def state_all(survey: Survey) -> None:
    """State every figure of the survey anew; one that is not public has none."""
    figures = list(_figures(results_of(survey))) if survey.published_at else []
    everywhere = ({**one, "audience": audience} for one in figures for audience in AUDIENCES)
    claims.restate(cluster=survey.cluster, begins=prefix(survey), figures=everywhere)


def _figures(results: Results) -> Iterator[dict[str, Any]]:
    survey = results.survey
    with translation.override("en"):
        rows = reverse(
            "observatory:data", kwargs={"cluster": survey.cluster.slug, "pk": survey.pk, "form": "csv"}
        )
    common: dict[str, Any] = {
        "as_of": timezone.now(), "rows": rows, "unit": "cluster",
        "window": (survey.first_day, survey.last_day) if survey.first_day and survey.last_day else None,
        "coverage_ko": str(read(survey, "selection", "ko"))[:300], "coverage_en": str(read(survey, "selection", "en"))[:300],
    }  # fmt: skip
    yield {
        **common, "key": f"{prefix(survey)}clusters", "numerator": results.n,
        "definition_ko": "조사한 클러스터의 수입니다.", "definition_en": "Clusters surveyed.",
    }  # fmt: skip
    yield {
        **common, "key": f"{prefix(survey)}countries", "numerator": results.countries, "unit": "country",
        "definition_ko": "조사한 클러스터가 있는 국가의 수입니다.", "definition_en": "Countries of the clusters surveyed.",
    }  # fmt: skip
    for finding in results.findings:
        name_ko, name_en = (str(read(finding.factor, "name", code)) for code in ("ko", "en"))
        named = with_particle(name_ko, "을")
        yield {
            **common, "key": f"{prefix(survey)}{finding.factor.key}", "numerator": finding.named, "denominator": results.n,
            "definition_ko": f"성공 요인으로 {named} 꼽은 클러스터의 수입니다. 한 곳이 여러 요인을 꼽을 수 있습니다."[:400],
            "definition_en": f"Clusters that name “{name_en}” as a reason for their success. A cluster may name several."[:400],
        }  # fmt: skip
