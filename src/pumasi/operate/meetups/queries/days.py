"""Reading a 1:1 day: who takes part, who wants to meet whom, agendas, the board, what a run would give."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from pumasi.commons.holds import api as holds
from pumasi.commons.ledger import api as ledger
from pumasi.kit.bilingual import in_order
from pumasi.operate.meetups.models import Day, Meeting, Participant, Run, Wish

STANDING = ["scheduled", "held", "no_show"]


def catalogue(day: Day, *, text: str = "", kind: str = "") -> QuerySet[Participant]:
    """Who takes part, with organisation and topics."""
    found = (
        day.participants.filter(left_at__isnull=True)
        .select_related("organisation")
        .prefetch_related("organisation__tags")
    )
    if kind:
        found = found.filter(kind=kind)
    if text:
        found = found.filter(
            Q(organisation__name_ko__icontains=text) | Q(organisation__name_en__icontains=text) | Q(name__icontains=text)
            | Q(offers_ko__icontains=text) | Q(offers_en__icontains=text) | Q(needs_ko__icontains=text) | Q(needs_en__icontains=text)
        )  # fmt: skip
    return found.order_by(in_order("organisation__name"), "pk")


def wishes(day: Day) -> QuerySet[Wish]:
    """Wishes between those who still take part, the first ones first."""
    here = Wish.objects.filter(by__day=day, by__left_at__isnull=True, about__left_at__isnull=True)
    return here.order_by("at", "pk")


def agenda(participant: Participant) -> QuerySet[Meeting]:
    """One participant's meetings by time, those called off left out."""
    mine = Meeting.objects.filter(Q(a=participant) | Q(b=participant), state__in=STANDING)
    return mine.select_related("slot", "table", "interpreter", "a__organisation", "b__organisation").order_by(
        "slot__number"
    )


def seen_from(meeting: Meeting, me: Participant) -> dict[str, Any]:
    """A meeting from one side: who the other one is, and what this side said of it."""
    first = meeting.a_id == me.pk
    return {
        "meeting": meeting,
        "other": meeting.b if first else meeting.a,
        "stars": meeting.stars_a if first else meeting.stars_b,
        "result": meeting.result_a if first else meeting.result_b,
        "over": meeting.slot.ends_at < timezone.now(),
    }


def board(day: Day) -> QuerySet[Meeting]:
    """All meetings by time and table."""
    found = day.meetings.filter(state__in=STANDING)
    return found.select_related(
        "slot", "table", "interpreter", "a__organisation", "b__organisation"
    ).order_by("slot__number", "table__number")


def met_before(day: Day) -> set[tuple[int, int]]:
    """Pairs of participants whose organisations shared a gathering before, by the participation record."""
    people = list(day.participants.values_list("pk", "organisation_id"))
    by_organisation: dict[int, list[int]] = {}
    for pk, organisation in people:
        by_organisation.setdefault(organisation, []).append(pk)
    found: set[tuple[int, int]] = set()
    for one, other in ledger.shared_before(
        [organisation for _, organisation in people], day.event.cluster_id
    ):
        for a in by_organisation[one]:
            for b in by_organisation[other]:
                found.add((min(a, b), max(a, b)))
    return found


def taken_elsewhere(day: Day) -> dict[int, list[tuple[datetime, datetime]]]:
    """For each participant the times at which they are held by something outside this day."""
    slots = list(day.slots.all())
    if not slots:
        return {}
    keys = {thing_key(person): person.pk for person in day.participants.all()}
    own = {f"meetups.meeting.{pk}" for pk in day.meetings.values_list("pk", flat=True)}
    things = holds.things(kind="person", keys=keys)
    rows = holds.held(things.values(), slots[0].starts_at, slots[-1].ends_at).exclude(source__in=own)
    by_thing = {thing.pk: keys[key] for key, thing in things.items()}
    found: dict[int, list[tuple[datetime, datetime]]] = {}
    for thing, period in rows.values_list("thing_id", "period"):
        found.setdefault(by_thing[thing], []).append((period.lower, period.upper))
    return found


def thing_key(participant: Participant) -> str:
    """What holds call this person: the same in every room, so that nobody is in two places."""
    if participant.person_id:
        return f"members.person.{participant.person_id}"
    return f"meetups.participant.{participant.pk}"


def per_participant(run: Run) -> dict[int, int]:
    """How many meetings a run gives each participant, those without one included."""
    counts = Counter(
        dict.fromkeys(run.day.participants.filter(left_at__isnull=True).values_list("pk", flat=True), 0)
    )
    for a, b, *_rest in run.meetings:
        counts[a] += 1
        counts[b] += 1
    return dict(counts)


def histogram(run: Run) -> list[dict[str, Any]]:
    """How many participants have how many meetings; 0 and 1 are marked."""
    spread = Counter(per_participant(run).values())
    top = max(spread.values(), default=1)
    return [
        {"meetings": n, "participants": spread[n], "share": round(100 * spread[n] / top), "few": n < 2}
        for n in range(max(spread, default=0) + 1)
    ]


def realisation(day: Day) -> dict[str, Any]:
    """Meetings held of those accepted, with the average rating of each side's answers."""
    states = Counter(day.meetings.values_list("state", flat=True))
    accepted = states["scheduled"] + states["held"] + states["no_show"]
    stars = [
        value
        for pair in day.meetings.filter(state="held").values_list("stars_a", "stars_b")
        for value in pair
        if value
    ]
    return {
        "accepted": accepted,
        "held": states["held"],
        "no_show": states["no_show"],
        "rated": len(stars),
        "useful": sum(1 for value in stars if value >= 4),
        "follow_up": _told(day, ["follow_up", "nda", "agreement"]),
        "agreements": _told(day, ["agreement"]),
    }


def _told(day: Day, results: list[str]) -> int:
    """Meetings of which both sides say so: a result is mutual or it is none."""
    return day.meetings.filter(result_a__in=results, result_b__in=results).count()
