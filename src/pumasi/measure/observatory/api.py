"""The door of surveys."""

from pumasi.measure.observatory.actions.answering import (
    approve,
    ask_back,
    close,
    give_back,
    keep,
    keep_all,
    reply,
    send,
)
from pumasi.measure.observatory.actions.coding import appoint, code, settle
from pumasi.measure.observatory.actions.evidence import ask_for, bind, show
from pumasi.measure.observatory.actions.instrument import issue, next_version, put, put_all
from pumasi.measure.observatory.actions.instrument import withdraw as withdraw_version
from pumasi.measure.observatory.actions.learning import done, set_out
from pumasi.measure.observatory.actions.services import note_use, offer, rate
from pumasi.measure.observatory.actions.specialisation import enter
from pumasi.measure.observatory.actions.surveys import ask, begin, define, lock, publish, remove, tell
from pumasi.measure.observatory.actions.waves import begin as begin_wave
from pumasi.measure.observatory.actions.waves import extend, invite, remind
from pumasi.measure.observatory.actions.waves import replace as replace_version
from pumasi.measure.observatory.employment import Listed, listed
from pumasi.measure.observatory.queries.evidence import standing
from pumasi.measure.observatory.queries.files import written
from pumasi.measure.observatory.queries.results import published, results_of
from pumasi.measure.observatory.queries.services import offered
from pumasi.measure.observatory.queries.specialisation import industries
from pumasi.measure.observatory.queries.summaries import crossed, summaries
from pumasi.measure.observatory.report import report
from pumasi.measure.observatory.words import told

__all__ = [
    "Listed", "appoint", "approve", "ask", "ask_back", "ask_for", "begin", "begin_wave", "bind", "close", "code", "crossed",
    "define", "done", "enter", "extend", "give_back", "industries", "invite", "issue", "keep", "keep_all", "listed", "lock",
    "next_version", "note_use", "offer", "offered", "publish", "published", "put", "put_all", "rate", "remind", "remove",
    "replace_version", "reply", "report", "results_of", "send", "set_out", "settle", "show", "standing", "summaries", "tell",
    "told", "withdraw_version", "written",
]  # fmt: skip
