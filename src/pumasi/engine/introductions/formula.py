"""The default introductions, without training: routes over common contacts x topics x pairs of kinds.

score = (R / max R + floor) (P / max P + floor)^(1/2) L. R sums, over the common contacts, the two ties of
each route divided by the contact's strength to a power, so that a hub lends less than a close colleague. P is
the asker's mix of topics times the candidate's recent activity by topic. L multiplies lifts of kinds.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small, summed
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.lift import Lift, lift
from pumasi.engine.network.graph import Graph, entries, from_pairs
from pumasi.engine.network.projection import project


@dataclass(frozen=True)
class Formula:
    """The constants, chosen on a validation year (benchmarks/introductions.py) and nowhere sensitive.

    Half-lives in years. A gathering of k adds (k - 1)^-``tie_size`` to ties, (k - 1)^``reach`` to activity.
    """

    tie_size: float = 0.3
    tie_half_life: float = 3.0
    hub: float = 0.7
    routes_floor: float = 0.03
    reach: float = 0.5
    activity_half_life: float = 1.5
    mix_half_life: float = 3.0
    topics_power: float = 0.5
    topics_floor: float = 0.02
    lift_powers: tuple[float, ...] = (0.7, 0.25)
    lift_prior: float = 50.0
    # How far a pick of a list pushes its own partners down: 0 not at all.
    spread: float = 5.0
    # Offers and needs: no data at hand tells how much they are worth, so they weigh less than one common contact.
    match_floor: float = 0.1
    match_power: float = 0.5


@dataclass(frozen=True)
class Row:
    """The partners of one participant, ascending, with the weight of the tie and the gatherings shared."""

    to: Small
    weight: Reals
    shared: Small


@dataclass(frozen=True)
class Introducer:
    """Everything the formula needs, with the newest gatherings laid over the base.

    ``mix`` and ``activity``: shape (n, K). ``newer`` holds the rows that changed since the base was built.
    """

    formula: Formula
    base: Graph
    shared: Small
    strength: Reals
    mix: Reals
    activity: Reals
    lifts: tuple[Lift, ...]
    newer: Mapping[int, Row] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """Number of participants, n."""
        return int(self.strength.size)

    @property
    def lent(self) -> Reals:
        """What a unit of tie to each participant lends to a route over it: shape (n,)."""
        return np.asarray(np.where(self.strength > 0, self.strength, 1.0) ** -self.formula.hub)

    def row(self, node: int) -> Row:
        """The participant's ties as they stand now."""
        if node in self.newer:
            return self.newer[node]
        at = slice(int(self.base.start[node]), int(self.base.start[node + 1]))
        return Row(self.base.to[at], self.base.weight[at], self.shared[at])

    def routes(self, node: int) -> Reals:
        """R for every participant: shape (n,)."""
        own = self.row(node)
        lent = own.weight / self.strength[own.to] ** self.formula.hub
        changed = np.isin(own.to, list(self.newer))
        kept = own.to[~changed]
        at = entries(self.base, kept)
        each = np.repeat(lent[~changed], self.base.degree[kept])
        found = summed(self.base.to[at], each * self.base.weight[at], self.size)
        for z, part in zip(own.to[changed].tolist(), lent[changed], strict=True):
            found[self.newer[z].to] += part * self.newer[z].weight
        return found

    def topics(self, node: int, aims: Reals | None = None) -> Reals:
        """P for every participant: shape (n,)."""
        return np.asarray(self.activity @ self.wanted(node, aims))

    def wanted(self, node: int, aims: Reals | None = None) -> Reals:
        """The asker's mix of topics, summing to 1: their aims if named, else their past, else everybody's."""
        own = self.mix[node] if aims is None or not aims.any() else aims
        mix = own if own.any() else self.mix.sum(axis=0)
        return np.asarray(mix / max(float(mix.sum()), 1e-300), dtype=np.float64)

    def kinds(self, node: int) -> Reals:
        """L for every participant: shape (n,)."""
        found = np.ones(self.size)
        for trait, power in zip(self.lifts, self.formula.lift_powers, strict=False):
            found *= (trait.table()[trait.code[node]] ** power)[trait.code]
        return found

    def open_to(self, node: int, closed: Flags | None = None) -> Flags:
        """Who may be suggested: not the asker, not a partner, nobody flagged ``closed``."""
        allowed = np.ones(self.size, dtype=np.bool_) if closed is None else ~closed
        allowed[node] = False
        allowed[self.row(node).to] = False
        return allowed

    def told(self, present: Ints, *, age: float, topics: Reals, taken_back: bool = False) -> "Introducer":
        """The same after one more gathering of these distinct participants (or after one was taken back).

        Touches only their rows: what comes out is what a new start from all gatherings would give. A
        correction is the old attendance taken back, then the new one told. Raises ValueError for a
        participant outside 0..n-1: then it is time to build anew.
        """
        people = np.unique(present)
        if people.size and not 0 <= people[0] <= people[-1] < self.size:
            raise ValueError(
                f"participants must be 0 to {self.size - 1}: build the Introducer anew for newcomers"
            )
        sign = -1.0 if taken_back else 1.0
        tied = self._tied(people, age, sign) if people.size > 1 else self
        activity, mix = self._profiles(people, age, topics, sign)
        return replace(tied, activity=activity, mix=mix)

    def _profiles(self, people: Ints, age: float, topics: Reals, sign: float) -> tuple[Reals, Reals]:
        recent, remote = _shares(self.formula, np.asarray([people.size]), np.asarray([age]))[1:]
        activity, mix = self.activity.copy(), self.mix.copy()
        activity[people] = np.maximum(activity[people] + sign * recent[0] * topics, 0.0)
        mix[people] = np.maximum(mix[people] + sign * remote[0] * topics, 0.0)
        return activity, mix

    def _tied(self, people: Ints, age: float, sign: float) -> "Introducer":
        weight = float(_shares(self.formula, np.asarray([people.size]), np.asarray([age]))[0][0])
        newer, strength = dict(self.newer), self.strength.copy()
        a, b = [], []
        for node in people.tolist():
            others = people[people != node].astype(np.int32)
            before = self.row(node)
            newer[node] = after = _changed(before, others, sign * weight, int(sign))
            strength[node] = after.weight.sum()
            fresh = np.setxor1d(before.to, after.to, assume_unique=True)
            fresh = fresh[fresh > node]
            a.append(np.full(fresh.size, node, dtype=np.int32))
            b.append(fresh)
        pairs = np.concatenate(a), np.concatenate(b)
        lifts = tuple(trait.counting(*pairs, sign) for trait in self.lifts)
        return replace(self, newer=newer, strength=strength, lifts=lifts)


def introducer(evidence: Evidence, formula: Formula | None = None) -> Introducer:
    """The formula over all gatherings known now."""
    constants = formula or Formula()
    inc = evidence.incidence
    tie, recent, remote = _shares(constants, inc.sizes, evidence.age)
    ties = project(inc, shares=tie)
    net = from_pairs(ties.a, ties.b, ties.weight, size=inc.participants.size)
    counts = from_pairs(ties.a, ties.b, ties.shared.astype(np.float64), size=inc.participants.size).weight
    lifts = tuple(lift(code, ties.a, ties.b, prior=constants.lift_prior) for code in evidence.traits)
    return Introducer(
        constants,
        net,
        counts.astype(np.int32),
        net.strength,
        _profile(evidence, remote),
        _profile(evidence, recent),
        lifts,
    )


def _shares(formula: Formula, sizes: Ints, age: Reals) -> tuple[Reals, Reals, Reals]:
    """What one gathering adds to a tie, to the activity and to the mix of those present: each shape (G,)."""
    others = np.maximum(sizes - 1, 1).astype(np.float64)
    tie = others**-formula.tie_size * 0.5 ** (age / formula.tie_half_life)
    recent = others**formula.reach * 0.5 ** (age / formula.activity_half_life)
    return tie, recent, 0.5 ** (age / formula.mix_half_life)


def _profile(evidence: Evidence, share: Reals) -> Reals:
    """Per participant the topics of its gatherings, weighted: shape (n, K)."""
    from scipy.sparse import csc_array  # late: slow import

    inc = evidence.incidence
    shape = inc.participants.size, inc.sizes.size
    visits = csc_array((np.ones(inc.member.size), inc.member, inc.start), shape)
    return np.asarray(visits @ (evidence.topics * share[:, None]), dtype=np.float64)


def _changed(row: Row, others: Small, weight: float, count: int) -> Row:
    """A row with one gathering more (or less) shared with the others; ties of no gathering vanish."""
    to = np.union1d(row.to, others)
    total, times = np.zeros(to.size), np.zeros(to.size, dtype=np.int32)
    old, new = np.searchsorted(to, row.to), np.searchsorted(to, others)
    total[old], times[old] = row.weight, row.shared
    total[new] += weight
    times[new] += count
    left = times > 0
    return Row(to[left].astype(np.int32), total[left], times[left])
