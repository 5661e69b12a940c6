"""The default introductions of everyone at once: one pass over all candidates for each asker."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Ints, Reals, Small

Net = tuple[Ints, Small, Reals]
Constants = tuple[float, float, float]


@njit(cache=True, nogil=True)
def _routes(net: Net, lent: Reals, node: int, found: Reals) -> None:
    start, to, weight = net
    found[:] = 0.0
    for i in range(start[node], start[node + 1]):
        part = weight[i] * lent[to[i]]
        for j in range(start[to[i]], start[to[i] + 1]):
            found[to[j]] += part * weight[j]


@njit(cache=True, nogil=True)
def _closed(net: Net, node: int, score: Reals) -> None:
    start, to, _ = net
    score[node] = -1.0
    for i in range(start[node], start[node + 1]):
        score[to[i]] = -1.0


@njit(cache=True, nogil=True)
def keep_best(score: Reals, candidates: Small, scores: Reals) -> None:
    """The highest scores above -1 with their indices, best first, the lower index first among equals."""
    top, filled = candidates.size, 0
    for c in range(score.size):
        s = score[c]
        if s <= -1.0 or (filled == top and s <= scores[top - 1]):
            continue
        low, high = 0, filled
        while low < high:
            middle = (low + high) >> 1
            if scores[middle] >= s:
                low = middle + 1
            else:
                high = middle
        filled = min(filled + 1, top)
        for at in range(filled - 1, low, -1):
            scores[at] = scores[at - 1]
            candidates[at] = candidates[at - 1]
        scores[low] = s
        candidates[low] = c


@njit(cache=True, nogil=True)
def _most(values: Reals, score: Reals) -> float:
    most = 0.0
    for c in range(values.size):
        most = max(most, values[c] if score[c] >= 0.0 else 0.0)
    return 1.0 / most if most > 0.0 else 0.0


@njit(cache=True, nogil=True)
def _topics(mix: Reals, activity: Reals, wanted: Reals) -> None:
    wanted[:] = 0.0
    for k in range(mix.size):
        if mix[k] > 0.0:
            share = mix[k]
            row = activity[k]
            for c in range(wanted.size):
                wanted[c] += share * row[c]


@njit(cache=True, nogil=True)
def best_for_all(
    askers: Ints,
    net: Net,
    lent: Reals,
    mix: Reals,
    activity: Reals,
    code: Small,
    kinds: Reals,
    constants: Constants,
    candidates: Small,
    scores: Reals,
) -> None:
    """Fills rows of ``candidates`` (-1 where there are fewer) and ``scores``, shape (askers, top).

    ``mix``: (askers, K), each row summing to 1; ``activity``: (K, n); ``kinds``: table of lifts by ``code``.
    """
    floor, topics_floor, power = constants
    n = code.size
    found, wanted, score = np.empty(n), np.empty(n), np.empty(n)
    for i in range(askers.size):
        _routes(net, lent, askers[i], found)
        _topics(mix[i], activity, wanted)
        score[:] = 0.0
        _closed(net, askers[i], score)
        by_route, by_topic = _most(found, score), _most(wanted, score)
        row = kinds[code[askers[i]]]
        if power == 0.5:
            for c in range(n):
                value = (
                    (found[c] * by_route + floor)
                    * np.sqrt(wanted[c] * by_topic + topics_floor)
                    * row[code[c]]
                )
                score[c] = value if score[c] >= 0.0 else -1.0
        else:
            for c in range(n):
                value = (
                    (found[c] * by_route + floor)
                    * (wanted[c] * by_topic + topics_floor) ** power
                    * row[code[c]]
                )
                score[c] = value if score[c] >= 0.0 else -1.0
        candidates[i] = -1
        scores[i] = 0.0
        keep_best(score, candidates[i], scores[i])
