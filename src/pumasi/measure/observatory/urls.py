"""Addresses of surveys: what the world reads, and the desk where they are made."""

from __future__ import annotations

from django.urls import path, re_path

from pumasi.measure.observatory.views import (
    answered,
    coding,
    comparing,
    evidence,
    indicators,
    instrument,
    learning,
    respond,
    services,
    specialisation,
    waves,
)
from pumasi.measure.observatory.views import desk as at_desk
from pumasi.measure.observatory.views import public as at_front

app_name = "observatory"
public = [
    path("surveys/", at_front.surveys, name="list"),
    path("surveys/compare/", comparing.compare, name="compare"),
    path("surveys/specialisation/", specialisation.specialisation, name="specialisation"),
    path("services/", services.services, name="services"),
    path("surveys/<int:pk>/", at_front.survey, name="survey_short"),
    path("surveys/<int:pk>-<slug:slug>/", at_front.survey, name="survey"),
    path("surveys/factors/<int:pk>/", at_front.factor, name="factor"),
    path("surveys/waves/<int:pk>/", answered.by_question, name="by_question"),
    re_path(
        r"^surveys/waves/(?P<pk>\d+)/crossed\.(?P<form>svg|csv|xlsx)$", answered.crossed_file, name="crossed"
    ),
    path("surveys/answer/<str:token>/", respond.respond, name="respond"),
    path("surveys/answer/<str:token>/files/<int:file>/", respond.handed_in, name="handed_in"),
    path("surveys/<int:pk>/dataset.jsonld", at_front.dataset, name="dataset"),
    re_path(r"^surveys/(?P<pk>\d+)/data\.(?P<form>csv|xlsx|parquet)$", at_front.data, name="data"),
    re_path(r"^surveys/(?P<pk>\d+)/report\.(?P<form>pdf|docx|hwpx|pptx)$", at_front.report, name="report"),
]
my = [
    path("services/", services.my_services, name="my_services"),
    path("surveys/<int:pk>/code/", coding.answers, name="answers"),
    path("surveys/asked/<int:pk>/code/", coding.code, name="code"),
]
desk = [
    path("surveys/", at_desk.surveys, name="desk"),
    path("surveys/new/", at_desk.new, name="new"),
    path("surveys/<int:pk>/", at_desk.survey, name="desk_survey"),
    path("surveys/<int:pk>/settings/", at_desk.settings, name="settings"),
    path("surveys/<int:pk>/act/", at_desk.act, name="act"),
    path("surveys/<int:pk>/coders/", at_desk.coders, name="coders"),
    path("surveys/<int:pk>/asked/new/", at_desk.add_surveyed, name="add_surveyed"),
    path("surveys/<int:pk>/asked/list/", at_desk.bring_in, name="bring_in"),
    path("surveys/asked/<int:pk>/", at_desk.surveyed, name="surveyed"),
    path("surveys/asked/<int:pk>/settle/", at_desk.settle, name="settle"),
    path("surveys/asked/<int:pk>/delete/", at_desk.remove, name="remove"),
    path("surveys/<int:pk>/factors/new/", at_desk.add_factor, name="add_factor"),
    path("surveys/codebook/<int:pk>/", at_desk.factor, name="edit_factor"),
    path("surveys/<int:pk>/stories/new/", at_desk.add_story, name="add_story"),
    path("surveys/stories/<int:pk>/", at_desk.story, name="story"),
    path("surveys/<int:pk>/learn/", learning.learn, name="learn"),
    path("surveys/to-do/", learning.to_do, name="to_do"),
    path("surveys/to-do/act/", learning.act_on_list, name="act_on_list"),
    path("employment/", specialisation.employment, name="employment"),
    path("employment/delete/", specialisation.drop_employment, name="drop_employment"),
    path("services/", services.desk_services, name="desk_services"),
    path("services/new/", services.new_service, name="new_service"),
    path("services/<int:pk>/", services.edit_service, name="edit_service"),
    path("services/act/", services.act_on_services, name="act_on_services"),
    path("services/uses.csv", services.service_rows, name="service_rows"),
    path("indicators/", indicators.indicators, name="indicators"),
    path("indicators/past/", indicators.past, name="indicators_past"),
    path("indicators/<slug:what>.csv", indicators.indicator_rows, name="indicator_rows"),
    path("evidence/", evidence.binders, name="binders"),
    path("evidence/new/", evidence.new_binder, name="new_binder"),
    path("evidence/<int:pk>/", evidence.binder, name="binder"),
    path("evidence/<int:pk>/act/", evidence.act_on_binder, name="act_on_binder"),
    path("evidence/<int:pk>/binder.csv", evidence.binder_table, name="binder_table"),
    path("evidence/documents/<int:pk>/", evidence.evidence_file, name="evidence_file"),
    path("surveys/<int:pk>/questions/", instrument.questions, name="questions"),
    path("surveys/<int:pk>/questions/new/", instrument.add_question, name="add_question"),
    path("surveys/<int:pk>/questions/list/", instrument.bring_in_questions, name="bring_in_questions"),
    path("surveys/<int:pk>/questions/act/", instrument.act_on_questions, name="act_on_questions"),
    path("surveys/questions/<int:pk>/", instrument.question, name="question"),
    path("surveys/questions/<int:pk>/act/", instrument.act_on_question, name="act_on_question"),
    path("surveys/versions/<int:pk>/preview/", instrument.preview, name="preview"),
    re_path(
        r"^surveys/versions/(?P<pk>\d+)/questions\.(?P<form>csv|xlsx|xml)$",
        instrument.questions_file,
        name="questions_file",
    ),
    path("surveys/<int:pk>/waves/", waves.waves, name="waves"),
    path("surveys/<int:pk>/waves/new/", waves.new_wave, name="new_wave"),
    path("surveys/waves/<int:pk>/", waves.wave, name="wave"),
    path("surveys/waves/<int:pk>/act/", waves.act_on_wave, name="act_on_wave"),
    path("surveys/waves/<int:pk>/list/", waves.bring_in_answers, name="bring_in_answers"),
    path("surveys/waves/<int:pk>/results/", answered.desk_by_question, name="desk_by_question"),
    re_path(
        r"^surveys/waves/(?P<pk>\d+)/(?P<what>matrix|rows)\.(?P<form>csv|xlsx)$",
        waves.answers_file,
        name="answers_file",
    ),
    path("surveys/responses/<int:pk>/", waves.response, name="response"),
    path("surveys/responses/<int:pk>/files/<int:file>/", waves.answer_file, name="answer_file"),
    path("surveys/responses/<int:pk>/act/", waves.act_on_response, name="act_on_response"),
]
