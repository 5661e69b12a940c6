"""How close short texts are to each other, by the pieces of their words: offers beside needs.

Pieces of two to four letters find Korean words under their endings and English ones in any form. Texts that
say the same in other words stay apart unless they share a label.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from pumasi.engine.arrays import Reals

PIECES = (2, 3, 4)
LABEL = 3.0


@dataclass(frozen=True)
class Texts:
    """Texts as rows of unit length over their pieces (CSR, shape (texts, pieces))."""

    rows: Any

    def closeness(self, some: Sequence[int]) -> Reals:
        """Cosine, 0 to 1, of every text with the closest of ``some`` of them: shape (texts,)."""
        if not len(some):
            return np.zeros(self.rows.shape[0])
        return np.asarray((self.rows @ self.rows[list(some)].T).max(axis=1).todense()).ravel()


def texts(told: Sequence[str], labels: Sequence[Iterable[str]]) -> Texts:
    """Texts with their labels (tags), weighed by how rare each piece is: tf-idf over ``told``."""
    from scipy.sparse import csr_array  # late: slow import

    counts = [_pieces(text, marks) for text, marks in zip(told, labels, strict=True)]
    seen = Counter(piece for one in counts for piece in one)
    index = {piece: at for at, piece in enumerate(seen)}
    rare = {piece: float(np.log((1 + len(counts)) / (1 + n))) + 1.0 for piece, n in seen.items()}
    start, column, value = [0], [], []
    for one in counts:
        weights = {index[piece]: (1 + np.log(n)) * rare[piece] for piece, n in one.items()}
        length = float(np.sqrt(sum(weight**2 for weight in weights.values()))) or 1.0
        column += list(weights)
        value += [weight / length for weight in weights.values()]
        start.append(len(column))
    return Texts(csr_array((value, column, start), shape=(len(counts), max(len(index), 1))))


def _pieces(text: str, labels: Iterable[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in "".join(c if c.isalnum() else " " for c in text.casefold()).split():
        framed = f" {word} "
        for size in PIECES:
            found.update(framed[at : at + size] for at in range(len(framed) - size + 1))
    # A label says more than any piece of a word.
    for label in labels:
        found[f"#{label}"] += round(LABEL)
    return found
