"""Real connections in parallel: what one process cannot show."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from pumasi.commons.ledger import api as ledger


def together(count: int, work: Callable[[int], Any]) -> list[Any]:
    """Run `work(number)` in `count` threads that start at the same moment; give results, exceptions among them."""
    start = threading.Barrier(count)
    found: list[Any] = [None] * count

    def run(number: int) -> None:
        try:
            connection.ensure_connection()
            start.wait(30)
            found[number] = work(number)
        except Exception as error:  # noqa: BLE001  # the test looks at it
            found[number] = error
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    return found


def settle(patience: float = 20.0) -> None:
    """Wait until every transaction before this moment is finished, on the whole server: readers go no further."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_xact_id()::text")
        now = int(cursor.fetchone()[0])
    until = time.monotonic() + patience
    while ledger.horizon() <= now:
        if time.monotonic() > until:
            pytest.fail(
                "another transaction on this database server stays open and holds all readers back; is another test run using it?"
            )
        time.sleep(0.05)
