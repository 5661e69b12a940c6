"""An import from upload to done: staged, checked, brought in by the worker, and stopped or repeated safely."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.commons.intake import attendance, bring_in, files, plan
from pumasi.commons.intake.progress import Stopped, telling
from pumasi.commons.members.models import Batch, Cluster
from pumasi.kit import sheets
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.attendance import Attendance, read_attendance
from pumasi.kit.sheets.columns import guess, mapping
from pumasi.kit.sheets.members import member_lines

KINDS = ("members", "attendance")


def open_batch(*, kind: str, cluster: Cluster, author: Any, uploads: Iterable[Any]) -> Batch:
    """Keep the files and read them once, so that an unreadable file is refused at the door."""
    if kind not in KINDS:
        raise Refused(
            "Choose what the file is: a member list or sign-in sheets.",
            "파일의 종류를 선택해 주십시오(기업·기관 목록 또는 참석 명단).",
        )
    with transaction.atomic():
        batch = Batch.objects.create(kind=kind, cluster=cluster, author=author)
        files.keep(batch, uploads)
        found = files.read(batch)
        if kind == "members":
            batch.mapping = mapping(guess(member_sheet(found)))
            batch.answers = {"pairs": _decided_before(cluster)}
        batch.save()
    return batch


def _decided_before(cluster: Cluster) -> dict[str, str]:
    """Which pairs of names were called the same or different in imports that stand; nobody is asked twice."""
    applied = Batch.objects.filter(cluster=cluster, kind="members", state="applied").order_by("pk")
    return {
        pair: said
        for batch in applied.only("answers")
        for pair, said in batch.answers.get("pairs", {}).items()
    }


def _remember(batch: Batch, rows: list[plan.Planned]) -> None:
    """Keep what was said of each pair of names, for the next list.

    `finish` writes it: a row locked here would wait for the progress, told on a connection of its own.
    """
    batch.answers["pairs"] = {row.pair: row.said for row in rows if row.said}


def member_sheet(found: list[sheets.Sheet]) -> sheets.Sheet:
    """The sheet with the most rows below headings: the list itself, not the cover sheet."""
    with_header = [sheet for sheet in found if sheet.header]
    if not with_header:
        raise Refused(
            "No row of headings was found. Write a heading such as “Name” above each column.",
            "열 제목이 있는 행을 찾지 못했습니다. 각 열 위에 ‘기업명’과 같은 제목을 써 주십시오.",
        )
    return max(with_header, key=lambda sheet: len(sheet.rows))


def planned(batch: Batch) -> list[plan.Planned]:
    """The rows of a member list as they would be brought in now."""
    assert batch.cluster is not None  # noqa: S101  # a member list always has its cluster
    sheet = member_sheet(files.read(batch))
    match = tuple(batch.answers.get("match") or plan.MATCHES)
    return plan.plan(
        member_lines(sheet, batch.mapping),
        cluster=batch.cluster,
        match=match,
        answers={**batch.answers.get("pairs", {}), **batch.answers.get("rows", {})},
    )


def sheets_of(batch: Batch) -> tuple[Attendance, attendance.Matched]:
    """The gatherings of sign-in sheets, and whom their names mean."""
    assert batch.cluster is not None  # noqa: S101  # sign-in sheets always have their cluster
    found = read_attendance(files.read(batch))
    found.gatherings = [gathering for gathering in found.gatherings if gathering.starts_on]
    return found, attendance.match(
        found.gatherings, cluster=batch.cluster, answers=batch.answers.get("names", {})
    )


def start(*, batch: Batch) -> None:
    """Hand the batch to the worker. Pressing twice starts it once."""
    ready = Batch.objects.filter(pk=batch.pk, state__in=["staged", "stopped", "failed"])
    ready.update(state=Batch.State.RUNNING, progress=0, stop_asked=False, report={})


def ask_to_stop(*, batch: Batch) -> None:
    """Stop at the next step; nothing will have been brought in."""
    Batch.objects.filter(pk=batch.pk, state="running").update(stop_asked=True)


def run(*, batch: Batch) -> bool:
    """Bring a running batch in; give whether this process did it.

    All in one transaction: after a crash the batch is still marked as running and is simply run again.
    """
    with telling(batch.pk) as tell:
        fresh = Batch.objects.filter(pk=batch.pk, state="running").select_related("cluster").first()
        if tell is None or fresh is None:
            return False
        try:
            _apply(fresh, tell)
        except Stopped:
            Batch.objects.filter(pk=batch.pk).update(state="stopped", progress=0)
        except Refused as refusal:
            Batch.objects.filter(pk=batch.pk).update(
                state="failed", report={"en": refusal.text("en"), "ko": refusal.text("ko")}
            )
    return True


@transaction.atomic
def _apply(batch: Batch, tell: Callable[[int, int], None]) -> None:
    assert batch.cluster is not None  # noqa: S101  # checked when the batch was opened
    if batch.kind == "members":
        rows = planned(batch)
        _remember(batch, rows)
        report = bring_in.bring_in(
            batch=batch,
            cluster=batch.cluster,
            rows=rows,
            mode=batch.answers.get("mode", "both"),
            tell=tell,
        )
    else:
        found, matched = sheets_of(batch)
        report = attendance.bring_in(
            batch=batch, cluster=batch.cluster, gatherings=found.gatherings, matched=matched, tell=tell
        )
    finish(batch, report)


def finish(batch: Batch, report: dict[str, Any]) -> None:
    """Mark a batch as brought in, with its counts, in the transaction that did it."""
    batch.state, batch.report, batch.applied_at, batch.progress = (
        Batch.State.APPLIED,
        report,
        timezone.now(),
        100,
    )
    batch.save(update_fields=["answers", "state", "report", "applied_at", "progress"])


def unfinished() -> list[Batch]:
    """Batches that somebody started and nobody finished: the worker's to do, also after a crash."""
    return list(Batch.objects.filter(state="running").order_by("pk"))
