"""What introductions are worked out from: who was at what, when, about what, and of what kind they are."""

from dataclasses import dataclass, field

import numpy as np

from pumasi.engine.arrays import Ints, Reals, Small
from pumasi.engine.network.incidence import Incidence


@dataclass(frozen=True)
class Evidence:
    """Gatherings up to now, for n participants.

    ``age``: years since each gathering, shape (G,). ``topics``: how much each gathering is about each topic,
    shape (G, K) with K >= 0; a topic is anything that a mix makes sense of: a programme, a kind, a tag.
    ``traits``: codes per participant, each shape (n,), -1 unknown: country, type, town. ``place``: latitude and
    longitude in radians, shape (n, 2), NaN where unknown, or (0, 2): only a learnt ranking looks at it.
    """

    incidence: Incidence
    age: Reals
    topics: Reals
    traits: tuple[Small, ...] = field(default=())
    place: Reals = field(default_factory=lambda: np.empty((0, 2)))

    def at(self, years: float) -> tuple["Evidence", Ints]:
        """What was known so many years ago, over those who were at something by then, and their indices here."""
        keep = self.age > years
        past = self.incidence.only(keep)
        known = np.flatnonzero(past.degrees)
        place = np.cumsum(past.degrees > 0) - 1
        inc = Incidence(
            past.gatherings, past.participants[known], past.start, place[past.member].astype(np.int32)
        )
        traits = tuple(code[known] for code in self.traits)
        return Evidence(inc, self.age[keep] - years, self.topics[keep], traits, self._placed(known)), known

    def _placed(self, known: Ints) -> Reals:
        return self.place[known] if self.place.size else self.place


def one_hot(gathering: Small, topic: Small, *, gatherings: int, topics: int) -> Reals:
    """A (G, K) table from (gathering, topic) index pairs; a gathering may have several topics or none."""
    table = np.zeros((gatherings, topics))
    table[gathering, topic] = 1.0
    return table
