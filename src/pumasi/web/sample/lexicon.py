"""Reads the word lists beside it and puts words into sentences in both languages."""

import re
from functools import lru_cache
from importlib import resources
from random import Random
from typing import NamedTuple

_PARTICLES = {"을/를": ("을", "를"), "이/가": ("이", "가"), "은/는": ("은", "는"), "으로/로": ("으로", "로")}
_CHOICE = re.compile(r"\{([^{}]*/[^{}]*)\}")
_HANGUL_FIRST, _HANGUL_LAST, _FINALS, _FINAL_L = 0xAC00, 0xD7A3, 28, 8


class Pair(NamedTuple):
    """One text in Korean and English."""

    ko: str
    en: str


@lru_cache
def _sections(file: str) -> dict[str, tuple[str, ...]]:
    text = resources.files(__package__).joinpath("words", f"{file}.txt").read_text(encoding="utf-8")
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for raw in text.splitlines():
        line = raw.strip()
        if line.startswith("["):
            lines = found.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            lines.append(line)
    return {name: tuple(part) for name, part in found.items()}


def lines(*, file: str, section: str) -> tuple[str, ...]:
    """Lines of one section of `words/<file>.txt`, in order. Raises KeyError for an unknown section."""
    return _sections(file)[section]


@lru_cache
def rows(*, file: str, section: str) -> tuple[tuple[str, ...], ...]:
    """Lines of one section cut at the bars, without blanks around the parts."""
    return tuple(
        tuple(part.strip() for part in line.split("|")) for line in lines(file=file, section=section)
    )


@lru_cache
def pairs(*, file: str, section: str) -> tuple[Pair, ...]:
    """The first two parts of each row as Korean and English."""
    return tuple(Pair(row[0], row[1]) for row in rows(file=file, section=section))


def has(*, file: str, section: str) -> bool:
    """Whether the file has a section of that name."""
    return section in _sections(file)


def choices(text: str) -> int:
    """How many variants a text with {a/b/c} has; 1 where there are none."""
    found = [m for m in _CHOICE.findall(text) if m not in _PARTICLES]
    return len(found[0].split("/")) if found else 1


def choose(text: str, index: int) -> str:
    """Take the same place in every {a/b/c}; particles are left as they are."""

    def pick(match: re.Match[str]) -> str:
        inside = match.group(1)
        return match.group(0) if inside in _PARTICLES else inside.split("/")[index]

    return _CHOICE.sub(pick, text)


def _final(character: str) -> int:
    code = ord(character)
    return (code - _HANGUL_FIRST) % _FINALS if _HANGUL_FIRST <= code <= _HANGUL_LAST else 0


def particles(text: str) -> str:
    """Resolve {을/를} and its like by the final sound of the syllable in front (Korean orthography, rule 1).

    A word that ends in ㄹ takes 로, not 으로.
    """

    def pick(match: re.Match[str]) -> str:
        closed, opened = _PARTICLES[match.group(1)]
        final = _final(text[match.start() - 1])
        return opened if final == 0 or (closed == "으로" and final == _FINAL_L) else closed

    return _CHOICE.sub(pick, text)


def variant(pair: Pair, *, random: Random) -> Pair:
    """One variant of a pair, the same place taken in both languages."""
    index = random.randrange(choices(pair.ko))
    return Pair(choose(pair.ko, index), choose(pair.en, index))


def pick(found: tuple[Pair, ...], *, random: Random) -> Pair:
    """One pair of several, and one of its variants."""
    return variant(random.choice(found), random=random)


def slug(text: str) -> str:
    """Lower-case ASCII letters and digits joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("'", "")).strip("-")
