"""Slots: a fragment of another room, fetched by address, so that rooms need not import each other."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString


def slot(name: str, label: str, *args: object, **kwargs: object) -> SafeString:
    """Give the placeholder that loads the route `name` when it comes into view.

    An absent room leaves nothing; without scripts the link to the full page remains.
    """
    try:
        url = reverse(name, args=args, kwargs=kwargs)
    except NoReverseMatch:
        return SafeString("")
    return format_html(
        '<div class="slot" hx-get="{}" hx-trigger="revealed" hx-swap="innerHTML" data-slot>'
        '<a class="link" href="{}">{}</a></div>',
        url,
        url,
        label,
    )
