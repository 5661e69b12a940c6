"""The calendar of the sample: fourteen series by rule, a few single meetings, and the theme of each."""

from datetime import date, datetime, timedelta
from random import Random
from typing import NamedTuple

from pumasi.web.sample.lexicon import Pair, pairs, rows
from pumasi.web.sample.moments import ZONE, at, months_between, nth_weekday, working_day
from pumasi.web.sample.shapes import Series

PAST_DAYS, FUTURE_DAYS = 730, 21
AGENCY = "gaon-industry-promotion-agency"
STORY_AGE = 610  # days before today at which the story's meet-up lies, about


class Rule(NamedTuple):
    """How a series recurs: the n-th weekday of certain months (none: of every month), and at what hour."""

    key: str
    kind: str
    field: str | None
    months: tuple[int, ...]
    nth: int
    weekday: str
    start: tuple[int, int]
    minutes: int
    host: str
    visibility: str

    @property
    def rrule(self) -> str:
        """The rule in the words of RFC 5545."""
        day = f"BYDAY={self.nth}{self.weekday}"
        if not self.months:
            return f"FREQ=MONTHLY;{day}"
        return f"FREQ=YEARLY;BYMONTH={','.join(map(str, self.months))};{day}"


class Slot(NamedTuple):
    """One date of the calendar with its theme; `research` marks seminars of the laboratories."""

    series: Rule | None
    kind: str
    field: str | None
    day: date
    start: tuple[int, int]
    minutes: int
    title: Pair
    research: bool
    visibility: str


RULES = (
    Rule("bio", "meetup", "bio", (), 2, "TU", (16, 0), 120, "gaon-medical-device-association", "members"),
    Rule("mobility", "meetup", "mobility", (), 3, "WE", (18, 30), 120,
         "narae-institute-of-autonomous-driving", "public"),
    Rule("software", "meetup", "software", (), 1, "TH", (18, 30), 120, AGENCY, "public"),
    Rule("materials", "meetup", "materials", (), 2, "TH", (16, 0), 120, AGENCY, "members"),
    Rule("energy", "meetup", "energy", (), 4, "TU", (16, 0), 120, AGENCY, "members"),
    Rule("robotics", "meetup", "robotics", (), 3, "TH", (18, 30), 120, "hanpal-robotics", "public"),
    Rule("agrifood", "meetup", "agrifood", (), 4, "WE", (14, 0), 120,
         "deulbit-functional-food-assessment-centre", "members"),
    Rule("content", "meetup", "content", (), 2, "FR", (18, 30), 150, "byeori-content-technology-laboratory",
         "public"),
    Rule("conference", "conference", None, (3, 6, 9, 12), 4, "TH", (10, 0), 420, AGENCY, "public"),
    Rule("round-table", "round_table", "bio", (2, 5, 8, 11), 3, "TU", (17, 0), 120,
         "gaon-city-medical-centre", "members"),
    Rule("demo-day", "demo_day", None, (1, 4, 7, 10), 4, "FR", (14, 0), 180, AGENCY, "public"),
    Rule("one-to-one", "brokerage", None, (5, 11), 2, "WE", (10, 0), 360, AGENCY, "members"),
    Rule("breakfast", "talk", None, (), 1, "WE", (7, 30), 75, AGENCY, "public"),
    Rule("workshop", "workshop", None, (2, 4, 6, 8, 10, 12), 3, "FR", (14, 0), 210, AGENCY, "members"),
)  # fmt: skip


def series() -> tuple[Series, ...]:
    """The fourteen series with their words."""
    words = rows(file="themes", section="series")
    return tuple(
        Series(r.key, r.kind, r.field, w[0], w[1], w[2], w[3], r.host, r.rrule, ZONE, r.visibility)
        for r, w in zip(RULES, words, strict=True)
    )


def days(rule: Rule, *, today: date) -> list[date]:
    """Its days from two years before today to three weeks after, moved off public holidays; never today."""
    first, last = today - timedelta(days=PAST_DAYS), today + timedelta(days=FUTURE_DAYS)
    found = []
    for year, month in months_between(first, last):
        if rule.months and month not in rule.months:
            continue
        day = working_day(nth_weekday(year=year, month=month, nth=rule.nth, weekday=rule.weekday))
        if day == today:
            day = working_day(today + timedelta(days=1))
        if first <= day <= last:
            found.append(day)
    return found


def _themes(rule: Rule, random: Random) -> list[tuple[Pair, bool]]:
    known = pairs(file="themes", section=rule.field if rule.kind == "meetup" and rule.field else rule.kind)
    made = [(Pair(p.ko.removeprefix("*").strip(), p.en), p.ko.startswith("*")) for p in known]
    random.shuffle(made)
    return made


def _put_story(themes: list[tuple[Pair, bool]], when: list[date], *, today: date) -> None:
    """Bring the theme with which the story begins to its day."""
    wanted = rows(file="thread", section="story")[0][1]
    place = min(range(len(when)), key=lambda n: abs((today - when[n]).days - STORY_AGE))
    held = next(n for n, (title, _) in enumerate(themes) if title.ko == wanted)
    themes[place], themes[held] = themes[held], themes[place]


def _of_rule(rule: Rule, *, today: date, random: Random) -> list[Slot]:
    when, themes = days(rule, today=today), _themes(rule, random)
    if rule.key == "mobility":
        _put_story(themes, when, today=today)
    return [
        Slot(
            rule,
            rule.kind,
            rule.field,
            day,
            rule.start,
            rule.minutes,
            *themes[n % len(themes)],
            rule.visibility,
        )
        for n, day in enumerate(when)
    ]


def _single(section: str, kind: str, visibility: str, ages: tuple[int, ...], *, today: date) -> list[Slot]:
    return [
        Slot(
            None, kind, None, working_day(today - timedelta(days=age)), (14, 0), 90, title, False, visibility
        )
        for age, title in zip(ages, pairs(file="themes", section=section), strict=False)
    ]


def build(*, today: date, seed: int) -> list[Slot]:
    """All dates in order of time; about 260 in the past and ten ahead."""
    random = Random(f"{seed} calendar")
    found = [slot for rule in RULES for slot in _of_rule(rule, today=today, random=random)]
    found += _single("confidential", "meeting", "confidential", (655, 540, 421, 290, 171, 62), today=today)
    found += _single("single", "visit", "public", (-4, -9, -16, 45), today=today)
    return sorted(found, key=lambda s: (s.day, s.start, s.title.ko))


def span(slot: Slot) -> tuple[datetime, datetime]:
    """Start and end of a slot as aware times in UTC."""
    start = at(slot.day, *slot.start)
    return start, start + timedelta(minutes=slot.minutes)
