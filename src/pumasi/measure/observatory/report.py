"""A survey in words, for its page and its report alike: both are written from the same lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import isnan
from typing import Any

from django.utils import timezone, translation
from django.utils.translation import gettext as _

from pumasi.kit import documents, paper
from pumasi.kit.asked import language_of
from pumasi.kit.bilingual import read
from pumasi.kit.countries import country_name
from pumasi.kit.documents import Heading, Table, Text
from pumasi.kit.slides import PPTX, pptx
from pumasi.measure.observatory import words
from pumasi.measure.observatory.models import STATES, Story, Survey, Surveyed, state_of
from pumasi.measure.observatory.queries.results import Finding, Results, results_of, stories
from pumasi.measure.observatory.slides import deck

TEMPLATE = "observatory/papers/report.html"
KINDS = {"pdf": paper.PDF, "docx": documents.DOCX, "hwpx": documents.HWPX, "pptx": PPTX}
Block = Heading | Text | Table


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


def whole(survey: Survey, language: str) -> dict[str, Any]:
    """With a chapter for each factor: who names it, and its cases."""
    context = told(survey, language)
    chapters = [
        (one, at_home(list(one.finding.who), language), stories(survey, one.finding.factor))
        for one in context["lines"]
    ]
    return {**context, "chapters": chapters}


def document(survey: Survey, language: str) -> documents.Document:
    """The same report for programs that go on editing it; evidence stands in footnotes."""
    with translation.override(language):
        found = whole(survey, language)
        return documents.Document(
            title=_in(survey, "name", language), language=language,
            header=f"{_in(survey.cluster, 'name', language)} · {found['state']}",
            footer=cited(survey, language), blocks=tuple(_blocks(survey, found, language)),
        )  # fmt: skip


def _blocks(survey: Survey, found: dict[str, Any], language: str) -> Iterator[Block]:
    results: Results = found["results"]
    yield Text(_("%(n)s clusters, %(m)s countries") % {"n": results.n, "m": results.countries}, strong=True)
    if survey.is_example:
        yield Text(_("This is an example: its clusters and answers are invented."), strong=True)
    if not survey.locked_at:
        yield Text(_("A draft: until it is final, codes and figures may change."), strong=True)
    yield Heading(_("What clusters say made them succeed"))
    shares = [(_in(one.finding.factor, "name", language), one.told) for one in found["lines"]]
    yield Table([_("Factor"), _("Clusters that name it")], shares)
    if results.several:
        yield Text(_("A cluster may name several factors, so the shares add up to more than 100 %%.") % {})
    for one, who, cases in found["chapters"]:
        yield from _chapter(one, who, cases, language)
    yield Heading(_("How it was made"))
    yield Table([_("Aspect"), _("How it was done")], list(method(results, language)))


def _chapter(
    one: Line, who: list[tuple[Surveyed, str]], cases: list[Story], language: str
) -> Iterator[Block]:
    factor = one.finding.factor
    yield Heading(f"{_in(factor, 'name', language)}: {one.told}")
    for said in (_in(factor, "definition", language), one.otherwise, one.groups, one.by_country):
        if said:
            yield Text(said)
    for case in cases:
        yield Heading(_in(case, "title", language), level=2)
        told = " ".join(
            filter(None, (_in(case, part, language) for part in ("situation", "action", "result")))
        )
        yield Text(told, note=f"{_in(case.surveyed, 'name', language)}. {case.evidence}")
    if who:
        yield Text(", ".join(f"{_in(cluster, 'name', language)} ({country})" for cluster, country in who))


def method(results: Results, language: str) -> Iterator[tuple[str, str]]:
    """How a survey was made, line by line."""
    survey = results.survey
    for label, name in (
        (_("Question"), "question"),
        (_("Selection"), "selection"),
        (_("Instrument"), "instrument"),
    ):
        if said := _in(survey, name, language):
            yield label, said
    if survey.first_day and survey.last_day:
        yield _("Period"), f"{survey.first_day.isoformat()} – {survey.last_day.isoformat()}"
    found = measures(results)
    if found and results.agreement:
        share = f"{100 * results.agreement.share:.1f}%"
        said = _("%(p)s of codes alike, Cohen's kappa %(k)s, Krippendorff's alpha %(a)s")
        yield (
            _("Agreement of the two coders"),
            f"{said % {'p': share, 'k': found['kappa'], 'a': found['alpha']}}. {found['standing']}",
        )

    yield (
        _("Intervals"),
        _(
            "Wilson, 95 %%: what these shares would leave open if the clusters were a sample. Below ten clusters no percentage is given."
        )
        % {},
    )
    yield _("State"), str(state_label(survey))


def cited(survey: Survey, language: str) -> str:
    """How to cite it: who asked, what, and as of when it is final, or that it is a draft."""
    state = (
        f"{survey.locked_at:%Y-%m-%d}"
        if survey.locked_at
        else f"{_('Draft')} {timezone.localdate().isoformat()}"
    )
    return ", ".join([_in(survey.cluster, "name", language), _in(survey, "name", language), state])


def _in(thing: object, name: str, language: str) -> str:
    return str(read(thing, name, language))


def report(survey: Survey, language: str, form: str) -> bytes:
    """The report as `pdf`, `docx`, `hwpx`, `pptx` or `html`. Raises KeyError for another form."""
    written = {
        "pdf": lambda: report_pdf(survey, language),
        "docx": lambda: documents.docx(document(survey, language)),
        "hwpx": lambda: documents.hwpx(document(survey, language)),
        "pptx": lambda: slides(survey, language),
        "html": lambda: report_html(survey, language).encode(),
    }
    return written[form]()


def report_pdf(survey: Survey, language: str) -> bytes:
    """The report as PDF; a draft says so on every page."""
    with translation.override(language):
        return paper.drawn(TEMPLATE, whole(survey, language), language)


def slides(survey: Survey, language: str) -> bytes:
    """The report as slides."""
    with translation.override(language):
        found = whole(survey, language)
        rows = list(method(found["results"], language))
        return pptx(deck(survey, found, footer=cited(survey, language), method=rows, language=language))


def report_html(survey: Survey, language: str) -> str:
    """The report as a page that stands alone."""
    with translation.override(language):
        return paper.written(TEMPLATE, whole(survey, language), language)
