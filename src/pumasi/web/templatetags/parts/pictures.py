"""Charts with their table behind them, and the map of a network with its list."""

from __future__ import annotations

from typing import Any

from django.template import Context
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from pumasi.web.templatetags._library import register, unique


@register.simple_block_tag
def chart(
    content: str,
    title: Any,
    kind: str = "bar",
    unit: Any = "",
    source: str = "",
) -> SafeString:
    """Draw a table as a chart: {% chart title=… kind="line" %}<table>…</table>{% endchart %}.

    `kind`: bar, line, stacked. The first column holds categories, each further column is a series; a cell's
    data-value wins over its text. With `source` the data come as JSON: categories, series (name, data).
    """
    inside = mark_safe(content.strip())  # noqa: S308  # rendered by the template just now
    words = {"title": title, "kind": kind, "unit": unit, "source": source, "table": inside}
    return render_to_string("components/chart.html", words)


@register.inclusion_tag("components/network_map.html", takes_context=True)
def network_map(
    context: Context,
    source: str,
    title: Any,
    coverage: Any = "",
) -> dict[str, Any]:
    """Draw a network from JSON at `source`: {% network_map source=url title=… coverage=… %}.

    JSON: nodes (id, key, label, type, community, x, y, size, url, isolate),
    edges (source, target, weight, count),
    communities (id, label, x, y, n). On a phone it stays folded; the page's own table comes first there.
    """
    return {"source": source, "title": title, "coverage": coverage, "id": unique(context, "map")}
