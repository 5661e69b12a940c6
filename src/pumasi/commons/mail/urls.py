"""Addresses of the mail room."""

from __future__ import annotations

from django.urls import path

from pumasi.commons.mail import views

app_name = "mail"
links = [
    path("<str:token>/", views.tap, name="tap"),
    path("unsubscribe/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
desk = [
    path("mail/", views.desk, name="desk"),
    path("mail/<int:pk>/", views.message, name="message"),
    path("mail/<int:pk>/send/", views.send_again, name="send_again"),
]
