"""Published surveys over REST; the figures are also among the cluster's figures, under `survey.…`."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest

from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import Id, Room, requires
from pumasi.measure.observatory.queries.answered import is_over
from pumasi.measure.observatory.queries.results import published, results_of
from pumasi.measure.observatory.schemas import ResultsOut, SurveyOut, results_out, survey_out
from pumasi.measure.observatory.schemas_waves import WaveOut, wave_out

room = Room(tags=["Surveys"])


@room.get("/surveys", response=list[SurveyOut])
@requires("observatory.see")
def list_surveys(request: HttpRequest) -> list[dict[str, Any]]:
    """Read the surveys that are published."""
    return [survey_out(one) for one in published(cluster_of(request))]


@room.get("/surveys/{int:pk}", response=ResultsOut)
@requires("observatory.see")
def read_survey(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read what a survey says: each share with its n and interval, and how the coders agreed."""
    found = published(cluster_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return results_out(results_of(found))


@room.get("/surveys/{int:pk}/waves", response=list[WaveOut])
@requires("observatory.see")
def list_waves(request: HttpRequest, pk: Id) -> list[dict[str, Any]]:
    """Read the waves of a survey that are over: each question with who answered what, small counts held back."""
    found = published(cluster_of(request)).filter(pk=pk).first()
    if found is None:
        raise Http404
    return [wave_out(one) for one in found.waves.select_related("instrument", "survey") if is_over(one)]
