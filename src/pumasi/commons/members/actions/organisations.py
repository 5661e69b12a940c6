"""Adding, changing and relating organisations; tags; bulk edits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify

from pumasi.commons.members.actions.index import reindex
from pumasi.commons.members.models import Cluster, CustomField, Organisation, Relation, RoleGrant, Tag
from pumasi.kit import identifiers
from pumasi.kit.refused import Refused


def _checked_number(values: dict[str, Any]) -> None:
    for field, scheme in (("registration_number", "business_number"), ("lei", "lei"), ("ror", "ror")):
        if values.get(field):
            values[field] = identifiers.read(scheme, values[field])


def _refuse_taken_number(number: str, own: int | None = None) -> None:
    other = (
        Organisation.objects.filter(registration_number=number, merged_into__isnull=True)
        .exclude(pk=own or 0)
        .first()
    )
    if number and other:
        raise Refused(
            "The registration number {number} already belongs to {name}. Open that entry, or check the number.",
            "등록번호 {number}번은 이미 {name}에 등록되어 있습니다. 해당 기업·기관을 여시거나 번호를 확인해 주십시오.",
            number=number,
            name=str(other),
        )


@transaction.atomic
def add(
    *,
    cluster: Cluster,
    relation: str = "member",
    state: str = "active",
    tags: Iterable[Tag] = (),
    **values: Any,
) -> Organisation:
    """Add an organisation and its relation to the cluster. Numbers are checked, a name is needed."""
    if not (values.get("name_ko") or values.get("name_en")):
        raise Refused("Give a name in Korean or English.", "국문 또는 영문 이름을 입력해 주십시오.")
    _checked_number(values)
    _refuse_taken_number(values.get("registration_number", ""))
    organisation = Organisation.objects.create(**values)
    organisation.tags.set(tags)
    Relation.objects.create(
        organisation=organisation,
        cluster=cluster,
        kind=relation,
        state=state,
        since=None if state == "applied" else timezone.localdate(),
    )
    reindex(organisation)
    return organisation


@transaction.atomic
def change(*, organisation: Organisation, tags: Iterable[Tag] | None = None, **values: Any) -> Organisation:
    """Change an organisation's own columns and tags."""
    _checked_number(values)
    if "registration_number" in values:
        _refuse_taken_number(values["registration_number"], own=organisation.pk)
    for name, value in values.items():
        setattr(organisation, name, value)
    organisation.save()
    if tags is not None:
        organisation.tags.set(tags)
    reindex(organisation)
    return organisation


def tag_named(text: str) -> Tag:
    """Find a tag by either name, or make it; a new tag has the text in the language it is written in."""
    text = text.strip()[:100]
    found = (
        Tag.objects.filter(name_ko__iexact=text).first() or Tag.objects.filter(name_en__iexact=text).first()
    )
    if found:
        return found
    column = "name_en" if text.isascii() else "name_ko"
    slug = slugify(text, allow_unicode=True)[:80] or "tag"
    tag, _ = Tag.objects.get_or_create(slug=slug, defaults={column: text})
    return tag


@transaction.atomic
def relate(*, organisation: Organisation, cluster: Cluster, kind: str, since: date | None = None) -> Relation:
    """Open a relation; an open one of the same kind is kept."""
    relation, _ = Relation.objects.get_or_create(
        organisation=organisation,
        cluster=cluster,
        kind=kind,
        until=None,
        defaults={"state": "active", "since": since or timezone.localdate()},
    )
    return relation


MOVES = {
    "applied": {"active", "ended"},
    "active": {"grace", "lapsed", "ended"},
    "grace": {"active", "lapsed", "ended"},
    "lapsed": {"active", "ended"},
    "ended": set(),
}


@transaction.atomic
def move(*, relation: Relation, state: str) -> Relation:
    """Move a membership to its next state; an ended one keeps its history and is never reopened."""
    locked = Relation.objects.select_for_update().get(pk=relation.pk)
    if state == locked.state:
        return locked
    if state not in Relation.State.values:
        raise Refused("Choose a state.", "상태를 선택해 주십시오.")
    if state not in MOVES[locked.state]:
        raise Refused(
            "A membership that is {now} cannot become {then}. Open a new one instead.",
            "현재 상태({now})에서 다음 상태로 바꿀 수 없습니다: {then}. 새로 등록해 주십시오.",
            now=Relation.State(locked.state).label,
            then=Relation.State(state).label,
        )
    if locked.state == "applied" and state == "active":
        locked.since = timezone.localdate()
        # Whoever applied acts for the organisation in this cluster from now on.
        RoleGrant.objects.filter(organisation=locked.organisation, cluster=None).update(
            cluster=locked.cluster
        )
        Organisation.objects.filter(pk=locked.organisation_id, visibility="managers").update(
            visibility="public"
        )
    if state == "ended":
        locked.until = timezone.localdate()
    locked.state = state
    locked.save()
    return locked


@transaction.atomic
def edit_many(*, cluster: Cluster, organisations: Iterable[int], deed: str, value: str) -> int:
    """Do one thing to many organisations of the cluster: add or remove a tag, set a state, or make anchors.

    Returns how many were changed; one refusal leaves all as they were.
    """
    chosen = list(
        Organisation.objects.filter(pk__in=list(organisations), relations__cluster=cluster).distinct()
    )
    if not chosen:
        raise Refused("Choose at least one organisation.", "기업·기관을 하나 이상 선택해 주십시오.")
    deeds = {"tag": _tag_all, "untag": _untag_all, "state": _move_all, "anchor": _anchor_all}
    if deed not in deeds:
        raise Refused("Choose what to do with them.", "무엇을 할지 선택해 주십시오.")
    deeds[deed](cluster, chosen, value)
    return len(chosen)


def _tag_all(cluster: Cluster, chosen: list[Organisation], value: str) -> None:  # noqa: ARG001
    if not value.strip():
        raise Refused("Name the tag.", "태그 이름을 입력해 주십시오.")
    tag = tag_named(value)
    for organisation in chosen:
        organisation.tags.add(tag)
        reindex(organisation)


def _untag_all(cluster: Cluster, chosen: list[Organisation], value: str) -> None:  # noqa: ARG001
    tag = tag_named(value)
    for organisation in chosen:
        organisation.tags.remove(tag)
        reindex(organisation)


def _move_all(cluster: Cluster, chosen: list[Organisation], value: str) -> None:
    for relation in Relation.objects.filter(cluster=cluster, organisation__in=chosen, until__isnull=True):
        move(relation=relation, state=value)


def _anchor_all(cluster: Cluster, chosen: list[Organisation], value: str) -> None:  # noqa: ARG001
    Organisation.objects.filter(pk__in=[o.pk for o in chosen]).update(is_anchor=value == "yes")


def set_custom(*, organisation: Organisation, field: CustomField, text: str) -> None:
    """Keep the value of a cluster's own field if it is of the field's type."""
    value = _typed(field, text.strip())
    custom = {**organisation.custom, field.key: value}
    if value in ("", None):
        custom.pop(field.key)
    organisation.custom = custom
    organisation.save(update_fields=["custom", "updated_at"])


def _typed(field: CustomField, text: str) -> Any:
    if not text:
        return None
    if field.type == "choice" and text not in field.choices:
        raise Refused(
            "Choose one of: {choices}.",
            "다음 중에서 선택해 주십시오: {choices}",
            choices=", ".join(field.choices),
        )
    try:
        if field.type == "number":
            return float(text.replace(",", ""))
        if field.type == "date":
            return date.fromisoformat(text).isoformat()
    except ValueError:
        raise Refused(
            "“{text}” is not a {type}. Write a date as 2026-07-08, a number as 1234.5.",
            "올바른 값이 아닙니다: “{text}”. 날짜는 2026-07-08, 숫자는 1234.5처럼 적어 주십시오.",
            text=text,
            type=field.type,
        ) from None
    return text == "yes" if field.type == "yes_no" else text
