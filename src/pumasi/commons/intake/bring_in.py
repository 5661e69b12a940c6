"""Bringing in a planned member list: one transaction, every record marked with the batch, so that it can go out again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from django.db import transaction
from django.utils import timezone

from pumasi.commons.intake.plan import Planned
from pumasi.commons.intake.progress import silent
from pumasi.commons.members import api as members
from pumasi.commons.members.models import (
    Affiliation,
    Batch,
    Change,
    Cluster,
    Listing,
    Organisation,
    Person,
    Relation,
    Tag,
)
from pumasi.kit import names

Tell = Callable[[int, int], None]
LISTING_DAYS = 180


@transaction.atomic
def bring_in(
    *, batch: Batch, cluster: Cluster, rows: list[Planned], mode: str = "both", tell: Tell = silent
) -> dict[str, int]:
    """Create and change organisations as planned. `mode`: both, create (new ones only) or update (known ones only).

    Rows that look like another and were not answered stay out and are counted as refused.
    """
    done = {"created": 0, "changed": 0, "unchanged": 0, "refused": 0}
    made: dict[int, Organisation] = {}
    for index, row in enumerate(rows):
        made_here = _one(batch, cluster, row, made, mode, done)
        if made_here:
            made[index] = made_here
        tell(index + 1, len(rows))
    return done


def _one(
    batch: Batch,
    cluster: Cluster,
    row: Planned,
    made: dict[int, Organisation],
    mode: str,
    done: dict[str, int],
) -> Organisation | None:
    if row.verdict in ("refused", "alike"):
        done["refused"] += 1
        return None
    if row.verdict == "new":
        if mode == "update":
            done["unchanged"] += 1
            return None
        done["created"] += 1
        return _create(batch, cluster, row)
    target = (
        made.get(row.twin)
        if row.twin is not None
        else Organisation.objects.filter(pk=row.target or 0).first()
    )
    if target is None:
        done["refused"] += 1
        return None
    changed = mode != "create" and _change(batch, target, row)
    changed |= _belongings(batch, cluster, target, row)
    done["changed" if changed else "unchanged"] += 1
    return target


def _create(batch: Batch, cluster: Cluster, row: Planned) -> Organisation:
    values = {name: value for name, value in row.values.items() if value is not None}
    organisation = members.index(Organisation(batch=batch, **values))
    organisation.save()
    _belongings(batch, cluster, organisation, row)
    return organisation


def _change(batch: Batch, target: Organisation, row: Planned) -> bool:
    """Write what differs, and keep what was there."""
    wanted = (
        row.changes if row.target else {n: v for n, v in row.values.items() if v and not getattr(target, n)}
    )
    news = {name: value for name, value in wanted.items() if str(getattr(target, name) or "") != str(value)}
    if not news:
        return False
    if row.verdict == "alike_same":
        news = {name: value for name, value in news.items() if not getattr(target, name)}
    before = {name: getattr(target, name) for name in news}
    for name, value in news.items():
        setattr(target, name, value)
    members.index(target).save()
    if news and target.batch_id != batch.pk:
        Change.objects.create(batch=batch, table="organisation", key=target.pk, before=before)
    return bool(news)


def _belongings(batch: Batch, cluster: Cluster, organisation: Organisation, row: Planned) -> bool:
    """Relation, tags, contact, offers and needs of a row; give whether anything was new."""
    new = _relate(batch, cluster, organisation, row)
    held = {tag.pk for tag in organisation.tags.all()}
    tags = [_tag(batch, str(text)) for text in row.extras.get("tags") or []]
    fresh = [tag for tag in tags if tag.pk not in held]
    organisation.tags.add(*fresh)
    if fresh and organisation.batch_id != batch.pk:
        Change.objects.create(
            batch=batch, table="tags", key=organisation.pk, before={"added": [tag.pk for tag in fresh]}
        )
    new |= bool(fresh) | _contact(batch, organisation, row)
    for kind in ("offer", "need"):
        for text in row.extras.get(f"{kind}s") or []:
            new |= _list(batch, organisation, kind, str(text))
    if new:
        members.reindex(organisation)
    return new


def _tag(batch: Batch, text: str) -> Tag:
    """Find or make a tag; a made one is remembered, so that undoing does not leave it behind."""
    newest = Tag.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
    tag = members.tag_named(text)
    if tag.pk > newest:
        Change.objects.create(batch=batch, table="tag", key=tag.pk, before={})
    return tag


def _relate(batch: Batch, cluster: Cluster, organisation: Organisation, row: Planned) -> bool:
    kind = str(row.extras.get("relation") or "member")
    since = row.extras.get("joined_on")
    until = row.extras.get("left_on")
    open_one = organisation.relations.filter(cluster=cluster, kind=kind, until__isnull=True)
    if open_one.exists() or (
        until and organisation.relations.filter(cluster=cluster, kind=kind, until=until).exists()
    ):
        return False
    Relation.objects.create(
        organisation=organisation, cluster=cluster, kind=kind, batch=batch,
        state="ended" if until else "active",
        since=since if isinstance(since, date) else None, until=until if isinstance(until, date) else None,
    )  # fmt: skip
    return True


def _contact(batch: Batch, organisation: Organisation, row: Planned) -> bool:
    name, email = str(row.extras.get("contact_name") or ""), str(row.extras.get("email") or "").lower()
    if not name and not email:
        return False
    person, fresh = person_for(batch, organisation, name, email)
    if not person.affiliations.filter(organisation=organisation, until__isnull=True).exists():
        title = str(row.extras.get("contact_title") or "")
        column = "title_en" if title.isascii() else "title_ko"
        Affiliation.objects.create(
            person=person, organisation=organisation, is_contact=True, batch=batch, **{column: title}
        )
        fresh = True
    return fresh


def person_for(batch: Batch, organisation: Organisation | None, name: str, email: str) -> tuple[Person, bool]:
    """Find a person by address, or by name at the same organisation; else make one. Gives (person, whether new)."""
    found = Person.objects.filter(email__iexact=email, erased_at__isnull=True).first() if email else None
    if found is None and organisation and name:
        there = Person.objects.filter(affiliations__organisation=organisation, erased_at__isnull=True)
        found = there.filter(name_key=names.person_key(name)).first()
    if found:
        return found, False
    column = "name_en" if name.isascii() else "name_ko"
    person = members.index_person(
        Person(email=email, batch=batch, **{column: name or email.split("@", maxsplit=1)[0]})
    )
    person.save()
    return person, True


def _list(batch: Batch, organisation: Organisation, kind: str, text: str) -> bool:
    column = "text_en" if text.isascii() else "text_ko"
    if organisation.listings.filter(kind=kind, **{column: text[:300]}).exists():
        return False
    until = timezone.localdate() + timedelta(days=LISTING_DAYS)
    Listing.objects.create(
        organisation=organisation, kind=kind, expires_on=until, batch=batch, **{column: text[:300]}
    )
    return True
