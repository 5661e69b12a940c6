"""The figures of a published survey, stated for whoever shows or quotes them."""

from __future__ import annotations

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
    claims.take_back(cluster=survey.cluster, begins=prefix(survey))
    if survey.published_at:
        results = results_of(survey)
        for audience in AUDIENCES:
            _state(results, audience)


def _state(results: Results, audience: str) -> None:
    survey = results.survey
    with translation.override("en"):
        rows = reverse(
            "observatory:data", kwargs={"cluster": survey.cluster.slug, "pk": survey.pk, "form": "csv"}
        )
    common: dict[str, Any] = {
        "cluster": survey.cluster, "audience": audience, "as_of": timezone.now(), "rows": rows,
        "window": (survey.first_day, survey.last_day) if survey.first_day and survey.last_day else None,
        "coverage_ko": str(read(survey, "selection", "ko"))[:300], "coverage_en": str(read(survey, "selection", "en"))[:300],
    }  # fmt: skip
    claims.state(
        key=f"{prefix(survey)}clusters", numerator=results.n, unit="cluster",
        definition_ko="조사한 클러스터의 수입니다.", definition_en="Clusters surveyed.", **common,
    )  # fmt: skip
    claims.state(
        key=f"{prefix(survey)}countries", numerator=results.countries, unit="country",
        definition_ko="조사한 클러스터가 있는 국가의 수입니다.", definition_en="Countries of the clusters surveyed.", **common,
    )  # fmt: skip
    for finding in results.findings:
        name_ko, name_en = (str(read(finding.factor, "name", code)) for code in ("ko", "en"))
        claims.state(
            key=f"{prefix(survey)}{finding.factor.key}", numerator=finding.named, denominator=results.n, unit="cluster",
            definition_ko=f"성공 요인으로 {with_particle(name_ko, '을')} 꼽은 클러스터의 수입니다. 한 곳이 여러 요인을 꼽을 수 있습니다."[:400],
            definition_en=f"Clusters that name “{name_en}” as a reason for their success. A cluster may name several."[:400],
            **common,
        )  # fmt: skip
