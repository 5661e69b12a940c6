"""What a page shows alike to many: drawn once in each language, and for the values that it names, then kept."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from typing import Any

from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.utils.translation import get_language

from pumasi.kit.bilingual import Words
from pumasi.web.templatetags._library import register

# So many drawings are kept of one part; beyond them the oldest makes room and is drawn anew when asked for.
MOST = 200


# What is a key as it is.
PLAIN = {str, int, bool, type(None), date, Words}


def frozen(value: Any) -> Hashable:
    """The value as a key: lists and dicts by what they hold, lazy texts by what they say."""
    if type(value) in PLAIN:
        key: Hashable = value
        return key
    if isinstance(value, dict):
        return tuple((name, frozen(inside)) for name, inside in value.items())
    if isinstance(value, list | tuple):
        return tuple(frozen(inside) for inside in value)
    return value if isinstance(value, str | int | Words | None) else str(value)


class Same(Node):
    """Draws its content with the named values alone, so that nothing of one reader reaches another."""

    def __init__(self, nodelist: NodeList, values: dict[str, FilterExpression]) -> None:
        self.nodelist = nodelist
        self.values = values
        self._drawn: dict[Hashable, str] = {}

    def render(self, context: Context) -> str:
        """Give what was drawn for the first reader of this language with these values."""
        values = {name: value.resolve(context) for name, value in self.values.items()}
        key = (get_language(), *(frozen(value) for value in values.values()))
        drawn = self._drawn.get(key)
        if drawn is None:
            bare = Context(values)
            with bare.bind_template(context.template):  # type: ignore[arg-type]
                drawn = self._drawn[key] = self.nodelist.render(bare)
            if len(self._drawn) > MOST:
                self._drawn.pop(next(iter(self._drawn)), None)
        return drawn


@register.tag
def same(parser: Parser, token: Token) -> Same:
    """Draw once a language what depends on nothing but the named values: {% same navigation %}…{% endsame %}.

    Variables that are not named are empty inside; `name=value` names a part of one.
    """
    values = {}
    for word in token.split_contents()[1:]:
        name, _, written = word.rpartition("=")
        values[name or written] = parser.compile_filter(written)
    nodelist = parser.parse(("endsame",))
    parser.delete_first_token()
    return Same(nodelist, values)
