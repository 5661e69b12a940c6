"""Makes the companies of the sample: what they are called, what they make, how long they have been there."""

from random import Random
from typing import NamedTuple

from pumasi.web.sample.lexicon import Pair, choices, choose, pairs, particles, pick, rows

BRANCHES = {
    "bio": "bio", "device": "bio", "vehicle": "mobility", "air": "mobility",
    "ai": "software", "saas": "software", "chip": "materials", "material": "materials",
    "battery": "energy", "renewable": "energy", "robot": "robotics", "factory": "robotics",
    "agri": "agrifood", "food": "agrifood", "game": "content", "media": "content",
}  # fmt: skip
_FORMS = (
    (78, "(주){}", ("{} Co., Ltd.", "{} Inc.", "{} Co., Ltd.")),
    (8, "{}(주)", ("{} Co., Ltd.", "{} Corp.")),
    (11, "주식회사 {}", ("{} Co., Ltd.", "{} Inc.")),
    (3, "유한회사 {}", ("{} LLC",)),
)
_FARMING = "농업회사법인 (주){}"


class Product(NamedTuple):
    """What a company makes: its words, tags and the sector code that goes with it."""

    words: Pair
    tags: tuple[str, ...]
    sector: str


class Named(NamedTuple):
    """A company's name: short in both languages, and with its legal form; a word its product must hold."""

    short: Pair
    full: Pair
    product: str


def names(*, branch: str, random: Random) -> list[Named]:
    """All companies of a branch with a legal form each."""
    made = []
    for ko, en, *word in rows(file="companies", section=branch):
        short = Pair(ko.replace("+", ""), en)
        full = _with_form(short, branch=branch, random=random)
        made.append(Named(short, full, word[0] if word else ""))
    return made


def _with_form(short: Pair, *, branch: str, random: Random) -> Pair:
    if short.en == "Seorion":  # the story names it with this form
        return Pair(f"(주){short.ko}", f"{short.en} Inc.")
    if branch == "agri" and random.random() < 0.4:
        return Pair(_FARMING.format(short.ko), f"{short.en} Co., Ltd.")
    form = random.choices(_FORMS, weights=[f[0] for f in _FORMS])[0]
    return Pair(form[1].format(short.ko), random.choice(form[2]).format(short.en))


def products(*, branch: str, random: Random) -> list[Product]:
    """Every variant of every product of a branch, in random order."""
    found = [
        Product(Pair(choose(ko, n), choose(en, n)), tuple(tags.split()), sector)
        for ko, en, tags, sector in rows(file="products", section=branch)
        for n in range(choices(ko))
    ]
    random.shuffle(found)
    return found


def take(known: list[Product], *, word: str) -> Product:
    """The first product whose Korean holds the word; it goes to the end, so that others come next."""
    found = next(p for p in known if word in p.words.ko)
    known.remove(found)
    known.append(found)
    return found


def _style(sector: str) -> str:
    if sector.startswith("70"):
        return "research"
    return "service" if sector[:2] in {"35", "58", "59", "62", "63"} else "goods"


def describe(*, product: Product, city: Pair, founded: int, today_year: int, random: Random) -> Pair:
    """One or two sentences on a company; the second is left out for a third of them."""
    style = _style(product.sector)
    first = pick(pairs(file="sentences", section=f"{style} first"), random=random)
    more = pairs(file="sentences", section="any second")
    if style == "goods":
        more += pairs(file="sentences", section="goods second")
    second = pick(more, random=random) if random.random() < 0.68 else None
    years = today_year - founded
    ko = first.ko.format_map(_Words(product=product.words.ko, city=city.ko, founded=founded, years=years))
    en = first.en.format_map(_Words(product=product.words.en, city=city.en, founded=founded, years=years))
    tail = second or Pair("", "")
    return Pair(f"{particles(ko)} {tail.ko}".strip(), _capital(f"{en} {tail.en}".strip()))


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]


class _Words(dict[str, object]):
    """Fills names and leaves particles such as {을/를} for later."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


def sector(code: str) -> Pair:
    """The label of a KSIC 11 code."""
    return _SECTORS[code]


_SECTORS = {code: Pair(ko, en) for code, ko, en in rows(file="fields", section="sectors")}
GROUPS = pairs(file="institutions", section="groups")
