"""In what a place is specialised: its share of a kind of work beside the share that the kind has everywhere."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

Own = TypeVar("Own", bound=Hashable)
Common = TypeVar("Common", bound=Hashable)


def location_quotient(here: float, all_here: float, there: float, all_there: float) -> float | None:
    """How many times the share of a place is the share of the whole that it belongs to: (here / all_here) / (there / all_there).

    Counts of people at work, of one industry and of all. None where a share has nothing to be a share of, or the whole has nobody in it.
    Source: the usual location quotient of regional economics.
    """
    if all_here <= 0 or all_there <= 0 or there <= 0:
        return None
    return (here / all_here) / (there / all_there)


def common_groups(maps: Iterable[Mapping[Own, frozenset[Common]]]) -> dict[Common, frozenset[Common]]:
    """Put together what several classifications cannot tell apart: each common code to the group that it belongs to.

    A code of one's own that spreads over several common codes is not split by assumption; its common codes become one group, and so
    on through all classifications. Groups are the smallest in which every one of them can be counted exactly.
    """
    group: dict[Common, set[Common]] = {}
    for one in maps:
        for codes in one.values():
            merged = set(codes).union(*(group.get(code, {code}) for code in codes))
            for code in merged:
                group[code] = merged
    return {code: frozenset(codes) for code, codes in group.items()}
