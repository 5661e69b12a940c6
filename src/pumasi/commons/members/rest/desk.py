"""The manager's desk over REST: many at once, segments, own fields, notes, log and tasks."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja.responses import Status

from pumasi.commons.members.actions import desk, organisations
from pumasi.commons.members.models import ContactLog, CustomField, Note, Segment, Task
from pumasi.commons.members.rest import shown
from pumasi.commons.members.schemas import (
    BulkIn,
    Changed,
    DeskOut,
    FieldIn,
    FieldOut,
    LogIn,
    LogOut,
    NoteIn,
    NoteOut,
    SegmentIn,
    SegmentOut,
    TaskIn,
    TaskOut,
)  # fmt: skip
from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import Id, Room, requires

room = Room(tags=["Desk"])


@room.post("/organisations/bulk", response=Changed)
@requires("members.manage")
def change_many(request: HttpRequest, given: BulkIn) -> dict[str, int]:
    """Do one thing to many organisations: all of them or none."""
    cluster = cluster_of(request)
    count = organisations.edit_many(
        cluster=cluster, organisations=given.organisations, deed=given.deed, value=given.value
    )
    return {"changed": count}


@room.get("/segments", response=list[SegmentOut])
@requires("members.see_desk")
def list_segments(request: HttpRequest) -> list[Segment]:
    """Read the choices of facets that were kept."""
    return list(cluster_of(request).segments.order_by("name"))


@room.post("/segments", response={201: SegmentOut})
@requires("members.manage")
def save_segment(request: HttpRequest, given: SegmentIn) -> Status[Segment]:
    """Keep a choice of facets under a name."""
    author: Any = request.user
    kept = desk.save_segment(cluster=cluster_of(request), author=author, name=given.name, query=given.query)
    return Status(201, kept)


@room.delete("/segments/{int:pk}", response={204: None})
@requires("members.manage")
def drop_segment(request: HttpRequest, pk: Id) -> Status[None]:
    """Drop a kept choice."""
    get_object_or_404(Segment, pk=pk, cluster=cluster_of(request)).delete()
    return Status(204, None)


@room.get("/custom-fields", response=list[FieldOut])
@requires("members.manage")
def list_custom_fields(request: HttpRequest) -> list[CustomField]:
    """Read the cluster's own fields."""
    return list(cluster_of(request).custom_fields.order_by("pk"))


@room.post("/custom-fields", response={201: FieldOut})
@requires("members.manage")
def add_custom_field(request: HttpRequest, given: FieldIn) -> Status[CustomField]:
    """Add a field of the cluster's own; its English label becomes its key."""
    values = {**given.dict(), "choices": [word.strip() for word in given.choices if word.strip()]}
    return Status(201, desk.add_custom_field(cluster=cluster_of(request), **values))


def _note(one: Note | ContactLog) -> dict[str, Any]:
    return {"id": one.pk, "text": one.text, "author": str(one.author or ""), "created_at": one.created_at}


def _log(one: ContactLog) -> dict[str, Any]:
    return {**_note(one), "channel": one.channel, "on": one.on}


def _task(one: Task) -> dict[str, Any]:
    plain = {name: getattr(one, name) for name in ("text", "due", "done_at")}
    return {"id": one.pk, "organisation": one.organisation_id, "assignee": str(one.assignee or ""), **plain}


@room.get("/organisations/{int:pk}/desk", response=DeskOut)
@requires("members.see_desk")
def get_desk(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read what colleagues know of an organisation."""
    found, cluster = shown.seen_or_404(request, pk), cluster_of(request)
    return {
        "organisation": shown.named(found),
        "relations": list(found.relations.filter(cluster=cluster)),
        "notes": [
            _note(one) for one in found.note_set.filter(cluster=cluster).select_related("author__person")
        ],
        "log": [
            _log(one) for one in found.contactlog_set.filter(cluster=cluster).select_related("author__person")
        ],
        "tasks": [
            _task(one) for one in found.task_set.filter(cluster=cluster).select_related("assignee__person")
        ],
        "merges": [
            shown.merge(one)
            for one in found.merges.filter(undone_at__isnull=True).select_related("kept", "absorbed")
        ],
    }


def _about(request: HttpRequest, pk: int) -> dict[str, Any]:
    """Where a note, task or conversation belongs, and who writes it."""
    return {
        "cluster": cluster_of(request),
        "organisation": shown.seen_or_404(request, pk),
        "author": request.user,
    }


@room.post("/organisations/{int:pk}/notes", response={201: NoteOut})
@requires("members.manage")
def add_note(request: HttpRequest, pk: Id, given: NoteIn) -> Status[dict[str, Any]]:
    """Keep a note for colleagues."""
    return Status(201, _note(desk.note(**_about(request, pk), text=given.text)))


@room.post("/organisations/{int:pk}/log", response={201: LogOut})
@requires("members.manage")
def log_contact(request: HttpRequest, pk: Id, given: LogIn) -> Status[dict[str, Any]]:
    """Keep a conversation that took place."""
    return Status(
        201,
        _log(desk.log_contact(**_about(request, pk), text=given.text, channel=given.channel, on=given.on)),
    )


@room.post("/organisations/{int:pk}/tasks", response={201: TaskOut})
@requires("members.manage")
def add_task(request: HttpRequest, pk: Id, given: TaskIn) -> Status[dict[str, Any]]:
    """Keep something to do."""
    return Status(201, _task(desk.add_task(**_about(request, pk), text=given.text, due=given.due)))


@room.post("/tasks/{int:pk}/finish", response=TaskOut)
@requires("members.manage")
def finish_task(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Mark a task as done."""
    task = get_object_or_404(Task, pk=pk, cluster=cluster_of(request))
    desk.finish_task(task=task)
    task.refresh_from_db()
    return _task(task)
