"""The bipartite ledger as arrays: which participant was at which gathering, once each."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from pumasi.engine.arrays import Anything, Flags, Ints, Small


@dataclass(frozen=True)
class Incidence:
    """Participants of gatherings: ``member[start[g]:start[g + 1]]`` are those of gathering ``g``, ascending.

    ``gatherings`` and ``participants`` hold the ids behind the indices. A participant may have no gathering.
    """

    gatherings: NDArray[Any]
    participants: NDArray[Any]
    start: Ints
    member: Small

    @cached_property
    def sizes(self) -> Ints:
        """Distinct participants of each gathering: its k."""
        return np.diff(self.start)

    @cached_property
    def gathering_of(self) -> Small:
        """The gathering of each entry of ``member``."""
        return np.repeat(np.arange(self.sizes.size, dtype=np.int32), self.sizes)

    @cached_property
    def degrees(self) -> Ints:
        """How many gatherings each participant was at."""
        return np.bincount(self.member, minlength=self.participants.size)

    def only(self, keep: Flags) -> "Incidence":
        """The same participants at the gatherings that are kept; nobody leaves the denominators."""
        sizes = self.sizes[keep]
        start = np.concatenate([[0], np.cumsum(sizes)]).astype(np.int64)
        return Incidence(
            self.gatherings[keep], self.participants, start, self.member[keep[self.gathering_of]]
        )

    def of_size(self, *, least: int = 0, most: int | None = None) -> "Incidence":
        """Gatherings of ``least`` to ``most`` participants; with no bounds the incidence itself."""
        keep = self.sizes >= least
        if most is not None:
            keep &= self.sizes <= most
        return self if keep.all() else self.only(keep)


def incidence(
    gathering: Anything,
    participant: Anything,
    *,
    weight: Anything | None = None,
    participants: Anything | None = None,
) -> Incidence:
    """Lines (one gathering and one participant each, in any order, repeats allowed) as an `Incidence`.

    Ids may be any integers or strings. Lines of weight 0 or less do not count. With ``participants``
    (distinct ids) the lines of all others are dropped and those without a line stay, with no gathering: this
    is the network of a cluster, whose k counts its own members only.
    """
    g, p = np.asarray(gathering), np.asarray(participant)
    if g.shape != p.shape or g.ndim != 1:
        raise ValueError(f"gathering and participant must be equally long lists, not {g.shape} and {p.shape}")
    if weight is not None:
        counts = np.asarray(weight) > 0
        g, p = g[counts], p[counts]
    if participants is not None:
        people = np.unique(np.asarray(participants))
        known = np.isin(p, people)
        g, p = g[known], p[known]
        return _built(*_coded(g), people, np.searchsorted(people, p).astype(np.int32))
    return _built(*_coded(g), *_coded(p))


def standing(gathering: Anything, participant: Anything, weight: Anything, revision: Anything) -> Flags:
    """Which lines stand: of each gathering and participant the highest revision, unless its weight is 0.

    A correction is a new line with the next revision and weight 0 takes a part back, so the answer does not
    depend on the order of the lines. Among equal revisions the larger weight stands.
    """
    g, p, w = np.asarray(gathering), np.asarray(participant), np.asarray(weight, dtype=np.float64)
    order = np.lexsort((w, np.asarray(revision), p, g))
    last = np.ones(order.size, dtype=np.bool_)
    if order.size:
        same = (g[order][1:] == g[order][:-1]) & (p[order][1:] == p[order][:-1])
        last[:-1] = ~same
    stands = np.zeros(order.size, dtype=np.bool_)
    stands[order[last]] = True
    return stands & (w > 0)


def _coded(values: NDArray[Any]) -> tuple[NDArray[Any], Small]:
    """Distinct ids in ascending order and the index of each value among them."""
    if values.size == 0 or values.dtype.kind not in "iu":
        return _sorted_out(values)
    low = int(values.min())
    span = int(values.max()) - low + 1
    if span > 8 * values.size + 65_536:
        return _sorted_out(values)
    # A table of flags beats sorting several times over while ids lie close together, as primary keys do.
    shifted = values - np.asarray(low, dtype=values.dtype)
    present = np.zeros(span, dtype=np.bool_)
    present[shifted] = True
    ids = (np.flatnonzero(present) + low).astype(values.dtype)
    return ids, (np.cumsum(present, dtype=np.int32) - np.int32(1))[shifted]


def _sorted_out(values: NDArray[Any]) -> tuple[NDArray[Any], Small]:
    ids, codes = np.unique(values, return_inverse=True)
    return ids, codes.astype(np.int32)


def _built(gatherings: NDArray[Any], g: Small, participants: NDArray[Any], p: Small) -> Incidence:
    # One number for each line, sorted in place: the gathering, and in its lowest bits the participant.
    bits = participants.size.bit_length()
    key = g.astype(np.int64)
    key <<= bits
    key |= p
    key.sort()
    if key.size:
        key = key[np.concatenate([[True], key[1:] != key[:-1]])]
    member = (key & ((1 << bits) - 1)).astype(np.int32)
    key >>= bits
    start = np.zeros(gatherings.size + 1, dtype=np.int64)
    np.cumsum(np.bincount(key, minlength=gatherings.size), out=start[1:])
    return Incidence(gatherings, participants, start, member)
