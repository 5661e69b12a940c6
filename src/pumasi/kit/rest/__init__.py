"""What every room's REST operations stand on: rules, errors in two languages, pages of results, plain types."""

from pumasi.kit.rest.errors import Invalid, Problem, Trouble, answer, checked
from pumasi.kit.rest.room import OPERATIONS, Declared, Room, requires
from pumasi.kit.rest.shapes import (
    Id,
    In,
    Instant,
    LongText,
    Moment,
    Named,
    Out,
    Page,
    Text,
    Window,
    languages_of,
    page,
    within,
)  # fmt: skip

__all__ = [
    "OPERATIONS", "Declared", "Id", "In", "Instant", "Invalid", "LongText", "Moment", "Named", "Out", "Page", "Problem",
    "Room", "Text", "Trouble", "Window", "answer", "checked", "languages_of", "page", "requires", "within",
]  # fmt: skip
