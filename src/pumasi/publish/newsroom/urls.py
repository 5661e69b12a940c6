"""Addresses of the newsroom: a desk; what the world sees stands in the portal."""

from __future__ import annotations

from django.urls import path

from pumasi.publish.newsroom.views import desk as at_desk
from pumasi.publish.newsroom.views import exchange, links, records, writing

app_name = "newsroom"
desk = [
    path("news/", at_desk.desk, name="desk"),
    path("news/new/", writing.new, name="new"),
    path("news/past/", exchange.past, name="past"),
    path("news/from-thread/", writing.from_thread, name="from_thread"),
    path("news/figures/", records.figures, name="figures"),
    path("news/figures/<int:pk>/", records.figure, name="figure"),
    path("news/links/", links.links, name="links"),
    path("news/links/<int:pk>/ask/", links.ask, name="ask_link"),
    path("news/terms/", records.terms, name="terms"),
    path("news/terms/<int:pk>/delete/", records.forget_term, name="forget_term"),
    path("news/terms/terms.tbx", exchange.terms_file, name="terms_file"),
    path("news/terms/memory.tmx", exchange.memory_file, name="memory_file"),
    path("news/terms/list/", exchange.bring_in_records, name="bring_in_records"),
    path("news/<int:pk>/translation.xlf", exchange.translation_file, name="translation_file"),
    path("news/<int:pk>/translation/", exchange.take_back, name="take_back"),
    path("news/<int:pk>/", at_desk.item, name="item"),
    path("news/<int:pk>/act/", at_desk.act, name="act"),
    path("news/<int:pk>/settings/", writing.settings, name="settings"),
    path("news/<int:pk>/write/", writing.write, name="write"),
    path("news/<int:pk>/translate/", writing.translate, name="translate"),
    path("news/<int:pk>/check/", writing.check, name="check"),
    path("news/<int:pk>/preview/<str:language>/", at_desk.preview, name="preview"),
    path("news/<int:pk>/attach/", records.attach, name="attach"),
    path("news/<int:pk>/attachments/<int:file>/delete/", records.detach, name="detach"),
    path("news/<int:pk>/pictures/", records.add_picture, name="add_picture"),
    path("news/<int:pk>/origins/", records.add_origin, name="add_origin"),
]
