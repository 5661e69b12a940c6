"""The shapes in which the sample cluster is told: plain records, every text in Korean and English.

Keys are short strings, unique within their kind, and the same in every run with the same seed and day.
Times are aware and in UTC; days are days in the cluster's zone.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Tag:
    """One technology tag; `field` is the key of the field it belongs to."""

    key: str
    field: str
    ko: str
    en: str


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name under which the cluster is known."""

    ko: str
    en: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """The cluster itself. `zone` is an IANA name; latitude and longitude are in degrees (WGS 84)."""

    slug: str
    name_ko: str
    name_en: str
    aliases: tuple[Alias, ...]
    zone: str
    lat: float
    lon: float
    description_ko: str
    description_en: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation.

    `type`: company, university, research_institute, hospital, investor, accelerator, public_body, other.
    `registration_number`: ten digits without hyphens, valid check digit, an office code that is never issued.
    `field` is the home field (None for those at home nowhere); `employees` a band such as "10–49".
    `parent_*` and `anchor_note_*` are both given or both None. `visibility`: public or members.
    """

    key: str
    type: str
    name_ko: str
    name_en: str
    short_ko: str
    short_en: str
    registration_number: str
    sector_scheme: str
    sector_code: str
    sector_ko: str
    sector_en: str
    field: str | None
    tags: tuple[str, ...]
    parent_ko: str | None
    parent_en: str | None
    anchor: bool
    anchor_note_ko: str | None
    anchor_note_en: str | None
    lat: float
    lon: float
    city_ko: str
    city_en: str
    founded: int
    employees: str
    web: str
    description_ko: str
    description_en: str
    visibility: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person; `named` says that they agreed to be named in introductions. `language`: ko or en.

    `title_*` is today's title; the titles of earlier posts are in the affiliations.
    """

    key: str
    name_ko: str
    name_en: str
    email: str
    title_ko: str
    title_en: str
    language: str
    named: bool


@dataclass(frozen=True, slots=True)
class Affiliation:
    """A person's post at an organisation from `starts` up to, not including, `ends` (None: still there)."""

    person: str
    organisation: str
    title_ko: str
    title_en: str
    starts: date
    ends: date | None


@dataclass(frozen=True, slots=True)
class Relation:
    """What an organisation is to the cluster.

    `kind`: resident, member, user, partner, alumni. `state`: applied, active, grace, lapsed, ended.
    `starts` is None while an application waits; `ends` is None while the relation holds.
    """

    organisation: str
    kind: str
    state: str
    applied_at: datetime
    starts: date | None
    ends: date | None


@dataclass(frozen=True, slots=True)
class Listing:
    """An offer or a need; live from `created_at` until `expires_at`. `person` answers for it."""

    key: str
    organisation: str
    person: str
    title_ko: str
    title_en: str
    detail_ko: str
    detail_en: str
    tags: tuple[str, ...]
    created_at: datetime
    expires_at: datetime
    visibility: str


@dataclass(frozen=True, slots=True)
class Series:
    """A series of gatherings; `rrule` is an RFC 5545 rule in the zone. `field` None: for all fields."""

    key: str
    kind: str
    field: str | None
    name_ko: str
    name_en: str
    description_ko: str
    description_en: str
    host: str
    rrule: str
    zone: str
    visibility: str


@dataclass(frozen=True, slots=True)
class Attendance:
    """One who came (or, at a planned gathering, registered). `group` is a table's label or None.

    With groups, only those of one group met; a person may sit in several groups of one day.
    """

    organisation: str
    person: str
    group: str | None


@dataclass(frozen=True, slots=True)
class Gathering:
    """One gathering.

    `kind`: meetup, conference, round_table, demo_day, brokerage, talk, workshop, welcome, visit, meeting.
    `stage`: happened or planned. `visibility`: public, members or confidential. `series` may be None.
    """

    key: str
    series: str | None
    kind: str
    field: str | None
    title_ko: str
    title_en: str
    place_ko: str
    place_en: str
    zone: str
    starts_at: datetime
    ends_at: datetime
    host: str
    capacity: int
    visibility: str
    stage: str
    attendance: tuple[Attendance, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """A party to a line of a thread; `person` may be None where only the organisation is known."""

    organisation: str
    person: str | None


@dataclass(frozen=True, slots=True)
class ThreadLine:
    """One station of a thread.

    `kind`: meetup, follow_up, challenge, use, patent, spin_out, contract, investment.
    `origin` is the key of the line it grew out of (None for the first); a line of kind meetup has
    `gathering` set, the others None. `hours` is set for use, `amount` (KRW) for contract and investment.
    """

    key: str
    kind: str
    title_ko: str
    title_en: str
    starts_at: datetime
    ends_at: datetime
    parties: tuple[Party, ...]
    origin: str | None
    gathering: str | None
    hours: Decimal | None
    amount: Decimal | None


@dataclass(frozen=True, slots=True)
class Thread:
    """A story in lines, oldest first; each origin names an earlier line of the same thread."""

    key: str
    title_ko: str
    title_en: str
    lines: tuple[ThreadLine, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """An example user; `organisation` is given for roles held in one organisation, else None."""

    role: str
    person: str
    organisation: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """A remark about what the sample shows and to whom."""

    key: str
    text_ko: str
    text_en: str


@dataclass(frozen=True, slots=True)
class SampleCluster:
    """The whole sample. `thread` is the full story, `partial_threads` the shorter ones."""

    cluster: Cluster
    tags: tuple[Tag, ...]
    organisations: tuple[Organisation, ...]
    people: tuple[Person, ...]
    affiliations: tuple[Affiliation, ...]
    relations: tuple[Relation, ...]
    offers: tuple[Listing, ...]
    needs: tuple[Listing, ...]
    series: tuple[Series, ...]
    gatherings: tuple[Gathering, ...]
    thread: Thread
    partial_threads: tuple[Thread, ...]
    roles: tuple[Role, ...]
    visibility_notes: tuple[Note, ...]
