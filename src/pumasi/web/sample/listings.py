"""Writes the offers and needs: specific, in both languages, some expired or about to expire."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import NamedTuple

from pumasi.web.sample.draft import OrganisationDraft
from pumasi.web.sample.lexicon import Pair, choices, choose, has, pairs, pick, rows
from pumasi.web.sample.moments import at, working_day
from pumasi.web.sample.shapes import Listing

_WANTED = {"offers": 255, "needs": 200}
_LIFETIME = (90, 180, 180, 365)


class _Text(NamedTuple):
    title: Pair
    tag: str


def _texts(branch: str, kind: str, random: Random) -> list[_Text]:
    """Every variant of every text of a branch, in an order in which variants of one text lie apart."""
    section = f"{branch} {kind}"
    if not has(file="listings", section=section):
        return []
    known = list(rows(file="listings", section=section))
    random.shuffle(known)
    return [_Text(Pair(choose(ko, n), choose(en, n)), tag)
            for n in range(max(choices(row[0]) for row in known))
            for ko, en, tag in known if n < choices(ko)]  # fmt: skip


def _times(draft: OrganisationDraft, *, today: date, random: Random) -> tuple[date, date] | None:
    """Creation and expiry; about one in eight has expired and one in twelve expires within two weeks."""
    fate, lifetime = random.random(), random.choice(_LIFETIME)
    if fate < 0.12:
        ends = today - timedelta(days=random.randint(1, 60))
    elif fate < 0.21:
        ends = today + timedelta(days=random.randint(1, 13))
    else:
        ends = today + timedelta(days=random.randint(15, max(16, lifetime - 3)))
    made = working_day(ends - timedelta(days=lifetime))
    made = max(made, working_day(draft.joined)) if draft.joined else made
    return (made, ends) if made < min(ends, today) and draft.here(made) else None


def _write(
    draft: OrganisationDraft, text: _Text, *, kind: str, key: str, today: date, random: Random
) -> Listing | None:
    times = _times(draft, today=today, random=random)
    if times is None:
        return None
    there = [
        p for p in draft.staff if p.works_at(draft.shown.key, times[0]) and p.works_at(draft.shown.key, today)
    ]
    if not there:
        return None
    detail = pick(pairs(file="listings", section=f"details {kind}"), random=random)
    return Listing(
        key=key, organisation=draft.shown.key, person=random.choice(there).shown.key,
        title_ko=text.title.ko, title_en=text.title.en, detail_ko=detail.ko, detail_en=detail.en,
        tags=(text.tag,),
        created_at=at(times[0], random.randint(9, 17), random.randrange(60)), expires_at=at(times[1], 18),
        visibility="public" if random.random() < 0.55 else "members",
    )  # fmt: skip


def _authors(drafts: list[OrganisationDraft], branch: str, random: Random) -> Iterator[OrganisationDraft]:
    """Organisations of a branch, again and again, in a new order each time."""
    known = [d for d in drafts if d.branch == branch and d.joined and d.left is None]
    for _ in range(4):
        yield from random.sample(known, len(known))


def _of_branch(
    drafts: list[OrganisationDraft], branch: str, kind: str, *, today: date, random: Random
) -> list[Listing]:
    made: list[Listing] = []
    texts = _texts(branch, kind, random)
    for draft in _authors(drafts, branch, random):
        if not texts:
            break
        key = f"{kind[:-1]}-{branch.replace('_', '-')}-{len(made) + 1:02d}"
        text = next((t for t in texts if t.tag in draft.shown.tags), texts[0])
        listing = _write(draft, text, kind=kind, key=key, today=today, random=random)
        if listing:
            made.append(listing)
            texts.remove(text)
    return made


def build(drafts: list[OrganisationDraft], kind: str, *, today: date, seed: int) -> list[Listing]:
    """Offers or needs (`kind`), no two with the same title, in order of creation."""
    random = Random(f"{seed} {kind}")
    branches = dict.fromkeys(d.branch for d in drafts)
    made = [x for b in branches for x in _of_branch(drafts, b, kind, today=today, random=random)]
    made = random.sample(made, min(_WANTED[kind], len(made)))
    return sorted(made, key=lambda listing: (listing.created_at, listing.key))
