"""Addresses of the participation record."""

from __future__ import annotations

from django.urls import path

from pumasi.commons.ledger import views

app_name = "ledger"
public = [path("results/<str:source>/", views.thread, name="thread")]
desk = [path("record/", views.record, name="record")]
