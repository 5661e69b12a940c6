"""What a page shows to everybody alike: drawn once in each language, then kept."""

from __future__ import annotations

from django.template import Context, Node, NodeList
from django.template.base import Parser, Token
from django.utils.translation import get_language

from pumasi.web.templatetags._library import register


class Same(Node):
    """Draws its content without any of the page's variables, so that nothing of one reader reaches another."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist
        self._drawn: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        """Give what was drawn for the first reader of this language."""
        language = get_language()
        if language not in self._drawn:
            bare = Context()
            with bare.bind_template(context.template):  # type: ignore[arg-type]
                self._drawn[language] = self.nodelist.render(bare)
        return self._drawn[language]


@register.tag
def same(parser: Parser, _token: Token) -> Same:
    """Draw once a language what depends on nothing else: {% same %}…{% endsame %}; variables are empty inside."""
    nodelist = parser.parse(("endsame",))
    parser.delete_first_token()
    return Same(nodelist)
