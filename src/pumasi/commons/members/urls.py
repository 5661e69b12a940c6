"""Addresses of organisations and people."""

from __future__ import annotations

from django.urls import path, re_path

from pumasi.commons.members.views import desk as manager
from pumasi.commons.members.views import mine
from pumasi.commons.members.views import public as seen

app_name = "members"
public = [
    path("organisations/", seen.directory, name="directory"),
    path("organisations/export/", seen.export, name="export"),
    re_path(r"^organisations/(?P<pk>\d+)(?:-(?P<slug>[\w-]*))?/$", seen.organisation, name="organisation"),
    path("organisations/<int:pk>/claim/", seen.claim, name="claim"),
    re_path(r"^people/(?P<pk>\d+)(?:-(?P<slug>[\w-]*))?/$", seen.person, name="person"),
]
my = [
    path("organisation/", mine.my_organisation, name="my_organisation"),
    path("organisation/listings/", mine.add_listing, name="add_listing"),
    path("organisation/listings/<int:pk>/", mine.change_listing, name="change_listing"),
]
desk = [
    path("organisations/", manager.desk_list, name="desk"),
    path("organisations/bulk/", manager.bulk, name="bulk"),
    path("organisations/segments/", manager.segment, name="segment"),
    path("organisations/new/", manager.new, name="new"),
    path("organisations/approvals/", manager.approvals, name="approvals"),
    path("organisations/approvals/<int:pk>/", manager.approve, name="approve"),
    path("organisations/duplicates/", manager.look_alikes, name="duplicates"),
    path("organisations/merge/", manager.merge_two, name="merge"),
    path("organisations/unmerge/<int:pk>/", manager.unmerge, name="unmerge"),
    path("organisations/fields/", manager.fields, name="fields"),
    path("organisations/<int:pk>/", manager.about, name="desk_about"),
    path("organisations/<int:pk>/edit/", manager.edit, name="edit"),
    re_path(r"^organisations/(?P<pk>\d+)/(?P<what>note|task|log)/$", manager.keep, name="keep"),
    path("organisations/tasks/<int:pk>/", manager.finish, name="finish"),
    path("organisations/relations/<int:pk>/", manager.move, name="move"),
    path("people/<int:pk>/reveal/", manager.reveal, name="reveal"),
]
