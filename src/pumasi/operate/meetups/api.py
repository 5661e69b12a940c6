"""The door of events."""

from pumasi.operate.meetups.actions.days import join as join_day
from pumasi.operate.meetups.actions.days import set_up as set_up_day
from pumasi.operate.meetups.actions.events import cancel, change, copy, draft, publish, repeat
from pumasi.operate.meetups.actions.past import PastAnswer, PastEvent, bring_in
from pumasi.operate.meetups.actions.register import accept, check_in, prove, register, walk_in, withdraw
from pumasi.operate.meetups.actions.standard import add_standard_consents
from pumasi.operate.meetups.queries.counts import year_of, years
from pumasi.operate.meetups.queries.events import ahead, matching, runnable, soon, visible
from pumasi.operate.meetups.queries.places import coming, free, open_attendees, taken
from pumasi.operate.meetups.queries.realised import USEFUL, meetings_of

__all__ = [
    "USEFUL", "PastAnswer", "PastEvent", "accept", "add_standard_consents", "ahead", "bring_in", "cancel", "change", "check_in", "coming",
    "copy", "draft", "free", "join_day", "matching", "meetings_of", "open_attendees", "prove", "publish", "register", "repeat", "runnable",
    "set_up_day", "soon", "taken", "visible", "walk_in", "withdraw", "year_of", "years",
]  # fmt: skip
