"""Tells the seeded story from a meet-up to an investment, and the shorter ones that stop half-way."""

from datetime import datetime, timedelta
from decimal import Decimal
from random import Random
from typing import NamedTuple

from pumasi.web.sample.draft import OrganisationDraft
from pumasi.web.sample.lexicon import Pair, lines, pairs, particles, pick, rows
from pumasi.web.sample.moments import at, local_day, working_day
from pumasi.web.sample.shapes import Attendance, Gathering, Party, Thread, ThreadLine

COMPANY, LAB, CITY = "gilnun-systems", "gaon-university-of-science-and-technology", "gaon-city"
SPIN_OUT, INVESTOR, INSTITUTE = "seorion", "jinggeomdol-investment", "narae-institute-of-autonomous-driving"
SPIN_OUT_AFTER = 338  # days after the meet-up


class _Station(NamedTuple):
    """One station: days after the meet-up, hour, length in hours, parties, number of its origin."""

    after: int
    hour: int
    length: float
    parties: tuple[str, ...]
    origin: int
    hours: str | None = None
    amount: int | None = None


_STATIONS = (
    _Station(0, 18, 2, (COMPANY, LAB), -1),
    _Station(13, 14, 1.5, (COMPANY, LAB), 0),
    _Station(40, 9, 24 * 120, (COMPANY, LAB, CITY), 1),
    _Station(74, 9, 4, (COMPANY, LAB, INSTITUTE), 2, "4.0"),
    _Station(103, 20, 6.5, (COMPANY, LAB, INSTITUTE), 2, "6.5"),
    _Station(131, 9, 4, (COMPANY, LAB, INSTITUTE), 2, "4.0"),
    _Station(158, 9, 8, (COMPANY, LAB, CITY, INSTITUTE), 2, "8.0"),
    _Station(236, 10, 1, (COMPANY, LAB), 6),
    _Station(SPIN_OUT_AFTER, 10, 1, (SPIN_OUT, LAB), 7),
    _Station(447, 11, 1, (SPIN_OUT, CITY), 8, None, 186_000_000),
    _Station(556, 15, 1, (SPIN_OUT, INVESTOR), 8, None, 1_500_000_000),
)


def opened(meetup: datetime) -> datetime:
    """When the story's company is founded."""
    return at(working_day(local_day(meetup) + timedelta(days=SPIN_OUT_AFTER)), 10)


def _somebody(draft: OrganisationDraft, moment: datetime, *, prefer: str | None) -> str | None:
    day = local_day(moment)
    there = [p.shown.key for p in draft.staff if p.works_at(draft.shown.key, day)]
    return prefer if prefer in there else next(iter(there), None)


def _line(number: int, words: tuple[str, ...], station: _Station, *, meetup: Gathering,
          drafts: dict[str, OrganisationDraft], founder: str) -> ThreadLine:  # fmt: skip
    kind, ko, en = words
    start = at(working_day(local_day(meetup.starts_at) + timedelta(days=station.after)), station.hour)
    end = start + timedelta(hours=station.length)
    if number == 0:
        start, end = meetup.starts_at, meetup.ends_at
    parties = tuple(Party(key, _somebody(drafts[key], start, prefer=founder)) for key in station.parties)
    return ThreadLine(
        key=f"story-{number + 1:02d}-{kind.replace('_', '-')}", kind=kind, title_ko=ko, title_en=en,
        starts_at=start, ends_at=end, parties=parties,
        origin=None if station.origin < 0 else _key_of(station.origin),
        gathering=meetup.key if number == 0 else None,
        hours=Decimal(station.hours) if station.hours else None,
        amount=Decimal(station.amount) if station.amount else None,
    )  # fmt: skip


def _key_of(number: int) -> str:
    kind = rows(file="thread", section="story")[number][0]
    return f"story-{number + 1:02d}-{kind.replace('_', '-')}"


def story(meetup: Gathering, drafts: dict[str, OrganisationDraft], *, founder: str) -> Thread:
    """The full story: eleven lines over about eighteen months, the first a gathering of the calendar."""
    title = pairs(file="thread", section="story title")[0]
    words = rows(file="thread", section="story")
    told = tuple(
        _line(n, w, s, meetup=meetup, drafts=drafts, founder=founder)
        for n, (w, s) in enumerate(zip(words, _STATIONS, strict=True))
    )
    return Thread("story", title.ko, title.en, told)


class _Steps(NamedTuple):
    """A step of a partial story: kind, days after the step before, hours, chance to get there."""

    kind: str
    after: tuple[int, int]
    length: float
    chance: float


_LADDER = (
    _Steps("follow_up", (7, 24), 1.5, 1.0),
    _Steps("challenge", (20, 45), 24 * 60, 0.85),
    _Steps("use", (20, 60), 4, 0.7),
    _Steps("contract", (60, 110), 1, 0.55),
)


def _words(kind: str, random: Random, unused: dict[str, list[Pair]], field: str) -> Pair:
    if kind == "challenge":
        return unused[field].pop()
    chosen = pick(pairs(file="thread", section=f"partial {kind}"), random=random)
    data = pick(pairs(file="thread", section="data"), random=random)
    return Pair(particles(chosen.ko.replace("{data}", data.ko)), chosen.en.replace("{data}", data.en))


def _next(
    number: str, step: _Steps, before: ThreadLine, *, day_after: int, words: Pair, random: Random
) -> ThreadLine:
    start = at(working_day(local_day(before.starts_at) + timedelta(days=day_after)), random.randint(9, 16))
    used = random.choice(("2.5", "4.0", "6.0")) if step.kind == "use" else None
    amount = Decimal(random.randint(12, 90) * 1_000_000) if step.kind == "contract" else None
    return ThreadLine(
        key=f"{number}-{step.kind.replace('_', '-')}", kind=step.kind, title_ko=words.ko, title_en=words.en,
        starts_at=start, ends_at=start + timedelta(hours=float(used or step.length)), parties=before.parties,
        origin=before.key, gathering=None, hours=Decimal(used) if used else None, amount=amount,
    )  # fmt: skip


def _stay(parties: tuple[Party, ...], moment: datetime, drafts: dict[str, OrganisationDraft]) -> bool:
    day = local_day(moment)
    return all(
        drafts[p.organisation].here(day)
        and any(
            q.shown.key == p.person and q.works_at(p.organisation, day) for q in drafts[p.organisation].staff
        )
        for p in parties
    )


def _partial(number: str, meetup: Gathering, pair: tuple[Attendance, Attendance], *, now: datetime,
             drafts: dict[str, OrganisationDraft], unused: dict[str, list[Pair]],
             random: Random) -> Thread | None:  # fmt: skip
    parties = tuple(Party(a.organisation, a.person) for a in pair)
    field = meetup.field or ""
    told = [ThreadLine(f"{number}-meetup", "meetup", meetup.title_ko, meetup.title_en, meetup.starts_at,
                       meetup.ends_at, parties, None, meetup.key, None, None)]  # fmt: skip
    for step in _LADDER:
        if random.random() > step.chance or (step.kind == "challenge" and not unused[field]):
            break
        words = _words(step.kind, random, unused, field)
        line = _next(
            number, step, told[-1], day_after=random.randint(*step.after), words=words, random=random
        )
        if line.ends_at > now or not _stay(parties, line.starts_at, drafts):
            break
        told.append(line)
    return Thread(number, told[-1].title_ko, told[-1].title_en, tuple(told)) if len(told) > 1 else None


def _two(
    meetup: Gathering, drafts: dict[str, OrganisationDraft], random: Random
) -> tuple[Attendance, Attendance] | None:
    """Two of two organisations who met there, both at home in its field."""
    came = [a for a in meetup.attendance if meetup.field in drafts[a.organisation].fields]
    if not came:
        return None
    first = random.choice(came)
    others = [a for a in came if a.organisation != first.organisation]
    return (first, random.choice(others)) if others else None


def partials(
    held: list[Gathering], drafts: dict[str, OrganisationDraft], *, now: datetime, seed: int, wanted: int = 25
) -> tuple[Thread, ...]:
    """Shorter stories from public meet-ups of the past, each ended before `now`, oldest first."""
    random = Random(f"{seed} partial threads")
    unused: dict[str, list[Pair]] = {}
    for ko, en, field in rows(file="thread", section="partial challenge"):
        unused.setdefault(field, []).append(Pair(ko, en))
    open_to = [
        g for g in held if g.kind == "meetup" and g.stage == "happened" and g.title_ko != STORY_TITLE_KO
    ]
    random.shuffle(open_to)
    told: list[Thread] = []
    for meetup in open_to:
        pair = _two(meetup, drafts, random)
        if pair and len(told) < wanted:
            number = f"thread-{len(told) + 1:02d}"
            thread = _partial(number, meetup, pair, now=now, drafts=drafts, unused=unused, random=random)
            told += [thread] if thread else []
    return tuple(told)


STORY_TITLE_KO = lines(file="thread", section="story")[0].split("|")[1].strip()
