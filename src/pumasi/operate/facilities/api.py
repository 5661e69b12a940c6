"""The door of labs and test beds."""

from pumasi.operate.facilities.actions.bookings import book, cancel, move
from pumasi.operate.facilities.actions.bringing import bring_in as bring_in_use
from pumasi.operate.facilities.actions.bringing import look as look_at_use
from pumasi.operate.facilities.actions.bringing import undo as undo_use
from pumasi.operate.facilities.actions.money import give_credit, set_price
from pumasi.operate.facilities.actions.places import (
    add,
    close,
    register_infrastructure,
    require,
    set_hours,
    set_pair,
    set_quota,
)
from pumasi.operate.facilities.actions.qualifying import count_as_training, grant
from pumasi.operate.facilities.actions.use import check_in, check_out
from pumasi.operate.facilities.queries.desk import ahead_of, bookings, lapses, waiting_counts
from pumasi.operate.facilities.queries.report import report, years_of_use
from pumasi.operate.facilities.queries.tree import tree, visible, visible_tree
from pumasi.operate.facilities.queries.wishes import Wish

__all__ = [
    "Wish", "add", "ahead_of", "book", "bookings", "bring_in_use", "cancel", "check_in", "check_out", "close", "count_as_training",
    "give_credit", "grant", "lapses", "look_at_use", "move", "register_infrastructure", "report", "require", "set_hours",
    "set_pair", "set_price", "set_quota", "tree", "undo_use", "visible", "visible_tree", "waiting_counts", "years_of_use",
]  # fmt: skip
