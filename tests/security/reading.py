"""Lets the network read what a test has told but will never commit."""

from __future__ import annotations

from unittest.mock import patch

from django.core.cache import cache

from pumasi.commons.ledger import api as ledger
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Bookmark

FAR = 2**62


def read_on() -> None:
    """Read the whole book again, lines of the open transaction included; the horizon itself is tested in races."""
    Bookmark.objects.all().delete()
    with patch.object(ledger, "horizon", return_value=FAR):
        network.catch_up()
    cache.clear()
