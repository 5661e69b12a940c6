"""Tables of the observatory: surveys and what is concluded from them, and what is asked and answered."""

from pumasi.measure.observatory.models.asking import (
    Answer,
    Instrument,
    Invitation,
    Query,
    Question,
    Response,
    Wave,
)
from pumasi.measure.observatory.models.evidence import Binder, Criterion, Evidence
from pumasi.measure.observatory.models.learning import ActionItem
from pumasi.measure.observatory.models.surveys import (
    STATES,
    Coder,
    Coding,
    Factor,
    Ruling,
    Story,
    Survey,
    Surveyed,
    state_of,
)

__all__ = [
    "STATES", "ActionItem", "Answer", "Binder", "Coder", "Coding", "Criterion", "Evidence", "Factor", "Instrument", "Invitation", "Query", "Question",
    "Response", "Ruling", "Story", "Survey", "Surveyed", "Wave", "state_of",
]  # fmt: skip
