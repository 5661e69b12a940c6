"""What an attendance list says: gatherings, who was there, and where each line of it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from pumasi.kit.hangul import fold
from pumasi.kit.names import key, person_key
from pumasi.kit.sheets.cells import Place, Problem

Layout = Literal["rows", "page", "matrix", "none"]


@dataclass(frozen=True, slots=True)
class Attendee:
    """One line: the texts as they were written ("" where nothing was), and their row."""

    organisation: str
    person: str = ""
    email: str = ""
    row: int = 0

    @property
    def mark(self) -> tuple[str, str, str]:
        """What makes two lines the same attendee."""
        return key(self.organisation), person_key(self.person), self.email.casefold()


@dataclass(slots=True)
class Gathering:
    """One gathering with its attendees. `starts_on` is None where no date was found: ask for it."""

    title: str
    starts_on: date | None
    place: str
    source: Place
    starts_at: time | None = None
    attendees: list[Attendee] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, date | None]:
        """What stays the same when the list is read once more."""
        return fold(self.title), self.starts_on


@dataclass(slots=True)
class Attendance:
    """All gatherings of some sheets, what is to be told, and the layout found by (file, sheet)."""

    gatherings: list[Gathering] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    layouts: dict[tuple[str, str], Layout] = field(default_factory=dict)
