"""Dates agree: nobody comes before they work there, nothing before it is founded, the future lies ahead."""

from datetime import UTC, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest

from pumasi.web.sample.calendar import RULES, days
from pumasi.web.sample.moments import at, nth_weekday, working_day


def _day(moment):
    return moment.astimezone(ZoneInfo("Asia/Seoul")).date()


@pytest.fixture(scope="module")
def posts(sample):
    found: dict[tuple[str, str], list] = {}
    for post in sample.affiliations:
        found.setdefault((post.person, post.organisation), []).append(post)
    return found


def _at_work(posts, person, organisation, day):
    return any(
        p.starts <= day and (p.ends is None or day < p.ends) for p in posts.get((person, organisation), ())
    )


def test_affiliations_cover_attendance(sample, posts):
    for gathering in sample.gatherings:
        for line in gathering.attendance:
            assert _at_work(posts, line.person, line.organisation, _day(gathering.starts_at)), (
                gathering.key,
                line,
            )


def test_only_those_in_the_cluster_come(sample):
    spans: dict[str, list] = {}
    for relation in sample.relations:
        if relation.starts:
            spans.setdefault(relation.organisation, []).append((relation.starts, relation.ends))
    story = {p.organisation for line in sample.thread.lines for p in line.parties}
    for gathering in sample.gatherings:
        day = _day(gathering.starts_at)
        for line in gathering.attendance:
            inside = any(a <= day and (b is None or day < b) for a, b in spans.get(line.organisation, ()))
            assert inside or line.organisation in story, (gathering.key, line.organisation)


def test_nothing_happens_before_an_organisation_is_founded(sample):
    founded = {o.key: o.founded for o in sample.organisations}
    for relation in sample.relations:
        assert relation.starts is None or relation.starts.year >= founded[relation.organisation]
        assert relation.starts is None or _day(relation.applied_at) <= relation.starts
    for post in sample.affiliations:
        assert post.starts.year >= founded[post.organisation]
        assert post.ends is None or post.starts < post.ends
    for gathering in sample.gatherings:
        assert all(founded[a.organisation] <= _day(gathering.starts_at).year for a in gathering.attendance)


def test_some_changed_jobs_and_their_mail_follows(sample):
    by_person: dict[str, list] = {}
    for post in sample.affiliations:
        by_person.setdefault(post.person, []).append(post)
    moved = [p for p in by_person.values() if len(p) > 1]
    web = {o.key: o.web.removeprefix("https://") for o in sample.organisations}
    email = {p.key: p.email for p in sample.people}
    assert 20 <= len(moved) <= 45
    for first, second in moved:
        assert first.ends == second.starts
        assert email[second.person].endswith("@" + web[second.organisation])


def test_past_reaches_to_yesterday_and_planned_lie_ahead(sample, today):
    for gathering in sample.gatherings:
        day = _day(gathering.starts_at)
        assert gathering.starts_at.tzinfo is UTC
        assert gathering.starts_at < gathering.ends_at
        assert gathering.zone == "Asia/Seoul"
        if gathering.stage == "planned":
            assert today < day <= today + timedelta(days=21)
        else:
            assert today - timedelta(days=730) <= day < today


def test_gatherings_fall_on_working_days_in_waking_hours(sample):
    for gathering in sample.gatherings:
        start = gathering.starts_at.astimezone(ZoneInfo("Asia/Seoul"))
        assert working_day(start.date()) == start.date()
        assert 7 <= start.hour <= 19


def test_rules_and_days_agree(today):
    rule = next(r for r in RULES if r.key == "mobility")
    assert rule.rrule == "FREQ=MONTHLY;BYDAY=3WE"
    assert nth_weekday(year=2026, month=11, nth=3, weekday="WE").isoformat() == "2026-11-18"
    assert len(days(rule, today=today)) in {24, 25}


def test_a_day_is_moved_off_a_holiday():
    assert working_day(nth_weekday(year=2026, month=2, nth=3, weekday="TU")).isoformat() == "2026-02-19"


def test_one_in_the_zone_is_nine_hours_later_than_utc(today):
    assert at(today, 9).hour == 0


def test_listings_live_after_they_are_written_and_some_are_over(sample, today, posts):
    now = at(today, 0)
    listings = [*sample.offers, *sample.needs]
    for listing in listings:
        assert listing.created_at < min(listing.expires_at, now)
        assert _at_work(posts, listing.person, listing.organisation, today)
    over = sum(x.expires_at < now for x in listings)
    soon = sum(now <= x.expires_at < now + timedelta(days=14) for x in listings)
    assert 25 <= over <= 90
    assert 15 <= soon <= 80


def test_the_story_is_told_link_by_link(sample):
    lines = sample.thread.lines
    assert [line.kind for line in lines] == [
        "meetup", "follow_up", "challenge", "use", "use", "use", "use", "patent", "spin_out", "contract", "investment",
    ]  # fmt: skip
    by_key = {line.key: line for line in lines}
    assert lines[0].origin is None
    for line in lines[1:]:
        assert by_key[line.origin].starts_at < line.starts_at
    assert timedelta(days=500) < lines[-1].starts_at - lines[0].starts_at < timedelta(days=640)
    assert all(line.hours for line in lines if line.kind == "use")
    assert lines[-1].amount > 0


def test_the_story_begins_at_a_gathering_where_both_were(sample, posts):
    first = sample.thread.lines[0]
    meetup = next(g for g in sample.gatherings if g.key == first.gathering)
    assert meetup.title_ko == first.title_ko
    there = {(a.organisation, a.person) for a in meetup.attendance}
    assert {(p.organisation, p.person) for p in first.parties} <= there
    for line in sample.thread.lines:
        assert all(_at_work(posts, p.person, p.organisation, _day(line.starts_at)) for p in line.parties), (
            line.key
        )


def test_the_founder_leaves_the_laboratory_for_the_spin_out(sample, posts):
    spin_out = next(line for line in sample.thread.lines if line.kind == "spin_out")
    founder = next(p.person for p in spin_out.parties if p.organisation == "seorion")
    assert any(p.person == founder for p in sample.thread.lines[0].parties)
    company = next(o for o in sample.organisations if o.key == "seorion")
    assert company.founded == _day(spin_out.starts_at).year


def test_shorter_threads_hang_together_and_have_ended(sample, today):
    where = {g.key: g for g in sample.gatherings}
    kinds = [line.kind for t in sample.partial_threads for line in t.lines]
    assert kinds.count("follow_up") == 25
    assert 25 > kinds.count("challenge") > kinds.count("use") > kinds.count("contract") > 0
    for thread in sample.partial_threads:
        came = {(a.organisation, a.person) for a in where[thread.lines[0].gathering].attendance}
        assert {(p.organisation, p.person) for p in thread.lines[0].parties} <= came
        for before, line in pairwise(thread.lines):
            assert line.origin == before.key
            assert before.starts_at < line.starts_at
            assert line.ends_at <= at(today, 0)
