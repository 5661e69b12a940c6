"""Why a request found no place, and what would help: read from the finished timetable."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.brokerage.timetable import Timetable


@dataclass(frozen=True)
class Reason:
    """``code`` and the ``slots`` that it is about.

    apart: they are never there at the same time; ``slots``: when one of them is there and could be joined.
    full_a, full_b, full_both: whose calendar holds as many meetings as it can.
    tables: both are free in ``slots``, but every table is taken then.
    interpreter: both and a table are free in ``slots``, but nobody who interprets.
    crossed: each has a free slot left, but none in common; ``slots``: free ones of either.
    """

    code: str
    slots: tuple[int, ...]


def why(timetable: Timetable, request: int, *, needs_interpreter: bool = False) -> Reason:
    """The reason for one request without a place."""
    asked, slot = timetable.asked, timetable.slot
    a, b = int(asked.a[request]), int(asked.b[request])
    there = asked.free[a] & asked.free[b]
    if not there.any():
        return Reason("apart", _numbers(asked.free[a] ^ asked.free[b]))
    free_a, free_b = asked.free[a] & ~_busy(timetable, a), asked.free[b] & ~_busy(timetable, b)
    if not (free_a.any() and free_b.any()):
        code = "full_both" if not (free_a.any() or free_b.any()) else "full_b" if free_a.any() else "full_a"
        return Reason(code, _numbers(there))
    common = free_a & free_b
    if not common.any():
        return Reason("crossed", _numbers(free_a | free_b))
    load = np.bincount(slot[slot >= 0], minlength=asked.slots)
    with_table = common & (load < asked.tables)
    if not with_table.any():
        return Reason("tables", _numbers(common))
    return Reason("interpreter" if needs_interpreter else "crossed", _numbers(with_table))


def _busy(timetable: Timetable, person: int) -> np.ndarray:
    """In which slots somebody has a meeting: shape (slots,)."""
    asked, slot = timetable.asked, timetable.slot
    mine = slot[((asked.a == person) | (asked.b == person)) & (slot >= 0)]
    found = np.zeros(asked.slots, dtype=np.bool_)
    found[mine] = True
    return found


def _numbers(flags: np.ndarray) -> tuple[int, ...]:
    return tuple(np.flatnonzero(flags).tolist())
