"""1:1 days for those who take part: joining, wishing, and one's own agenda, each by a link."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from pumasi.kit.access import requires
from pumasi.kit.asked import cluster_of, file_response, here, language_of, number_in
from pumasi.kit.paper import PDF
from pumasi.kit.refused import Refused
from pumasi.operate.meetups import ical, papers
from pumasi.operate.meetups.actions import days as doing
from pumasi.operate.meetups.actions import meetings
from pumasi.operate.meetups.forms import JoinForm
from pumasi.operate.meetups.models import Meeting, Participant, Wish
from pumasi.operate.meetups.queries import days as asked
from pumasi.operate.meetups.views.common import day_or_404, registration_or_404


def _participant_or_404(request: HttpRequest, key: str) -> Participant:
    rows = Participant.objects.filter(key=key, day__event__cluster=cluster_of(request))
    found = rows.select_related("day__event__cluster", "organisation").first()
    if found is None:
        raise Http404
    return found


@require_http_methods(["GET", "POST"])
@requires("meetups.hold_link")
def join(request: HttpRequest, key: str) -> HttpResponse:
    """Whoever has a place at a 1:1 day says what they offer and look for, and when they are away."""
    row = registration_or_404(request, key)
    day = day_or_404(row.event)
    if row.state != "confirmed":
        raise Refused("Take your place at the event first.", "먼저 행사 참가를 확정해 주십시오.")
    if row.organisation is None:
        raise Refused(
            "Tell the office for which organisation you come; then you can take part in 1:1 meetings.",
            "소속 기업·기관이 확인되어야 상담에 참여하실 수 있습니다. 사무국에 소속을 알려 주십시오.",
        )
    known = getattr(row, "participant", None)
    form = JoinForm(request.POST or None, day=day, known=known)
    if request.method == "POST" and form.is_valid():
        made = doing.join(
            day=day, organisation=row.organisation, name=row.name, email=row.email, person=row.person, registration=row,
            language=row.language, **form.values(),
        )  # fmt: skip
        messages.success(request, _("You take part. Now choose whom you would like to meet."))
        return redirect("meetups:participant", key=made.key, **here(request))
    return render(
        request,
        "meetups/join.html",
        {"form": form, "event": row.event, "row": row},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
@requires("meetups.hold_link")
def participant(request: HttpRequest, key: str) -> HttpResponse:
    """One's own page of a 1:1 day: agenda, requests to answer, and the catalogue with wishes."""
    me = _participant_or_404(request, key)
    if request.method == "POST":
        _act(request, me)
        return redirect("meetups:participant", key=me.key, **here(request))
    day = me.day
    text, kind = request.GET.get("q", "").strip()[:100], request.GET.get("kind", "")
    mine = {wish.about_id: wish for wish in me.wishes.all()}
    kept = set(me.bookmarks.values_list("about_id", flat=True))
    others = [
        one
        for one in asked.catalogue(day, text=text, kind=kind)
        if one.pk != me.pk and one.organisation_id != me.organisation_id
    ]
    if request.GET.get("kept"):
        others = [one for one in others if one.pk in kept]
    context = {
        "me": me,
        "day": day,
        "event": day.event,
        "agenda": [asked.seen_from(meeting, me) for meeting in asked.agenda(me)],
        "requests": me.wished.filter(answer="open", by__left_at__isnull=True)
        .exclude(strength="never")
        .select_related("by__organisation"),
        "others": [{"who": one, "wish": mine.get(one.pk), "kept": one.pk in kept} for one in others[:300]],
        "classes": day.classes,
        "text": text,
        "kind": kind,
        "only_kept": bool(request.GET.get("kept")),
        "strengths": Wish.Strength.choices,
        "results": Meeting.Result.choices,
        "stars": range(1, 6),
        "wanted": sum(1 for wish in mine.values() if wish.strength != "never"),
        "open": not day.wishes_until or day.wishes_until > timezone.now(),
        "free_slots": _free_slots(me) if day.mode == "self" else [],
    }
    response = render(request, "meetups/participant.html", context)
    response["Cache-Control"] = "no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


def _free_slots(me: Participant) -> list[Any]:
    taken = set(asked.agenda(me).filter(state="scheduled").values_list("slot_id", flat=True))
    return [slot for slot in me.day.slots.all() if slot.pk not in taken and slot.number not in me.away]


def _act(request: HttpRequest, me: Participant) -> None:
    deed = request.POST.get("deed", "")
    if deed in ("wish", "take_back", "bookmark", "book"):
        about = get_object_or_404(me.day.participants, pk=number_in(request, "about"))
        if deed == "wish":
            doing.wish(
                by=me,
                about=about,
                strength=request.POST.get("strength", ""),
                message=request.POST.get("message", ""),
            )
        elif deed == "take_back":
            doing.take_back(by=me, about=about)
        elif deed == "bookmark":
            doing.bookmark(by=me, about=about)
        else:
            slot = get_object_or_404(me.day.slots, pk=number_in(request, "slot"))
            doing.book(day=me.day, a=me, b=about, slot=slot)
            messages.success(request, _("Booked. Both agendas show it."))
    elif deed in ("accept", "decline"):
        wish = get_object_or_404(me.wished, pk=number_in(request, "wish"))
        doing.answer(wish=wish, accepted=deed == "accept")
    elif deed in ("call_off", "told"):
        meeting = next((m for m in asked.agenda(me) if m.pk == number_in(request, "meeting")), None)
        if meeting is None:
            raise Http404
        if deed == "call_off":
            doing.call_off(meeting=meeting, by=me)
        else:
            meetings.told(
                meeting=meeting,
                by=me,
                stars=number_in(request, "stars") or None,
                result=request.POST.get("result", ""),
            )
            messages.success(request, _("Thank you."))


@require_GET
@requires("meetups.hold_link")
def agenda_file(request: HttpRequest, key: str) -> HttpResponse:
    """One's meetings for one's own calendar."""
    me = _participant_or_404(request, key)
    return file_response(
        "meetings.ics", "text/calendar; charset=utf-8", ical.agenda(me, asked.agenda(me), language_of())
    )


@require_GET
@requires("meetups.hold_link")
def agenda_paper(request: HttpRequest, key: str) -> HttpResponse:
    """One's meetings on paper."""
    me = _participant_or_404(request, key)
    rows = [asked.seen_from(meeting, me) for meeting in asked.agenda(me)]
    return file_response("meetings.pdf", PDF, papers.agendas(me.day.event, [(me, rows)], language_of()))
