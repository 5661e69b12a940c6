"""What the REST operations of organisations, people and offers take in and give out."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import Field

from pumasi.kit.rest import Id, In, Instant, LongText, Named, Out, Text

KIND = Literal[
    "company",
    "university",
    "research_institute",
    "hospital",
    "investor",
    "accelerator",
    "public_body",
    "other",
]
RELATION = Literal["resident", "member", "user", "partner", "alumni"]
STATE = Literal["applied", "active", "grace", "lapsed", "ended"]
VISIBILITY = Literal["public", "members", "managers"]


class TagOut(Named):
    """A technology tag."""

    slug: str


class RelationOut(Out):
    """What an organisation is to the cluster, from when to when."""

    id: int
    kind: RELATION
    state: STATE
    since: date | None
    until: date | None


class OrganisationRow(Named):
    """An organisation in a list."""

    kind: KIND
    short_name_ko: str
    short_name_en: str
    city_ko: str
    city_en: str
    is_anchor: bool
    website: str
    tags: list[TagOut]
    relations: list[RelationOut]


class OrganisationOut(OrganisationRow):
    """An organisation as its page shows it; what the caller may not see is empty."""

    description_ko: str
    description_en: str
    sector_ko: str
    sector_en: str
    sector_scheme: str
    sector_code: str
    anchor_note_ko: str
    anchor_note_en: str
    parent: Named | None
    parent_note: str
    founded: int | None = Field(description="Year.")
    employees: str
    address_ko: str
    address_en: str
    email: str
    phone: str
    registration_number: str
    custom: dict[str, Any] = Field(
        description="The cluster's own fields that the caller may see, by their key."
    )
    visibility: VISIBILITY


class OrganisationChange(In):
    """An organisation's own entry; what is left out stays as it is."""

    name_ko: Text | None = None
    name_en: Text | None = None
    short_name_ko: str | None = Field(None, max_length=100)
    short_name_en: str | None = Field(None, max_length=100)
    kind: KIND | None = None
    registration_number: str | None = Field(
        None, max_length=20, description="Ten digits; the check digit is verified."
    )
    description_ko: str | None = Field(None, max_length=20_000)
    description_en: str | None = Field(None, max_length=20_000)
    founded: int | None = Field(None, ge=0, le=32_767, description="Year.")
    employees: str | None = Field(None, max_length=20)
    website: str | None = Field(None, max_length=200)
    email: str | None = Field(None, max_length=254)
    phone: str | None = Field(None, max_length=40)
    city_ko: str | None = Field(None, max_length=100)
    city_en: str | None = Field(None, max_length=100)
    address_ko: Text | None = None
    address_en: Text | None = None
    visibility: VISIBILITY | None = None
    tags: list[str] | None = Field(
        None, max_length=30, description="Names of tags in either language; they replace the present ones."
    )


class OrganisationEdit(OrganisationChange):
    """What a manager may change besides: the cluster's own fields."""

    custom: dict[str, str] | None = Field(
        None, description="Values of the cluster's own fields by key; an empty text clears one."
    )


class OrganisationNew(OrganisationChange):
    """A new organisation with its relation to the cluster."""

    relation: RELATION = "member"


class ListingOut(Out):
    """An offer, or something an organisation looks for."""

    id: int
    kind: Literal["offer", "need"]
    organisation: Named
    text_ko: str
    text_en: str
    tags: list[TagOut]
    expires_on: date


class ListingNew(In):
    """An offer or a need in one sentence, in one language or both."""

    kind: Literal["offer", "need"]
    text_ko: Text = ""
    text_en: Text = ""
    tags: list[str] = Field([], max_length=30)


class PostOut(Out):
    """Where somebody works, from when to when."""

    organisation: Named
    title_ko: str
    title_en: str
    since: date | None
    until: date | None
    is_contact: bool


class PersonOut(Named):
    """A person with the posts that the caller may see."""

    posts: list[PostOut]


class ColleagueOut(Out):
    """A person of an organisation."""

    person: Named
    title_ko: str
    title_en: str
    is_contact: bool


class RevealIn(In):
    """Which masked value is wanted, and why; both are written down."""

    what: Literal["email", "phone"]
    reason: str = Field(min_length=3, max_length=300)


class RevealOut(Out):
    """A masked value."""

    what: str
    value: str


class FacetOption(Out):
    """A value of a facet and how many organisations it leaves."""

    value: str
    label: str
    count: int


class FacetOut(Out):
    """A facet of the directory."""

    name: str
    label: str
    chosen: str
    options: list[FacetOption]


class ClaimIn(In):
    """A line to the office."""

    message: str = Field("", max_length=500)


class ClaimOut(Out):
    """Somebody says: this is my organisation."""

    id: int
    organisation: Named
    state: Literal["waiting", "accepted", "refused"]
    message: str
    reason: str
    created_at: Instant


class ClaimRow(ClaimOut):
    """A claim as the office sees it."""

    claimant: str


class ApplicationOut(Out):
    """An application for membership."""

    id: int = Field(description="Id of the relation that is applied for.")
    organisation: Named
    kind: RELATION


class DecisionIn(In):
    """Yes or no; a no to a claim needs its reason."""

    accepted: bool
    reason: str = Field("", max_length=300)


class StateIn(In):
    """The state to move a membership to."""

    state: STATE


class BulkIn(In):
    """One deed done to many organisations: all of them or none."""

    organisations: list[Id] = Field(min_length=1, max_length=5_000)
    deed: Literal["tag", "untag", "state", "anchor"]
    value: str = Field(max_length=100, description="Name of the tag; the state; yes or no for anchor.")


class Changed(Out):
    """How many were changed."""

    changed: int


class SegmentOut(Out):
    """A choice of facets kept under a name."""

    id: int
    name: str
    query: str = Field(description="Query of the directory, such as kind=company&tag=iot.")


class SegmentIn(In):
    """A choice of facets to keep; the same name replaces the earlier choice."""

    name: str = Field(min_length=1, max_length=100)
    query: str = Field("", max_length=1_000)


class FieldOut(Out):
    """A field that the cluster adds to its organisations."""

    id: int
    key: str
    label_ko: str
    label_en: str
    type: Literal["text", "number", "date", "yes_no", "choice"]
    choices: list[str]
    visibility: str


class FieldIn(In):
    """A new field of the cluster's own."""

    label_ko: str = Field(min_length=1, max_length=100)
    label_en: str = Field(min_length=1, max_length=100)
    type: Literal["text", "number", "date", "yes_no", "choice"]
    choices: list[str] = Field([], max_length=200)


class LookAlikeOut(Out):
    """Two entries that may be one and the same organisation."""

    first: Named
    second: Named
    score: float = Field(description="0 to 1; 1 is the same name.")
    reason: str


class MergeIn(In):
    """Which entry is kept, and which one lives on in it."""

    kept: Id
    absorbed: Id


class MergeOut(Out):
    """A merge that can be taken apart again."""

    id: int
    kept: Named
    absorbed: Named
    merged_at: Instant
    undone_at: Instant | None


class NoteIn(In):
    """A note for colleagues."""

    text: LongText


class TaskIn(In):
    """Something to do."""

    text: str = Field(max_length=400)
    due: date | None = None


class LogIn(In):
    """A conversation that took place."""

    channel: Literal["phone", "mail", "visit", "meeting"]
    on: date
    text: LongText


class NoteOut(Out):
    """A note for colleagues."""

    id: int
    text: str
    author: str
    created_at: Instant


class LogOut(NoteOut):
    """A conversation that took place."""

    channel: str
    on: date


class TaskOut(Out):
    """Something to do, by whom, until when."""

    id: int
    organisation: int
    text: str
    assignee: str
    due: date | None
    done_at: Instant | None


class DeskOut(Out):
    """What colleagues know of an organisation."""

    organisation: Named
    relations: list[RelationOut]
    notes: list[NoteOut]
    log: list[LogOut]
    tasks: list[TaskOut]
    merges: list[MergeOut]
