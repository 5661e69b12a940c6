"""Text in two languages, and numbers and dates as each language writes them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from pumasi.kit import bilingual, dates, numbers
from pumasi.web.templatetags._library import language, part, register

LANGUAGE_MARKS = {"ko": "KO", "en": "EN"}


def _found(thing: object, name: str) -> bilingual.Words:
    if isinstance(thing, bilingual.Words):
        return thing
    wanted = language()
    for code in [wanted, *(other for other in bilingual.languages() if other != wanted)]:
        if text := part(thing, f"{name}_{code}"):
            return bilingual.Words(str(text), code, fallback=code != wanted)
    return bilingual.Words(str(part(thing, name, "") or ""), wanted)


@register.simple_tag
def bi(thing: object, name: str = "name", *, mark: bool = True) -> SafeString | str:
    """Write a bilingual text: {% bi organisation "name" %} or {% bi organisation.name %}.

    `thing` offers name_ko and name_en, or is a kit.bilingual.Words. Where only the other language has a text,
    it carries lang= and, unless mark=False, a small sign that says so.
    """
    words = _found(thing, name)
    if not words.fallback:
        return words.text
    if not mark:
        return format_html('<span lang="{}">{}</span>', words.language, words.text)
    said = _("only in Korean") if words.language == "ko" else _("only in English")
    return format_html(
        '<span lang="{}">{}</span><abbr class="other-language" title="{}">{}</abbr>',
        words.language,
        words.text,
        said,
        LANGUAGE_MARKS.get(words.language, words.language),
    )


@register.filter
def number(value: Any, places: int | None = None) -> str:
    """Group thousands: {{ 22000|number }} gives 22,000, {{ 4400|number:1 }} gives 4,400.0."""
    return "" if value in (None, "") else numbers.grouped(value, places)


@register.filter
def spoken(value: Any) -> str:
    """Use the units of the language: {{ 1348000|spoken }} gives 134만 8,000 or 1.348 million."""
    return "" if value in (None, "") else numbers.spoken(value, language())


@register.filter
def share_of(part_: int, whole: int) -> str:
    """Write a share with what it is of: {{ 18|share_of:28 }}."""
    return numbers.share(part_, whole, language())


@register.filter
def percent(value: float) -> str:
    """Write a ratio as a percentage with one place: {{ run.ratio|percent }} gives 99.9%."""
    return f"{numbers.grouped(100 * value, 1)}%"


@register.filter
def day(value: date | datetime | str | None, style: str = "plain") -> str:
    """Write a date: {{ event.day|day }}, {{ event.day|day:"long" }}, {{ event.day|day:"weekday" }}."""
    if not isinstance(value, date):
        return str(value or "")
    local = timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
    plain = local.date() if isinstance(local, datetime) else local
    if style == "weekday":
        return dates.date_text(plain, language(), weekday=True)
    return dates.date_text(plain, language(), style=style)  # type: ignore[arg-type]


@register.filter
def moment(value: datetime, zone: str = "Asia/Seoul") -> str:
    """Write an instant as the clock on the wall of a zone: {{ event.starts_at|moment:event.zone }}."""
    return dates.wall(value, zone, language())


@register.filter
def span(event: Any) -> str:
    """Write from when to when as the clock on the wall there: {{ event|span }} (starts_at, ends_at, zone)."""
    return dates.wall_range(dates.Span(event.starts_at, event.ends_at), event.zone, language())


@register.filter
def clock(value: datetime, zone: str = "Asia/Seoul") -> str:
    """Write only the time of day there: {{ item.starts_at|clock:event.zone }} gives 19:30."""
    return f"{value.astimezone(dates.zone_of(zone)):%H:%M}"


@register.filter
def ago(value: datetime | None) -> str:
    """Say how long ago or in how long: {{ notice.at|ago }} gives 3일 전, in 2 hours."""
    return dates.relative(value, timezone.now(), language()) if value else ""


@register.filter
def weekday(value: int) -> str:
    """Name a day of the week by its number, 0 for Monday: {{ row.weekday|weekday }} gives 월 or Mon."""
    return dates.WEEKDAYS_KO[value] if language() == "ko" else dates.WEEKDAYS_EN[value][:3]


@register.filter
def said(value: Any) -> str:
    """Say a sentence that is kept in both languages in the reader's: {{ finding|said }}."""
    return str(value.text(language()))
