"""Introductions over REST: one's own suggestions and answers, the shared page, and the office's view."""

from __future__ import annotations

from typing import Any, Literal

from django.db import transaction
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query
from ninja.responses import Status

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster, Organisation, Person, Tag
from pumasi.kit.asked import cluster_of
from pumasi.kit.refused import Refused
from pumasi.kit.rest import Id, Page, Room, Window, languages_of, page, requires
from pumasi.measure.network.actions import introduce, letters
from pumasi.measure.network.models import Introduction, Post, Proposal
from pumasi.measure.network.queries import holdback, suggest
from pumasi.measure.network.queries.week import of_week
from pumasi.measure.network.rest import shown
from pumasi.measure.network.schemas import (
    STATE,
    AimOut,
    AimsIn,
    AnswerIn,
    HoldBackOut,
    IntroductionOut,
    IntroductionRow,
    MessageIn,
    MessageOut,
    MyIntroductions,
    OutcomeIn,
    OutcomeOut,
    PairIn,
    ProposalOut,
    SharedOut,
    TimesIn,
    Written,
)  # fmt: skip

room = Room(tags=["Introductions"])


@room.get("/my/introductions", response=MyIntroductions)
@requires("network.introduce")
def get_my_introductions(request: HttpRequest) -> dict[str, Any]:
    """Read one's suggestions of the week as far as handed out, questions to answer and running conversations."""
    return _mine(members.own_organisation_or_404(request), cluster_of(request))


@room.post("/my/introductions/week", response=MyIntroductions)
@requires("network.introduce")
def hand_out_my_week(request: HttpRequest) -> dict[str, Any]:
    """Ask for this week's suggestions now instead of waiting for the worker; there are never more than the weekly limit."""
    mine, cluster = members.own_organisation_or_404(request), cluster_of(request)
    introduce.hand_out(cluster=cluster, organisation=mine)
    return _mine(mine, cluster)


def _mine(mine: Organisation, cluster: Cluster) -> dict[str, Any]:
    known = Introduction.objects.filter(cluster=cluster).select_related("asker", "asked", "cluster")
    own = known.filter(asker=mine)
    running = known.filter(state="mutual")
    week = [one for one in of_week(cluster=cluster, organisation=mine) if one.state == "suggested"]
    lists = {
        "suggested": [*week, *own.filter(by_manager=True, state="suggested").order_by("pk")],
        "waiting": known.filter(asked=mine, state="asked").order_by("asked_at", "pk"),
        "sent": own.filter(state="asked").order_by("-asked_at", "-pk"),
        "running": (running.filter(asker=mine) | running.filter(asked=mine)).order_by("-answered_at", "-pk"),
    }
    told = {name: [shown.introduction(one, mine.pk) for one in found] for name, found in lists.items()}
    return {"organisation": shown.named(mine), **told}


def _aims(request: HttpRequest) -> list[dict[str, Any]]:
    live = suggest.live_aims(cluster_of(request), members.own_organisation_or_404(request).pk)
    return [{"tag": shown.named(one.tag), "until": one.until} for one in live.select_related("tag")]


@room.get("/my/aims", response=list[AimOut])
@requires("network.introduce")
def get_my_aims(request: HttpRequest) -> list[dict[str, Any]]:
    """Read what one's organisation is after at present."""
    return _aims(request)


@room.put("/my/aims", response=list[AimOut])
@requires("network.introduce")
def set_my_aims(request: HttpRequest, given: AimsIn) -> list[dict[str, Any]]:
    """Say what one's organisation is after for the next three months; suggestions still to come follow it."""
    found = Tag.objects.in_bulk(given.tags)
    if len(found) < len(set(given.tags)):
        raise Refused("One of these topics does not exist.", "없는 분야가 포함되어 있습니다.")
    introduce.aim_at(
        cluster=cluster_of(request),
        organisation=members.own_organisation_or_404(request),
        tags=[found[pk] for pk in given.tags],
    )
    return _aims(request)


@room.post("/my/introductions/{int:pk}/decision", response=IntroductionOut)
@requires("network.introduce")
def decide_introduction(request: HttpRequest, pk: Id, given: AnswerIn) -> dict[str, Any]:
    """Ask for a suggestion or set it aside, or answer a question. The first answer stands."""
    user: Any = request.user
    with transaction.atomic():
        found, side = shown.introduction_or_404(request, pk)
        if side.pk == found.asker_id and found.state == "suggested":
            found = _decide_asking(found, given, user.person)
        elif side.pk == found.asked_id and found.state == "asked" and given.answer in ("yes", "no", "known"):
            found = introduce.answer(
                introduction=found,
                yes=given.answer == "yes",
                known=given.answer == "known",
                person=user.person,
            )
            if found.state == "mutual":
                letters.tell_both(found)
    return shown.introduction(found, side.pk)


def _decide_asking(found: Introduction, given: AnswerIn, person: Person | None) -> Introduction:
    if given.answer == "ask":
        found = introduce.ask(introduction=found, person=person, message=given.message)
        letters.tell_asked(found) if found.state == "asked" else letters.tell_both(found)
        return found
    if given.answer in ("later", "known"):
        return introduce.set_aside(introduction=found, known=given.answer == "known")
    return found


def _message(one: Post) -> dict[str, Any]:
    return {
        "id": one.pk,
        "organisation": shown.named(one.side),
        "text": one.text,
        "created_at": one.created_at,
    }


def _proposal(one: Proposal) -> dict[str, Any]:
    instants = {"starts_at": one.starts_at, "accepted_at": one.accepted_at}
    return {"id": one.pk, "organisation": shown.named(one.side), **instants}


def _contact(found: Introduction, side: Organisation) -> dict[str, Any] | None:
    """The other side's person, once both have said yes."""
    person = found.asked_person if side.pk == found.asker_id else found.asker_person
    if person is None or found.state != "mutual":
        return None
    return {**languages_of(person, "name"), "email": person.email}


@room.get("/introductions/{int:pk}", response=SharedOut)
@requires("network.share")
def get_shared_page(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read the page that both sides of an introduction share; for nobody else does it exist."""
    found, side = shown.introduction_or_404(request, pk)
    return {
        **shown.introduction(found, side.pk),
        "contact": _contact(found, side),
        "posts": [_message(one) for one in found.posts.select_related("side").order_by("created_at", "pk")],
        "proposals": [
            _proposal(one) for one in found.proposals.select_related("side").order_by("starts_at", "pk")
        ],
        "outcome": found.outcomes.filter(side=side).first(),
        "both_call_it_useful": introduce.of_mutual_benefit(found),
    }


@room.post("/introductions/{int:pk}/posts", response={201: MessageOut})
@requires("network.share")
def write_post(request: HttpRequest, pk: Id, given: MessageIn) -> Status[dict[str, Any]]:
    """Write to the other side."""
    found, side = shown.introduction_or_404(request, pk)
    user: Any = request.user
    person = user.person if user.is_authenticated else members.contact_of(side.pk)
    return Status(201, _message(introduce.say(introduction=found, side=side, person=person, text=given.text)))


@room.post("/introductions/{int:pk}/proposals", response={201: list[ProposalOut]})
@requires("network.share")
def propose_times(request: HttpRequest, pk: Id, given: TimesIn) -> Status[list[dict[str, Any]]]:
    """Propose up to three times for a first talk."""
    found, side = shown.introduction_or_404(request, pk)
    return Status(
        201, [_proposal(one) for one in introduce.propose(introduction=found, side=side, times=given.times)]
    )


@room.post("/introductions/{int:pk}/proposals/{int:proposal}/accept", response=ProposalOut)
@requires("network.share")
def accept_time(request: HttpRequest, pk: Id, proposal: Id) -> dict[str, Any]:
    """Take one of the other side's times; the first that is taken stands."""
    found, side = shown.introduction_or_404(request, pk)
    chosen = get_object_or_404(Proposal, pk=proposal, introduction=found)
    return _proposal(introduce.agree_on(proposal=chosen, side=side))


@room.put("/introductions/{int:pk}/outcome", response=OutcomeOut)
@requires("network.share")
def tell_outcome(request: HttpRequest, pk: Id, given: OutcomeIn) -> Any:
    """Say what came of it; the other side sees only whether both called it useful."""
    found, side = shown.introduction_or_404(request, pk)
    return introduce.tell_outcome(introduction=found, side=side, result=given.result, useful=given.useful)


def _row(one: Introduction) -> dict[str, Any]:
    plain = ("state", "by_manager", "suggested_at", "asked_at", "answered_at")
    sides = {"asker": shown.named(one.asker), "asked": shown.named(one.asked)}
    return {"id": one.pk, **sides, **{name: getattr(one, name) for name in plain}}


@room.get("/introductions", response=Page[IntroductionRow])
@requires("network.see_desk")
def list_introductions(
    request: HttpRequest, window: Query[Window], state: STATE | Literal[""] = ""
) -> dict[str, Any]:
    """Read how the cluster's introductions go, the latest first."""
    found = Introduction.objects.filter(cluster=cluster_of(request)).select_related("asker", "asked")
    found = found.filter(state=state) if state else found
    return page(found.order_by("-suggested_at", "-pk"), window, lambda rows: [_row(one) for one in rows])


@room.get("/introductions/hold-back", response=HoldBackOut)
@requires("network.see_desk")
def get_hold_back(request: HttpRequest) -> Any:
    """Read whether suggested pairs meet more often than those held back at random."""
    return holdback.report(cluster_of(request))


@room.post("/introductions", response={201: IntroductionRow})
@requires("network.manage")
def suggest_pair(request: HttpRequest, given: PairIn) -> Status[dict[str, Any]]:
    """Suggest an introduction by hand; the asking side decides."""
    asker, asked = shown.seen_or_404(request, given.asker), shown.seen_or_404(request, given.asked)
    return Status(201, _row(introduce.suggest_by_hand(cluster=cluster_of(request), asker=asker, asked=asked)))


@room.post("/introductions/weekly", response=Written)
@requires("network.manage")
def write_weekly_letters(request: HttpRequest) -> dict[str, int]:
    """Write this week's letters now; whoever was written to this week gets none."""
    with transaction.atomic():
        return {"written": letters.write_weekly(cluster_of(request))}
