"""What a manager decides, over REST: applications, states, look-alikes, merging and taking apart."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import get_language
from ninja import Query
from ninja.responses import Status

from pumasi.commons.members.actions import merge as merging
from pumasi.commons.members.actions import organisations
from pumasi.commons.members.models import Merge, Relation
from pumasi.commons.members.queries import duplicates
from pumasi.commons.members.queries import organisation as one
from pumasi.commons.members.rest import shown
from pumasi.commons.members.schemas import (
    ApplicationOut,
    ClaimRow,
    DecisionIn,
    LookAlikeOut,
    MergeIn,
    MergeOut,
    RelationOut,
    StateIn,
)  # fmt: skip
from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import Id, Page, Room, Window, page, requires

room = Room(tags=["Approvals and duplicates"])


@room.get("/applications", response=Page[ApplicationOut])
@requires("members.see_desk")
def list_applications(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read the applications for membership that wait, the oldest first."""
    found = one.waiting_applications(cluster_of(request))
    return page(
        found,
        window,
        lambda rows: [
            {"id": r.pk, "organisation": shown.named(r.organisation), "kind": r.kind} for r in rows
        ],
    )


@room.post("/applications/{int:pk}/decision", response=RelationOut)
@requires("members.manage")
def decide_application(request: HttpRequest, pk: Id, given: DecisionIn) -> Relation:
    """Accept or decline an application for membership."""
    relation = get_object_or_404(Relation, pk=pk, cluster=cluster_of(request), state="applied")
    return organisations.move(relation=relation, state="active" if given.accepted else "ended")


@room.get("/entry-claims", response=Page[ClaimRow])
@requires("members.see_desk")
def list_entry_claims(request: HttpRequest, window: Query[Window]) -> dict[str, Any]:
    """Read who says “this is my organisation” and waits for an answer."""
    plain = ("state", "message", "reason", "created_at")
    return page(
        one.waiting_claims(cluster_of(request)),
        window,
        lambda rows: [
            {
                "id": c.pk,
                "organisation": shown.named(c.organisation),
                "claimant": str(c.user),
                **{n: getattr(c, n) for n in plain},
            }
            for c in rows
        ],
    )


@room.post("/relations/{int:pk}/state", response=RelationOut)
@requires("members.manage")
def move_relation(request: HttpRequest, pk: Id, given: StateIn) -> Relation:
    """Move a membership to its next state; an ended one is never reopened."""
    relation = get_object_or_404(Relation, pk=pk, cluster=cluster_of(request))
    return organisations.move(relation=relation, state=given.state)


@room.get("/duplicates", response=list[LookAlikeOut])
@requires("members.see_desk")
def list_look_alikes(request: HttpRequest) -> list[dict[str, Any]]:
    """Read pairs of entries that may be one organisation, the most alike first; at most a hundred."""
    language = (get_language() or "ko")[:2]
    return [
        {
            "first": shown.named(p.first),
            "second": shown.named(p.second),
            "score": p.score,
            "reason": p.reason.text(language),
        }
        for p in duplicates.look_alikes(cluster_of(request))
    ]


@room.post("/merges", response={201: MergeOut})
@requires("members.manage")
def merge_organisations(request: HttpRequest, given: MergeIn) -> Status[dict[str, Any]]:
    """Make one of two entries; it can be undone."""
    by: Any = request.user
    kept, absorbed = shown.seen_or_404(request, given.kept), shown.seen_or_404(request, given.absorbed)
    return Status(201, shown.merge(merging.merge(kept=kept, absorbed=absorbed, by=by)))


@room.post("/merges/{int:pk}/undo", response=MergeOut)
@requires("members.manage")
def undo_merge(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Take two merged entries apart again."""
    record = get_object_or_404(Merge, pk=pk)
    shown.seen_or_404(request, record.kept_id)
    merging.unmerge(merge=record)
    return shown.merge(Merge.objects.select_related("kept", "absorbed").get(pk=pk))
