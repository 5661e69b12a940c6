"""What a wave says: every question in turn, and two of them against each other; for the world small cells are held back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number
from pumasi.kit.sheets import writer
from pumasi.measure.observatory import words
from pumasi.measure.observatory.asking.tables import labels_of, named
from pumasi.measure.observatory.models import Question, Surveyed, Wave
from pumasi.measure.observatory.picture import Bars, drawn
from pumasi.measure.observatory.queries.answered import cells_of, is_over, questions_of
from pumasi.measure.observatory.queries.handed_out import KINDS
from pumasi.measure.observatory.queries.results import published
from pumasi.measure.observatory.queries.summaries import Crossed, Summary, crossed, summaries
from pumasi.measure.observatory.views.waves import wave_or_404

SVG = "image/svg+xml"
# What stands across where no second question is chosen.
LEAD = "lead"


def _shown_or_404(request: HttpRequest, pk: int) -> Wave:
    """A wave that the world may read: of a published survey, when no answer is awaited any more."""
    found = wave_or_404(request, pk)
    if not published(cluster_of(request)).filter(pk=found.survey_id).exists() or not is_over(found):
        raise Http404
    return found


@require_safe
@requires("observatory.see")
def by_question(request: HttpRequest, pk: int) -> HttpResponse:
    """What the world reads of a wave."""
    return _page(request, _shown_or_404(request, pk), world=True)


@require_safe
@requires("observatory.see_desk")
def desk_by_question(request: HttpRequest, pk: int) -> HttpResponse:
    """The same for who works here, while it is asked, with every cell."""
    return _page(request, wave_or_404(request, pk), world=False)


@require_safe
@requires("observatory.see")
def crossed_file(request: HttpRequest, pk: str, form: str) -> HttpResponse:
    """Two questions against each other as a picture (SVG) or a table (CSV, XLSX), as the world reads it."""
    wave = _shown_or_404(request, number(pk))
    questions = questions_of(wave.instrument)
    chosen = _chosen(request, questions) or next(((one, None) for one in questions if one.chooses), None)
    if chosen is None:
        raise Http404
    down, across = chosen
    table = _table(down, across, crossed(wave, down, across, world=True))
    name = f"{wave.survey.slug}-wave-{wave.number}-{down.key}.{form}"
    if form == "svg":
        note = _("%(survey)s, wave %(wave)s, n = %(n)s") % {
            "survey": wave.survey.name,
            "wave": wave.number,
            "n": table["n"],
        }
        bars = Bars(
            table["title"],
            table["rows"],
            table["columns"],
            [row for _label, row in table["lines"]],
            note,
            _("held back"),
        )
        return file_response(name, SVG, drawn(bars))
    rows = [[label, *("" if one is None else one for one in row)] for label, row in table["lines"]]
    heads = [str(down.text), *table["columns"]]
    body = writer.write_csv(heads, rows) if form == "csv" else writer.write_xlsx(heads, rows, sheet=down.key)
    return file_response(name, KINDS[form], body)


def _page(request: HttpRequest, wave: Wave, *, world: bool) -> HttpResponse:
    questions, language = questions_of(wave.instrument), language_of()
    cells = cells_of(wave, sent=True)
    told = summaries(wave, world=world, cells=cells)
    chosen = _chosen(request, questions)
    context = {
        "wave": wave, "survey": wave.survey, "world": world, "asked": wave.responses.count(),
        "sent": wave.responses.filter(sent_at__isnull=False).count(), "lines": [_line(one, language) for one in told],
        "downs": [one for one in questions if one.chooses], "chosen": chosen,
        "crossed": _table(*chosen, crossed(wave, *chosen, world=world, cells=cells)) if chosen else None,
        "across": request.GET.get("across", LEAD), "forms": _files(request, wave) if chosen and world else [],
    }  # fmt: skip
    return render(request, "observatory/by_question.html", context)


def _files(request: HttpRequest, wave: Wave) -> list[dict[str, str]]:
    """Where the crossed table can be had as a picture or a table."""
    return [
        {
            "label": form.upper(),
            "url": f"{reverse('observatory:crossed', kwargs={'pk': wave.pk, 'form': form, **here(request)})}?{request.GET.urlencode()}",
        }
        for form in ("svg", "csv", "xlsx")
    ]


def _line(one: Summary, language: str) -> dict[str, Any]:
    """A question in words: who answered, and what."""
    labels = labels_of(one.question, language)
    return {
        "one": one,
        "shares": [
            (labels[share.key], words.counted(share, one.n, language), share.count) for share in one.shares
        ],
        "middles": [words.middle(middle, one.question, language) for middle in one.middles],
        "grid": _grid(one, language),
        "words": one.question.kind in {Question.Kind.TEXT, Question.Kind.FILE},
        "first": one.question.kind == Question.Kind.RANK,
    }


def _grid(one: Summary, language: str) -> dict[str, Any]:
    """A table's cells in words, below what its columns for numbers are called; nothing where it has none."""
    if not one.grid:
        return {}
    question = one.question
    heads = named((column for column in question.columns if column.get("number")), language)
    labels = labels_of(question, language).values()
    told = (
        [
            (head, words.middle(cell, question, language) if cell else "–")
            for head, cell in zip(heads.values(), row, strict=True)
        ]
        for row in one.grid
    )
    return {"heads": list(heads.values()), "rows": list(zip(labels, told, strict=True))}


def _chosen(request: HttpRequest, questions: list[Question]) -> tuple[Question, Question | None] | None:
    """The question that goes down and the one across (none: who leads the cluster), where the address names them."""
    by_key = {one.key: one for one in questions if one.chooses}
    down, across = by_key.get(request.GET.get("down", "")), by_key.get(request.GET.get("across", ""))
    if down is None or down is across:
        return None
    return down, across


def _table(down: Question, across: Question | None, found: Crossed) -> dict[str, Any]:
    language = language_of()
    downs = labels_of(down, language)
    acrosses = (
        labels_of(across, language)
        if across
        else {str(key): str(label) for key, label in Surveyed.Lead.choices}
    )
    title = f"{down.text} × {across.text if across else _('Led by')}"
    return {
        "title": title, "down": down, "n": found.n, "several": found.several,
        "rows": [downs[key] for key in found.rows], "columns": [acrosses[key] for key in found.columns],
        "lines": [(downs[key], row) for key, row in zip(found.rows, found.counts, strict=True)],
        "p": words.exact_test(found.p, language),
    }  # fmt: skip
