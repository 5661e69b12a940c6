"""What is printed: name tags, sign-in sheets, certificates, agendas, table signs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pumasi.kit.paper import drawn
from pumasi.kit.refused import Refused
from pumasi.operate.meetups.models import Day, Event, Meeting, Participant, Registration


def certificate(row: Registration, language: str) -> bytes:
    """Who took part in what, when and for how long; only for those who came."""
    if not row.checked_in_at:
        raise Refused(
            "A certificate is for those who checked in.", "출석이 확인된 분에게만 참가확인서를 발급합니다."
        )
    hours = (row.event.ends_at - row.event.starts_at).total_seconds() / 3600
    return drawn(
        "meetups/papers/certificate.html", {"row": row, "event": row.event, "hours": hours}, language
    )


def tags(event: Event, rows: Sequence[Registration], language: str) -> bytes:
    """Name tags, eight on a page."""
    return drawn("meetups/papers/tags.html", {"event": event, "rows": rows}, language)


def sheet(event: Event, rows: Sequence[Registration], language: str) -> bytes:
    """A list to sign at the door."""
    return drawn("meetups/papers/sheet.html", {"event": event, "rows": rows, "empty": range(10)}, language)


def agendas(event: Event, people: Sequence[tuple[Participant, list[dict[str, Any]]]], language: str) -> bytes:
    """Agendas of 1:1 meetings, a page each."""
    return drawn("meetups/papers/agenda.html", {"event": event, "people": people}, language)


def signs(day: Day, meetings: Sequence[Meeting], language: str) -> bytes:
    """A sign for each table with its meetings."""
    rows = {table.pk: (table, [m for m in meetings if m.table_id == table.pk]) for table in day.tables.all()}
    return drawn("meetups/papers/signs.html", {"event": day.event, "tables": list(rows.values())}, language)
