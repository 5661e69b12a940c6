"""Tables of the meetups room, by subject."""

from pumasi.operate.meetups.models.days import (
    Bookmark,
    Day,
    Interpreter,
    Meeting,
    Participant,
    Rule,
    Run,
    Slot,
    Table,
    Wish,
)
from pumasi.operate.meetups.models.events import AgendaItem, ConsentBlock, Event, Material, Question, Series
from pumasi.operate.meetups.models.registrations import FollowUp, PrivateFeed, Rating, Registration

__all__ = [
    "AgendaItem", "Bookmark", "ConsentBlock", "Day", "Event", "FollowUp", "Interpreter", "Material", "Meeting",
    "Participant", "PrivateFeed", "Question", "Rating", "Registration", "Rule", "Run", "Series", "Slot", "Table", "Wish",
]  # fmt: skip
