"""Names, terms and figures on record: whether a translation writes them as it is agreed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from pumasi.engine.translation.english import FRACTIONS, fraction_value
from pumasi.engine.translation.strong import Share

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Claim:
    """A figure on record: numerator of denominator (None: a plain figure), and how each language may put it."""

    key: str
    numerator: Fraction
    denominator: Fraction | None = None
    korean: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """What is known beside the two texts. `attachments`: how many files hang on the item (None: what its page lists)."""

    names: Sequence[Pair] = ()
    terms: Sequence[Pair] = ()
    claims: Sequence[Claim] = ()
    attachments: int | None = None


def unnamed(pairs: Sequence[Pair], korean: str, english: str) -> Iterator[Pair]:
    """Names that the Korean text has and the English one writes otherwise."""
    told = _plain(english)
    for ko, en in pairs:
        if _stands(ko, korean) and not re.search(rf"(?<!\w){re.escape(_plain(en))}(?!\w)", told):
            yield ko, en


def unused(pairs: Sequence[Pair], korean: str, english: str) -> Iterator[Pair]:
    """Terms that the Korean text has and the English one renders otherwise; plural, hyphen and capital are free."""
    told = _stemmed(english)
    for ko, en in pairs:
        if _stands(ko, korean) and _stemmed(en) not in told:
            yield ko, en


def _stands(ko: str, text: str) -> bool:
    return re.sub(r"\s", "", ko) in re.sub(r"\s", "", text)


def _plain(text: str) -> str:
    return re.sub(r"[\s ]+", " ", text.replace("’", "'").replace("‑", "-")).casefold()


def _stemmed(text: str) -> str:
    words = re.findall(r"[a-z0-9]+", text.casefold().replace("’", "'"))
    return "".join(_singular(word) for word in words)


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


_LOOSE = re.compile(
    r"\b(?:most|nearly all|almost all|virtually all|practically all|the(?:\s\w+)?\smajority|a(?:\s\w+)?\smajority|more than half|over half|less than half|fewer than half|a minority)"
    r"\s(?:of\s)?(?:(?:the|all|these|those|its|their)\s)?(?:[\w,]+\s)?(?:companies|firms|clusters|respondents|participants|users|residents|organi[sz]ations|them|buyers|members|visitors|students|graduates|start-?ups|applicants|teams|surveyed|enterprises|tenants|institutions|hospitals|universities|countries)\b",
    re.IGNORECASE,
)
_OUT_OF = re.compile(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\s(?:out\sof|in|of)\s(?:every\s)?(?P<m>\d{1,2}|ten|five|four|three|two)\b(?!\s(?:years|months|weeks|days))",
    re.IGNORECASE,
)
_MOSTLY = re.compile(r"대부분|대다수|다수|과반|절반\s?(?:이상|을 넘|이 넘)|주로|태반")
_SMALL = {
    word: n
    for n, word in enumerate(
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    )
}
_SMALL_KO = {
    "한": 1,
    "두": 2,
    "세": 3,
    "네": 4,
    "다섯": 5,
    "여섯": 6,
    "일곱": 7,
    "여덟": 8,
    "아홉": 9,
    "열": 10,
}
_NUMERAL_KO = "|".join(_SMALL_KO)
_KOREAN_PART = re.compile(
    r"(?P<whole>\d{1,2})분의\s?(?P<part>\d{1,2})"
    rf"|(?P<of>{_NUMERAL_KO}|\d{{1,2}})\s?(?:곳|명|개|팀|건|개사|사람|기업)?\s?(?:중|가운데)\s?(?P<n>{_NUMERAL_KO}|\d{{1,2}})\s?(?:곳|명|개|팀|건|개사|사람|꼴)"
)
_WIDE = Fraction(16, 100)
_CLOSE = Fraction(6, 1000)
_ROUGHLY = Fraction(35, 1000)


def fractions_off(
    english: str, korean: str, korean_shares: Sequence[Fraction], shares: Sequence[Share]
) -> Iterator[tuple[str, Fraction]]:
    """Shares that an English text puts into words ("two thirds") and no share of the source agrees with: the words, the nearest share.

    Said roughly ("nearly two thirds") 64 % will do; said flat it will not. Without any share in the source nothing is known.
    """
    known = [*korean_shares, *(share.value for share in shares)]
    if not known:
        return
    for found in FRACTIONS.finditer(english):
        said = fraction_value(found)
        yield from _off(
            english, found.start(), found.group(), said, known, anywhere=bool(found["many"] or found["p"])
        )
    for found in _OUT_OF.finditer(english):
        n, m = (int(x) if x.isdigit() else _SMALL[x.casefold()] for x in (found["n"], found["m"]))
        if 0 < n < m <= 10:
            yield from _off(
                english,
                found.start(),
                found.group(),
                Fraction(n, m),
                known,
                anywhere=not found["n"].isdigit(),
            )
    for found in () if _MOSTLY.search(korean) else _LOOSE.finditer(english):
        yield from _loosely_off(found.group(), known)


def _off(
    text: str, at: int, words: str, said: Fraction, known: Sequence[Fraction], *, anywhere: bool
) -> Iterator[tuple[str, Fraction]]:
    nearest = min(known, key=lambda share: abs(share - said))
    distance = abs(nearest - said)
    before = text[max(0, at - 28) : at].casefold()
    if re.search(
        r"(?:nearly|almost|close to|about|around|roughly|approximately|just under|just over|some|approaching)\s(?:\w+\s)?$",
        before,
    ):
        fits = distance <= _ROUGHLY
    elif re.search(r"(?:more than|over|at least|above|exceeding)\s(?:a\s)?$", before):
        fits = any(said <= share <= said + _WIDE for share in known)
    elif re.search(r"(?:less than|under|fewer than|below)\s(?:a\s)?$", before):
        fits = any(said - _WIDE <= share <= said for share in known)
    else:
        fits = distance <= _CLOSE
    # "Half an hour", "a quarter": far from every share of the source such a word speaks of something else.
    if not fits and (anywhere or distance <= _WIDE):
        yield words, nearest


def _loosely_off(words: str, known: Sequence[Fraction]) -> Iterator[tuple[str, Fraction]]:
    said = words.casefold()
    nearest = max(known)
    if re.match(r"(?:nearly|almost|virtually|practically) all", said):
        if nearest < Fraction(85, 100):
            yield words, nearest
    elif re.match(r"less than half|fewer than half|a minority", said):
        if min(known) >= Fraction(1, 2):
            yield words, min(known)
    elif nearest <= Fraction(1, 2):
        yield words, nearest


def korean_fractions(text: str) -> list[Fraction]:
    """Shares that a Korean text puts into words: 3분의 2, 열 곳 중 여섯."""
    found = []
    for one in _KOREAN_PART.finditer(text):
        if one["whole"] and int(one["whole"]):
            found.append(Fraction(int(one["part"]), int(one["whole"])))
        elif one["of"]:
            n, of = (_SMALL_KO.get(one[name]) or int(one[name]) for name in ("n", "of"))
            found += [Fraction(n, of)] if 0 < n < of else []
    if re.search(r"절반|반수|과반|반값|반반", text):
        found.append(Fraction(1, 2))
    return found


def claims_off(claims: Sequence[Claim], english: str, korean: str) -> Iterator[tuple[Claim, str]]:
    """Claims on record whose approved words stand in the Korean text while the English one uses none of its own."""
    told = _plain(english)
    for claim in claims:
        used = next((phrase for phrase in claim.korean if phrase in korean), None)
        if used and claim.english and not any(_plain(phrase) in told for phrase in claim.english):
            yield claim, used
