"""Makes the four hundred organisations of the sample."""

from dataclasses import replace
from datetime import date
from random import Random
from typing import NamedTuple

from pumasi.web.sample import companies
from pumasi.web.sample.draft import OrganisationDraft
from pumasi.web.sample.lexicon import Pair, pairs, pick, rows, slug, variant
from pumasi.web.sample.registration import invented
from pumasi.web.sample.shapes import Organisation, Tag

CENTRE = (36.62, 127.12)
_OFFSETS = ((0.0, 0.0), (0.06, -0.09), (-0.08, 0.05), (0.03, -0.24), (-0.05, 0.17), (0.15, 0.08))
_BANDS = ("1–9", "10–49", "50–249", "250–999", "1,000+")
_AGE_WEIGHTS = ((2, 5, 30), (6, 12, 36), (13, 22, 24), (23, 38, 10))
ANCHORS = (
    "hangyeol-autotech", "onsae-biologics", "haeun-semiconductor", "hanbyeol-battery", "hanpal-robotics",
    "seum-medical", "gaon-university-of-science-and-technology", "gaon-city-medical-centre",
)  # fmt: skip
SPIN_OUT = "seorion"
BRIDGES = {
    "gilnun-systems": ("software",), "lumiscope": ("materials",), "vectorium": ("robotics", "bio"),
    "thermogyeol": ("mobility",), "heumgyeol-vision": ("materials", "agrifood"), "semteul-data": ("energy",),
    "songil-robotics": ("bio",), "nondureong-drone": ("mobility",),
}  # fmt: skip
_FOUNDED = {
    "university": (1952, 1998), "research_institute": (1978, 2014), "hospital": (1968, 2009),
    "investor": (2000, 2018), "accelerator": (2012, 2019), "public_body": (1990, 2012), "other": (1996, 2016),
}  # fmt: skip


def tags() -> tuple[Tag, ...]:
    """All technology tags, in the order of the fields."""
    return tuple(Tag(*row) for row in rows(file="fields", section="tags"))


_TAGS_OF = {field: tuple(t.key for t in tags() if t.field == field) for field in {t.field for t in tags()}}
_CITIES = pairs(file="institutions", section="cities")


class _Common:
    """What every organisation gets in the same way: a number, a place, an address on the web."""

    def __init__(self, *, today: date, random: Random) -> None:
        self.today, self.random = today, random
        self.numbers: set[str] = set()
        self.domains: set[str] = set()

    def domain(self, key: str) -> str:
        """The first two words of a key, or as many more as it takes to be alone, else the key itself."""
        words = key.split("-")
        names = ["".join(words[:n]) for n in range(min(2, len(words)), len(words) + 1)]
        found = next((name for name in names if name not in self.domains), key)
        self.domains.add(found)
        return found

    def place(self, city: int | None = None) -> tuple[Pair, float, float]:
        n = self.random.choices(range(6), weights=(46, 20, 12, 10, 7, 5))[0] if city is None else city
        north, east = (c + o + self.random.gauss(0, 0.012) for c, o in zip(CENTRE, _OFFSETS[n], strict=True))
        return _CITIES[n], round(north, 5), round(east, 5)

    def shown(self, *, kind: str, short: Pair, full: Pair, sector: str, where: tuple[Pair, float, float],
              **rest: object) -> Organisation:  # fmt: skip
        label, key = companies.sector(sector), slug(short.en)
        return Organisation(
            key=key, type=kind, name_ko=full.ko, name_en=full.en, short_ko=short.ko, short_en=short.en,
            registration_number=invented(kind=kind, random=self.random, taken=self.numbers),
            sector_scheme="KSIC 11", sector_code=sector, sector_ko=label.ko, sector_en=label.en,
            city_ko=where[0].ko, city_en=where[0].en, lat=where[1], lon=where[2],
            web=f"https://{self.domain(key)}.example",
            parent_ko=None, parent_en=None, anchor=False, anchor_note_ko=None, anchor_note_en=None,
            visibility="members" if self.random.random() < 0.08 else "public", **rest,  # type: ignore[arg-type]
        )  # fmt: skip


def _company(
    common: _Common, named: companies.Named, product: companies.Product, branch: str
) -> OrganisationDraft:
    random, field = common.random, companies.BRANCHES[branch]
    low, high, _ = random.choices(_AGE_WEIGHTS, weights=[w[2] for w in _AGE_WEIGHTS])[0]
    if field in {"software", "content"}:
        high = min(high, 20)
        low = min(low, 12)
    if slug(named.short.en) in {*ANCHORS, *BRIDGES}:
        low, high = 16, 28
    founded = common.today.year - random.randint(low, high)
    where = common.place()
    about = companies.describe(
        product=product, city=where[0], founded=founded, today_year=common.today.year, random=random
    )
    more = random.sample(_TAGS_OF[field], 1) if random.random() < 0.35 else []
    band = min(3, max(0, int((common.today.year - founded) / 11 + random.gauss(0.3, 0.6))))
    shown = common.shown(
        kind="company", short=named.short, full=named.full, sector=product.sector, where=where, field=field,
        tags=tuple(dict.fromkeys((*product.tags, *more))), founded=founded, employees=_BANDS[band],
        description_ko=about.ko, description_en=about.en,
    )  # fmt: skip
    return OrganisationDraft(shown, branch, (field,), random.lognormvariate(0, 0.75))


def _companies(common: _Common) -> list[OrganisationDraft]:
    made = []
    for branch in companies.BRANCHES:
        known = companies.products(branch=branch, random=common.random)
        wanted = companies.names(branch=branch, random=common.random)
        wanted.sort(key=lambda named: not named.product)  # those with a fitting product choose first
        for named in wanted:
            product = companies.take(known, word=named.product)
            made.append(_company(common, named, product, branch))
    return made


class _Facts(NamedTuple):
    """What the word list says of an institution; `about` is None where sentences are put together."""

    name: Pair
    sector: str
    fields: tuple[str, ...]
    subject: Pair
    about: Pair | None


def _facts(kind: str, row: tuple[str, ...], fields: tuple[str, ...]) -> _Facts:
    name, nothing = Pair(row[0].replace("+", ""), row[1]), Pair("", "")
    if kind == "research_institute":
        sector = "72919" if "시험" in name.ko else _RESEARCH[row[2]]
        return _Facts(name, sector, (row[2],), Pair(row[3], row[4]), None)
    if kind == "investor":
        known = tuple(row[2].split())
        return _Facts(name, "64209", known, _FIELDS[known[0]], None)
    if kind == "accelerator":
        return _Facts(name, "71531", tuple(row[2].split()), nothing, Pair(row[3], row[4]))
    return _Facts(name, row[2], fields, nothing, Pair(row[3], row[4]))


def _institution_facts(kind: str) -> list[_Facts]:
    found = rows(file="institutions", section=kind)
    fields: list[tuple[str, ...]] = [("bio",) if kind == "hospital" else ()] * len(found)
    if kind == "university":
        fields = [tuple(f[0].split()) for f in rows(file="institutions", section="university fields")]
    return [_facts(kind, row, f) for row, f in zip(found, fields, strict=True)]


_FIELDS = {
    key: Pair(ko, en if en.startswith("AI") else en[0].lower() + en[1:])
    for key, ko, en in rows(file="fields", section="fields")
}
_RESEARCH = {
    "bio": "70113", "agrifood": "70112", "software": "70130", "content": "70130", "energy": "70129",
    "materials": "70111", "mobility": "70129", "robotics": "70121",
}  # fmt: skip


def _about(kind: str, facts: _Facts, *, order: int, random: Random) -> Pair:
    if facts.about:
        return facts.about
    known = pairs(file="sentences", section=kind)
    words = variant(known[order % len(known)], random=random)
    return Pair(words.ko.format(subject=facts.subject.ko), words.en.format(subject=facts.subject.en))


def _city_of(name: Pair) -> int | None:
    return next((n for n, city in enumerate(_CITIES) if name.en.startswith(city.en)), None)


def _institutions(common: _Common, kind: str) -> list[OrganisationDraft]:
    made, random = [], common.random
    for order, facts in enumerate(_institution_facts(kind)):
        about = _about(kind, facts, order=order, random=random)
        pool = [t for f in facts.fields for t in _TAGS_OF[f]] or [t.key for t in tags()]
        shown = common.shown(
            kind=kind, short=facts.name, full=facts.name, sector=facts.sector,
            where=common.place(_city_of(facts.name)),
            field=facts.fields[0] if kind in {"research_institute", "hospital"} else None,
            tags=tuple(random.sample(pool, 3)), founded=random.randint(*_FOUNDED[kind]),
            employees=_BANDS[{"university": 4, "hospital": 3}.get(kind, 0 if kind == "accelerator" else 1)],
            description_ko=about.ko, description_en=about.en,
        )  # fmt: skip
        made.append(OrganisationDraft(shown, kind, facts.fields, random.lognormvariate(0, 0.4)))
    return made


def _raise_anchors(drafts: list[OrganisationDraft], *, random: Random) -> None:
    notes = pairs(file="sentences", section="anchor")
    for n, key in enumerate(ANCHORS):
        draft = next(d for d in drafts if d.shown.key == key)
        note = variant(notes[n % len(notes)], random=random)
        changes = {"anchor": True, "anchor_note_ko": note.ko, "anchor_note_en": note.en}
        draft.shown = replace(draft.shown, **changes)  # type: ignore[arg-type]
        draft.zeal = 2.2
        if draft.shown.type == "company":
            draft.shown = replace(draft.shown, employees="250–999")


def _give_parents(drafts: list[OrganisationDraft], *, random: Random) -> None:
    older = [d for d in drafts if d.shown.type == "company" and d.shown.employees in _BANDS[2:]]
    for draft in random.sample(older, min(14, len(older))):
        group = pick(companies.GROUPS, random=random)
        draft.shown = replace(draft.shown, parent_ko=group.ko, parent_en=group.en)


def build(*, today: date, seed: int) -> list[OrganisationDraft]:
    """All four hundred, companies first; nobody has joined the cluster yet."""
    random = Random(f"{seed} organisations")
    common = _Common(today=today, random=random)
    drafts = _companies(common)
    for kind in _FOUNDED:
        drafts += _institutions(common, kind)
    _raise_anchors(drafts, random=random)
    _give_parents(drafts, random=random)
    for draft in drafts:
        if draft.shown.key in BRIDGES:
            draft.fields += BRIDGES[draft.shown.key]
            draft.zeal = max(draft.zeal, 1.7)
    return drafts
