"""What the world reads of a survey: shares, clusters, cases, how it was made, and the rows."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number
from pumasi.measure.observatory import report as written
from pumasi.measure.observatory.queries import catalogue, files
from pumasi.measure.observatory.queries.answered import is_over
from pumasi.measure.observatory.queries.results import published, results_of, stories
from pumasi.measure.observatory.report import at_home, line, state_label, told
from pumasi.measure.observatory.views.common import card, cards, factor_or_404, shown_or_404
from pumasi.measure.observatory.views.maps import asked_by_country


@require_safe
@requires("observatory.see")
def surveys(request: HttpRequest) -> HttpResponse:
    """Surveys that are published."""
    found = [(results_of(one), state_label(one)) for one in published(cluster_of(request))]
    return render(request, "observatory/list.html", {"surveys": found})


@require_safe
@requires("observatory.see")
def survey(request: HttpRequest, pk: int, slug: str = "") -> HttpResponse:
    """A survey: how many name each factor, how sure that is, and how it was made."""
    found = shown_or_404(request, pk)
    if slug != found.slug:
        return redirect("observatory:survey", pk=pk, slug=found.slug, **here(request))
    context = told(found)
    return render(
        request,
        "observatory/survey.html",
        {
            **context,
            "cards": cards(context["results"]),
            "spots": asked_by_country(context["results"].asked),
            "waves": [one for one in found.waves.all() if is_over(one)],
        },
    )


@require_safe
@requires("observatory.see")
def factor(request: HttpRequest, pk: int) -> HttpResponse:
    """A factor: who names it, who does not, what one case otherwise would change, and cases with their evidence."""
    found = factor_or_404(request, pk)
    survey = shown_or_404(request, found.survey_id)
    results = results_of(survey)
    finding = results.finding(found.key)
    if finding is None:
        raise Http404
    context = {
        "survey": survey, "factor": found, "line": line(finding), "card": card(finding),
        "who": [
            (one, country, (one.pk, found.pk) in results.codes.settled) for one, country in at_home(list(finding.who))
        ],
        "stories": stories(survey, found), "spots": asked_by_country(results.asked, finding.who),
    }  # fmt: skip
    return render(request, "observatory/factor.html", context)


@require_safe
@requires("observatory.see")
def data(request: HttpRequest, pk: str, form: str) -> HttpResponse:
    """The rows, from which every share can be computed again."""
    survey = shown_or_404(request, number(pk))
    return file_response(f"{survey.slug}.{form}", files.KINDS[form], files.written(survey, form))


@require_safe
@requires("observatory.see")
def dataset(request: HttpRequest, pk: int) -> HttpResponse:
    """What data catalogues want to know of the open data: DCAT as JSON-LD."""
    survey = shown_or_404(request, pk)
    page = reverse("observatory:survey", kwargs={"pk": pk, "slug": survey.slug, **here(request)})

    def file(form: str) -> str:
        return reverse("observatory:data", kwargs={"pk": pk, "form": form, **here(request)})

    return HttpResponse(catalogue.dataset(survey, page, file), content_type=catalogue.KIND)


@require_safe
@requires("observatory.see")
def report(request: HttpRequest, pk: str, form: str) -> HttpResponse:
    """The report as PDF, or as DOCX or HWPX to go on with; a draft says so on every page."""
    survey, language = shown_or_404(request, number(pk)), language_of()
    return file_response(
        f"{survey.slug}-{language}.{form}", written.KINDS[form], written.report(survey, language, form)
    )
