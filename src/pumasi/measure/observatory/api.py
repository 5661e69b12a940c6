"""The door of surveys."""

from pumasi.measure.observatory.actions.coding import appoint, code, settle
from pumasi.measure.observatory.actions.surveys import ask, begin, define, lock, publish, remove, tell
from pumasi.measure.observatory.queries.files import written
from pumasi.measure.observatory.queries.results import published, results_of
from pumasi.measure.observatory.report import report
from pumasi.measure.observatory.words import told

__all__ = [
    "appoint", "ask", "begin", "code", "define", "lock", "publish", "published", "remove", "report", "results_of", "settle",
    "tell", "told", "written",
]  # fmt: skip
