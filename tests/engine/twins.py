"""Plain Python twins of the engine's arithmetic: slow, and written to be checked by eye."""

from collections import defaultdict
from itertools import combinations


def members(lines):
    """Gathering -> set of its participants, from (gathering, participant) lines."""
    present = defaultdict(set)
    for gathering, participant in lines:
        present[gathering].add(participant)
    return present


def ties(lines, cap=None):
    """(a, b) -> [weight, shared] with a < b."""
    found = defaultdict(lambda: [0.0, 0])
    for _, people in sorted(members(lines).items()):
        k = len(people)
        if k < 2 or (cap is not None and k > cap):
            continue
        for pair in combinations(sorted(people), 2):
            found[pair][0] += 1 / (k - 1)
            found[pair][1] += 1
    return dict(found)


def neighbours(pairs):
    """Node -> {partner: weight} from {(a, b): weight}."""
    around = defaultdict(dict)
    for (a, b), weight in pairs.items():
        around[a][b] = weight
        around[b][a] = weight
    return around
