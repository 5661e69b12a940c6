"""People over REST: those who agreed to be named, for managers everybody; masked fields with a reason."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from ninja import Query

from pumasi.commons.members.actions import people as deeds
from pumasi.commons.members.models import Affiliation, Person
from pumasi.commons.members.queries.directory import of_cluster
from pumasi.commons.members.queries.organisation import people
from pumasi.commons.members.rest import shown
from pumasi.commons.members.schemas import PersonOut, RevealIn, RevealOut
from pumasi.kit import hangul
from pumasi.kit.asked import cluster_of
from pumasi.kit.bilingual import in_order
from pumasi.kit.rest import Id, Page, Room, Text, Window, page, requires

room = Room(tags=["People"])


def _seen(request: HttpRequest) -> QuerySet[Person]:
    """People that the caller may see, with the posts that they may see."""
    cluster, audience = cluster_of(request), shown.audience_of(request)
    posts = Affiliation.objects.filter(organisation__in=of_cluster(cluster, audience).order_by())
    posts = posts.select_related("organisation").order_by("-since", "pk")
    return people(cluster, audience).prefetch_related(Prefetch("affiliations", posts, to_attr="seen_posts"))


def _person(one: Any) -> dict[str, Any]:
    return {**shown.named(one), "posts": [shown.post(each) for each in one.seen_posts]}


@room.get("/people", response=Page[PersonOut])
@requires("members.see_people")
def list_people(request: HttpRequest, window: Query[Window], q: Text = "") -> dict[str, Any]:
    """Find people of the cluster's organisations by name."""
    found = _seen(request).order_by(in_order("name"), "pk")
    found = found.filter(folded__contains=hangul.fold(q.strip())) if q.strip() else found
    return page(found, window, lambda rows: [_person(one) for one in rows])


@room.get("/people/{int:pk}", response=PersonOut)
@requires("members.see_people")
def get_person(request: HttpRequest, pk: Id) -> dict[str, Any]:
    """Read a person with their posts."""
    return _person(get_object_or_404(_seen(request), pk=pk))


@room.post("/people/{int:pk}/reveal", response=RevealOut)
@requires("members.manage")
def reveal_value(request: HttpRequest, pk: Id, given: RevealIn) -> dict[str, str]:
    """Read a masked value; who looked and why is written down."""
    user: Any = request.user
    person = get_object_or_404(people(cluster_of(request), "managers"), pk=pk)
    return {
        "what": given.what,
        "value": deeds.reveal(user=user, person=person, what=given.what, reason=given.reason),
    }
