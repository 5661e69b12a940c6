"""What tests of reading need: the network reads what will never be committed, and pages that only read."""

from __future__ import annotations

import re
from typing import Any
from unittest.mock import patch

from django.core.cache import cache

from pumasi.commons.ledger import api as ledger
from pumasi.measure.network import api as network
from pumasi.measure.network.models import Bookmark

NOISE = [
    (re.compile(rb'nonce="[^"]*"'), b""),
    (re.compile(rb'name="csrfmiddlewaretoken" value="[^"]*"'), b""),
    # Numbers of introductions handed out before each reading: the next one takes the next number.
    (re.compile(rb"(/connections/|\bmessage-)\d+"), rb"\1"),
    (re.compile(rb'"id": ?\d+(?=, ?"state")'), b""),
    # A test reads the whole book anew each time; the worker would have had nothing to compute or hand out.
    (re.compile(rb'"(as_of|computed_at|suggested_at)": ?"[^"]*"'), rb"\1"),
    (re.compile(rb'"X-CSRFToken": ?"[^"]*"'), b""),
]
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


def plain(body: bytes) -> bytes:
    """An answer without what differs from one request to the next anyway."""
    for sign, instead in NOISE:
        body = sign.sub(instead, body)
    return body
