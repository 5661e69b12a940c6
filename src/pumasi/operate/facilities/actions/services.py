"""Tests and analyses on request, loans, and problems that somebody reports: each step is refused out of order and kept."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone

from pumasi.commons.holds import api as holds
from pumasi.commons.ledger import api as ledger
from pumasi.commons.members.models import Cluster, Organisation, Person
from pumasi.kit import uploads
from pumasi.kit.refused import Refused
from pumasi.operate.facilities.actions import holding, letters
from pumasi.operate.facilities.models import Facility, Loan, Problem, ServiceRequest, ServiceStep
from pumasi.operate.facilities.queries.tree import tree

RESULT_BYTES = 25_000_000
RESULTS = {"pdf", "docx", "xlsx", "hwpx", "csv", "txt", "zip", "jpg", "png"}
# From which state a request may come to which, and who takes the step.
NEXT = {
    "requested": {"quoted", "declined", "withdrawn"},
    "quoted": {"accepted", "withdrawn", "declined"},
    "accepted": {"received", "withdrawn"},
    "received": {"running"},
    "running": {"reported"},
    "reported": {"closed"},
}
OWN_STEPS = {"accepted", "withdrawn"}
LOAN_NEXT = {
    "requested": {"approved", "declined", "withdrawn"},
    "approved": {"lent", "withdrawn", "declined"},
    "lent": {"returned"},
}


@transaction.atomic
def ask(
    *,
    cluster: Cluster,
    facility: Facility,
    organisation: Organisation,
    person: Person | None,
    title: str,
    by: Any = None,
    **told: Any,
) -> ServiceRequest:
    """Ask for a test or an analysis."""
    if not title.strip():
        raise Refused("Say in a few words what is to be tested.", "의뢰할 시험·분석 내용을 입력해 주십시오.")
    made = ServiceRequest.objects.create(
        cluster=cluster,
        facility=facility,
        organisation=organisation,
        person=person,
        title=title.strip()[:200],
        **told,
    )
    ServiceStep.objects.create(request=made, state=made.state, by=by)
    return made


@transaction.atomic
def step(
    *, request: ServiceRequest, to: str, by: Any = None, note: str = "", quote: int | None = None,
    result: UploadedFile[Any] | None = None,
) -> ServiceRequest:  # fmt: skip
    """Bring a request to its next state; out of order is refused. A quote needs its sum, a result its file or its words."""
    kept = (
        ServiceRequest.objects.select_for_update(of=("self",))
        .select_related("organisation", "person", "cluster", "facility")
        .get(pk=request.pk)
    )
    if to == kept.state:
        return kept
    if to not in NEXT.get(kept.state, set()):
        raise Refused(
            "This request is at “{state}”: that step does not follow.", "현재 상태(‘{state}’)에서는 진행할 수 없는 단계입니다.",
            state=kept.get_state_display(),
        )  # fmt: skip
    if to == "quoted":
        if quote is None or quote < 0:
            raise Refused("Give the sum of the quote in won.", "견적 금액(원)을 입력해 주십시오.")
        kept.quote, kept.quote_note = Decimal(quote), note.strip()[:500]
    if to == "declined" and not note.strip():
        raise Refused("Say in a few words why not.", "거절 사유를 간단히 적어 주십시오.")
    if to == "reported":
        _keep_result(kept, result, note)
    kept.state = to
    kept.save()
    ServiceStep.objects.create(request=kept, state=to, note=note.strip()[:500], by=by)
    if to == "reported":
        _tell(kept)
    letters.service_moved(kept, note.strip())
    return kept


def _keep_result(kept: ServiceRequest, result: UploadedFile[Any] | None, note: str) -> None:
    if result is None and not note.strip():
        raise Refused(
            "Add the result as a file, or say it in words.", "결과 파일을 올리거나 결과를 적어 주십시오."
        )
    if result is not None:
        ending = (result.name or "").rpartition(".")[2].lower()
        if ending not in RESULTS or (result.size or 0) > RESULT_BYTES:
            raise Refused(
                "Choose a file of at most 25 MB: PDF, DOCX, XLSX, HWPX, CSV, TXT, ZIP, JPG or PNG.",
                "25MB 이하의 PDF, DOCX, XLSX, HWPX, CSV, TXT, ZIP, JPG, PNG 파일을 선택해 주십시오.",
            )
        uploads.keep(kept.result, result)
    kept.result_note = note.strip()[:1000]


def _tell(kept: ServiceRequest) -> None:
    """The record hears of a test that was carried out, with who did it where that is known."""
    seats = [ledger.Seat(kept.organisation_id, kept.person_id)]
    if kept.facility.owner_id and kept.facility.owner_id != kept.organisation_id:
        seats.append(ledger.Seat(kept.facility.owner_id))
    seen = "confidential" if kept.confidential else kept.facility.record_visibility
    ledger.record(
        ledger.Fact(
            source=kept.source, kind="service", cluster=kept.cluster_id, starts_at=kept.created_at, ends_at=timezone.now(),
            zone=kept.facility.zone, stage="happened", visibility=seen, origin=kept.origin, parts=seats,
            title_ko=kept.facility.name_ko, title_en=kept.facility.name_en,  # type: ignore[attr-defined]
        )
    )  # fmt: skip


@transaction.atomic
def borrow(
    *, cluster: Cluster, facility: Facility, organisation: Organisation, person: Person | None, starts_at: datetime, ends_at: datetime,
    purpose: str = "",
) -> Loan:  # fmt: skip
    """Ask to borrow a movable item; it is kept for that time from now on."""
    if not facility.movable:
        raise Refused(
            "This cannot be carried away. Book it instead.",
            "반출할 수 없는 장비입니다. 예약하여 이용해 주십시오.",
        )
    if ends_at <= starts_at or starts_at < timezone.now():
        raise Refused("Choose days to come, the first before the last.", "대여 기간을 다시 선택해 주십시오.")
    made = Loan.objects.create(
        cluster=cluster,
        facility=facility,
        organisation=organisation,
        person=person,
        starts_at=starts_at,
        ends_at=ends_at,
        purpose=purpose.strip()[:200],
    )
    holding.take(tree(cluster), [(facility, True)], starts_at, ends_at, made.source)
    return made


@transaction.atomic
def step_loan(*, loan: Loan, to: str, reason_ko: str = "", reason_en: str = "", condition: str = "") -> Loan:
    """Approve, decline, hand out, take back."""
    kept = (
        Loan.objects.select_for_update(of=("self",))
        .select_related("facility", "organisation", "person", "cluster")
        .get(pk=loan.pk)
    )
    if to == kept.state:
        return kept
    if to not in LOAN_NEXT.get(kept.state, set()):
        raise Refused(
            "That does not follow on “{state}”.",
            "현재 상태(‘{state}’)에서는 진행할 수 없습니다.",
            state=kept.get_state_display(),
        )
    now = timezone.now()
    kept.state = to
    kept.reason_ko, kept.reason_en = reason_ko.strip()[:300], reason_en.strip()[:300]  # type: ignore[attr-defined]
    if to == "lent":
        kept.lent_at = now
    if to == "returned":
        kept.returned_at, kept.condition = now, condition.strip()[:300]
    kept.save()
    if to in ("declined", "withdrawn", "returned"):
        holds.release([kept.source])
    if to == "returned":
        ledger.record(
            ledger.Fact(
                source=kept.source, kind="use", cluster=kept.cluster_id, starts_at=kept.lent_at or kept.starts_at, ends_at=now,
                zone=kept.facility.zone, stage="happened", visibility=kept.facility.record_visibility,
                parts=[ledger.Seat(kept.organisation_id, kept.person_id)], title_ko=kept.facility.name_ko, title_en=kept.facility.name_en,  # type: ignore[attr-defined]
            )
        )  # fmt: skip
    if to in ("approved", "declined"):
        letters.loan_moved(kept)
    return kept


@transaction.atomic
def report_problem(
    *, facility: Facility, text: str, dangerous: bool = False, name: str = "", email: str = ""
) -> Problem:
    """Say that something is broken, missing or dangerous; no account is needed."""
    if not text.strip():
        raise Refused("Say in a few words what is wrong.", "어떤 문제인지 적어 주십시오.")
    return Problem.objects.create(
        facility=facility,
        text=text.strip()[:1000],
        dangerous=dangerous,
        name=name.strip()[:120],
        email=email.strip()[:254],
    )


@transaction.atomic
def see_to(*, problem: Problem, to: str, answer: str = "") -> Problem:
    """Say that a problem is being looked at, or solved."""
    problem.state = Problem.State(to)
    problem.answer = answer.strip()[:500] or problem.answer
    problem.save()
    return problem
