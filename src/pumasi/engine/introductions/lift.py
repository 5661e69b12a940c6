"""Which kinds of participants meet which more often than their activity alone would have it."""

from dataclasses import dataclass

import numpy as np

from pumasi.engine.arrays import Reals, Small, summed


@dataclass(frozen=True)
class Lift:
    """``observed``: ties between each two kinds, counted from both ends, shape (m + 1, m + 1).

    ``code`` per participant, shape (n,); those of unknown kind share the last code, whose lift is 1.
    """

    code: Small
    observed: Reals
    prior: float

    def table(self) -> Reals:
        """Smoothed observed / expected ties: (o + prior) / (e + prior), where e multiplies the two totals."""
        total = self.observed.sum(axis=1)
        expected = np.outer(total, total) / max(float(total.sum()), 1.0)
        table = (self.observed + self.prior) / (expected + self.prior)
        table[-1, :] = table[:, -1] = 1.0
        return np.asarray(table)

    def counting(self, a: Small, b: Small, by: float) -> "Lift":
        """The same with ``by`` more (or fewer) ties for each pair a, b."""
        observed = self.observed.copy()
        np.add.at(observed, (self.code[a], self.code[b]), by)
        np.add.at(observed, (self.code[b], self.code[a]), by)
        return Lift(self.code, observed, self.prior)


def lift(code: Small, a: Small, b: Small, *, prior: float) -> Lift:
    """The lift of a trait from its codes (-1 unknown) and the tied pairs."""
    kinds = int(code.max(initial=-1)) + 1
    known = np.where(code < 0, kinds, code).astype(np.int32)
    near, far = np.concatenate([a, b]), np.concatenate([b, a])
    cell = known[near].astype(np.int64) * (kinds + 1) + known[far]
    counts = summed(cell, np.ones(cell.size), (kinds + 1) ** 2)
    return Lift(known, counts.reshape(kinds + 1, kinds + 1), prior)
