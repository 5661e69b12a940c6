"""The best introductions of everyone at once, and how to hand them out fairly."""

import numpy as np

from pumasi.engine.arrays import Ints, Reals, Small
from pumasi.engine.introductions.formula import Introducer

# How many of a list's first names push their own partners down, and by how much at most.
PICKS, MOST_LOSS = 25, 0.9
# So many are found even where fewer are asked for: there must be something to choose from when a circle is thinned out.
LIST = 60


def for_everyone(who: Introducer, *, top: int = 20, askers: Ints | None = None) -> tuple[Small, Reals]:
    """The ``top`` candidates of every asker (default: everyone) and their scores: both shape (askers, top).

    Where there are fewer candidates the rest is -1 and 0. The rows are those that `suggest` gives one by one.
    """
    from pumasi.engine.kernels.introductions import best_for_all  # late: slow import

    form = who.formula
    asked = np.arange(who.size) if askers is None else np.asarray(askers, dtype=np.int64)
    net = _net(who)
    mix = np.stack([who.wanted(int(node)) for node in asked]) if asked.size else np.zeros((0, 0))
    code, kinds = _joint(who)
    candidates = np.empty((asked.size, top), dtype=np.int32)
    scores = np.empty((asked.size, top))
    constants = (form.routes_floor, form.topics_floor, form.topics_power)
    activity = np.ascontiguousarray(who.activity.T)
    best_for_all(asked, net, who.lent, mix, activity, code, kinds, constants, candidates, scores)
    return candidates, scores


def spread_out(who: Introducer, *, top: int = 20, askers: Ints | None = None) -> tuple[Small, Reals]:
    """As `for_everyone`, chosen from lists of at least LIST that were spread: what the formula hands out."""
    candidates, scores = spread(who, *for_everyone(who, top=max(top, LIST), askers=askers))
    return candidates[:, :top], scores[:, :top]


def spread(who: Introducer, candidates: Small, scores: Reals) -> tuple[Small, Reals]:
    """The same suggestions, shapes (n, top), so that a list does not name one circle over and over.

    Each of the first 25 picks lowers the scores of its own partners in the list by the share
    MOST_LOSS min(1, ``spread`` w / sqrt(s_a s_b)), w being their tie and s the strengths; the order of equals stays.
    """
    if candidates.shape[0] == 1:
        one, value = _spread_one(who, candidates[0], scores[0])
        return one[None], value[None]
    from pumasi.engine.kernels.spread import spread_all  # late: slow import

    start, to, weight = _net(who)
    near = np.repeat(np.arange(who.size), np.diff(start))
    order, value = candidates.copy(), scores.copy()
    spread_all(start, to, _loss(who, near, to, weight), PICKS, order, value)
    return order, value


def _spread_one(who: Introducer, candidates: Small, scores: Reals) -> tuple[Small, Reals]:
    """One list, for a page that must not wait for the compiler."""
    held = candidates[candidates >= 0]
    place = {int(candidate): at for at, candidate in enumerate(held)}
    order, value, left = candidates.copy(), scores.copy(), scores[: held.size].copy()
    for turn in range(held.size):
        pick = int(np.argmax(left))
        order[turn], value[turn], left[pick] = held[pick], left[pick], -np.inf
        if turn < PICKS:
            row = who.row(int(held[pick]))
            loss = _loss(who, held[pick], row.to, row.weight)
            for other, lost in zip(row.to.tolist(), loss.tolist(), strict=True):
                if other in place:
                    left[place[other]] *= 1.0 - lost
    return order, value


def _loss(who: Introducer, near: Ints | Small, to: Small, weight: Reals) -> Reals:
    """The share of its score that a partner loses when the other end of the tie is picked: shape of ``weight``."""
    pull = weight / np.sqrt(who.strength[near] * who.strength[to])
    return np.asarray(MOST_LOSS * np.minimum(1.0, who.formula.spread * pull))


def _net(who: Introducer) -> tuple[Ints, Small, Reals]:
    """The base with the newest rows laid over it, as one."""
    if not who.newer:
        return who.base.start, who.base.to, who.base.weight
    rows = [who.row(node) for node in range(who.size)]
    start = np.concatenate([[0], np.cumsum([row.to.size for row in rows])]).astype(np.int64)
    return start, np.concatenate([row.to for row in rows]), np.concatenate([row.weight for row in rows])


def _joint(who: Introducer) -> tuple[Small, Reals]:
    """All traits as one code per participant, and the table of their multiplied lifts."""
    code, table = np.zeros(who.size, dtype=np.int64), np.ones((1, 1))
    for trait, power in zip(who.lifts, who.formula.lift_powers, strict=False):
        own = trait.table() ** power
        both = code * own.shape[0] + trait.code
        used, code = np.unique(both, return_inverse=True)
        before, kind = used // own.shape[0], used % own.shape[0]
        table = table[np.ix_(before, before)] * own[np.ix_(kind, kind)]
    return code.astype(np.int32), np.ascontiguousarray(table)


def two_sided(candidates: Small, scores: Reals) -> tuple[Small, Reals]:
    """The same suggestions ranked by both directions: shapes (n, top) in and out.

    Each asker's scores are scaled to a best of 1, and a pair gets the harmonic mean of its two directions. A
    candidate whose own list does not hold the asker counts with half that list's lowest score.
    """
    n, top = candidates.shape
    own = scores / np.maximum(scores.max(axis=1, keepdims=True, initial=0.0), 1e-300)
    held = candidates >= 0
    asker = np.repeat(np.arange(n, dtype=np.int64), top).reshape(n, top)
    lowest = np.where(held, own, np.inf).min(axis=1, initial=np.inf) / 2
    key, back = (asker * n + candidates)[held], (candidates * np.int64(n) + asker)[held]
    order = np.argsort(key)
    at = np.minimum(np.searchsorted(key, back, sorter=order), max(key.size - 1, 0))
    answered = key[order[at]] == back if key.size else np.zeros(0, dtype=np.bool_)
    reverse = np.where(answered, own[held][order[at]], lowest[candidates[held]])
    mean = np.full((n, top), -1.0)
    mean[held] = 2 * own[held] * reverse / np.maximum(own[held] + reverse, 1e-300)
    rank = np.lexsort((candidates, -mean), axis=1)
    return np.take_along_axis(candidates, rank, 1), np.maximum(np.take_along_axis(mean, rank, 1), 0.0)


def within_capacity(candidates: Small, scores: Reals, *, each: int, capacity: int) -> tuple[Small, Reals]:
    """At most ``each`` suggestions per asker and nobody suggested to more than ``capacity`` askers.

    The total score is the largest there can be: a linear programme whose corners are whole numbers (bipartite
    b-matching), solved by HiGHS; beyond 200,000 candidate pairs greedily, best score first, which reaches at
    least half of it. Returns shape (n, each), -1 and 0 where nobody is left.
    """
    held = candidates >= 0
    asker = np.repeat(np.arange(candidates.shape[0]), candidates.shape[1])[held.ravel()]
    candidate, score = candidates[held].astype(np.int64), scores[held]
    pick = _exact if score.size <= 200_000 else _greedy
    taken = pick(asker, candidate, score, each, capacity)
    return _listed(asker[taken], candidate[taken], score[taken], candidates.shape[0], each)


def _exact(asker: Ints, candidate: Ints, score: Reals, each: int, capacity: int) -> Ints:
    from scipy.optimize import linprog  # late: slow import
    from scipy.sparse import coo_array  # late: slow import

    if not score.size:
        return np.zeros(0, dtype=np.int64)
    column = np.arange(score.size)
    ends = np.concatenate([asker, asker.max() + 1 + candidate])
    table = coo_array((np.ones(ends.size), (ends, np.concatenate([column, column])))).tocsr()
    limits = np.where(np.arange(table.shape[0]) <= asker.max(), each, capacity)
    answer = linprog(-score, A_ub=table, b_ub=limits, bounds=(0, 1), method="highs-ds")
    if not answer.success:
        raise RuntimeError(f"HiGHS did not solve the matching: {answer.message}")
    return np.flatnonzero(answer.x > 0.5)


def _greedy(asker: Ints, candidate: Ints, score: Reals, each: int, capacity: int) -> Ints:
    order = np.lexsort((candidate, asker, -score))
    left, room = np.full(asker.max() + 1, each), np.full(candidate.max() + 1, capacity)
    taken = []
    for i in order.tolist():
        if left[asker[i]] and room[candidate[i]]:
            left[asker[i]] -= 1
            room[candidate[i]] -= 1
            taken.append(i)
    return np.asarray(taken, dtype=np.int64)


def _listed(asker: Ints, candidate: Ints, score: Reals, n: int, each: int) -> tuple[Small, Reals]:
    order = np.lexsort((candidate, -score, asker))
    asker, candidate, score = asker[order], candidate[order], score[order]
    counts = np.bincount(asker, minlength=n)
    place = np.arange(asker.size) - np.repeat(np.cumsum(counts) - counts, counts)
    who, points = np.full((n, each), -1, dtype=np.int32), np.zeros((n, each))
    who[asker, place], points[asker, place] = candidate, score
    return who, points
