"""Addresses of the network and of introductions."""

from __future__ import annotations

from django.urls import path

from pumasi.measure.network import views

app_name = "network"
public = [
    path("network/", views.overview, name="overview"),
    path("network/map.json", views.map_data, name="map"),
    path("network/ties.csv", views.rows, name="rows"),
    path("network/alone/", views.alone, name="alone"),
    path("network/organisations/<int:pk>/", views.together, name="together"),
    path("introductions/<int:pk>/", views.shared, name="shared"),
    path("introductions/<int:pk>/act/", views.act, name="act"),
]
my = [
    path("connections/", views.connections, name="connections"),
    path("connections/<int:pk>/", views.decide, name="decide"),
    path("connections/to/<int:pk>/", views.who_can_introduce, name="path"),
    path("connections/to/<int:pk>/ask/", views.ask_via, name="ask_via"),
]
desk = [
    path("introductions/", views.desk, name="desk"),
    path("introductions/weekly/", views.send_weekly, name="send_weekly"),
    path("introductions/suggest/", views.suggest_pair, name="suggest_pair"),
]
