"""Taking a batch out again: its lines leave the book, its records go, what it changed is as before."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from pumasi.commons.ledger import api as ledger
from pumasi.commons.ledger.models import Line, Part
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
from pumasi.kit.refused import Refused

DAYS = 30


def _refuse_if_needed_elsewhere(batch: Batch) -> None:
    """Organisations or people of this batch may sit at gatherings of another one, which has to go first."""
    made = Q(organisation__batch=batch) | Q(person__batch=batch)
    part = Part.objects.filter(made).exclude(line__batch=batch).select_related("line").first()
    hosted = Line.objects.filter(host__batch=batch).exclude(batch=batch)
    first = part.line if part else hosted.first()
    if first is None:
        return
    hidden = first.visibility == "confidential"
    title = "–" if hidden else str(first.title) or first.source
    raise Refused(
        "Organisations of this import have taken part in “{title}” since. Undo that import first, or keep this one.",
        "이 불러오기로 등록된 기업·기관이 이후 “{title}”에 참여했습니다. 해당 불러오기를 먼저 되돌리거나 그대로 두어 주십시오.",
        title=title,
    )


def undo(*, batch: Batch) -> Batch:
    """Undo an applied batch within 30 days. Undoing twice changes nothing."""
    with transaction.atomic():
        locked = Batch.objects.select_for_update().get(pk=batch.pk)
        if locked.state == Batch.State.UNDONE:
            return locked
        if locked.state != Batch.State.APPLIED:
            raise Refused(
                "This import was not brought in, so there is nothing to undo.",
                "불러오지 않은 자료이므로 되돌릴 것이 없습니다.",
            )
        if locked.applied_at and (timezone.now() - locked.applied_at).days > DAYS:
            raise Refused(
                "An import can be undone for 30 days. This one is older.",
                "불러오기는 30일 안에만 되돌릴 수 있습니다.",
            )
        _refuse_if_needed_elsewhere(locked)
        ledger.erase_batch(batch=locked.pk)
        touched = {
            *_restore(locked),
            *Listing.objects.filter(batch=locked).values_list("organisation_id", flat=True),
        }
        _remove(locked)
        # Only now are the words of the batch's listings gone from what is searched.
        for organisation in Organisation.objects.filter(pk__in=touched):
            members.reindex(organisation)
        locked.state, locked.undone_at = Batch.State.UNDONE, timezone.now()
        locked.save()
    return locked


def _restore(batch: Batch) -> list[int]:
    """Set changed organisations back; give their ids."""
    restored = []
    for change in Change.objects.filter(batch=batch).order_by("-pk"):
        if change.table == "tag":
            continue
        organisation = Organisation.objects.filter(pk=change.key).first()
        if organisation is None:
            continue
        if change.table == "tags":
            organisation.tags.remove(*change.before["added"])
        else:
            _set_back(organisation, change.before)
        restored.append(organisation.pk)
    return restored


def _set_back(organisation: Organisation, before: dict[str, Any]) -> None:
    for name, value in before.items():
        setattr(organisation, name, value)
    organisation.save()


def _remove(batch: Batch) -> None:
    """Remove what the batch made, parts before wholes."""
    for model in (Listing, Relation, Affiliation, Person, Organisation, Cluster):
        model.objects.filter(batch=batch).delete()  # type: ignore[attr-defined]
    made = Change.objects.filter(batch=batch, table="tag").values("key")
    Tag.objects.filter(pk__in=made, organisations=None, listings=None).delete()
    Change.objects.filter(batch=batch).delete()  # set back: what stood before need not be kept any longer
