"""What all pages of the room ask of a request."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import get_language

from pumasi.operate.meetups import rules
from pumasi.operate.meetups.models import Day, Event, Registration
from pumasi.operate.meetups.queries import events

PER_PAGE = 30


def here(request: HttpRequest) -> dict[str, Any]:
    """The part of an address that names the cluster."""
    return {"cluster": request.cluster.slug}  # type: ignore[attr-defined]


def cluster_of(request: HttpRequest) -> Any:
    """The cluster of the address."""
    return request.cluster  # type: ignore[attr-defined]


def language_of() -> str:
    """The reader's language as two letters."""
    return (get_language() or "ko")[:2]


def seen_or_404(request: HttpRequest, pk: int) -> Event:
    """An event that the reader may see; others do not exist for them."""
    found = events.visible(request.user, cluster_of(request)).select_related("host").filter(pk=pk).first()
    if found is None:
        raise Http404
    found.cluster = cluster_of(request)
    return found


def desk_or_404(request: HttpRequest, pk: int) -> Event:
    """An event whose desk the reader may see."""
    found = (
        Event.objects.filter(cluster=cluster_of(request), pk=pk)
        .select_related("host", "series", "cluster")
        .first()
    )
    if found is None or not rules.sees_event_desk(request.user, found):
        raise Http404
    return found


def run_or_404(request: HttpRequest, pk: int) -> Event:
    """An event that the reader may change."""
    found = desk_or_404(request, pk)
    if not rules.runs_event(request.user, found):
        raise Http404
    return found


def registration_or_404(request: HttpRequest, key: str) -> Registration:
    """The registration of a link."""
    rows = Registration.objects.filter(key=key, event__cluster=cluster_of(request))
    found = rows.select_related("event", "organisation").first()
    if found is None:
        raise Http404
    found.event.cluster = cluster_of(request)
    return found


def day_or_404(event: Event) -> Day:
    """What makes an event a 1:1 day; an event without it has no such pages."""
    found = Day.objects.filter(event=event).select_related("event__cluster").first()
    if found is None:
        raise Http404
    return found


def number_in(request: HttpRequest, name: str) -> int:
    """A posted id; what is no number names nothing."""
    return _number(request.POST.get(name, ""))


def numbers_in(request: HttpRequest, name: str) -> list[int]:
    """Posted ids without what is none."""
    return [number for text in request.POST.getlist(name) if (number := _number(text))]


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0


def file_response(name: str, kind: str, body: bytes, *, inline: bool = False) -> HttpResponse:
    """A file to save, or to look at."""
    response = HttpResponse(body, content_type=kind)
    response["Content-Disposition"] = f'{"inline" if inline else "attachment"}; filename="{name}"'
    return response
