"""Small makers of clusters, organisations, people, users and gatherings."""

from __future__ import annotations

import itertools
from datetime import timedelta

from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import Affiliation, Cluster, Organisation, Person, User

count = itertools.count(1)


class Makers:
    """Makes what a test speaks of, with plain defaults."""

    def cluster(self, slug="hangang", **values):
        found = Cluster.objects.filter(slug=slug).first()
        return found or Cluster.objects.create(
            slug=slug, name_ko="한들 클러스터", name_en="Handeul Cluster", **values
        )

    def organisation(self, name="", *, cluster=None, relation="member", **values) -> Organisation:
        n = next(count)
        name = name or f"(주)보기{n}"
        values.setdefault("name_en", f"Example {n} Co., Ltd.")
        return members.add(cluster=cluster or self.cluster(), relation=relation, name_ko=name, **values)

    def person(self, name="", *, at=None, named=False, email="", **values) -> Person:
        n = next(count)
        person = members.add_person(
            name_ko=name or f"김보기{n}", name_en=f"Kim Bogi{n}", email=email or f"p{n}@one.example", **values
        )
        if at:
            Affiliation.objects.create(
                person=person,
                organisation=at,
                is_contact=True,
                since=timezone.localdate() - timedelta(days=400),
            )
        members.consent(person=person, purpose="digest", given=True)
        if named:
            members.consent(person=person, purpose="named", given=True)
        return person

    def user(self, role=None, *, cluster=None, organisation=None, person=None) -> User:
        user = User.objects.create_user(f"u{next(count)}@two.example", "secret", person=person)
        if role:
            members.grant(
                user=user,
                role=role,
                cluster=None if role == "operator" else cluster or self.cluster(),
                organisation=organisation,
            )
        return user

    def gathering(
        self,
        *organisations,
        people=(),
        cluster=None,
        days_ago=7,
        visibility="members",
        kind="meetup",
        source="",
        **values,
    ):
        start = timezone.now() - timedelta(days=days_ago)
        seats = [ledger.Seat(o.pk) for o in organisations] + [
            ledger.Seat(o.pk if o else None, p.pk) for p, o in people
        ]
        fact = ledger.Fact(
            source=source or f"test.{next(count)}",
            kind=kind,
            cluster=(cluster or self.cluster()).pk,
            starts_at=start,
            ends_at=start + timedelta(hours=2),
            stage=values.pop("stage", "happened"),
            visibility=visibility,
            parts=seats,
            title_ko=values.pop("title_ko", "모임"),
            title_en=values.pop("title_en", "Gathering"),
            **values,
        )
        return ledger.record(fact)
