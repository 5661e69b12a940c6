"""Real connections in parallel: what one process cannot show."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from django.db import connection


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
