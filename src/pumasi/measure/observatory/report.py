"""A survey in words, for its page and its report alike: both are written from the same lines."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _

from pumasi.kit import paper
from pumasi.kit.asked import language_of
from pumasi.measure.observatory import words
from pumasi.measure.observatory.models import STATES, Survey, Surveyed, state_of
from pumasi.measure.observatory.queries.countries import country_name
from pumasi.measure.observatory.queries.results import Finding, Results, results_of, stories

TEMPLATE = "observatory/papers/report.html"


def state_label(survey: Survey) -> Any:
    """Where the survey stands, in the reader's words."""
    return STATES[state_of(survey)]


@dataclass(frozen=True)
class Line:
    """A factor's row: the finding, and the words that tell it."""

    finding: Finding
    told: str
    otherwise: str
    groups: str
    by_country: str

    @property
    def percent(self) -> int:
        """How long its bar is: 0 to 100."""
        return round(100 * self.finding.named / self.finding.n) if self.finding.n else 0


def line(finding: Finding, language: str = "") -> Line:
    """A finding with its words in a language (default: the reader's)."""
    code = language or language_of()
    return Line(
        finding,
        words.told(finding, code),
        words.otherwise(finding, code),
        words.groups(finding, code),
        words.by_country(finding, code),
    )


def at_home(asked: list[Surveyed], language: str = "") -> list[tuple[Surveyed, str]]:
    """Clusters with the names of their countries, ordered by country."""
    code = language or language_of()
    return sorted(
        ((one, country_name(one.country, code)) for one in asked),
        key=lambda pair: (pair[1], str(pair[0].name)),
    )


def measures(results: Results) -> dict[str, str]:
    """How the coders agreed, in figures of two places and in words; nothing before both have coded."""
    found = results.agreement
    if found is None:
        return {}
    kappa, alpha = ("–" if isnan(value) else f"{value:.2f}" for value in (found.kappa, found.alpha))
    return {"kappa": kappa, "alpha": alpha, "standing": standing(found.standing)}


def standing(name: str) -> str:
    """What an alpha of this standing is good for."""
    return {
        "rely": _("The codes can be relied on (alpha of .80 or more)."),
        "tentative": _("Only tentative conclusions (alpha between .667 and .80)."),
        "weak": _("Too little agreement to conclude from (alpha below .667)."),
        "undefined": _("All codes are alike: agreement beyond chance cannot be told."),
    }[name]


def told(survey: Survey, language: str = "") -> dict[str, Any]:
    """What page and report say of a survey, in a language (default: the reader's)."""
    results = results_of(survey)
    lines = sorted((line(one, language) for one in results.findings), key=lambda one: -one.finding.named)
    return {
        "survey": survey, "results": results, "lines": lines, "state": state_label(survey),
        "asked": at_home(list(results.asked), language), "stories": stories(survey), **measures(results),
    }  # fmt: skip


def _whole(survey: Survey, language: str) -> dict[str, Any]:
    """With a chapter for each factor: who names it, and its cases."""
    context = told(survey, language)
    chapters = [
        (one, at_home(list(one.finding.who), language), stories(survey, one.finding.factor))
        for one in context["lines"]
    ]
    return {**context, "chapters": chapters}


def report_pdf(survey: Survey, language: str) -> bytes:
    """The report as PDF; a draft says so on every page."""
    with translation.override(language):
        return paper.drawn(TEMPLATE, _whole(survey, language), language)


def report_html(survey: Survey, language: str) -> str:
    """The report as a page that stands alone."""
    with translation.override(language):
        return paper.written(TEMPLATE, _whole(survey, language), language)
