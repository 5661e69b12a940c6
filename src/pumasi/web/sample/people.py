"""Makes the people of the sample: names as common as in Korea, dated posts, and who agreed to be named."""

import re
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from pumasi.web.sample.draft import OrganisationDraft, PersonDraft
from pumasi.web.sample.lexicon import Pair, lines, pairs, rows, slug
from pumasi.web.sample.organisations import SPIN_OUT
from pumasi.web.sample.roles import HELD
from pumasi.web.sample.shapes import Affiliation, Person

_STAFF = {
    "university": (5, 9), "research_institute": (2, 5), "hospital": (4, 6), "investor": (2, 4),
    "accelerator": (1, 3), "public_body": (2, 4), "other": (1, 3),
}  # fmt: skip
_COMPANY_STAFF = (1, 2, 3, 4)
_CHANGES = 42


def _given_names() -> dict[str, tuple[Pair, ...]]:
    made = {}
    for section in (f"{sex} {decade}" for sex in ("men", "women") for decade in (1960, 1970, 1980, 1990)):
        entries = ";".join(lines(file="people", section=f"given {section}")).split(";")
        made[section] = tuple(Pair(*entry.split()) for entry in entries)
    return made


class _Names:
    """Draws names, each used once."""

    def __init__(self, *, today: date, random: Random) -> None:
        self.today, self.random = today, random
        self.surnames = rows(file="people", section="surnames")
        self.weights = [float(row[1]) for row in self.surnames]
        self.given = _given_names()
        self.taken: set[str] = set()
        self.spelt: set[str] = set()
        self.foreign = list(pairs(file="people", section="foreign"))
        random.shuffle(self.foreign)

    def _spelling(self, surname: str, given: str) -> str:
        first, *others = surname.split()
        family = self.random.choice(others) if others and self.random.random() < 0.22 else first
        joined = given.replace("-", "")
        style = joined.capitalize() if self.random.random() < 0.45 else given
        return f"{style} {family}"

    def _draw(self, surname: tuple[str, ...], decade: int) -> Pair:
        sex = "men" if self.random.random() < 0.63 else "women"
        given = self.random.choice(self.given[f"{sex} {min(1990, max(1960, decade))}"])
        return Pair(surname[0] + given.ko, self._spelling(surname[2], given.en))

    def _take(self, name: Pair, surname: str) -> bool:
        """Whether the name is new; then it is taken. Surname and first syllable do not repeat each other."""
        plain = slug(name.en.replace("-", ""))
        if name.ko in self.taken or plain in self.spelt or name.ko.startswith(surname * 2):
            return False
        self.taken.add(name.ko)
        self.spelt.add(plain)
        return True

    def korean(self, age: int) -> Pair:
        """A Korean name that suits the age; in English the given name comes first, as on most cards.

        Kims are so many that a decade's names run short; then neighbouring decades and other surnames help.
        """
        born = (self.today.year - age) // 10 * 10
        while True:
            surname = self.random.choices(self.surnames, weights=self.weights)[0]
            for reach in (0,) * 8 + (10,) * 40:
                name = self._draw(surname, born + self.random.choice((-reach, 0, reach)))
                if self._take(name, surname[0]):
                    return name


def _lead(draft: OrganisationDraft, *, age: int, today: date, random: Random) -> Pair:
    """The title of the one in charge; founders are old enough to have founded it."""
    if draft.shown.type != "company":
        return next(Pair(*row[1:]) for row in rows(file="people", section="titles lead")
                    if draft.shown.name_ko.endswith(row[0]))  # fmt: skip
    known = pairs(file="people", section="titles company lead")
    could_found = age - (today.year - draft.shown.founded) >= 27
    return random.choice([t for t in known if could_found or "ounder" not in t.en])


def _title(draft: OrganisationDraft, *, age: int, random: Random) -> Pair:
    """A title that nobody there carries yet, as far as there are enough of them."""
    known = pairs(file="people", section=f"titles {draft.shown.type}")
    if draft.shown.type == "university":
        known = known[6:] if age < 34 else known[2:4] if age < 42 else known[:6]
    carried = {p.shown.title_ko for p in draft.staff}
    shared = [t for t in known if not t.ko.endswith(("장", "책임자"))]
    free = [t for t in known if t.ko not in carried] or shared or list(known)
    return random.choice(free if draft.shown.type != "university" else [*free, *shared])


def _start(draft: OrganisationDraft, *, first: bool, age: int, today: date, random: Random) -> date:
    """A first day not before the organisation's first year nor the person's 24th birthday."""
    low = max(date(draft.shown.founded, 3, 2), date(today.year - age + 24, 3, 2), date(today.year - 20, 3, 2))
    high = today - timedelta(days=45)
    if first and draft.joined:
        high = min(high, draft.joined - timedelta(days=10))
    low = min(low, high)
    return low + timedelta(days=random.randint(0, (high - low).days))


def _email(name: str, web: str) -> str:
    given, family = re.sub(r"[^a-z ]", "", name.lower()).split()[0], name.lower().split()[-1]
    return f"{given}.{family}@{web.removeprefix('https://')}"


def _person(names: _Names, draft: OrganisationDraft, *, first: bool, field: str | None) -> PersonDraft:
    random, today, kind = names.random, names.today, draft.shown.type
    age = random.randint(40, 62) if first else round(random.triangular(28, 64, 39))
    foreign = (
        not first
        and bool(names.foreign)
        and kind in {"company", "university", "investor"}
        and (
            random.random()
            < (0.25 if "Korea" in draft.shown.name_en or "Harrow" in draft.shown.name_en else 0.05)
        )
    )
    name = names.foreign.pop() if foreign else names.korean(age)
    title = (
        _lead(draft, age=age, today=today, random=random) if first else _title(draft, age=age, random=random)
    )
    start = _start(draft, first=first, age=age, today=today, random=random)
    if "ounder" in title.en:
        start = min(start, date(draft.shown.founded, random.randint(3, 12), random.randint(1, 28)))
    shown = Person(
        key=slug(name.en), name_ko=name.ko, name_en=name.en, email=_email(name.en, draft.shown.web),
        title_ko=title.ko, title_en=title.en, language="en" if foreign else "ko", named=random.random() < 0.7,
    )  # fmt: skip
    return PersonDraft(
        shown, field, [Affiliation(shown.key, draft.shown.key, title.ko, title.en, start, None)]
    )


def _hire(names: _Names, draft: OrganisationDraft) -> None:
    random, kind = names.random, draft.shown.type
    low, high = _STAFF.get(kind, (1, 1))
    count = (
        random.choices(_COMPANY_STAFF, weights=(46, 36, 14, 4))[0]
        if kind == "company"
        else random.randint(low, high)
    )
    if draft.shown.anchor:
        count += 3
    if draft.shown.key in HELD:
        count = max(count, 4)
    for n in range(count):
        home = draft.fields[n % len(draft.fields)] if draft.fields else None
        draft.staff.append(_person(names, draft, first=n == 0, field=home))


def _retitle(
    person: PersonDraft, organisation: OrganisationDraft, title: Pair, *, posts: list[Affiliation]
) -> None:
    person.shown = replace(
        person.shown,
        title_ko=title.ko,
        title_en=title.en,
        email=_email(person.shown.name_en, organisation.shown.web),
    )
    person.posts = posts


def move(person: PersonDraft, new: OrganisationDraft, *, day: date, title: Pair) -> None:
    """Let a person leave for `new` on a day; they stay in both staff lists, their posts tell when."""
    last = replace(person.posts[-1], ends=day)
    post = Affiliation(person.shown.key, new.shown.key, title.ko, title.en, day, None)
    _retitle(person, new, title, posts=[*person.posts[:-1], last, post])
    new.staff.append(person)


def _change_jobs(drafts: list[OrganisationDraft], *, today: date, random: Random) -> None:
    """Some moved between companies of a field within the last two years and a half."""
    movable = [(d, p) for d in drafts if d.shown.type == "company" and d.joined and d.shown.key != SPIN_OUT
               for p in d.staff[1:]]  # fmt: skip
    for old, person in random.sample(movable, _CHANGES):
        day = today - timedelta(days=random.randint(60, 900))
        targets = [d for d in drafts if d.shown.type == "company" and d.fields[:1] == old.fields[:1]
                   and d is not old and d.here(day) and d.shown.key != SPIN_OUT]  # fmt: skip
        if targets and person.posts[0].starts < day - timedelta(days=200):
            title = random.choice(pairs(file="people", section="titles company"))
            move(person, random.choice(targets), day=day, title=title)


def _founder(drafts: list[OrganisationDraft], *, opened: date) -> None:
    """The story's researcher leaves the university to lead the spin-out."""
    by_key = {d.shown.key: d for d in drafts}
    lab, company = by_key["gaon-university-of-science-and-technology"], by_key[SPIN_OUT]
    person = lab.staff[0]
    old = replace(person.posts[0], title_ko="연구교수", title_en="Research Professor")
    person.posts = [replace(old, starts=min(old.starts, opened - timedelta(days=1500)))]
    person.field = "mobility"
    person.shown = replace(person.shown, named=True)
    move(person, company, day=opened, title=Pair("대표이사", "CEO"))
    company.staff.insert(0, company.staff.pop())
    for other in company.staff[1:]:
        start = max(other.posts[0].starts, opened + timedelta(days=20))
        other.posts = [replace(other.posts[0], starts=start)]
        if other.shown.title_en in {"CEO", "President", "Founder and CEO", "Co-founder"}:
            _retitle(other, company, Pair("최고기술책임자", "CTO"),
                     posts=[replace(other.posts[0], title_ko="최고기술책임자", title_en="CTO")])  # fmt: skip


def build(drafts: list[OrganisationDraft], *, today: date, opened: date, seed: int) -> list[PersonDraft]:
    """Everyone, in the order of the organisations; also fills each draft's staff."""
    random = Random(f"{seed} people")
    names = _Names(today=today, random=random)
    for draft in drafts:
        _hire(names, draft)
    everyone = [p for d in drafts for p in d.staff]
    _change_jobs(drafts, today=today, random=random)
    _founder(drafts, opened=opened)
    return everyone
