"""Pages of links in mails, of one's notices, and of the outbox."""

from __future__ import annotations

import re
from typing import Any

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from pumasi.commons.mail import actions, taps
from pumasi.commons.mail.models import Message
from pumasi.commons.mail.topics import TOPICS
from pumasi.kit.access import allowed, requires

# A link in a mail lets its holder answer for the recipient; who reads the outbox must not.
KEYS = re.compile(r"(/(?:link|link/unsubscribe|invitation|sign-in)/)[^/\s]{16,}")


@require_http_methods(["GET", "POST"])
@requires("mail.follow_link")
def tap(request: HttpRequest, token: str) -> HttpResponse:
    """Ask on GET, act on POST."""
    if request.method == "POST":
        return redirect(taps.press(token, request.POST.get("answer", ""), request))
    used = taps.find(token).used_at
    return render(request, "mail/tap.html", {"question": taps.question(token), "used": used})


# RFC 8058: the mail provider posts without a cookie; the signed token is the proof.
@csrf_exempt
@require_http_methods(["GET", "POST"])
@requires("mail.follow_link")
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """Ask on GET, stop the topic on POST."""
    address, topic = actions.read_unsubscribe(token)
    if request.method == "POST":
        actions.prefer(address=address, topic=topic, wanted=False)
    context = {"address": address, "topic": TOPICS[topic].label, "done": request.method == "POST"}
    return render(request, "mail/unsubscribe.html", context)


@require_GET
@requires("mail.see_outbox")
def desk(request: HttpRequest) -> HttpResponse:
    """The outbox: each mail, to whom, in which state."""
    cluster: Any = request.cluster  # type: ignore[attr-defined]
    found = Message.objects.filter(cluster=cluster).order_by("-created_at", "-pk")
    state = request.GET.get("state", "")
    if state in Message.State.values:
        found = found.filter(state=state)
    page = Paginator(found, 50).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "state": state,
        "states": Message.State.choices,
        "has_server": bool(settings.SMTP_URL),
    }
    return render(request, "mail/desk.html", context)


@require_GET
@requires("mail.see_outbox")
def message(request: HttpRequest, pk: int) -> HttpResponse:
    """One mail as it was or will be sent."""
    found = get_object_or_404(Message, pk=pk, cluster=request.cluster)  # type: ignore[attr-defined]
    # Without a mail server this page is the only way the mail reaches anybody, so that it can be tried at all.
    as_sent = not settings.SMTP_URL and allowed(request.user, "mail.change_outbox", request.cluster)  # type: ignore[attr-defined]
    text = found.text if as_sent else KEYS.sub(r"\1…", found.text)
    return render(request, "mail/message.html", {"message_": found, "text": text})


@require_POST
@requires("mail.change_outbox")
def send_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a failed mail back into the queue."""
    found = get_object_or_404(Message, pk=pk, cluster=request.cluster, state="failed")  # type: ignore[attr-defined]
    found.state, found.attempts = "queued", 0
    found.save()
    return redirect("mail:desk", cluster=request.cluster.slug)  # type: ignore[attr-defined]
