"""What the REST operations of labs and test beds take and give out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Field

from pumasi.kit.rest import Id, In, Instant, Moment, Named, Out, languages_of
from pumasi.operate.facilities.models import Booking, Facility, Session
from pumasi.operate.facilities.queries.report import Report

Kind = Literal["site", "zone", "lab", "equipment"]
State = Literal["requested", "offered", "confirmed", "used", "no_show", "declined", "cancelled", "expired"]
Short = Annotated[str, Field(max_length=200)]


class FacilityOut(Out):
    """A facility as the caller may see it."""

    id: int
    kind: Kind
    name_ko: str
    name_en: str
    summary_ko: str
    summary_en: str
    parent: int | None
    mode: Literal["exclusive", "shared", "closed"] = Field(description="closed: not bookable by itself.")
    places: int = Field(description="How many may use it at a time.")
    area_m2: float | None
    register_number: str
    zone: str = Field(description="IANA name of its time zone.")
    setup_minutes: int
    cleanup_minutes: int
    step_minutes: int


class FreeOut(Out):
    """Hours in which a facility can be booked."""

    start: Instant
    end: Instant
    hours: float


class ItemIn(In):
    """A facility that is wanted: a place of it, or the whole of it with all below."""

    facility: Id
    whole: bool = True


class BookingIn(In):
    """What is to be booked. A set is had whole or not at all."""

    items: Annotated[list[ItemIn], Field(min_length=1, max_length=40)]
    starts_at: Moment
    ends_at: Moment
    purpose: Short = ""
    reference: Annotated[str, Field(max_length=80)] = ""
    device: Annotated[str, Field(max_length=80)] = ""
    confidential: bool = False


class MoveIn(In):
    """The new hours of a booking."""

    starts_at: Moment
    ends_at: Moment


class ReasonIn(In):
    """Why, in the words of whoever decides."""

    reason: Annotated[str, Field(max_length=300)] = ""


class BookingOut(Out):
    """A booking of the caller's organisation, or one that the desk sees."""

    id: int
    source: str = Field(description="How the participation record names it.")
    state: State
    organisation: Named
    starts_at: Instant
    ends_at: Instant
    facilities: list[int]
    purpose: str
    confidential: bool
    price: int = Field(description="Won.")
    successor: int | None = Field(description="The booking that it was moved to.")


class ReaderIn(In):
    """What a badge reader or an interlock read: the code of a booking, when, and in which direction."""

    code: Annotated[str, Field(max_length=40)]
    direction: Literal["in", "out"] = "in"
    at: Moment | None = None


class ReaderOut(Out):
    """Whether the door opens, and until when the hours are booked."""

    opens: bool
    message: str
    until: Instant | None


class SessionOut(Out):
    """The use of a facility from check-in to check-out."""

    id: int
    facility: int
    organisation: Named | None
    started_at: Instant
    ended_at: Instant | None


class ReportOut(Out):
    """Hours of use in a window. Shares are null where there is nothing to be a share of."""

    first: str
    last: str
    hours: float
    zone_hours: float = Field(description="An hour of a zone counts once, however many share it.")
    organisation_hours: float | None = Field(description="null where it is not known who used it.")
    users: int
    sessions: int
    scheduled: float
    planned_off: float
    broken_down: float
    booked: float
    utilisation: float | None = Field(description="Zone-hours of scheduled hours less planned closures.")
    utilisation_usable: float | None = Field(description="The same with breakdowns taken off.")
    no_show: float | None
    exclusive_share: float | None
    concentration: float | None = Field(description="Herfindahl–Hirschman index of organisations' hours.")


def facility_out(one: Facility) -> dict[str, Any]:
    """A facility as it is given out."""
    names = (
        "id", "kind", "mode", "places", "register_number", "zone", "setup_minutes", "cleanup_minutes", "step_minutes",
    )  # fmt: skip
    return {
        **{name: getattr(one, name) for name in names}, **languages_of(one, "name"), **languages_of(one, "summary"),
        "parent": one.parent_id, "area_m2": float(one.area_m2) if one.area_m2 else None,
    }  # fmt: skip


def _named(thing: Any) -> dict[str, Any] | None:
    return {"id": thing.pk, **languages_of(thing, "name")} if thing else None


def booking_out(one: Booking) -> dict[str, Any]:
    """A booking as it is given out."""
    return {
        "id": one.pk, "source": one.source, "state": one.state, "organisation": _named(one.organisation), "starts_at": one.starts_at,
        "ends_at": one.ends_at, "facilities": [item.facility_id for item in one.items.all()], "purpose": one.purpose,
        "confidential": one.confidential, "price": int(one.price), "successor": one.successor_id,
    }  # fmt: skip


def session_out(one: Session) -> dict[str, Any]:
    """A session as it is given out."""
    return {
        "id": one.pk, "facility": one.facility_id, "organisation": _named(one.organisation), "started_at": one.started_at,
        "ended_at": one.ended_at,
    }  # fmt: skip


def report_out(made: Report) -> dict[str, Any]:
    """The report as it is given out."""
    names = (
        "hours", "zone_hours", "users", "sessions", "scheduled", "planned_off", "broken_down", "booked", "utilisation", "utilisation_usable",
        "no_show", "exclusive_share",
    )  # fmt: skip
    knows = made.knows_users
    return {
        "first": made.first.isoformat(), "last": made.last.isoformat(), **{name: getattr(made, name) for name in names},
        "organisation_hours": made.organisation_hours if knows else None, "concentration": made.concentration if knows else None,
    }  # fmt: skip
