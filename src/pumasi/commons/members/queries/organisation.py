"""One organisation as its reader may see it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.utils import timezone

from pumasi.commons.members.models import (
    Affiliation,
    Claim,
    Cluster,
    Consent,
    Listing,
    Organisation,
    Person,
    Relation,
    RoleGrant,
    User,
)
from pumasi.commons.members.queries.clusters import member_ids
from pumasi.commons.members.queries.directory import of_cluster
from pumasi.kit import names
from pumasi.kit.audiences import LEVELS
from pumasi.kit.bilingual import in_order
from pumasi.kit.worded import Worded

_WITH_ADDRESS = Worded(
    lambda organisation, today: Affiliation.objects.filter(
        Q(until__isnull=True) | Q(until__gte=today), ~Q(person__email=""), organisation=organisation, person__erased_at__isnull=True
    ).select_related("person").order_by(F("is_contact").desc(), "pk")[:1],
    organisation=int, today=date,
)  # fmt: skip
# Who sees a field unless the organisation or person says otherwise.
DEFAULTS = {
    "email": "members",
    "phone": "managers",
    "address": "public",
    "registration_number": "managers",
    "website": "public",
}


def organisation_for(
    cluster: Cluster, audience: str, pk: int, *, own: list[int] | None = None
) -> Organisation | None:
    """Find an organisation of the cluster that the audience may see; its own people always may."""
    seen = of_cluster(cluster, audience)
    if own and pk in own:
        seen = Organisation.objects.filter(merged_into__isnull=True)
    return seen.filter(pk=pk).prefetch_related("tags").first()


def exactly_named(cluster: Cluster, name: str) -> Organisation | None:
    """The one public organisation of the cluster that is called so, legal forms and spacing apart; none if several are.

    The key is kept for one name only, mostly the Korean one; the English name counts as the directory writes it.
    """
    key = names.key(name)[:300]
    called = Q(name_key=key) | Q(name_en__iexact=" ".join(name.split()))
    found = list(of_cluster(cluster, "public").filter(called)[:2]) if key else []
    return found[0] if len(found) == 1 else None


def organisation_of(person: Person, cluster: Cluster) -> Organisation | None:
    """Where a person works today, among the organisations of the cluster; their post as a contact comes first."""
    today = timezone.localdate()
    now = person.affiliations.filter(Q(until__isnull=True) | Q(until__gte=today))
    post = (
        now.filter(organisation__in=of_cluster(cluster, "managers").order_by())
        .select_related("organisation")
        .order_by("-is_contact", "-since", "pk")
        .first()
    )
    return post.organisation if post else None


def field(thing: Any, name: str, audience: str) -> str:
    """Read a field if the audience may see it, else nothing."""
    level = (thing.field_visibility or {}).get(name, DEFAULTS.get(name, "public"))
    return str(getattr(thing, name) or "") if level in LEVELS[audience] else ""


def relations(organisation: Organisation, audience: str) -> QuerySet[Relation]:
    """Relations to clusters, newest first; only managers see applications and ends."""
    found = organisation.relations.select_related("cluster").order_by("-since")
    return found if audience == "managers" else found.filter(state__in=Relation.CURRENT)


def listings(organisation: Organisation, audience: str, *, expired: bool = False) -> QuerySet[Listing]:
    """Live offers and needs that the audience may see, with tags; `expired` adds those past their day."""
    found = (
        organisation.listings.filter(visibility__in=LEVELS[audience])
        .prefetch_related("tags")
        .order_by("kind", "-created_at")
    )
    return found if expired else found.filter(expires_on__gte=timezone.localdate())


def live_listings(cluster: Cluster, audience: str) -> QuerySet[Listing]:
    """Live offers and needs of the cluster's organisations, newest first."""
    seen = of_cluster(cluster, audience)
    found = Listing.objects.filter(
        organisation__in=seen, visibility__in=LEVELS[audience], expires_on__gte=timezone.localdate()
    )
    return found.select_related("organisation").prefetch_related("tags").order_by("-created_at", "-pk")


def consenting(purpose: str) -> Exists:
    """Whether the person of a row agreed to `purpose` and has not withdrawn."""
    return Exists(Consent.objects.filter(person=OuterRef("pk"), purpose=purpose, withdrawn_at__isnull=True))


def people(cluster: Cluster, audience: str) -> QuerySet[Person]:
    """People of the cluster's organisations: members see those who agreed to be named, managers all."""
    if audience == "public":
        return Person.objects.none()
    today = timezone.localdate()
    there = Affiliation.objects.filter(person=OuterRef("pk"), organisation__in=of_cluster(cluster, audience))
    there = there.filter(Q(until__isnull=True) | Q(until__gte=today))
    found = Person.objects.filter(Exists(there), erased_at__isnull=True)
    return found if audience == "managers" else found.filter(consenting("named"))


def people_of(organisation: Organisation, audience: str, cluster: Cluster) -> QuerySet[Affiliation]:
    """Today's people of an organisation that the audience may see, contacts first."""
    today = timezone.localdate()
    now = organisation.affiliations.filter(Q(until__isnull=True) | Q(until__gte=today))
    seen = now.filter(person__in=people(cluster, audience)).select_related("person")
    return seen.order_by(F("is_contact").desc(), in_order("person__name"))


def contact_of(organisation_id: int) -> Person | None:
    """The person to write to: the named contact, else somebody with an address. For mail, never for pages."""
    first = _WITH_ADDRESS.one(organisation=organisation_id, today=timezone.localdate())
    return first.person if first else None


def named(person_id: int) -> bool:
    """Say whether the person agreed to be named."""
    return Consent.objects.filter(person_id=person_id, purpose="named", withdrawn_at__isnull=True).exists()


def agreed(person_id: int, purpose: str) -> bool:
    """Say whether the person agreed to `purpose` and has not withdrawn."""
    return Consent.objects.filter(person_id=person_id, purpose=purpose, withdrawn_at__isnull=True).exists()


def named_ids() -> QuerySet[Consent, int]:
    """Ids of people who agreed to be named, as a sub-query."""
    return Consent.objects.filter(purpose="named", withdrawn_at__isnull=True).values_list(
        "person_id", flat=True
    )


def waiting_claims(cluster: Cluster) -> QuerySet[Claim]:
    """Claims a manager has to decide, oldest first."""
    found = cluster.claims.filter(state="waiting").select_related("organisation", "user", "user__person")
    return found.order_by("created_at")


def waiting_applications(cluster: Cluster) -> QuerySet[Relation]:
    """Applications for membership, oldest first."""
    return (
        Relation.objects.filter(cluster=cluster, state="applied")
        .select_related("organisation")
        .order_by("pk")
    )


def acted_for(cluster: Cluster) -> list[int]:
    """Ids of the cluster's members for whom somebody with an account acts today."""
    today = timezone.localdate()
    grants = RoleGrant.objects.filter(
        Q(until__isnull=True) | Q(until__gte=today), since__lte=today, user__is_active=True
    )
    acting = set(grants.filter(organisation__isnull=False).values_list("organisation_id", flat=True))
    return [pk for pk in member_ids(cluster) if pk in acting]


def _holding_today() -> Q:
    """Accounts with a grant in force; to be asked together with what the grant is for."""
    today = timezone.localdate()
    return Q(grants__since__lte=today) & (Q(grants__until__isnull=True) | Q(grants__until__gte=today))


def users_of(organisation_id: int) -> QuerySet[User]:
    """Accounts that act for the organisation today."""
    return User.objects.filter(
        _holding_today(), grants__organisation=organisation_id, is_active=True
    ).distinct()


def accounts_of(cluster: Cluster) -> list[User]:
    """Accounts that hold a role in the cluster today, with their people, by name of address."""
    found = User.objects.filter(_holding_today(), grants__cluster=cluster, is_active=True)
    return list(found.select_related("person").distinct().order_by("email"))
