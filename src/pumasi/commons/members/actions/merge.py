"""Making one organisation of two, and two of one again."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.commons.members.actions.index import reindex
from pumasi.commons.members.models import Affiliation, Listing, Merge, Organisation, Relation, RoleGrant, User
from pumasi.kit.bilingual import columns
from pumasi.kit.refused import Refused

FILLED = [
    *columns("name"), *columns("short_name"), *columns("city"), *columns("address"), *columns("description"),
    *columns("sector"), "registration_number", "lei", "ror", "website", "email", "phone", "founded", "employees",
]  # fmt: skip
MOVED = {"affiliations": Affiliation, "listings": Listing, "grants": RoleGrant}


def _together(first: int, second: int) -> list[Organisation]:
    """Lock both in order of id, so that two merges cannot wait for each other."""
    return list(Organisation.objects.select_for_update().filter(pk__in=[first, second]).order_by("pk"))


def _fill(kept: Organisation, absorbed: Organisation) -> dict[str, Any]:
    """Fill what the kept entry lacks; give the old values back."""
    before = {}
    for column in FILLED:
        if not getattr(kept, column) and getattr(absorbed, column):
            before[column] = getattr(kept, column)
            setattr(kept, column, getattr(absorbed, column))
    return before


def _move_relations(kept: Organisation, absorbed: Organisation) -> list[int]:
    """Move relations that the kept one does not hold already."""
    held = set(kept.relations.filter(until__isnull=True).values_list("cluster_id", "kind"))
    moved = [
        relation.pk
        for relation in absorbed.relations.all()
        if relation.until is not None or (relation.cluster_id, relation.kind) not in held
    ]
    Relation.objects.filter(pk__in=moved).update(organisation=kept)
    return moved


@transaction.atomic
def merge(*, kept: Organisation, absorbed: Organisation, by: User | None = None) -> Merge:
    """Merge `absorbed` into `kept`. The ledger stays as it is: its lines are read through `merged_into`."""
    if kept.pk == absorbed.pk:
        raise Refused("These are one and the same entry already.", "이미 같은 기업·기관입니다.")
    for one in _together(kept.pk, absorbed.pk):
        if one.merged_into_id:
            raise Refused(
                "One of the two was merged a moment ago. Load the page again.",
                "방금 다른 분이 합쳤습니다. 화면을 새로 고쳐 주십시오.",
            )
    kept.refresh_from_db()
    absorbed.refresh_from_db()
    moved: dict[str, list[int]] = {"relations": _move_relations(kept, absorbed)}
    for name, model in MOVED.items():
        rows = model.objects.filter(organisation=absorbed)  # type: ignore[attr-defined]
        moved[name] = list(rows.values_list("pk", flat=True))
        rows.update(organisation=kept)
    added = [tag.pk for tag in absorbed.tags.all() if tag not in kept.tags.all()]
    kept.tags.add(*added)
    moved["merged"] = list(absorbed.merged.values_list("pk", flat=True))
    absorbed.merged.update(merged_into=kept)
    filled = _fill(kept, absorbed)
    absorbed.merged_into = kept
    absorbed.save(update_fields=["merged_into"])
    kept.save()
    reindex(kept)
    return Merge.objects.create(
        kept=kept, absorbed=absorbed, moved={**moved, "tags": added}, filled=filled, merged_by=by
    )


@transaction.atomic
def unmerge(*, merge: Merge) -> Organisation:
    """Take two merged organisations apart again; what was moved goes back, what was filled is emptied."""
    record = Merge.objects.select_for_update().get(pk=merge.pk)
    if record.undone_at:
        raise Refused("These two are separate already.", "이미 나누어져 있습니다.")
    kept, absorbed = record.kept, record.absorbed
    for name, model in {"relations": Relation, **MOVED}.items():
        model.objects.filter(pk__in=record.moved.get(name, [])).update(organisation=absorbed)  # type: ignore[attr-defined]
    Organisation.objects.filter(pk__in=record.moved.get("merged", [])).update(merged_into=absorbed)
    kept.tags.remove(*record.moved.get("tags", []))
    for column, value in record.filled.items():
        setattr(kept, column, value)
    kept.save()
    absorbed.merged_into = None
    absorbed.save(update_fields=["merged_into"])
    record.undone_at = timezone.now()
    record.save()
    reindex(kept)
    reindex(absorbed)
    return absorbed
