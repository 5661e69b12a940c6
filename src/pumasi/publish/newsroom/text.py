"""Text of an item: typed as plain lines, kept as blocks with ids that last, shown as HTML by an allow-list of our own.

A blank line parts blocks. "# " begins a heading, "- " a list entry, "> " a quotation, "|" a row of a table. Inside a line **strong**,
[words](https://address) and {figure:key} are known; everything else is shown as it was typed.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Any
from urllib.parse import urlsplit

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

Block = dict[str, Any]
FIGURE = re.compile(r"\{figure:([a-z0-9][a-z0-9._-]{0,119})\}")
ADDRESS = r"https?://[^\s()<>\"']{1,800}"
_LINK = re.compile(rf"\[([^\]\n]{{1,200}})\]\(({ADDRESS})\)")
_STRONG = re.compile(r"\*\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*\*")
_STARTS = (
    ("heading", re.compile(r"#{1,3}\s+")),
    ("list", re.compile(r"[-•]\s+")),
    ("quote", re.compile(r">\s?")),
    ("table", re.compile(r"\|")),
)
LONGEST, MOST = 20_000, 400
ALIKE = 0.5


def split(typed: str) -> list[tuple[str, str]]:
    """Kind and text of each block of what was typed."""
    found: list[tuple[str, str]] = []
    for part in re.split(r"\n\s*\n", typed.replace("\r\n", "\n").strip("\n")):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        while lines:
            kind = _kind(lines[0])
            n = 1
            while n < len(lines) and kind != "heading" and _kind(lines[n]) == kind:
                n += 1
            text = "\n".join(_bare(line, kind) for line in lines[:n])
            if text.strip():
                found.append((kind, text))
            lines = lines[n:]
    return found


def _kind(line: str) -> str:
    return next((kind for kind, start in _STARTS if start.match(line)), "paragraph")


def _bare(line: str, kind: str) -> str:
    start = dict(_STARTS).get(kind)
    return line if start is None or kind == "table" else start.sub("", line, count=1)


def typed_table(rows: Iterable[Sequence[str]]) -> str:
    """A table as somebody would type it; a stroke inside a cell would part it."""
    lines = (" | ".join(" ".join(cell.split()).replace("|", "/") for cell in row) for row in rows)
    return "\n".join(f"| {line} |" for line in lines)


def typed(blocks: Sequence[Block]) -> str:
    """Blocks as somebody would type them."""
    before = {"heading": "# ", "list": "- ", "quote": "> "}
    return "\n\n".join(
        "\n".join(before.get(one["kind"], "") + line for line in one["text"].split("\n")) for one in blocks
    )


def renewed(old: Sequence[Block], text: str) -> list[Block]:
    """What was typed as blocks; a block that stayed or was merely reworded keeps its id, so that its translation finds it."""
    fresh = split(text)
    kept = {
        at: old[n]["id"] for at, n in _partners([one["text"] for one in old], [body for _, body in fresh])
    }
    return [
        {"id": kept.get(at) or secrets.token_urlsafe(6), "kind": kind, "text": body}
        for at, (kind, body) in enumerate(fresh)
    ]


def _partners(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for tag, a, b, c, d in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [(c + n, a + n) for n in range(d - c)]
        elif tag == "replace":
            free = list(range(a, b))
            for at in range(c, d):
                likeness = [(SequenceMatcher(a=old[n], b=new[at], autojunk=False).ratio(), n) for n in free]
                best = max(likeness, default=(0.0, -1))
                if best[0] >= ALIKE:
                    found.append((at, best[1]))
                    free.remove(best[1])
    return found


def digest(text: str) -> str:
    """A short name of a text; white space apart."""
    return hashlib.sha1(" ".join(text.split()).encode(), usedforsecurity=False).hexdigest()[:16]


def quoted(blocks: Sequence[Block]) -> set[str]:
    """Keys of the figures that the blocks quote."""
    return {key for one in blocks for key in FIGURE.findall(one["text"])}


def plain(text: str, figure: Callable[[str], str]) -> str:
    """A text without its marks, figures filled in."""
    said = FIGURE.sub(lambda found: figure(found[1]) or found[0], text)
    return _STRONG.sub(r"\1", _LINK.sub(r"\1", said))


def html(blocks: Sequence[Block], figure: Callable[[str], SafeString]) -> SafeString:
    """Blocks as HTML. `figure` gives the marked-up words for a key."""
    return mark_safe("\n".join(_block(one, figure) for one in blocks))  # noqa: S308  # every text in it was escaped


def drawn(typed: str) -> SafeString:
    """Typed text as HTML, for texts that quote no figures: those stay as they were typed."""
    blocks = [{"kind": kind, "text": text} for kind, text in split(typed)]
    return html(blocks, lambda key: escape(f"{{figure:{key}}}"))


def _block(block: Block, figure: Callable[[str], SafeString]) -> str:
    lines = [_inline(line, figure) for line in block["text"].split("\n")]
    if block["kind"] == "heading":
        return f"<h2>{lines[0]}</h2>"
    if block["kind"] == "list":
        return "<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>"
    if block["kind"] == "quote":
        return "<blockquote><p>" + "<br>".join(lines) + "</p></blockquote>"
    if block["kind"] == "table":
        return _table(
            [
                [_inline(cell.strip(), figure) for cell in line.strip("|").split("|")]
                for line in block["text"].split("\n")
            ]
        )
    return "<p>" + "<br>".join(lines) + "</p>"


def _table(rows: list[list[str]]) -> str:
    rows = [row for row in rows if not all(re.fullmatch(r":?-{2,}:?", cell) for cell in row)]
    head = "".join(f'<th scope="col">{cell}</th>' for cell in rows[0])
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows[1:])
    label = re.sub("<[^>]*>", "", rows[0][0]) or "1"
    table = f'<table class="table"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'
    return f'<div class="table-wrap" tabindex="0" role="region" aria-label="{label}">{table}</div>'


def _inline(line: str, figure: Callable[[str], SafeString]) -> str:
    """Marks become tags only from the pieces between them, each escaped by itself."""
    out, at = [], 0
    for found in re.finditer(f"{FIGURE.pattern}|{_LINK.pattern}", line):
        out.append(_strong(line[at : found.start()]))
        key, words, address = found.groups()
        if key:
            out.append(str(figure(key)))
        elif urlsplit(address).hostname:
            out.append(f'<a rel="noopener" href="{escape(address)}">{escape(words)}</a>')
        else:
            out.append(escape(found.group()))
        at = found.end()
    return "".join([*out, _strong(line[at:])])


def _strong(text: str) -> str:
    return _STRONG.sub(r"<strong>\1</strong>", escape(text))
