"""Tests and analyses on request, loans, problems and incidents: asking for them, and the operator's side."""

from __future__ import annotations

from datetime import timedelta

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pumasi.commons.members import api as members
from pumasi.kit import uploads
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number_in
from pumasi.kit.dates import midnight
from pumasi.kit.paper import PDF
from pumasi.operate.facilities import papers, rules
from pumasi.operate.facilities.actions import qualifying, services
from pumasi.operate.facilities.asked import facility_or_404
from pumasi.operate.facilities.forms import LoanForm, ProblemForm, ServiceForm
from pumasi.operate.facilities.models import Incident, Loan, Problem, ServiceRequest, Session
from pumasi.operate.facilities.models.access import Needed
from pumasi.operate.facilities.queries import desk as asked
from pumasi.operate.facilities.views.board import desk_ways
from pumasi.operate.facilities.views.common import service_or_404

STAGES = ["requested", "quoted", "accepted", "received", "running", "reported", "closed"]


@require_http_methods(["GET", "POST"])
@requires("facilities.report_problem")
def problem(request: HttpRequest, pk: int) -> HttpResponse:
    """Report a problem; the code on the door leads here. No account is needed."""
    facility, _tree = facility_or_404(request, pk)
    form = ProblemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.report_problem(facility=facility, **form.cleaned_data)
        return redirect(f"{request.path}?sent=1")
    context = {"facility": facility, "form": form, "sent": "sent" in request.GET}
    return render(request, "facilities/problem.html", context, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@requires("facilities.book")
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for a test or an analysis."""
    facility, _tree = facility_or_404(request, pk)
    own = members.own_organisation_or_404(request)
    form = ServiceForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = getattr(request.user, "person", None)
        made = services.ask(
            cluster=cluster_of(request),
            facility=facility,
            organisation=own,
            person=person,
            by=request.user,
            **form.cleaned_data,
        )
        messages.success(request, _("Sent. The operator answers with a quote."))
        return redirect("facilities:service", pk=made.pk, **here(request))
    return render(
        request,
        "facilities/ask.html",
        {"facility": facility, "form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@requires("facilities.book")
def borrow(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask to borrow something that can be carried away."""
    facility, _tree = facility_or_404(request, pk)
    if not facility.movable:
        raise Http404
    own = members.own_organisation_or_404(request)
    form = LoanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        services.borrow(
            cluster=cluster_of(request), facility=facility, organisation=own, person=getattr(request.user, "person", None),
            starts_at=midnight(told["first"], facility.zone), ends_at=midnight(told["last"] + timedelta(days=1), facility.zone),
            purpose=told["purpose"],
        )  # fmt: skip
        messages.success(request, _("It is kept for you. The operator decides and will write to you."))
        return redirect("facilities:mine", **here(request))
    return render(
        request,
        "facilities/borrow.html",
        {"facility": facility, "form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@requires("facilities.see_booking")
def service(request: HttpRequest, pk: int) -> HttpResponse:
    """A request with its steps; who asked accepts the quote or withdraws."""
    found = service_or_404(request, pk)
    party = rules.is_party(request.user, found)
    if request.method == "POST":
        to = request.POST.get("to", "")
        if not party or to not in services.OWN_STEPS:
            raise Http404
        services.step(request=found, to=to, by=request.user, note=request.POST.get("note", ""))
        messages.success(request, _("Saved."))
        return redirect("facilities:service", pk=found.pk, **here(request))
    reached = STAGES.index(found.state) if found.state in STAGES else -1
    labels = dict(ServiceRequest.State.choices)
    context = {
        "request_": found, "steps": found.steps.all(), "party": party, "operates": rules.operates(request.user, found.cluster),
        "stages": [
            # The step that is under way is not ticked; the last one is when it is reached.
            {"label": labels[name], "done": n < reached or name == found.state == STAGES[-1], "now": n == reached}
            for n, name in enumerate(STAGES)
        ],
        "next": sorted(services.NEXT.get(found.state, set()) - services.OWN_STEPS, key=ServiceRequest.State.values.index),
        "labels": labels,
    }  # fmt: skip
    return render(request, "facilities/service.html", context)


@require_GET
@requires("facilities.see_booking")
def result(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The file with the result."""
    found = service_or_404(request, pk)
    if not found.result:
        raise Http404
    return uploads.as_download(found.result)


@require_GET
@requires("facilities.see_booking")
def statement(request: HttpRequest, pk: int) -> HttpResponse:
    """What was done and what it costs, on paper."""
    found = service_or_404(request, pk)
    return file_response(f"statement-{found.pk}.pdf", PDF, papers.statement(found, language_of()))


@require_GET
@requires("facilities.see_desk")
def desk(request: HttpRequest) -> HttpResponse:
    """What users ask of the operator: tests, loans, problems, and incidents that are open."""
    cluster = cluster_of(request)
    operates = rules.operates(request.user, cluster)
    context = {
        "tabs": desk_ways(request, "requests"),
        "services": asked.services(request.user, cluster).exclude(state__in=("closed", "declined", "withdrawn"))[:60],
        "loans": Loan.objects.filter(cluster=cluster, state__in=("requested", "approved", "lent")).select_related("organisation", "facility")[:60],
        "problems": Problem.objects.filter(facility__cluster=cluster).exclude(state="solved").select_related("facility")[:60],
        "incidents": asked.incidents(request.user, cluster)[:20],
        "sessions": Session.objects.filter(cluster=cluster, started_at__gte=timezone.now() - timedelta(days=14))
        .exclude(organisation=None)
        .select_related("facility", "organisation")
        .order_by("-started_at")[:40],
        "kinds": Needed.choices,
        "now": timezone.now(),
        "operates": operates,
    }  # fmt: skip
    return render(request, "facilities/requests.html", context)


@require_POST
@requires("facilities.operate")
def act(request: HttpRequest) -> HttpResponse:
    """Take a step of a request or a loan, see to a problem, record or clear an incident."""
    cluster, what, pk = cluster_of(request), request.POST.get("what", ""), number_in(request, "row")
    to, note = request.POST.get("to", ""), request.POST.get("note", "").strip()
    if what == "service":
        found = get_object_or_404(ServiceRequest, pk=pk, cluster=cluster)
        quote = request.POST.get("quote", "").replace(",", "").strip()
        services.step(
            request=found, to=to, by=request.user, note=note, quote=int(quote) if quote.isascii() and quote.isdigit() else None,
            result=request.FILES.get("result"),
        )  # fmt: skip
        messages.success(request, _("Saved."))
        return redirect("facilities:service", pk=pk, **here(request))
    if what == "loan":
        loan = get_object_or_404(Loan, pk=pk, cluster=cluster)
        services.step_loan(loan=loan, to=to, reason_ko=note, reason_en=note, condition=note)
    elif what == "problem":
        services.see_to(
            problem=get_object_or_404(Problem, pk=pk, facility__cluster=cluster),
            to=to if to in Problem.State.values else "seen",
            answer=note,
        )
    elif what == "incident":
        session = get_object_or_404(
            Session.objects.select_related("facility", "organisation", "person"), pk=pk, cluster=cluster
        )
        kinds = [kind for kind in request.POST.getlist("suspends") if kind in Needed.values]
        qualifying.record_incident(
            facility=session.facility, text=note, session=session, suspends=kinds, by=request.user
        )
    elif what == "clear":
        qualifying.clear(incident=get_object_or_404(Incident, pk=pk, facility__cluster=cluster), text=note)
    else:
        raise Http404
    messages.success(request, _("Saved."))
    return redirect("facilities:requests", **here(request))
