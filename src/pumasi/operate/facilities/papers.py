"""What is printed: the sign on the door, statements of tests, invoices, and the report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation

from pumasi.commons.members.models import Organisation
from pumasi.kit.paper import drawn
from pumasi.kit.qr import qr
from pumasi.operate.facilities.models import Charge, Facility, ServiceRequest
from pumasi.operate.facilities.queries import qualified
from pumasi.operate.facilities.queries.report import Report
from pumasi.operate.facilities.queries.tree import Tree


def sign(facility: Facility, tree: Tree, language: str) -> bytes:
    """The sign for the door of a facility."""
    with translation.override(language):
        path = reverse("facilities:problem", kwargs={"cluster": facility.cluster.slug, "pk": facility.pk})
    context = {
        "facility": facility,
        "address": f"{settings.SITE_URL}{path}",
        "qr": qr(f"{settings.SITE_URL}{path}"),
        "requirements": qualified.required(tree, [facility.pk]),
    }
    return drawn("facilities/papers/sign.html", context, language)


def statement(request: ServiceRequest, language: str) -> bytes:
    """What was tested for whom, when, and what it costs."""
    return drawn("facilities/papers/statement.html", {"one": request, "steps": request.steps.all()}, language)


def invoice(groups: Sequence[tuple[Organisation, list[Charge], int]], month: str, language: str) -> bytes:
    """Lines to be invoiced, a page for each organisation."""
    return drawn("facilities/papers/invoice.html", {"groups": groups, "month": month}, language)


def report(made: Report, rows: dict[str, Any], language: str) -> bytes:
    """The report on paper."""
    return drawn("facilities/papers/report.html", {"report": made, **rows}, language)
