"""Introductions: handing out a few a week, asking, answering, talking, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.db.models import Count
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation, Person, Tag
from pumasi.kit.refused import Refused
from pumasi.measure.network.models import Aim, Introduction, Outcome, Place, Post, Proposal, Withheld
from pumasi.measure.network.queries import holdback, suggest
from pumasi.measure.network.queries.week import of_week, places, wanting, week_of

PROPOSALS = 3
AIMS = 3
# An organisation is suggested to at most so many times as many others a week as it gets suggestions itself.
CAPACITY = 2
AIM_LASTS = timedelta(days=90)


def _one_at_a_time(organisation: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [7301, organisation])


@transaction.atomic
def hand_out(*, cluster: Cluster, organisation: Organisation) -> list[Introduction]:
    """Fill up this week's places of an organisation with its best new suggestions, and give the week's list.

    The lock keeps parallel senders from doing the work twice; the unique place keeps the limit in any case.
    """
    _one_at_a_time(organisation.pk)
    week = week_of()
    taken = set(places(cluster, organisation, week).values_list("number", flat=True))
    free = [number for number in range(1, cluster.weekly_introductions + 1) if number not in taken]
    if free:
        fresh = _fresh(cluster, organisation, week)
        for number, suggestion in zip(free, fresh, strict=False):
            _place(cluster, organisation, week, number, suggestion)
    return of_week(cluster=cluster, organisation=organisation, week=week)


def _fresh(cluster: Cluster, organisation: Organisation, week: date) -> list[suggest.Suggestion]:
    """The best suggestions that may go out now: nobody is handed to everybody, and a random fifth is held back."""
    left_out = suggest.settled(cluster, organisation.pk) | _taken_up(cluster, week)
    found = suggest.both_ways(cluster, "members", organisation.pk, 20, left_out)
    fresh: list[suggest.Suggestion] = []
    for one in found:
        if holdback.withheld(organisation.pk, one.organisation.pk, week):
            Withheld.objects.get_or_create(cluster=cluster, asker=organisation, asked=one.organisation)
        else:
            fresh.append(one)
        if len(fresh) == cluster.weekly_introductions:
            break
    return fresh


def _taken_up(cluster: Cluster, week: date) -> set[int]:
    """Organisations that were suggested to as many others this week as they can well answer."""
    most = CAPACITY * cluster.weekly_introductions
    given = Place.objects.filter(cluster=cluster, week=week).values("introduction__asked")
    full = given.annotate(n=Count("pk")).filter(n__gte=most)
    return set(full.values_list("introduction__asked", flat=True))


def _place(
    cluster: Cluster, organisation: Organisation, week: date, number: int, suggestion: suggest.Suggestion
) -> None:
    introduction = Introduction.objects.create(
        cluster=cluster,
        asker=organisation,
        asked=suggestion.organisation,
        score=suggestion.score,
        reasons=[reason.kept() for reason in suggestion.reasons[:5]],
    )
    Place.objects.create(
        organisation=organisation, cluster=cluster, week=week, number=number, introduction=introduction
    )


def hand_out_week(cluster: Cluster) -> int:
    """Hand out the week to every member for whom somebody with an account acts; give how many were handed something.

    Others get theirs with their letter. Each organisation is a transaction of its own: whoever presses waits for one at most.
    """
    wanted = Organisation.objects.in_bulk(wanting(cluster, members.acted_for(cluster)))
    return sum(bool(hand_out(cluster=cluster, organisation=wanted[pk])) for pk in sorted(wanted))


@transaction.atomic
def aim_at(*, cluster: Cluster, organisation: Organisation, tags: Iterable[Tag]) -> list[Aim]:
    """Say what the organisation is after, for three months; what was said before is replaced."""
    wanted = list(dict.fromkeys(tags))
    if len(wanted) > AIMS:
        raise Refused("Choose up to three.", "최대 세 개까지 선택해 주십시오.")
    Aim.objects.filter(cluster=cluster, organisation=organisation).delete()
    until = timezone.localdate() + AIM_LASTS
    return [
        Aim.objects.create(cluster=cluster, organisation=organisation, tag=tag, until=until) for tag in wanted
    ]


def _locked(introduction: Introduction) -> Introduction:
    return Introduction.objects.select_for_update().get(pk=introduction.pk)


def _first_from_other_side(introduction: Introduction) -> Introduction | None:
    """The other side's own question about us, if it came first."""
    found = Introduction.objects.select_for_update().filter(
        cluster=introduction.cluster, asker=introduction.asked, asked=introduction.asker, state="asked"
    )
    return found.first()


@transaction.atomic
def ask(*, introduction: Introduction, person: Person | None = None, message: str = "") -> Introduction:
    """Ask for the introduction. Asking twice changes nothing; if the other side asked first, both have said yes."""
    for pk in sorted([introduction.asker_id, introduction.asked_id]):
        _one_at_a_time(pk)
    mine = _locked(introduction)
    if mine.state != Introduction.State.SUGGESTED:
        return mine
    theirs = _first_from_other_side(mine)
    if theirs:
        # Kept, with its place of the week: deleting it would make room for one more than the weekly limit.
        mine.state, mine.answered_at = Introduction.State.KNOWN, timezone.now()
        mine.save()
        return answer(introduction=theirs, yes=True, person=person)
    mine.state, mine.asked_at = Introduction.State.ASKED, timezone.now()
    mine.asker_person, mine.message = person, message.strip()[:500]
    mine.asked_person = members.contact_of(mine.asked_id)
    try:
        with transaction.atomic():
            mine.save()
    except IntegrityError:
        raise Refused(
            "There is a conversation between the two of you already. You find it under Connections.",
            "이미 두 기관 사이에 진행 중인 소개가 있습니다. ‘연결’ 메뉴에서 확인해 주십시오.",
        ) from None
    return mine


@transaction.atomic
def answer(
    *, introduction: Introduction, yes: bool, person: Person | None = None, known: bool = False
) -> Introduction:
    """Answer a request. The first answer stands."""
    mine = _locked(introduction)
    if mine.state != Introduction.State.ASKED:
        return mine
    mine.state = (
        Introduction.State.MUTUAL
        if yes
        else (Introduction.State.KNOWN if known else Introduction.State.DECLINED)
    )
    mine.answered_at = timezone.now()
    mine.asked_person = person or mine.asked_person
    mine.save()
    return mine


@transaction.atomic
def set_aside(*, introduction: Introduction, known: bool = False) -> Introduction:
    """Not now, or: we know them already. The other side never learns of it."""
    mine = _locked(introduction)
    if mine.state == Introduction.State.SUGGESTED:
        mine.state = Introduction.State.KNOWN if known else Introduction.State.DECLINED
        mine.answered_at = timezone.now()
        mine.save()
    return mine


def _needs_both(introduction: Introduction) -> None:
    if introduction.state != Introduction.State.MUTUAL:
        raise Refused(
            "This page opens when both sides have said yes.", "양쪽이 모두 동의하면 열리는 화면입니다."
        )


@transaction.atomic
def say(*, introduction: Introduction, side: Organisation, person: Person | None, text: str) -> Post:
    """Write on the shared page."""
    _needs_both(introduction)
    if not text.strip():
        raise Refused("Write a line first.", "내용을 입력해 주십시오.")
    return Post.objects.create(introduction=introduction, side=side, person=person, text=text.strip()[:4000])


@transaction.atomic
def propose(*, introduction: Introduction, side: Organisation, times: list[datetime]) -> list[Proposal]:
    """Propose up to three times in the future."""
    _needs_both(introduction)
    ahead = sorted({moment for moment in times if moment > timezone.now()})[:PROPOSALS]
    if not ahead:
        raise Refused(
            "Propose at least one time that lies ahead.", "앞으로의 시간을 하나 이상 제안해 주십시오."
        )
    made = []
    for moment in ahead:
        proposal, _ = Proposal.objects.get_or_create(
            introduction=introduction, starts_at=moment, defaults={"side": side}
        )
        made.append(proposal)
    return made


@transaction.atomic
def agree_on(*, proposal: Proposal, side: Organisation) -> Proposal:
    """Take one of the other side's times. One time is agreed on, the first that is taken."""
    _locked(proposal.introduction)
    if proposal.side_id == side.pk:
        raise Refused(
            "This is your own proposal; the other side chooses.",
            "직접 제안하신 시간입니다. 상대방이 선택합니다.",
        )
    taken = Proposal.objects.filter(introduction=proposal.introduction, accepted_at__isnull=False).first()
    if taken:
        return taken
    proposal.accepted_at = timezone.now()
    proposal.save()
    return proposal


@transaction.atomic
def tell_outcome(*, introduction: Introduction, side: Organisation, result: str, useful: bool) -> Outcome:
    """Keep what came of it as one side sees it; it can be told anew as things go on."""
    _needs_both(introduction)
    if result not in Outcome.Result.values:
        raise Refused("Choose what came of it.", "결과를 선택해 주십시오.")
    outcome, _ = Outcome.objects.update_or_create(
        introduction=introduction, side=side, defaults={"result": result, "useful": useful}
    )
    return outcome


def of_mutual_benefit(introduction: Introduction) -> bool:
    """Say whether both sides called it useful (상생: only when both say so)."""
    return introduction.outcomes.filter(useful=True).count() == 2


@transaction.atomic
def suggest_by_hand(*, cluster: Cluster, asker: Organisation, asked: Organisation) -> Introduction:
    """A manager suggests an introduction; it takes no place of the week."""
    if asker.pk == asked.pk:
        raise Refused("Choose two different organisations.", "서로 다른 두 기관을 선택해 주십시오.")
    open_one = Introduction.objects.filter(
        cluster=cluster, asker=asker, asked=asked, state__in=["suggested", "asked", "mutual"]
    )
    return open_one.first() or Introduction.objects.create(
        cluster=cluster, asker=asker, asked=asked, by_manager=True
    )


def sides_of(introduction: Introduction, user: Any) -> list[int]:
    """Which sides of the introduction the user acts for. The other side learns of it only by being asked."""
    own = set(members.organisations_of(user, introduction.cluster))
    sides = [introduction.asker_id, *([introduction.asked_id] if introduction.asked_at else [])]
    return [side for side in sides if side in own]
