"""A 1:1 day as the engine reads it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from pumasi.engine.brokerage import fairness, scoring
from pumasi.engine.brokerage.requests import Requests
from pumasi.kit.refused import Refused
from pumasi.operate.meetups.models import Day, Interpreter, Participant, Slot, Table
from pumasi.operate.meetups.queries import days as asked

# What the office pins stands above every wish.
PINNED = 10.0


def pair_of(one: int, other: int) -> tuple[int, int]:
    """Two indices, the lower one first."""
    return (one, other) if one < other else (other, one)


@dataclass
class Ground:
    """A day as the engine reads it: indices for participants, slots, tables and interpreters."""

    day: Day
    people: list[Participant]
    slots: list[Slot]
    tables: list[Table]
    speakers: list[Interpreter]
    requests: Requests
    fixed: fairness.Fixed
    # For each request the interpreters that could do it, None where none is needed.
    able: list[list[int] | None]

    def index(self) -> dict[int, int]:
        """The index of each participant."""
        return {person.pk: at for at, person in enumerate(self.people)}


def ground_of(day: Day, dial: float) -> Ground:
    """Requests, rules and free times of a day, with `dial` from 0 (wishes alone) to 1 (new ties alone)."""
    people = list(day.participants.filter(left_at__isnull=True, standby=False).select_related("organisation"))
    slots, tables = list(day.slots.all()), list(day.tables.all())
    if not slots or not tables:
        raise Refused("Set up slots and tables first.", "먼저 상담 시간대와 테이블을 설정해 주십시오.")
    at = {person.pk: n for n, person in enumerate(people)}
    pairs = _pairs(day, at, people, dial)
    free = _free(day, people, slots)
    rules = list(day.rules.select_related("slot"))
    score, keep = pairs.score.copy(), np.ones(pairs.score.size, dtype=bool)
    place = {(int(a), int(b)): r for r, (a, b) in enumerate(zip(pairs.a, pairs.b, strict=True))}
    fixed: list[tuple[int, int, int]] = []
    extra: list[tuple[int, int]] = []
    numbers = {slot.pk: n for n, slot in enumerate(slots)}
    for rule in rules:
        pair = pair_of(at.get(rule.a_id, -1), at.get(rule.b_id, -1))
        if pair[0] < 0:
            continue
        if rule.kind == "forbid":
            if pair in place:
                keep[place[pair]] = False
        elif rule.slot_id:
            fixed.append((*pair, numbers[rule.slot_id]))
            if pair in place:
                keep[place[pair]] = False
        elif pair in place:
            score[place[pair]] += PINNED
        else:
            extra.append(pair)
    a = np.concatenate([pairs.a[keep], [pair[0] for pair in extra]]).astype(np.int32)
    b = np.concatenate([pairs.b[keep], [pair[1] for pair in extra]]).astype(np.int32)
    worth = np.concatenate([score[keep], np.full(len(extra), PINNED)]).astype(np.float64)
    speakers = list(day.interpreters.all())
    columns = np.array(fixed, dtype=np.int32).reshape(-1, 3)
    return Ground(
        day, people, slots, tables, speakers, Requests(a, b, worth, free, len(tables)),
        fairness.Fixed(columns[:, 0], columns[:, 1], columns[:, 2]), [_able(people[i], people[j], speakers) for i, j in zip(a, b, strict=True)],
    )  # fmt: skip


def _pairs(day: Day, at: dict[int, int], people: list[Participant], dial: float) -> scoring.Pairs:
    told = [w for w in asked.wishes(day) if w.by_id in at and w.about_id in at]
    refused = {
        frozenset((w.by_id, w.about_id)) for w in told if w.strength == "never" or w.answer == "declined"
    }
    told = [w for w in told if frozenset((w.by_id, w.about_id)) not in refused]
    kinds = [one["key"] for one in day.classes]
    rank = np.array([min(kinds.index(p.kind) if p.kind in kinds else 2, 2) for p in people], dtype=np.int64)
    # A wish that was accepted is as good as one of both sides.
    accepted = [w for w in told if w.answer == "accepted"]
    by = np.array([at[w.by_id] for w in told] + [at[w.about_id] for w in accepted], dtype=np.int64)
    about = np.array([at[w.about_id] for w in told] + [at[w.by_id] for w in accepted], dtype=np.int64)
    must = np.array([w.strength == "must" for w in told] + [False] * len(accepted), dtype=bool)
    met = {pair_of(at[x], at[y]) for x, y in asked.met_before(day) if x in at and y in at}
    return scoring.worth(by, about, must, rank=rank, met=met, dial=dial)


def _free(day: Day, people: list[Participant], slots: list[Slot]) -> np.ndarray:
    """Who is there when: not away by their own word, and not held by something else."""
    free = np.ones((len(people), len(slots)), dtype=np.bool_)
    elsewhere = asked.taken_elsewhere(day)
    for n, person in enumerate(people):
        free[n, [s for s in person.away if 0 <= s < len(slots)]] = False
        for start, end in elsewhere.get(person.pk, []):
            free[n, [s for s, slot in enumerate(slots) if slot.starts_at < end and start < slot.ends_at]] = (
                False
            )
    return free


def _able(one: Participant, other: Participant, speakers: list[Interpreter]) -> list[int] | None:
    """Who could interpret between two; None where they share a language."""
    if set(one.languages) & set(other.languages):
        return None
    return [
        n
        for n, speaker in enumerate(speakers)
        if set(speaker.languages) & set(one.languages) and set(speaker.languages) & set(other.languages)
    ]
