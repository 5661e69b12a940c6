"""Start / import: drop files, check what would happen, bring in, watch, undo."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from pumasi.commons.intake import files, jobs, plan, run
from pumasi.commons.intake.undo import undo as undo_batch
from pumasi.commons.members.models import Batch, Organisation
from pumasi.kit import names
from pumasi.kit.access import requires
from pumasi.kit.asked import language_of
from pumasi.kit.refused import Refused
from pumasi.kit.sheets import writer
from pumasi.kit.sheets.columns import SHOWN, guess
from pumasi.kit.sheets.members import member_lines
from pumasi.kit.sheets.vocabulary import FIELDS

ROWS_SHOWN = 20


def _batch(request: HttpRequest, pk: int) -> Batch:
    found: Batch = get_object_or_404(Batch, pk=pk, cluster=request.cluster)  # type: ignore[attr-defined]
    return found


@require_GET
@requires("intake.bring_in")
def start(request: HttpRequest) -> HttpResponse:
    """The drop zones and the imports so far."""
    batches = Batch.objects.filter(cluster=request.cluster).order_by("-pk")[:20]  # type: ignore[attr-defined]
    return render(request, "intake/start.html", {"batches": batches})


@require_POST
@requires("intake.bring_in")
def upload(request: HttpRequest) -> HttpResponse:
    """Keep the files and go on to checking them."""
    batch = run.open_batch(
        kind=request.POST.get("kind", ""),
        cluster=request.cluster,  # type: ignore[attr-defined]
        author=request.user,
        uploads=request.FILES.getlist("files"),
    )
    return redirect("intake:check", pk=batch.pk, cluster=request.cluster.slug)  # type: ignore[attr-defined]


@require_GET
@requires("intake.bring_in")
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """What would happen, row by row or name by name; afterwards what did happen."""
    batch = _batch(request, pk)
    if batch.state in ("staged", "failed", "stopped"):
        context = _member_check(batch) if batch.kind == "members" else _attendance_check(batch)
        return render(request, f"intake/check_{batch.kind}.html", {"batch": batch, **context})
    return render(request, "intake/batch.html", {"batch": batch, "report": batch.report})


def _member_check(batch: Batch) -> dict[str, Any]:
    sheet = run.member_sheet(files.read(batch))
    rows = run.planned(batch)
    language = language_of()
    chosen = {column: field for field, column in batch.mapping.items()}
    columns = [
        {
            "letter": g.letter,
            "header": g.header,
            "chosen": chosen.get(g.letter, ""),
            "confidence": g.confidence,
            "samples": g.samples[:3],
        }
        for g in guess(sheet)
    ]
    known = Organisation.objects.in_bulk([row.target for row in rows if row.target])
    alike = [
        {"row": row, "mine": row.values, "other": known[row.target] if row.target else None, "twin": rows[row.twin] if row.twin is not None else None,
         "why": row.problem_ko if language == "ko" else row.problem_en}
        for row in rows if row.verdict in ("alike", "alike_same")
    ]  # fmt: skip
    return {
        "columns": columns,
        "fields": [(name, said.text(language)) for name, said in FIELDS.items()],
        "rows": rows[:SHOWN],
        "broken": [
            (row, row.problem_ko if language == "ko" else row.problem_en)
            for row in rows
            if row.verdict == "refused"
        ],
        "doubts": [
            (row, row.problem_ko if language == "ko" else row.problem_en)
            for row in rows
            if row.verdict not in ("refused", "alike", "alike_same") and row.problem_en
        ],
        "alike": alike,
        "counts": plan.counts(rows),
        "total": len(rows),
        "mode": batch.answers.get("mode", "both"),
    }


def _attendance_check(batch: Batch) -> dict[str, Any]:
    found, matched = run.sheets_of(batch)
    proposals = Organisation.objects.in_bulk([pk for pk, _score in matched.doubtful.values()])
    language = language_of()
    return {
        "gatherings": found.gatherings[:ROWS_SHOWN],
        "total": len(found.gatherings),
        "people": sum(len(gathering.attendees) for gathering in found.gatherings),
        "layouts": found.layouts,
        "problems": [
            (p.place.text(language), p.wrong.text(language), p.remedy.text(language)) for p in found.problems
        ],
        "sure": len(matched.sure),
        "doubtful": [
            {"key": names.key(text), "text": text, "proposal": proposals.get(pk), "score": score}
            for text, (pk, score) in matched.doubtful.items()
        ],
        "unknown": sorted(matched.unknown.items(), key=lambda item: -item[1]),
    }


@require_POST
@requires("intake.bring_in")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was chosen on the check page: columns, matching, same or different."""
    batch = _batch(request, pk)
    _refuse_unless_open(batch)
    if batch.kind == "members":
        chosen = {
            field: key.removeprefix("column_")
            for key, field in request.POST.items()
            if key.startswith("column_") and field
        }
        if chosen:
            batch.mapping = chosen
        rows = {
            key.removeprefix("row_"): value for key, value in request.POST.items() if key.startswith("row_")
        }
        said = batch.answers.get("rows", {})
        batch.answers = {
            **batch.answers,
            "rows": {**said, **rows},
            "mode": request.POST.get("mode", batch.answers.get("mode", "both")),
        }
    else:
        given = {
            key.removeprefix("name_"): value for key, value in request.POST.items() if key.startswith("name_")
        }
        batch.answers = {**batch.answers, "names": {**batch.answers.get("names", {}), **given}}
    batch.save(update_fields=["mapping", "answers"])
    if request.POST.get("then") == "bring_in":
        return _bring_in(request, batch)
    return redirect("intake:check", pk=pk, cluster=request.cluster.slug)  # type: ignore[attr-defined]


def _refuse_unless_open(batch: Batch) -> None:
    if batch.state not in ("staged", "failed", "stopped"):
        raise Refused(
            "This import has been started already. Open it from the list.",
            "이미 시작된 불러오기입니다. 목록에서 열어 주십시오.",
        )


def _bring_in(request: HttpRequest, batch: Batch) -> HttpResponse:
    with transaction.atomic():
        run.start(batch=batch)
        jobs.defer(batch.pk)
    return redirect("intake:check", pk=batch.pk, cluster=request.cluster.slug)  # type: ignore[attr-defined]


@require_GET
@requires("intake.bring_in")
def status(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is; asked every second by the page."""
    return render(request, "intake/status_fragment.html", {"batch": _batch(request, pk)})


@require_POST
@requires("intake.bring_in")
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    """Stop; nothing will have been brought in."""
    run.ask_to_stop(batch=_batch(request, pk))
    return redirect("intake:check", pk=pk, cluster=request.cluster.slug)  # type: ignore[attr-defined]


@require_POST
@requires("intake.bring_in")
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the import out again."""
    undo_batch(batch=_batch(request, pk))
    messages.success(request, _("Undone. Everything is as it was before."))
    return redirect("intake:start", cluster=request.cluster.slug)  # type: ignore[attr-defined]


@require_GET
@requires("intake.bring_in")
def errors(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that stay out, as a file: what is wrong, what to do, ready to be corrected and read in again."""
    batch = _batch(request, pk)
    sheet = run.member_sheet(files.read(batch))
    problems = [problem for line in member_lines(sheet, batch.mapping) for problem in line.problems]
    body = writer.error_file(sheet, problems, language_of())
    response = HttpResponse(
        body, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    )
    response["Content-Disposition"] = 'attachment; filename="to-correct.xlsx"'
    return response
