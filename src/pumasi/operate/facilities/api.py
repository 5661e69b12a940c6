"""The door of labs and test beds."""

from pumasi.operate.facilities.actions.bookings import Wish, book, cancel, move
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
from pumasi.operate.facilities.queries.desk import ahead_of, lapses, waiting_counts
from pumasi.operate.facilities.queries.report import report, years_of_use
from pumasi.operate.facilities.queries.tree import tree, visible, visible_tree

__all__ = [
    "Wish", "add", "ahead_of", "book", "cancel", "check_in", "check_out", "close", "count_as_training", "give_credit", "grant",
    "lapses", "move", "register_infrastructure", "report", "require", "set_hours", "set_pair", "set_price", "set_quota", "tree",
    "visible", "visible_tree", "waiting_counts", "years_of_use",
]  # fmt: skip
