"""Links that let their holder do one thing without signing in.

Opening a link never changes anything (mail scanners open links); pressing the button does, once.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation

from pumasi.commons.mail.models import Tap
from pumasi.kit.refused import Refused


@dataclass
class Question:
    """What the page of a link asks: a title, a text, facts, and a button for each answer."""

    title: str
    text: str = ""
    facts: list[tuple[str, str]] = field(default_factory=list)
    answers: list[tuple[str, str, str]] = field(default_factory=list)
    message_label: str = ""


Ask = Callable[[dict[str, Any]], Question]
Perform = Callable[[dict[str, Any], str, HttpRequest], str]


@dataclass
class Handler:
    """How a room asks and performs; `lasting` links can be pressed again until they expire."""

    ask: Ask
    perform: Perform
    lasting: bool = False


HANDLERS: dict[str, Handler] = {}


def on_tap(action: str, *, ask: Ask, perform: Perform, lasting: bool = False) -> None:
    """Register what links of `action` do. `perform` gives the address to go on to."""
    HANDLERS[action] = Handler(ask, perform, lasting)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def offer(
    *, action: str, payload: dict[str, Any], email: str = "", language: str = "ko", days: int = 30
) -> str:
    """Make a link for a mail: 128 bits of chance, kept as a hash."""
    token = secrets.token_urlsafe(16)
    Tap.objects.create(
        token_hash=_hash(token),
        action=action,
        payload=payload,
        email=email,
        expires_at=timezone.now() + timedelta(days=days),
    )
    with translation.override(language):
        return settings.SITE_URL + reverse("link:tap", args=[token])


def find(token: str) -> Tap:
    """Find the link, or say what to do."""
    tap = Tap.objects.filter(token_hash=_hash(token)).first()
    if tap is None:
        raise Refused(
            "This link is not valid. Copy the whole link from the mail.",
            "올바르지 않은 링크입니다. 메일의 링크 전체를 복사해 주십시오.",
        )
    if tap.expires_at < timezone.now():
        raise Refused(
            "This link has expired. Sign in, or ask the cluster office.",
            "기한이 지난 링크입니다. 로그인하시거나 클러스터 사무국에 문의해 주십시오.",
        )
    return tap


def question(token: str) -> Question:
    """What the link asks. Changes nothing."""
    tap = find(token)
    return HANDLERS[tap.action].ask(tap.payload)


@transaction.atomic
def press(token: str, answer: str, request: HttpRequest) -> str:
    """Do what the link is for; give the address to go on to. Pressing again leads to the same place."""
    tap = Tap.objects.select_for_update().get(pk=find(token).pk)
    handler = HANDLERS[tap.action]
    if tap.used_at and not handler.lasting:
        return str(tap.payload.get("_done") or reverse("link:tap", args=[token]))
    if answer not in {value for value, _label, _kind in handler.ask(tap.payload).answers}:
        raise Refused("Choose one of the answers.", "답변을 하나 선택해 주십시오.")
    where = handler.perform(tap.payload, answer, request)
    tap.used_at = tap.used_at or timezone.now()
    tap.payload = {**tap.payload, "_done": where}
    tap.save()
    return where
