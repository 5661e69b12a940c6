"""Bringing in past use: a messy table or a calendar becomes sessions; every row that cannot be read is named with its remedy."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import blake2b
from pathlib import Path
from typing import Any, NamedTuple

import icalendar
from django.db import transaction
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch, Cluster, Organisation
from pumasi.kit import hangul, sheets
from pumasi.kit.copying import copy_in
from pumasi.kit.recurrence import instant
from pumasi.kit.refused import Refused
from pumasi.kit.said import Said
from pumasi.kit.sheets.cells import Place, Problem, Value, blank, shown
from pumasi.kit.sheets.model import Row
from pumasi.kit.sheets.values import read_date, read_number, read_time
from pumasi.operate.facilities.actions.telling import fact_of
from pumasi.operate.facilities.models import Facility, Session
from pumasi.operate.facilities.queries import prices
from pumasi.operate.facilities.queries.tree import Tree, tree

# What each column may be called, spaces and capitals apart.
HEADINGS = {
    "facility": ("시설", "시설명", "구역", "장비", "장비명", "장소", "facility", "zone", "equipment", "track", "resource", "room"),
    "organisation": ("기업", "기업명", "기관", "기관명", "기업기관", "회사", "회사명", "업체", "업체명", "이용기관", "이용기업", "사용기관",
                     "organisation", "organization", "company", "user", "group"),
    "start": ("시작", "시작일시", "시작시각", "시작시간", "이용시작", "사용시작", "start", "starts", "from", "begin", "start time"),
    "end": ("종료", "종료일시", "종료시각", "종료시간", "이용종료", "사용종료", "end", "ends", "to", "until", "end time"),
    "day": ("일자", "날짜", "이용일", "이용일자", "사용일", "사용일자", "date", "day"),
    "hours": ("시간", "이용시간", "사용시간", "시간수", "hours", "duration", "h"),
    "scenario": ("시나리오", "시험내용", "내용", "목적", "scenario", "purpose", "test"),
}  # fmt: skip
# Where only a day and a number of hours are known, they are counted from this time on.
MORNING = time(9)
SHORTEST, LONGEST = timedelta(minutes=1), timedelta(days=31)


class Read(NamedTuple):
    """A row that could be read."""

    facility: Facility
    organisation: Organisation | None
    start: datetime
    end: datetime
    scenarios: list[str]
    mark: str


@dataclass
class Brought:
    """What became of a file: rows read, how many are new or were there, and what kept the others out."""

    rows: list[Read] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    created: int = 0
    unchanged: int = 0
    hours: float = 0.0
    batch: Batch | None = None

    def told(self, language: str) -> dict[str, Any]:
        """As plain values, for a program or a page."""
        return {
            "rows": len(self.rows) + len(self.problems), "created": self.created, "unchanged": self.unchanged,
            "refused": [one.text(language) for one in self.problems], "hours": round(self.hours, 2),
            "batch": self.batch.pk if self.batch else None,
        }  # fmt: skip


def look(
    *, cluster: Cluster, source: Path | bytes, filename: str = "", facility: Facility | None = None
) -> Brought:
    """Read a CSV, XLSX or iCalendar file; nothing is written. `facility` holds for rows that name none."""
    body = source if isinstance(source, bytes) else source.read_bytes()
    known = _Known(cluster, tree(cluster), facility)
    made = Brought()
    name = filename or (source.name if isinstance(source, Path) else "file")
    if body.lstrip()[:15].upper() == b"BEGIN:VCALENDAR":
        _read_calendar(known, body, name, made)
    else:
        _read_tables(known, body, name, made)
    made.hours = sum((row.end - row.start) / timedelta(hours=1) for row in made.rows)
    _refuse_twice(made)
    return made


@transaction.atomic
def bring_in(
    *,
    cluster: Cluster,
    source: Path | bytes,
    filename: str = "",
    facility: Facility | None = None,
    by: Any = None,
) -> Brought:
    """Write the sessions of a file as one batch. The same file again changes nothing."""
    made = look(cluster=cluster, source=source, filename=filename, facility=facility)
    marks = [row.mark for row in made.rows]
    there = set(
        Session.objects.filter(cluster=cluster, external_id__in=marks).values_list("external_id", flat=True)
    )
    fresh = [row for row in made.rows if row.mark not in there]
    made.created, made.unchanged = len(fresh), len(made.rows) - len(fresh)
    if not fresh:
        return made
    made.batch = Batch.objects.create(
        kind="use",
        cluster=cluster,
        author=by,
        files=[{"name": filename}],
        state="applied",
        applied_at=timezone.now(),
    )
    classes: dict[tuple[int, date], Any] = {}
    rows = copy_in([_session(cluster, row, made.batch, by, classes) for row in fresh])
    ledger.record_many([fact_of(session, []) for session in rows if session.organisation_id])
    made.batch.report = made.told("ko") | {"batch": made.batch.pk}
    made.batch.save(update_fields=["report"])
    return made


def _session(
    cluster: Cluster, row: Read, batch: Batch, by: Any, classes: dict[tuple[int, date], Any]
) -> Session:
    price_class = None
    if row.organisation is not None:
        key = (row.organisation.pk, row.start.date())
        if key not in classes:
            classes[key] = prices.class_of(row.organisation, cluster, row.start.date())
        price_class = classes[key]
    return Session(
        cluster=cluster, facility=row.facility, organisation=row.organisation, started_at=row.start, ended_at=row.end,
        how=Session.How.IMPORT, scenarios=row.scenarios, price_class=price_class, external_id=row.mark, batch=batch, recorded_by=by,
    )  # fmt: skip


@transaction.atomic
def undo(*, batch: Batch) -> int:
    """Take an import of use out again, out of the record too; give how many sessions went."""
    if batch.kind != "use" or batch.state != "applied":
        raise Refused("This import has been undone already.", "이미 취소된 가져오기입니다.")
    ledger.erase_batch(batch=batch.pk)
    n, _ = Session.objects.filter(batch=batch).delete()
    batch.state, batch.undone_at = "undone", timezone.now()
    batch.save(update_fields=["state", "undone_at"])
    return n


class _Known:
    """Facilities and organisations by the names that a file may use."""

    def __init__(self, cluster: Cluster, found: Tree, facility: Facility | None) -> None:
        self.cluster, self.tree, self.facility = cluster, found, facility
        self.facilities: dict[str, Facility] = {}
        for one in found.ordered():
            for name in (one.name_ko, one.name_en, one.register_number, str(one.pk)):  # type: ignore[attr-defined]
                if name:
                    self.facilities.setdefault(_plain(name), one)
        self.organisations: dict[str, Organisation | None] = {}

    def facility_named(self, name: str) -> Facility | None:
        """The facility of that name or number; without a name the one of the whole file."""
        return self.facilities.get(_plain(name)) if name else self.facility

    def organisation_named(self, name: str) -> Organisation | None:
        """The organisation of that name, whatever its legal form is written like."""
        if name not in self.organisations:
            self.organisations[name] = members.exactly_named(self.cluster, name)
        return self.organisations[name]


def _plain(text: str) -> str:
    return "".join(hangul.fold(text).split()).lower()


def _read_tables(known: _Known, body: bytes, filename: str, made: Brought) -> None:
    for sheet in sheets.read(body, filename):
        made.problems += [one for one in sheet.problems if one.severe]
        columns = _columns(sheet.header.names if sheet.header else ())
        missing = [name for name in ("start", "day") if name in columns]
        if sheet.rows and not missing:
            made.problems.append(Problem(sheet.place, NO_TIME, NAME_TIME, severe=True))
            continue
        for row in sheet.rows:
            _read_row(known, row, columns, made)


def _columns(names: Sequence[str]) -> dict[str, str]:
    """Which heading means what."""
    plain = {_plain(name.replace("·", "").replace("/", "")): name for name in names}
    return {
        what: plain[_plain(word)]
        for what, words in HEADINGS.items()
        for word in reversed(words)
        if _plain(word) in plain
    }


NO_TIME = Said("There is no column with the day or the start.", "이용일이나 시작 시각 열이 없습니다.")
NAME_TIME = Said("Name it “Start” or “Date”.", "열 제목을 ‘시작’ 또는 ‘이용일’로 써 주십시오.")


def _read_row(known: _Known, row: Row, columns: dict[str, str], made: Brought) -> None:
    told = {what: row.get(name) for what, name in columns.items()}
    try:
        made.rows.append(_read(known, told))
    except _Unclear as unclear:
        made.problems.append(Problem(row.place(), unclear.wrong, unclear.remedy, severe=True))
    except Refused as refusal:
        made.problems.append(
            Problem(row.place(), Said(refusal.text("en"), refusal.text("ko")), CORRECT, severe=True)
        )


CORRECT = Said("Correct the row and bring the file in again.", "행을 고쳐 다시 가져와 주십시오.")


class _Unclear(Exception):  # noqa: N818  # an answer, not a failure of ours
    def __init__(self, wrong: Said, remedy: Said = CORRECT) -> None:
        super().__init__(wrong.en)
        self.wrong, self.remedy = wrong, remedy


def _read(known: _Known, told: dict[str, Value]) -> Read:
    name = shown(told.get("facility")).strip()
    facility = known.facility_named(name)
    if facility is None:
        raise _Unclear(
            Said(f"There is no facility called “{name[:60]}”.", f"‘{name[:60]}’ 시설이 없습니다."),
            Said(
                "Write its name as in the catalogue, or add it first.",
                "시설 목록의 이름으로 쓰거나 먼저 등록해 주십시오.",
            ),
        )
    who = shown(told.get("organisation")).strip()
    organisation = known.organisation_named(who) if who else None
    if who and organisation is None:
        raise _Unclear(
            Said(
                f"No organisation of the cluster is called “{who[:60]}”.",
                f"‘{who[:60]}’ 기업·기관이 없습니다.",
            ),
            Said(
                "Write its name as in the directory, or bring in the member list first.",
                "명부의 이름으로 쓰거나 회원 명단을 먼저 가져와 주십시오.",
            ),
        )
    start, end = _times(told, facility)
    if not SHORTEST <= end - start <= LONGEST:
        raise _Unclear(Said("The end does not fit the start.", "종료 시각이 시작 시각과 맞지 않습니다."))
    words = [word.strip()[:40] for word in shown(told.get("scenario")).replace(";", ",").split(",")]
    mark = _mark(facility, organisation, start, end)
    return Read(facility, organisation, start, end, [word for word in words if word], mark)


def _mark(facility: Facility, organisation: Organisation | None, start: datetime, end: datetime) -> str:
    told = f"{facility.pk}|{organisation.pk if organisation else ''}|{start.isoformat()}|{end.isoformat()}"
    return f"use:{blake2b(told.encode(), digest_size=16).hexdigest()}"


def _times(told: dict[str, Value], facility: Facility) -> tuple[datetime, datetime]:
    """Start and end: as instants, as a day with two times, or as a day with hours."""
    day = read_date(told["day"]) if not blank(told.get("day")) else None
    start = _moment(told.get("start"), day, facility.zone)
    if start is None and day is not None:
        start = instant(day, MORNING, facility.zone)
    if start is None:
        raise _Unclear(Said("The start is missing.", "시작 시각이 없습니다."))
    hours = read_number(told["hours"]) if not blank(told.get("hours")) else None
    end = _moment(told.get("end"), day or start.date(), facility.zone)
    if end is None and hours is not None:
        if hours <= 0:
            raise _Unclear(Said("The hours have to be more than nothing.", "이용시간은 0보다 커야 합니다."))
        end = start + timedelta(seconds=round(float(hours) * 3600))
    if end is None:
        raise _Unclear(Said("The end or the hours are missing.", "종료 시각이나 이용시간이 없습니다."))
    return start, end


def _moment(value: Value, day: date | None, zone: str) -> datetime | None:
    """An instant from a cell: a date with a time, a time of the row's day, or a date alone."""
    if blank(value) or (isinstance(value, datetime) and value.tzinfo):
        return value if isinstance(value, datetime) else None
    found, wall = _day_and_time(value)
    return instant(found or _of_row(day), wall or MORNING, zone)


def _day_and_time(value: Value) -> tuple[date | None, time | None]:
    """The day and the time that a cell tells, each where it does."""
    if isinstance(value, datetime):
        return value.date(), value.time()
    if isinstance(value, date | time):
        return (None, value) if isinstance(value, time) else (value, None)
    head, _, tail = shown(value).strip().replace("T", " ").rpartition(" ")
    if ":" in tail:
        return (read_date(head) if head else None), read_time(tail)
    return read_date(shown(value)), None


def _of_row(day: date | None) -> date:
    if day is None:
        raise _Unclear(Said("A time stands here without a day.", "날짜 없이 시각만 있습니다."))
    return day


def _read_calendar(known: _Known, body: bytes, filename: str, made: Brought) -> None:
    """Past entries of a calendar; the summary may name the organisation, the place the facility."""
    try:
        found = icalendar.Calendar.from_ical(body)
    except ValueError as error:
        raise Refused(
            "{file} cannot be read as a calendar. Export it again as .ics.",
            "{file}을(를) 일정 파일로 읽을 수 없습니다. .ics로 다시 내보내 주십시오.",
            file=filename,
        ) from error
    for n, entry in enumerate(found.walk("VEVENT"), start=1):
        place = Place(filename, row=n)
        try:
            made.rows.extend(_read_entry(known, entry))
        except _Unclear as unclear:
            made.problems.append(Problem(place, unclear.wrong, unclear.remedy, severe=True))


def _read_entry(known: _Known, entry: Any) -> Iterator[Read]:
    if str(entry.get("status", "")).upper() == "CANCELLED" or entry.get("dtstart") is None:
        return
    name = str(entry.get("location", "")).strip()
    facility = known.facility_named(name) or known.facility
    if facility is None:
        raise _Unclear(Said(f"There is no facility called “{name[:60]}”.", f"‘{name[:60]}’ 시설이 없습니다."))
    start, end = (_instant_of(entry.get(part), facility.zone) for part in ("dtstart", "dtend"))
    if start is None or end is None or not SHORTEST <= end - start <= LONGEST:
        raise _Unclear(Said("The end does not fit the start.", "종료 시각이 시작 시각과 맞지 않습니다."))
    if end > timezone.now():
        return
    who = known.organisation_named(str(entry.get("summary", "")).strip())
    yield Read(facility, who, start, end, [], _mark(facility, who, start, end))


def _instant_of(value: Any, zone: str) -> datetime | None:
    if value is None:
        return None
    if isinstance(value.dt, datetime):
        return value.dt if value.dt.tzinfo else instant(value.dt.date(), value.dt.time(), zone)
    return instant(value.dt, time(), zone)


def _refuse_twice(made: Brought) -> None:
    """A row that stands twice in a file counts once."""
    made.rows = list({row.mark: row for row in made.rows}.values())
