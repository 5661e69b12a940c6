"""What is told in one piece: nothing yet, states, reasons, progress, notices, to-dos."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from pumasi.web.templatetags._library import part, register

# state: (kind of badge, icon, words)
STATES: dict[str, tuple[str, str, Any]] = {
    "applied": ("tell", "hourglass", pgettext_lazy("state", "Applied")),
    "active": ("good", "", pgettext_lazy("state", "Active")),
    "grace": ("warn", "clock", pgettext_lazy("state", "Renewal due")),
    "lapsed": ("neutral", "", pgettext_lazy("state", "Lapsed")),
    "ended": ("neutral", "", pgettext_lazy("state", "Ended")),
    "draft": ("neutral", "pencil", pgettext_lazy("state", "Draft")),
    "published": ("good", "", pgettext_lazy("state", "Published")),
    "planned": ("tell", "", pgettext_lazy("state", "Planned")),
    "happened": ("good", "check", pgettext_lazy("state", "Took place")),
    "cancelled": ("bad", "ban", pgettext_lazy("state", "Cancelled")),
    "open": ("good", "", pgettext_lazy("state", "Open")),
    "closed": ("neutral", "", pgettext_lazy("state", "Closed")),
    "reserved": ("tell", "", pgettext_lazy("state", "Reserved")),
    "waiting": ("warn", "hourglass", pgettext_lazy("state", "Waiting list")),
    "offered": ("tell", "mail", pgettext_lazy("state", "Place offered")),
    "confirmed": ("good", "check", pgettext_lazy("state", "Confirmed")),
    "no_show": ("bad", "", pgettext_lazy("state", "No-show")),
    "suggested": ("tell", "", pgettext_lazy("state", "Suggested")),
    "asked": ("tell", "send", pgettext_lazy("state", "Asked")),
    "accepted": ("good", "check", pgettext_lazy("state", "Accepted")),
    "declined": ("neutral", "", pgettext_lazy("state", "Declined")),
    "introduced": ("good", "handshake", pgettext_lazy("state", "Introduced")),
    "expired": ("neutral", "", pgettext_lazy("state", "Expired")),
    "later": ("neutral", "clock", pgettext_lazy("state", "Not now")),
    "queued": ("neutral", "", pgettext_lazy("state", "In the queue")),
    "running": ("tell", "loader-circle", pgettext_lazy("state", "Running")),
    "done": ("good", "check", pgettext_lazy("state", "Done")),
    "failed": ("bad", "circle-alert", pgettext_lazy("state", "Failed")),
    "undone": ("neutral", "undo-2", pgettext_lazy("state", "Undone")),
    "sent": ("good", "", pgettext_lazy("state", "Sent")),
    "requested": ("warn", "hourglass", pgettext_lazy("state", "Requested")),
    "used": ("good", "check", pgettext_lazy("state", "Used")),
    "quoted": ("tell", "", pgettext_lazy("state", "Quote sent")),
    "received": ("tell", "", pgettext_lazy("state", "Received")),
    "reported": ("good", "check", pgettext_lazy("state", "Result ready")),
    "withdrawn": ("neutral", "", pgettext_lazy("state", "Withdrawn")),
    "approved": ("good", "check", pgettext_lazy("state", "Approved")),
    "review": ("warn", "hourglass", pgettext_lazy("state", "Waiting for review")),
    "translated": ("good", "check", pgettext_lazy("state", "Translated")),
    "missing": ("bad", "circle-alert", pgettext_lazy("state", "Not translated")),
    "stale": ("warn", "clock", pgettext_lazy("state", "Source changed")),
    "machine": ("warn", "languages", pgettext_lazy("state", "By machine, not read yet")),
    "left_out": ("neutral", "", pgettext_lazy("state", "Left out on purpose")),
    "unconfirmed": ("warn", "", pgettext_lazy("state", "Not confirmed")),
    "conflicting": ("bad", "triangle-alert", pgettext_lazy("state", "Sources conflict")),
    "lent": ("tell", "", pgettext_lazy("state", "Lent out")),
    "returned": ("good", "check", pgettext_lazy("state", "Brought back")),
    "bounced": ("bad", "circle-alert", pgettext_lazy("state", "Returned")),
}
KINDS = {"info": "tell", "tell": "tell", "good": "good", "warn": "warn", "bad": "bad", "accent": "accented"}
NOTE_ICONS = {"info": "info", "good": "circle-check", "warn": "triangle-alert", "bad": "circle-alert"}


@register.inclusion_tag("components/empty.html")
def empty(
    title: str,
    *,
    text: str = "",
    action: str = "",
    url: str = "",
    icon: str = "inbox",
    level: int = 2,
) -> dict[str, Any]:
    """Say why nothing is here and what to do: {% empty title text=… action="Import a list" url=… %}."""
    return {"title": title, "text": text, "action": action, "url": url, "icon": icon, "level": level}


@register.inclusion_tag("components/badge.html")
def badge(text: Any, kind: str = "neutral", icon: str = "") -> dict[str, Any]:
    """Mark something in a word: {% badge "Anchor" kind="accent" icon="star" %}.

    `kind`: neutral, info, good, warn, bad, accent.
    """
    return {"text": text, "kind": KINDS.get(kind, ""), "icon": icon}


@register.inclusion_tag("components/badge.html")
def state(name: str, label: str = "") -> dict[str, Any]:
    """Show the state of a record: {% state registration.state %}; label= gives other words."""
    kind, icon, words = STATES.get(str(name), ("", "", str(name)))
    return {"text": label or words, "kind": kind if kind != "neutral" else "", "icon": icon}


@register.inclusion_tag("components/reasons.html")
def reasons(reasons: list[object]) -> dict[str, Any]:
    """Show the reasons of an introduction as shares: {% reasons introduction.reasons %}.

    Each has label and share (0 to 1), and may have text. The bar shows shares of the sum.
    """
    total = sum(float(part(one, "share", 0)) for one in reasons) or 1.0
    lines, start = [], 0.0
    for place, one in enumerate(reasons, 1):
        width = 100 * float(part(one, "share", 0)) / total
        line = {"label": part(one, "label"), "text": part(one, "text", ""), "percent": round(width)}
        lines.append({**line, "x": f"{start:.2f}", "width": f"{width:.2f}", "series": (place - 1) % 10 + 1})
        start += width
    return {"reasons": lines}


@register.inclusion_tag("components/meter.html")
def meter(value: float, maximum: float, label: str) -> dict[str, Any]:
    """Show how much of a known whole: {% meter 38 60 label="38 of 60 places" %}."""
    return {"value": value, "maximum": maximum, "label": label}


@register.inclusion_tag("components/progress.html")
def progress(
    label: str,
    value: float | None = None,
    maximum: float = 100,
    stop_url: str = "",
    status_url: str = "",
) -> dict[str, Any]:
    """Show work under way with a stop button: {% progress "Reading rows" 120 412 stop_url=… status_url=… %}.

    While status_url is given the fragment asks there every second and replaces itself with the answer.
    """
    shown = {"label": label, "value": value, "maximum": maximum}
    return {**shown, "stop_url": stop_url, "status_url": status_url}


@register.inclusion_tag("components/notification.html")
def notification(item: object) -> dict[str, Any]:
    """Show a notice: {% notification item %} with title, text, url, icon, at, unread."""
    names = ("title", "text", "url", "at", "unread")
    return {**{name: part(item, name, "") for name in names}, "icon": part(item, "icon", "") or "bell"}


@register.inclusion_tag("components/todo.html")
def todo(item: object) -> dict[str, Any]:
    """Show one thing to do: {% todo item %} with count, text, url, action (a verb), urgent."""
    names = ("count", "text", "url", "urgent")
    return {**{name: part(item, name, "") for name in names}, "action": part(item, "action", "") or _("Open")}
