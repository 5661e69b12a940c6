"""What people fill in: fields, whole forms, filters, buttons and the drop zone."""

from __future__ import annotations

from typing import Any

from django.forms import BaseForm, BoundField, CheckboxInput, FileInput
from django.http import QueryDict
from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from pumasi.web.templatetags._library import part, register, request_query, unique

BUTTONS = {"primary": "btn-primary", "secondary": "btn-outline", "quiet": "btn-quiet", "danger": "btn-error"}


def _described(bound: BoundField) -> dict[str, Any]:
    widget = bound.field.widget
    return {
        "field": bound,
        "check": isinstance(widget, CheckboxInput),
        "group": bool(widget.use_fieldset),
        "file": isinstance(widget, FileInput),
        "help_id": f"{bound.auto_id}_helptext",
        "error_id": f"{bound.auto_id}_error",
    }


@register.inclusion_tag("components/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """Show one field of a form with label, help and errors: {% field form.email %}."""
    return _described(bound)


@register.inclusion_tag("components/fields.html")
def fields(form: BaseForm) -> dict[str, Any]:
    """Show all fields of a form, below a summary of what is wrong: {% fields form %}."""
    return {
        "form": form,
        "described": [_described(bound) for bound in form.visible_fields()],
        "wrong": [bound for bound in form.visible_fields() if bound.errors],
    }


@register.simple_block_tag(takes_context=True, name="form")
def whole_form(
    context: Context,
    content: str,
    form: BaseForm,
    submit: str,
    *,
    url: str = "",
    cancel_url: str = "",
    target: str = "",
    kind: str = "primary",
) -> SafeString:
    """Write a form that posts: {% form form submit=_("Save") cancel_url=… %}more fields{% endform %}.

    With `target` (a CSS selector) it is sent by htmx and the answer replaces what the selector names.
    """
    token = context.get("csrf_token")
    return render_to_string(
        "components/form.html",
        {
            "form": form,
            "content": content.strip(),
            "submit": submit,
            "url": url,
            "cancel_url": cancel_url,
            "target": target,
            "style": BUTTONS.get(kind, "btn-primary"),
            "csrf_token": token,
        },
    )


@register.inclusion_tag("components/button.html")
def button(label: str, **options: Any) -> dict[str, Any]:
    """Show a button, or a link that looks like one: {% button _("Import a list") url=… icon="upload" %}.

    Options: url, kind (primary, secondary, quiet, danger), icon, type (submit, button), name, value,
    size ("small"), dialog (id of a dialog to open), disabled, form (id), title.
    """
    style = BUTTONS.get(options.pop("kind", "primary"), "btn-primary")
    small = "btn-sm" if options.pop("size", "") == "small" else ""
    return {"label": label, "style": f"btn {style} {small}".strip(), "type": "submit", **options}


def _without(query: Any, name: str, value: str) -> str:
    if not isinstance(query, QueryDict):
        return "?"
    rest = query.copy()
    rest.pop("page", None)
    rest.setlist(name, [one for one in rest.getlist(name) if one != value])
    return f"?{rest.urlencode()}"


def _active(facet: object, query: Any) -> list[tuple[str, str]]:
    """Name what the reader narrowed down to, as pairs of value and label, without what holds by default."""
    asked = query.getlist(str(part(facet, "name"))) if isinstance(query, QueryDict) else []
    if value := part(facet, "value", ""):
        return [(str(value), f"{part(facet, 'label')}: {value}")]
    chosen = [
        one
        for one in part(facet, "options", [])
        if str(part(one, "value")) in asked and part(one, "value") != ""
    ]
    return [(str(part(one, "value")), str(part(one, "label"))) for one in chosen]


@register.inclusion_tag("components/facets.html", takes_context=True)
def facets(
    context: Context,
    facets: list[object],
    target: str = "",
    action: str = "",
    hidden: dict[str, str] | None = None,
) -> dict[str, Any]:
    """Show filters with counts beside a list: {% facets facets target="#results" %}.

    Each facet: name, label, kind (checkbox, radio, select, text, date), options (value, label, count,
    active) or value. The form is sent by GET; with `target` each change replaces that part of the page by
    htmx. `hidden` keeps other parameters (q, sort). On a phone the filters are folded away.
    """
    query = request_query(context)
    chips = [
        {"label": label, "url": _without(query, str(part(facet, "name")), value)}
        for facet in facets
        for value, label in _active(facet, query)
    ]
    kept = {"hidden": hidden or {}, "chips": chips, "id": unique(context, "facets")}
    return {"facets": facets, "target": target, "action": action, **kept}


@register.inclusion_tag("components/dropzone.html", takes_context=True)
def dropzone(
    context: Context,
    name: str,
    label: str,
    *,
    accept: str = "",
    multiple: bool = False,
    help_text: str = "",
    error: str = "",
) -> dict[str, Any]:
    """Show a place to drop files: {% dropzone "file" _("Member list") accept=".csv,.xlsx" multiple=True %}.

    It stands inside a form with enctype="multipart/form-data"; the file field works without scripts.
    """
    shown = {"name": name, "label": label, "accept": accept, "multiple": multiple}
    return {**shown, "help": help_text, "error": error, "id": unique(context, "drop")}
