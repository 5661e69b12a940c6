"""The worker's listener: whatever fails, it goes on reading in the ledger."""

from __future__ import annotations

import threading

import psycopg
import pytest
from django.db import OperationalError

from pumasi.web import worker

FAILURES = [psycopg.OperationalError("gone"), OperationalError("no connection to be had"), ValueError("odd")]


@pytest.mark.parametrize("failure", FAILURES, ids=lambda one: type(one).__module__.partition(".")[0])
def test_a_failure_does_not_end_the_listener(failure: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    stopping, tries = threading.Event(), []

    def once(stop: threading.Event) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise failure
        stop.set()

    monkeypatch.setattr(worker, "_listen_once", once)
    worker.listen(stopping)
    assert len(tries) == 2
