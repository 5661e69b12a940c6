"""At the door: check-in by QR or name that survives a lost network, walk-ins, and what is printed for it."""

from __future__ import annotations

import json
from datetime import datetime

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.views.decorators.http import require_GET, require_http_methods

from pumasi.kit.access import requires
from pumasi.kit.asked import file_response, here, language_of
from pumasi.kit.paper import PDF
from pumasi.kit.refused import Refused
from pumasi.operate.meetups import papers
from pumasi.operate.meetups.actions import register
from pumasi.operate.meetups.forms import WalkInForm
from pumasi.operate.meetups.views.common import desk_or_404, run_or_404

MOST_CODES = 2000


@require_http_methods(["GET", "POST"])
@requires("meetups.run")
def door(request: HttpRequest, pk: int) -> HttpResponse:
    """The full screen at the door. Posting takes codes as JSON, also those read while there was no network."""
    event = run_or_404(request, pk)
    if request.method == "POST":
        return JsonResponse(register.check_in(event=event, codes=_codes(request)))
    rows = (
        event.registrations.filter(state="confirmed")
        .select_related("organisation", "person")
        .order_by("name", "pk")
    )
    people = [
        {
            "code": row.code,
            "name": row.name,
            "organisation": row.organisation_name or str(row.organisation or ""),
            "came": bool(row.checked_in_at),
        }
        for row in rows
    ]
    context = {
        "event": event,
        "people": people,
        "came": sum(1 for one in people if one["came"]),
        "post_url": reverse("meetups:door", kwargs={"pk": event.pk, **here(request)}),
        "walk_in": WalkInForm(),
    }
    return render(request, "meetups/door.html", context)


def _codes(request: HttpRequest) -> list[tuple[str, datetime | None]]:
    """Codes with the time they were read, from the JSON that the page sends."""
    try:
        told = json.loads(request.body)
        rows = told["codes"] if isinstance(told, dict) else []
        found = [(str(row["code"])[:64], _moment(row.get("at"))) for row in rows[:MOST_CODES]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise Refused("This is no list of codes.", "출석 코드 목록을 읽을 수 없습니다.") from error
    if not found:
        raise Refused("Send at least one code.", "출석 코드를 하나 이상 보내 주십시오.")
    return found


def _moment(text: object) -> datetime | None:
    found = parse_datetime(text) if isinstance(text, str) and len(text) < 40 else None
    return found if found and timezone.is_aware(found) else None


@require_http_methods(["POST"])
@requires("meetups.run")
def walk_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody without a registration."""
    event = run_or_404(request, pk)
    form = WalkInForm(request.POST)
    if not form.is_valid():
        raise Refused(
            "Write down a name, and an e-mail address only if it is complete.",
            "이름을 입력해 주십시오. 이메일은 올바른 주소만 입력할 수 있습니다.",
        )
    register.walk_in(event=event, **form.cleaned_data)
    return redirect("meetups:door", pk=event.pk, **here(request))


@require_GET
@requires("meetups.see_desk")
def tags(request: HttpRequest, pk: int) -> HttpResponse:
    """Name tags of those with a place, as PDF."""
    event = desk_or_404(request, pk)
    rows = list(
        event.registrations.filter(state="confirmed").select_related("organisation").order_by("name", "pk")
    )
    if not rows:
        raise Refused("Nobody has a confirmed place yet.", "아직 확정된 참가자가 없습니다.")
    return file_response("name-tags.pdf", PDF, papers.tags(event, rows, language_of()))


@require_GET
@requires("meetups.see_desk")
def sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """The list to sign, as PDF."""
    event = desk_or_404(request, pk)
    rows = list(
        event.registrations.filter(state="confirmed").select_related("organisation").order_by("name", "pk")
    )
    return file_response("sign-in-sheet.pdf", PDF, papers.sheet(event, rows, language_of()))
