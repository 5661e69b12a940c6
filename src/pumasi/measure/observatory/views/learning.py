"""What could we learn: from a gap to the cases of those strong there, and on to the list of what is to be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pumasi.commons.members import api as members
from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, here, language_of, number_in
from pumasi.kit.refused import Refused
from pumasi.measure.observatory import rules, words
from pumasi.measure.observatory.actions import learning as acts
from pumasi.measure.observatory.asking.answers import shown
from pumasi.measure.observatory.models import ActionItem, Factor, Story, Survey, Surveyed
from pumasi.measure.observatory.queries.answered import is_over
from pumasi.measure.observatory.queries.learning import behind, lacking
from pumasi.measure.observatory.queries.results import results_of, survey_stories
from pumasi.measure.observatory.views.common import deed_in, sees_codes, survey_or_404


class WhenForm(forms.Form):
    """By when."""

    due = forms.DateField(required=False)


@require_safe
@requires("observatory.see_desk")
def learn(request: HttpRequest, pk: int) -> HttpResponse:
    """Where one of the clusters surveyed lags behind, and what those did who do not."""
    survey, language = survey_or_404(request, pk), language_of()
    results = results_of(survey)
    context: dict[str, Any] = {"survey": survey, "asked": results.asked, **_for_the_list(request)}
    if not sees_codes(request, results):
        return render(request, "observatory/learn.html", {**context, "blind": True})
    own = _own(request, survey, results.asked)
    if own is not None:
        over = sorted((one for one in survey.waves.all() if is_over(one)), key=lambda one: -one.number)
        cases = list(survey_stories(survey))
        context |= {
            "own": own,
            "lacking": [(one, words.told(one.finding, language)) for one in lacking(results, own, cases)],
            "behind": [
                (one, shown(one.question, one.own, language), words.middle(one.middle, one.question, language))
                for one in (behind(over[0], own, cases) if over else ())
            ],
            "wave": over[0] if over else None,
        }  # fmt: skip
    return render(request, "observatory/learn.html", context)


def _own(request: HttpRequest, survey: Survey, asked: tuple[Surveyed, ...]) -> Surveyed | None:
    """The cluster chosen, else the one that is called like this office's."""
    wanted, cluster = request.GET.get("as", ""), survey.cluster
    if wanted:
        return next((one for one in asked if str(one.pk) == wanted), None)
    names = {cluster.name_ko, cluster.name_en} - {""}  # type: ignore[attr-defined]
    return next((one for one in asked if {one.name_ko, one.name_en} & names), None)  # type: ignore[attr-defined]


def _for_the_list(request: HttpRequest) -> dict[str, Any]:
    cluster = cluster_of(request)
    may = rules.manages(request.user, cluster)
    return {"may": may, "people": members.accounts_of(cluster) if may else []}


@require_safe
@requires("observatory.see_desk")
def to_do(request: HttpRequest) -> HttpResponse:
    """What the office set out to do: what is open first, the soonest above."""
    cluster, today = cluster_of(request), timezone.localdate()
    found = ActionItem.objects.filter(cluster=cluster).select_related("owner__person", "factor", "story")
    context = {
        "rows": [(one, bool(one.due and not one.done_at and one.due < today)) for one in found],
        **_for_the_list(request),
    }
    return render(request, "observatory/to_do.html", context)


def _add(request: HttpRequest) -> str:
    cluster, form = cluster_of(request), WhenForm(request.POST)
    if not form.is_valid():
        raise Refused("Give the day as 2027-12-31.", "기한을 2027-12-31처럼 입력해 주십시오.")
    owner = next((one for one in members.accounts_of(cluster) if one.pk == number_in(request, "owner")), None)
    factors = Factor.objects.filter(survey__cluster=cluster, pk=number_in(request, "factor"))
    stories = Story.objects.filter(surveyed__survey__cluster=cluster, pk=number_in(request, "story"))
    acts.set_out(
        cluster=cluster, what=request.POST.get("what", ""), by=request.user, owner=owner, due=form.cleaned_data["due"],
        factor=factors.first(), story=stories.first(),
    )  # fmt: skip
    return _("On the list.")


def _item(request: HttpRequest) -> ActionItem:
    return get_object_or_404(ActionItem, cluster=cluster_of(request), pk=number_in(request, "item"))


def _done(request: HttpRequest) -> str:
    acts.done(item=_item(request))
    return _("Done.")


def _not_yet(request: HttpRequest) -> str:
    acts.not_yet(item=_item(request))
    return _("Open again.")


def _drop(request: HttpRequest) -> str:
    _item(request).delete()
    return _("Taken out.")


ACTS: dict[str, Callable[[HttpRequest], str]] = {
    "add": _add, "done": _done, "not_yet": _not_yet, "drop": _drop,
}  # fmt: skip


@require_POST
@requires("observatory.manage")
def act_on_list(request: HttpRequest) -> HttpResponse:
    """Put something on the list, say that it is done, or take it out."""
    messages.success(request, deed_in(request, ACTS)(request))
    return redirect("observatory:to_do", **here(request))
