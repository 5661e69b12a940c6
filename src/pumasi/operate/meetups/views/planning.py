"""The desk of a 1:1 day: settings, plan, rules, publishing, and the live board on the day."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pumasi.kit.access import requires
from pumasi.kit.asked import file_response, here, language_of, number_in, numbers_in
from pumasi.kit.paper import PDF
from pumasi.kit.recurrence import zone_named
from pumasi.kit.refused import Refused
from pumasi.operate.meetups import papers, rules
from pumasi.operate.meetups.actions import days as doing
from pumasi.operate.meetups.actions import meetings, replanning, runs
from pumasi.operate.meetups.forms import DayForm
from pumasi.operate.meetups.models import Day, Event, Participant
from pumasi.operate.meetups.queries import days as asked
from pumasi.operate.meetups.views.common import day_or_404, desk_or_404, run_or_404


@require_http_methods(["GET", "POST"])
@requires("meetups.run")
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """The desk of a 1:1 day: settings on the left, the result in the middle, what to decide on the right."""
    event = run_or_404(request, pk)
    day = Day.objects.filter(event=event).select_related("event__cluster").first()
    form = DayForm(request.POST if request.POST.get("deed") == "set_up" else None, event=event, day=day)
    if request.method == "POST":
        done = _plan_deed(request, event, day, form)
        if done:
            return redirect("meetups:plan", pk=event.pk, **here(request))
    shown = day.runs.first() if day else None
    context = {
        "event": event,
        "day": day,
        "form": form,
        "run": shown,
        "counts": _counts(day) if day else {},
        "histogram": asked.histogram(shown) if shown else [],
        "few": _few(shown) if shown else [],
        "unplaced": _unplaced(shown) if shown else [],
        "rules": day.rules.select_related("a__organisation", "b__organisation", "slot") if day else [],
        "people": day.participants.filter(left_at__isnull=True).select_related("organisation") if day else [],
        "slots": day.slots.all() if day else [],
        "meetings": _meetings(shown) if shown else [],
        "may_run": rules.runs_event(request.user, event),
    }
    return render(request, "meetups/plan.html", context, status=422 if form.errors else 200)


def _plan_deed(request: HttpRequest, event: Event, day: Day | None, form: DayForm) -> bool:
    """Carry out what was posted; False where the form has to be shown again."""
    deed = request.POST.get("deed", "")
    if deed == "set_up":
        if not form.is_valid():
            return False
        doing.set_up(event=event, **form.values())
        messages.success(request, _("Saved."))
        return True
    if day is None:
        raise Refused("Set up slots and tables first.", "먼저 상담 시간대와 테이블을 설정해 주십시오.")
    if deed == "run":
        made = runs.run(day=day, by=request.user)
        messages.success(
            request, _("Planned: %(n)d meetings. Nothing is published yet.") % {"n": made.placed}
        )
    elif deed == "publish":
        told = runs.publish(run=get_object_or_404(day.runs, pk=number_in(request, "run")))
        messages.success(
            request,
            _(
                "Published: %(made)d new, %(kept)d unchanged, %(ended)d ended; %(letters)d letters are in the outbox."
            )
            % told,
        )
    elif deed == "decide":
        people = {one.pk: one for one in day.participants.all()}
        one, other = people.get(number_in(request, "a")), people.get(number_in(request, "b"))
        if one is None or other is None or one.pk == other.pk:
            raise Refused("Choose two different participants.", "서로 다른 참가자 두 명을 선택해 주십시오.")
        slot = day.slots.filter(pk=number_in(request, "slot")).first()
        doing.decide(
            day=day,
            a=one,
            b=other,
            kind=request.POST.get("kind", ""),
            slot=slot,
            reason=request.POST.get("reason", ""),
        )
        messages.success(request, _("Kept. It counts from the next plan on."))
    return True


def _counts(day: Day) -> dict[str, Any]:
    told = asked.wishes(day)
    return {
        "people": day.participants.filter(left_at__isnull=True).count(),
        "wishes": told.exclude(strength="never").count(),
        "without": day.participants.filter(left_at__isnull=True, wishes__isnull=True).count(),
        "slots": day.slots.count(),
        "tables": day.tables.count(),
        "interpreters": day.interpreters.count(),
    }


def _few(run: Any) -> list[tuple[Participant, int]]:
    """Who would have no meeting or one: the warning before publishing."""
    counts = asked.per_participant(run)
    few = sorted((n, pk) for pk, n in counts.items() if n < 2)
    people = Participant.objects.select_related("organisation").in_bulk([pk for _n, pk in few])
    return [(people[pk], n) for n, pk in few if pk in people][:60]


# What a request without a place is told, and what would help. The words are said in the reader's language.
def _reasons() -> dict[str, tuple[str, str]]:
    return {
        "apart": (
            _("They are never there at the same time."),
            _("Ask one of them to stay for another slot."),
        ),
        "full_a": (
            _("The first one's day is full."),
            _("Give them another slot, or forbid a meeting worth less."),
        ),
        "full_b": (
            _("The second one's day is full."),
            _("Give them another slot, or forbid a meeting worth less."),
        ),
        "full_both": (_("Both days are full."), _("Add a slot at the end of the day.")),
        "tables": (_("Both are free, but all tables are taken."), _("Add a table.")),
        "interpreter": (_("Nobody who interprets is free."), _("Add an interpreter for their languages.")),
        "crossed": (
            _("Each has a free slot, but none in common."),
            _("Pin the meeting: the plan makes room for it."),
        ),
    }


def _unplaced(run: Any) -> list[dict[str, Any]]:
    said = _reasons()
    ids = {pk for a, b, *_rest in run.unplaced for pk in (a, b)}
    people = Participant.objects.select_related("organisation").in_bulk(ids)
    zone = zone_named(run.day.event.zone)
    begins = [f"{slot.starts_at.astimezone(zone):%H:%M}" for slot in run.day.slots.all()]
    return [
        {
            "a": people[a],
            "b": people[b],
            "reason": said[code][0],
            "remedy": said[code][1],
            "slots": [begins[n] for n in slots if n < len(begins)][:8],
        }
        for a, b, _score, code, slots in run.unplaced[:200]
        if a in people and b in people
    ]


def _meetings(run: Any) -> list[dict[str, Any]]:
    """The plan by slot, for a table."""
    ids = {pk for a, b, *_rest in run.meetings for pk in (a, b)}
    people = Participant.objects.select_related("organisation").in_bulk(ids)
    slots = {slot.pk: slot for slot in run.day.slots.all()}
    tables = {table.pk: table.number for table in run.day.tables.all()}
    rows: dict[int, list[dict[str, Any]]] = {pk: [] for pk in slots}
    for a, b, slot, table, *_rest in run.meetings:
        if slot in slots and a in people and b in people:
            rows[slot].append({"a": people[a], "b": people[b], "table": tables.get(table)})
    return [
        {"slot": slots[pk], "meetings": sorted(found, key=lambda one: one["table"] or 0)}
        for pk, found in rows.items()
    ]


@require_http_methods(["GET", "POST"])
@requires("meetups.run")
def board(request: HttpRequest, pk: int) -> HttpResponse:
    """On the day: who meets whom where now, who came, and planning on without those who did not."""
    event = run_or_404(request, pk)
    day = day_or_404(event)
    preview = None
    if request.method == "POST":
        if request.POST.get("deed") == "preview":
            gone = set(numbers_in(request, "gone"))
            preview = {
                "gone": gone,
                "told": replanning.preview(day=day, gone=gone, most=_most(request)),
                "most": _most(request),
            }
        else:
            _board_deed(request, day)
            return redirect(f"{request.path}?slot={request.POST.get('slot', '')}")
    slots = list(day.slots.all())
    now = timezone.now()
    current = next((slot for slot in slots if slot.ends_at > now), slots[-1] if slots else None)
    chosen = next((slot for slot in slots if str(slot.number) == request.GET.get("slot", "")), current)
    context = {
        "event": event,
        "day": day,
        "slots": slots,
        "chosen": chosen,
        "meetings": asked.board(day).filter(slot=chosen) if chosen else [],
        "people": day.participants.filter(left_at__isnull=True).select_related("organisation"),
        "totals": asked.realisation(day),
        "preview": preview,
        "fragment": bool(request.headers.get("HX-Request")),
    }
    return render(
        request, "meetups/board_fragment.html" if context["fragment"] else "meetups/board.html", context
    )


def _most(request: HttpRequest) -> int:
    return min(number_in(request, "most"), 40)


def _board_deed(request: HttpRequest, day: Day) -> None:
    deed = request.POST.get("deed", "")
    if deed in ("held", "missed", "missed_a", "missed_b"):
        meeting = get_object_or_404(day.meetings.select_related("a", "b"), pk=number_in(request, "meeting"))
        if deed == "held":
            meetings.took_place(meeting=meeting)
        else:
            absent = {"missed_a": meeting.a, "missed_b": meeting.b}.get(deed)
            meetings.missed(meeting=meeting, absent=absent)
    elif deed == "plan_on":
        told = replanning.plan_on(day=day, gone=set(numbers_in(request, "gone")), most=_most(request))
        messages.success(
            request,
            _("Planned on: %(ended)d meetings ended, %(moved)d people moved, %(added)d meetings added.")
            % {"ended": len(told.ended), "moved": told.people_moved, "added": len(told.added)},
        )


@require_GET
@requires("meetups.see_desk")
def signs(request: HttpRequest, pk: int) -> HttpResponse:
    """A sign for each table with its meetings, as PDF."""
    event = desk_or_404(request, pk)
    day = day_or_404(event)
    return file_response("table-signs.pdf", PDF, papers.signs(day, list(asked.board(day)), language_of()))


@require_GET
@requires("meetups.see_desk")
def all_agendas(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody's agenda, a page each, as PDF."""
    event = desk_or_404(request, pk)
    day = day_or_404(event)
    people = list(day.participants.filter(left_at__isnull=True).select_related("organisation"))
    rows: dict[int, list[dict[str, Any]]] = {person.pk: [] for person in people}
    for meeting in asked.board(day):
        for me in (meeting.a, meeting.b):
            if me.pk in rows:
                rows[me.pk].append(asked.seen_from(meeting, me))
    if not any(rows.values()):
        raise Refused("No timetable is published yet.", "아직 확정된 시간표가 없습니다.")
    return file_response(
        "agendas.pdf", PDF, papers.agendas(event, [(one, rows[one.pk]) for one in people], language_of())
    )


@require_POST
@requires("meetups.run")
def nudge(request: HttpRequest, pk: int) -> HttpResponse:
    """Write to those who have wished for nobody yet."""
    event = run_or_404(request, pk)
    n = meetings.nudge(day_or_404(event))
    messages.success(request, _("%(n)d people without a wish have been written to.") % {"n": n})
    return redirect("meetups:plan", pk=event.pk, **here(request))
