"""What tests of reading need: the network reads what will never be committed, and pages that only read."""

from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

from django.core.cache import cache

from pumasi.commons.ledger import api as ledger
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Bookmark

FAR = 2**62
WRITING = re.compile(r"\s*(INSERT|UPDATE|DELETE|TRUNCATE|COPY)\b", re.IGNORECASE)


def only_read(execute: Any, sql: str, params: Any, many: Any, context: Any) -> Any:
    """Refuse every statement that writes: whoever opens a page changes nothing."""
    assert not WRITING.match(sql), f"reading a page writes: {sql}"
    return execute(sql, params, many, context)


def read_on() -> None:
    """Read the whole book again, lines of the open transaction included; the horizon itself is tested in races."""
    Bookmark.objects.all().delete()
    with patch.object(ledger, "horizon", return_value=FAR):
        network.catch_up()
    cache.clear()
