"""A text out of HTML, as somebody would type it here. What a browser does with a paste (`paste.js`), done with what feeds and old boards hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import html

from pumasi.publish.newsroom.text import ADDRESS, typed_table

_LEFT = {"script", "style", "head", "title", "noscript", "iframe", "object", "svg", "form", "button", "template", "video", "audio"}  # fmt: skip
_BLOCKS = {"p", "div", "section", "article", "header", "footer", "main", "ul", "ol", "li", "blockquote", "table", "pre", "figure",
           "dl", "dt", "dd", "hr", "address", "h1", "h2", "h3", "h4", "h5", "h6", "td", "tr", "tbody", "center"}  # fmt: skip
_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)
_BULLET = re.compile(r"^[•·∙●○◦▪■□※-]\s+")
_TAG = re.compile(r"<(?:p|br|div|a|b|strong|span|ul|ol|li|table|h[1-6]|img|em|i|blockquote)\b[^>]*>", re.IGNORECASE)  # fmt: skip


def typed(text: str) -> str:
    """HTML as typed text; a text without tags stays as it is. Nothing is fetched and nothing of it runs."""
    if not _TAG.search(text):
        return text.strip()
    root = html.fragment_fromstring(text, create_parent="div")
    return "\n\n".join(_joined(_walked(root)))


def _joined(blocks: Iterator[str]) -> Iterator[str]:
    """Blocks, entries of one list close together."""
    entries: list[str] = []
    for block in blocks:
        if block.startswith("- "):
            entries.append(block)
            continue
        if entries:
            yield "\n".join(entries)
            entries = []
        if block:
            yield block
    if entries:
        yield "\n".join(entries)


def _walked(element: Any) -> Iterator[str]:
    """The blocks of an element; an empty one ends a list."""
    run = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT:
            if child.tag in _BLOCKS or any(one.tag in _BLOCKS for one in child.iterdescendants()):
                yield from _block(element, run)
                run = ""
                yield from _of(child)
            else:
                run += _inline(child)
        run += child.tail or ""
    yield from _block(element, run)


def _of(child: Any) -> Iterator[str]:
    if child.tag == "table":
        yield from _table(child)
    elif child.tag == "blockquote":
        lines = [line for block in _walked(child) for line in block.split("\n") if line]
        yield from ["\n".join(f"> {line}" for line in lines)] if lines else []
    elif child.tag in {"ul", "ol"}:
        for one in child:
            yield from _of(one) if one.tag in {"ul", "ol"} else _entries(one)
        yield ""
    else:
        yield from _walked(child)


def _entries(entry: Any) -> Iterator[str]:
    """An entry and those of the lists inside it."""
    inner = [one for one in entry.iterdescendants() if one.tag in {"ul", "ol"}]
    for one in inner:
        if one.getparent() is not None:
            one.drop_tree()
    words = _line(_flat(entry))
    yield from [f"- {_BULLET.sub('', words)}"] if words else []
    for one in inner:
        yield from (block for block in _of(one) if block)


def _block(element: Any, run: str) -> Iterator[str]:
    lines = [line for line in (" ".join(one.split()) for one in run.split("\n\x00")) if line]
    if not lines:
        return
    if re.fullmatch(r"h[1-6]", element.tag):
        yield f"# {' '.join(lines).replace('**', '')}"
    elif _BULLET.match(lines[0]):
        yield from (f"- {_BULLET.sub('', line)}" for line in lines)
    else:
        yield "\n".join(lines)


def _inline(element: Any) -> str:
    if not isinstance(element.tag, str) or element.tag in _LEFT:
        return ""
    if element.tag == "br":
        return "\n\x00"
    words = (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)
    bare = _line(words)
    address = (element.get("href") or "").strip() if element.tag == "a" else ""
    if bare and _ADDRESS.fullmatch(address):
        return f"[{re.sub(r'[][*]', '', bare)}]({address})"
    strong = element.tag in {"b", "strong"} and bare and "**" not in bare and "](" not in bare
    # Marks stand close to their words: the blanks around them go outside.
    before, after = (" " if end.isspace() else "" for end in (words[:1], words[-1:]))
    return f"{before}**{bare}**{after}" if strong else words


def _flat(element: Any) -> str:
    """The words of an element whatever blocks it holds."""
    words = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _LEFT:
            words += f" {_flat(child)} " if child.tag in _BLOCKS else _inline(child)
        words += child.tail or ""
    return words


def _line(words: str) -> str:
    return " ".join(words.replace("\x00", " ").split())


def _table(table: Any) -> Iterator[str]:
    rows = [[_line(_flat(cell)) for cell in row if cell.tag in {"td", "th"}] for row in table.iter("tr")]
    if all(len(row) < 2 for row in rows):  # one column is no table: old pages are laid out so
        for cell in table.iter("td", "th"):
            yield from _walked(cell)
        return
    if filled := [row for row in rows if any(row)]:
        # A head stands out by itself.
        yield typed_table([[cell.replace("**", "") for cell in filled[0]], *filled[1:]])
