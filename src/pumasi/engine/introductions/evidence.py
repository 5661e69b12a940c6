"""What introductions are worked out from: who was at what, when, about what, and of what kind they are."""

from dataclasses import dataclass, field

import numpy as np

from pumasi.engine.arrays import Reals, Small
from pumasi.engine.network.incidence import Incidence


@dataclass(frozen=True)
class Evidence:
    """Gatherings up to now, for n participants.

    ``age``: years since each gathering, shape (G,). ``topics``: how much each gathering is about each topic,
    shape (G, K) with K >= 0; a topic is anything that a mix makes sense of: a programme, a kind, a tag.
    ``traits``: codes per participant, each shape (n,), -1 unknown: country, type, town.
    """

    incidence: Incidence
    age: Reals
    topics: Reals
    traits: tuple[Small, ...] = field(default=())


def one_hot(gathering: Small, topic: Small, *, gatherings: int, topics: int) -> Reals:
    """A (G, K) table from (gathering, topic) index pairs; a gathering may have several topics or none."""
    table = np.zeros((gatherings, topics))
    table[gathering, topic] = 1.0
    return table
