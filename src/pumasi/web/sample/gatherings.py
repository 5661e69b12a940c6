"""Holds the gatherings: place, host, room for how many, and who came or has registered."""

from dataclasses import dataclass, replace
from datetime import date
from random import Random

from pumasi.web.sample import attendance, tables
from pumasi.web.sample.calendar import AGENCY, Slot, span
from pumasi.web.sample.draft import OrganisationDraft
from pumasi.web.sample.lexicon import Pair, has, pairs
from pumasi.web.sample.moments import ZONE
from pumasi.web.sample.shapes import Attendance, Gathering

_FIELD_PLACES = {
    "bio": (0, 2, 4), "mobility": (2, 4, 6), "software": (1, 3), "materials": (0, 4, 5), "energy": (0, 2, 5),
    "robotics": (1, 4), "agrifood": (8, 2), "content": (7, 3),
}  # fmt: skip
_ONE_TO_ONE = 34


@dataclass(frozen=True, slots=True)
class StoryStart:
    """The meet-up with which the story begins, and who has to be there: (organisation, person) keys."""

    title_ko: str
    parties: tuple[tuple[str, str], ...]


def _place(slot: Slot, random: Random) -> Pair:
    if has(file="themes", section=f"place {slot.kind}"):
        return random.choice(pairs(file="themes", section=f"place {slot.kind}"))
    if slot.visibility == "confidential":
        return random.choice(pairs(file="themes", section="place confidential"))
    known = pairs(file="themes", section="places")
    return known[random.choice(_FIELD_PLACES.get(slot.field or "", (0, 1, 2, 3)))]


def _host(slot: Slot, drafts: list[OrganisationDraft], random: Random) -> str:
    if slot.series is None:
        return AGENCY
    hosts = [d.shown.key for d in drafts if d.shown.field == slot.field and d.here(slot.day) and not d.alone
             and (d.shown.anchor or d.shown.type == "research_institute")]  # fmt: skip
    return (
        random.choice(hosts)
        if slot.kind == "meetup" and hosts and random.random() < 0.3
        else slot.series.host
    )


def _key(slot: Slot, taken: set[str]) -> str:
    base = f"{slot.series.key if slot.series else slot.kind}-{slot.day.isoformat()}"
    key = base if base not in taken else f"{base}-b"
    taken.add(key)
    return key


def _closed(drafts: list[OrganisationDraft], slot: Slot, *, random: Random) -> list[attendance.Guest]:
    """Two or three organisations of one field behind closed doors, each with two people where it has them."""
    field = random.choice(("mobility", "bio", "energy"))
    inner = [d for d in drafts if d.shown.type == "company" and d.fields[0] == field]
    found = []
    for draft in attendance.draw(inner, slot, count=3, random=random):
        there = [p for p in draft.staff if p.works_at(draft.shown.key, slot.day)]
        found += [attendance.Guest(draft, person) for person in there[:2]]
    return found


def _who(
    drafts: list[OrganisationDraft], slot: Slot, *, planned: bool, random: Random
) -> tuple[Attendance, ...]:
    if slot.visibility == "confidential":
        return attendance.rows(_closed(drafts, slot, random=random))
    if slot.kind == "brokerage":
        count = _ONE_TO_ONE // 2 if planned else _ONE_TO_ONE
        found = attendance.guests(drafts, slot, count=count, random=random)
        return attendance.rows(found) if planned else tables.seat(found, random=random)
    count = attendance.size(slot, random, planned=planned)
    return attendance.rows(attendance.guests(drafts, slot, count=count, random=random))


def _capacity(slot: Slot, came: int) -> int:
    if slot.kind == "conference":
        return 160
    return max(20, -(-(came + 4) // 10) * 10)


def _hold(
    slot: Slot, drafts: list[OrganisationDraft], *, today: date, taken: set[str], random: Random
) -> Gathering:
    planned = slot.day > today
    place, came = _place(slot, random), _who(drafts, slot, planned=planned, random=random)
    start, end = span(slot)
    return Gathering(
        key=_key(slot, taken), series=slot.series.key if slot.series else None,
        kind=slot.kind, field=slot.field,
        title_ko=slot.title.ko, title_en=slot.title.en, place_ko=place.ko, place_en=place.en, zone=ZONE,
        starts_at=start, ends_at=end, host=_host(slot, drafts, random),
        capacity=_capacity(slot, len({a.person for a in came})), visibility=slot.visibility,
        stage="planned" if planned else "happened", attendance=came,
    )  # fmt: skip


def _with_story(held: Gathering, story: StoryStart) -> Gathering:
    there = {a.person for a in held.attendance}
    more = tuple(Attendance(o, p, None) for o, p in story.parties if p not in there)
    return replace(held, attendance=held.attendance + more, visibility="public")


def _join(held: Gathering, draft: OrganisationDraft, slot: Slot, random: Random) -> Gathering:
    person = attendance.send(draft, slot, day=slot.day, random=random)
    if person is None or any(a.person == person.shown.key for a in held.attendance):
        return held
    return replace(held, attendance=(*held.attendance, Attendance(draft.shown.key, person.shown.key, None)))


def _bring_the_rest(
    held: list[Gathering], slots: list[Slot], drafts: list[OrganisationDraft], *, today: date, random: Random
) -> None:
    """Everyone admitted and not meant to stay alone comes at least once."""
    seen = {a.organisation for g in held if g.stage == "happened" for a in g.attendance}
    for draft in drafts:
        if draft.alone or draft.joined is None or draft.shown.key in seen:
            continue
        open_to = [n for n, s in enumerate(slots)
                   if s.day < today and s.kind == "meetup" and draft.here(s.day)
                   and not s.research and len(held[n].attendance) < 36
                   and (not draft.fields or s.field in draft.fields)]  # fmt: skip
        if open_to:
            n = random.choice(open_to)
            held[n] = _join(held[n], draft, slots[n], random)


def build(
    slots: list[Slot], drafts: list[OrganisationDraft], *, story: StoryStart, today: date, seed: int
) -> list[Gathering]:
    """All gatherings in order of time."""
    random, taken = Random(f"{seed} gatherings"), set[str]()
    held = [_hold(slot, drafts, today=today, taken=taken, random=random) for slot in slots]
    _bring_the_rest(held, slots, drafts, today=today, random=random)
    return [
        _with_story(g, story) if g.title_ko == story.title_ko and g.stage == "happened" else g for g in held
    ]
