"""Addresses of the network and of introductions."""

from __future__ import annotations

from django.urls import path

from pumasi.measure.network.views import connections, files, gatherings, network, office, shared

app_name = "network"
public = [
    path("network/", network.overview, name="overview"),
    path("network/map.json", network.map_data, name="map"),
    path("network/ties.csv", files.rows, name="rows"),
    path("network/network.graphml", files.graphml, name="graphml"),
    path("network/map.svg", files.svg, name="svg"),
    path("network/alone/", network.alone, name="alone"),
    path("network/organisations/<int:pk>/", network.together, name="together"),
    path("introductions/<int:pk>/", shared.shared, name="shared"),
    path("introductions/<int:pk>/act/", shared.act, name="act"),
]
my = [
    path("connections/", connections.connections, name="connections"),
    path("connections/week/", connections.week, name="week"),
    path("connections/aims/", connections.aims, name="aims"),
    path("meet-at/<str:source>/", gatherings.meet_at, name="meet_at"),
    path("connections/<int:pk>/", connections.decide, name="decide"),
    path("connections/to/<int:pk>/", connections.who_can_introduce, name="path"),
    path("connections/to/<int:pk>/ask/", connections.ask_via, name="ask_via"),
]
desk = [
    path("network/attendance.csv", files.attendance, name="attendance"),
    path("network/people/", office.people, name="people"),
    path("network/who-should-come/<str:source>/", gatherings.who_should_come, name="who_should_come"),
    path("introductions/", office.desk, name="desk"),
    path("introductions/weekly/", office.send_weekly, name="send_weekly"),
    path("introductions/suggest/", office.suggest_pair, name="suggest_pair"),
]
