"""The mail room's door."""

from pumasi.commons.mail.actions import (
    notify,
    prefer,
    preferences,
    read_all,
    send_due,
    unread,
    wanted,
    write,
)  # fmt: skip
from pumasi.commons.mail.bounces import fetch_bounces, read_bounce
from pumasi.commons.mail.taps import Question, offer, on_tap
from pumasi.commons.mail.topics import TOPICS
from pumasi.commons.mail.transport import Smtp

__all__ = [
    "TOPICS", "Question", "Smtp", "fetch_bounces", "notify", "offer", "on_tap", "prefer", "preferences", "read_all", "read_bounce",
    "send_due", "unread", "wanted", "write",
]  # fmt: skip
