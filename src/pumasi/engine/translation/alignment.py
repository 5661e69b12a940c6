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
LENGTH_RATIO, LENGTH_SPREAD, MERGED_SPREAD = 2.15, 0.5, 0.3
GAP = -0.9
LOST_FIGURE = 0.8
MERGE = 3.2
MOVED = 1.5
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
    return _with_moved(_walked_back(best, len(ko), len(en)), likeness)


def _with_moved(found: list[Aligned], likeness: _Likeness) -> list[Aligned]:
    """Paragraphs that changed places: what is left over on both sides and clearly belongs together."""
    rows = [one.korean[0] for one in found if not one.english and len(one.korean) == 1]
    columns = [one.english[0] for one in found if not one.korean and len(one.english) == 1]
    scored = sorted(
        ((likeness(range(i, i + 1), range(j, j + 1)), i, j) for i in rows for j in columns), reverse=True
    )
    moved: dict[int, int] = {}
    for score, i, j in scored:
        if score >= MOVED and i not in moved and j not in moved.values():
            moved[i] = j
    kept = [one for one in found if not (one.korean == () and one.english[0] in moved.values())]
    return [
        Aligned(one.korean, (moved[one.korean[0]],)) if not one.english and one.korean[0] in moved else one
        for one in kept
    ]


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
        columns = Counter(
            key for key, _ in {(key, j) for (_, j), found in self.pairs.items() for key in found}
        )
        self.rarity = {key: 1 / math.sqrt(rows[key] * columns[key]) for key in rows}

    def __call__(self, rows: range, columns: range) -> float:
        if not rows or not columns:
            return GAP * (len(rows) + len(columns))
        ko, en = (reduce(_joined, (of[k] for k in at)) for of, at in ((self.ko, rows), (self.en, columns)))
        ratio = math.log(max(1, en.length) / max(1, ko.length) / LENGTH_RATIO)
        spread = LENGTH_SPREAD if len(rows) + len(columns) == 2 else MERGED_SPREAD
        strange = min(3.0, (ratio / spread) ** 2 / 2)
        lost = LOST_FIGURE * lost_figures(ko, en) / _size(ko)
        # Every part of a merged run brings something of its own.
        return (
            sum(self._common(i, columns) for i in rows) / len(columns) ** 0.25
            - 1.0
            - strange
            - lost
            - MERGE * (len(rows) + len(columns) - 2)
        )

    def _common(self, row: int, columns: range) -> float:
        """What a paragraph shares with a run of others; a long one has more by chance, so it counts by its size."""
        found: dict[str, float] = {}
        for j in columns:
            found |= self.pairs[row, j]
        return sum(weight * self.rarity[key] for key, weight in found.items()) / _size(self.ko[row])


def _size(ko: Traits) -> float:
    return math.sqrt(max(12, ko.length) / 60)


def _joined(a: Traits, b: Traits) -> Traits:
    return Traits(
        f"{a.text} {b.text}", a.facts + b.facts, a.words | b.words, a.names | b.names, a.length + b.length
    )
