"""Every address of the site, read from the URL resolver, with the rule it declares."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.resolvers import LocalePrefixPattern

# Addresses that carry no rule of ours, by how they begin, and why that is right.
NOT_OURS = {
    "account/": "signing in and up, passwords, second factors: allauth decides by session, and must be open to visitors",
    "api/v1/docs": "the documentation of the API is public",
    "api/v1/openapi.json": "the description of the API is public",
    "api/v1/": "operations declare their rules in kit.rest.OPERATIONS; see test_api_rules",
}
# A file's form that an address takes; a feed's where nothing else is said.
FORMS = {
    "observatory:data": "csv",
    "observatory:report": "docx",
    "observatory:questions_file": "csv",
    "observatory:answers_file": "csv",
    "observatory:crossed": "svg",
}
# Which of several files of a thing an address names.
WHAT = {"observatory:answers_file": "matrix", "observatory:indicator_rows": "members"}


@dataclass(frozen=True)
class Route:
    """An address: its full name, how it is written, its parameters, the view, and the rule of the view."""

    name: str
    pattern: str
    parameters: tuple[str, ...]
    callback: Callable[..., Any]
    rule: str | None

    @property
    def exempt(self) -> str:
        """Why it needs no rule of ours, or nothing."""
        return next((why for start, why in NOT_OURS.items() if self.pattern.startswith(start)), "")


def _walk(patterns: list[Any], before: str, names: tuple[str, ...]) -> Iterator[Route]:
    for entry in patterns:
        shown = "" if isinstance(entry.pattern, LocalePrefixPattern) else str(entry.pattern)
        here = before + shown
        if isinstance(entry, URLResolver):
            inner = (*names, entry.namespace) if entry.namespace else names
            yield from _walk(entry.url_patterns, here, inner)
        elif isinstance(entry, URLPattern):
            parameters = tuple(re.findall(r"<(?:\w+:)?(\w+)>", here))
            name = ":".join([*names, entry.name or ""])
            yield Route(name, here, parameters, entry.callback, getattr(entry.callback, "access_rule", None))


def routes() -> list[Route]:
    """All addresses, ours and others'."""
    return list(_walk(get_resolver().url_patterns, "", ()))


def ours() -> list[Route]:
    """Addresses that owe a rule."""
    return [route for route in routes() if not route.exempt]
