"""A figure as a text states it, and whether two of them say the same.

Two readers, `korean` and `english`, turn a text into facts of one form: a value in the base unit of its group (m², m, kg,
minutes, months), so that 만, 억, acres or weeks need no rule of their own when figures are compared.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

# What a figure counts, to the base unit of its group.
SCALES: dict[str, tuple[str, Fraction]] = {
    "m2": ("area", Fraction(1)),
    "km2": ("area", Fraction(1_000_000)),
    "acre": ("area", Fraction(40468564224, 10_000_000)),
    "hectare": ("area", Fraction(10_000)),
    "pyeong": ("area", Fraction(400, 121)),
    "mm": ("length", Fraction(1, 1000)),
    "cm": ("length", Fraction(1, 100)),
    "m": ("length", Fraction(1)),
    "km": ("length", Fraction(1000)),
    "g": ("mass", Fraction(1, 1000)),
    "kg": ("mass", Fraction(1)),
    "ton": ("mass", Fraction(1000)),
    "W": ("power", Fraction(1)),
    "kW": ("power", Fraction(1000)),
    "MW": ("power", Fraction(1_000_000)),
    "GW": ("power", Fraction(1_000_000_000)),
    "kWh": ("energy", Fraction(1)),
    "MWh": ("energy", Fraction(1000)),
    "GWh": ("energy", Fraction(1_000_000)),
    "second": ("time", Fraction(1, 60)),
    "minute": ("time", Fraction(1)),
    "hour": ("time", Fraction(60)),
    "day": ("time", Fraction(1440)),
    "week": ("time", Fraction(10080)),
    "month": ("months", Fraction(1)),
    "year": ("months", Fraction(12)),
}
HALF_DAY = 720


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure: `group` (count, percent, year, day, money:KRW, area ...) and `value` in the base unit of that group.

    `value` of a day is its number in the month, with `month` and `year` where the text gives them; a year-month is the month
    counted from year 0; a clock time is in minutes, `exact` unless morning or afternoon is left open. `sure` is False for
    what is said in words (half, two, 이틀): it can answer a figure of the other language, but is not asked for itself. `amount` is
    the number as written, before it was brought to the base unit.
    """

    group: str
    value: Fraction
    text: str
    start: int
    end: int
    month: int | None = None
    year: int | None = None
    sure: bool = True
    exact: bool = True
    hedge: str = ""
    hedge_text: str = ""
    amount: Fraction | None = None

    @property
    def key(self) -> tuple[str, Fraction, int | None]:
        """What makes two mentions the same fact of one text."""
        return self.group, self.value, self.month


def measured(amount: Fraction, unit: str) -> tuple[str, Fraction]:
    """Group and value in its base unit of an amount of a unit of `SCALES`."""
    group, scale = SCALES[unit]
    return group, amount * scale


def answers(asked: Fact, given: Fact) -> bool:
    """Whether a figure `given` in one language says what `asked` says in the other.

    Not the same both ways: a year is answered by a date in it, a date not by its year.
    """
    if asked.group == "year" and given.group in {"month_of_year", "day"}:
        return asked.value == _year_of(given)
    if asked.group != given.group:
        return _across(asked, given) or _across(given, asked)
    if asked.group == "day":
        return (
            asked.value == given.value and _agree(asked.month, given.month) and _agree(asked.year, given.year)
        )
    if asked.group == "clock" and not (asked.exact and given.exact):
        return asked.value % HALF_DAY == given.value % HALF_DAY
    return asked.value == given.value


def _year_of(date: Fact) -> Fraction | int | None:
    return date.value // 12 if date.group == "month_of_year" else date.year


def _agree(a: int | None, b: int | None) -> bool:
    return a is None or b is None or a == b


def _across(a: Fact, b: Fact) -> bool:
    """Groups that stand for each other, in the direction of the table."""
    pair = (a.group, b.group)
    if pair == ("fraction", "percent"):
        return b.value == a.value * 100
    if pair == ("times", "fraction"):
        # 1.5배 늘린다: raised by half.
        return b.value == a.value - 1
    if pair == ("months", "time"):
        return _weeks_of(a.value, b.value / 1440)
    if pair == ("day", "time"):
        return a.month is None and b.value == a.value * 1440
    if b.group == "count" and a.group in MEASURED:
        return b.value in {a.value, a.amount}
    return pair in STANDS_FOR and a.value == b.value


# A unit may be left to the context ("nine months, down from 14"; "the other 3.5 million").
MEASURED = {
    "area",
    "length",
    "mass",
    "power",
    "energy",
    "time",
    "months",
    "times",
    *(f"money:{code}" for code in ("KRW", "USD", "EUR", "JPY", "CNY", "GBP")),
}
# A seventh cohort is "cohort 7", the 9th of this month a day.
STANDS_FOR = {
    ("ordinal", "count"),
    ("day", "ordinal"),
    ("year", "count"),
    ("point", "percent"),
    ("fraction", "times"),
    ("ordinal", "times"),
}


def _weeks_of(months: Fraction, days: Fraction) -> bool:
    """Half a year may be told as 26 weeks, a month as four of them or 30 days."""
    return days in {months * 28, months * 30} or (
        months % 12 == 0 and days in {months / 12 * 364, months / 12 * 365}
    )
