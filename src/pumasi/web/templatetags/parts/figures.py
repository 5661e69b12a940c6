"""The figure: a number that answers "where does this number come from"."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.template import Context
from django.utils.text import slugify
from django.utils.translation import gettext as _

from pumasi.web.templatetags._library import part, register, unique
from pumasi.web.templatetags.parts.words import day, number

FIELDS = (
    "key",
    "unit",
    "definition",
    "window",
    "coverage",
    "chance",
    "rows_url",
    "cite",
    "cite_url",
    "audience",
    "note",
)


def _written(value: Any) -> str:
    return number(value) if isinstance(value, int | float) and not isinstance(value, bool) else str(value)


def _read(figure: object, context: Context, size: str) -> dict[str, Any]:
    as_of = part(figure, "as_of", "")
    n = part(figure, "n")
    key = slugify(str(part(figure, "key", "") or "").replace(".", "-"))
    return {
        **{name: part(figure, name, "") or "" for name in FIELDS},
        "label": part(figure, "label", ""),
        "value": _written(part(figure, "value", "")),
        "n": "" if n is None else _written(n),
        "as_of": day(as_of) if isinstance(as_of, date) else as_of,
        "size": size,
        "id": unique(context, f"figure-{key}" if key else "figure"),
    }


@register.inclusion_tag("components/figure.html", takes_context=True)
def figure(context: Context, figure: object, size: str = "row") -> dict[str, Any]:
    """Show a number and, when pressed, where it comes from: {% figure board.met_nobody size="large" %}.

    The figure (object or dict) needs `value` and `label`; it may have key, unit, definition, n, window,
    as_of, coverage, chance (comparison with chance), rows_url (CSV), cite (a sentence), cite_url, audience,
    note.
    `size`: large, row, or inline (inside a sentence: only the number is shown).
    """
    return _read(figure, context, size)


@register.inclusion_tag("components/figures.html", takes_context=True)
def figures(context: Context, figures: list[object], size: str = "large", label: str = "") -> dict[str, Any]:
    """Show up to four figures in a row parted by hairlines: {% figures board.figures %}."""
    return {"figures": [_read(one, context, size) for one in figures], "label": label or _("Key figures")}
