"""Which paragraph translates which, in order: one to one, two written as one, one written as two, or none.

Paragraphs keep their order in a translation, so the best reading is found by dynamic programming over what they have in common
(Gale & Church 1993 aligned sentences by length alone; figures, names and everyday words say more of paragraphs).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce

from pumasi.engine.translation.likeness import Traits, english_traits, korean_traits, lost_figures, shared

# English needs about twice the letters of Korean.
LENGTH_RATIO, LENGTH_SPREAD = 2.15, 0.5
GAP = -0.9
LOST_FIGURE = 0.8
MERGE = 0.9
MOVES = ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2), (3, 1), (1, 3))


@dataclass(frozen=True, slots=True)
class Aligned:
    """Paragraphs (0-based) of the Korean text and those of the English one that translate them; one side may be empty."""

    korean: tuple[int, ...]
    english: tuple[int, ...]


def align(korean: Sequence[str], english: Sequence[str]) -> list[Aligned]:
    """The best reading of two lists of paragraphs, in order."""
    ko, en = [korean_traits(text) for text in korean], [english_traits(text) for text in english]
    likeness = _Likeness(ko, en)
    best = {(0, 0): (0.0, (0, 0))}
    for i in range(len(ko) + 1):
        for j in range(len(en) + 1):
            for a, b in MOVES:
                if i < a or j < b or (i - a, j - b) not in best:
                    continue
                score = best[i - a, j - b][0] + likeness(range(i - a, i), range(j - b, j))
                if (i, j) not in best or ((i, j) != (0, 0) and score > best[i, j][0]):
                    best[i, j] = score, (a, b)
    return _walked_back(best, len(ko), len(en))


def _walked_back(best: dict[tuple[int, int], tuple[float, tuple[int, int]]], i: int, j: int) -> list[Aligned]:
    found = []
    while (i, j) != (0, 0):
        a, b = best[i, j][1]
        found.append(Aligned(tuple(range(i - a, i)), tuple(range(j - b, j))))
        i, j = i - a, j - b
    return found[::-1]


class _Likeness:
    """Score of runs of paragraphs, above 0 where they are likelier a translation than not."""

    def __init__(self, ko: Sequence[Traits], en: Sequence[Traits]) -> None:
        self.ko, self.en = ko, en
        self.pairs = {(i, j): shared(a, b) for i, a in enumerate(ko) for j, b in enumerate(en)}
        # What every paragraph shares with every other says nothing: its weight is spread over the pairs that have it.
        rows = Counter(key for key, _ in {(key, i) for (i, _), found in self.pairs.items() for key in found})
        columns = Counter(key for key, _ in {(key, j) for (_, j), found in self.pairs.items() for key in found})
        self.rarity = {key: 1 / math.sqrt(rows[key] * columns[key]) for key in rows}

    def __call__(self, rows: range, columns: range) -> float:
        if not rows or not columns:
            return GAP * (len(rows) + len(columns))
        found: dict[str, float] = {}
        for i in rows:
            for j in columns:
                found |= self.pairs[i, j]
        ko, en = (reduce(_joined, (of[k] for k in at)) for of, at in ((self.ko, rows), (self.en, columns)))
        ratio = math.log(max(1, en.length) / max(1, ko.length) / LENGTH_RATIO)
        common = sum(weight * self.rarity[key] for key, weight in found.items())
        # A long paragraph has more by chance; what is shared counts by its share of what could be.
        size = math.sqrt(max(12, ko.length) / 60)
        strange = (ratio / LENGTH_SPREAD) ** 2 / 2
        merged = MERGE * (len(rows) + len(columns) - 2)
        # Every part of a merged run has to belong: it brings something of its own.
        for part in self._parts(rows, columns):
            if part < 0.35:
                merged += 2.0
        return common / size - 1.0 - min(3.0, strange) - LOST_FIGURE * lost_figures(ko, en) / size - merged

    def _parts(self, rows: range, columns: range) -> list[float]:
        if len(rows) + len(columns) == 2:
            return []
        many = [(i, j) for i in rows for j in columns]
        return [sum(w * self.rarity[k] for k, w in self.pairs[pair].items()) for pair in many]


def _joined(a: Traits, b: Traits) -> Traits:
    return Traits(f"{a.text} {b.text}", a.facts + b.facts, a.words | b.words, a.names | b.names, a.length + b.length)
