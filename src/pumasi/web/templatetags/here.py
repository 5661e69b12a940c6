"""Addresses within the present cluster, and the columns of a table."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse

from pumasi.kit import slot

register = template.Library()


@register.simple_tag(takes_context=True)
def to(context: dict[str, Any], name: str, *args: Any, **kwargs: Any) -> str:
    """Give the address of a route in the present cluster: {% to "members:organisation" pk=o.pk slug=o.slug %}."""
    given = {key: value for key, value in kwargs.items() if value != ""}
    cluster = context.get("cluster")
    try:
        return reverse(name, args=args, kwargs={"cluster": cluster.slug, **given} if cluster else given)
    except NoReverseMatch:
        return reverse(name, args=args, kwargs=given)


@register.simple_tag(takes_context=True)
def page_of(context: dict[str, Any], source: str) -> str:
    """Give the page of what the participation record names: {% page_of line.source as url %}; empty without one."""
    return slot.page_of(source, context["cluster"].slug)


@register.simple_tag
def columns(**labels: Any) -> list[dict[str, Any]]:
    """Give the columns of a table by name and label; a name ending in __end is set flush right, __wide not on phones."""
    found = []
    for key, label in labels.items():
        name, _sep, how = key.partition("__")
        found.append(
            {
                "key": name,
                "label": label,
                **({"align": "end"} if how == "end" else {}),
                **({"wide": True} if how == "wide" else {}),
            }
        )
    return found


@register.filter
def of(mapping: dict[Any, Any], key: Any) -> Any:
    """Look a key up: {{ parties|of:line.source }}."""
    return mapping.get(key, ()) if mapping else ()
