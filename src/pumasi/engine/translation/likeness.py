"""What two paragraphs in two languages have in common: figures, names, words written alike by their sound, everyday words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from pumasi.engine.translation import english, korean
from pumasi.engine.translation.facts import Fact, answers
from pumasi.engine.translation.lexicon import WORDS

# A sign for each letter of a syllable; "-" is silent.
_INITIALS, _FINALS = "kknttlmppss-jjjktp-", "-kkknnntlkmlllplmppttnttktp-"
# Revised Romanization (2000), letter by letter.
_RR_INITIALS = "g kk n d tt r m b pp s ss _ j jj ch k t p h".split()  # noqa: SIM905  # read along, not down
_RR_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()  # noqa: SIM905  # read along, not down
_RR_FINALS = "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()  # noqa: SIM905  # read along, not down
_STOP = frozenset(
    "a all also an and are as at be been but by can for from had has have i in is it its may more new not of on or other our than that the their they this to was we were which who will with you your".split()  # noqa: SIM905  # read along, not down
)
_HANGUL = re.compile(r"[가-힣]+")
_LATIN = re.compile(r"[A-Za-z][A-Za-z'’-]*")
WORD, SOUND, NAME, FIGURE, MONTH, QUOTED = 1.0, 1.4, 2.2, 2.4, 1.6, 0.9
_MONTH = re.compile(r"(?<!\d)(1[0-2]|[1-9])월")
_ENTRY = re.compile(r"\s*\(?(\d{1,2})[.)]\s")
_QUOTED_KO = re.compile(r"[“\"][^”\"]{8,}[”\"“]")


@dataclass(frozen=True)
class Traits:
    """What a paragraph can be recognised by. `length` in characters without blanks."""

    text: str
    facts: tuple[Fact, ...]
    words: frozenset[str]
    names: frozenset[str]
    length: int


def korean_traits(text: str) -> Traits:
    """The traits of a Korean paragraph; `words` are its Hangul words, `names` its Latin ones."""
    return Traits(
        text,
        tuple(korean.facts(text)),
        frozenset(_HANGUL.findall(text)),
        frozenset(word.casefold() for word in _LATIN.findall(text) if len(word) > 1),
        len(re.sub(r"\s", "", text)),
    )


def english_traits(text: str) -> Traits:
    """The traits of an English paragraph; `words` are all its words in small letters, its `names` among them."""
    words = frozenset(word.casefold() for word in _LATIN.findall(text) if len(word) > 1) - _STOP
    return Traits(text, tuple(english.facts(text)), words, frozenset(), len(re.sub(r"\s", "", text)))


def shared(ko: Traits, en: Traits) -> dict[str, float]:
    """What both have, by what it is recognised by, with its weight before rarity."""
    found: dict[str, float] = {}
    for name in ko.names & en.words:
        found[f"name {name}"] = NAME
    for word in ko.words:
        for key, weight in _matches(word, en.words):
            found[key] = max(weight, found.get(key, 0.0))
    for month in set(_MONTH.findall(ko.text)):
        if english.MONTHS[int(month) - 1] in en.words:
            found[f"month {month}"] = MONTH
    if _QUOTED_KO.search(ko.text) and _QUOTED_KO.search(en.text):
        found["quoted"] = QUOTED
    numbered = _ENTRY.match(ko.text)
    if numbered and (same := _ENTRY.match(en.text)) and same[1] == numbered[1]:
        found[f"entry {numbered[1]}"] = MONTH
    given = list(en.facts)
    for fact in ko.facts:
        if fact.sure and (hit := next((one for one in given if answers(fact, one)), None)):
            given.remove(hit)
            found[f"figure {fact.group} {fact.value}"] = FIGURE
    return found


def lost_figures(ko: Traits, en: Traits) -> int:
    """How many figures of the Korean paragraph the English one does not have."""
    return sum(1 for fact in ko.facts if fact.sure and not any(answers(fact, one) for one in en.facts))


def _matches(word: str, english_words: frozenset[str]) -> Iterator[tuple[str, float]]:
    for stems in _translations(word):
        if any(w.startswith(stem) for w in english_words for stem in stems):
            yield f"word {stems[0]}", WORD
    roman, sounds = _romanised(word), _sounds(word)
    for w in english_words:
        if len(w) > 3 and loose(w) in roman:
            yield f"name {w}", NAME
        elif len(w) > 3 and (sound := skeletons(w) & sounds):
            yield f"sound {min(sound)}", SOUND


@lru_cache(maxsize=20_000)
def _translations(word: str) -> tuple[tuple[str, ...], ...]:
    """Entries of the lexicon that a word begins with or holds: 혁신클러스터는 holds 혁신 and 클러스터."""
    found, at = [], 0
    while at < len(word):
        entry = next((word[at : at + n] for n in (5, 4, 3, 2) if word[at : at + n] in WORDS), None)
        if entry:
            found.append(WORDS[entry])
        at += len(entry) if entry else 1
    return tuple(found)


def _letters(syllable: str) -> tuple[int, int, int]:
    code = ord(syllable) - 0xAC00
    return code // 588, code % 588 // 28, code % 28


@lru_cache(maxsize=20_000)
def _romanised(word: str) -> frozenset[str]:
    """How the first two to five syllables, from any place of a word, are written in Latin letters."""
    said = []
    for syllable in word:
        a, b, c = _letters(syllable)
        said.append((_RR_INITIALS[a] + _RR_VOWELS[b] + _RR_FINALS[c]).replace("_", ""))
    return frozenset(
        loose("".join(said[at : at + n]))
        for at in range(len(said))
        for n in (2, 3, 4, 5)
        if at + n <= len(said)
    )


@lru_cache(maxsize=20_000)
def loose(word: str) -> str:
    """A Latin spelling of a Korean sound with what writers differ in made one: Hyunwoo and Hyeonu, Park and Bak."""
    said = re.sub(r"['’-]", "", word.casefold())
    for spelled, sound in _LOOSE:
        said = re.sub(spelled, sound, said)
    return _once(said)


_LOOSE = (
    (r"yeo|you|yu", "yu"), (r"eo|oo|ou|eu|wo", "u"), (r"ae|ay|ai", "e"), (r"oe", "oi"), (r"ee|yi|ui", "i"), (r"wu", "u"), (r"ah$", "a"), (r"ar", "a"),
    (r"g|ck", "k"), (r"d", "t"), (r"b", "p"), (r"r", "l"), (r"j|ch", "j"), (r"sh", "s"),
)  # fmt: skip


@lru_cache(maxsize=20_000)
def _sounds(word: str) -> frozenset[str]:
    """Consonants of the pieces of a word; 클러스터 and cluster have the same."""
    found = set()
    for at in range(min(len(word), 4)):
        said = ""
        for n, syllable in enumerate(word[at : at + 7], 1):
            a, _, c = _letters(syllable)
            said += (_INITIALS[a] + _FINALS[c]).replace("-", "")
            if n >= 2:
                found.add(_once(said))
    return frozenset(one for one in found if len(one) >= 3)


@lru_cache(maxsize=20_000)
def skeletons(word: str) -> frozenset[str]:
    """Consonants of an English word as Korean would write its sound: with and without a closing r."""
    said = unicodedata.normalize("NFKD", word.casefold()).encode("ascii", "ignore").decode()
    for spelled, sound in _SPELLINGS:
        said = re.sub(spelled, sound, said)
    full = _once(re.sub(r"[^kntlmpsjr]", "", said).replace("r", "l"))
    dropped = _once(re.sub(r"[^kntlmpsj]", "", re.sub(r"r(?![aeiouy])", "", said).replace("r", "l")))
    return frozenset(one for one in (full, dropped) if len(one) >= 3)


_SPELLINGS = (
    (r"['’-]", ""), (r"s$", ""), (r"tion", "sn"), (r"sion", "sn"), (r"ture", "cher"), (r"ph", "p"), (r"ck", "k"), (r"gh", ""), (r"tch", "j"), (r"ch", "j"), (r"sh", "s"), (r"th", "s"),
    (r"qu", "k"), (r"x", "ks"), (r"c(?=[eiy])", "s"), (r"g(?=[eiy])", "j"), (r"ng", "n"), (r"[cgq]", "k"), (r"[bvf]", "p"), (r"d", "t"), (r"z", "j"),
)  # fmt: skip


def _once(said: str) -> str:
    return re.sub(r"(.)\1+", r"\1", said)
