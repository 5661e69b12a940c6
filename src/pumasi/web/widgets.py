"""How forms draw what people fill in: plain fields in a line of Python, everything else by Django's templates."""

from __future__ import annotations

from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString, mark_safe

PLACE = "django/forms/widgets/"
# Those whose template is Django's input.html and nothing else.
PLAIN = frozenset(
    f"{PLACE}{name}.html" for name in ("text", "email", "url", "number", "password", "hidden", "checkbox", "date", "input")
)  # fmt: skip

LONG = f"{PLACE}textarea.html"


class Renderer(DjangoTemplates):
    """Draws a plain field without a template: a form of ten had ten templates with a loop in each."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """Draw a widget or a form."""
        if template_name in PLAIN:
            return _field(context["widget"])
        if template_name == LONG:
            return _long(context["widget"])
        return str(super().render(template_name, context, request))


def _attributes(told: dict[str, Any]) -> str:
    return "".join(
        f" {name}" if value is True else f' {name}="{conditional_escape(str(value))}"'
        for name, value in told.items()
        if value is not False
    )


def _field(widget: dict[str, Any]) -> SafeString:
    told = {"type": widget["type"], "name": widget["name"]}
    if widget["value"] is not None:
        told["value"] = widget["value"]
    return mark_safe(f"<input{_attributes({**told, **widget['attrs']})}>")  # noqa: S308  # every value was escaped


def _long(widget: dict[str, Any]) -> SafeString:
    """The first line break of a text field is the page's own: a browser leaves it out."""
    text = conditional_escape(widget["value"] or "")
    told = {"name": widget["name"], **widget["attrs"]}
    return mark_safe(f"<textarea{_attributes(told)}>\n{text}</textarea>")  # noqa: S308  # every value was escaped
