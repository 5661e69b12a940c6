"""Planning a 1:1 day with the engine, and publishing a plan."""

from __future__ import annotations

import time
from typing import Any

import numpy as np
from django.db import transaction
from django.utils import timezone

from pumasi.engine.brokerage import interpreters
from pumasi.engine.brokerage.timetable import Timetable
from pumasi.engine.brokerage.why import why
from pumasi.kit.refused import Refused
from pumasi.kit.retrying import retried
from pumasi.operate.meetups.actions import meetings, places
from pumasi.operate.meetups.models import Day, Meeting, Run
from pumasi.operate.meetups.queries.grounds import PINNED, Ground, ground_of


@transaction.atomic
def run(*, day: Day, by: Any = None) -> Run:
    """Plan the whole day from wishes and rules; nothing changes for anybody until the plan is published."""
    ground = ground_of(day, day.dial / 100)
    begin = time.perf_counter()
    found, who, short = interpreters.plan_with_interpreters(
        ground.requests, ground.able, len(ground.speakers), floor=day.fairness, fixed=ground.fixed
    )
    spent = time.perf_counter() - begin
    held = np.flatnonzero(found.slot >= 0)
    rows = [_row(ground, found, who, int(r)) for r in held.tolist()] + _fixed_rows(ground, found)
    return Run.objects.create(
        day=day, made_by=by, placed=len(rows), score=found.score, bound=found.bound, seconds=round(spent, 4), meetings=rows,
        unplaced=[_unplaced(ground, found, int(r), r in short) for r in np.flatnonzero(found.slot < 0).tolist()],
        settings={"dial": day.dial, "fairness": day.fairness, "requests": int(found.slot.size), "people": len(ground.people)},
    )  # fmt: skip


def _row(ground: Ground, found: Timetable, who: np.ndarray, r: int) -> list[Any]:
    asked_of = ground.requests
    speaker = ground.speakers[who[r]].pk if who[r] >= 0 else None
    return [
        ground.people[asked_of.a[r]].pk, ground.people[asked_of.b[r]].pk, ground.slots[found.slot[r]].pk,
        ground.tables[found.table[r]].pk, speaker, round(float(asked_of.score[r]), 4),
    ]  # fmt: skip


def _fixed_rows(ground: Ground, found: Timetable) -> list[list[Any]]:
    """Meetings that the office put into a slot: at the tables that the plan left free there."""
    used = {(int(s), int(t)) for s, t in zip(found.slot, found.table, strict=True) if s >= 0}
    rows = []
    for a, b, s in zip(ground.fixed.a, ground.fixed.b, ground.fixed.slot, strict=True):
        table = next((t for t in range(len(ground.tables)) if (int(s), t) not in used), None)
        if table is not None:
            used.add((int(s), table))
            rows.append(
                [
                    ground.people[a].pk,
                    ground.people[b].pk,
                    ground.slots[s].pk,
                    ground.tables[table].pk,
                    None,
                    PINNED,
                ]
            )
    return rows


def _unplaced(ground: Ground, found: Timetable, r: int, short: bool) -> list[Any]:  # noqa: FBT001
    told = why(found, r, needs_interpreter=short)
    asked_of = ground.requests
    return [
        ground.people[asked_of.a[r]].pk, ground.people[asked_of.b[r]].pk, round(float(asked_of.score[r]), 4),
        told.code, list(told.slots),
    ]  # fmt: skip


@retried()
def publish(*, run: Run) -> dict[str, int]:
    """Make the plan the timetable: meetings that stand in both stay untouched, others end, new ones are held and told.

    Refused as a whole where somebody has been taken elsewhere meanwhile.
    """
    day = run.day
    places.lock(day.event)
    if day.meetings.filter(state__in=["held", "no_show"]).exists():
        raise Refused(
            "The day has begun. Use the re-plan on the board.",
            "이미 상담이 진행되었습니다. 현황판에서 조정해 주십시오.",
        )
    standing = {
        (m.a_id, m.b_id, m.slot_id): m
        for m in day.meetings.filter(state="scheduled").select_related("slot", "a", "b", "day__event")
    }
    wanted = {(a, b, slot): (table, speaker, score) for a, b, slot, table, speaker, score in run.meetings}
    same = {
        key for key in standing.keys() & wanted.keys()
        if (standing[key].table_id, standing[key].interpreter_id) == wanted[key][:2]
    }  # fmt: skip
    gone = [m for key, m in standing.items() if key not in same]
    Meeting.objects.filter(pk__in=[m.pk for m in gone]).update(state="cancelled")
    meetings.let_go(gone)
    made = Meeting.objects.bulk_create(
        [
            Meeting(
                day=day,
                run=run,
                a_id=a,
                b_id=b,
                slot_id=slot,
                table_id=table,
                interpreter_id=speaker,
                score=score,
            )
            for (a, b, slot), (table, speaker, score) in wanted.items()
            if (a, b, slot) not in same
        ]
    )
    fresh = list(
        Meeting.objects.filter(pk__in=[m.pk for m in made]).select_related("slot", "a", "b", "day__event")
    )
    meetings.hold(fresh)
    meetings.tell(fresh)
    run.published_at = timezone.now()
    run.save(update_fields=["published_at"])
    touched = {pk for m in (*gone, *fresh) for pk in (m.a_id, m.b_id)}
    people = day.participants.filter(pk__in=touched).select_related("day__event__cluster")
    letters = meetings.tell_published(run, people)
    return {"kept": len(same), "ended": len(gone), "made": len(fresh), "letters": letters}
