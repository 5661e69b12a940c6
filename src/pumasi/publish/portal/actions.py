"""Counting readers."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta

from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone

from pumasi.kit.once import insert_once
from pumasi.publish.portal.models import Reader, Views

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
    with connection.cursor() as cursor:
        cursor.execute("SELECT item_id, count FROM portal_views WHERE item_id = ANY(%s)", [items])
        return dict(cursor.fetchall())


def forget_readers() -> int:
    """Throw away yesterday's hashes; counts stay. Give how many."""
    gone, _ = Reader.objects.filter(day__lt=timezone.localdate() - timedelta(days=1)).delete()
    return gone
