"""A coder's pages: the answers one by one, and never the other coder's codes."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import here
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.actions import coding
from pumasi.measure.observatory.models import Coder, Factor, Survey, Surveyed
from pumasi.measure.observatory.queries import codes
from pumasi.measure.observatory.views.common import survey_or_404, surveyed_or_404


def _coder_or_404(request: HttpRequest, survey: Survey) -> Coder:
    found = survey.coders.filter(user=request.user.pk).first()
    if found is None:
        raise Http404
    return found


@require_safe
@requires("observatory.code")
def answers(request: HttpRequest, pk: int) -> HttpResponse:
    """All answers, which of them are coded, and where to go on."""
    survey = survey_or_404(request, pk)
    coder = _coder_or_404(request, survey)
    known, factors = codes.codes_of(survey), codes.factors_of(survey)
    asked = list(survey.surveyed.all())
    rows = [(one, known.coded(one, factors, coder.place)) for one in asked]
    context = {
        "survey": survey, "rows": rows, "factors": len(factors), "next": known.next_to_code(asked, factors, coder.place),
        "done": sum(n == len(factors) for _one, n in rows),
    }  # fmt: skip
    return render(request, "observatory/answers.html", context)


@require_http_methods(["GET", "POST"])
@requires("observatory.code")
def code(request: HttpRequest, pk: int) -> HttpResponse:
    """One answer and the code book: which factors does it name?"""
    surveyed = surveyed_or_404(request, pk)
    coder = _coder_or_404(request, surveyed.survey)
    factors = codes.factors_of(surveyed.survey)
    if request.method == "POST":
        coding.code(surveyed=surveyed, coder=coder, named=_given(request, factors))
        messages.success(request, _("Saved."))
        known = codes.codes_of(surveyed.survey)
        after = known.next_to_code(surveyed.survey.surveyed.all(), factors, coder.place)
        if after is None:
            return redirect("observatory:answers", pk=surveyed.survey_id, **here(request))
        return redirect("observatory:code", pk=after.pk, **here(request))
    mine = dict(surveyed.codings.filter(coder=coder).values_list("factor_id", "named"))
    settled = set(surveyed.rulings.values_list("factor_id", flat=True))
    rows = [(factor, mine.get(factor.pk), factor.pk in settled) for factor in factors]
    context = {"surveyed": surveyed, "survey": surveyed.survey, "rows": rows, **_place(surveyed)}
    return render(request, "observatory/code.html", context)


def _given(request: HttpRequest, factors: list[Factor]) -> dict[Factor, bool]:
    """Yes or no to each factor; a gap is asked for again, so that nothing is taken for a no."""
    told = {factor: request.POST.get(f"factor-{factor.pk}", "") for factor in factors}
    if any(value not in ("yes", "no") for value in told.values()):
        raise Refused("Answer yes or no for every factor.", "모든 요인에 ‘예’ 또는 ‘아니요’로 답해 주십시오.")
    return {factor: value == "yes" for factor, value in told.items()}


def _place(surveyed: Surveyed) -> dict[str, Any]:
    ids = list(surveyed.survey.surveyed.values_list("pk", flat=True))
    return {"at": ids.index(surveyed.pk) + 1, "of": len(ids)}
