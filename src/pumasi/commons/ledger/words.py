"""How the kinds of lines, and what a line rests on, are called on pages."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext_lazy

KINDS: dict[str, Any] = {
    "brokerage": pgettext_lazy("record", "1:1 meetings"),
    "challenge": pgettext_lazy("record", "Shared challenge"),
    "conference": pgettext_lazy("record", "Conference"),
    "contract": pgettext_lazy("record", "Contract"),
    "demo_day": pgettext_lazy("record", "Demo day"),
    "follow_up": pgettext_lazy("record", "Follow-up meeting"),
    "investment": pgettext_lazy("record", "Investment"),
    "meetup": pgettext_lazy("record", "Meet-up"),
    "patent": pgettext_lazy("record", "Patent"),
    "project": pgettext_lazy("record", "Joint project"),
    "round_table": pgettext_lazy("record", "Round table"),
    "service": pgettext_lazy("record", "Test or analysis"),
    "spin_out": pgettext_lazy("record", "New company"),
    "talk": pgettext_lazy("record", "Talk"),
    "use": pgettext_lazy("record", "Use of a facility"),
    "meeting": pgettext_lazy("record", "1:1 meeting"),
    "visit": pgettext_lazy("record", "Visit"),
    "welcome": pgettext_lazy("record", "Welcome"),
    "workshop": pgettext_lazy("record", "Workshop"),
}
BASES: dict[str, Any] = {
    "assumed from RSVP": pgettext_lazy("record", "assumed from RSVP"),
    "sign-in sheet": pgettext_lazy("record", "from a sign-in sheet"),
}


def kind_label(kind: str) -> str:
    """Say a kind in the reader's language; one without a word is shown as it is."""
    return str(KINDS.get(kind, kind))


def basis_label(basis: str) -> str:
    """Say what a line rests on; nothing for a line that was recorded on the spot."""
    return str(BASES.get(basis, basis))
