"""Decides who comes to a gathering: communities by field, a few bridges, regulars, some who never come."""

from collections.abc import Iterable
from datetime import date
from math import log
from random import Random
from typing import NamedTuple

from pumasi.web.sample.calendar import Slot
from pumasi.web.sample.draft import OrganisationDraft, PersonDraft
from pumasi.web.sample.organisations import BRIDGES
from pumasi.web.sample.shapes import Attendance

# How much each type comes to a field's meet-up, and to a research seminar of the same field.
_USUAL = {
    "company": 1.0, "university": 0.3, "research_institute": 1.0, "hospital": 0.7, "investor": 0.4,
    "accelerator": 0.4, "public_body": 0.08, "other": 0.1,
}  # fmt: skip
_SEMINAR = {
    "company": 0.16, "university": 3.6, "research_institute": 4.0, "hospital": 0.9, "investor": 0.1,
    "accelerator": 0.1, "public_body": 0.02, "other": 0.03,
}  # fmt: skip
_BY_KIND = {
    "demo_day": {"investor": 6.0, "accelerator": 5.0, "company": 0.35, "university": 0.2},
    "round_table": {"hospital": 5.0, "company": 1.0, "university": 0.15, "research_institute": 0.5},
    "workshop": {"company": 1.0, "university": 0.1, "accelerator": 0.5},
    "talk": {"company": 1.0, "university": 0.12, "investor": 0.6, "public_body": 0.6, "other": 0.6},
    "brokerage": {"company": 1.0, "university": 0.5, "hospital": 0.4, "research_institute": 0.5,
                  "investor": 0.5},
    "visit": {"company": 1.0, "university": 0.4, "public_body": 1.0, "research_institute": 0.6,
              "investor": 0.8},
    "conference": {"company": 1.0, "university": 1.5, "hospital": 0.8, "investor": 0.9, "public_body": 1.2,
                   "research_institute": 1.2, "accelerator": 0.9, "other": 0.8},
}  # fmt: skip
_STRANGER = 0.012  # of a home company's weight: how often one comes to another field's meet-up
_SIZES = {
    "conference": (108, 120), "round_table": (9, 15), "demo_day": (16, 30), "talk": (10, 18),
    "workshop": (8, 15), "visit": (12, 24), "meeting": (4, 7),
}  # fmt: skip
_FIELD_SIZE = {
    "bio": 19, "mobility": 16, "software": 17, "materials": 13, "energy": 13, "robotics": 11, "agrifood": 9,
    "content": 8,
}  # fmt: skip


class Guest(NamedTuple):
    """One organisation and the person it sends."""

    organisation: OrganisationDraft
    person: PersonDraft


def weight(draft: OrganisationDraft, slot: Slot) -> float:
    """How likely an organisation is to come, relative to a usual company at its home meet-up."""
    kind, field = draft.shown.type, slot.field
    if slot.kind != "meetup":
        taste = _BY_KIND.get(slot.kind, {"company": 1.0}).get(kind, 0.05)
        near = 1.0 if field is None or field in draft.fields or not draft.fields else 0.02
        return draft.zeal * taste * near
    taste = (_SEMINAR if slot.research else _USUAL)[kind]
    if not draft.fields:
        return draft.zeal * taste
    if field == draft.fields[0]:
        return draft.zeal * taste * 1.4
    if field in draft.fields:
        bridge = 1.6 if draft.shown.key in BRIDGES else 0.9
        return max(draft.zeal, 0.9) * taste * bridge
    return draft.zeal * taste * _STRANGER


def size(slot: Slot, random: Random, *, planned: bool) -> int:
    """How many organisations come; registrations ahead of time are about half of that."""
    if slot.kind == "meetup" and slot.field:
        usual = _FIELD_SIZE[slot.field] * random.lognormvariate(0, 0.3)
        count = min(34, max(4, round(usual)))
    else:
        count = random.randint(*_SIZES[slot.kind])
    return max(4, round(count * random.uniform(0.4, 0.65))) if planned else count


def draw(
    drafts: Iterable[OrganisationDraft], slot: Slot, *, count: int, random: Random
) -> list[OrganisationDraft]:
    """Up to `count` organisations without repetition, by weight.

    Each gets an exponential key divided by its weight; the smallest win (Efraimidis and Spirakis 2006).
    """
    there = (d for d in drafts if not d.alone and d.here(slot.day))
    keys = [(-log(1 - random.random()) / weight(d, slot), d) for d in there]
    keys.sort(key=lambda pair: pair[0])
    return [draft for _, draft in keys[:count]]


def send(draft: OrganisationDraft, slot: Slot, *, day: date, random: Random) -> PersonDraft | None:
    """The person who comes: one at home in the field if there is one, mostly the same each time."""
    there = [p for p in draft.staff if p.works_at(draft.shown.key, day)]
    fitting = [p for p in there if p.field == slot.field] or there
    if not fitting:
        return None
    return fitting[0] if random.random() < 0.62 else random.choice(fitting)


def _colleague(guest: Guest, slot: Slot, random: Random) -> PersonDraft | None:
    there = [p for p in guest.organisation.staff
             if p is not guest.person and p.works_at(guest.organisation.shown.key, slot.day)]  # fmt: skip
    return random.choice(there) if there and random.random() < 0.13 else None


def guests(drafts: Iterable[OrganisationDraft], slot: Slot, *, count: int, random: Random) -> list[Guest]:
    """Organisations with the person each sends; about one in eight brings a colleague."""
    found = []
    for draft in draw(drafts, slot, count=count, random=random):
        person = send(draft, slot, day=slot.day, random=random)
        if person:
            found.append(Guest(draft, person))
            second = _colleague(found[-1], slot, random)
            found += [Guest(draft, second)] if second else []
    return found


def rows(found: Iterable[Guest], *, group: str | None = None) -> tuple[Attendance, ...]:
    """Attendance lines, each person once."""
    once = {g.person.shown.key: g for g in found}
    return tuple(Attendance(g.organisation.shown.key, key, group) for key, g in once.items())
