"""Lists that lead somewhere: tabs, breadcrumb, stations in time, the week."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from pumasi.web.templatetags._library import language, part, register

WEEKDAYS = {"ko": "월화수목금토일", "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")}


def _day(one: object) -> dict[str, Any]:
    return {name: part(one, name) for name in ("date", "today", "items")}


@register.inclusion_tag("components/tabs.html")
def tabs(items: list[Any], label: str = "") -> dict[str, Any]:
    """Divide a page by links: {% tabs items label="Organisation" %} with label, url, active, count each."""
    return {"items": items, "label": label or _("Sections")}


@register.inclusion_tag("components/breadcrumb.html")
def breadcrumb(items: list[Any]) -> dict[str, Any]:
    """Show the way here: {% breadcrumb items %} with label, url each; the last one is this page."""
    return {"items": items}


@register.inclusion_tag("components/timeline.html")
def timeline(stations: list[Any], layout: str = "list") -> dict[str, Any]:
    """Show dated stations: {% timeline stations layout="line" %}.

    Each has date, title, and may have text, url, now. `layout`: list (downwards)
    or line (across on a wide screen).
    """
    return {"stations": stations, "layout": layout}


@register.inclusion_tag("components/week.html")
def week(days: list[Any]) -> dict[str, Any]:
    """Show a week: {% week days %} with date, today, items (time, title, url) each."""
    letters = WEEKDAYS.get(language(), WEEKDAYS["en"])
    return {"days": [{**_day(one), "weekday": letters[part(one, "date").weekday()]} for one in days]}
