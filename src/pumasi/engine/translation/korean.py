"""The figures of a Korean text: 만 and 억, 여, dates, clock times, native number words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from pumasi.engine.translation import hedges
from pumasi.engine.translation.facts import Fact, measured
from pumasi.engine.translation.masks import blanked, masked

SMALL = {"십": 10, "백": 100, "천": 1000}
BIG = {"만": 10**4, "억": 10**8, "조": 10**12}
# 14조 is an article and 3조 a team, unless money or a smaller part follows.
_BIG = r"(?:[만억]|조(?=\s?(?:\d|원|달러|여|유로|엔|위안|규모)))"
_NUM = r"\d[\d,]*(?:\.\d+)?"
# 2천8백만, 1억 2천만, 3만 5천, 13만, 1만 2,000; the parts are read by `_amount`.
_PART = rf"{_NUM}\s?(?:[십백천](?![가-힣]*[동안역]))?(?:\d{{1,3}}[십백천]?)*"
_NUMBER = rf"{_PART}(?:\s?{_BIG}(?:\s?(?=\d)(?!(?:19|20)\d\d\s?년){_PART}(?:\s?[만억](?![가-힣]*에\b))?)*)?"
# 백여, 천여, 수식 없이 숫자 없는 어림수
_BARE = r"(?<![가-힣\d])(?:[이삼사오육칠팔구]?[십백천만]|[십백천]만)(?=여\s?(?:개|명|건|곳|년|사|대|종|팀|편|회|점|가|권|차|시간|평|㎡|\s))"
_UNITS: tuple[tuple[str, str], ...] = (
    ("point", r"%\s?(?:p\b|포인트)|퍼센트\s?포인트|포인트"),
    ("percent", r"%|％|퍼센트|프로(?![가-힣])"),
    ("money:KRW", r"원(?![가-힣]{2}|장|료)"),
    ("money:USD", r"(?:미국\s?)?(?:달러|불(?![가-힣]))"),
    ("money:EUR", r"유로"),
    ("money:JPY", r"엔(?![가-힣])"),
    ("money:CNY", r"위안"),
    ("money:GBP", r"파운드"),
    ("m2", r"㎡|m²|m2|제곱\s?미터|평방\s?미터"),
    ("km2", r"㎢|km²|km2|제곱\s?킬로미터"),
    ("acre", r"에이커"),
    ("hectare", r"헥타르|ha\b"),
    ("pyeong", r"평(?![가-힣]|균)"),
    ("kWh", r"kWh|킬로와트시"),
    ("MWh", r"MWh|메가와트시"),
    ("GWh", r"GWh"),
    ("kW", r"kW|㎾|킬로와트"),
    ("MW", r"MW|㎿|메가와트"),
    ("GW", r"GW|기가와트"),
    ("km", r"km|㎞|킬로미터"),
    ("cm", r"cm|㎝|센티미터"),
    ("mm", r"mm|㎜|밀리미터"),
    ("kg", r"kg|㎏|킬로그램"),
    ("m", r"m(?![a-z])|미터"),
    ("ton", r"톤|t(?![a-z])"),
    ("g", r"g(?![a-z])|그램"),
    ("hour", r"시간"),
    ("minute", r"분(?!의|야|기|석|과|할|류|포|원|당)"),
    ("second", r"초(?!기|반|순|점|과)"),
    ("week", r"주(?!년|차|기|요|소|최|민|식|자|관|제)"),
    ("month", r"개월|달(?!러|성)"),
    ("year", r"년|살"),
    ("times", r"배(?!치|정|터|포|출|송|양)"),
    ("ordinal", r"차(?!례|량|종)|회(?!원|사|의)|기(?!업|관|구|술|준|자|존)|호(?!주|텔)|위(?!원|치)|번째|층|주년|단계|등급|세대|학년"),
    ("copies", r"부(?![가-힣]{2}|터|문|서|스)"),
)  # fmt: skip
_UNIT = re.compile(
    r"\s?(?:" + "|".join(f"(?P<u{i}>{pattern})" for i, (_, pattern) in enumerate(_UNITS)) + ")"
)
_TO = r"\s?(?:~|∼|～|–|―|-|에서|부터|내지)\s?"
_RANGED = re.compile(rf"(?P<first>{_NUMBER}){_TO}(?={_NUM})")
_ANY = re.compile(rf"(?P<bare>{_BARE})|(?P<number>{_NUMBER})")
_CURRENCY = re.compile(
    r"(?:(?P<USD>US\$|USD|\$)|(?P<KRW>KRW|₩)|(?P<EUR>EUR|€)|(?P<JPY>JPY|¥)|(?P<GBP>GBP|£)|(?P<CNY>CNY|RMB))\s?$"
)
_LONG = r"(?P<y>\d{4}|['’‘]\d\d)\s?[년.\-/]\s?(?P<m>\d{1,2})\s?[월.\-/]\s?(?P<d>\d{1,2})(?:\s?일|\.(?!\d)|(?![\d.]))"
_YEAR_MONTH = r"(?P<ym_y>\d{4})\s?(?:년\s?(?P<ym_m>\d{1,2})\s?월|\.\s?(?P<ym_m2>0?[1-9]|1[0-2])\.?(?![\d]))"
_MONTH_DAY = r"(?<!\d)(?P<md_m>\d{1,2})\s?월\s?(?P<md_d>\d{1,2})\s?일(?!간)|(?<![\d.])(?P<dot_m>1[0-2]|0?[1-9])\.\s?(?P<dot_d>[12]\d|3[01]|0?[1-9])\.(?=\s?(?:\(|~|∼|까지|$))"
_BARE_MONTH = r"(?<!\d)(?P<bm>1[0-2]|[1-9])\s?월(?![가-힣]{0,1}드)"
_DATES = re.compile(rf"{_LONG}|{_YEAR_MONTH}|{_MONTH_DAY}|{_BARE_MONTH}", re.MULTILINE)
_DAY = re.compile(
    r"(?P<before>영업일(?:\s?기준)?\s?|근무일\s?|총\s?|최대\s?|최소\s?|약\s?|단\s?|만\s?|연간\s?)?(?<!\d)(?P<day>\d{1,3})\s?일"
    r"(?P<after>\s?(?:간|동안|이내|안에|내에|만에|째|짜리|이상|이하|치|과정|코스|연속|정도|가량|전까지|전에|뒤|후|에서(?=\s?\d+일로)|로(?=\s?(?:줄|단축|늘|연장|감소|낮))))?(?![가-힣]*본)"
)
_CLOCK = re.compile(
    r"(?P<half>오전|오후|낮|밤|새벽|저녁|아침)?\s?(?:(?<![\d:])(?P<h>[01]?\d|2[0-4]):(?P<min>[0-5]\d)(?![\d:])"
    r"|(?<!\d)(?P<kh>[01]?\d|2[0-4])시(?!간|장|설|스|민|도|각)(?:\s?(?P<kmin>[0-5]?\d)분|\s?(?P<khalf>반)(?![가-힣]))?)"
)
_PARTS = re.compile(
    r"(?P<whole>\d{1,2})분의\s?(?P<part>\d{1,2})|(?<![\d./])(?P<n>\d)/(?P<of>\d{1,2})(?![\d/])"
)
_CLASS = re.compile(r"차원|차\s?(?:전지|벤더|협력사|협력\s?업체|협력\s?기업|공급|하도급|부품사|산업(?!혁명))")
_WORDS = {
    "하루": ("day", 1), "이틀": ("day", 2), "사흘": ("day", 3), "나흘": ("day", 4), "닷새": ("day", 5), "엿새": ("day", 6), "이레": ("day", 7),
    "여드레": ("day", 8), "아흐레": ("day", 9), "열흘": ("day", 10), "보름": ("day", 15), "일주일": ("week", 1), "반년": ("month", 6),
    "일 년": ("year", 1), "연간": ("year", 1), "월간": ("month", 1),
}  # fmt: skip
_NATIVE = {
    "한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "석": 3, "셋": 3, "네": 4, "넉": 4, "넷": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8,
    "아홉": 9, "열": 10, "열한": 11, "열두": 12, "열세": 13, "열네": 14, "열다섯": 15, "열여섯": 16, "열일곱": 17, "열여덟": 18, "열아홉": 19, "스무": 20, "스물": 20,
    "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "첫": 1,
}  # fmt: skip
_NATIVE_UNITS = {"해": "year", "달": "month", "주": "week", "시간": "hour", "배": "times", "살": "year"}
_SPELLED = re.compile(
    r"(?P<word>" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"
    r"|(?P<half>절반|반값|반수|과반|반(?=씩|으로|을|이\s))|(?P<noon>정오)|(?P<midnight>자정)|(?P<double>갑절|곱절)"
    r"|(?<![가-힣])(?P<native>" + "|".join(sorted(_NATIVE, key=len, reverse=True)) + r")(?:\s?(?P<counted>해|달|주|시간|배|살))?(?=[\s가-힣])"
)  # fmt: skip
NOON, DAY_MINUTES = 720, 1440


def facts(text: str) -> list[Fact]:
    """The figures of a text, in order, each with how it is qualified."""
    left = masked(text)
    found: list[Fact] = []
    for read in (_dates, _clock_times, _days, _fractions, _numbers, _spelled):
        for fact in read(left):
            found.append(fact)
            left = blanked(left, fact.start, fact.end)
        left = _BARE_DATES.sub(lambda m: " " * len(m.group()), left) if read is _dates else left
    kept = [fact for fact in found if fact.group != "copies"]
    return sorted((_qualified(text, fact) for fact in kept), key=lambda fact: fact.start)


_BARE_DATES = re.compile(rf"(?:\d{{1,2}}\s?[~∼～·,–-]\s?)?{_BARE_MONTH}")


def _qualified(text: str, fact: Fact) -> Fact:
    if fact.group in {"day", "year", "month_of_year", "clock"}:
        return fact
    hedge, said = hedges.korean(text, fact.start, fact.end)
    written = re.search(r"\d|여", fact.text + text[fact.end : fact.end + 1])
    # A number in words is qualified by a bound alone: 약 is rarely said of 두 곳, and 한 begins many words.
    if not written and (fact.group != "count" or hedge not in hedges.BOUNDS):
        return fact
    return replace(fact, hedge=hedge, hedge_text=said)


def _dates(text: str) -> Iterator[Fact]:
    month = None
    for found in _DATES.finditer(text):
        if found["y"]:
            month = int(found["m"])
            yield _day(found, int(found["d"]), month, _full_year(found["y"]))
        elif found["ym_y"]:
            month = int(found["ym_m"] or found["ym_m2"])
            value = Fraction(int(found["ym_y"]) * 12 + month - 1)
            yield Fact("month_of_year", value, found.group().strip(), *found.span())
        elif found["md_m"] or found["dot_m"]:
            month = int(found["md_m"] or found["dot_m"])
            yield _day(found, int(found["md_d"] or found["dot_d"]), month, None)
        else:
            month = int(found["bm"])
        rest = re.match(r"\s?(\d{1,2})(?:일)?\s?[~∼～–-]\s?(\d{1,2})일", text[found.end() : found.end() + 12])
        if rest and found["bm"]:
            for turn in (1, 2):
                start, end = (found.end() + at for at in rest.span(turn))
                yield Fact(
                    "day",
                    Fraction(int(rest[turn])),
                    text[start:end] + "일",
                    start,
                    end + (turn - 1),
                    month=month,
                )


def _day(found: re.Match[str], day: int, month: int, year: int | None) -> Fact:
    return Fact("day", Fraction(day), found.group().strip(), *found.span(), month=month, year=year)


def _full_year(said: str) -> int:
    return int(said) if said.isdigit() else 2000 + int(said[1:])


def _clock_times(text: str) -> Iterator[Fact]:
    for found in _CLOCK.finditer(text):
        hour = int(found["h"] or found["kh"])
        minute = int(found["min"] or found["kmin"] or (30 if found["khalf"] else 0))
        late = (
            found["half"] in {"오후", "저녁", "밤", "낮"}
            and hour < 12
            and not (found["half"] == "밤" and hour < 5)
        )
        value = Fraction((hour + 12 * late) * 60 + minute) % DAY_MINUTES
        exact = bool(found["half"]) or bool(found["h"]) or hour > 12
        yield Fact("clock", value, found.group().strip(), *found.span(), exact=exact)


def _days(text: str) -> Iterator[Fact]:
    for found in _DAY.finditer(text):
        number, span = (
            int(found["day"]),
            (found.start("day"), found.end("after") if found["after"] else found.end()),
        )
        lasting = found["before"] or found["after"] or number > 31
        group, value = measured(Fraction(number), "day") if lasting else ("day", Fraction(number))
        yield Fact(
            group,
            value,
            text[span[0] : span[1]].strip(),
            found.start("day"),
            text.index("일", found.end("day")) + 1,
            amount=Fraction(number),
        )


def _fractions(text: str) -> Iterator[Fact]:
    for found in _PARTS.finditer(text):
        of, part = (found["whole"], found["part"]) if found["whole"] else (found["of"], found["n"])
        if int(of) > int(part) > 0:
            yield Fact("fraction", Fraction(int(part), int(of)), found.group(), *found.span())


def _numbers(text: str) -> Iterator[Fact]:
    ranged = {found.start("first"): found for found in _RANGED.finditer(text)}
    at = 0
    while found := _ANY.search(text, at):
        at = found.end()
        if _inside_word(text, found.start()):
            continue
        amount, bare = _amount(found.group()), found["bare"] is not None
        end = found.end() + (1 if bare else 0)
        unit_from = re.compile(r"여?").match(text, found.end()).end() if not bare else end  # type: ignore[union-attr]  # matches empty
        group, value, last = _with_unit(text, amount, unit_from, found.start())
        if (
            found.start() in ranged
            and last == unit_from
            and (second := _ANY.match(text, ranged[found.start()].end()))
        ):
            group, value = _first_of_range(text, amount, second)
        if group == "class":
            continue
        # 1인당, 1일, 1위: what the other language says by "per", "a" or "top".
        said = text[found.start() : max(last, end)].strip()
        yield Fact(
            group,
            value,
            said,
            found.start(),
            max(last, end),
            sure=amount != 1 or bare or group == "percent",
            amount=amount,
        )


def _inside_word(text: str, start: int) -> bool:
    return start > 0 and (
        text[start - 1].isascii() and text[start - 1].isalpha() and not _CURRENCY.search(text[:start])
    )


def _first_of_range(text: str, amount: Fraction, second: re.Match[str]) -> tuple[str, Fraction]:
    """30~40명 counts people in both places; 3~4억 원 are hundreds of millions in both."""
    other = _amount(second.group())
    group, _, _ = _with_unit(text, other, second.end(), second.start())
    plain = re.match(_NUM, second.group())
    coefficient = Fraction(plain.group().replace(",", "")) if plain else other
    scale = other / coefficient if amount < other and coefficient and amount <= coefficient else Fraction(1)
    shown = _with_unit(text, amount * scale, second.end(), second.start())
    return group, shown[1]


def _with_unit(text: str, amount: Fraction, at: int, start: int) -> tuple[str, Fraction, int]:
    """Group, value and where the figure with its unit ends."""
    found = _UNIT.match(text, at)
    before = _CURRENCY.search(text[max(0, start - 5) : start])
    if before:
        return f"money:{before.lastgroup}", amount, at
    if _CLASS.match(text, at):
        return "class", amount, at
    if not found:
        return ("year" if _calendar_year(text, start, at, amount) else "count"), amount, at
    unit = next(_UNITS[int(name[1:])][0] for name, said in found.groupdict().items() if said)
    if unit == "year" and _calendar_year(text, start, at, amount):
        return "year", amount, found.end()
    if unit in {"second", "minute", "hour", "week", "month", "year"} or unit in MEASURES:
        return *measured(amount, unit), found.end()
    return unit, amount, found.end()


MEASURES = {
    "m2",
    "km2",
    "acre",
    "hectare",
    "pyeong",
    "mm",
    "cm",
    "m",
    "km",
    "g",
    "kg",
    "ton",
    "kW",
    "MW",
    "GW",
    "kWh",
    "MWh",
    "GWh",
}


def _calendar_year(text: str, start: int, end: int, amount: Fraction) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", text[start:end])) and 1900 <= amount <= 2100


def _amount(said: str) -> Fraction:
    """The number that a numeral with 십 백 천 만 억 조 says."""
    total, section, last = Fraction(0), Fraction(0), Fraction(0)
    digits = {**{c: i for i, c in enumerate("영일이삼사오육칠팔구")}}
    pending = False
    for token in re.findall(rf"{_NUM}|[이삼사오육칠팔구]|[십백천]|[만억조]", said):
        if token in SMALL:
            section += (last if pending else Fraction(1)) * SMALL[token]
            last, pending = Fraction(0), False
        elif token in BIG:
            section += last
            total += (section or Fraction(1)) * BIG[token]
            section, last, pending = Fraction(0), Fraction(0), False
        else:
            section += last
            last, pending = (
                Fraction(digits[token]) if token in digits else Fraction(token.replace(",", "").rstrip(".")),
                True,
            )
    return total + section + last


def _spelled(text: str) -> Iterator[Fact]:
    for found in _SPELLED.finditer(text):
        group, value = _said(found)
        yield Fact(group, value, found.group(), *found.span(), sure=False)


def _said(found: re.Match[str]) -> tuple[str, Fraction]:
    if found["word"]:
        of, number = _WORDS[found["word"]]
        return measured(Fraction(number), of)
    if found["half"]:
        return "fraction", Fraction(1, 2)
    if found["noon"] or found["midnight"]:
        return "clock", Fraction(NOON if found["noon"] else 0)
    if found["double"]:
        return "times", Fraction(2)
    amount = Fraction(_NATIVE[found["native"]])
    unit = _NATIVE_UNITS.get(found["counted"] or "")
    if unit == "times":
        return "times", amount
    return measured(amount, unit) if unit else ("count", amount)
