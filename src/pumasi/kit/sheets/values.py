"""Cells read as dates, times, numbers and lists, in the ways Korean and European offices write them."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation

from pumasi.kit.dates import MONTHS, WEEKDAYS_KO, date_text
from pumasi.kit.particles import with_particle
from pumasi.kit.refused import Refused
from pumasi.kit.sheets.cells import Value, blank, shown

EPOCH = date(1899, 12, 30)  # day 0 of Excel's serial dates, its false 29 February 1900 included
SERIALS = range(18_264, 73_051)  # 1950 to 2099: smaller or greater numbers are no dates of gatherings
CENTURY_TURN = 69  # two digits: 69 is 1969, 68 is 2068 (POSIX)
MONTH_NAMES = {name.lower()[:3]: at for at, name in enumerate(MONTHS, 1)}
TIME_TEXT = re.compile(
    r"(?P<half>오전|오후|am|pm)?\s*(?P<hour>\d{1,2})(?:\s*[:：]\s*(?P<minute>\d{2})(?::\d{2})?|시(?:\s*(?P<minute_ko>\d{1,2})분)?)"
    r"\s*(?P<behind>am|pm)?",
    re.IGNORECASE,
)
WEEKDAY = re.compile(r"[(\[]\s*([월화수목금토일])(?:요일)?\s*[)\]]|([월화수목금토일])요일")
SEPARATOR = r"\s*[.\-/년]\s*"
YEAR_FIRST = re.compile(
    rf"(?<!\d)['’]?(\d{{4}}|\d{{2}}){SEPARATOR}(\d{{1,2}})\s*[.\-/월]\s*(\d{{1,2}})(?!\d)"
)
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)")
YEAR_LAST = re.compile(r"(?<!\d)(\d{1,2})\s*[./\-]\s*(\d{1,2})\s*[./\-]\s*(\d{4})(?!\d)")
MONTH_DAY = re.compile(r"(?<!\d)(\d{1,2})\s*[./월]\s*(\d{1,2})(?:\s*일)?(?!\d)")
DAY_NAMED = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)?\.?\s+([a-z]{3,9})\.?,?\s+(\d{4})", re.IGNORECASE)
NAMED_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.IGNORECASE)
NOTHING = {"-", "–", "—", "x", "n/a", "na", "없음", "미정", "해당없음", "해당 없음", "tbd", "?"}


def read_date(value: Value, *, year: int | None = None) -> date | None:
    """Read a date: date cells, Excel's serial numbers, and texts; None of a blank cell or "-".

    Texts: 2024. 3. 5. · 24/3/5 · 2024년 3월 5일 · 20240305 · 2024-03-05 14:00 · 5 March 2024 · March 5, 2024
    · 25/03/2024; with `year`, also 3월 5일(화) and 3/5. Of two figures the year stands first, as in Korea.
    Raises Refused for what cannot be read, for 03/05/2024 (March or May?), and for a wrong day of the week.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _date_of_number(value, year)
    text = unicodedata.normalize("NFKC", shown(value))
    if not text or text.casefold() in NOTHING:
        return None
    if text.isdigit():
        return _date_of_number(int(text), year)
    return _checked_weekday(_date_of_text(text, year), text)


def find_date(text: str, *, year: int | None = None) -> date | None:
    """Find a date somewhere in a text ("제3회 밋업 (2024. 3. 5. 화)"); None where none can be read."""
    try:
        return _date_of_text(unicodedata.normalize("NFKC", text), year)
    except Refused:
        return None


def strip_date(text: str) -> str:
    """Take dates, days of the week and empty brackets out of a text: "밋업 (3/5, 화)" gives "밋업"."""
    bare = unicodedata.normalize("NFKC", text)
    for pattern in (YEAR_FIRST, COMPACT, YEAR_LAST, DAY_NAMED, NAMED_DAY, MONTH_DAY):
        bare = pattern.sub(" ", bare)
    bare = WEEKDAY.sub(" ", TIME_TEXT.sub(" ", bare))
    bare = re.sub(r"[(\[][\s,.일월화수목금토~\-]*[)\]]", " ", bare)
    return re.sub(r"\s+", " ", bare).strip(" .,-~·:|/")


def _date_of_number(number: float, year: int | None) -> date:
    if isinstance(number, int) and (found := COMPACT.fullmatch(str(number))):
        return _date(*map(int, found.groups()), text=str(number))
    if int(number) in SERIALS:
        return EPOCH + timedelta(days=int(number))
    if isinstance(number, float) and year and 1 <= number < 13:
        return _date_of_text(str(number), year)  # 3.5 typed for 3월 5일
    raise _no_date(str(number))


def _date_of_text(text: str, year: int | None) -> date:
    if found := YEAR_FIRST.search(text):
        return _date(_full_year(found[1]), int(found[2]), int(found[3]), text=text)
    if found := COMPACT.search(text):
        return _date(*map(int, found.groups()), text=text)
    if found := YEAR_LAST.search(text):
        return _year_last(int(found[1]), int(found[2]), int(found[3]), text)
    for pattern, day, month in ((DAY_NAMED, 1, 2), (NAMED_DAY, 2, 1)):
        found = pattern.search(text)
        if found and (named := MONTH_NAMES.get(found[month].lower()[:3])):
            return _date(int(found[3]), named, int(found[day]), text=text)
    if found := MONTH_DAY.search(text):
        if year is None:
            raise _no_year(text)
        return _date(year, int(found[1]), int(found[2]), text=text)
    raise _no_date(text)


def _full_year(written: str) -> int:
    year = int(written)
    return year if len(written) == 4 else year + (1900 if year >= CENTURY_TURN else 2000)


def _year_last(first: int, second: int, year: int, text: str) -> date:
    if first <= 12 and second <= 12 and first != second:
        raise Refused(
            "“{text}” may be read in two ways, day first or month first. Write it as 2024-03-05.",
            "{topic} 일과 월의 순서를 알 수 없습니다. 2024-03-05와 같이 써 주십시오.",
            text=text,
            topic=with_particle(f"‘{text}’", "은"),
        )
    return _date(year, second, first, text=text) if second <= 12 else _date(year, first, second, text=text)


def _date(year: int, month: int, day: int, *, text: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Refused(
            "“{text}” is no day of the calendar. Correct it, or leave it empty.",
            "{topic} 달력에 없는 날짜입니다. 고치거나 비워 두십시오.",
            text=text,
            topic=with_particle(f"‘{text}’", "은"),
        ) from None


def _checked_weekday(day: date, text: str) -> date:
    found = WEEKDAY.search(text)
    stated = found and (found[1] or found[2])
    if stated and stated != WEEKDAYS_KO[day.weekday()]:
        raise Refused(
            "“{text}”: {day} is not that day of the week. Check the date and its year.",
            "‘{text}’: {day_topic} {weekday}요일입니다. 날짜와 연도를 확인해 주십시오.",
            text=text,
            day=day.isoformat(),
            day_topic=with_particle(date_text(day, "ko", style="long"), "은"),
            weekday=WEEKDAYS_KO[day.weekday()],
        )
    return day


def _no_date(text: str) -> Refused:
    return Refused(
        "“{text}” cannot be read as a date. Write it as 2024-03-05.",
        "{object} 날짜로 읽을 수 없습니다. 2024-03-05와 같이 써 주십시오.",
        text=text,
        object=with_particle(f"‘{text}’", "을"),
    )


def _no_year(text: str) -> Refused:
    return Refused(
        "“{text}” has no year. Write it as 2024-03-05, or say which year the list is of.",
        "‘{text}’에 연도가 없습니다. 2024-03-05와 같이 쓰거나 명단의 연도를 지정해 주십시오.",
        text=text,
    )


def read_time(value: Value) -> time | None:
    """Find a time of day: time cells, 14:00, 오후 2시 30분, 2:30 pm; None where there is none."""
    if isinstance(value, datetime):
        return value.time() if value.time() != time() else None
    if isinstance(value, time):
        return value
    if not isinstance(value, str):
        return None
    found = TIME_TEXT.search(unicodedata.normalize("NFKC", value))
    if not found:
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or found["minute_ko"] or 0)
    half = (found["half"] or found["behind"] or "").lower()
    if half in {"오후", "pm"} and hour < 12:
        hour += 12
    if half in {"오전", "am"} and hour == 12:
        hour = 0
    return time(hour, minute) if hour < 24 and minute < 60 else None


UNIT_WORDS = re.compile(r"[₩￦$€£]|krw|usd|eur|원|명|개사|개|건|人|%|㎡|m2", re.IGNORECASE)
MYRIADS = {"조": 10**12, "억": 10**8, "만": 10**4, "천": 10**3, "백": 10**2}


def read_number(value: Value, *, decimal: str | None = None) -> Decimal | None:
    """Read a number: 1,234.5 · 1.234,5 · 12,5 · 3억 5천만 · ₩1,000; None of nothing.

    A single comma before three digits parts thousands unless `decimal` is ",". Raises Refused.
    """
    if isinstance(value, bool):
        return Decimal(int(value))
    if isinstance(value, int | float):
        return Decimal(str(value))
    text = unicodedata.normalize("NFKC", shown(value)).casefold()
    if not text or text in NOTHING:
        return None
    plain = re.sub(r"\s", "", UNIT_WORDS.sub("", text)).replace("−", "-")
    negative = plain.startswith("(") and plain.endswith(")")
    plain = plain.strip("()").strip("+")
    try:
        number = (
            _with_myriads(plain) if re.search("[조억만천백]", plain) else Decimal(_pointed(plain, decimal))
        )
    except InvalidOperation:
        raise _no_number(text) from None
    return -number if negative else number


def _with_myriads(plain: str) -> Decimal:
    total = part = Decimal(0)
    for digits, unit in re.findall(r"([\d,.]*)([조억만천백]|$)", plain):
        count = Decimal(digits.replace(",", "")) if digits else Decimal(1 if unit in {"천", "백"} else 0)
        if unit in {"천", "백"}:
            part += count * MYRIADS[unit]
        elif unit:
            total, part = total + (part + count) * MYRIADS[unit], Decimal(0)
        else:
            part += count
    if re.sub(r"[\d,.조억만천백]", "", plain):
        raise InvalidOperation
    return total + part


def _pointed(plain: str, decimal: str | None) -> str:
    if decimal is None:
        decimal = "," if _decimal_comma(plain) else "."
    other = "." if decimal == "," else ","
    return plain.replace(other, "").replace("'", "").replace(decimal, ".")


def _decimal_comma(plain: str) -> bool:
    if "," in plain and "." in plain:
        return plain.rindex(",") > plain.rindex(".")
    return plain.count(",") == 1 and not re.fullmatch(r"-?\d{1,3},\d{3}", plain)


def _no_number(text: str) -> Refused:
    return Refused(
        "“{text}” cannot be read as a number. Write digits only, such as 1234.5.",
        "{object} 숫자로 읽을 수 없습니다. 1234.5와 같이 숫자만 써 주십시오.",
        text=text,
        object=with_particle(f"‘{text}’", "을"),
    )


def read_list(value: Value) -> list[str]:
    """Read several words from one cell, parted by commas, semicolons, slashes, bars, middle dots or lines."""
    text = "" if value is None else str(value)
    parts = re.split(r"[,;/|·ㆍ\n、，]|(?:^|\s)#", text)
    return list(dict.fromkeys(part for part in (shown(part).strip("# ") for part in parts) if part))


EMAIL = re.compile(r"[^\s@,;<>()\[\]\"]+@[^\s@,;<>()\[\]\".]+(?:\.[^\s@,;<>()\[\]\".]+)+")


def read_email(value: Value) -> str | None:
    """Read the first e-mail address of a cell, its domain in lower case; None of a blank cell.

    Raises Refused when something else stands there.
    """
    text = unicodedata.normalize("NFKC", shown(value))
    if not text or text.casefold() in NOTHING:
        return None
    if not (found := EMAIL.search(text)):
        raise Refused(
            "“{text}” is no e-mail address. Write it as name@example.org, or leave it empty.",
            "{topic} 이메일 주소가 아닙니다. name@example.org와 같이 쓰거나 비워 두십시오.",
            text=text,
            topic=with_particle(f"‘{text}’", "은"),
        )
    local, _, domain = found.group().rstrip(".").rpartition("@")
    return f"{local}@{domain.lower()}"


def read_web(value: Value) -> str | None:
    """Read a web address, https:// added where none is given. Raises Refused for what is none."""
    text = unicodedata.normalize("NFKC", shown(value))
    if not text or text.casefold() in NOTHING:
        return None
    found = re.fullmatch(r"(https?://)?([^\s/@:]+\.[^\s/@:]{2,}(?::\d+)?(?:/\S*)?)", text, re.IGNORECASE)
    if not found:
        raise Refused(
            "“{text}” is no web address. Write it as https://example.org, or leave it empty.",
            "{topic} 누리집 주소가 아닙니다. https://example.org와 같이 쓰거나 비워 두십시오.",
            text=text,
            topic=with_particle(f"‘{text}’", "은"),
        )
    return f"{(found[1] or 'https://').lower()}{found[2]}"


def is_date(value: Value) -> bool:
    """Say whether a cell holds a date with its year, by type or by text; numbers alone do not count."""
    if isinstance(value, date):
        return True
    if not isinstance(value, str) or blank(value) or len(value) > 30:
        return False
    return find_date(value) is not None
