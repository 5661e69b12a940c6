"""Organisations and introductions as the operations answer them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Organisation
from pumasi.kit.asked import cluster_of
from pumasi.kit.rest import languages_of
from pumasi.measure.network import reasons
from pumasi.measure.network.actions import introduce, letters
from pumasi.measure.network.models import Introduction


def audience_of(request: HttpRequest) -> str:
    """The widest audience that the caller belongs to."""
    return members.audience(request.user, cluster_of(request))


def named(thing: Any) -> dict[str, Any]:
    """Id and names."""
    return {"id": thing.pk, **languages_of(thing, "name")}


def seen_or_404(request: HttpRequest, pk: int) -> Organisation:
    """The organisation if the caller may see it here."""
    own = members.organisations_of(request.user, cluster_of(request))
    found = members.organisation_for(cluster_of(request), audience_of(request), pk, own=own)
    if found is None:
        raise Http404
    return found


def introduction_or_404(request: HttpRequest, pk: int) -> tuple[Introduction, Organisation]:
    """An introduction and the caller's side of it. Who was not asked yet does not learn that it exists."""
    known = Introduction.objects.select_related("asker", "asked", "cluster")
    found = get_object_or_404(known, pk=pk, cluster=cluster_of(request))
    held = request.session.get(letters.ACCESS, {}).get(str(pk))
    sides = introduce.sides_of(found, request.user) or [
        side for side in (found.asker_id, found.asked_id) if side == held
    ]
    if not sides or (sides[0] == found.asked_id and found.asked_at is None):
        raise Http404
    return found, found.asker if sides[0] == found.asker_id else found.asked


def introduction(one: Introduction, side: int) -> dict[str, Any]:
    """An introduction as `side` sees it. Reasons are the asking side's; why somebody declined is nobody else's."""
    asks = side == one.asker_id
    state = "declined" if one.state == "known" and asks and one.asked_at else one.state
    return {
        "id": one.pk,
        "state": state,
        "organisation": named(one.asked if asks else one.asker),
        "asked_by": "us" if asks else "them",
        "message": one.message,
        "why": reasons.one_sentence(one.reasons) if asks else "",
        "reasons": reasons.in_words(one.reasons)[:3] if asks else [],
        "by_manager": one.by_manager,
        "asked_at": one.asked_at,
    }
