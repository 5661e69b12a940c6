"""Who meets whom shows structure beyond chance: against the same attendance shuffled, sizes and counts kept."""

from collections import Counter
from itertools import combinations
from random import Random

import pytest


@pytest.fixture(scope="module")
def meetings(sample):
    """Organisations of each open gathering of the past, the large conference and the 1:1 days left out."""
    return [
        {a.organisation for a in g.attendance}
        for g in sample.gatherings
        if g.stage == "happened"
        and g.visibility != "confidential"
        and g.kind not in {"conference", "brokerage"}
    ]


def _shuffled(meetings: list[set[str]], random: Random) -> list[set[str]]:
    rows = [set(m) for m in meetings]
    for _ in range(5 * sum(map(len, rows))):
        one, other = random.sample(rows, 2)
        give, take = random.choice(sorted(one)), random.choice(sorted(other))
        if give not in other and take not in one:
            one.remove(give)
            other.remove(take)
            one.add(take)
            other.add(give)
    return rows


def _shares(meetings: list[set[str]], organisations: dict) -> tuple[float, float]:
    """Share of ties within a field, and of ties between a company and a university; a meeting of k gives 1/(k-1)."""
    ties, inside, homed, mixed = 0.0, 0.0, 0.0, 0.0
    for meeting in meetings:
        for one, other in combinations(sorted(meeting), 2):
            tie = 1 / (len(meeting) - 1)
            a, b = organisations[one], organisations[other]
            ties += tie
            mixed += tie * ({a.type, b.type} == {"company", "university"})
            if a.field and b.field:
                homed += tie
                inside += tie * (a.field == b.field)
    return inside / homed, mixed / ties


def test_fields_group_and_universities_mix_less_with_companies_than_chance(sample, meetings):
    organisations = {o.key: o for o in sample.organisations}
    inside, mixed = _shares(meetings, organisations)
    random = Random(7)
    nulls = [_shares(_shuffled(meetings, random), organisations) for _ in range(3)]
    assert inside > 3 * max(n[0] for n in nulls)
    assert 0.6 * min(n[1] for n in nulls) < mixed < 0.9 * min(n[1] for n in nulls)


def test_sizes_are_those_of_real_gatherings(sample):
    for gathering in sample.gatherings:
        people = len({a.person for a in gathering.attendance})
        if gathering.kind == "conference":
            assert gathering.stage == "planned" or 105 <= people <= 145
        else:
            assert 2 <= people <= 42, gathering.key
        assert people <= gathering.capacity


def test_nobody_is_listed_twice_at_one_table(sample):
    for gathering in sample.gatherings:
        assert max(Counter((a.person, a.group) for a in gathering.attendance).values()) == 1


def test_one_to_one_days_seat_two_organisations_at_a_table_and_nobody_at_two_at_once(sample):
    days = [g for g in sample.gatherings if g.kind == "brokerage" and g.stage == "happened"]
    assert len(days) >= 3
    for day in days:
        tables: dict[str, list[str]] = {}
        for line in day.attendance:
            tables.setdefault(line.group, []).append(line.organisation)
        assert all(len(set(seats)) == 2 for seats in tables.values())
        pairs = [frozenset(seats) for seats in tables.values()]
        assert len(pairs) == len(set(pairs))
        at_once = Counter((a.person, a.group.split("-")[0]) for a in day.attendance)
        assert max(at_once.values()) == 1


def test_many_come_again_and_bridges_come_to_two_fields(sample):
    home: dict[str, Counter] = {}
    for gathering in sample.gatherings:
        if gathering.kind == "meetup" and gathering.stage == "happened":
            for organisation in {a.organisation for a in gathering.attendance}:
                home.setdefault(organisation, Counter())[gathering.field] += 1
    assert sum(sum(c.values()) >= 5 for c in home.values()) > 120
    for bridge in ("gilnun-systems", "vectorium", "heumgyeol-vision", "songil-robotics"):
        assert len([f for f, n in home[bridge].items() if n >= 3]) >= 2, home[bridge]


def test_six_confidential_meetings_of_two_or_three_organisations(sample):
    closed = [g for g in sample.gatherings if g.visibility == "confidential"]
    assert len(closed) == 6
    assert all(2 <= len({a.organisation for a in g.attendance}) <= 3 for g in closed)


def test_visibility_is_public_or_members_otherwise(sample):
    assert {g.visibility for g in sample.gatherings} == {"public", "members", "confidential"}
    assert {o.visibility for o in sample.organisations} == {"public", "members"}
    assert {x.visibility for x in (*sample.offers, *sample.needs)} == {"public", "members"}
