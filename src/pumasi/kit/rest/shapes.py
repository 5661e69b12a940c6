"""Plain types of what goes in and out: ids, texts, instants with their offset, pages of results."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import QuerySet
from django.utils import timezone
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field, PlainSerializer

from pumasi.kit.bilingual import columns

T = TypeVar("T")
MOST = 200
# What a calendar here can mean; PostgreSQL and Python disagree about the ends of time.
EARLIEST, LATEST = datetime(1900, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC)


def _written(moment: datetime) -> str:
    """ISO 8601 in the zone of the cluster (the middleware makes it the current one), with its offset."""
    return timezone.localtime(moment).isoformat(timespec="seconds")


def within(moment: datetime) -> datetime:
    """Refuse instants that no calendar here can mean."""
    if not EARLIEST <= moment <= LATEST:
        raise ValueError("out of range")
    return moment


Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Text = Annotated[str, Field(max_length=300)]
LongText = Annotated[str, Field(max_length=4000)]
Instant = Annotated[
    datetime, PlainSerializer(_written, return_type=str), Field(json_schema_extra={"format": "date-time"})
]
Moment = Annotated[AwareDatetime, AfterValidator(within)]


class Out(Schema):
    """Something that is answered."""


class In(Schema):
    """Something that is sent; a misspelt field is refused, so that nothing is silently lost."""

    model_config = ConfigDict(extra="forbid")


class Window(Schema):
    """Which part of a list is wanted."""

    limit: int = Field(50, ge=1, le=MOST, description="How many at most.")
    offset: int = Field(0, ge=0, le=10_000_000, description="How many to pass over.")


class Page(Schema, Generic[T]):
    """A part of a list, and how long the whole is."""

    total: int
    limit: int
    offset: int
    items: list[T]


class Named(Out):
    """An id with its names."""

    id: int
    name_ko: str = ""
    name_en: str = ""


def page(
    found: QuerySet[Any] | list[Any], window: Window, show: Callable[[list[Any]], Iterable[Any]] | None = None
) -> dict[str, Any]:
    """Cut the window out of `found`; `show` turns its rows into what is answered."""
    total = len(found) if isinstance(found, list) else found.count()
    rows = list(found[window.offset : window.offset + window.limit])
    return {
        "total": total,
        "limit": window.limit,
        "offset": window.offset,
        "items": list(show(rows)) if show else rows,
    }


def languages_of(thing: object, *names: str) -> dict[str, str]:
    """The columns of bilingual fields, one for each language of the installation."""
    return {column: getattr(thing, column) or "" for name in names for column in columns(name)}
