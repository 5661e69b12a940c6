"""Numbers and amounts as they are typed: read with their unit, or refused with the bounds that hold."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pumasi.kit.bilingual import both
from pumasi.kit.bilingual import read as words_of
from pumasi.kit.numbers import grouped
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.values import read_number
from pumasi.measure.observatory.models import Question

PERCENT = {"%", "％", "percent", "per cent", "퍼센트"}
FIRST_YEAR, LAST_YEAR = 1900, 2100
# "USD 1,200 (2025)", "1200 USD 2025", "12억 KRW 2024".
CURRENCY, YEAR = (
    re.compile(r"(?<![A-Za-z])[A-Za-z]{3}(?![A-Za-z])"),
    re.compile(r"\(?\b((?:19|20)\d\d)\b\)?\s*$"),
)


def unit_after(question: Question, language: str) -> str:
    """The unit as it follows a number: a Korean counter and % stand close (12곳, 64%), others and English ones apart (12 km, 64 %)."""
    unit = str(words_of(question, "unit", language))
    close = language == "ko" and (unit in PERCENT or "가" <= unit[:1] <= "힣")
    return unit if close or not unit else f" {unit}"


def number_of(question: Question, typed: Sequence[str]) -> str | None:
    """Read the first field as a number within the question's bounds, as plain digits. Raises Refused."""
    text = "".join(typed[:1]).strip()
    percent = str(words_of(question, "unit", "en")).lower() in PERCENT
    if not percent and PERCENT & set(text):
        raise Refused(
            "“{text}” is a percentage, and a number is asked for.",
            "비율이 아니라 수를 묻는 문항입니다: ‘{text}’. 수를 입력해 주십시오.",
            text=text[:40],
        )
    for unit in ("%", *both(question, "unit")):
        text = text.removesuffix(unit).strip()
    if not text:
        return None
    value = read_number(text)
    if value is None:
        return None
    least, most = question.least, question.most
    if least is None and most is None and percent:
        least, most = Decimal(0), Decimal(100)
    if (least is not None and value < least) or (most is not None and value > most):
        raise _out_of_bounds(least, most)
    return format(value.normalize(), "f")


def _out_of_bounds(least: Decimal | None, most: Decimal | None) -> Refused:
    low, high = (grouped(one) if one is not None else "" for one in (least, most))
    if low and high:
        return Refused(
            "Give a number from {low} to {high}.",
            "{low}부터 {high}까지의 수를 입력해 주십시오.",
            low=low,
            high=high,
        )
    if low:
        return Refused("Give a number of at least {low}.", "{low} 이상의 수를 입력해 주십시오.", low=low)
    return Refused("Give a number of at most {high}.", "{high} 이하의 수를 입력해 주십시오.", high=high)


def money_of(question: Question, typed: Sequence[str]) -> dict[str, Any] | None:
    """Read amount, currency and year. Raises Refused where one is missing."""
    text, currency, year = (one.strip() for one in (*typed, "", "", "")[:3])
    amount = number_of(question, [text])
    if amount is None:
        return None
    if (
        not re.fullmatch(r"[A-Za-z]{3}", currency)
        or not year.isdecimal()
        or not FIRST_YEAR <= int(year) <= LAST_YEAR
    ):
        raise Refused(
            "An amount needs its currency and the year whose money it is, such as USD and 2025.",
            "금액에는 통화와 기준 연도가 필요합니다. 예: USD, 2025",
        )
    return {"amount": amount, "currency": currency.upper(), "year": int(year)}


def money_in(text: str) -> list[str]:
    """The three fields of an amount that was written into one cell."""
    year = YEAR.search(text)
    rest = text[: year.start()] if year else text
    currency = CURRENCY.search(rest)
    amount = CURRENCY.sub("", rest).strip(" ()")
    return [amount, currency.group().upper() if currency else "", year.group(1) if year else ""]
