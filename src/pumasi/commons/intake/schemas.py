"""What the REST operations of imports take in and give out."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from pumasi.kit.rest import Id, In, Instant, Out

STATE = Literal["staged", "running", "applied", "undone", "stopped", "failed"]


class ImportOut(Out):
    """An import and how far it is."""

    id: int
    kind: str
    files: list[str]
    state: STATE
    progress: int = Field(description="Per cent.")
    report: dict[str, Any] = Field(description="Counts of what was brought in, or why it failed (ko, en).")
    created_at: Instant
    applied_at: Instant | None
    undone_at: Instant | None


class ColumnOut(Out):
    """A column of a member list and the field it is taken for."""

    letter: str
    header: str
    field: str | None
    confidence: float
    samples: list[str]


class RowOut(Out):
    """A row of a member list and what would become of it."""

    place: str
    verdict: Literal["new", "changed", "same", "repeat", "alike", "alike_same", "refused"]
    values: dict[str, Any]
    target: int | None = Field(description="Id of the organisation it is matched with or looks like.")
    twin: str | None = Field(description="Place of the earlier row that it looks like.")
    score: float
    problem_ko: str
    problem_en: str


class MemberCheck(Out):
    """What would become of a member list."""

    columns: list[ColumnOut]
    fields: list[str] = Field(description="Fields that a column can be taken for.")
    mapping: dict[str, str] = Field(description="Field to column letter, as chosen.")
    mode: str
    counts: dict[str, int]
    total: int
    rows: list[RowOut] = Field(description="The rows in the window, in the order of the file.")


class ProblemOut(Out):
    """Something in a file that cannot be read: where, what, and what to do."""

    place: str
    wrong: str
    remedy: str


class GatheringOut(Out):
    """A gathering found in sign-in sheets."""

    title: str
    starts_on: date | None
    attendees: int


class DoubtOut(Out):
    """A name that may mean an organisation."""

    key: str
    text: str
    organisation: int
    score: float


class AttendanceCheck(Out):
    """What would become of sign-in sheets."""

    gatherings: list[GatheringOut]
    total: int
    people: int
    problems: list[ProblemOut]
    sure: int = Field(description="Names that were matched without doubt.")
    doubtful: list[DoubtOut]
    unknown: dict[str, int] = Field(description="Names without a match and how often each occurs.")


class CheckOut(Out):
    """What an import would do; one of the two by its kind."""

    members: MemberCheck | None = None
    attendance: AttendanceCheck | None = None


class AnswersIn(In):
    """What a person decided about an import. What is left out stays as it is."""

    mapping: dict[str, str] | None = Field(
        None, description="Field to column letter; replaces the present one."
    )
    rows: dict[str, Literal["same", "different"]] | None = Field(
        None, description="By the place of a row that looks like another."
    )
    names: dict[str, Id | None] | None = Field(
        None, description="By the key of a doubtful name: an organisation's id, or null for none of ours."
    )
    mode: Literal["both", "create", "update"] | None = Field(
        None, description="Bring in all rows, only new ones, or only known ones."
    )
