"""The book of who took part in what: told once, corrected by new lines, never changed."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.models import Erased, Line, Part
from pumasi.commons.members.models import Batch

pytestmark = pytest.mark.django_db


@pytest.fixture
def fact(given):
    """Make a fact about organisations by number; the same numbers are the same organisations."""
    organisations = [given.organisation() for _ in range(3)]
    start = timezone.now()

    def make(*seats, source="meeting.1", **values):
        parts = [ledger.Seat(organisations[n].pk, weight=weight) for n, weight in seats]
        return ledger.Fact(
            source=source, kind="meetup", cluster=given.cluster().pk, starts_at=start, ends_at=start,
            **{"stage": "happened", "visibility": "members", "parts": parts, **values},
        )  # fmt: skip

    make.organisations = organisations
    return make


def weights(fact, source="meeting.1"):
    """What stands in the book, by the number of the organisation."""
    held = ledger.folded([source]).get(source, {})
    return {n: held[o.pk, None, ""] for n, o in enumerate(fact.organisations) if (o.pk, None, "") in held}


def test_telling_twice_is_harmless(fact):
    first = ledger.record(fact((0, 1), (1, 1)))
    second = ledger.record(fact((0, 1), (1, 1)))
    assert first.pk == second.pk
    assert Line.objects.count() == 1
    assert Part.objects.count() == 2


def test_a_correction_is_the_next_revision_and_keeps_what_it_does_not_name(fact):
    ledger.record(fact((0, 1), (1, 1)))
    corrected = ledger.record(fact((2, 2.5), title_ko="새 이름"))
    assert corrected.revision == 2
    assert weights(fact) == {0: 1, 1: 1, 2: 2.5}
    assert [line.title_ko for line in ledger.standing()] == ["새 이름"]
    assert Line.objects.count() == 2


def test_weight_zero_takes_a_part_back_and_it_can_be_given_again(fact):
    ledger.record(fact((0, 1), (1, 1)))
    ledger.record(fact((1, 0)))
    assert weights(fact) == {0: 1}
    ledger.record(fact((1, 0)))
    assert Line.objects.count() == 2
    ledger.record(fact((1, 3)))
    assert weights(fact) == {0: 1, 1: 3}


def test_many_facts_are_counted_as_created_changed_and_unchanged(fact):
    facts = [fact((0, 1), source=f"m.{n}") for n in range(3)]
    assert ledger.record_many(facts) == {"created": 3, "changed": 0, "unchanged": 0}
    again = [fact((0, 1), source="m.0"), fact((0, 2), source="m.1"), fact((1, 1), source="m.9")]
    assert ledger.record_many(again) == {"created": 1, "changed": 1, "unchanged": 1}
    assert weights(fact, "m.1") == {0: 2}
    assert dict(Line.objects.filter(source="m.1").values_list("revision", "stage")) == {
        1: "happened",
        2: "happened",
    }


@pytest.mark.parametrize("table", ["ledger_line", "ledger_part"])
@pytest.mark.parametrize("deed", ["UPDATE {0} SET id = id", "DELETE FROM {0}"])
def test_the_database_refuses_to_change_the_book(fact, table, deed):
    ledger.record(fact((0, 1)))
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(deed.format(table))
    assert Line.objects.count() == 1


def test_leave_to_erase_ends_with_its_block(fact):
    ledger.record(fact((0, 1)))
    with ledger.erasing():
        Part.objects.all().delete()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Line.objects.all().delete()


@pytest.mark.parametrize(
    "wrong", [{"parts": [ledger.Seat(None)]}, {"ends_at": timezone.now() - timezone.timedelta(days=900)}]
)
def test_nonsense_is_refused_whole(fact, wrong):
    made = fact((0, 1))
    for name, value in wrong.items():
        setattr(made, name, value)
    with pytest.raises(DatabaseError), transaction.atomic():
        ledger.record(made)
    assert not Line.objects.exists()


def test_an_undone_batch_leaves_the_book_and_is_news(fact, given):
    batch = Batch.objects.create(kind="attendance", cluster=given.cluster())
    ledger.record(fact((0, 1), source="kept"))
    ledger.record(fact((0, 1), source="gone", batch=batch.pk))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text")
        now = int(cursor.fetchone()[0])
    ledger.erase_batch(batch=batch.pk)
    assert list(ledger.standing().values_list("source", flat=True)) == ["kept"]
    assert ledger.news(now, now + 1) == ["gone", "kept"]
    ledger.heard(before=now + 1)
    assert not Erased.objects.exists()


# Who may read it


@pytest.mark.parametrize(
    ("audience", "seen"),
    [
        ("public", {"public"}),
        ("members", {"public", "members"}),
        ("managers", {"public", "members", "managers"}),
    ],
)
def test_an_audience_reads_what_is_for_it(fact, audience, seen):
    for visibility in Line.Visibility.values:
        ledger.record(fact((0, 1), source=visibility, visibility=visibility))
    assert set(ledger.seen_by(audience).values_list("source", flat=True)) == seen


def test_the_latest_revision_decides_who_reads(fact):
    ledger.record(fact((0, 1), visibility="public"))
    ledger.record(fact((0, 1), visibility="confidential"))
    assert not ledger.seen_by("managers").exists()
    assert not ledger.thread_of("meeting.1", "managers", Line.objects.first().cluster)


def test_a_party_reads_its_confidential_line_until_its_part_is_taken_back(fact):
    own, other = (o.pk for o in fact.organisations[:2])
    ledger.record(fact((0, 1), (1, 1), visibility="confidential"))
    assert ledger.seen_by("public", [own]).exists()
    ledger.record(fact((0, 0), visibility="confidential"))
    assert not ledger.seen_by("public", [own]).exists()
    assert ledger.seen_by("public", [other]).exists()


def test_what_is_for_members_is_for_those_of_its_cluster(fact, given):
    elsewhere = given.cluster("elsewhere")
    line = ledger.record(fact((0, 1)))
    assert ledger.seen_by("members", cluster=line.cluster).exists()
    assert not ledger.seen_by("managers", cluster=elsewhere).exists()
    assert not ledger.thread_of("meeting.1", "managers", elsewhere)


def test_a_thread_ends_at_a_station_one_may_not_see(fact):
    ledger.record(fact((0, 1), source="first", visibility="public"))
    ledger.record(fact((0, 1), source="second", visibility="confidential", origin="first"))
    ledger.record(fact((0, 1), source="third", visibility="public", origin="second"))
    cluster = Line.objects.first().cluster
    assert [line.source for line in ledger.thread_of("first", "managers", cluster)] == ["first"]
    assert [line.source for line in ledger.thread_of("third", "managers", cluster)] == ["third"]
