"""What the REST operations of events take and give out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from pumasi.kit.rest import Id, In, Instant, LongText, Moment, Named, Out, Text, languages_of
from pumasi.operate.meetups.models import Event, Meeting, Participant, Registration

Kind = Literal[
    "meetup", "talk", "workshop", "round_table", "conference", "welcome", "demo_day", "visit", "brokerage"
]
State = Literal[
    "reserved",
    "pending",
    "confirmed",
    "waitlisted",
    "offered",
    "declined",
    "withdrawn",
    "expired",
    "cancelled",
]
Seen = Literal["public", "members", "managers", "confidential"]
Name = Annotated[str, Field(min_length=1, max_length=120)]


class EventOut(Out):
    """An event as the caller may see it."""

    id: int
    source: str = Field(description="How the participation record names it.")
    kind: Kind
    state: Literal["draft", "proposed", "published", "cancelled"]
    title_ko: str
    title_en: str
    summary_ko: str
    summary_en: str
    place_ko: str
    place_en: str
    starts_at: Instant
    ends_at: Instant
    zone: str = Field(description="IANA name of the event's own time zone.")
    visibility: Seen
    host: Named | None
    capacity: int | None = Field(description="null: no limit.")
    taken: int = Field(
        description="Places promised: confirmed, offered, or reserved until a mail is confirmed."
    )
    waiting: int
    uid: str = Field(description="UID of the calendar entry; it never changes.")


class EventIn(In):
    """A new event, or what is to change of one. Times carry their offset; the zone is the event's own."""

    kind: Kind = "meetup"
    title_ko: Text = ""
    title_en: Text = ""
    summary_ko: Text = ""
    summary_en: Text = ""
    text_ko: Annotated[str, Field(max_length=20_000)] = ""
    text_en: Annotated[str, Field(max_length=20_000)] = ""
    place_ko: Annotated[str, Field(max_length=200)] = ""
    place_en: Annotated[str, Field(max_length=200)] = ""
    starts_at: Moment
    ends_at: Moment
    zone: Annotated[str, Field(max_length=60)] = "Asia/Seoul"
    visibility: Seen = "public"
    capacity: Annotated[int, Field(ge=1, le=100_000)] | None = None
    needs_approval: bool = False
    host: Id | None = None


class CancelIn(In):
    """Why an event does not take place, in at least one language."""

    reason_ko: Text = ""
    reason_en: Text = ""


class RegistrationIn(In):
    """A registration. Without an account an address is needed; the place is kept for a day until it is confirmed."""

    name: Name
    email: Annotated[str, Field(max_length=254)] = ""
    organisation_name: Text = ""
    others: Annotated[list[Name], Field(max_length=4)] = []
    consents: list[Literal["processing", "attendees", "photos", "third_party"]] = Field(
        description="What the caller agrees to; the event says which are needed."
    )
    answers: dict[str, LongText | bool] = Field(default={}, description="Answers by the id of the question.")


class RegistrationOut(Out):
    """A registration as the desk, or its own holder, sees it."""

    id: int
    event: int
    name: str
    email: str
    organisation: Named | None
    organisation_name: str
    state: State
    asked_at: Instant
    offered_until: Instant | None
    checked_in_at: Instant | None


class OwnRegistrationOut(RegistrationOut):
    """One's own registration, with the keys that open it without an account."""

    key: str = Field(
        description="Opens the page of the registration: /{language}/{cluster}/events/registration/{key}/."
    )
    code: str = Field(description="What the QR code at the door says.")


class DeedIn(In):
    """What becomes of a registration."""

    deed: Literal["approve", "decline", "offer", "withdraw", "check_in", "undo"]
    reason: Text = ""


class OwnDeedIn(In):
    """What the holder of a registration does."""

    deed: Literal["prove", "accept", "withdraw"]


class CodeIn(In):
    """A code with the time it was read, if the device was offline."""

    code: Annotated[str, Field(min_length=1, max_length=64)]
    at: Moment | None = None


class CheckInIn(In):
    """Codes read at the door."""

    codes: Annotated[list[CodeIn], Field(min_length=1, max_length=2000)]


class CheckInOut(Out):
    """What became of each: names, or codes for those nobody knows."""

    done: list[str]
    again: list[str]
    refused: list[str]
    unknown: list[str]


class YearOut(Out):
    """Gatherings of a year under four rules."""

    year: int
    every: int
    between_organisations: int
    between_companies: int
    small: int = Field(description="Two to twenty organisations.")
    attendances: int
    members: int


class MeetingOut(Out):
    """A 1:1 meeting in the timetable."""

    id: int
    a: Named
    b: Named
    starts_at: Instant
    ends_at: Instant
    table: int
    interpreter: str
    state: Literal["scheduled", "held", "no_show", "cancelled"]


class RunOut(Out):
    """A plan of a 1:1 day, published or not."""

    id: int
    made_at: Instant
    published_at: Instant | None
    requests: int
    placed: int
    score: float
    bound: float
    ratio: float
    seconds: float


def event_out(event: Event) -> dict[str, Any]:
    """An event; `taken` and `waiting` come from `queries.events.with_counts`."""
    names = ("kind", "state", "starts_at", "ends_at", "zone", "visibility", "capacity", "source")
    return {
        "id": event.pk, **{name: getattr(event, name) for name in names}, **languages_of(event, "title", "summary", "place"),
        "host": named(event.host), "taken": getattr(event, "taken", 0), "waiting": getattr(event, "waiting", 0), "uid": str(event.uid),
    }  # fmt: skip


def registration_out(row: Registration) -> dict[str, Any]:
    """A registration with its keys; the schema without them leaves them out."""
    names = (
        "name",
        "email",
        "organisation_name",
        "state",
        "asked_at",
        "offered_until",
        "checked_in_at",
        "key",
        "code",
    )
    return {
        "id": row.pk, "event": row.event_id, "organisation": named(row.organisation), **{name: getattr(row, name) for name in names},
    }  # fmt: skip


def meeting_out(meeting: Meeting) -> dict[str, Any]:
    """A meeting of the timetable."""
    return {
        "id": meeting.pk, "a": _side(meeting.a), "b": _side(meeting.b), "starts_at": meeting.slot.starts_at,
        "ends_at": meeting.slot.ends_at, "table": meeting.table.number, "state": meeting.state,
        "interpreter": meeting.interpreter.name if meeting.interpreter else "",
    }  # fmt: skip


def _side(participant: Participant) -> dict[str, Any]:
    return named(participant.organisation) or {"id": 0}


def named(thing: Any) -> dict[str, Any] | None:
    """Id and names, or nothing."""
    return {"id": thing.pk, **languages_of(thing, "name")} if thing else None
