"""The desk of the waves: who was asked, how far each response is, what was answered and where it came from, and questions back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.kit import uploads
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number, number_in
from pumasi.kit.countries import country_name
from pumasi.kit.refused import Refused
from pumasi.measure.observatory import rules
from pumasi.measure.observatory.actions import answering
from pumasi.measure.observatory.actions import waves as acts
from pumasi.measure.observatory.actions.letters import address
from pumasi.measure.observatory.actions.surveys import change
from pumasi.measure.observatory.asking.forms import WaveForm
from pumasi.measure.observatory.asking.matrix import Matrix, matrix, understood
from pumasi.measure.observatory.models import Answer, Response, Surveyed, Wave
from pumasi.measure.observatory.queries import answered, handed_out
from pumasi.measure.observatory.views.common import deed_in, filled, list_in, survey_or_404
from pumasi.measure.observatory.views.fields import Before, fields, given_in, in_words, lit, row, shown_again

STATES = {
    "approved": lambda: _("Approved"), "sent": lambda: _("Sent in"), "begun": lambda: _("Begun"),
    "invited": lambda: _("Invited"), "waiting": lambda: _("Nobody invited"),
}  # fmt: skip


def wave_or_404(request: HttpRequest, pk: int) -> Wave:
    """A wave of a survey of the cluster."""
    found = Wave.objects.select_related("survey__cluster", "instrument")
    return get_object_or_404(found, survey__cluster=cluster_of(request), pk=pk)


def _response_or_404(request: HttpRequest, pk: int) -> Response:
    found = Response.objects.select_related("surveyed", "wave__survey__cluster", "wave__instrument")
    return get_object_or_404(found, wave__survey__cluster=cluster_of(request), pk=pk)


@require_safe
@requires("observatory.see_desk")
def waves(request: HttpRequest, pk: int) -> HttpResponse:
    """All waves of a survey."""
    survey = survey_or_404(request, pk)
    context = {
        "survey": survey, "waves": answered.waves_of(survey), "may": rules.manages(request.user, cluster_of(request)),
        "issued": survey.instruments.filter(issued_at__isnull=False, withdrawn_at__isnull=True).exists(),
    }  # fmt: skip
    return render(request, "observatory/waves.html", context)


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def new_wave(request: HttpRequest, pk: int) -> HttpResponse:
    """Open a wave for every cluster of the survey."""
    survey = survey_or_404(request, pk)
    return filled(
        request, WaveForm(request.POST or None), lambda told: acts.begin(survey=survey, **told),
        {"title": _("Open a wave"), "survey": survey}, lambda kept: ("observatory:wave", kept.pk),
    )  # fmt: skip


@require_safe
@requires("observatory.see_desk")
def wave(request: HttpRequest, pk: int) -> HttpResponse:
    """How far a wave is: by country, and every response with whom it waits for."""
    found = wave_or_404(request, pk)
    rows = answered.monitored(found)
    newest = found.survey.instruments.filter(issued_at__isnull=False, withdrawn_at__isnull=True).first()
    context = {
        "wave": found, "survey": found.survey, "may": rules.manages(request.user, cluster_of(request)) and not found.survey.locked_at,
        "rows": [(row, STATES[row.state](), country_name(row.response.surveyed.country, language_of())) for row in rows],
        "countries": sorted(
            ((country_name(one.code, language_of()), one) for one in answered.by_country(rows)), key=lambda pair: pair[0]
        ),
        "sent": sum(row.response.sent_at is not None for row in rows), "open_queries": sum(row.open_queries for row in rows),
        "waiting": sum(bool(row.invitations) and row.response.sent_at is None for row in rows),
        "newer": newest if newest and newest.pk != found.instrument_id else None,
        "missing": found.survey.surveyed.exclude(responses__wave=found).count(),
    }  # fmt: skip
    return render(request, "observatory/wave.html", context)


def _invite(request: HttpRequest, found: Wave) -> str:
    n = acts.invite_all(wave=found, rows=acts.read_addresses(request.POST.get("people", "")))
    return _("People invited: %(n)s.") % {"n": n}


def _remind(_request: HttpRequest, found: Wave) -> str:
    return _("Reminders written: %(n)s.") % {"n": acts.remind(wave=found)}


def _replace(_request: HttpRequest, found: Wave) -> str:
    return _("Asked with the new version. Answers that came along: %(n)s.") % {"n": acts.replace(wave=found)}


def _complete(_request: HttpRequest, found: Wave) -> str:
    return _("Clusters added to the wave: %(n)s.") % {"n": acts.complete(found)}


def _extend(request: HttpRequest, found: Wave) -> str:
    form = WaveForm({"opens": found.opens, "closes": request.POST.get("closes", "")})
    if not form.is_valid():
        raise Refused(
            "Give the last day, not before the first one.", "시작일보다 앞서지 않는 마감일을 입력해 주십시오."
        )
    acts.extend(wave=found, closes=form.cleaned_data["closes"])
    return _("Saved.")


ACTS: dict[str, Callable[[HttpRequest, Wave], str]] = {
    "invite": _invite, "remind": _remind, "replace": _replace, "complete": _complete, "extend": _extend,
}  # fmt: skip


@require_POST
@requires("observatory.manage")
def act_on_wave(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite, remind, ask with a newer version, add clusters, or extend."""
    found = wave_or_404(request, pk)
    messages.success(request, deed_in(request, ACTS)(request, found))
    return redirect("observatory:wave", pk=pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def response(request: HttpRequest, pk: int) -> HttpResponse:
    """What a cluster answered, from where, the log, and questions back; the office can enter what it found itself."""
    one = _response_or_404(request, pk)
    every = answered.questions_of(one.wave.instrument)
    last, before = answered.last_of(one), Before(one, every)
    found = lit(fields(every, every, last, before))
    errors: dict[int, str] = {}
    clashes: dict[int, Answer] = {}
    if request.method == "POST":
        source = request.POST.get("source", "")
        given, errors = given_in(request.POST, request.FILES, found, before)
        theirs = answering.keep(
            response=one, given=given, by=request.user,
            source=source if source in (Surveyed.Source.DESK, Surveyed.Source.ESTIMATE) else Surveyed.Source.DESK,
        )  # fmt: skip
        clashes = {clash.question.pk: clash.theirs for clash in theirs}
        if not errors and not clashes:
            messages.success(request, _("Saved."))
            return redirect("observatory:response", pk=pk, **here(request))
        last = answered.last_of(one)
        found = lit(shown_again(fields(every, every, last, before), request.POST, errors, clashes))
    by_pk, sections = {field.question.pk: field for field in found}, answered.sections_of(every)
    context = {
        "response": one, "wave": one.wave, "survey": one.wave.survey, "may": not one.wave.survey.locked_at,
        "parts": [(section, [row(by_pk[each.pk], last) for each in section.questions]) for section in sections],
        "queries": one.queries.select_related("question", "by__person"),
        "log": [(entry, in_words(entry.question, entry)) for entry in answered.log_of(one)[:200]],
        "invitations": [(each, address(each)) for each in one.invitations.all()],
        "sections": sections, "missing": answering.unanswered(one),
    }  # fmt: skip
    return render(request, "observatory/response.html", context, status=422 if errors or clashes else 200)


def _ask_back(request: HttpRequest, one: Response) -> str:
    question = one.wave.instrument.questions.filter(pk=number_in(request, "question")).first()
    answering.ask_back(response=one, text=request.POST.get("text", ""), by=request.user, question=question)
    return _("The question is on its way.")


def _close(request: HttpRequest, one: Response) -> str:
    query = one.queries.filter(pk=number_in(request, "query")).first()
    if query is None:
        raise Http404
    answering.close(query=query)
    return _("Closed.")


def _approve(request: HttpRequest, one: Response) -> str:
    answering.approve(response=one, by=request.user)
    return _("Approved: these answers no longer change.")


def _send(_request: HttpRequest, one: Response) -> str:
    answering.send(response=one)
    return _("Entered as sent.")


def _give_back(request: HttpRequest, one: Response) -> str:
    answering.give_back(response=one, why=request.POST.get("why", ""), by=request.user)
    return _("Given back to the respondent, with the reason.")


def _invite_one(request: HttpRequest, one: Response) -> str:
    data = request.POST
    language = "en" if data.get("language") == "en" else "ko"
    acts.invite(
        response=one,
        email=data.get("email", ""),
        name=data.get("name", ""),
        language=language,
        section=data.get("section", ""),
    )
    return _("The invitation is on its way.")


def _revoke(request: HttpRequest, one: Response) -> str:
    invitation = one.invitations.filter(pk=number_in(request, "invitation")).first()
    if invitation is None:
        raise Http404
    acts.revoke(invitation=invitation)
    return _("The link is void.")


DEEDS: dict[str, Callable[[HttpRequest, Response], str]] = {
    "ask": _ask_back, "close": _close, "approve": _approve, "send": _send, "give_back": _give_back, "invite": _invite_one,
    "revoke": _revoke,
}  # fmt: skip


@require_POST
@requires("observatory.manage")
def act_on_response(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask back, close a question, approve, give back, invite, or make a link void."""
    one = _response_or_404(request, pk)
    messages.success(request, deed_in(request, DEEDS)(request, one))
    return redirect("observatory:response", pk=pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def bring_in_answers(request: HttpRequest, pk: int) -> HttpResponse:
    """A table of answers, file or pasted: headings are mapped once and remembered; with anything wrong, nothing is entered."""
    found = wave_or_404(request, pk)
    questions, told = answered.questions_of(found.instrument), None
    if request.method == "POST":
        body, name = list_in(request)
        told = _read(found, questions, body, name, request)
        if told.cells and not told.problems and not told.unknown:
            n = answering.keep_all(cells=told.cells, source=_source(request), by=request.user)
            messages.success(request, _("Answers new or changed: %(n)s.") % {"n": n})
            return redirect("observatory:wave", pk=pk, **here(request))
    context: dict[str, Any] = {
        "wave": found, "survey": found.survey, "pasted": told.text if told else "", "questions": questions,
        "problems": [one.text(language_of()) for one in told.problems[:50]] if told else [],
        "unknown": list(enumerate(told.unknown)) if told else [], "nothing": told is not None and not told.cells and not told.problems,
    }  # fmt: skip
    return render(request, "observatory/bring_in_answers.html", context, status=422 if told else 200)


def _source(request: HttpRequest) -> str:
    source = request.POST.get("source", "")
    return source if source in Surveyed.Source.values else str(Surveyed.Source.DESK)


def _read(found: Wave, questions: Any, body: bytes, name: str, request: HttpRequest) -> Matrix:
    """Read a table; what was just said of its headings is remembered before it is read again."""
    responses, headings = (
        list(found.responses.select_related("surveyed", "wave__instrument", "wave__survey")),
        found.survey.headings,
    )
    told = matrix(body, name, questions=questions, responses=responses, headings=headings)
    said = understood(told.unknown, request.POST)
    if not said:
        return told
    headings = {**headings, **said}
    change(survey=found.survey, headings=headings)
    return matrix(body, name, questions=questions, responses=responses, headings=headings)


@require_safe
@requires("observatory.see_desk")
def answer_file(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    """A file that was handed in as an answer."""
    found = answered.attachment_of(_response_or_404(request, pk), file)
    if found is None:
        raise Http404
    return uploads.as_download(found.file)


@require_safe
@requires("observatory.see_desk")
def answers_file(request: HttpRequest, pk: str, what: str, form: str) -> HttpResponse:
    """The answers of a wave: a matrix to go on with, or a row for each answer with its origin."""
    found = wave_or_404(request, number(pk))
    body = (
        handed_out.matrix_file(found, form, language_of())
        if what == "matrix"
        else handed_out.rows_file(found, form)
    )
    return file_response(
        f"{found.survey.slug}-wave-{found.number}-{what}.{form}", handed_out.KINDS[form], body
    )
