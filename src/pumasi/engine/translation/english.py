"""The figures of an English text: thousand and million, dates, clock times, number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from pumasi.engine.translation import hedges
from pumasi.engine.translation.facts import SCALES, Fact, measured
from pumasi.engine.translation.masks import blanked, masked

MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sep(?:t(?:ember|\.)?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_TH = r"(?:st|nd|rd|th)?"
_NUM = r"\d+(?:,\d{3})*(?:\.\d+)?"
_WEEKDAY = r"(?:\s?\((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z.]*\))?"
_TO = r"\s?(?:–|—|-|~|to|and|until|till|through|or)\s?"
_DATES = re.compile(
    rf"(?P<iso>(?<!\d)(?P<iy>\d{{4}})-(?P<im>\d\d)-(?P<id>\d\d)(?!\d))"
    rf"|\b(?P<m1>{_MONTH})\s(?P<d1>\d{{1,2}}){_TH}(?!\d|,\d{{3}}|:|\s?[ap]\.?m)(?:{_TO}(?:(?P<m1b>{_MONTH})\s)?(?P<d1b>\d{{1,2}}){_TH}(?!\d|:|,\d{{3}}|\s?[ap]\.?m|\s(?:hours|people|companies|percent)))?{_WEEKDAY}(?:,?\s(?P<y1>(?:19|20)\d\d)\b)?"
    rf"|(?<![\d.])(?:(?P<d2a>\d{{1,2}}){_TH}{_TO})?(?P<d2>\d{{1,2}}){_TH}(?:\sof)?\s(?P<m2>{_MONTH})\b(?:,?\s(?P<y2>(?:19|20)\d\d)\b)?"
    rf"|\b(?P<m3>{_MONTH})(?:\s(?:to|and|through|until)\s|\s?[–-]\s?)(?P<m3b>{_MONTH}),?\s(?P<y3>(?:19|20)\d\d)\b"
    rf"|\b(?P<m4>{_MONTH}),?\s(?:of\s)?(?P<y4>(?:19|20)\d\d)\b"
)
_HALF = r"(?:a\.?\s?m\b\.?|p\.?\s?m\b\.?|AM\b|PM\b|o'clock|noon)"
_CLOCK = re.compile(
    rf"(?<![\d:.,])(?P<h>[01]?\d|2[0-4])(?::(?P<min>[0-5]\d))?(?:(?P<to>{_TO})(?P<h2>[01]?\d|2[0-4])(?::(?P<min2>[0-5]\d))?)?\s?(?P<half>{_HALF})"
    r"|(?<![\d:])(?P<h24>[01]?\d|2[0-4]):(?P<m24>[0-5]\d)(?![\d:])|\b(?P<noon>noon|midday)\b|\b(?P<midnight>midnight)\b",
    re.IGNORECASE,
)
_SCALE = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "mn": 10**6,
    "m": 10**6,
    "k": 10**3,
    "hundred": 100,
}
_CURRENCY = r"(?:(?P<USD>US\$|USD|US dollars?|\$)|(?P<KRW>KRW|₩|Won)|(?P<EUR>EUR|€)|(?P<JPY>JPY|¥)|(?P<GBP>GBP|£)|(?P<CNY>CNY|RMB))"
_BEFORE = re.compile(_CURRENCY + r"\s?$")
_UNITS: tuple[tuple[str, str], ...] = (
    ("point", r"percentage[\s-]points?|%\s?points?|pp\b|percent points?"),
    ("percent", r"%|percent\b|per\s?cent\b|pct\b"),
    ("money:KRW", r"(?:Korean\s)?won\b|KRW\b"),
    ("money:USD", r"(?:U\.?S\.?\s)?dollars?\b|USD\b"),
    ("money:EUR", r"euros?\b|EUR\b"),
    ("money:JPY", r"(?:Japanese\s)?yen\b|JPY\b"),
    ("money:CNY", r"yuan\b|renminbi\b"),
    ("money:GBP", r"pounds?\b"),
    ("m2", r"square[\s-]met(?:er|re)s?|sq\.?\s?m\b\.?|m²|m2\b|㎡|sqm\b"),
    ("km2", r"square[\s-]kilomet(?:er|re)s?|km²|㎢|sq\.?\s?km\b"),
    ("acre", r"acres?\b"),
    ("hectare", r"hectares?\b|ha\b"),
    ("pyeong", r"pyeong\b"),
    ("kWh", r"kWh\b|kilowatt[\s-]hours?"),
    ("MWh", r"MWh\b|megawatt[\s-]hours?"),
    ("GWh", r"GWh\b|gigawatt[\s-]hours?"),
    ("kW", r"kW\b|kilowatts?\b"),
    ("MW", r"MW\b|megawatts?\b"),
    ("GW", r"GW\b|gigawatts?\b"),
    ("km", r"km\b|kilomet(?:er|re)s?\b"),
    ("cm", r"cm\b|centimet(?:er|re)s?\b"),
    ("mm", r"mm\b|millimet(?:er|re)s?\b"),
    ("kg", r"kg\b|kilogram(?:me)?s?\b"),
    ("m", r"met(?:er|re)s?\b|m\b"),
    ("ton", r"(?:metric\s)?ton(?:ne)?s?\b|t\b"),
    ("g", r"grams?\b|g\b"),
    ("hour", r"(?:\w+\s)?hours?\b|hrs?\b"),
    ("minute", r"minutes?\b|mins?\b"),
    ("second", r"seconds?\b"),
    ("day", r"(?:(?:working|business|calendar|consecutive|whole|full)\s)?days?\b"),
    ("week", r"(?:(?:full|consecutive)\s)?weeks?\b"),
    ("month", r"(?:(?:full|consecutive)\s)?months?\b"),
    ("year", r"(?:(?:consecutive|full|straight|past)\s)?years?\b"),
    ("times", r"times\b|fold\b|x\b"),
    ("ordinal", r"(?:st|nd|rd|th)\b"),
    ("copies", r"cop(?:y|ies)\b|files?\b"),
)  # fmt: skip
_UNIT = re.compile(
    r"[\s-]?(?:" + "|".join(f"(?P<u{i}>{pattern})" for i, (_, pattern) in enumerate(_UNITS)) + ")",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    rf"(?P<number>{_NUM})(?:[\s-]?(?P<scale>hundred|thousand|million|billion|trillion|bn|mn|k|m(?=illion))\b)?",
    re.IGNORECASE,
)
_RANGE = re.compile(rf"\s?(?:–|—|-|~|to|and|until|till|through)\s?(?={_NUM})", re.IGNORECASE)
_ONES = {word: i for i, word in enumerate(
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"]
)}  # fmt: skip
_TENS = {
    word: 10 * i
    for i, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2
    )
}
_ORDINALS = {word: i for i, word in enumerate(
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"], 1
)}  # fmt: skip
_SMALL_WORD = "|".join(sorted([*_ONES, *_TENS], key=len, reverse=True))
_WORDS = re.compile(
    rf"\b(?:(?P<tens>{'|'.join(_TENS)})[\s-](?P<ones>{'|'.join(list(_ONES)[1:10])})|(?P<one>{_SMALL_WORD}))?"
    r"(?:(?:(?<=\w)[\s-]|\b(?:a\s)?)(?P<scale>hundred|thousand|million|billion|dozen))?\b",
    re.IGNORECASE,
)
_OF = {
    "half": 2,
    "third": 3,
    "quarter": 4,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "hundredth": 100,
}
FRACTIONS = re.compile(
    r"\b(?:(?P<n>one|two|three|four|five|six|seven|eight|nine)[\s-](?P<many>thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)(?!\s(?:time|year|place|edition|round|cohort))"
    r"|(?:an?|the\s(?:remaining|other)|only\sa)\s(?P<single>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|twentieth|thirtieth|fortieth|fiftieth|hundredth)(?!\s(?:time|year|party|place|edition|round|cohort|term|building|phase|one|session|location|plant|line|floor|person|country|generation|day|week|month)\b)|(?P<half>(?<!first )(?<!second )(?<!latter )(?<!other )(?<!and a )half|halves|halved|halving)\b|(?<![\d./])(?P<p>\d)/(?P<of>\d{1,2})(?![\d/]))",
    re.IGNORECASE,
)
_TIMES = {
    "twice": 2,
    "double": 2,
    "doubled": 2,
    "doubles": 2,
    "doubling": 2,
    "twofold": 2,
    "triple": 3,
    "tripled": 3,
    "threefold": 3,
    "tenfold": 10,
    "quadruple": 4,
    "quadrupled": 4,
    "fourfold": 4,
    "fivefold": 5,
    "thrice": 3,
    "sevenfold": 7,
    "sixfold": 6,
}
_SPANS = {"decade": ("year", 10), "decades": ("year", 10), "fortnight": ("week", 2), "both": ("count", 2), "pair": ("count", 2), "once": ("count", 1), "biennial": ("year", 2), "century": ("year", 100),
          "day": ("day", 1), "daily": ("day", 1), "week": ("week", 1), "weekly": ("week", 1), "month": ("month", 1), "monthly": ("month", 1), "year": ("year", 1), "annual": ("year", 1), "yearly": ("year", 1), "annually": ("year", 1), "overnight": ("day", 1), "hour": ("hour", 1), "hourly": ("hour", 1), "around the clock": ("day", 1)}  # fmt: skip
_DECADES = {
    word: 10 * n
    for n, word in enumerate(
        [
            "tens",
            "twenties",
            "thirties",
            "forties",
            "fifties",
            "sixties",
            "seventies",
            "eighties",
            "nineties",
        ],
        1,
    )
}
_ALONE = re.compile(r"\b(?:" + "|".join([*_TIMES, *_SPANS, *_ORDINALS, *_DECADES]) + r")\b", re.IGNORECASE)
_PHRASED = {
    r"half an hour": ("minute", Fraction(30)),
    r"a quarter of an hour": ("minute", Fraction(15)),
    r"three quarters of an hour": ("minute", Fraction(45)),
    r"an hour and a half": ("minute", Fraction(90)),
    r"half a year": ("month", Fraction(6)),
    r"a year and a half": ("month", Fraction(18)),
    r"half a day": ("hour", Fraction(12)),
    r"half a century": ("year", Fraction(50)),
}
_PHRASES = re.compile(r"\b(?:" + "|".join(_PHRASED) + r")\b", re.IGNORECASE)
_RUNNING = re.compile(
    r"\s(?:consecutive\s|straight\s|successive\s)?(?P<unit>year|month|week|day)\b", re.IGNORECASE
)
_TENTHS = re.compile(
    r"\b(?P<n>\d{1,2}|one|two|three|four|five|six|seven|eight|nine)\s(?:out\sof|in|of)\s(?:every\s)?(?P<of>\d{1,2}|ten|five|four|three)\b(?!\s(?:years|months))",
    re.IGNORECASE,
)
NOON = 720


def facts(text: str) -> list[Fact]:
    """The figures of a text, in order, each with how it is qualified."""
    left = masked(text)
    found: list[Fact] = []
    for read in (_dates, _clock_times, _phrases, _fractions, _numbers, _words, _alone):
        for fact in read(left):
            found.append(fact)
            left = blanked(left, fact.start, fact.end)
    return sorted(
        (_qualified(text, fact) for fact in found if fact.group != "copies"), key=lambda fact: fact.start
    )


def _qualified(text: str, fact: Fact) -> Fact:
    if fact.group in {"day", "year", "month_of_year", "clock"}:
        return fact
    hedge, said = hedges.english(text, fact.start, fact.end)
    return replace(fact, hedge=hedge, hedge_text=said)


def month_number(said: str) -> int:
    """1 for Jan, January ..."""
    head = said[:3].lower()
    return next(i for i, name in enumerate(MONTHS, 1) if name.startswith(head))


def _dates(text: str) -> Iterator[Fact]:
    for found in _DATES.finditer(text):
        yield from _dated(found)


def _dated(found: re.Match[str]) -> Iterator[Fact]:
    said, span = found.group().strip(), found.span()
    if found["iso"]:
        yield Fact(
            "day", Fraction(int(found["id"])), said, *span, month=int(found["im"]), year=int(found["iy"])
        )
    elif found["m1"]:
        month, year = month_number(found["m1"]), _int(found["y1"])
        yield Fact("day", Fraction(int(found["d1"])), said, *span, month=month, year=year)
        if found["d1b"]:
            last = month_number(found["m1b"]) if found["m1b"] else month
            yield Fact("day", Fraction(int(found["d1b"])), said, *span, month=last, year=year)
    elif found["m2"]:
        month, year = month_number(found["m2"]), _int(found["y2"])
        for name in ("d2a", "d2"):
            if found[name]:
                yield Fact("day", Fraction(int(found[name])), said, *span, month=month, year=year)
    else:
        year = int(found["y3"] or found["y4"])
        for name in ("m3", "m3b", "m4"):
            if found[name]:
                yield Fact("month_of_year", Fraction(year * 12 + month_number(found[name]) - 1), said, *span)


def _int(said: str | None) -> int | None:
    return int(said) if said else None


def _clock_times(text: str) -> Iterator[Fact]:
    for found in _CLOCK.finditer(text):
        said, span = found.group().strip(), found.span()
        if found["noon"] or found["midnight"]:
            yield Fact("clock", Fraction(NOON if found["noon"] else 0), said, *span, sure=False)
        elif found["h24"]:
            yield Fact("clock", Fraction(int(found["h24"]) * 60 + int(found["m24"])), said, *span)
        else:
            half = found["half"].lower()[0]
            last = found["h2"]
            if last:
                yield _clock(int(last), found["min2"], half, said, span)
                # "11 to 1 p.m." begins in the morning: the first is taken in the half of the day that lies before the second.
                first_half = half if int(found["h"]) % 12 <= int(last) % 12 else ("a" if half == "p" else "p")
                yield _clock(int(found["h"]), found["min"], first_half, said, span)
            else:
                yield _clock(int(found["h"]), found["min"], half, said, span)


def _clock(hour: int, minute: str | None, half: str, said: str, span: tuple[int, int]) -> Fact:
    value = (hour % 12 + (12 if half in {"p", "n"} else 0)) * 60 + int(minute or 0)
    return Fact("clock", Fraction(value), said, *span, exact=half in {"a", "p", "n"})


def _fractions(text: str) -> Iterator[Fact]:
    for found in _TENTHS.finditer(text):
        n, of = (int(x) if x.isdigit() else _ONES.get(x.lower(), 0) for x in (found["n"], found["of"]))
        if 0 < n < of and of in {3, 4, 5, 10} and not found["n"].isdigit():
            yield Fact("fraction", Fraction(n, of), found.group(), *found.span(), sure=False)
    for found in FRACTIONS.finditer(text):
        value = fraction_value(found)
        if 0 < value < 1:
            yield Fact("fraction", value, found.group(), *found.span(), sure=False)


def fraction_value(found: re.Match[str]) -> Fraction:
    """The share that a match of `FRACTIONS` says."""
    if found["half"]:
        return Fraction(1, 2)
    if found["single"]:
        return Fraction(1, _OF[found["single"].lower()])
    if found["p"]:
        return Fraction(int(found["p"]), max(1, int(found["of"])))
    return Fraction(_ONES[found["n"].lower()], _OF[found["many"].lower().rstrip("s")])


def _numbers(text: str) -> Iterator[Fact]:
    at = 0
    while found := _NUMBER.search(text, at):
        at = found.end()
        start, end = found.span()
        if start and (text[start - 1].isalpha() and not _BEFORE.search(text[:start])):
            continue
        amount = Fraction(found["number"].replace(",", "").rstrip(".")) * _SCALE.get(
            (found["scale"] or "").lower(), 1
        )
        if (
            (between := _RANGE.match(text, end))
            and not _UNIT.match(text, end)
            and (second := _NUMBER.match(text, between.end()))
        ):
            amount, group, value = _first_of_range(text, amount, found, second)
            yield Fact(group, value, text[start:end], start, end, amount=amount)
            continue
        group, value, last = _with_unit(text, amount, found)
        yield Fact(group, value, text[start:last].strip(), start, last, amount=amount)


def _first_of_range(
    text: str, amount: Fraction, first: re.Match[str], second: re.Match[str]
) -> tuple[Fraction, str, Fraction]:
    """Of "30 to 40 people" and "3-4 billion" the first takes the scale and the unit of the second."""
    if second["scale"] and not first["scale"]:
        amount *= _SCALE[second["scale"].lower()]
    group, value, _ = _with_unit(text, amount, second)
    if _BEFORE.search(text[: first.start()]):
        group, value, _ = _with_unit(text, amount, first)
    return amount, group, value


def _with_unit(text: str, amount: Fraction, found: re.Match[str]) -> tuple[str, Fraction, int]:
    start, end = found.span()
    if before := _BEFORE.search(text[max(0, start - 12) : start]):
        return f"money:{before.lastgroup}", amount, end
    plain = bool(re.fullmatch(r"(?:19|20)\d\d", text[start:end]))
    unit = _UNIT.match(text, end)
    if not unit:
        return ("year" if plain else "count"), amount, end
    name = next(_UNITS[int(name[1:])][0] for name, said in unit.groupdict().items() if said)
    if name in SCALES:
        return *measured(amount, name), unit.end()
    return name, amount, unit.end()


def _words(text: str) -> Iterator[Fact]:
    for found in _WORDS.finditer(text):
        if not found.group().strip():
            continue
        base = _TENS[found["tens"].lower()] + _ONES[found["ones"].lower()] if found["tens"] else 1
        if found["one"]:
            base = {**_ONES, **_TENS}[found["one"].lower()]
        scale = {**_SCALE, "dozen": 12}.get((found["scale"] or "").lower(), 1)
        amount = Fraction(base * scale)
        # "Thirty-something percent" is in the thirties.
        last = re.compile(r"-(?:something|odd)").match(text, found.end())
        unit = _UNIT.match(text, last.end() if last else found.end())
        group, value, end = "count", amount, found.end()
        if unit:
            name = next(_UNITS[int(key[1:])][0] for key, said in unit.groupdict().items() if said)
            group, value = measured(amount, name) if name in SCALES else (name, amount)
            end = unit.end()
        yield Fact(group, value, found.group().strip(), found.start(), end, sure=False, amount=amount)


def _phrases(text: str) -> Iterator[Fact]:
    for phrase in _PHRASES.finditer(text):
        unit, amount = next(
            told for words, told in _PHRASED.items() if re.fullmatch(words, phrase.group(), re.IGNORECASE)
        )
        group, value = measured(amount, unit)
        yield Fact(group, value, phrase.group(), *phrase.span(), sure=False)
    for decade in re.finditer(r"(?<!\w)[’'‘](?P<tens>\d0)s\b", text):
        year = int(decade["tens"])
        yield Fact(
            "year",
            Fraction(1900 + year if year >= 30 else 2000 + year),
            decade.group(),
            *decade.span(),
            sure=False,
        )


def _alone(text: str) -> Iterator[Fact]:
    for found in _ALONE.finditer(text):
        word = found.group().lower()
        if word in _ORDINALS:
            number = Fraction(_ORDINALS[word])
            yield Fact("ordinal", number, found.group(), *found.span(), sure=False)
            # "for the fifth year running" is 5년 연속.
            if running := _RUNNING.match(text, found.end()):
                group, value = measured(number, running["unit"].lower())
                yield Fact(group, value, found.group(), *found.span(), sure=False)
        elif word in _DECADES:
            yield Fact("count", Fraction(_DECADES[word]), found.group(), *found.span(), sure=False)
        elif word in _TIMES:
            yield Fact("times", Fraction(_TIMES[word]), found.group(), *found.span(), sure=False)
        else:
            unit, amount = _SPANS[word]
            group, value = measured(Fraction(amount), unit) if unit in SCALES else (unit, Fraction(amount))
            yield Fact(group, value, found.group(), *found.span(), sure=False)
