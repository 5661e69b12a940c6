"""Puts the fictional sample cluster in, as one batch, and takes it out again without a trace."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pgtrigger
from allauth.account.models import EmailAddress
from django.contrib.auth.hashers import make_password
from django.db import connection, transaction
from django.utils import timezone

from pumasi.commons.intake import api as intake
from pumasi.commons.ledger import api as ledger
from pumasi.commons.members import api as members
from pumasi.commons.members.models import (
    Affiliation,
    Batch,
    Cluster,
    Consent,
    Listing,
    Organisation,
    Person,
    Relation,
    RoleGrant,
    Tag,
    User,
)  # fmt: skip
from pumasi.kit.refused import Refused
from pumasi.web import load_binder, load_events, load_facilities, load_news, load_office, load_survey, sample
from pumasi.web.sample import shapes

PASSWORD = "pumasi-sample"  # noqa: S105  # fictional people; the pages and docs say so
TITLES = ("title_ko", "title_en")


def load() -> dict[str, int]:
    """Put the sample in; a second time changes nothing."""
    if Cluster.objects.filter(is_sample=True).exists():
        return {}
    told = sample.generate(today=timezone.localdate())
    if Cluster.objects.filter(slug=told.cluster.slug).exists():
        raise Refused(
            "A cluster of your own is called {slug}. Rename it before loading the sample.",
            "이미 {slug}라는 클러스터가 있습니다. 이름을 바꾼 뒤 예시를 불러와 주십시오.",
            slug=told.cluster.slug,
        )
    with transaction.atomic():
        return _Loader(told).load()


def remove() -> bool:
    """Take the sample out: its lines, organisations, people, accounts and the cluster itself."""
    with transaction.atomic():
        cluster = Cluster.objects.filter(is_sample=True).first()
        if cluster is None:
            return False
        batch = cluster.batch
        assert batch is not None  # noqa: S101  # the loader sets it
        records = _records(batch)
        load_events.remove(cluster)
        load_facilities.remove(cluster)
        load_news.remove(cluster)
        load_survey.remove(cluster)
        load_binder.remove(cluster)
        load_office.remove(cluster)
        User.objects.filter(person__batch=batch).delete()
        for own in cluster.batches.filter(state="applied").exclude(pk=batch.pk).order_by("-pk"):
            intake.undo(batch=own)
        intake.undo(batch=batch)
        Batch.objects.filter(pk=batch.pk).delete()
        _forget_history(records)
        Tag.objects.filter(slug__startswith="sample-", organisations=None, listings=None).delete()
    return True


def _records(batch: Batch) -> dict[str, list[int]]:
    """Ids of the sample's audited records, by table."""
    of_people = {
        "members_consent": Consent.objects.filter(person__batch=batch),
        "members_rolegrant": RoleGrant.objects.filter(user__person__batch=batch),
    }
    own = {
        model._meta.db_table: model.objects.filter(batch=batch)  # noqa: SLF001
        for model in (Organisation, Person, Affiliation, Relation)
    }  # type: ignore[attr-defined]
    return {table: list(rows.values_list("pk", flat=True)) for table, rows in {**own, **of_people}.items()}


def _forget_history(records: dict[str, list[int]]) -> None:
    """Drop the audit rows of the sample: its people never existed."""
    with pgtrigger.ignore(), connection.cursor() as cursor:
        for table, ids in records.items():
            cursor.execute(f"DELETE FROM {table}event WHERE pgh_obj_id = ANY(%s)", [ids])  # noqa: S608


class _Loader:
    """Writes a generated sample; keys of the sample become ids here."""

    def __init__(self, told: sample.SampleCluster) -> None:
        self.told = told
        self.batch = Batch.objects.create(kind="sample", state="running", files=[])
        c = told.cluster
        self.cluster = Cluster.objects.create(
            slug=c.slug, name_ko=c.name_ko, name_en=c.name_en, aliases=[[a.ko, a.en] for a in c.aliases], zone=c.zone,
            latitude=c.lat, longitude=c.lon, description_ko=c.description_ko, description_en=c.description_en,
            country="KR", is_sample=True, batch=self.batch, contact_ko="클러스터 사무국", contact_en="Cluster office",
            contact_email="office@gaon.example",
        )  # fmt: skip

    def load(self) -> dict[str, int]:
        """Write everything and give the counts."""
        self.tags = self._tags()
        self.organisations = self._organisations()
        self.people = self._people()
        self._belong()
        self._listings()
        self._gatherings()
        self._threads()
        self._roles()
        self._facilities()
        load_survey.load(self.cluster, dict(accounts()))
        load_binder.load(self.cluster, dict(accounts()).get("analyst"))
        load_office.load(self.cluster, dict(accounts()).get("analyst"))
        load_news.load(self.cluster, dict(accounts()))
        report = {
            "organisations": len(self.organisations), "people": len(self.people),
            "gatherings": len(self.told.gatherings), "listings": len(self.told.offers) + len(self.told.needs),
        }  # fmt: skip
        intake.finish(self.batch, report)
        return report

    def _tags(self) -> dict[str, Tag]:
        found = [Tag(slug=f"sample-{tag.key}"[:80], name_ko=tag.ko, name_en=tag.en) for tag in self.told.tags]
        return dict(zip((tag.key for tag in self.told.tags), Tag.objects.bulk_create(found), strict=True))

    def _organisations(self) -> dict[str, int]:
        words = {tag.key: f"{tag.ko} {tag.en}" for tag in self.told.tags}
        made = [
            self._organisation(o, " ".join(words[key] for key in o.tags)) for o in self.told.organisations
        ]
        rows = Organisation.objects.bulk_create(made)
        ids = {o.key: row.pk for o, row in zip(self.told.organisations, rows, strict=True)}
        through = Organisation.tags.through
        through.objects.bulk_create(
            [
                through(organisation_id=ids[o.key], tag_id=self.tags[key].pk)
                for o in self.told.organisations
                for key in o.tags
            ]
        )
        return ids

    def _organisation(self, o: shapes.Organisation, words: str) -> Organisation:
        return members.index(
            Organisation(
                name_ko=o.name_ko, name_en=o.name_en, short_name_ko=o.short_ko, short_name_en=o.short_en, kind=o.type,
                registration_number=o.registration_number, sector_scheme=o.sector_scheme, sector_code=o.sector_code,
                sector_ko=o.sector_ko, sector_en=o.sector_en, parent_note=o.parent_en or "", is_anchor=o.anchor,
                anchor_note_ko=o.anchor_note_ko or "", anchor_note_en=o.anchor_note_en or "", country="KR",
                city_ko=o.city_ko, city_en=o.city_en, latitude=o.lat, longitude=o.lon, website=o.web,
                description_ko=o.description_ko, description_en=o.description_en, founded=o.founded,
                employees=o.employees, visibility=o.visibility, batch=self.batch,
            ),
            extra=words,
        )  # fmt: skip

    def _people(self) -> dict[str, int]:
        made = [
            members.index_person(
                Person(
                    name_ko=p.name_ko, name_en=p.name_en, email=p.email, language=p.language, batch=self.batch
                )
            )
            for p in self.told.people
        ]
        rows = Person.objects.bulk_create(made)
        ids = {p.key: row.pk for p, row in zip(self.told.people, rows, strict=True)}
        now = timezone.now()
        Consent.objects.bulk_create(
            [
                Consent(person_id=ids[p.key], purpose=purpose, text_version="2026-01", given_at=now)
                for p in self.told.people if p.named for purpose in ("named", "attendees", "digest")
            ]
        )  # fmt: skip
        return ids

    def _belong(self) -> None:
        first: set[str] = set()
        posts = []
        for a in self.told.affiliations:
            contact = a.ends is None and a.organisation not in first
            first |= {a.organisation} if contact else set()
            posts.append(
                Affiliation(
                    person_id=self.people[a.person], organisation_id=self.organisations[a.organisation],
                    title_ko=a.title_ko, title_en=a.title_en, since=a.starts,
                    until=a.ends - timedelta(days=1) if a.ends else None, is_contact=contact, batch=self.batch,
                )
            )  # fmt: skip
        Affiliation.objects.bulk_create(posts)
        Relation.objects.bulk_create(
            [
                Relation(
                    organisation_id=self.organisations[r.organisation], cluster=self.cluster, kind=r.kind,
                    state=r.state, since=r.starts, until=r.ends, batch=self.batch,
                )
                for r in self.told.relations
            ]
        )  # fmt: skip

    def _listings(self) -> None:
        pairs = [("offer", x) for x in self.told.offers] + [("need", x) for x in self.told.needs]
        rows = Listing.objects.bulk_create(
            [
                Listing(
                    kind=kind, organisation_id=self.organisations[x.organisation], text_ko=x.title_ko, text_en=x.title_en,
                    visibility=x.visibility, expires_on=x.expires_at.date(), batch=self.batch,
                )
                for kind, x in pairs
            ]
        )  # fmt: skip
        for row, (_kind, told) in zip(rows, pairs, strict=True):
            row.created_at = told.created_at
        Listing.objects.bulk_update(rows, ["created_at"])
        through = Listing.tags.through
        links = [(row.pk, key) for row, (_k, told) in zip(rows, pairs, strict=True) for key in told.tags]
        through.objects.bulk_create([through(listing_id=pk, tag_id=self.tags[key].pk) for pk, key in links])

    def _gatherings(self) -> None:
        self.events = load_events.load(self.told, self.cluster, self.batch, self.organisations, self.people)
        ledger.record_many([self._gathering(g) for g in self.told.gatherings], told=False)

    def _gathering(self, g: shapes.Gathering) -> ledger.Fact:
        event = self.events.get(g.key)
        waiting = event.waiting if event else set()
        seats = [
            ledger.Seat(self.organisations[a.organisation], self.people[a.person], a.group or "")
            for a in g.attendance
            if a.person not in waiting
        ]
        return ledger.Fact(
            source=self._source_of(g.key), kind=g.kind, cluster=self.cluster.pk, starts_at=g.starts_at,
            ends_at=g.ends_at, stage=g.stage, visibility=g.visibility, zone=g.zone, series=event.series if event else g.series or "",
            title_ko=g.title_ko, title_en=g.title_en, place_ko=g.place_ko, place_en=g.place_en,
            host=self.organisations[g.host], batch=self.batch.pk, parts=seats,
        )  # fmt: skip

    def _source_of(self, key: str) -> str:
        """How the record names a gathering: its event, or the sample where it is none."""
        return self.events[key].source if key in self.events else f"sample.gathering.{key}"

    def _threads(self) -> None:
        facts = []
        for thread in (self.told.thread, *self.told.partial_threads):
            names = {
                line.key: self._source_of(line.gathering) if line.gathering else f"sample.line.{line.key}"
                for line in thread.lines
            }
            facts += [self._station(line, names) for line in thread.lines if line.gathering is None]
        ledger.record_many(facts, told=False)

    def _station(self, line: shapes.ThreadLine, names: dict[str, str]) -> ledger.Fact:
        seats = [
            ledger.Seat(self.organisations[p.organisation], self.people[p.person] if p.person else None)
            for p in line.parties
        ]
        return ledger.Fact(
            source=names[line.key], kind=line.kind, cluster=self.cluster.pk, starts_at=line.starts_at,
            ends_at=line.ends_at, stage=_stage(line.starts_at), visibility="public", title_ko=line.title_ko,
            title_en=line.title_en, origin=names.get(line.origin or "", ""), batch=self.batch.pk, parts=seats,
        )  # fmt: skip

    def _facilities(self) -> None:
        """The test bed; who has an example account in an organisation uses it too."""
        own = [
            (self.organisations[role.organisation], self.people[role.person])
            for role in self.told.roles
            if role.organisation and role.role in ("member", "organisation_admin")
        ]
        series = [event.series for event in self.events.values() if event.series]
        load_facilities.load(self.cluster, self.batch, own=list(dict(own).items()), series=series)

    def _roles(self) -> None:
        kept = make_password(
            PASSWORD
        )  # once: a good hash takes half a second, and all have the same password
        for role in self.told.roles:
            person = Person.objects.get(pk=self.people[role.person])
            user = members.ensure_user(email=person.email, person=person, language=person.language)
            User.objects.filter(pk=user.pk).update(password=kept)
            organisation = Organisation.objects.filter(
                pk=self.organisations.get(role.organisation or "", 0)
            ).first()
            cluster = None if role.role == "operator" else self.cluster
            EmailAddress.objects.get_or_create(
                user=user, email=user.email, defaults={"verified": True, "primary": True}
            )
            members.grant(user=user, role=role.role, cluster=cluster, organisation=organisation)


def _stage(moment: datetime) -> str:
    return "planned" if moment > timezone.now() else "happened"


def accounts() -> list[tuple[str, User]]:
    """One account for each role of the sample, in the order of the roles."""
    order = [value for value, _label in RoleGrant._meta.get_field("role").choices or []]  # noqa: SLF001
    found: dict[str, User] = {}
    cluster: Any = Cluster.objects.filter(is_sample=True).first()
    rows = (
        RoleGrant.objects.filter(user__email__endswith=".example")
        .select_related("user__person")
        .order_by("pk")
    )
    for grant in rows:
        if grant.cluster_id in (getattr(cluster, "pk", None), None):
            found.setdefault(grant.role, grant.user)
    return [(role, found[role]) for role in order if role in found]
