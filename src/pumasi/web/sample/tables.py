"""The tables of a 1:1 day: who sat with whom in which slot."""

from random import Random

from pumasi.web.sample.attendance import Guest
from pumasi.web.sample.shapes import Attendance

_SLOTS, _TABLES, _MOST = "ABCDEF", 7, 3


def _suits(one: Guest, other: Guest) -> float:
    """Rather across types or branches, and a little more often within a field."""
    score = 1.0
    if one.organisation.shown.type != other.organisation.shown.type:
        score += 0.6
    if set(one.organisation.fields) & set(other.organisation.fields):
        score += 1.2
    return score


def _partner(one: Guest, free: list[Guest], met: set[frozenset[str]], random: Random) -> Guest | None:
    def unknown(other: Guest) -> bool:
        return frozenset((one.organisation.shown.key, other.organisation.shown.key)) not in met

    open_to = [g for g in free if unknown(g)]
    return random.choices(open_to, weights=[_suits(one, g) for g in open_to])[0] if open_to else None


def seat(found: list[Guest], *, random: Random) -> tuple[Attendance, ...]:
    """Attendance by table: up to seven pairs a slot, no pair twice, nobody more than three times.

    The label names slot and table, as in "A-03". Who found no partner is left out.
    """
    once = list({g.organisation.shown.key: g for g in found}.values())
    times = {g.organisation.shown.key: 0 for g in once}
    met: set[frozenset[str]] = set()
    lines: list[Attendance] = []
    for slot in _SLOTS:
        free = sorted(once, key=lambda g: (times[g.organisation.shown.key], random.random()))
        free = [g for g in free if times[g.organisation.shown.key] < _MOST]
        table = 0
        while len(free) > 1 and table < _TABLES:
            one = free.pop(0)
            other = _partner(one, free, met, random)
            if other is None:
                continue
            free.remove(other)
            table += 1
            pair = (one, other)
            met.add(frozenset(g.organisation.shown.key for g in pair))
            for guest in pair:
                times[guest.organisation.shown.key] += 1
                lines.append(
                    Attendance(guest.organisation.shown.key, guest.person.shown.key, f"{slot}-{table:02d}")
                )
    return tuple(lines)
