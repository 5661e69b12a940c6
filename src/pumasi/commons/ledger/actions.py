"""Writing in the book: telling a fact, telling many, and erasing a batch that was undone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from django.db import connection, transaction

from pumasi.commons.ledger.models import Erased, Line, Part
from pumasi.commons.ledger.queries import folded, latest_lines
from pumasi.kit.copying import copy_in
from pumasi.kit.worded import Worded

CHANNEL = "pumasi_ledger"
TOLD = ("kind", "cluster_id", "host_id", "series", "title_ko", "title_en", "place_ko", "place_en",
        "starts_at", "ends_at", "zone", "stage", "basis", "visibility", "origin")  # fmt: skip
CHUNK = 5_000
_LAST = Worded(lambda source: Line.objects.filter(source=source).order_by("-revision")[:1], source=str)


class Seat(NamedTuple):
    """Somebody's part in a fact: an organisation, a person or both; weight 0 takes it back."""

    organisation: int | None
    person: int | None = None
    group: str = ""
    weight: float = 1.0


@dataclass
class Fact:
    """What a room tells: one thing that is planned or happened, and who took part in it."""

    source: str
    kind: str
    cluster: int | None
    starts_at: datetime
    ends_at: datetime
    stage: str
    visibility: str
    parts: Sequence[Seat]
    title_ko: str = ""
    title_en: str = ""
    place_ko: str = ""
    place_en: str = ""
    zone: str = "Asia/Seoul"
    series: str = ""
    basis: str = ""
    origin: str = ""
    host: int | None = None
    batch: int | None = None
    revision: int = field(default=1, init=False)

    def line(self) -> Line:
        """The line to be written."""
        values = {name: getattr(self, name) for name in TOLD if not name.endswith("_id")}
        return Line(
            source=self.source, revision=self.revision, cluster_id=self.cluster, host_id=self.host,
            batch_id=self.batch, **values,
        )  # fmt: skip


def _lock(source: str) -> None:
    """Let writers of one fact pass one after the other; writers of others are not held up."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [source])


def _wake() -> None:
    """Tell readers at commit that there is something new."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])


@transaction.atomic(savepoint=False)
def record(fact: Fact, *, told: bool = True) -> Line:
    """Write a fact in the caller's transaction. Telling it twice is harmless; a correction is the next revision.

    Parts that a correction does not name stay as they were; weight 0 takes one back. `told=False` skips the comparison for
    what cannot be in the book yet: what it tells of was written in this transaction.
    """
    if told:
        _lock(fact.source)
        last = _LAST.one(source=fact.source)
        if last and _same(fact, last, folded([fact.source], among=fact.parts).get(fact.source, {})):
            return last
        fact.revision = last.revision + 1 if last else 1
    line = fact.line()
    line.save(force_insert=True)
    Part.objects.bulk_create(_parts(line.pk, fact.parts))
    _wake()
    return line


def _parts(line: int, seats: Iterable[Seat]) -> list[Part]:
    return [
        Part(line_id=line, organisation_id=s.organisation, person_id=s.person, group=s.group, weight=s.weight)
        for s in seats
    ]


@transaction.atomic
def record_many(facts: Sequence[Fact], *, told: bool = True) -> dict[str, int]:
    """Write many facts at once; give how many lines were created, changed (a next revision) and unchanged.

    `told=False` skips the comparison for facts that cannot be in the book yet (a fresh import).
    """
    counts = {"created": 0, "changed": 0, "unchanged": 0}
    for chunk in _chunks(facts):
        new = list(chunk)
        if told:
            new = _only_news(new, counts)
        else:
            counts["created"] += len(new)
        lines = copy_in([fact.line() for fact in new])
        copy_in([part for line, fact in zip(lines, new, strict=True) for part in _parts(line.pk, fact.parts)])
    _wake()
    return counts


def _chunks(facts: Sequence[Fact]) -> Iterator[Sequence[Fact]]:
    return (facts[start : start + CHUNK] for start in range(0, len(facts), CHUNK))


def _only_news(facts: list[Fact], counts: dict[str, int]) -> list[Fact]:
    """Leave out what the book holds already, and number the corrections."""
    sources = [fact.source for fact in facts]
    last, held = latest_lines(sources), folded(sources)
    news = []
    for fact in facts:
        line = last.get(fact.source)
        if line is None:
            counts["created"] += 1
        elif _same(fact, line, held.get(fact.source, {})):
            counts["unchanged"] += 1
            continue
        else:
            fact.revision = line.revision + 1
            counts["changed"] += 1
        news.append(fact)
    return news


def _same(fact: Fact, last: Line, held: dict[tuple[int | None, int | None, str], float]) -> bool:
    line = fact.line()
    same = all(getattr(line, name) == getattr(last, name) for name in TOLD)
    return same and all(held.get((s.organisation, s.person, s.group), 0.0) == s.weight for s in fact.parts)


@contextmanager
def erasing() -> Iterator[None]:
    """Allow, for this transaction alone, what the book otherwise refuses."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('pumasi.erasing', 'on', true)")
        yield
        cursor.execute("SELECT set_config('pumasi.erasing', 'off', true)")


def erase_batch(*, batch: int) -> None:
    """Take the lines of an import out again; readers hear of it as of any news."""
    with erasing():
        with connection.cursor() as cursor:
            cursor.execute(
                "INSERT INTO ledger_erased (source) SELECT DISTINCT source FROM ledger_line WHERE batch_id = %s",
                [batch],
            )
            cursor.execute(
                "DELETE FROM ledger_part WHERE line_id IN (SELECT id FROM ledger_line WHERE batch_id = %s)",
                [batch],
            )
            cursor.execute("DELETE FROM ledger_line WHERE batch_id = %s", [batch])
        _wake()


def heard(*, before: int) -> None:
    """Forget erased facts that the network has heard of; it is the book's only reader with a bookmark."""
    Erased.objects.filter(transaction__lt=before).delete()


REWRITE_AFTER_RESTORE = """
ALTER TABLE ledger_line DISABLE TRIGGER USER;
UPDATE ledger_line SET transaction = pg_current_xact_id();
ALTER TABLE ledger_line ENABLE TRIGGER USER;
"""
