"""The shapes of surveys in the API."""

from __future__ import annotations

from datetime import date
from math import isnan
from typing import Any

from pydantic import Field

from pumasi.kit.rest import Instant, Out
from pumasi.measure.observatory.models import Survey, state_of
from pumasi.measure.observatory.queries.results import Finding, Results
from pumasi.measure.observatory.words import told


class SurveyOut(Out):
    """A published survey."""

    id: int
    slug: str
    name_ko: str
    name_en: str
    question_ko: str
    question_en: str
    selection_ko: str = Field(description="How the clusters were chosen and asked.")
    selection_en: str
    first_day: date | None
    last_day: date | None
    is_example: bool = Field(description="Answers of invented clusters.")
    state: str = Field(description="published (a draft that may still change) or locked (final).")
    changed_at: Instant


class ShareOut(Out):
    """A factor with who names it."""

    key: str
    name_ko: str
    name_en: str
    definition_ko: str
    definition_en: str
    named: int
    n: int
    open: int = Field(description="Codes that are not settled; they count in n and not in named.")
    share: float | None = Field(description="named/n; null below ten cases.")
    low: float | None = Field(description="Lower bound of the 95 % interval (Wilson).")
    high: float | None = Field(description="Upper bound of the 95 % interval (Wilson).")
    told_ko: str = Field(description="As it is to be said: 28곳 중 18곳(64%, 95% 신뢰구간 46~79%).")
    told_en: str = Field(description="As it is to be said: 18 of 28 (64 %; 95 % CI 46–79 %).")
    p_between_leads: float | None = Field(
        description="Fisher's exact p, clusters led by companies against those led by a public body."
    )


class ResultsOut(Out):
    """What a survey says."""

    survey: SurveyOut
    clusters: int
    countries: int
    findings: list[ShareOut]
    agreement: float | None = Field(
        description="Share of codes on which the two coders agreed, before rulings."
    )
    kappa: float | None = Field(description="Cohen's kappa.")
    alpha: float | None = Field(description="Krippendorff's alpha for names.")


def survey_out(one: Survey) -> dict[str, Any]:
    """A survey as it travels."""
    names = [name for name in SurveyOut.model_fields if name != "state"]
    return {**{name: getattr(one, name) for name in names}, "state": state_of(one)}


def _share_out(one: Finding) -> dict[str, Any]:
    names = ("key", "name_ko", "name_en", "definition_ko", "definition_en")
    return {
        **{name: getattr(one.factor, name) for name in names},
        "named": one.named, "n": one.n, "open": one.open,
        "share": one.share and one.share.value, "low": one.share and one.share.low, "high": one.share and one.share.high,
        "told_ko": told(one, "ko"), "told_en": told(one, "en"), "p_between_leads": one.p,
    }  # fmt: skip


def results_out(one: Results) -> dict[str, Any]:
    """What a survey says, as it travels; nan becomes nothing."""
    measures = one.agreement and {
        name: None if isnan(value) else value
        for name, value in (
            ("agreement", one.agreement.share),
            ("kappa", one.agreement.kappa),
            ("alpha", one.agreement.alpha),
        )
    }
    return {
        "survey": survey_out(one.survey), "clusters": one.n, "countries": one.countries,
        "findings": [_share_out(finding) for finding in one.findings],
        **(measures or dict.fromkeys(("agreement", "kappa", "alpha"))),
    }  # fmt: skip
