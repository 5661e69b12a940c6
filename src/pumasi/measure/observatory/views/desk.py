"""The desk of surveys: who was asked, the code book, the coders, what is not settled, and when it is out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, number_in
from pumasi.kit.refused import Refused
from pumasi.measure.observatory import rules
from pumasi.measure.observatory.actions import coding
from pumasi.measure.observatory.actions import surveys as acts
from pumasi.measure.observatory.forms import FactorForm, StoryForm, SurveyedForm, SurveyForm
from pumasi.measure.observatory.lists import listed
from pumasi.measure.observatory.models import Coder, Survey, Surveyed, state_of
from pumasi.measure.observatory.queries import codes
from pumasi.measure.observatory.queries.results import Results, results_of, survey_stories
from pumasi.measure.observatory.report import at_home, line, measures, state_label
from pumasi.measure.observatory.views.common import (
    deed_in,
    factor_or_404,
    filled,
    list_in,
    list_told,
    sees_codes,
    story_or_404,
    survey_or_404,
    surveyed_or_404,
)


@require_safe
@requires("observatory.see_desk")
def surveys(request: HttpRequest) -> HttpResponse:
    """All surveys of the cluster."""
    cluster = cluster_of(request)
    found = [
        (one, state_of(one), state_label(one), one.surveyed.count())
        for one in Survey.objects.filter(cluster=cluster)
    ]
    return render(
        request, "observatory/desk.html", {"surveys": found, "may": rules.manages(request.user, cluster)}
    )


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def new(request: HttpRequest) -> HttpResponse:
    """Begin a survey."""
    return filled(
        request, SurveyForm(request.POST or None), lambda told: acts.begin(cluster=cluster_of(request), **told),
        {"title": _("New survey")}, lambda kept: ("observatory:desk_survey", kept.pk),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def settings(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of a survey as a whole."""
    survey = survey_or_404(request, pk)
    return filled(
        request, SurveyForm(request.POST or None, instance=survey), lambda told: acts.change(survey=survey_or_404(request, pk), **told),
        {"title": _("About the survey"), "survey": survey}, lambda _kept: ("observatory:desk_survey", pk),
    )  # fmt: skip


@require_safe
@requires("observatory.see_desk")
def survey(request: HttpRequest, pk: int) -> HttpResponse:
    """A survey as it stands: clusters, code book, coders, what differs, cases."""
    found = survey_or_404(request, pk)
    results = results_of(found)
    may, sees = rules.manages(request.user, cluster_of(request)), sees_codes(request, results)
    differing = [
        (one, [factor for factor in results.factors if results.codes.differ(one.pk, factor.pk)])
        for one in results.asked
    ]
    coders = list(found.coders.select_related("user__person"))
    context = {
        "survey": found, "results": results, "state": state_of(found), "state_label": state_label(found),
        "lines": [line(one) for one in results.findings] if sees else [], "factors": results.factors, "sees": sees, "may": may,
        "asked": at_home(list(results.asked)), "differing": [(one, said) for one, said in differing if said] if sees else [],
        "coders": [(coder, results.coded_by(coder.place)) for coder in coders],
        "places": [(_("First coder"), 1, _chosen(coders, 1)), (_("Second coder"), 2, _chosen(coders, 2))],
        "mine": found.coders.filter(user=request.user.pk).first(), "stories": survey_stories(found),
        **measures(results),
        "people": _people(request) if may and state_of(found) != "locked" else [],
    }  # fmt: skip
    return render(request, "observatory/desk_survey.html", context)


def _chosen(coders: list[Coder], place: int) -> int:
    return next((coder.user_id for coder in coders if coder.place == place), 0)


def _people(request: HttpRequest) -> list[Any]:
    """Who can be chosen to code: people of the cluster with an account."""
    return members.accounts_of(cluster_of(request))


@require_POST
@requires("observatory.manage")
def coders(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose the two coders."""
    found = survey_or_404(request, pk)
    known = {user.pk: user for user in _people(request)}
    for place in (1, 2):
        chosen = number_in(request, f"coder-{place}")
        if not chosen:
            continue
        if chosen not in known:
            raise Refused("Choose one of the people listed.", "목록에 있는 분을 선택해 주십시오.")
        coding.appoint(survey=found, user=known[chosen], place=place)
    messages.success(request, _("Saved."))
    return redirect("observatory:desk_survey", pk=pk, **here(request))


def _reopened(survey: Survey, request: HttpRequest) -> str:
    acts.reopen(survey=survey, why=request.POST.get("why", ""))
    return _("Open again.")


def _then(do: Callable[..., Survey], said: Callable[[], str]) -> Callable[[Survey, HttpRequest], str]:
    def deed(survey: Survey, _request: HttpRequest) -> str:
        do(survey=survey)
        return said()

    return deed


ACTS: dict[str, Callable[[Survey, HttpRequest], str]] = {
    "publish": _then(acts.publish, lambda: _("Published as a draft.")),
    "withdraw": _then(acts.withdraw, lambda: _("Taken back to the desk.")),
    "lock": _then(acts.lock, lambda: _("The survey is final.")),
    "reopen": _reopened,
}


@require_POST
@requires("observatory.manage")
def act(request: HttpRequest, pk: int) -> HttpResponse:
    """Publish, take back, make final, or open again."""
    found = survey_or_404(request, pk)
    messages.success(request, deed_in(request, ACTS)(found, request))
    return redirect("observatory:desk_survey", pk=pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def add_surveyed(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a cluster that was asked."""
    found = survey_or_404(request, pk)
    return filled(
        request, SurveyedForm(request.POST or None), lambda told: acts.ask(survey=found, **told),
        {"title": _("Enter a cluster"), "survey": found}, lambda _kept: ("observatory:desk_survey", pk),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def bring_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a list of clusters: a file, or rows pasted from a spreadsheet. With anything wrong, nothing is entered."""
    found = survey_or_404(request, pk)
    told = None
    if request.method == "POST":
        told = listed(*list_in(request))
        if told.rows and not told.problems:
            new, changed = acts.ask_all(survey=found, rows=told.rows)
            messages.success(
                request, _("New: %(new)s. Changed: %(changed)s.") % {"new": new, "changed": changed}
            )
            return redirect("observatory:desk_survey", pk=pk, **here(request))
    context = {"survey": found, **list_told(request, told)}
    return render(request, "observatory/bring_in.html", context, status=422 if told else 200)


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def surveyed(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is on record of a cluster, or take it out."""
    one = surveyed_or_404(request, pk)
    return filled(
        request, SurveyedForm(request.POST or None, instance=one),
        lambda told: acts.ask(survey=one.survey, surveyed=surveyed_or_404(request, pk), **told),
        {"title": _("Cluster surveyed"), "survey": one.survey, "surveyed": one},
        lambda _kept: ("observatory:desk_survey", one.survey_id),
    )  # fmt: skip


@require_POST
@requires("observatory.manage")
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a cluster out of the survey."""
    one = surveyed_or_404(request, pk)
    survey_pk = one.survey_id
    acts.remove(surveyed=one)
    messages.success(request, _("Taken out; every count is one less."))
    return redirect("observatory:desk_survey", pk=survey_pk, **here(request))


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Both coders' codes of an answer side by side, what stands, and a ruling with its reason."""
    one = surveyed_or_404(request, pk)
    results = results_of(one.survey)
    if not sees_codes(request, results):
        raise Refused(
            "You code this survey: you see the other's codes when both of you are done.",
            "부호화 담당자이십니다. 두 분이 모두 마치면 상대방의 부호를 볼 수 있습니다.",
        )
    if request.method == "POST":
        factor = get_object_or_404(one.survey.factors, pk=number_in(request, "factor"))
        value = request.POST.get("named", "")
        if value not in ("yes", "no"):
            raise Refused("Choose yes or no.", "‘예’ 또는 ‘아니요’를 선택해 주십시오.")
        coding.settle(
            surveyed=one,
            factor=factor,
            named=value == "yes",
            why=request.POST.get("why", ""),
            by=request.user,
        )
        messages.success(request, _("Settled. Every figure that rests on it says so now."))
        return redirect("observatory:settle", pk=pk, **here(request))
    return render(request, "observatory/settle.html", _codes_of_one(one, results))


def _codes_of_one(one: Surveyed, results: Results) -> dict[str, Any]:
    known = results.codes
    rows = [
        (
            factor,
            [known.given.get((one.pk, factor.pk), {}).get(place) for place in (1, 2)],
            known.stands(one.pk, factor.pk),
            known.differ(one.pk, factor.pk),
        )
        for factor in results.factors
    ]
    return {
        "survey": one.survey,
        "surveyed": one,
        "rows": rows,
        "log": codes.rulings_of(one),
        "state": state_of(one.survey),
    }


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def add_factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a factor into the code book."""
    found = survey_or_404(request, pk)
    return filled(
        request, FactorForm(request.POST or None), lambda told: acts.define(survey=found, **told),
        {"title": _("New factor"), "survey": found}, lambda _kept: ("observatory:desk_survey", pk),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def factor(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the words of a factor."""
    one = factor_or_404(request, pk)
    return filled(
        request, FactorForm(request.POST or None, instance=one),
        lambda told: acts.define(survey=one.survey, factor=factor_or_404(request, pk), **told),
        {"title": _("Factor"), "survey": one.survey}, lambda _kept: ("observatory:desk_survey", one.survey_id),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def add_story(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a case on record."""
    found = survey_or_404(request, pk)
    return filled(
        request, StoryForm(request.POST or None, survey=found), lambda told: acts.tell(**told),
        {"title": _("New case"), "survey": found}, lambda _kept: ("observatory:desk_survey", pk),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
@requires("observatory.manage")
def story(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a case."""
    one = story_or_404(request, pk)
    survey = one.surveyed.survey
    return filled(
        request, StoryForm(request.POST or None, instance=one, survey=survey),
        lambda told: acts.tell(story=story_or_404(request, pk), **told),
        {"title": _("Case"), "survey": survey}, lambda _kept: ("observatory:desk_survey", survey.pk),
    )  # fmt: skip
