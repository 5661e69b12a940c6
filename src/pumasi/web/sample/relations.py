"""Says since when each organisation belongs to the cluster, as what, and who has met nobody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from pumasi.web.sample.companies import sector
from pumasi.web.sample.draft import OrganisationDraft
from pumasi.web.sample.lexicon import pairs
from pumasi.web.sample.moments import at, working_day
from pumasi.web.sample.organisations import ANCHORS, BRIDGES, SPIN_OUT
from pumasi.web.sample.roles import HELD
from pumasi.web.sample.shapes import Relation

# The story and the series need these from the start.
PILLARS = {
    *ANCHORS, *BRIDGES, "gaon-industry-promotion-agency", "gaon-city", "jinggeomdol-investment",
    "narae-institute-of-autonomous-driving", "gaon-medical-device-association", "seorion",
}  # fmt: skip
_KINDS = {
    "company": (("resident", 46), ("member", 33), ("user", 16), ("partner", 5)),
    "university": (("partner", 7), ("member", 3)), "research_institute": (("partner", 6), ("user", 4)),
    "hospital": (("partner", 8), ("member", 2)), "investor": (("partner", 1),),
    "accelerator": (("partner", 6), ("resident", 4)), "public_body": (("partner", 1),),
    "other": (("member", 1),),
}  # fmt: skip
_STATES = (("applied", 7), ("grace", 5), ("lapsed", 6), ("ended", 5))
_SPIN_OUT_TEXT = pairs(file="sentences", section="spin-out")[0]
_ALONE = 24
_WINDOW = 730


def _kind(draft: OrganisationDraft, random: Random) -> str:
    kinds, weights = zip(*_KINDS[draft.shown.type], strict=True)
    return str(random.choices(kinds, weights=weights)[0])


def _joined(draft: OrganisationDraft, *, today: date, random: Random) -> date:
    earliest = max(date(today.year - 9, 3, 2), date(draft.shown.founded + 1, 1, 2))
    recent = today - timedelta(days=_WINDOW)
    old = draft.shown.key in PILLARS or (random.random() < 0.66 and earliest < recent)
    low, high = (earliest, recent) if old else (max(earliest, recent), today - timedelta(days=20))
    low = min(low, high)
    return working_day(low + timedelta(days=random.randint(0, max(0, (high - low).days - 5))))


def _rare(drafts: list[OrganisationDraft], *, today: date, random: Random) -> dict[str, str]:
    """Which organisations are in a state other than active, by key; old enough to have a past here."""
    free = [d for d in drafts if d.shown.type == "company" and d.shown.key not in PILLARS | HELD
            and d.shown.founded <= today.year - 6]  # fmt: skip
    chosen = iter(random.sample(free, sum(n for _, n in _STATES)))
    return {next(chosen).shown.key: state for state, n in _STATES for _ in range(n)}


def _settle(draft: OrganisationDraft, *, state: str, today: date, random: Random) -> Relation:
    kind, key = _kind(draft, random), draft.shown.key
    if state == "applied":
        day = working_day(today - timedelta(days=random.randint(3, 7)))
        return Relation(
            key, kind, state, at(min(day, today - timedelta(days=1)), random.randint(9, 17)), None, None
        )
    joined = _joined(draft, today=today, random=random)
    if state != "active":
        joined = min(joined, today - timedelta(days=random.randint(900, 1400)))
    if state in {"lapsed", "ended"}:
        draft.left = today - timedelta(days=random.randint(40, 300))
    draft.joined = joined
    applied = at(joined - timedelta(days=random.randint(6, 30)), random.randint(9, 17), random.randrange(60))
    return Relation(key, kind, state, applied, joined, draft.left)


def _earlier(relation: Relation, *, founded: int, random: Random) -> Iterator[Relation]:
    """Some residents were users of the facilities before they moved in."""
    if relation.kind != "resident" or relation.starts is None or random.random() > 0.16:
        return
    starts = relation.starts - timedelta(days=random.randint(150, 420))
    if starts > date(founded + 1, 1, 1):
        yield Relation(relation.organisation, "user", "ended", at(starts, 10), starts, relation.starts)


def _alumni(relations: list[Relation], random: Random) -> list[Relation]:
    """Three of those who left stay in touch as alumni."""
    gone = [r for r in relations if r.state == "ended" and r.kind in {"resident", "member", "partner"}]
    return [
        Relation(r.organisation, "alumni", "active", at(r.ends, 11), r.ends, None)
        for r in random.sample(gone, min(3, len(gone)))
        if r.ends
    ]


def _set_alone(drafts: list[OrganisationDraft], rare: dict[str, str], *, random: Random) -> None:
    free = [d for d in drafts if d.shown.key not in PILLARS | HELD | set(rare)]
    quiet = [d for d in free if d.shown.type in {"company", "investor", "other", "hospital"}]
    for draft in random.sample(quiet, _ALONE):
        draft.alone = True


def open_spin_out(draft: OrganisationDraft, *, opened: date, random: Random) -> Relation:
    """The story's own company: founded during the story, resident six weeks later."""
    draft.joined = working_day(opened + timedelta(days=42))
    draft.shown = replace(
        draft.shown, founded=opened.year, employees="1–9", sector_code="26294",
        parent_ko=None, parent_en=None,
        sector_ko=sector("26294").ko, sector_en=sector("26294").en, visibility="public",
        description_ko=_SPIN_OUT_TEXT.ko, description_en=_SPIN_OUT_TEXT.en,
    )  # fmt: skip
    applied = at(draft.joined - timedelta(days=12), random.randint(9, 17))
    return Relation(draft.shown.key, "resident", "active", applied, draft.joined, None)


def build(drafts: list[OrganisationDraft], *, today: date, opened: date, seed: int) -> list[Relation]:
    """All relations; sets when each draft joined and left, and who stays alone.

    `opened` is the day on which the story's company is founded.
    """
    random = Random(f"{seed} relations")
    rare = _rare(drafts, today=today, random=random)
    found: list[Relation] = []
    for draft in drafts:
        if draft.shown.key == SPIN_OUT:
            found.append(open_spin_out(draft, opened=opened, random=random))
            continue
        relation = _settle(draft, state=rare.get(draft.shown.key, "active"), today=today, random=random)
        found += [*_earlier(relation, founded=draft.shown.founded, random=random), relation]
    _set_alone(drafts, rare, random=random)
    return found + _alumni([r for r in found if r.organisation in rare], random)
