"""The ledger's door: telling facts, reading them as an audience may, and imports that fill the book."""

from pumasi.commons.ledger.actions import (
    CHANNEL,
    REWRITE_AFTER_RESTORE,
    Fact,
    Seat,
    erase_batch,
    erasing,
    heard,
    record,
    record_many,
)
from pumasi.commons.ledger.models import Line
from pumasi.commons.ledger.queries import (
    STANDING_PARTS,
    attended,
    ends,
    erased,
    folded,
    horizon,
    latest_lines,
    news,
    parties,
    seated,
    seen_by,
    shared_before,
    standing,
    thread_of,
)

__all__ = [
    "CHANNEL", "REWRITE_AFTER_RESTORE", "STANDING_PARTS", "Fact", "Line", "Seat", "attended", "ends", "erase_batch", "erased", "erasing",
    "folded", "heard", "horizon", "latest_lines", "news", "parties", "record", "record_many", "seated", "seen_by", "shared_before",
    "standing", "thread_of",
]  # fmt: skip
