"""Tables of the observatory: surveys and what is concluded from them, and what is asked and answered."""

from pumasi.measure.observatory.models.asking import (
    Answer,
    Attachment,
    Instrument,
    Invitation,
    Query,
    Question,
    Response,
    Wave,
)
from pumasi.measure.observatory.models.evidence import Binder, Criterion, Evidence
from pumasi.measure.observatory.models.industries import Employment, EmploymentTable
from pumasi.measure.observatory.models.learning import ActionItem
from pumasi.measure.observatory.models.services import Service, ServiceUse
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
    "STATES", "ActionItem", "Answer", "Attachment", "Binder", "Coder", "Coding", "Criterion", "Employment", "EmploymentTable",
    "Evidence", "Factor", "Instrument", "Invitation", "Query", "Question",
    "Response", "Ruling", "Service", "ServiceUse", "Story", "Survey", "Surveyed", "Wave", "state_of",
]  # fmt: skip
