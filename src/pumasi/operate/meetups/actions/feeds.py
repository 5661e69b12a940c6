"""The address of one's own calendar."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from pumasi.operate.meetups.models import PrivateFeed


@transaction.atomic
def renew(*, user: Any) -> PrivateFeed:
    """Revoke the present address, if there is one, and make another."""
    revoke(user=user)
    return PrivateFeed.objects.create(user=user)


def revoke(*, user: Any) -> None:
    """End the present address."""
    PrivateFeed.objects.filter(user=user, revoked_at__isnull=True).update(revoked_at=timezone.now())
