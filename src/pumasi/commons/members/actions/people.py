"""People: adding them, where they work, what they agreed to, and their right to leave."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.commons.members.actions.index import index_person
from pumasi.commons.members.models import Affiliation, Consent, Disclosure, Organisation, Person, User
from pumasi.kit.refused import Refused

CONSENT_VERSION = "2026-01"


@transaction.atomic
def add_person(
    *, organisation: Organisation | None = None, title_ko: str = "", title_en: str = "", **values: Any
) -> Person:
    """Add a person, at an organisation if given."""
    person = index_person(Person(**values))
    person.save()
    if organisation:
        Affiliation.objects.create(
            person=person,
            organisation=organisation,
            title_ko=title_ko,
            title_en=title_en,
            since=timezone.localdate(),
        )
    return person


def unnamed_person(external_id: str) -> Person:
    """Somebody known by a number alone, as in a book of answers without names; not saved yet."""
    return index_person(Person(external_id=external_id))


@transaction.atomic
def consent(*, person: Person, purpose: str, given: bool, version: str = CONSENT_VERSION) -> None:
    """Keep a yes with its date and text version, or end it. Saying the same twice changes nothing."""
    if purpose not in Consent.Purpose.values:
        raise Refused("There is no such consent.", "해당 동의 항목이 없습니다.")
    in_force = Consent.objects.filter(person=person, purpose=purpose, withdrawn_at__isnull=True)
    if given and not in_force.exists():
        Consent.objects.create(person=person, purpose=purpose, text_version=version, given_at=timezone.now())
    if not given:
        in_force.update(withdrawn_at=timezone.now())


@transaction.atomic
def leave(*, affiliation: Affiliation, on: date | None = None) -> None:
    """End an affiliation; what happened in its time stays with the organisation of that time."""
    affiliation.until = on or timezone.localdate()
    affiliation.save()


@transaction.atomic
def reveal(*, user: User, person: Person, what: str, reason: str) -> str:
    """Show one masked field to somebody who may, and write down who looked and why."""
    if len(reason.strip()) < 3:
        raise Refused("Say in a few words why you need it.", "열람 사유를 간단히 적어 주십시오.")
    if what not in ("email", "phone"):
        raise Refused("There is no such field.", "해당 항목이 없습니다.")
    Disclosure.objects.create(user=user, person=person, what=what, reason=reason.strip()[:300])
    return str(getattr(person, what))


@transaction.atomic
def erase(*, person: Person) -> None:
    """Forget a person. Their seats in the book stay without a name, so that published figures hold."""
    person.affiliations.update(until=timezone.localdate(), title_ko="", title_en="")
    Consent.objects.filter(person=person, withdrawn_at__isnull=True).update(withdrawn_at=timezone.now())
    for name in ("name_ko", "name_en", "email", "phone", "orcid"):
        setattr(person, name, "")
    person.erased_at = timezone.now()
    index_person(person).save()
    User.objects.filter(person=person).update(is_active=False, person=None)


def export(*, person: Person) -> dict[str, Any]:
    """Everything this room keeps about a person, as plain values."""
    columns = ("name_ko", "name_en", "email", "phone", "orcid", "language")
    posts = person.affiliations.values(
        "organisation__name_ko", "organisation__name_en", "title_ko", "title_en", "since", "until"
    )
    return {
        "person": {column: getattr(person, column) for column in columns},
        "affiliations": list(posts),
        "consents": list(person.consents.values("purpose", "text_version", "given_at", "withdrawn_at")),
        "seen_by": list(person.disclosures.values("what", "reason", "at")),
    }
