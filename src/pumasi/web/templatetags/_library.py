"""The one register of tags, and what several parts need to read their arguments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template import Context, Library
from django.utils.translation import get_language

register = Library()


def part(thing: object, name: str, default: Any = None) -> Any:
    """Read `name` of an object or of a dict alike; rooms may hand over either."""
    if isinstance(thing, Mapping):
        return thing.get(name, default)
    return getattr(thing, name, default)


def language() -> str:
    """Give the reader's language as two letters."""
    return (get_language() or "ko")[:2]


def unique(context: Context, stem: str) -> str:
    """Give an id that no other component of this page has; the same page gives the same ids each time."""
    # The lowest layer is the only one that includes and inclusion tags share.
    layers: Any = context.render_context.dicts
    counts = layers[0].setdefault("pumasi_ids", {})
    counts[stem] = counts.get(stem, 0) + 1
    return f"{stem}-{counts[stem]}"


def request_query(context: Context) -> Any:
    """Give the GET parameters of the request, or nothing where a template is rendered without one."""
    return getattr(context.get("request"), "GET", {})
