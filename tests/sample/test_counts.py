"""The sample is as large as it says, the same every time, and keys are unique and resolve."""

import time
from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import date, timedelta

import pytest

from pumasi.web.sample import generate
from pumasi.web.sample.registration import check_digit


def test_the_same_seed_and_day_give_the_same_cluster(sample, today):
    assert generate(today=today) == sample


def test_another_seed_or_day_gives_another_cluster(sample, today):
    assert generate(today=today, seed=1).people != sample.people
    assert generate(today=today + timedelta(days=40)).gatherings != sample.gatherings


def test_it_takes_less_than_a_second_and_a_half_of_work(sample, today):
    start = time.process_time()
    generate(today=today)
    assert time.process_time() - start < 1.5


def test_there_are_four_hundred_organisations_of_the_right_types(sample):
    assert Counter(o.type for o in sample.organisations) == {
        "company": 310, "university": 12, "research_institute": 20, "hospital": 14, "investor": 18,
        "accelerator": 10, "public_body": 8, "other": 8,
    }  # fmt: skip


@pytest.mark.parametrize("day", [date(2024, 12, 16), date(2026, 2, 28), date(2028, 2, 29), date(2031, 7, 5)])
def test_on_any_day_the_sizes_hold(day):
    made = generate(today=day)
    past = [g for g in made.gatherings if g.stage == "happened"]
    assert len(made.organisations) == 400
    assert 850 <= len(made.people) <= 1000
    assert 420 <= len(made.offers) + len(made.needs) <= 480
    assert 250 <= len(past) <= 275
    assert 7 <= len(made.gatherings) - len(past) <= 14
    assert len(made.series) == 14
    assert len(made.partial_threads) == 25
    assert len(made.thread.lines) == 11
    seen = {a.organisation for g in past for a in g.attendance}
    assert 28 <= 400 - len(seen) <= 36


def test_keys_and_addresses_are_unique(sample):
    for rows in (sample.organisations, sample.people, sample.gatherings, sample.series, sample.tags,
                 (*sample.offers, *sample.needs), [x for t in (sample.thread, *sample.partial_threads) for x in t.lines]):  # fmt: skip
        assert max(Counter(row.key for row in rows).values()) == 1
    for attribute in ("registration_number", "web", "name_ko", "name_en", "short_ko"):
        assert len({getattr(o, attribute) for o in sample.organisations}) == 400
    for attribute in ("email", "name_ko", "name_en"):
        assert len({getattr(p, attribute) for p in sample.people}) == len(sample.people)
    for attribute in ("title_ko", "title_en"):
        listings = [*sample.offers, *sample.needs]
        assert len({getattr(x, attribute) for x in listings}) == len(listings)


def _references(sample):
    for gathering in sample.gatherings:
        yield gathering.host, None
        yield from ((a.organisation, a.person) for a in gathering.attendance)
    yield from ((a.organisation, a.person) for a in sample.affiliations)
    yield from ((x.organisation, x.person) for x in (*sample.offers, *sample.needs))
    yield from ((r.organisation, None) for r in sample.relations)
    yield from ((s.host, None) for s in sample.series)
    yield from ((r.organisation, r.person) for r in sample.roles)
    for thread in (sample.thread, *sample.partial_threads):
        yield from ((p.organisation, p.person) for line in thread.lines for p in line.parties)


def test_every_reference_resolves(sample):
    organisations, people = {o.key for o in sample.organisations}, {p.key for p in sample.people}
    for organisation, person in _references(sample):
        assert organisation is None or organisation in organisations
        assert person is None or person in people


def test_tags_and_fields_are_known(sample):
    known, homes = {t.key for t in sample.tags}, {t.field for t in sample.tags}
    assert 55 <= len(known) <= 70
    assert len(homes) == 8
    for owner in (*sample.organisations, *sample.offers, *sample.needs):
        assert owner.tags
        assert set(owner.tags) <= known
    assert {o.field for o in sample.organisations} - {None} <= homes


def test_no_stem_is_used_twice_by_one_type():
    from pumasi.web.sample.companies import BRANCHES
    from pumasi.web.sample.lexicon import rows

    stems = [row[0].split("+")[0] for branch in BRANCHES for row in rows(file="companies", section=branch)]
    assert len(stems) == len(set(stems)) == 310
    for kind in ("university", "research_institute", "hospital", "investor", "accelerator"):
        stems = [row[0].split("+")[0] for row in rows(file="institutions", section=kind)]
        assert len(stems) == len(set(stems))


def test_check_digit_of_known_numbers():
    # Worked by hand: 1*1+2*3+3*7+4*1+5*3+6*7+7*1+8*3+9*5 = 165, and 45 // 10 = 4: 169, so 1 is missing.
    assert check_digit("123456789") == 1
    assert check_digit("000000000") == 0


def test_registration_numbers_pass_the_check_and_are_never_issued(sample):
    for organisation in sample.organisations:
        number = organisation.registration_number
        assert len(number) == 10
        assert check_digit(number[:9]) == int(number[9])
        assert 1 <= int(number[:3]) <= 99, "real tax office codes begin at 101"


def test_relations_are_mostly_active_with_a_few_in_every_other_state(sample, today):
    states = Counter(r.state for r in sample.relations)
    latest = {r.organisation: r for r in sample.relations}
    assert set(latest) == {o.key for o in sample.organisations}
    assert {r.kind for r in sample.relations} == {"resident", "member", "user", "partner", "alumni"}
    assert sum(r.state == "active" for r in latest.values()) > 360
    assert all(3 <= states[s] <= 8 for s in ("applied", "grace", "lapsed"))
    waiting = [r for r in sample.relations if r.state == "applied"]
    assert all(today - timedelta(days=8) <= r.applied_at.date() < today and r.starts is None for r in waiting)


def test_about_seven_in_ten_agreed_to_be_named(sample):
    assert 0.65 < sum(p.named for p in sample.people) / len(sample.people) < 0.75


def test_eight_anchors_carry_a_note_and_some_have_a_parent(sample):
    anchors = [o for o in sample.organisations if o.anchor]
    assert len(anchors) == 8
    assert all(o.anchor_note_ko and o.anchor_note_en for o in anchors)
    assert 5 <= sum(o.parent_ko is not None for o in sample.organisations) <= 20


def test_one_person_for_each_role_who_works_there(sample):
    assert {r.role for r in sample.roles} == {
        "operator", "cluster_manager", "facility_operator", "event_host", "organisation_admin", "member", "mentor",
        "reviewer", "translator", "editor", "analyst", "respondent", "investor", "auditor",
    }  # fmt: skip
    assert len({r.person for r in sample.roles}) == 14
    posts = {(a.person, a.organisation) for a in sample.affiliations if a.ends is None}
    assert all((r.person, r.organisation) in posts for r in sample.roles if r.organisation)


def test_the_shapes_hold_plain_values(sample):
    assert all(is_dataclass(getattr(sample, f.name)) or getattr(sample, f.name) for f in fields(sample))
