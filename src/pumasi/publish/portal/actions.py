"""Counting readers."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from pumasi.kit.once import insert_once
from pumasi.kit.worded import Several, Worded
from pumasi.publish.portal.models import Reader, Views

_COUNTS = Worded(
    lambda items: Views.objects.filter(item__any=items).values_list("item_id", "count"), items=Several
)
BOTS = re.compile(
    r"bot|crawl|spider|slurp|preview|fetch|monitor|curl|wget|python|java/|headless|http-client|scan",
    re.IGNORECASE,
)


@transaction.atomic
def count(*, item: int, address: str, agent: str) -> bool:
    """Count a reader of an item, once a day; machines are not readers. Says whether it was counted."""
    if not agent or BOTS.search(agent):
        return False
    day = timezone.localdate()
    mark = hashlib.sha256(f"{settings.SECRET_KEY}:{day}:{address}:{agent}".encode()).hexdigest()[:32]
    if not insert_once(Reader(item_id=item, day=day, mark=mark)):
        return False
    Views.objects.get_or_create(item_id=item)
    Views.objects.filter(item=item).update(count=F("count") + 1)
    return True


def counted(items: list[int]) -> dict[int, int]:
    """How many readers each of these items had; those without one are left out."""
    return dict(_COUNTS(items=items)) if items else {}


def forget_readers() -> int:
    """Throw away yesterday's hashes; counts stay. Give how many."""
    gone, _ = Reader.objects.filter(day__lt=timezone.localdate() - timedelta(days=1)).delete()
    return gone
