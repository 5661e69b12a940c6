"""The intake room's door."""

from pumasi.commons.intake.run import (
    ask_to_stop,
    finish,
    open_batch,
    planned,
    run,
    sheets_of,
    start,
    unfinished,
)
from pumasi.commons.intake.undo import undo

__all__ = [
    "ask_to_stop",
    "finish",
    "open_batch",
    "planned",
    "run",
    "sheets_of",
    "start",
    "undo",
    "unfinished",
]
