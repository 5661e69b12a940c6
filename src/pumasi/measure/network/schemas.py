"""What the REST operations of the network and of introductions take in and give out."""

from __future__ import annotations

from datetime import date
from typing import Literal

from pydantic import Field

from pumasi.commons.ledger.schemas import LineOut
from pumasi.kit.rest import Id, In, Instant, LongText, Moment, Named, Out

STATE = Literal["suggested", "asked", "mutual", "declined", "known", "expired"]
RESULT = Literal["nothing", "talked", "follow_up", "project", "contract"]


class NetworkOut(Out):
    """When the network was computed for the caller's audience, and from how much."""

    audience: str
    as_of: Instant | None
    gatherings: int = Field(description="Gatherings with two or more members.")
    members: int
    connected: int = Field(description="Members that met another member at least once.")
    ties: int


class TieOut(Out):
    """Two members that met."""

    a: Named
    b: Named
    weight: float = Field(
        description="Sum of 1/(k-1) over the gatherings they shared, k being the members there."
    )
    gatherings: int
    first_at: Instant
    last_at: Instant


class PartnerOut(Out):
    """Somebody an organisation met."""

    organisation: Named
    weight: float
    gatherings: int
    first_at: Instant
    last_at: Instant


class NodeOut(Out):
    """An organisation on the map."""

    id: int
    key: str
    label: str
    type: str
    community: int = Field(description="-1 where it belongs to none.")
    x: float
    y: float
    size: float = Field(description="Radius of its dot; the area grows with the number of partners.")
    isolate: bool
    url: str


class SentenceOut(Out):
    """A sentence about the network: what was found, how it was tested, what to do about it."""

    key: str
    tone: Literal["more", "less", "chance", "fact", "limit"]
    text: str
    test: str
    step: str


class StripOut(Out):
    """The ties of gatherings of at most `most` members (null: of every size)."""

    most: int | None
    gatherings: int
    ties: int
    weight: float
    connected: int
    largest: int = Field(description="Members of the largest connected part.")
    partners: float = Field(description="Mean number of partners over all members.")
    repeated: float = Field(description="Share of ties that met at two or more gatherings, 0 to 1.")
    clustering: float = Field(description="Share of pairs with a common partner that are tied, 0 to 1.")


class MixedOut(Out):
    """Two types of organisations beside chance; cells of fewer than five ties are left out."""

    one: str
    other: str
    ties: int
    ratio: float = Field(description="Strength of their ties over what chance gives; 1 is chance.")
    low: float | None
    high: float | None


class MeasuresOut(Out):
    """The network beside chance over the whole time ("all") or a year."""

    window: str
    as_of: Instant
    years: list[str]
    sentences: list[SentenceOut]
    strips: list[StripOut]
    mixing: list[MixedOut]


class EdgeOut(Out):
    """A tie drawn on the map: among the strongest few of either end."""

    source: int
    target: int
    weight: float
    count: int
    first: date = Field(description="Day of the first shared gathering.")


class CommunityOut(Out):
    """A community with its name."""

    id: int
    label: str
    x: float
    y: float
    n: int


class MapOut(Out):
    """The map of the cluster for the caller's audience."""

    nodes: list[NodeOut]
    edges: list[EdgeOut]
    communities: list[CommunityOut]


class ReasonOut(Out):
    """A reason and its share of the score, 0 to 1: a common contact, a topic, an offer that fits ..."""

    kind: Literal["contact", "series", "topic", "offer", "need", "types", "towns"]
    label: str
    text: str
    share: float


class SuggestionOut(Out):
    """Whom an organisation should meet."""

    organisation: Named
    score: float
    reasons: list[ReasonOut]


class TogetherOut(Out):
    """What an organisation did together with others."""

    organisation: Named
    partners: list[PartnerOut] = Field(description="The thirty strongest.")
    lines: list[LineOut] = Field(description="The twenty latest.")
    suggestions: list[SuggestionOut] = Field(description="For managers only.")


class IntroductionOut(Out):
    """An introduction as one of its sides sees it."""

    id: int
    state: STATE
    organisation: Named = Field(description="The other side.")
    asked_by: Literal["us", "them"]
    message: str = Field(description="The line that came with the question.")
    why: str
    reasons: list[ReasonOut]
    by_manager: bool
    asked_at: Instant | None


class MyIntroductions(Out):
    """One's suggestions of the week, questions to answer and running conversations."""

    organisation: Named
    suggested: list[IntroductionOut]
    waiting: list[IntroductionOut] = Field(description="Questions that one has to answer.")
    sent: list[IntroductionOut]
    running: list[IntroductionOut]


class AnswerIn(In):
    """What is decided: ask, later or known of a suggestion; yes, no or known of a question."""

    answer: Literal["ask", "later", "known", "yes", "no"]
    message: str = Field("", max_length=500)


class ContactOut(Out):
    """Whom to write to."""

    name_ko: str
    name_en: str
    email: str


class MessageOut(Out):
    """A message on the shared page."""

    id: int
    organisation: Named
    text: str
    created_at: Instant


class ProposalOut(Out):
    """A time for a first talk."""

    id: int
    organisation: Named
    starts_at: Instant
    accepted_at: Instant | None


class OutcomeOut(Out):
    """What came of it, as one's own side sees it."""

    result: RESULT
    useful: bool


class SharedOut(IntroductionOut):
    """The page that both sides share once both have said yes."""

    contact: ContactOut | None
    posts: list[MessageOut]
    proposals: list[ProposalOut]
    outcome: OutcomeOut | None
    both_call_it_useful: bool


class MessageIn(In):
    """A message to the other side."""

    text: LongText


class TimesIn(In):
    """Up to three times that lie ahead."""

    times: list[Moment] = Field(min_length=1, max_length=3)


class OutcomeIn(In):
    """How far it went, and whether it was useful."""

    result: RESULT
    useful: bool


class IntroducerOut(Out):
    """Somebody who met both sides and agreed to be named."""

    person: Named
    organisation: Named
    with_you: int
    with_them: int


class ConnectionOut(Out):
    """One's connection to an organisation: where both met, else who can introduce, else a path."""

    organisation: Named
    mine: Named | None
    met_at: list[LineOut]
    introducers: list[IntroducerOut]
    paths: list[list[Named]]


class AskIn(In):
    """Whom to ask, and why one would like to meet them."""

    via: Id
    message: str = Field("", max_length=500)


class AskedOut(Out):
    """A question to somebody in between."""

    id: int
    state: Literal["waiting", "agreed", "declined"]
    created_at: Instant


class PairIn(In):
    """Who should meet whom."""

    asker: Id
    asked: Id


class IntroductionRow(Out):
    """An introduction as the office sees it: the state, never the messages."""

    id: int
    state: STATE
    asker: Named
    asked: Named
    by_manager: bool
    suggested_at: Instant
    asked_at: Instant | None
    answered_at: Instant | None


class Written(Out):
    """How many letters were written."""

    written: int


class AimOut(Out):
    """A topic that an organisation is after; its suggestions follow it until that day."""

    tag: Named
    until: date


class AimsIn(In):
    """What one is after: up to three tags, in place of what was said before. None takes all back."""

    tags: list[Id] = Field(max_length=20)


class ApartOut(Out):
    """The difference of two shares with its 95 % interval (Newcombe 1998, method 10)."""

    value: float
    low: float
    high: float


class HoldBackOut(Out):
    """What suggestions do: pairs that were suggested beside a random fifth that was held back, each followed for 90 days."""

    suggested: int
    suggested_met: int = Field(description="Suggested pairs that met for the first time in those days.")
    held_back: int
    held_back_met: int = Field(description="Pairs held back that met for the first time in those days.")
    difference: ApartOut | None = Field(
        description="Share of the suggested that met less that of the others; null under ten pairs on either side."
    )
