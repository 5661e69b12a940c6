"""1:1 days over REST: planning, publishing, the timetable."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query
from ninja.responses import Status

from pumasi.kit.rest import Id, Page, Room, Window, page, requires
from pumasi.operate.meetups.actions import runs
from pumasi.operate.meetups.models import Day, Run
from pumasi.operate.meetups.queries import days
from pumasi.operate.meetups.rest.desk import event_or_404
from pumasi.operate.meetups.schemas import MeetingOut, RunOut, meeting_out

room = Room(tags=["1:1 days"])


def _day(request: HttpRequest, pk: int, *, run: bool = False) -> Day:
    found = (
        Day.objects.filter(event=event_or_404(request, pk, run=run)).select_related("event__cluster").first()
    )
    if found is None:
        raise Http404
    return found


def _run_out(run: Run) -> dict[str, Any]:
    names = ("made_at", "published_at", "placed", "score", "bound", "ratio", "seconds")
    return {
        "id": run.pk,
        "requests": run.settings.get("requests", 0),
        **{name: getattr(run, name) for name in names},
    }


@room.post("/desk/events/{int:pk}/runs", response={201: RunOut})
@requires("meetups.run")
def plan_day(request: HttpRequest, pk: Id) -> Status[Any]:
    """Plan a 1:1 day from its wishes; nothing changes until the plan is published."""
    return Status(201, _run_out(runs.run(day=_day(request, pk, run=True), by=request.user)))


@room.post("/desk/events/{int:pk}/runs/{int:run}/publish", response=RunOut)
@requires("meetups.run")
def publish_run(request: HttpRequest, pk: Id, run: Id) -> dict[str, Any]:
    """Make a plan the timetable; those whose meetings change are told."""
    found = get_object_or_404(_day(request, pk, run=True).runs.select_related("day__event__cluster"), pk=run)
    runs.publish(run=found)
    return _run_out(found)


@room.get("/desk/events/{int:pk}/timetable", response=Page[MeetingOut])
@requires("meetups.see_desk")
def list_meetings(request: HttpRequest, pk: Id, window: Query[Window]) -> dict[str, Any]:
    """Read the timetable of a 1:1 day by slot and table."""
    return page(days.board(_day(request, pk)), window, lambda rows: [meeting_out(row) for row in rows])
