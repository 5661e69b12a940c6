"""Do coders who do not see each other agree? Per cent, Cohen's kappa and Krippendorff's alpha, which belong together.

Where nearly all cases are alike, two coders agree often and kappa is low all the same (the prevalence paradox), so
none of the three is told without the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import isnan, nan

RELIED_ON, TENTATIVE = 0.8, 0.667


@dataclass(frozen=True)
class Agreement:
    """What coders agree on.

    ``units``: cases that at least two coded; ``share``: per cent agreement as 0 to 1, over pairs of codings of a case;
    ``kappa``: Cohen's, nan unless there are exactly two coders; ``alpha``: Krippendorff's for names.
    nan where everybody gave one and the same value: then there is nothing to agree on.
    """

    units: int
    share: float
    kappa: float
    alpha: float

    @property
    def standing(self) -> str:
        """`rely`, `tentative` or `weak` by Krippendorff's conventions (2004, 241); `undefined` without an alpha."""
        if isnan(self.alpha):
            return "undefined"
        if self.alpha >= RELIED_ON:
            return "rely"
        return "tentative" if self.alpha >= TENTATIVE else "weak"


def agreement(codings: Sequence[Sequence[object]]) -> Agreement:
    """The agreement of coders over cases: one row a case, one place a coder, None where a coder gave nothing.

    16 both yes, 2 and 2 one of them, 8 both no give .857, .689, .694. Raises ValueError if no case was coded twice.
    """
    rows = [[value for value in row if value is not None] for row in codings]
    pairable = [row for row in rows if len(row) >= 2]
    if not pairable:
        raise ValueError("agreement needs a case that two have coded")
    coders = {place for row in codings for place, value in enumerate(row) if value is not None}
    two = sorted(coders) if len(coders) == 2 else []
    pairs = [(row[two[0]], row[two[1]]) for row in codings] if two else []
    whole = [(a, b) for a, b in pairs if a is not None and b is not None]
    return Agreement(len(pairable), _share(pairable), _kappa(whole) if whole else nan, _alpha(pairable))


def _share(rows: list[list[object]]) -> float:
    """Pairs of codings that are alike, of all pairs."""
    alike = sum(n * (n - 1) for row in rows for n in Counter(row).values())
    return alike / sum(len(row) * (len(row) - 1) for row in rows)


def _kappa(pairs: list[tuple[object, object]]) -> float:
    """Agreement beyond what the two coders' own frequencies give (Cohen 1960, doi 10.1177/001316446002000104)."""
    n = len(pairs)
    first, second = (Counter(column) for column in zip(*pairs, strict=True))
    observed = sum(a == b for a, b in pairs) / n
    expected = sum(first[value] * second[value] for value in first) / n**2
    return (observed - expected) / (1 - expected) if expected < 1 else nan


def _alpha(rows: list[list[object]]) -> float:
    """One less disagreement found over disagreement expected, from coincidences (Krippendorff 2004, ch. 11), for names.

    A case with m codings counts each of its pairs 1/(m - 1), so cases weigh by how many coded them; small samples are
    corrected for by drawing without replacement.
    """
    total = sum(len(row) for row in rows)
    values = Counter(value for row in rows for value in row)
    found = sum((len(row) ** 2 - sum(n * n for n in Counter(row).values())) / (len(row) - 1) for row in rows)
    expected = (total**2 - sum(n * n for n in values.values())) / (total - 1)
    return 1 - found / expected if expected else nan
