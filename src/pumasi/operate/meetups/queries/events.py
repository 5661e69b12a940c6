"""Events as their reader may see them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.utils import timezone

from pumasi.commons.members import api as members
from pumasi.commons.members.models import Cluster
from pumasi.kit import hangul
from pumasi.kit.audiences import LEVELS
from pumasi.kit.worded import Worded
from pumasi.operate.meetups import rules
from pumasi.operate.meetups.models import Event, Registration
from pumasi.operate.meetups.queries import parts

SHOWN = ["published", "cancelled"]
# What only searching needs: no page of one event reads it.
UNREAD = [
    "folded",
    "search",
    "host__folded",
    "host__initials",
    "host__search",
    "host__description_ko",
    "host__description_en",
]


@dataclass(frozen=True)
class Choice:
    """What a reader asks the list for: a word, a kind, a tag, the past instead of what is to come."""

    text: str = ""
    kind: str = ""
    tag: str = ""
    past: bool = False

    @classmethod
    def read(cls, query: Any) -> Choice:
        """Take it from the query of an address; unknown values ask for nothing."""
        kind = query.get("kind", "")
        return cls(
            text=query.get("q", "").strip()[:100],
            kind=kind if kind in Event.Kind.values else "",
            tag=query.get("tag", "")[:80],
            past=query.get("when", "") == "past",
        )


def visible(user: Any, cluster: Cluster) -> QuerySet[Event]:
    """Published and cancelled events of the cluster that the user may see.

    Confidential ones are seen by those who registered, who host and who wrote them; not by the whole office.
    """
    found = Event.objects.filter(cluster=cluster, state__in=SHOWN)
    audience = "managers" if rules.sees_all(user, cluster) else members.audience(user, cluster)
    seen = Q(visibility__in=LEVELS[audience])
    if getattr(user, "is_authenticated", False):
        seen |= _own(user, cluster)
        if user.person_id:
            mine = Registration.objects.filter(event=OuterRef("pk"), person=user.person_id)
            seen |= Q(Exists(mine.filter(state__in=Registration.LIVE)))
    return found.filter(seen)


def _own(user: Any, cluster: Cluster) -> Q:
    """Events that the user wrote, or that an organisation they act for hosts."""
    own = members.organisations_of(user, cluster)
    mine = Q(created_by=user.pk)
    if own:
        cohosted = Event.cohosts.through.objects.filter(event=OuterRef("pk"), organisation__in=own)
        mine |= Q(host__in=own) | Q(Exists(cohosted))
    return mine


def public(cluster: Cluster | int) -> QuerySet[Event]:
    """What everybody may see."""
    return Event.objects.filter(cluster=cluster, state__in=SHOWN, visibility="public")


# Visitors are most of those who open a page, and all of them see the same.
_FOR_ALL = Worded(
    lambda cluster, pk: _whole(public(cluster)).filter(pk=pk),
    cluster=int,
    pk=int,
)


def _whole(found: QuerySet[Event]) -> QuerySet[Event]:
    """With the host, and whether there is an agenda and so on (parts.HELD)."""
    return found.select_related("host").defer(*UNREAD).annotate(**parts.HELD)


def seen(user: Any, cluster: Cluster, pk: int) -> Event | None:
    """One event, with its host and what it has, if the user may see it."""
    if user.is_authenticated:
        return _whole(visible(user, cluster)).filter(pk=pk).first()
    return _FOR_ALL.one(cluster=cluster.pk, pk=pk)


def runnable(user: Any, cluster: Cluster) -> QuerySet[Event]:
    """Events whose desk the user may see, drafts included."""
    found = Event.objects.filter(cluster=cluster)
    if rules.sees_all(user, cluster):
        return found.filter(~Q(visibility="confidential") | _own(user, cluster))
    hosted = _own(user, cluster)
    return found.filter(hosted) if members.organisations_of(user, cluster) else found.none()


def chosen(found: QuerySet[Event], choice: Choice) -> QuerySet[Event]:
    """The list as chosen: what is to come by time, the past from its end."""
    now = timezone.now()
    found = found.filter(ends_at__lt=now) if choice.past else found.filter(ends_at__gte=now)
    if choice.kind:
        found = found.filter(kind=choice.kind)
    if choice.tag:
        found = found.filter(tags__slug=choice.tag)
    found = matching(found, choice.text)
    return found.order_by(*(("-starts_at", "-pk") if choice.past else ("starts_at", "pk")))


def matching(found: QuerySet[Event], text: str) -> QuerySet[Event]:
    """Events that match a word, particles and spacing apart."""
    if not text:
        return found
    condition = Q(folded__contains=hangul.fold(text).replace(" ", ""))
    literal = hangul.query_text(text)
    if literal:
        hit = RawSQL('"meetups_event"."search" @@ %s::tsquery', (literal,))
        found = found.annotate(hit=hit)
        condition |= Q(hit=True)
    return found.filter(condition)


def with_counts(found: QuerySet[Event]) -> QuerySet[Event]:
    """The same with `taken` places and `waiting` people, in one statement."""

    def count(*states: str) -> Any:
        rows = Registration.objects.filter(event=OuterRef("pk"), state__in=states)
        number = rows.order_by().values("event").annotate(n=Count("pk")).values("n")
        return Coalesce(Subquery(number, output_field=IntegerField()), 0)

    return found.annotate(
        taken=count(*Registration.TAKING),
        waiting=count("waitlisted"),
        pending=count("pending"),
        came=Coalesce(
            Subquery(
                Registration.objects.filter(event=OuterRef("pk"), checked_in_at__isnull=False)
                .order_by()
                .values("event")
                .annotate(n=Count("pk"))
                .values("n"),
                output_field=IntegerField(),
            ),
            0,
        ),
    )


def month(found: QuerySet[Event], first: datetime, last: datetime) -> QuerySet[Event]:
    """Events that touch the time from `first` up to `last`, by time."""
    return found.filter(starts_at__lt=last, ends_at__gt=first).order_by("starts_at", "pk")


def colliding(person_id: int | None, event: Event) -> Event | None:
    """Another event at the same time for which the person has a place: a registration only warns of it."""
    if not person_id:
        return None
    mine = Registration.objects.filter(
        person=person_id, state__in=Registration.TAKING, event__state="published",
        event__starts_at__lt=event.ends_at, event__ends_at__gt=event.starts_at,
    ).exclude(event=event)  # fmt: skip
    first = mine.select_related("event").first()
    return first.event if first else None


def soon(cluster: Cluster, user: Any, most: int = 5) -> QuerySet[Event]:
    """What comes next, for home pages."""
    now = timezone.now()
    return (
        visible(user, cluster)
        .filter(state="published", ends_at__gte=now, starts_at__lt=now + timedelta(days=365))
        .order_by("starts_at", "pk")[:most]
    )


def registrations_of(user: Any, cluster: Cluster) -> QuerySet[Registration]:
    """Registrations of somebody who has signed in: by their person, or by an address that was proved."""
    rows = Registration.objects.filter(event__cluster=cluster).select_related("event__cluster")
    mine = Q(email__iexact=user.email, proved_at__isnull=False)
    return rows.filter(mine | Q(person=user.person_id)) if user.person_id else rows.filter(mine)


def ahead(user: Any, cluster: Cluster) -> QuerySet[Registration]:
    """What somebody goes to next, the waiting list included."""
    live = registrations_of(user, cluster).filter(
        state__in=Registration.LIVE, event__ends_at__gte=timezone.now()
    )
    return live.order_by("event__starts_at", "pk")
