"""Other rooms by address, so that rooms need not import each other: fragments of them, and the pages of what they name."""

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


def page_of(source: str, cluster: str) -> str:
    """Give the public page of what another room names `source` ("room.thing.17"): its route "room:thing_short".

    Empty where the thing has no page that everybody who knows of it may open, or its room is absent.
    """
    room, _, rest = source.partition(".")
    thing, _, pk = rest.partition(".")
    try:
        return reverse(f"{room}:{thing}_short", kwargs={"cluster": cluster, "pk": int(pk)})
    except (NoReverseMatch, ValueError):
        return ""
