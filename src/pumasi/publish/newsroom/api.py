"""The door of the newsroom."""

from pumasi.publish.newsroom.actions.past import PastItem, bring_in, past_items
from pumasi.publish.newsroom.actions.publishing import approve, publish, submit, withdraw
from pumasi.publish.newsroom.actions.pulse import beat
from pumasi.publish.newsroom.actions.records import come_from, name, state
from pumasi.publish.newsroom.actions.writing import begin_translation, translate, write
from pumasi.publish.newsroom.exchange.boards import read_board
from pumasi.publish.newsroom.exchange.looks import looked_into
from pumasi.publish.newsroom.queries.figures import as_html, marked
from pumasi.publish.newsroom.queries.public import (
    PER_PAGE,
    Choice,
    Row,
    Told,
    board,
    counted,
    editions,
    feed,
    files,
    latest,
    listed,
    matching,
    neighbours,
    out,
    picture,
    pinned,
    pulse,
    related,
)  # fmt: skip
from pumasi.publish.newsroom.text import drawn, html, quoted

__all__ = [
    "PER_PAGE", "Choice", "PastItem", "Row", "Told", "approve", "as_html", "beat", "begin_translation", "board", "bring_in",
    "come_from", "counted", "drawn", "editions", "feed", "files", "html", "latest", "listed", "looked_into", "marked", "matching", "name",
    "neighbours", "out", "past_items", "picture", "pinned", "publish", "pulse", "quoted", "read_board", "related", "state", "submit", "translate",
    "withdraw", "write",
]  # fmt: skip
