"""Hangul for search: initial consonants, folding, word pieces for a full-text index, and highlights.

The index holds each pair of neighbouring syllables, also across a space, so that 협업 finds 협업을 and
"협업네트워크" finds "협업 네트워크". Index and query are literals of PostgreSQL's tsvector and tsquery, so
that no parser of the database stands between them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
FINALS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
SYLLABLES = "가-힣"
WORD = re.compile(rf"[{SYLLABLES}]+|[ㄱ-ㅎ]+|[^\W_{SYLLABLES}ㄱ-ㅣ]+")
MAX_POSITION = 16_383  # tsvector holds no greater position
MAX_LEXEME = 200  # far below tsvector's 2 kB, and longer than any word


def is_hangul(sign: str) -> bool:
    """Say whether one character is a composed Hangul syllable."""
    return "가" <= sign <= "힣"


def split_syllable(sign: str) -> tuple[str, str, str]:
    """Split one syllable into initial, vowel and final ("" when it has none)."""
    at = ord(sign) - 0xAC00
    return INITIALS[at // 588], VOWELS[at % 588 // 28], FINALS[at % 28]


def jamo(text: str) -> str:
    """Spell every syllable out in its jamo; all else stays."""
    return "".join("".join(split_syllable(sign)) if is_hangul(sign) else sign for sign in _nfc(text))


def choseong(text: str) -> str:
    """Give the initial consonants (초성): "협업 네트워크" gives "ㅎㅇ ㄴㅌㅇㅋ"; all else stays."""
    if text.isascii():
        return text
    return "".join(split_syllable(sign)[0] if is_hangul(sign) else sign for sign in _nfc(text))


def is_choseong(query: str) -> bool:
    """Say whether someone typed initial consonants only, two or more of them: "ㅎㅇ"."""
    return bool(re.fullmatch(r"[ㄱ-ㅎ]{2,}", re.sub(r"\s", "", query)))


def fold(text: str) -> str:
    """Fold for comparing: width, case, accents and spaces set aside. Hangul stays composed."""
    if text.isascii():  # the common case of imports: nothing to decompose
        return "".join(text.lower().split())
    return "".join(folded for folded, _, _ in _folded(text))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65_536)
def _fold_sign(cluster: str) -> str:
    if re.fullmatch("[ㄱ-ㅣ]", cluster):
        return cluster
    wide = unicodedata.normalize("NFKC", cluster).casefold()
    return "".join(
        part if is_hangul(part) else "".join(c for c in unicodedata.normalize("NFKD", part) if not _mark(c))
        for part in wide
    )


def _mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or not (_mark(text[at]) or "\u1160" <= text[at] <= "\u11ff"):
            yield start, at
            start = at


def _folded(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield each folded character with the place in `text` that it comes from; spaces fall out."""
    for start, end in _clusters(text):
        for sign in _fold_sign(text[start:end]):
            if not sign.isspace():
                yield sign, start, end


def words(text: str) -> list[str]:
    """Split folded text into runs of syllables, of initial consonants, and other words and numbers."""
    wide = text.lower() if text.isascii() else " ".join(_fold_sign_spaced(part) for part in text.split())
    return WORD.findall(wide)


def _fold_sign_spaced(part: str) -> str:
    return "".join(_fold_sign(part[start:end]) for start, end in _clusters(part))


def pairs(run: str) -> list[str]:
    """List the neighbouring pairs in a run; a single sign stands for itself."""
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]


def index_tokens(text: str, *, initials: bool = True) -> list[str]:
    """List what the index holds for a text: syllables, their pairs, other words, pairs of initial consonants.

    Neighbouring Hangul words are joined first, so that spacing does not matter.
    """
    tokens: list[str] = []
    for run in _joined(words(text)):
        tokens += _run_tokens(run, initials=initials)
    return [token[:MAX_LEXEME] for token in tokens]


def _joined(found: Iterable[str]) -> list[str]:
    runs: list[str] = []
    for word in found:
        if runs and is_hangul(runs[-1][-1]) and is_hangul(word[0]):
            runs[-1] += word
        else:
            runs.append(word)
    return runs


def _run_tokens(run: str, *, initials: bool) -> list[str]:
    if not is_hangul(run[0]):
        return [run]
    single = list(run) if len(run) > 1 else []
    return single + pairs(run) + (pairs(choseong(run)) if initials and len(run) > 1 else [])


def vector_text(parts: Iterable[tuple[str, str]]) -> str:
    """Give a literal for `::tsvector` from (text, weight "A" to "D") pairs.

    Repeated pieces keep the best weight. A value and not SQL: pass it as a parameter.
    """
    places: dict[str, str] = {}
    position = 0
    for text, weight in sorted(parts, key=lambda part: part[1]):
        for token in index_tokens(text):
            position = min(position + 1, MAX_POSITION)
            places.setdefault(token, f"{position}{weight}")
    return " ".join(f"{_quoted(token)}:{place}" for token, place in places.items())


def query_text(query: str) -> str:
    """Give a literal for `::tsquery` that finds texts with every word of the query; "" when nothing is asked.

    Latin words match as beginnings, so that a search can follow the typing.
    """
    terms: list[str] = []
    for word in words(query):
        if is_hangul(word[0]) or (re.match("[ㄱ-ㅎ]", word) and len(word) > 1):
            terms += [_quoted(pair) for pair in pairs(word)]
        elif not re.match("[ㄱ-ㅎ]", word):
            terms.append(f"{_quoted(word[:MAX_LEXEME])}:*")
    return " & ".join(dict.fromkeys(terms))


def _quoted(token: str) -> str:
    return "'" + token.replace("\\", "\\\\").replace("'", "''") + "'"


def highlights(text: str, query: str) -> list[tuple[int, int]]:
    """Find where the words of the query stand in the text: (start, end) places, in order, not overlapping.

    Spaces, case, width and accents make no difference, and initial consonants find their syllables.
    """
    folded = list(_folded(text))
    plain = "".join(sign for sign, _, _ in folded)
    found = []
    for word in words(query):
        hay = choseong(plain) if is_choseong(word) else plain
        found += [(folded[at][1], folded[at + len(word) - 1][2]) for at in _places(hay, word)]
    return _merged(found)


def _places(hay: str, needle: str) -> list[int]:
    return [found.start() for found in re.finditer(f"(?={re.escape(needle)})", hay)]


def _merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
