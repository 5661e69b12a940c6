"""From gatherings to ties: each pair that shared some, weighing 1/(k - 1) per gathering of k."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pumasi.engine.arrays import NARROW, Flags, Ints, Reals, Small, Unsigned, narrowed, summed
from pumasi.engine.network.incidence import Incidence

STRIP: tuple[int | None, ...] = (10, 20, 50, None)
# Below this many pairs-at-gatherings plain numpy answers within 30 ms, sooner than numba is imported.
PLAIN_UP_TO = 300_000
SPANNED_AT_ONCE = 2_000_000


@dataclass(frozen=True)
class Ties:
    """Pairs a < b of participant indices, row by row: row ``a`` is ``start[a]:start[a + 1]``, b ascending.

    ``weight`` is the sum of 1/(k - 1) over the gatherings both were at, ``shared`` their number.
    """

    ids: NDArray[Any]
    start: Ints
    b: Small
    weight: Reals
    shared: Small

    @cached_property
    def a(self) -> Small:
        """The lower index of each pair."""
        return np.repeat(np.arange(self.ids.size, dtype=np.int32), np.diff(self.start))

    @cached_property
    def key(self) -> Ints:
        """Each pair as one number, ascending; ties over the same participants give the same pair the same one."""
        return self.a.astype(np.int64) * self.ids.size + self.b

    def __len__(self) -> int:
        return int(self.b.size)

    @property
    def weight_sum(self) -> float:
        """The sum of all weights: half the number of (participant, gathering of two or more) entries."""
        return float(self.weight.sum())

    def only(self, keep: Flags) -> "Ties":
        """The pairs that are kept, over the same participants."""
        counts = np.bincount(self.a[keep], minlength=self.ids.size)
        start = np.concatenate([[0], np.cumsum(counts)]).astype(np.int64)
        return Ties(self.ids, start, self.b[keep], self.weight[keep], self.shared[keep])


def project(incidence: Incidence, *, cap: int | None = None, shares: Reals | None = None) -> Ties:
    """The ties of an incidence; with ``cap`` only gatherings of at most that many participants count.

    ``shares`` gives each gathering another weight per pair than 1/(k - 1) (Newman 2001, doi
    10.1073/pnas.98.2.404): a decay over time, for instance; it must be positive. Sums run in the order of the
    gatherings' ids, so the result is the same bit for bit whatever the order of the lines.
    """
    share = 1.0 / np.maximum(incidence.sizes - 1, 1) if shares is None else np.asarray(shares, np.float64)
    keep = incidence.sizes >= 2 if cap is None else (incidence.sizes >= 2) & (incidence.sizes <= cap)
    kept = incidence if keep.all() else incidence.only(keep)
    visits = int((kept.sizes * (kept.sizes - 1) // 2).sum())
    return (plain if visits <= PLAIN_UP_TO else compiled)(kept, share[keep])


def strips(incidence: Incidence, *, sizes: tuple[int | None, ...] = STRIP) -> dict[int | None, Ties]:
    """The ties for each size limit side by side (None: gatherings of every size)."""
    return {most: project(incidence, cap=most) for most in sizes}


def plain(incidence: Incidence, share: Reals) -> Ties:
    """The projection in numpy alone: all pairs written out, sorted and summed."""
    people = incidence.participants.size
    first, second = _written_out(incidence)
    key = incidence.member[first].astype(np.int64) * people + incidence.member[second]
    pairs, which = np.unique(key, return_inverse=True)
    a = pairs // max(people, 1)
    start = np.concatenate([[0], np.cumsum(np.bincount(a, minlength=people))]).astype(np.int64)
    weight = summed(which, share[incidence.gathering_of[first]], pairs.size)
    shared = np.bincount(which, minlength=pairs.size).astype(np.int32)
    return Ties(incidence.participants, start, (pairs - a * people).astype(np.int32), weight, shared)


def spans(incidence: Incidence, ties: Ties) -> tuple[Ints, Ints]:
    """The first and the last gathering that each pair of these ties shared, by index: both shape (pairs,)."""
    first, last = np.full(len(ties), incidence.sizes.size), np.full(len(ties), -1)
    # A part at a time, so that no list of all pairs at all gatherings is ever held.
    part = np.cumsum(incidence.sizes * (incidence.sizes - 1) // 2) // SPANNED_AT_ONCE
    for number in np.unique(part):
        some = incidence.only(part == number)
        low, high = _written_out(some)
        key = some.member[low].astype(np.int64) * ties.ids.size + some.member[high]
        pair, gathering = (
            np.searchsorted(ties.key, key),
            np.flatnonzero(part == number)[some.gathering_of[low]],
        )
        np.minimum.at(first, pair, gathering)
        np.maximum.at(last, pair, gathering)
    return first, last


def _written_out(incidence: Incidence) -> tuple[Ints, Ints]:
    """All pairs at all gatherings, as positions in ``member``, the lower one first."""
    later = _later(incidence)
    first = np.repeat(np.arange(later.size), later)
    second = first + 1 + np.arange(first.size) - np.repeat(np.cumsum(later) - later, later)
    return first, second


def _later(incidence: Incidence) -> Ints:
    """How many members come after each entry of ``member`` at its gathering."""
    return np.repeat(incidence.start[1:], incidence.sizes) - np.arange(1, incidence.member.size + 1)


def compiled(incidence: Incidence, share: Reals) -> Ties:
    """The projection by the compiled row-wise product, in one pass over all pairs at all gatherings."""
    from pumasi.engine.kernels import pairs  # late: slow import

    people, start = incidence.participants.size, incidence.start
    member: Unsigned = incidence.member.astype(narrowed(people))
    rows = np.zeros(people + 1, dtype=np.int64)
    # Room for as many pairs as there may be, given back down to those there are: what is never written to takes
    # no memory, and counting the pairs first would walk over all of them twice.
    room = int(_later_partners(incidence).sum())
    out = np.empty(room, dtype=np.int32), np.empty(room), np.empty(room, dtype=np.int32)
    pairs.fill_pairs(start, member, pairs.by_member(start, member, people), share, rows, out)
    for values in out:
        values.resize(rows[-1], refcheck=False)
    return Ties(incidence.participants, rows, *out)


def _later_partners(incidence: Incidence) -> Ints:
    """At most how many partners of a higher index each participant has: shape (participants,)."""
    people = incidence.participants.size
    met = summed(incidence.member, _later(incidence).astype(np.float64), people).astype(np.int64)
    return np.minimum(met, np.arange(people)[::-1])


def warm() -> None:
    """Loads the compiled projection for few and for many participants, compiling it on the first run."""
    start, member = np.array([0, 2]), np.array([0, 1], np.int32)
    for participants in (2, NARROW + 1):
        compiled(Incidence(np.arange(1), np.arange(participants), start, member), np.ones(1))
