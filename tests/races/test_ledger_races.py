"""Readers of the book beside writers: no commit is missed, and reading on equals reading anew."""

from __future__ import annotations

import itertools
import random
import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.conf import settings
from django.db import connection, transaction

from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.models import Line
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Reading, Seat, Tie
from races.parallel import settle, together
from races.tally import Tally

pytestmark = pytest.mark.django_db(transaction=True)
START = datetime(2026, 1, 5, 9, tzinfo=UTC)
COMMITS = "no commit of the record is missed"
REVISIONS = "one revision after the other"
number = itertools.count(1)


def fact(source, cluster, seats, *, days=0, batch=None, **values):
    begins = START + timedelta(days=days)
    parts = [ledger.Seat(o, group=group, weight=weight) for o, group, weight in seats]
    told = {"kind": "meetup", "stage": "happened", "visibility": "members", "ends_at": begins, **values}
    return ledger.Fact(source=source, cluster=cluster, starts_at=begins, parts=parts, batch=batch, **told)


class LastIdSeen:
    """The reader that everybody writes first: go on from the highest id."""

    def __init__(self) -> None:
        self.last = 0

    def read(self) -> set[str]:
        found = list(Line.objects.filter(pk__gt=self.last).order_by("pk").values_list("pk", "source"))
        self.last = found[-1][0] if found else self.last
        return {source for _pk, source in found}


class Horizon:
    """The reader of the house: up to the first transaction that may still be open."""

    def __init__(self) -> None:
        self.since = 0

    def read(self) -> set[str]:
        until = ledger.horizon()
        found = ledger.news(self.since, until)
        self.since = until
        return set(found)


def _two_writers(given, reader) -> set[str]:
    """One writer tells a fact first and commits last; the reader looks in between and afterwards."""
    cluster, organisation, trial = given.cluster().pk, given.organisation().pk, next(number)
    slow_one, fast_one = f"slow.{trial}", f"fast.{trial}"
    told, go_on = threading.Event(), threading.Event()

    def slow() -> None:
        with transaction.atomic():
            ledger.record(fact(slow_one, cluster, [(organisation, "", 1)]))
            told.set()
            go_on.wait(20)
        connection.close()

    thread = threading.Thread(target=slow)
    thread.start()
    told.wait(20)
    ledger.record(fact(fast_one, cluster, [(organisation, "", 1)]))
    found = reader.read()
    assert slow_one not in found
    go_on.set()
    thread.join(20)
    settle()
    return (found | reader.read()) & {slow_one, fast_one}


def _read_beside_writers(given, reader, *, guard: bool) -> Tally:
    """Two facts a trial, one of them told first and committed last; what the reader never sees is a conflict."""
    tally = Tally()
    for _ in tally.trials_of(guard=guard):
        found = _two_writers(given, reader())
        tally.add(tries=2, confirmed=len(found), expected=2, conflicts=2 - len(found))
    return tally


def test_no_commit_is_missed(given, report):
    tally = _read_beside_writers(given, Horizon, guard=True)
    report(COMMITS, tally, guard=True)
    assert tally.conflicts == 0


def test_with_the_last_id_seen_a_commit_is_lost(given, report):
    """The negative control: the same two writers, and the reader that would have been simpler."""
    tally = _read_beside_writers(given, LastIdSeen, guard=False)
    report(COMMITS, tally, guard=False)
    assert tally.conflicts > 0


def snapshot():
    """All that the network has computed, without ids and times of computing."""
    with connection.cursor() as cursor:
        cursor.execute(
            'SELECT source, organisation_id, person_id, "group", weight, visibility, kind, series, starts_at FROM network_seat'
        )
        seats = sorted(map(repr, cursor.fetchall()))
    ties = Tie.objects.values_list(
        "cluster", "audience", "a", "b", "weight", "gatherings", "first_at", "last_at"
    )
    counts = Reading.objects.values_list("cluster", "audience", "gatherings", "members", "connected", "ties")
    return seats, sorted((c, u, a, b, round(w, 9), *rest) for c, u, a, b, w, *rest in ties), sorted(counts)


def _write(number: int, clusters: list[int], organisations: list[int], batch: int) -> None:
    """One writer's year: new facts, corrections, parts taken back, changes of audience and stage, an import undone."""
    chance = random.Random(number)
    for n in range(12):
        # Half of the facts are told by two writers at odds.
        source = f"shared.{n % 4}" if n % 2 else f"own.{number}.{chance.randrange(4)}"
        picked = chance.sample(organisations, chance.randint(1, 5))
        seats = [(o, chance.choice(["", "", "table"]), chance.choice([0, 1, 1, 2])) for o in picked]
        visibility = chance.choice(["public", "members", "managers", "confidential"])
        stage = chance.choice(["happened", "happened", "planned"])
        values = {"days": chance.randint(0, 300), "visibility": visibility, "stage": stage}
        with transaction.atomic():
            ledger.record(fact(source, chance.choice(clusters), seats, **values))
        if n == 6:
            ledger.record_many(
                [fact(f"batch.{number}.{k}", clusters[0], seats, batch=batch) for k in range(3)]
            )
        if n == 10 and number % 2:
            ledger.erase_batch(batch=batch)


def test_reading_on_equals_reading_anew_under_concurrent_writers(given):
    clusters = [given.cluster("one"), given.cluster("two")]
    organisations = [
        given.organisation(cluster=clusters[n % 2], visibility="managers" if n == 7 else "public")
        for n in range(9)
    ]
    members.relate(organisation=organisations[0], cluster=clusters[1], kind="member")
    ids, places = [o.pk for o in organisations], [c.pk for c in clusters]
    batches = [Batch.objects.create(kind="attendance", cluster=clusters[0]).pk for _ in range(4)]

    def work(number: int) -> None:
        if number < 4:
            _write(number, places, ids, batches[number])
        else:
            for _ in range(4):
                network.catch_up()

    assert [error for error in together(6, work) if error] == []
    members.merge(kept=organisations[1], absorbed=organisations[2])
    settle()
    network.catch_up()
    read_on = snapshot()
    assert read_on[1], "no tie came of it, so there is nothing to compare"
    network.rebuild()
    assert snapshot() == read_on
    assert not Seat.objects.filter(source__startswith="batch.1.").exists()
    assert (
        Seat.objects.filter(source__startswith="batch.0.").exists()
        or not Line.objects.filter(source__startswith="batch.0.").exists()
    )


def test_writers_of_one_fact_pass_one_after_the_other(given, report):
    """Sixteen tell the same correction at once: one line each time the fact differs, no revision twice."""
    cluster, organisation = given.cluster().pk, given.organisation().pk
    tally = Tally()
    for trial in tally.trials_of(guard=True):
        source = f"one.{trial}"
        found = together(
            16,
            lambda n, source=source: ledger.record(fact(source, cluster, [(organisation, "", 1 + n % 2)])),
        )
        assert [error for error in found if isinstance(error, Exception)] == []
        told = Line.objects.filter(source=source).order_by("revision")
        revisions = list(told.values_list("revision", flat=True))
        assert len(revisions) >= 2
        wrong = revisions != list(range(1, len(revisions) + 1))
        tally.add(tries=16, confirmed=len(revisions), expected=len(revisions), conflicts=wrong)
    report(REVISIONS, tally, guard=True)
    assert tally.conflicts == 0


def test_a_notice_wakes_the_reader_only_at_commit(given):
    import psycopg

    cluster, organisation = given.cluster().pk, given.organisation().pk
    address = {
        k: v
        for k, v in connection.get_connection_params().items()
        if k in ("dbname", "user", "password", "host", "port")
    }
    with psycopg.connect(**address, autocommit=True) as side:
        side.execute(f"LISTEN {ledger.CHANNEL}")
        with transaction.atomic():
            ledger.record(fact("one", cluster, [(organisation, "", 1)]))
            assert list(side.notifies(timeout=0.2, stop_after=1)) == []
        assert [n.channel for n in side.notifies(timeout=5, stop_after=1)] == [ledger.CHANNEL]
    assert settings.DATABASES["default"]["NAME"] == address["dbname"]
