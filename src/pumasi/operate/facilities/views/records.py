"""The operator's records: papers that users hold, what is to be invoiced, the report of use, and bringing in the past."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods

from pumasi.commons.members.models import Batch
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number, number_in, numbers_in
from pumasi.kit.fields import apart
from pumasi.kit.paper import PDF
from pumasi.kit.refused import Refused
from pumasi.operate.facilities import forms, papers, rules
from pumasi.operate.facilities.actions import bringing, money, qualifying
from pumasi.operate.facilities.forms.managing import organisation_in
from pumasi.operate.facilities.models import Charge, Credit, Qualification
from pumasi.operate.facilities.models.access import Needed
from pumasi.operate.facilities.queries import desk as asked
from pumasi.operate.facilities.queries import qualified, sheets
from pumasi.operate.facilities.queries.report import Report, years_of_use
from pumasi.operate.facilities.queries.report import report as counted
from pumasi.operate.facilities.queries.tree import depth, tree
from pumasi.operate.facilities.views.board import desk_ways
from pumasi.operate.facilities.views.common import PER_PAGE, today_there

UPLOAD = 20_000_000


@require_http_methods(["GET", "POST"])
@requires("facilities.see_desk")
def qualifications(request: HttpRequest) -> HttpResponse:
    """Agreements, insurances, inductions: who holds what until when; granting them, and which events grant them."""
    cluster = cluster_of(request)
    operates = rules.operates(request.user, cluster)
    events = qualified.events_to_count(cluster) if operates else []
    form, training_form = forms.QualificationForm(), forms.TrainingForm(events=events)
    if request.method == "POST":
        if not operates:
            raise Http404
        if request.POST.get("part") == "training":
            training_form = forms.TrainingForm(request.POST, events=events)
            if training_form.is_valid():
                qualifying.count_as_training(cluster=cluster, **training_form.cleaned_data)
                n = qualifying.grant_due(cluster)
                messages.success(
                    request,
                    ngettext("Saved. %(n)d induction granted.", "Saved. %(n)d inductions granted.", n)
                    % {"n": n},
                )
                return redirect("facilities:qualifications", **here(request))
        elif request.POST.get("part") == "end":
            row = get_object_or_404(Qualification, pk=number_in(request, "row"), cluster=cluster)
            row.valid_until = today_there(cluster.zone)
            row.save()
            return redirect("facilities:qualifications", **here(request))
        else:
            form = forms.QualificationForm(request.POST)
            if form.is_valid():
                qualifying.grant(cluster=cluster, by=request.user, **form.values(cluster))
                messages.success(request, _("Saved."))
                return redirect("facilities:qualifications", **here(request))
    kind, text = request.GET.get("kind", ""), request.GET.get("q", "").strip()[:100]
    ending = "ending" in request.GET
    rows = asked.qualifications(cluster, kind=kind if kind in Needed.values else "", text=text, ending=ending)
    context = {
        "tabs": desk_ways(request, "qualifications"), "form": form, **apart(training_form=training_form),
        "page": Paginator(rows, PER_PAGE).get_page(request.GET.get("page")), "kinds": Needed.choices, "kind": kind, "text": text,
        "ending": ending, "trainings": qualified.counted_as_training(cluster), "today": today_there(cluster.zone),
        "operates": operates,
    }  # fmt: skip
    return render(
        request,
        "facilities/qualifications.html",
        context,
        status=422 if form.errors or training_form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@requires("facilities.see_desk")
def charges(request: HttpRequest) -> HttpResponse:
    """What is to be invoiced in a month, with adjustments and credits; as CSV, XLSX and PDF."""
    cluster = cluster_of(request)
    if request.method == "POST":
        if not rules.operates(request.user, cluster):
            raise Http404
        return _charged(request, cluster)
    today = today_there(cluster.zone)
    month = request.GET.get("month", "") or f"{today:%Y-%m}"
    first, last = _month(month) or (today.replace(day=1), today)
    rows = (
        Charge.objects.filter(cluster=cluster, day__range=(first, last))
        .select_related("organisation", "booking")
        .prefetch_related("credit_uses")
    )
    rows = asked.readable(rows, request.user, cluster, confidential="booking__confidential")
    form = request.GET.get("format", "")
    if form in ("csv", "xlsx"):
        body = sheets.charge_file(rows, language_of(), form)
        return file_response(f"charges-{month}.{form}", sheets.XLSX if form == "xlsx" else sheets.CSV, body)
    if form == "pdf":
        return file_response(
            f"charges-{month}.pdf", PDF, papers.invoice(sheets.by_organisation(rows), month, language_of())
        )
    found = list(rows)
    context = {
        "tabs": desk_ways(request, "charges"), "month": month, "first": first, "before": first - timedelta(days=1),
        "after": last + timedelta(days=1),
        "groups": sheets.by_organisation(found), "sum": sum(one.due for one in found), "open": [one for one in found if one.state == "open"],
        "credits": [(one, money.left_of(one)) for one in Credit.objects.filter(cluster=cluster).select_related("organisation")[:40]],
        "credit_form": forms.CreditForm(), "operates": rules.operates(request.user, cluster),
    }  # fmt: skip
    return render(request, "facilities/charges.html", context)


def _charged(request: HttpRequest, cluster: Any) -> HttpResponse:
    part = request.POST.get("part", "")
    if part == "credit":
        form = forms.CreditForm(request.POST)
        if not form.is_valid():
            raise Refused(
                "Give organisation, amount, first day and reason.",
                "기업·기관, 금액, 시작일, 사유를 입력해 주십시오.",
            )
        told = form.cleaned_data
        organisation = organisation_in(cluster, told.pop("organisation_name"))
        assert organisation is not None  # noqa: S101  # the form asks for it, and an unknown name is refused
        money.give_credit(cluster=cluster, organisation=organisation, **told)
    elif part == "export":
        rows = Charge.objects.filter(cluster=cluster, pk__in=numbers_in(request, "chosen"))
        n = money.export(charges=rows, invoice=request.POST.get("invoice", ""))
        messages.success(
            request,
            ngettext("%(n)d line is on the invoice.", "%(n)d lines are on the invoice.", n) % {"n": n},
        )
    else:
        one = get_object_or_404(Charge, pk=number_in(request, "row"), cluster=cluster)
        reason = request.POST.get("reason", "")
        if part == "waive":
            money.waive(charge=one, reason=reason)
        else:
            text = request.POST.get("by", "").replace(",", "").strip()
            if not text.removeprefix("-").isdigit():
                raise Refused(
                    "Write the change in won, such as -50000.",
                    "조정 금액을 원 단위로 입력해 주십시오. 예: -50000",
                )
            money.adjust(charge=one, by=int(text), reason=reason)
    messages.success(request, _("Saved."))
    return redirect(f"{request.path}?month={request.POST.get('month', '')}")


def _month(text: str) -> tuple[date, date] | None:
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError:
        return None
    following = (first + timedelta(days=32)).replace(day=1)
    return first, following - timedelta(days=1)


@require_GET
@requires("facilities.see_desk")
def report(request: HttpRequest) -> HttpResponse:
    """Hours of use of a year or any window, of one facility or all; as page, CSV, XLSX and PDF."""
    cluster = cluster_of(request)
    known = tree(cluster)
    pk = number(request.GET.get("facility", ""))
    facility = known.get(pk)
    years = years_of_use(cluster)
    first, last = _window(request, years, today_there(cluster.zone))
    made = counted(known, cluster, facility, first, last)
    form = request.GET.get("format", "")
    if form in ("csv", "xlsx"):
        body = sheets.report_file(made, language_of(), form, names=True)
        return file_response(
            f"use-{first}-{last}.{form}", sheets.XLSX if form == "xlsx" else sheets.CSV, body
        )
    context = {**_shown(made), "facility": facility}
    if form == "pdf":
        return file_response(f"use-{first}-{last}.pdf", PDF, papers.report(made, context, language_of()))
    context |= {
        "tabs": desk_ways(request, "report"), "report": made, "first": first, "last": last, "years": years[:12],
        "facilities": depth(known, known.ordered()),
    }  # fmt: skip
    return render(request, "facilities/report.html", context)


def _window(request: HttpRequest, years: list[int], today: date) -> tuple[date, date]:
    """A year, or the days from one to another; the present year where nothing is said."""
    try:
        first = date.fromisoformat(request.GET.get("first", ""))
        last = date.fromisoformat(request.GET.get("last", ""))
    except ValueError:
        year = number(request.GET.get("year", "")) or (years[0] if years else today.year)
        year = year if 1900 < year < 2200 else today.year  # years that a calendar knows
        return date(year, 1, 1), date(year, 12, 31)
    return (first, last) if first <= last else (last, first)


def _shown(made: Report) -> dict[str, Any]:
    """What the page draws: the week as a heat map, months as bars."""
    most = max(made.heat.values(), default=0.0)
    hours = sorted({hour for _, hour in made.heat}) or list(range(8, 20))
    shown = range(hours[0], hours[-1] + 1)
    peak = max((row.hours for row in made.months), default=0.0)
    return {
        "heat_hours": list(shown),
        "heat": [
            [
                {
                    "hours": made.heat.get((day, hour), 0.0),
                    "step": _step(made.heat.get((day, hour), 0.0), most),
                }
                for hour in shown
            ]
            for day in range(7)
        ],
        "bars": [{"row": row, "share": round(100 * row.hours / peak) if peak else 0} for row in made.months],
        "weekdays": forms.managing.WEEKDAYS,
    }


def _step(value: float, most: float) -> int:
    """One of six shades, 0 for nothing."""
    return 0 if not value or not most else 1 + min(4, int(5 * value / most))


@require_http_methods(["GET", "POST"])
@requires("facilities.operate")
def bring_in(request: HttpRequest) -> HttpResponse:
    """Bring in past use from a table or a calendar: look first, then write; undo what was brought in."""
    cluster = cluster_of(request)
    known = tree(cluster)
    context: dict[str, Any] = {"facilities": depth(known, known.ordered())}
    if request.method == "POST" and request.POST.get("deed") == "undo":
        n = bringing.undo(
            batch=get_object_or_404(Batch, pk=number_in(request, "batch"), cluster=cluster, kind="use")
        )
        messages.success(
            request,
            ngettext("%(n)d session taken out again.", "%(n)d sessions taken out again.", n) % {"n": n},
        )
        return redirect("facilities:import", **here(request))
    if request.method == "POST":
        upload: Any = request.FILES.get("file")
        if upload is None or (upload.size or 0) > UPLOAD:
            raise Refused(
                "Choose a file of at most 20 MB: CSV, XLSX or iCalendar.",
                "20MB 이하의 CSV, XLSX, iCalendar 파일을 선택해 주십시오.",
            )
        pk = number_in(request, "facility")
        told: dict[str, Any] = {
            "cluster": cluster,
            "source": upload.read(),
            "filename": upload.name,
            "facility": known.get(pk),
        }
        if request.POST.get("deed") == "write":
            made = bringing.bring_in(by=request.user, **told)
            messages.success(
                request,
                _("Brought in: %(n)d new, %(m)d were there.") % {"n": made.created, "m": made.unchanged},
            )
        else:
            made = bringing.look(**told)
        context |= {
            "made": made,
            "told": made.told(language_of()),
            "written": request.POST.get("deed") == "write",
            "first": made.rows[:20],
        }
    context["batches"] = Batch.objects.filter(cluster=cluster, kind="use").order_by("-pk")[:10]
    return render(request, "facilities/import.html", context)
