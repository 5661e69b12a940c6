"""The desk of the questions: entered one by one or as a list, looked at as respondents see them, issued, and handed out as files."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, number, number_in
from pumasi.measure.observatory import rules
from pumasi.measure.observatory.actions import instrument as acts
from pumasi.measure.observatory.asking.codebook import read_codebook, written_codebook
from pumasi.measure.observatory.asking.forms import QuestionForm
from pumasi.measure.observatory.asking.questions import listed
from pumasi.measure.observatory.models import Instrument, Question, Survey
from pumasi.measure.observatory.queries import handed_out
from pumasi.measure.observatory.queries.answered import questions_of, sections_of
from pumasi.measure.observatory.views.common import deed_in, filled, list_in, list_told, survey_or_404
from pumasi.measure.observatory.views.fields import Before, fields, given_in, lit, shown_again

XML = "application/xml"


def _version_or_404(request: HttpRequest, pk: int) -> Instrument:
    found = Instrument.objects.select_related("survey__cluster")
    return get_object_or_404(found, survey__cluster=cluster_of(request), pk=pk)


def _question_or_404(request: HttpRequest, pk: int) -> Question:
    found = Question.objects.select_related("instrument__survey__cluster")
    return get_object_or_404(found, instrument__survey__cluster=cluster_of(request), pk=pk)


@require_safe
@requires("observatory.see_desk")
def questions(request: HttpRequest, pk: int) -> HttpResponse:
    """The newest version of the questions, or an earlier one that was asked for, and all versions."""
    survey = survey_or_404(request, pk)
    versions = list(survey.instruments.all())
    wanted = number(request.GET.get("version", ""))
    shown = next((one for one in versions if one.number == wanted), versions[0] if versions else None)
    context = {
        "survey": survey, "versions": versions, "version": shown, "sections": sections_of(questions_of(shown)) if shown else [],
        "may": rules.manages(request.user, cluster_of(request)) and not survey.locked_at,
        "is_newest": bool(versions) and shown is versions[0],
    }  # fmt: skip
    return render(request, "observatory/questions.html", context)


def _draft(survey: Survey) -> Instrument | None:
    return survey.instruments.filter(issued_at__isnull=True).first()


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def add_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a question into the draft."""
    survey = survey_or_404(request, pk)
    return filled(
        request, QuestionForm(request.POST or None, draft=_draft(survey)), lambda told: acts.put(survey=survey, **told),
        {"title": _("New question"), "survey": survey}, lambda _kept: ("observatory:questions", pk),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def question(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a question of the draft."""
    one = _question_or_404(request, pk)
    survey = one.instrument.survey
    return filled(
        request, QuestionForm(request.POST or None, instance=one, draft=one.instrument),
        lambda told: acts.put(survey=survey, question=_question_or_404(request, pk), **told),
        {"title": _("Survey question"), "survey": survey, "question": one}, lambda _kept: ("observatory:questions", survey.pk),
    )  # fmt: skip


def _moved(*, up: bool) -> Callable[[Question], str]:
    def deed(one: Question) -> str:
        acts.move(question=one, up=up)
        return ""

    return deed


def _dropped(one: Question) -> str:
    acts.drop(question=one)
    return _("The question is taken out.")


QUESTION_ACTS: dict[str, Callable[[Question], str]] = {
    "up": _moved(up=True),
    "down": _moved(up=False),
    "drop": _dropped,
}


@require_POST
@requires("observatory.manage")
def act_on_question(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a question up or down, or take it out."""
    one = _question_or_404(request, pk)
    survey_pk = one.instrument.survey_id
    if said := deed_in(request, QUESTION_ACTS)(one):
        messages.success(request, said)
    return redirect("observatory:questions", pk=survey_pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def bring_in_questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a list of questions: a table, a DDI codebook, or pasted rows. With anything wrong, nothing is entered."""
    survey = survey_or_404(request, pk)
    told = None
    if request.method == "POST":
        body, name = list_in(request)
        told = read_codebook(body, name) if name.lower().endswith(".xml") else listed(body, name)
        if told.rows and not told.problems:
            n = acts.put_all(survey=survey, rows=told.rows)
            messages.success(request, _("Questions entered: %(n)s.") % {"n": n})
            return redirect("observatory:questions", pk=pk, **here(request))
    context = {"survey": survey, **list_told(request, told)}
    return render(request, "observatory/bring_in_questions.html", context, status=422 if told else 200)


def _issued(survey: Survey, _request: HttpRequest) -> str:
    acts.issue(survey=survey)
    return _("Issued. These questions stand from now on as they were asked.")


def _copied(survey: Survey, _request: HttpRequest) -> str:
    acts.next_version(survey=survey)
    return _("The next version is begun as a copy.")


def _withdrawn(survey: Survey, request: HttpRequest) -> str:
    acts.withdraw(instrument=get_object_or_404(survey.instruments, pk=number_in(request, "version")))
    return _("Withdrawn: no answer to this version is taken in any more.")


ACTS: dict[str, Callable[[Survey, HttpRequest], str]] = {
    "issue": _issued,
    "next": _copied,
    "withdraw": _withdrawn,
}


@require_POST
@requires("observatory.manage")
def act_on_questions(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue the draft, begin the next version, or withdraw one."""
    survey = survey_or_404(request, pk)
    messages.success(request, deed_in(request, ACTS)(survey, request))
    return redirect("observatory:questions", pk=pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("observatory.see_desk")
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """All questions as respondents see them, to try and to print; what is typed here is checked and kept nowhere."""
    version = _version_or_404(request, pk)
    every = questions_of(version)
    found: list[Any] = lit(fields(every, every, {}, Before()))
    tried = request.method == "POST"
    errors: dict[int, str] = {}
    if tried:
        _given, errors = given_in(request.POST, request.FILES, found, Before())
        found = lit(
            shown_again(found, request.POST, {**{one.question.pk: "" for one in found}, **errors}, {})
        )
    by_pk = {one.question.pk: one for one in found}
    parts = [(section, [by_pk[one.pk] for one in section.questions]) for section in sections_of(every)]
    context = {
        "survey": version.survey,
        "version": version,
        "parts": parts,
        "tried": tried,
        "wrong": len(errors),
    }
    return render(request, "observatory/preview.html", context, status=422 if errors else 200)


@require_safe
@requires("observatory.see_desk")
def questions_file(request: HttpRequest, pk: str, form: str) -> HttpResponse:
    """A version of the questions as CSV, XLSX or DDI codebook."""
    version = _version_or_404(request, number(pk))
    name = f"{version.survey.slug}-v{version.number}.{form}"
    if form == "xml":
        return file_response(name, XML, written_codebook(version, questions_of(version)))
    return file_response(name, handed_out.KINDS[form], handed_out.questions_file(version, form))
