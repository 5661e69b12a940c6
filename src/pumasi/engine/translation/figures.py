"""Figures of two texts beside each other: which are lost, which are new, which lost how they were qualified."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pumasi.engine.translation import hedges
from pumasi.engine.translation.facts import Fact, answers


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure and the paragraph in which it stands (None: the title)."""

    fact: Fact
    block: int | None


@dataclass(frozen=True, slots=True)
class Compared:
    """What became of the figures of a text. `pairs` are figures with those that answer them."""

    missing: list[Placed]
    added: list[Placed]
    pairs: list[tuple[Placed, Placed]]


def compare(
    source: Sequence[Placed], target: Sequence[Placed], partners: dict[int, tuple[int, ...]]
) -> Compared:
    """Match figures, first within paragraphs that translate each other (`partners`), then anywhere.

    A figure said twice is kept if either mention is answered, so that it counts once (`Fact.key`).
    """
    free = list(target)
    pairs: list[tuple[Placed, Placed]] = []
    waiting: list[Placed] = []
    for one in source:
        near = [
            other
            for other in free
            if other.block is not None
            and one.block is not None
            and other.block in partners.get(one.block, ())
        ]
        hit = _answer(one, near)
        if hit:
            free.remove(hit)
            pairs.append((one, hit))
        else:
            waiting.append(one)
    open_ones: list[Placed] = []
    for one in waiting:
        hit = _answer(one, free)
        if hit:
            free.remove(hit)
            pairs.append((one, hit))
        else:
            open_ones.append(one)
    told = {one.fact.key for one, _ in pairs}
    missing = _distinct(
        [
            one
            for one in open_ones
            if one.fact.sure and one.block is not None and not _said_before(one, told, pairs)
        ]
    )
    added = [
        one
        for one in free
        if one.fact.sure
        and not any(answers(other.fact, one.fact) or answers(one.fact, other.fact) for other in source)
    ]
    return Compared(missing, _distinct(added), pairs)


def _answer(one: Placed, among: Sequence[Placed]) -> Placed | None:
    """The figure that answers best: a sure one in the same group before one in words or another group."""
    fitting = [other for other in among if answers(one.fact, other.fact)]
    return min(
        fitting, key=lambda other: (other.fact.group != one.fact.group, not other.fact.sure), default=None
    )


def _said_before(
    one: Placed, told: set[tuple[str, Fraction, int | None]], pairs: Sequence[tuple[Placed, Placed]]
) -> bool:
    return one.fact.key in told or any(
        answers(one.fact, given.fact) for _, given in pairs if one.block == _.block
    )


def _distinct(found: Sequence[Placed]) -> list[Placed]:
    seen: dict[object, Placed] = {}
    for one in found:
        seen.setdefault(one.fact.key, one)
    return list(seen.values())


def lost_hedges(
    pairs: Sequence[tuple[Placed, Placed]], target: Sequence[Placed]
) -> Iterator[tuple[Placed, Placed]]:
    """Figures that one text qualifies and the other states flat, or in another direction.

    A figure that the other text repeats keeps its qualifier if one of the mentions has it.
    """
    for one, given in pairs:
        # "A year", "daily": no number to qualify.
        if hedges.kept(one.fact.hedge, given.fact.hedge) or (
            not given.fact.sure and given.fact.amount is None
        ):
            continue
        again = (other for other in target if other is not given and answers(one.fact, other.fact))
        if not any(
            hedges.kept(one.fact.hedge, other.fact.hedge) and other.block == given.block for other in again
        ):
            yield one, given
