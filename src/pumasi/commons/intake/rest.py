"""Imports over REST: upload, check, answer, start, watch, stop, undo."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from ninja import File, Form, Query, UploadedFile
from ninja.responses import Status

from pumasi.commons.intake import files, jobs, run
from pumasi.commons.intake.schemas import AnswersIn, CheckOut, ImportOut
from pumasi.commons.intake.undo import undo
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch
from pumasi.kit import names
from pumasi.kit.asked import language_of
from pumasi.kit.refused import Refused
from pumasi.kit.rest import Id, Page, Room, Trouble, Window, page, requires
from pumasi.kit.sheets import writer
from pumasi.kit.sheets.columns import guess
from pumasi.kit.sheets.members import member_lines
from pumasi.kit.sheets.vocabulary import FIELDS

room = Room(tags=["Imports"])
OPEN = ("staged", "failed", "stopped")
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _batch(request: HttpRequest, pk: int) -> Batch:
    found: Batch = get_object_or_404(Batch, pk=pk, cluster=request.cluster)  # type: ignore[attr-defined]
    return found


def _open_batch(request: HttpRequest, pk: int) -> Batch:
    found = _batch(request, pk)
    if found.state not in OPEN:
        raise Refused(
            "This import has been started already. Open it from the list.",
            "이미 시작된 불러오기입니다. 목록에서 열어 주십시오.",
        )
    return found


@room.get("/imports", response=Page[ImportOut])
@requires("intake.bring_in")
def list_imports(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read the imports of the cluster, the newest first."""
    return page(Batch.objects.filter(cluster=request.cluster).order_by("-pk"), window)  # type: ignore[attr-defined]


@room.post("/imports", response={201: ImportOut})
@requires("intake.bring_in")
def upload_files(request: HttpRequest, kind: Form[str], uploads: File[list[UploadedFile]]) -> Status[Batch]:
    """Upload a member list (`kind` members) or sign-in sheets (`kind` attendance), as CSV or XLSX. Nothing is brought in yet."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    return Status(201, run.open_batch(kind=kind, cluster=cluster, author=request.user, uploads=uploads))


@room.get("/imports/{int:pk}", response=ImportOut)
@requires("intake.bring_in")
def get_import(request: HttpRequest, pk: Id) -> Batch:
    """Read how far an import is; `state` tells when it is done."""
    return _batch(request, pk)


@room.get("/imports/{int:pk}/check", response=CheckOut)
@requires("intake.bring_in")
def check_import(request: HttpRequest, pk: Id, window: Query[Window]) -> dict[str, Any]:
    """Read what an import would do, row by row or name by name. Changes nothing."""
    batch = _open_batch(request, pk)
    if batch.kind == "members":
        return {"members": _member_check(batch, window)}
    return {"attendance": _attendance_check(batch, window)}


def _member_check(batch: Batch, window: Window) -> dict[str, Any]:
    rows = run.planned(batch)
    verdicts = [row.verdict for row in rows]
    return {
        "columns": guess(run.member_sheet(files.read(batch))),
        "fields": list(FIELDS),
        "mapping": batch.mapping,
        "mode": batch.answers.get("mode", "both"),
        "counts": {verdict: verdicts.count(verdict) for verdict in sorted(set(verdicts))},
        "total": len(rows),
        "rows": [
            {
                **{
                    n: getattr(row, n)
                    for n in ("place", "verdict", "values", "target", "score", "problem_ko", "problem_en")
                },
                "twin": rows[row.twin].place if row.twin is not None else None,
            }
            for row in rows[window.offset : window.offset + window.limit]
        ],
    }


def _attendance_check(batch: Batch, window: Window) -> dict[str, Any]:
    found, matched = run.sheets_of(batch)
    language = language_of()
    shown = found.gatherings[window.offset : window.offset + window.limit]
    return {
        "gatherings": [
            {"title": g.title, "starts_on": g.starts_on, "attendees": len(g.attendees)} for g in shown
        ],
        "total": len(found.gatherings),
        "people": sum(len(gathering.attendees) for gathering in found.gatherings),
        "problems": [
            {
                "place": p.place.text(language),
                "wrong": p.wrong.text(language),
                "remedy": p.remedy.text(language),
            }
            for p in found.problems
        ],
        "sure": len(matched.sure),
        "doubtful": [
            {"key": names.key(text), "text": text, "organisation": pk, "score": score}
            for text, (pk, score) in matched.doubtful.items()
        ],
        "unknown": dict(matched.unknown),
    }


@room.patch("/imports/{int:pk}/answers", response=ImportOut)
@requires("intake.bring_in")
def answer_import(request: HttpRequest, pk: Id, given: AnswersIn) -> Batch:
    """Keep what a person decided: columns, same or different, whom a name means."""
    with transaction.atomic():
        batch = _open_batch(request, pk)
        if given.mapping is not None:
            batch.mapping = _checked_mapping(given.mapping)
        _refuse_strangers(request, given.names or {})
        said = {
            "rows": given.rows,
            "names": {key: str(value) if value else "none" for key, value in (given.names or {}).items()},
        }
        kept = {part: {**batch.answers.get(part, {}), **new} for part, new in said.items() if new}
        batch.answers = {**batch.answers, **kept, **({"mode": given.mode} if given.mode else {})}
        batch.save(update_fields=["mapping", "answers"])
    return batch


def _checked_mapping(mapping: dict[str, str]) -> dict[str, str]:
    wrong = [
        field
        for field, letter in mapping.items()
        if field not in FIELDS or not (letter.isascii() and letter.isalpha())
    ]
    if wrong:
        raise Trouble(422, "invalid", [(f"mapping.{field}", ", ".join(FIELDS)) for field in wrong])
    return mapping


def _refuse_strangers(request: HttpRequest, answers: dict[str, int | None]) -> None:
    """A name can mean only an organisation of this cluster."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    wanted = {pk for pk in answers.values() if pk}
    known = set(
        members.of_cluster(cluster, "managers").order_by().filter(pk__in=wanted).values_list("pk", flat=True)
    )
    if wanted - known:
        raise Refused("Choose an organisation of this cluster.", "이 클러스터의 기업·기관을 선택해 주십시오.")


@room.post("/imports/{int:pk}/start", response=ImportOut)
@requires("intake.bring_in")
def start_import(request: HttpRequest, pk: Id) -> Batch:
    """Hand the import to the worker. Starting it twice starts it once."""
    batch = _open_batch(request, pk)
    with transaction.atomic():
        run.start(batch=batch)
        jobs.defer(batch.pk)
    return _batch(request, pk)


@room.post("/imports/{int:pk}/stop", response=ImportOut)
@requires("intake.bring_in")
def stop_import(request: HttpRequest, pk: Id) -> Batch:
    """Stop a running import; nothing will have been brought in."""
    run.ask_to_stop(batch=_batch(request, pk))
    return _batch(request, pk)


@room.post("/imports/{int:pk}/undo", response=ImportOut)
@requires("intake.bring_in")
def undo_import(request: HttpRequest, pk: Id) -> Batch:
    """Take an import out again, within 30 days."""
    return undo(batch=_batch(request, pk))


@room.get("/imports/{int:pk}/errors", response={200: bytes})
@requires("intake.bring_in")
def download_errors(request: HttpRequest, pk: Id) -> HttpResponse:
    """Download the rows that stay out as a workbook: what is wrong, what to do, ready to be corrected."""
    batch = _batch(request, pk)
    if batch.kind != "members":
        raise Refused(
            "Only a member list has a file of rows to correct.",
            "수정할 행을 모은 파일은 기업·기관 목록에만 있습니다.",
        )
    sheet = run.member_sheet(files.read(batch))
    problems = [problem for line in member_lines(sheet, batch.mapping) for problem in line.problems]
    response = HttpResponse(writer.error_file(sheet, problems, language_of()), content_type=SHEET)
    response["Content-Disposition"] = 'attachment; filename="to-correct.xlsx"'
    return response
