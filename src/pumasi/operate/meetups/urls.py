"""Addresses of events and 1:1 days."""

from __future__ import annotations

from django.urls import path

from pumasi.operate.meetups.views import days, door, feeds, mine, planning
from pumasi.operate.meetups.views import desk as at_desk
from pumasi.operate.meetups.views import public as shown

app_name = "meetups"
public = [
    path("events/", shown.event_list, name="list"),
    path("events/month/", shown.month, name="month"),
    path("events/calendar.ics", feeds.public_feed, name="feed"),
    path("events/calendar/<str:key>.ics", feeds.private_feed, name="private_feed"),
    path("events/registration/<str:key>/", mine.registration, name="registration"),
    path("events/registration/<str:key>/event.ics", feeds.registration_file, name="registration_file"),
    path("events/registration/<str:key>/certificate.pdf", mine.certificate, name="certificate"),
    path("events/registration/<str:key>/join/", days.join, name="join"),
    path("meetings/<str:key>/", days.participant, name="participant"),
    path("meetings/<str:key>/agenda.ics", days.agenda_file, name="agenda_file"),
    path("meetings/<str:key>/agenda.pdf", days.agenda_paper, name="agenda_paper"),
    path("events/<int:pk>/", shown.event_page, name="event_short"),
    path("events/<int:pk>-<slug:slug>/", shown.event_page, name="event"),
    path("events/<int:pk>/register/", shown.registering, name="register"),
    path("events/<int:pk>/picture/", shown.picture, name="picture"),
    path("events/<int:pk>/file/<int:file>/", shown.material, name="material"),
    path("events/<int:pk>/event.ics", feeds.event_file, name="event_file"),
]
my = [
    path("events/", mine.my_events, name="mine"),
    path("events/propose/", mine.propose, name="propose"),
    path("events/calendar/renew/", feeds.renew_feed, name="renew_feed"),
    path("events/calendar/revoke/", mine.revoke_feed, name="revoke_feed"),
]
desk = [
    path("events/", at_desk.desk, name="desk"),
    path("events/new/", at_desk.new, name="new"),
    path("events/year/", at_desk.year, name="year"),
    path("events/<int:pk>/", at_desk.desk_event, name="desk_event"),
    path("events/<int:pk>/edit/", at_desk.edit, name="edit"),
    path("events/<int:pk>/act/", at_desk.act, name="act"),
    path("events/<int:pk>/act-on/", at_desk.act_on, name="act_on"),
    path("events/<int:pk>/assign/", at_desk.assign, name="assign"),
    path("events/<int:pk>/letter/", at_desk.letter, name="letter"),
    path("events/<int:pk>/programme/", at_desk.programme, name="programme"),
    path("events/<int:pk>/export/", at_desk.export, name="export"),
    path("events/<int:pk>/door/", door.door, name="door"),
    path("events/<int:pk>/walk-in/", door.walk_in, name="walk_in"),
    path("events/<int:pk>/name-tags.pdf", door.tags, name="tags"),
    path("events/<int:pk>/sign-in-sheet.pdf", door.sheet, name="sheet"),
    path("events/<int:pk>/meetings/", planning.plan, name="plan"),
    path("events/<int:pk>/meetings/nudge/", planning.nudge, name="nudge"),
    path("events/<int:pk>/meetings/board/", planning.board, name="board"),
    path("events/<int:pk>/meetings/table-signs.pdf", planning.signs, name="signs"),
    path("events/<int:pk>/meetings/agendas.pdf", planning.all_agendas, name="agendas"),
]
