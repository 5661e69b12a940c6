"""Numbers as people write them: 만/억/조 and millions, shares with their n, approximations kept as such."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum

Number = int | float | Decimal
MYRIADS = [(10**16, "경"), (10**12, "조"), (10**8, "억"), (10**4, "만")]
THOUSANDS = [(10**12, "trillion"), (10**9, "billion"), (10**6, "million")]
MINUS = "−"


@dataclass(frozen=True, slots=True)
class Counter:
    """What is counted: the Korean counting word ("개사"), and the English noun, one and many."""

    ko: str = ""
    en: str = ""
    en_many: str = ""

    def noun(self, value: Number) -> str:
        """Give the English noun that goes with `value`."""
        return self.en if abs(value) == 1 else self.en_many or (self.en and f"{self.en}s")


PLAIN = Counter()
ORGANISATIONS = Counter("개 기관", "organisation")
COMPANIES = Counter("개사", "company", "companies")
CASES = Counter("건", "case")
PLACES = Counter("곳", "place")
PEOPLE = Counter("명", "person", "people")
EVENTS = Counter("건", "event")


def signed(value: float, *, plus: bool = True) -> str:
    """Print a whole number with its sign, "+4" or "−16"; without `plus` only what lies below 0 has one."""
    return f"{round(value):{'+' if plus else ''}d}".replace("-", MINUS)


def exact(value: Number) -> Decimal:
    """Take a number as the decimal that it prints as (a float .1 means one tenth)."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def rounded_half_up(value: Number, places: int = 0) -> Decimal:
    """Round as people do on paper: a half goes away from zero. Negative places round to tens, hundreds ..."""
    return exact(value).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def grouped(value: Number, places: int | None = None) -> str:
    """Write all digits with commas at thousands (both languages): 22,000 or 4,400.0 with `places=1`."""
    number = exact(value) if places is None else rounded_half_up(value, places)
    written = f"{abs(number):,f}"
    if places is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    return (MINUS if number < 0 else "") + written


def spoken(value: Number, language: str) -> str:
    """Write a number exactly, in the units of the language: 134만 8,000 or 1.348 million.

    English keeps all digits where a unit would need more than three decimals.
    """
    number = exact(value)
    sign, size = (MINUS if number < 0 else ""), abs(number)
    return sign + (_myriads(size) if language.startswith("ko") else _thousands(size))


def _myriads(size: Decimal) -> str:
    if size < 10_000:
        return grouped(size)
    parts = []
    for unit, name in MYRIADS:
        count, size = divmod(size, unit)
        if count:
            parts.append(f"{grouped(count)}{name}")
    return " ".join([*parts, grouped(size)] if size else parts)


def _thousands(size: Decimal) -> str:
    for unit, name in THOUSANDS:
        if size >= unit:
            short = (size / unit).normalize()
            return f"{grouped(short)} {name}" if -int(short.as_tuple().exponent) <= 3 else grouped(size)
    return grouped(size)


def counted(value: Number, counter: Counter, language: str) -> str:
    """Write a number with what it counts: "52개사", "52 companies"."""
    if language.startswith("ko"):
        return grouped(value) + counter.ko
    return f"{grouped(value)} {counter.noun(value)}".rstrip()


class Qualifier(Enum):
    """How a source hedged its number. The value is what is stored; it is never dropped on a page."""

    ABOUT = "about"
    CLOSE_TO = "close to"
    OVER = "over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    OR_SO = "or so"


KOREAN_PATTERNS = {
    Qualifier.ABOUT: "약 {n}{unit}",
    Qualifier.CLOSE_TO: "{n}{unit}에 육박",
    Qualifier.OVER: "{n}여{gap}{unit}",
    Qualifier.MORE_THAN: "{n}{unit} 이상",
    Qualifier.AT_LEAST: "최소 {n}{unit}",
    Qualifier.AT_MOST: "{n}{unit} 이하",
    Qualifier.OR_SO: "{n}여{gap}{unit}",
}
ENGLISH_WORDS = {qualifier: qualifier.value for qualifier in Qualifier} | {Qualifier.OR_SO: "about"}
ROUND_WORDS = {10: "십", 100: "백", 1000: "천", 10_000: "만"}


@dataclass(frozen=True, slots=True)
class Approximate:
    """A number that its source gave with a hedge. It prints with the hedge everywhere, never bare."""

    value: Decimal
    qualifier: Qualifier = Qualifier.ABOUT

    @classmethod
    def of(cls, value: Number, qualifier: Qualifier | str = Qualifier.ABOUT) -> Approximate:
        """Make one from a number and a qualifier or its stored word ("close to")."""
        return cls(exact(value), Qualifier(qualifier))

    def text(self, language: str, counter: Counter = PLAIN, *, short: bool = False) -> str:
        """Write it with its hedge: "22,000건에 육박", "close to 22,000 meet-ups".

        `short` uses the units of the language (약 13만, about 1.3 million).
        """
        written = spoken(self.value, language) if short else grouped(self.value)
        if not language.startswith("ko"):
            return f"{ENGLISH_WORDS[self.qualifier]} {written} {counter.noun(self.value)}".rstrip()
        if self.qualifier is Qualifier.OR_SO:
            written = ROUND_WORDS.get(int(self.value), written)
        gap = " " if counter.ko else ""
        return KOREAN_PATTERNS[self.qualifier].format(n=written, unit=counter.ko, gap=gap).strip()

    def __str__(self) -> str:
        """Read as English, hedge included."""
        return self.text("en")

    def __format__(self, spec: str) -> str:
        """Refuse number formats, which would lose the hedge; "ko" and "en" choose the language."""
        return self.text(spec or "en")


def roughly(value: Number, digits: int = 2) -> Approximate:
    """Round to `digits` significant digits and say so: 129,499 becomes "about 130,000"."""
    number = exact(value)
    places = digits - 1 - number.adjusted() if number else 0
    return Approximate(rounded_half_up(number, places) + 0, Qualifier.ABOUT)


NUMERAL = r"(?P<n>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>천|만|억|조|thousand|million|billion)?"
UNIT_SIZES = {
    "천": 10**3,
    "만": 10**4,
    "억": 10**8,
    "조": 10**12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
}
BEHIND = [
    (Qualifier.CLOSE_TO, r"[가-힣]{0,3}에?\s*육박"),
    (Qualifier.MORE_THAN, r"[가-힣%]{0,4}\s*(?:이상|초과|넘)"),
    (Qualifier.AT_MOST, r"[가-힣%]{0,4}\s*이하"),
    (Qualifier.OVER, r"여(?=\s|개|명|건|곳|대|$)|\+"),
    (Qualifier.ABOUT, r"[가-힣]{0,3}\s*(?:가량|내외|정도|쯤|or so)"),
]
BEFORE = [
    (Qualifier.CLOSE_TO, r"close to|nearly|almost"),
    (Qualifier.AT_LEAST, r"최소|적어도|at least"),
    (Qualifier.MORE_THAN, r"more than"),
    (Qualifier.AT_MOST, r"최대|at most|up to"),
    (Qualifier.OVER, r"over"),
    (Qualifier.ABOUT, r"약|대략|~|∼|about|around|approximately|approx\.|ca\."),
]
HEDGES = [
    *((qualifier, re.compile(rf"{NUMERAL}\s*(?:{words})", re.IGNORECASE)) for qualifier, words in BEHIND),
    *((qualifier, re.compile(rf"(?:{words})\s*{NUMERAL}", re.IGNORECASE)) for qualifier, words in BEFORE),
]
WORD_HEDGE = re.compile(r"(?<![가-힣])(?P<word>십|백|천|만)여")


def read_approximate(text: str) -> Approximate | None:
    """Read a hedged number ("백여 개사", "~100", "22,000건에 육박"); None where no hedge stands."""
    if word := WORD_HEDGE.search(text):
        sizes = {name: size for size, name in ROUND_WORDS.items()}
        return Approximate.of(sizes[word["word"]], Qualifier.OR_SO)
    for qualifier, pattern in HEDGES:
        if found := pattern.search(text):
            size = UNIT_SIZES.get((found["unit"] or "").lower(), 1)
            return Approximate(Decimal(found["n"].replace(",", "")) * size, qualifier)
    return None


def percent(part: Number, whole: Number, places: int = 0) -> str | None:
    """Write a share without its sign: "64"; "<1" and ">99" where rounding would lie; None of nothing."""
    if not whole:
        return None
    share = exact(part) * 100 / exact(whole)
    step = Decimal(1).scaleb(-places)
    if 0 < share < step / 2:
        return f"<{grouped(step, places)}"
    if 100 - step / 2 <= share < 100:
        return f">{grouped(100 - step, places)}"
    return grouped(share, places)


def share(
    part: int,
    whole: int,
    language: str,
    *,
    counter: str = "건",
    places: int = 0,
    interval: tuple[float, float] | None = None,
) -> str:
    """Write a share with its n, always: "18 of 28 (64 %)", "28곳 중 18곳(64%)".

    `counter` is the Korean counting word; `interval` a 95 % confidence interval as two fractions of one.
    """
    written = percent(part, whole, places)
    ko = language.startswith("ko")
    k, n = grouped(part), grouped(whole)
    counts = f"{n}{counter} 중 {k}{counter}" if ko else f"{k} of {n}"
    if written is None:
        return counts
    bounds = "" if interval is None else _interval(interval, places, language)
    return f"{counts}({written}%{bounds})" if ko else f"{counts} ({written} %{bounds})"


def _interval(interval: tuple[float, float], places: int, language: str) -> str:
    low, high = (grouped(exact(bound) * 100, places) for bound in interval)
    return f", 95% 신뢰구간 {low}~{high}%" if language.startswith("ko") else f"; 95 % CI {low}–{high} %"
