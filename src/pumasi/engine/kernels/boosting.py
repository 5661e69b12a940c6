"""The inner loops of `introductions.learnt.trees`: what each line of a list wants, sums by bin, the walk down."""

import numpy as np
from numba import njit

from pumasi.engine.arrays import Bytes, Ints, Reals, Small


@njit(cache=True, nogil=True)
def pulls(label: Bytes, score: Reals, start: Ints, depth: int, pull: Reals, bend: Reals) -> None:
    """First and second derivative of every line by LambdaRank with NDCG, each shape (lines,).

    List i is ``start[i]:start[i + 1]``. A pair counts if one came true, the other did not and one of them
    stands in the first ``depth``; it counts by what their exchange would change.
    """
    longest = 0
    for i in range(start.size - 1):
        longest = max(longest, start[i + 1] - start[i])
    # What a place counts: a logarithm that would otherwise be taken twice for every pair.
    counts = 1.0 / np.log2(np.arange(longest) + 2.0)
    for i in range(start.size - 1):
        at, end = start[i], start[i + 1]
        pull[at:end] = 0.0
        bend[at:end] = 0.0
        order = np.argsort(-score[at:end], kind="mergesort") + at
        best, true = 0.0, int(label[at:end].sum())
        for j in range(min(true, depth)):
            best += counts[j]
        if best == 0.0 or true == end - at:
            continue
        total, wide = 0.0, score[order[0]] != score[order[-1]]
        for j in range(min(depth, order.size)):
            for k in range(j + 1, order.size):
                a, b = order[j], order[k]
                if label[a] == label[b]:
                    continue
                high, low = (a, b) if label[a] else (b, a)
                apart = score[high] - score[low]
                worth = (counts[j] - counts[k]) / best
                if wide:
                    worth /= 0.01 + abs(apart)
                wrong = 1.0 / (1.0 + np.exp(apart))
                pull[high] -= worth * wrong
                pull[low] += worth * wrong
                bend[high] += worth * wrong * (1.0 - wrong)
                bend[low] += worth * wrong * (1.0 - wrong)
                total += 2.0 * worth * wrong
        if total > 0.0:
            pull[at:end] *= np.log2(1.0 + total) / total
            bend[at:end] *= np.log2(1.0 + total) / total


@njit(cache=True, nogil=True)
def sums(x: Bytes, lines: Small, chosen: Small, pull: Reals, bend: Reals, found: Reals) -> None:
    """Adds to ``found``, shape (chosen, bins, 3), the pulls, bends and numbers of ``lines`` by bin."""
    for line in lines:
        for f in range(chosen.size):
            cell = found[f, x[line, chosen[f]]]
            cell[0] += pull[line]
            cell[1] += bend[line]
            cell[2] += 1.0


@njit(cache=True, nogil=True)
def walk(x: Bytes, factor: Small, limit: Bytes, low: Small, high: Small, leaf: Reals, found: Reals) -> None:
    """Adds to ``found``, shape (lines,), what every tree says of every line.

    Trees are rows of ``factor``, ``limit``, ``low`` and ``high`` (shape (trees, forks)): a line goes ``low`` where
    its bin is at most the limit. A negative turn -1 - k ends at ``leaf[tree, k]``. A tree without forks has factor -1.
    """
    for line in range(x.shape[0]):
        for t in range(factor.shape[0]):
            at = 0 if factor[t, 0] >= 0 else -1
            while at >= 0:
                at = low[t, at] if x[line, factor[t, at]] <= limit[t, at] else high[t, at]
            found[line] += leaf[t, -1 - at]
