"""Tables with sortable heads that become cards on a phone, and the pages of a long list."""

from __future__ import annotations

from typing import Any

from django.core.paginator import Page
from django.http import QueryDict
from django.template import Context, Node, NodeList, TemplateSyntaxError
from django.template.base import Parser, Token, token_kwargs
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from pumasi.web.templatetags._library import part, register, request_query

COLUMNS = "pumasi_columns"


def query_with(query: Any, **changes: object) -> str:
    """Give the address query with some parameters changed; the page starts anew unless it is what changes."""
    changed = query.copy() if isinstance(query, QueryDict) else QueryDict(mutable=True)
    for name in {"page"} - set(changes):
        changed.pop(name, None)
    for name, value in changes.items():
        changed[name] = str(value)
    return f"?{changed.urlencode()}"


def _head(column: object, query: Any) -> dict[str, Any]:
    key, sort = part(column, "key"), part(column, "sort", False)
    field = key if sort is True else sort
    now = query.get("sort", "") if sort else ""
    direction = {f"{field}": "ascending", f"-{field}": "descending"}.get(now, "") if sort else ""
    return {
        "key": key,
        "label": part(column, "label", ""),
        "align": part(column, "align", ""),
        "hidden": part(column, "hidden", False),
        "wide": part(column, "wide", False),
        "direction": direction,
        "url": query_with(query, sort=f"-{field}" if direction == "ascending" else field) if sort else "",
    }


class TableNode(Node):
    """The rows between {% table %} and {% endtable %}, under heads made from the columns."""

    def __init__(self, columns: Any, options: dict[str, Any], rows: NodeList) -> None:
        self.columns, self.options, self.nodelist = columns, options, rows

    def render(self, context: Context) -> SafeString:
        """Write the table; cells find their column's label through the context."""
        heads = [_head(column, request_query(context)) for column in self.columns.resolve(context)]
        with context.push(**{COLUMNS: {head["key"]: head for head in heads}}):
            rows = self.nodelist.render(context)
        options = {name: value.resolve(context) for name, value in self.options.items()}
        known = {"heads": heads, "rows": rows if rows.strip() else ""}
        return render_to_string("components/table.html", {**options, **known})


@register.tag
def table(parser: Parser, token: Token) -> TableNode:
    """Write a table: {% table columns caption="…" %}rows{% endtable %}.

    A row is <tr>{% cell "name" header=True %}…{% endcell %}{% cell "count" %}3{% endcell %}</tr>.

    `columns`: list of dicts or objects with key, label, and optionally sort (True or a field), align ("end"),
    hidden (label for screen readers only), wide (left out on a phone).
    Options: caption, hide_caption, empty, id, keep_columns (no cards on a phone).
    """
    words = token.split_contents()[1:]
    if not words:
        raise TemplateSyntaxError("table needs its columns, as in {% table columns caption=… %}")
    options = token_kwargs(words[1:], parser)
    rows = parser.parse(("endtable",))
    parser.delete_first_token()
    return TableNode(parser.compile_filter(words[0]), options, rows)


@register.simple_block_tag(takes_context=True)
def cell(
    context: Context, content: str, key: str, *, header: bool = False, problem: bool = False
) -> SafeString:
    """Write a cell of the column `key`; header=True names the row, problem=True marks what is wrong."""
    head = (context.get(COLUMNS) or {}).get(key, {})
    names = [head.get("align"), "wide-column" if head.get("wide") else "", "problem" if problem else ""]
    css = " ".join(name for name in names if name)
    style = format_html(' class="{}"', css) if css else ""
    inside = mark_safe(content.strip())  # noqa: S308  # rendered by the template just now
    if header:
        return format_html('<th scope="row"{}>{}</th>', style, inside)
    label = "" if not inside or head.get("hidden") else format_html(' data-label="{}"', head.get("label", ""))
    return format_html("<td{}{}>{}</td>", style, label, inside)


@register.inclusion_tag("components/pagination.html", takes_context=True)
def pagination(
    context: Context, page: Page[Any], parameter: str = "page", target: str = ""
) -> dict[str, Any]:
    """Lead to the other pages of a list, keeping the query: {% pagination page %}."""
    query = request_query(context)

    def to(number: int) -> str:
        return query_with(query, **{parameter: number})

    shown = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    pages = [{"number": one, "url": to(one) if isinstance(one, int) else ""} for one in shown]
    return {
        "page": page,
        "pages": pages,
        "target": target,
        "before": to(page.previous_page_number()) if page.has_previous() else "",
        "after": to(page.next_page_number()) if page.has_next() else "",
    }


@register.inclusion_tag("components/result_count.html")
def result_count(count: int) -> dict[str, int]:
    """Say how many were found; read out after a filter: {% result_count page.paginator.count %}."""
    return {"count": count}
