"""Sign-in sheets: whose names are meant, and the gatherings told to the ledger."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from pumasi.commons.intake.bring_in import person_for
from pumasi.commons.intake.plan import is_korean
from pumasi.commons.intake.progress import silent
from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Batch, Cluster, Organisation
from pumasi.kit import names
from pumasi.kit.lookalikes import lookalikes
from pumasi.kit.sheets.attendance import Gathering

Tell = Callable[[int, int], None]


@dataclass
class Matched:
    """Which organisation each written name means: known ones, doubtful ones with a proposal, unknown ones."""

    sure: dict[str, int] = field(default_factory=dict)
    doubtful: dict[str, tuple[int, float]] = field(default_factory=dict)
    unknown: dict[str, int] = field(default_factory=dict)

    def resolved(self, text: str) -> int | None:
        """The organisation meant by a written name, if it is settled."""
        return self.sure.get(names.key(text))


def match(
    gatherings: Iterable[Gathering], *, cluster: Cluster, answers: Mapping[str, str] | None = None
) -> Matched:
    """Match every written organisation name. `answers`: written key -> organisation id, or "" for none of ours."""
    known = list(members.of_cluster(cluster, "managers"))
    by_key = _by_key(known)
    ids = {str(o.pk) for o in known}
    written: dict[str, tuple[str, int]] = {}
    for gathering in gatherings:
        for one in gathering.attendees:
            if one.organisation:
                text, count = written.get(names.key(one.organisation), (one.organisation, 0))
                written[names.key(one.organisation)] = (text, count + 1)
    found = Matched()
    open_names = {}
    for key, (text, count) in written.items():
        answer = (answers or {}).get(key)
        if answer in ids:
            found.sure[key] = int(answer)
        elif key in by_key:
            found.sure[key] = by_key[key]
        elif answer == "none":
            found.unknown[text] = count
        else:
            open_names[text] = count
    _propose(found, open_names, known)
    return found


def _by_key(known: list[Organisation]) -> dict[str, int]:
    found: dict[str, int] = {}
    for o in known:
        for name in (o.name_ko, o.name_en, o.short_name_ko, o.short_name_en):  # type: ignore[attr-defined]
            if name:
                found.setdefault(names.key(name), o.pk)
    return found


def _propose(found: Matched, open_names: dict[str, int], known: list[Organisation]) -> None:
    """Propose the most similar organisation for a name that is not known as written."""
    texts = [o.name_ko or o.name_en for o in known]  # type: ignore[attr-defined]
    best: dict[str, tuple[int, float]] = {}
    waiting = list(open_names)
    for pair in lookalikes([*texts, *waiting]):
        if pair.first < len(texts) <= pair.second:
            text = waiting[pair.second - len(texts)]
            if pair.score > best.get(text, (0, 0.0))[1]:
                best[text] = (known[pair.first].pk, pair.score)
    for text, count in open_names.items():
        if text in best:
            found.doubtful[text] = best[text]
        else:
            found.unknown[text] = count


def source_of(cluster: Cluster, gathering: Gathering) -> str:
    """A name for the fact that stays the same when the sheet is read again."""
    title = names.person_key(gathering.title) or gathering.title
    mark = hashlib.sha256(f"{gathering.starts_on}|{title}".encode()).hexdigest()[:20]
    return f"attendance.{cluster.slug}.{gathering.starts_on:%Y%m%d}.{mark}"


@transaction.atomic
def bring_in(
    *, batch: Batch, cluster: Cluster, gatherings: list[Gathering], matched: Matched, tell: Tell = silent
) -> dict[str, Any]:
    """Tell every gathering to the ledger; names that are not settled take part only as people without organisation."""
    facts = []
    for index, gathering in enumerate(gatherings):
        facts.append(_fact(batch, cluster, gathering, matched))
        tell(index + 1, len(gatherings))
    return ledger.record_many(facts)


def _fact(batch: Batch, cluster: Cluster, gathering: Gathering, matched: Matched) -> ledger.Fact:
    zone = ZoneInfo(cluster.zone)
    assert gathering.starts_on is not None  # noqa: S101  # sheets without a day were left out
    begins = datetime.combine(gathering.starts_on, time(9), tzinfo=zone)
    title = gathering.title
    texts: dict[str, Any] = {"title_ko": title} if is_korean(title) else {"title_en": title}
    if gathering.place:
        texts["place_ko" if is_korean(gathering.place) else "place_en"] = gathering.place
    return ledger.Fact(
        source=source_of(cluster, gathering), kind="meetup", cluster=cluster.pk, starts_at=begins,
        ends_at=begins + timedelta(hours=2), stage="happened", visibility="members", zone=cluster.zone,
        basis="sign-in sheet", batch=batch.pk, parts=_seats(batch, gathering, matched), **texts,
    )  # fmt: skip


def _seats(batch: Batch, gathering: Gathering, matched: Matched) -> list[ledger.Seat]:
    seats: dict[tuple[int | None, int | None], ledger.Seat] = {}
    for one in gathering.attendees:
        pk = matched.resolved(one.organisation or "")
        person = _person(batch, pk, one)
        if pk or person:
            seats[(pk, person)] = ledger.Seat(organisation=pk, person=person)
    return list(seats.values())


def _person(batch: Batch, organisation: int | None, attendee: Any) -> int | None:
    name, email = (attendee.person or "").strip(), (attendee.email or "").strip().lower()
    if not name and not email:
        return None
    at = Organisation.objects.filter(pk=organisation).first() if organisation else None
    person, fresh = person_for(batch, at, name, email)
    if fresh and at:
        person.affiliations.create(organisation=at, batch=batch)
    return person.pk
