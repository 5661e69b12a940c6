"""The network room's door."""

from pumasi.kit.audiences import AUDIENCES
from pumasi.measure.network.actions.catch_up import catch_up, rebuild
from pumasi.measure.network.actions.draw import draw
from pumasi.measure.network.actions.introduce import (
    agree_on,
    aim_at,
    answer,
    ask,
    hand_out,
    hand_out_week,
    propose,
    say,
    set_aside,
    sides_of,
    suggest_by_hand,
    tell_outcome,
)  # fmt: skip
from pumasi.measure.network.actions.letters import ask_for_outcomes, ask_via, write_weekly
from pumasi.measure.network.actions.measure import measure
from pumasi.measure.network.figures import of_introductions, shown
from pumasi.measure.network.queries.activity import active
from pumasi.measure.network.queries.paths import introducers, paths
from pumasi.measure.network.queries.portraits import kept, measured, portrayed
from pumasi.measure.network.queries.suggest import suggest
from pumasi.measure.network.queries.ties import met_nobody, partners, reading, ties
from pumasi.measure.network.queries.week import of_week, week_of
from pumasi.measure.network.sentences import sentences

__all__ = [
    "AUDIENCES",
    "active",
    "agree_on",
    "aim_at",
    "answer",
    "ask",
    "ask_for_outcomes",
    "ask_via",
    "catch_up",
    "draw",
    "hand_out",
    "hand_out_week",
    "introducers",
    "kept",
    "measure",
    "measured",
    "met_nobody",
    "of_introductions",
    "of_week",
    "partners",
    "paths",
    "portrayed",
    "propose",
    "reading",
    "rebuild",
    "say",
    "sentences",
    "set_aside",
    "shown",
    "sides_of",
    "suggest",
    "suggest_by_hand",
    "tell_outcome",
    "ties",
    "week_of",
    "write_weekly",
]  # fmt: skip
