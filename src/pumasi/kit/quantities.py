"""Areas, money and hours with their units, in the conventions of both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pumasi.kit import numbers
from pumasi.kit.dates import date_text
from pumasi.kit.numbers import Approximate, Counter, Number, exact, grouped, roughly, rounded_half_up, spoken

ACRE = Decimal("4046.8564224")  # international acre, m²
HECTARE = Decimal(10_000)
PYEONG = Decimal(400) / Decimal(121)  # 평: a square of six 자, m²
PITCH = Decimal(105 * 68)  # the size that UEFA and FIFA ask of an international match, m²


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """A floor or ground area, kept in m²."""

    m2: Decimal

    @classmethod
    def of(cls, value: Number, unit: str = "m2") -> Area:
        """Take an area in "m2", "acre", "hectare", "pyeong" (평) or "pitch" (football, 105 × 68 m)."""
        return cls(exact(value) * SIZES[unit])

    def to(self, unit: str) -> Decimal:
        """Give the area in another unit, unrounded."""
        return self.m2 / SIZES[unit]

    def text(self, language: str, unit: str = "m2") -> str:
        """Write it to the whole unit: "129,499 m²", "129,499㎡", "39,174평", "32 acres"."""
        value = rounded_half_up(self.to(unit))
        korean, english = UNIT_NAMES[unit]
        if language.startswith("ko"):
            return grouped(value) + korean
        return f"{grouped(value)} {english.noun(value)}"

    def rough(self, language: str, unit: str = "m2", digits: int = 2) -> str:
        """Write it rounded to two digits and say so: "about 130,000 m²", "약 13만㎡"."""
        korean, english = UNIT_NAMES[unit]
        ko = language.startswith("ko")
        counter = Counter(korean, english.en, english.en_many)
        value = self.to(unit)
        about = roughly(value, digits) if value >= 10 else Approximate(rounded_half_up(value, 1))
        return about.text(language, counter, short=ko)

    def pitches(self, language: str) -> str:
        """Compare it with football pitches, and say which pitch is meant (105 × 68 m = 7,140 m²)."""
        count = self.to("pitch")
        shown = rounded_half_up(count, 0 if count >= 10 else 1)
        if language.startswith("ko"):
            return f"축구장 약 {grouped(shown)}개 규모(105×68m, 1개 7,140㎡ 기준)"
        noun = "football pitch" if shown == 1 else "football pitches"
        return f"about {grouped(shown)} {noun} of 105 × 68 m (7,140 m² each)"


SIZES = {"m2": Decimal(1), "acre": ACRE, "hectare": HECTARE, "pyeong": PYEONG, "pitch": PITCH}
UNIT_NAMES = {
    "m2": ("㎡", Counter("", "m²", "m²")),
    "acre": ("에이커", Counter("", "acre")),
    "hectare": ("ha", Counter("", "ha", "ha")),
    "pyeong": ("평", Counter("", "pyeong", "pyeong")),
    "pitch": ("개 축구장", Counter("", "football pitch", "football pitches")),
}

# ISO 4217: decimals of the minor unit where it is not two, and how Korean names the currency.
MINOR_DIGITS = {"KRW": 0, "JPY": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "JOD": 3}
KOREAN_NAMES = {
    "KRW": "원",
    "USD": "달러",
    "EUR": "유로",
    "JPY": "엔",
    "GBP": "파운드",
    "CNY": "위안",
    "CHF": "스위스프랑",
    "CAD": "캐나다달러",
    "AUD": "호주달러",
    "SGD": "싱가포르달러",
    "HKD": "홍콩달러",
    "TWD": "대만달러",
    "SEK": "스웨덴크로나",
    "INR": "루피",
    "ILS": "셰켈",
    "VND": "동",
}


@dataclass(frozen=True, slots=True)
class Rate:
    """One unit of `base` costs `value` units of `quote` on `day`, as `source` says."""

    base: str
    quote: str
    value: Decimal
    day: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class Money:
    """An amount in one currency (ISO 4217 code), with the day it is stated for where that matters."""

    amount: Decimal
    currency: str = "KRW"
    as_of: date | None = None

    @classmethod
    def of(cls, amount: Number, currency: str = "KRW", as_of: date | None = None) -> Money:
        """Take an amount as a plain number."""
        return cls(exact(amount), currency, as_of)

    def text(self, language: str, *, short: bool = False) -> str:
        """Write it: "KRW 1,348,000", "1,348,000원", short "134만 8,000원"; the as-of day in brackets.

        Decimals follow the currency; whole amounts drop them.
        """
        places = 0 if self.amount == int(self.amount) else MINOR_DIGITS.get(self.currency, 2)
        amount = rounded_half_up(self.amount, places)
        written = spoken(amount, language) if short else grouped(amount, places)
        if language.startswith("ko"):
            name = KOREAN_NAMES.get(self.currency, f" {self.currency}")
            return f"{written}{name}{self._day(language)}"
        return f"{self.currency} {written}{self._day(language)}"

    def _day(self, language: str) -> str:
        if self.as_of is None:
            return ""
        if language.startswith("ko"):
            return f"({date_text(self.as_of, language, style='long')} 기준)"
        return f" (as of {date_text(self.as_of, language)})"

    def convert(self, rate: Rate) -> Money:
        """Change into the other currency of `rate`, stated for the rate's day, rounded to its minor unit.

        Raises ValueError when the rate is of other currencies.
        """
        if self.currency == rate.base:
            amount, target = self.amount * rate.value, rate.quote
        elif self.currency == rate.quote:
            amount, target = self.amount / rate.value, rate.base
        else:
            raise ValueError(f"a rate {rate.base}/{rate.quote} cannot change {self.currency}")
        return Money(rounded_half_up(amount, MINOR_DIGITS.get(target, 2)), target, rate.day)

    def __add__(self, other: Money) -> Money:
        """Add an amount of the same currency and day; amounts of two dates are different things."""
        if (self.currency, self.as_of) != (other.currency, other.as_of):
            raise ValueError("amounts of different currencies or dates are never added")
        return Money(self.amount + other.amount, self.currency, self.as_of)


def duration(minutes: Number, language: str) -> str:
    """Write a length of time in hours and minutes: "4 h 30 min", "4시간 30분". Seconds are rounded off."""
    whole = int(rounded_half_up(minutes))
    hours, rest = divmod(abs(whole), 60)
    hour, minute = ("시간", "분") if language.startswith("ko") else (" h", " min")
    parts = [f"{grouped(hours)}{hour}"] * bool(hours) + [f"{rest}{minute}"] * bool(rest or not hours)
    return (numbers.MINUS if whole < 0 else "") + " ".join(parts)


def hours(value: Number, language: str, places: int = 1) -> str:
    """Write a sum of hours as a decimal: "4,400.0 h", "4,400.0시간"."""
    return grouped(value, places) + ("시간" if language.startswith("ko") else " h")
