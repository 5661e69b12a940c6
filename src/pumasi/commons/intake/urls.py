"""Addresses of imports."""

from __future__ import annotations

from django.urls import path

from pumasi.commons.intake import views

app_name = "intake"
desk = [
    path("import/", views.start, name="start"),
    path("import/upload/", views.upload, name="upload"),
    path("import/<int:pk>/", views.check, name="check"),
    path("import/<int:pk>/answer/", views.answer, name="answer"),
    path("import/<int:pk>/status/", views.status, name="status"),
    path("import/<int:pk>/stop/", views.stop, name="stop"),
    path("import/<int:pk>/undo/", views.undo, name="undo"),
    path("import/<int:pk>/errors/", views.errors, name="errors"),
]
