"""How alike two names of organisations are, and which pairs in a long list look alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from pumasi.kit.hangul import jamo
from pumasi.kit.name_words import KOREAN_SHORT, SMALL_WORDS
from pumasi.kit.names import broad_key, key, split
from pumasi.kit.said import Said

THRESHOLD = 0.86  # a pair above this is worth a person's look
GRAM = 3  # jamo or letters
SAME_WORD = 0.65  # words less alike than this are other words and not typing errors
LONG_TAIL = 3  # syllables or letters that two names may share at their end and still be strangers
OTHER_WORD = 0.8  # as alike as names can be that differ in a whole word
CROWD = 60  # names that share one key are told as pairs with the first only beyond this many

SAME = Said(
    "The same name; only the legal form, spaces or punctuation differ.",
    "법인 형태, 띄어쓰기, 문장부호만 다르고 이름이 같습니다.",
)
ARM = Said(
    "The same name but for a remark in brackets or an affiliated body.",
    "괄호 안 설명이나 산학협력단 등 부속 기관 표기만 다릅니다.",
)
ORDER = Said("The same words in another order.", "같은 낱말이 순서만 다릅니다.")
TYPO = Said("One or two letters differ: a typing error?", "한두 글자만 다릅니다. 오타일 수 있습니다.")
SHORTER = Said("One may be the abbreviation of the other.", "한쪽이 다른 쪽의 약칭일 수 있습니다.")
NUMBERS = Said("The names differ in a number.", "이름 속 숫자가 다릅니다.")
DIFFERENT = Said("The names differ.", "이름이 다릅니다.")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are: 1 the same, 0 nothing in common, and why."""

    score: float
    reason: Said


@dataclass(frozen=True, slots=True)
class Pair:
    """Two places in the given list whose names look alike."""

    first: int
    second: int
    score: float
    reason: Said


def similarity(a: str, b: str) -> Likeness:
    """Compare two names of organisations. Symmetric; the score is in 0..1 and above .86 worth a look."""
    one, two = key(a), key(b)
    if not one or not two:
        return Likeness(0.0, DIFFERENT)
    if one == two:
        return Likeness(1.0, SAME)
    if _digits(one) != _digits(two):
        return Likeness(min(0.6, _typed_alike(one, two)), NUMBERS)
    if broad_key(a) == broad_key(b):
        return Likeness(0.95, ARM)
    return max(_order(a, b), _abbreviation(a, b), _typing(a, b), key=lambda found: found.score)


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _order(a: str, b: str) -> Likeness:
    one, two = sorted(split(a).core), sorted(split(b).core)
    return Likeness(0.95, ORDER) if one == two and len(one) > 1 else Likeness(0.0, DIFFERENT)


def _typing(a: str, b: str) -> Likeness:
    one, two = broad_key(a), broad_key(b)
    score = _typed_alike(one, two)
    if score < THRESHOLD or _other_word(split(a).core, split(b).core) or _other_stem(one, two):
        return Likeness(min(score, OTHER_WORD), DIFFERENT)
    return Likeness(score, TYPO)


def _other_word(one: Sequence[str], two: Sequence[str]) -> bool:
    # Two long names may share all but the one word that matters: "University of A", "University of B".
    left, right = [word for word in one if word not in two], [word for word in two if word not in one]
    return bool(left and right) and _typed_alike("".join(left), "".join(right)) < SAME_WORD


def _other_stem(one: str, two: str) -> bool:
    # Korean writes the line of business on to the name: 가람솔로보틱스, 나래별로보틱스.
    tail = _common_start(one[::-1], two[::-1])
    left, right = one[: len(one) - tail], two[: len(two) - tail]
    return tail >= LONG_TAIL and bool(left and right) and _typed_alike(left, right) < SAME_WORD


def _typed_alike(one: str, two: str) -> float:
    left, right = _spelt(one), _spelt(two)
    most = max(len(left), len(right))
    steps = distance(left, right, int(most * 0.4))
    if steps is None:
        return 0.0
    # People get the first letter right (Winkler): names that begin otherwise count one step further apart.
    return 1 - min(most, steps + (left[:1] != right[:1])) / most


@lru_cache(maxsize=131_072)
def _spelt(name: str) -> str:
    return jamo(name)


def distance(a: str, b: str, most: int) -> int | None:
    """Count the insertions, deletions, changes and swaps of neighbours between two texts; None above `most`.

    Optimal string alignment distance, row by row within a band of `most`, common ends set aside.
    """
    if abs(len(a) - len(b)) > most:
        return None
    a, b = _without_common_ends(a, b)
    if not a or not b:
        return len(a) + len(b)
    before: list[int] = []
    above = list(range(len(b) + 1))
    for i, sign in enumerate(a, 1):
        row = [i] + [most + 1] * len(b)
        for j in range(max(1, i - most), min(len(b), i + most) + 1):
            steps = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (sign != b[j - 1]))
            swapped = i > 1 and j > 1 and sign == b[j - 2] and a[i - 2] == b[j - 1]
            row[j] = min(steps, before[j - 2] + 1) if swapped else steps
        if min(row) > most:
            return None
        before, above = above, row
    return above[-1] if above[-1] <= most else None


def _without_common_ends(a: str, b: str) -> tuple[str, str]:
    start = _common_start(a, b)
    a, b = a[start:], b[start:]
    end = _common_start(a[::-1], b[::-1])
    return a[: len(a) - end], b[: len(b) - end]


def _common_start(a: str, b: str) -> int:
    return next(
        (at for at, (one, two) in enumerate(zip(a, b, strict=False)) if one != two), min(len(a), len(b))
    )


def _abbreviation(a: str, b: str) -> Likeness:
    short, long = sorted((a, b), key=lambda name: (len(key(name)), name))
    return Likeness(0.88, SHORTER) if key(short) in short_forms(long) else Likeness(0.0, DIFFERENT)


@lru_cache(maxsize=131_072)
def short_forms(name: str) -> frozenset[str]:
    """List the abbreviations that a name invites: initials of its words, and of its Korean parts.

    "Hanbit Institute of Technology" invites hit and hiot, "새벽과학기술원" 새벽과기원.
    """
    words = split(name).core
    found = set()
    if len(words) > 2:
        found |= {_initials(words), _initials([word for word in words if word not in SMALL_WORDS])}
    whole = key(name)
    for long, short in KOREAN_SHORT:
        if long in whole:
            found.add(whole.replace(long, short))
    found |= {short.replace("대학교", "대") for short in (whole, *found)}
    return frozenset(short for short in found if len(short) > 2 and short != whole)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words)


def lookalikes(names: Sequence[str], *, threshold: float = THRESHOLD) -> list[Pair]:
    """Find the pairs of names that look alike, the most alike first.

    Only names that share a rare piece of three jamo or letters, a key or an abbreviation are compared, so a
    list of 30,000 takes seconds. Places in `names` are kept; empty names are passed over.
    """
    pairs = {}
    for first, second in _candidates(names):
        found = similarity(names[first], names[second])
        if found.score >= threshold:
            pairs[first, second] = Pair(first, second, found.score, found.reason)
    return sorted(pairs.values(), key=lambda pair: (-pair.score, pair.first, pair.second))


def _candidates(names: Sequence[str]) -> set[tuple[int, int]]:
    found = {pair for block in _blocks(names) for pair in _pairs(block)}
    exact, broad = _places_of(names, key), _places_of(names, broad_key)
    for at, name in enumerate(names):
        found |= {_ordered(at, other) for short in short_forms(name) for other in exact.get(short, ())}
    for one, two in _near(list(broad)):
        found |= {_ordered(a, b) for a in broad[one] for b in broad[two]}
    return {(first, second) for first, second in found if first != second}


def _ordered(one: int, two: int) -> tuple[int, int]:
    return min(one, two), max(one, two)


def _places_of(names: Sequence[str], mark: Callable[[str], str]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for at, name in enumerate(names):
        if found := mark(name):
            places[found].append(at)
    return places


def _pairs(block: list[int]) -> Iterator[tuple[int, int]]:
    if len(block) > CROWD:
        return ((block[0], other) for other in block[1:])
    return combinations(block, 2)


def _blocks(names: Sequence[str]) -> list[list[int]]:
    """Group the places of names that share a key, a wider key, or their words in any order."""
    ways = (key, broad_key, lambda name: " ".join(sorted(split(name).core)))
    return [block for way in ways for block in _places_of(names, way).values() if len(block) > 1]


def _near(keys: list[str]) -> Iterator[tuple[str, str]]:
    """Yield keys that may lie within the allowed steps, by prefix filtering on their rarest grams.

    k steps change at most GRAM·k grams, so two such keys share one of each other's GRAM·k + 1 rarest.
    """
    spelt = [_spelt(one) for one in keys]
    grams = [_grams(one) for one in spelt]
    count = Counter(gram for own in grams for gram in own)
    index: dict[tuple[str, int], list[int]] = defaultdict(list)
    for at in sorted(range(len(keys)), key=lambda at: len(spelt[at])):
        length = len(spelt[at])
        allowed = int(length * (1 - THRESHOLD))
        rarest = sorted(grams[at], key=lambda gram: (count[gram], gram))[: GRAM * allowed + 2]
        places = [(gram, near) for gram in rarest for near in range(length - allowed, length + 1)]
        for other in {other for place in places if place in index for other in index[place]}:
            common = len(grams[at] & grams[other])
            enough = common >= len(grams[at]) - (GRAM + 1) * allowed
            if enough and distance(spelt[at], spelt[other], allowed) is not None:
                yield keys[at], keys[other]
        for gram in rarest:
            index[gram, length].append(at)


def _grams(spelt: str) -> frozenset[str]:
    padded = f" {spelt} "
    return frozenset(padded[at : at + GRAM] for at in range(len(padded) - GRAM + 1))
