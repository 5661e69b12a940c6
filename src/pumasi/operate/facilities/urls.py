"""Addresses of labs and test beds."""

from __future__ import annotations

from django.urls import path

from pumasi.operate.facilities.views import board, booking, managing, records, requests
from pumasi.operate.facilities.views import public as shown

app_name = "facilities"
public = [
    path("facilities/", shown.catalogue, name="catalogue"),
    path("facilities/infrastructure/", shown.infrastructure, name="infrastructure"),
    path("facilities/find/", booking.find, name="find"),
    path("facilities/book/", booking.book, name="book"),
    path("facilities/bookings/<int:pk>/", booking.booking, name="booking"),
    path("facilities/bookings/<int:pk>/booking.ics", booking.booking_file, name="booking_file"),
    path("facilities/services/<int:pk>/", requests.service, name="service"),
    path("facilities/services/<int:pk>/result/", requests.result, name="result"),
    path("facilities/services/<int:pk>/statement.pdf", requests.statement, name="statement"),
    path("facilities/<int:pk>/", shown.facility, name="facility_short"),
    path("facilities/<int:pk>-<slug:slug>/", shown.facility, name="facility"),
    path("facilities/<int:pk>/calendar/", shown.calendar, name="calendar"),
    path("facilities/<int:pk>/calendar.ics", shown.feed, name="feed"),
    path("facilities/<int:pk>/picture/", shown.picture, name="picture"),
    path("facilities/<int:pk>/problem/", requests.problem, name="problem"),
    path("facilities/<int:pk>/ask/", requests.ask, name="ask"),
    path("facilities/<int:pk>/borrow/", requests.borrow, name="borrow"),
]
my = [path("facilities/", booking.mine, name="mine")]
desk = [
    path("facilities/", board.board, name="board"),
    path("facilities/check-in/", board.check_in, name="check_in"),
    path("facilities/bookings/", board.bookings, name="bookings"),
    path("facilities/bookings/<int:pk>/act/", board.act, name="act"),
    path("facilities/requests/", requests.desk, name="requests"),
    path("facilities/requests/act/", requests.act, name="act_on_request"),
    path("facilities/places/", managing.places, name="places"),
    path("facilities/places/new/", managing.new, name="new"),
    path("facilities/places/infrastructure/", managing.register, name="register"),
    path("facilities/places/<int:pk>/", managing.place, name="place"),
    path("facilities/places/<int:pk>/edit/", managing.edit, name="edit"),
    path("facilities/places/<int:pk>/set/", managing.set_part, name="set"),
    path("facilities/places/<int:pk>/sign.pdf", managing.sign, name="sign"),
    path("facilities/qualifications/", records.qualifications, name="qualifications"),
    path("facilities/charges/", records.charges, name="charges"),
    path("facilities/report/", records.report, name="report"),
    path("facilities/import/", records.bring_in, name="import"),
]
