"""The list of what an office set out to do."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone

from pumasi.commons.members.models import Cluster
from pumasi.kit.refused import Refused
from pumasi.measure.observatory.models import ActionItem, Factor, Story


def set_out(
    *,
    cluster: Cluster,
    what: str,
    by: Any = None,
    owner: Any = None,
    due: date | None = None,
    factor: Factor | None = None,
    story: Story | None = None,
) -> ActionItem:
    """Put something on the list of what is to be done."""
    if not what.strip():
        raise Refused("Write what is to be done.", "할 일을 적어 주십시오.")
    return ActionItem.objects.create(
        cluster=cluster, what=what.strip()[:300], owner=owner, due=due, factor=factor, story=story, by=by
    )


def done(*, item: ActionItem) -> None:
    """Say that it is done; saying so twice changes nothing."""
    ActionItem.objects.filter(pk=item.pk, done_at=None).update(done_at=timezone.now())


def not_yet(*, item: ActionItem) -> None:
    """Take that back."""
    ActionItem.objects.filter(pk=item.pk).update(done_at=None)
