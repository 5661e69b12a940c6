"""How far an import is, told on a connection of its own, because the import itself is one transaction."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.db import connection

from pumasi.kit.refused import Refused

LOCK = 7302


class Progress:
    """Writes the per cent done of a batch, and stops the import when somebody asked for it."""

    def __init__(self, batch: int, side: psycopg.Connection[Any]) -> None:
        self.batch, self.side, self.told = batch, side, -1

    def __call__(self, done: int, total: int) -> None:
        """Tell that `done` of `total` is done; only a changed per cent costs a statement."""
        percent = 100 * done // max(total, 1)
        if percent == self.told:
            return
        self.told = percent
        row = self.side.execute(
            "UPDATE members_batch SET progress = %s WHERE id = %s RETURNING stop_asked", (percent, self.batch)
        ).fetchone()
        if row and row[0]:
            raise Stopped


class Stopped(Refused):
    """Somebody pressed stop."""

    def __init__(self) -> None:
        super().__init__("Stopped. Nothing was brought in.", "중지했습니다. 아무것도 불러오지 않았습니다.")


def silent(done: int, total: int) -> None:
    """Tell nobody."""


@contextmanager
def telling(batch: int) -> Iterator[Progress | None]:
    """Give a progress of the batch, or nothing if another process is at work on it.

    The lock belongs to the side connection, so it ends with the process, also after kill -9.
    """
    settings = connection.get_connection_params()
    keep = {
        key: value for key, value in settings.items() if key in ("dbname", "user", "password", "host", "port")
    }
    with psycopg.connect(**keep, autocommit=True) as side:
        row = side.execute("SELECT pg_try_advisory_lock(%s, %s)", (LOCK, batch)).fetchone()
        yield Progress(batch, side) if row and row[0] else None
