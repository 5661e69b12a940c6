"""A survey as slides: the shares as a chart with its numbers behind, a slide for each factor with its first case, and how it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from django.utils.translation import gettext as _

from pumasi.kit.bilingual import read
from pumasi.kit.slides import Chart, Deck, Slide
from pumasi.measure.observatory.models import Story, Survey


def deck(
    survey: Survey, found: dict[str, Any], *, footer: str, method: Sequence[tuple[str, str]], language: str
) -> Deck:
    """What the slides say; `found` is what the report says (`report.whole`), a draft says so on the first one."""
    results = found["results"]
    subtitle = [_("%(n)s clusters, %(m)s countries") % {"n": results.n, "m": results.countries}]
    if survey.is_example:
        subtitle.append(_("This is an example: its clusters and answers are invented."))
    if not survey.locked_at:
        subtitle.append(_("A draft: until it is final, codes and figures may change."))
    return Deck(
        title=str(read(survey, "name", language)), subtitle="\n".join(subtitle), footer=footer,
        slides=tuple(_slides(found, method, language)),
    )  # fmt: skip


def _slides(found: dict[str, Any], method: Sequence[tuple[str, str]], language: str) -> Iterator[Slide]:
    results, lines = found["results"], found["lines"]
    several = _("A cluster may name several factors, so the shares add up to more than 100 %%.") % {}
    yield Slide(
        title=_("What clusters say made them succeed"), lines=[several] if results.several else [],
        chart=Chart([_name(one, language) for one in lines], [one.finding.named for one in lines], _("Clusters")),
        notes="\n".join(f"{_name(one, language)}: {one.told}" for one in lines),
    )  # fmt: skip
    yield Slide(
        title=_("Shares as they stand"), headings=[_("Factor"), _("Clusters that name it")],
        rows=[(_name(one, language), one.told) for one in lines],
    )  # fmt: skip
    for one, who, cases in found["chapters"]:
        told = [str(read(one.finding.factor, "definition", language)), one.otherwise, one.groups]
        names = ", ".join(f"{read(cluster, 'name', language)} ({country})" for cluster, country in who)
        evidence = "\n".join(case.evidence for case in cases)
        yield Slide(
            title=f"{_name(one, language)}: {one.told}",
            lines=[said for said in told if said],
            case=_case(cases[0], language) if cases else None,
            notes=f"{names}\n{evidence}".strip(),
        )
    yield Slide(title=_("How it was made"), headings=[_("Aspect"), _("How it was done")], rows=list(method))


def _case(case: Story, language: str) -> tuple[str, str]:
    """What it is called and where it happened; what was done and what came of it."""
    parts = (str(read(case, part, language)) for part in ("situation", "action", "result"))
    title = f"{read(case, 'title', language)} ({read(case.surveyed, 'name', language)})"
    return title, " ".join(filter(None, parts))


def _name(one: Any, language: str) -> str:
    return str(read(one.finding.factor, "name", language))
