"""Components with a body: the page's head, notes, dialogs, and places that fetch their content."""

from __future__ import annotations

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from pumasi.web.templatetags._library import register
from pumasi.web.templatetags.parts.told import NOTE_ICONS


def _inside(content: str) -> SafeString:
    return mark_safe(content.strip())  # noqa: S308  # rendered by the template just now


@register.simple_block_tag
def page_header(content: str, title: Any, lead: Any = "", kicker: Any = "") -> SafeString:
    """Write the page's one h1, and buttons beside it: {% page_header title lead=… %}…{% endpage_header %}."""
    words = {"title": title, "lead": lead, "kicker": kicker, "actions": _inside(content)}
    return render_to_string("components/page_header.html", words)


@register.simple_block_tag
def note(content: str, kind: str = "info") -> SafeString:
    """Write a remark that stands out: {% note kind="warn" %}…{% endnote %}; kinds info, good, warn, bad."""
    icon = NOTE_ICONS.get(kind, "info")
    return render_to_string("components/note.html", {"content": _inside(content), "kind": kind, "icon": icon})


@register.simple_block_tag
def dialog(content: str, name: str, title: Any) -> SafeString:
    """Write a dialog opened by data-dialog="name": {% dialog "hours" _("Hours left") %}…{% enddialog %}."""
    return render_to_string(
        "components/dialog.html", {"content": _inside(content), "id": name, "title": title}
    )


@register.inclusion_tag("components/confirm.html")
def confirm(
    name: str,
    title: Any,
    *,
    text: Any = "",
    url: str = "",
    action: Any = "",
    kind: str = "danger",
    hidden: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Ask before something is done: {% confirm "undo" title=… text=… url=… action=_("Undo this import") %}.

    A link to the full page of the same question opens it: <a href="…/undo/" data-dialog="undo">.
    """
    style = "btn-error" if kind == "danger" else "btn-primary"
    asked = {"id": name, "title": title, "text": text}
    return {**asked, "url": url, "action": action, "style": style, "hidden": hidden or {}}


@register.inclusion_tag("components/slot.html")
def slot(url: str, label: str) -> dict[str, str]:
    """Fetch a fragment of another room when it comes into view: {% slot url label %}."""
    return {"url": url, "label": label}
