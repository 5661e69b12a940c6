"""What a learnt ranking looks at: the formula's own factors, fresher ones, and how busy and how inclined both are."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Flags, Ints, Reals, Small, summed
from pumasi.engine.introductions.evidence import Evidence
from pumasi.engine.introductions.formula import Formula, Introducer, introducer
from pumasi.engine.introductions.lift import Lift
from pumasi.engine.network.projection import project

# The formula in a reading that forgets within a year or so: who is at it now.
FRESH = Formula(tie_half_life=0.75, activity_half_life=0.75, mix_half_life=1.0, reach=0.0)
# Partners of everybody's kinds that stand beside one's own when one's leaning is told.
LEANING_PRIOR = 5.0
EARTH_KM = 6371.0
# The columns of `lists`, before three for each trait (lift, leaning, leaning of the other) and five of the asker.
FACTORS = (
    *("routes", "fresh routes", "rare contacts", "score", "topics", "fresh topics", "topics around"),
    *("partners", "new partners", "recent gatherings", "seats", "gatherings"),
    *("alone", "since the last", "mean size"),
    *("common contacts", "about", "around", "rank", "distance"),
)


@dataclass(frozen=True)
class Scene:
    """All that the factors are read from, for n participants.

    ``about``: topics as rows of unit length, rare ones counting more; ``around``: the topics of one's partners, rows
    summing to 1; both shape (n, K). ``leaning``: per trait the log of how much more often one's partners are of
    each kind than everybody's, shape (n, kinds). ``busy`` (5, n): partners, those of the last year, gatherings of the last
    year, seats beside others lately, all gatherings. ``plain`` (3, n): gatherings alone, years since the last, mean size.
    ``place``: shape (n, 2), latitude and longitude in radians, NaN unknown, or (0, 2).
    """

    who: Introducer
    fresh: Introducer
    about: Reals
    around: Reals
    leaning: tuple[Reals, ...]
    busy: Reals
    plain: Reals
    place: Reals


def scene(evidence: Evidence, formula: Formula | None = None) -> Scene:
    """Everything the factors need, worked out once."""
    who = introducer(evidence, formula)
    return Scene(
        who,
        introducer(evidence, FRESH),
        _about(who.mix),
        _around(who),
        tuple(_leaning(who, trait) for trait in who.lifts),
        *_counts(evidence, who),
        evidence.place,
    )


def lists(seen: Scene, askers: Ints, candidates: Small, scores: Reals) -> Reals:
    """The factors (`FACTORS` first) of every candidate of every asker: shape (askers, top, factors).

    ``candidates`` and ``scores`` as the formula gives them. What grows with the network is told as a share of the most
    or of the mean in the same list, so that what was learnt on a smaller network holds on a larger one.
    """
    who = seen.who
    held, at = candidates >= 0, np.maximum(candidates, 0)
    routes, fresh, rare, common = np.moveaxis(_over_contacts(seen, askers, candidates), 2, 0)
    asked = np.stack([who.wanted(int(node)) for node in askers])
    lately = np.stack([seen.fresh.wanted(int(node)) for node in askers])
    mostly = [
        routes,
        fresh,
        rare,
        scores,
        _products(asked, who.activity, candidates),
        _products(lately, seen.fresh.activity, candidates),
        _products((asked + seen.around[askers]) / 2, who.activity, candidates),
    ]
    found = [_of_most(values, held) for values in mostly]
    found += [_of_mean(values[at], held) for values in seen.busy]
    found += [values[at] for values in seen.plain]
    found += [common, _products(seen.about[askers], seen.about, candidates)]
    found += [_products(seen.around[askers], seen.around, candidates)]
    found += [np.broadcast_to(np.arange(candidates.shape[1]), candidates.shape), _distance(seen, askers, at)]
    for trait, lean in zip(who.lifts, seen.leaning, strict=True):
        mine, theirs = trait.code[askers][:, None], trait.code[at]
        found += [np.log(trait.table())[mine, theirs], lean[askers[:, None], theirs], lean[at, mine]]
    own = [*seen.busy[[0, 2, 4]], *seen.plain[:2]]
    found += [np.broadcast_to(values[askers][:, None], candidates.shape) for values in own]
    return np.stack(found, axis=2, dtype=np.float64)


def _over_contacts(seen: Scene, askers: Ints, candidates: Small) -> Reals:
    from pumasi.engine.kernels.factors import over_contacts  # late: slow import

    base, fresh = seen.who.base, seen.fresh
    lent = np.stack([seen.who.lent, fresh.lent, 1.0 / np.log(np.maximum(base.degree, 2))])
    found = np.empty((*candidates.shape, 4))
    over_contacts(askers, candidates, (base.start, base.to, base.weight, fresh.base.weight), lent, found)
    return found


def _products(rows: Reals, table: Reals, candidates: Small) -> Reals:
    from pumasi.engine.kernels.factors import products  # late: slow import

    found = np.empty(candidates.shape)
    products(np.ascontiguousarray(rows), np.ascontiguousarray(table), candidates, found)
    return found


def _of_most(values: Reals, held: Flags) -> Reals:
    most = np.where(held, values, 0.0).max(axis=1, keepdims=True)
    return np.asarray(values / np.where(most > 0, most, 1.0))


def _of_mean(values: Reals, held: Flags) -> Reals:
    mean = np.where(held, values, 0.0).sum(axis=1, keepdims=True) / np.maximum(held.sum(axis=1), 1)[:, None]
    return np.asarray(values / np.where(mean > 0, mean, 1.0))


def _distance(seen: Scene, askers: Ints, at: Small) -> Reals:
    """Kilometres along the great circle; -1 where a place is not known."""
    if not seen.place.size:
        return np.full(at.shape, -1.0)
    north, east = seen.place.T
    mine, theirs = north[askers][:, None], north[at]
    half = np.sin((theirs - mine) / 2) ** 2
    half += np.cos(mine) * np.cos(theirs) * np.sin((east[at] - east[askers][:, None]) / 2) ** 2
    return np.nan_to_num(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))), nan=-1.0)


def _about(mix: Reals) -> Reals:
    used = np.maximum((mix > 0).sum(axis=0), 1)
    rows = _shares(mix) * np.log(len(mix) / used)
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9))


def _around(who: Introducer) -> Reals:
    from scipy.sparse import csr_array  # late: slow import

    ties = csr_array((who.base.weight, who.base.to, who.base.start), shape=(who.size, who.size))
    return _shares(np.asarray(ties @ _shares(who.mix)))


def _shares(rows: Reals) -> Reals:
    total = rows.sum(axis=1, keepdims=True)
    return np.asarray(rows / np.where(total > 0, total, 1.0))


def _leaning(who: Introducer, trait: Lift) -> Reals:
    kinds = trait.observed.shape[0]
    cell = who.base.source.astype(np.int64) * kinds + trait.code[who.base.to]
    own = summed(cell, np.ones(cell.size), who.size * kinds).reshape(who.size, kinds)
    usual = own.sum(axis=0) / max(float(own.sum()), 1.0)
    rows = (own + LEANING_PRIOR * usual) / (own.sum(axis=1, keepdims=True) + LEANING_PRIOR)
    return np.clip(np.log(np.divide(rows, usual, out=np.ones_like(rows), where=usual > 0)), -2.0, 2.0)


def _counts(evidence: Evidence, who: Introducer) -> tuple[Reals, Reals]:
    inc, n = evidence.incidence, who.size
    size, age = inc.sizes[inc.gathering_of], evidence.age[inc.gathering_of]
    joint = (size > 1).astype(np.float64)
    ties = project(inc.only(evidence.age > 1))
    before = np.bincount(np.concatenate([ties.a, ties.b]), minlength=n)
    seats = joint * np.maximum(size - 1, 1) * 0.5 ** (age / who.formula.activity_half_life)
    gatherings = summed(inc.member, joint, n)
    busy = [
        who.base.degree,
        who.base.degree - before,
        summed(inc.member, joint * (age < 1), n),
        summed(inc.member, seats, n),
        gatherings,
    ]
    last = np.full(n, age.max(initial=0.0))
    np.minimum.at(last, inc.member, age)
    mean = summed(inc.member, joint * size, n) / np.maximum(gatherings, 1)
    return np.stack(busy, dtype=np.float64), np.stack([summed(inc.member, 1 - joint, n), last, mean])
