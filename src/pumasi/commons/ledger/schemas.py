"""What the REST operations of the participation record give out."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field

from pumasi.commons.ledger.models import Line
from pumasi.kit.rest import Instant, Named, Out, languages_of


class LineOut(Out):
    """Something that is planned or happened, and the organisations that took part as far as the caller may see them."""

    source: str = Field(description="Name of the fact; it stays the same when the fact is corrected.")
    kind: str
    series: str
    title_ko: str
    title_en: str
    place_ko: str
    place_en: str
    starts_at: Instant
    ends_at: Instant
    zone: str = Field(description="IANA name of the gathering's own time zone.")
    stage: Literal["planned", "happened"]
    basis: str = Field(
        description="What an assumption rests on, such as “assumed from RSVP”; empty where it was recorded."
    )
    visibility: Literal["public", "members", "managers", "confidential"]
    organisations: list[Named]


# Without the revision: it would tell that somebody was added who may not be shown.
PLAIN = (
    "source",
    "kind",
    "series",
    "starts_at",
    "ends_at",
    "zone",
    "stage",
    "basis",
    "visibility",
)


def line_out(line: Line, parties: dict[str, list[Any]]) -> dict[str, Any]:
    """A line with its parties, as `queries.parties` found them."""
    there = [{"id": one.pk, **languages_of(one, "name")} for one in parties.get(line.source, [])]
    return {
        **{name: getattr(line, name) for name in PLAIN},
        **languages_of(line, "title", "place"),
        "organisations": there,
    }
