"""Sentences of templates: `translate` as Django's own, but a plain sentence is looked up once in each language."""

from __future__ import annotations

from django.template import Context, Node
from django.template.base import Parser, Token
from django.templatetags.i18n import TranslateNode, do_translate
from django.utils.translation import get_language

from pumasi.web.templatetags._library import register


class Sentence(Node):
    """A sentence that holds nothing of the page: what Django's node makes of it depends on the language alone."""

    def __init__(self, told: TranslateNode) -> None:
        self.told = told
        self._said: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """Give it in the reader's language."""
        language = get_language()
        said = self._said.get(language)
        if said is None:
            said = self._said[language] = self.told.render(context)
        return said


@register.tag
def translate(parser: Parser, token: Token) -> Node:
    """Django's {% translate %}; half of a page's sentences stand in it, and looking each up anew took an eighth of its time."""
    told = do_translate(parser, token)
    written = told.filter_expression
    # With a filter, a variable or a name to keep it under, it is no plain sentence.
    plain = written.var.literal is not None and not written.filters and not told.asvar
    return Sentence(told) if plain and not told.message_context else told
