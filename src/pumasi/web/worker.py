"""The worker process: procrastinate's jobs, and a listener that reads on in the ledger when it is told of news."""

from __future__ import annotations

import logging
import signal
import threading
from typing import Any

import psycopg
from django.db import OperationalError, close_old_connections, connection
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from pumasi.commons.ledger import api as ledger
from pumasi.engine.warm import warm
from pumasi.measure.network import api as network
from pumasi.web import jobs

log = logging.getLogger(__name__)
PATIENCE = 5.0
# An import tells many facts in a row; suggestions wait until it is done.
SETTLED = 30


def listen(stopping: threading.Event) -> None:
    """Read on whenever the ledger has news, and every few seconds in case a notice was lost."""
    while not stopping.is_set():
        try:
            _listen_once(stopping)
        except (psycopg.OperationalError, OperationalError) as error:
            log.warning("the database does not answer (%s); trying again", error)
            stopping.wait(1.0)
        except Exception:
            # Whatever it was: a listener that ended here would leave every network standing still.
            log.exception("listening failed; trying again")
            stopping.wait(1.0)


def _listen_once(stopping: threading.Event) -> None:
    settings = connection.get_connection_params()
    keep = {
        key: value for key, value in settings.items() if key in ("dbname", "user", "password", "host", "port")
    }
    with psycopg.connect(**keep, autocommit=True) as side:
        _read_on()
        _draw()
        _soon(jobs.measure_networks)
        _soon(jobs.hand_out_week)
        side.execute(f"LISTEN {ledger.CHANNEL}")
        while not stopping.is_set():
            _read_on()
            # A generator that ends with the first notice or after the time given.
            next(iter(side.notifies(timeout=PATIENCE, stop_after=1)), None)


def _read_on() -> None:
    close_old_connections()
    try:
        if network.catch_up():
            _soon(jobs.hand_out_week, SETTLED)
    except Exception:
        log.exception("reading on in the ledger failed; the next notice tries again")
    finally:
        connection.close()


def _draw() -> None:
    """Draw what has changed since the worker last ran, without waiting for the five minutes to pass."""
    try:
        jobs.draw_maps()
    except Exception:
        log.exception("drawing the maps failed; the next five minutes try again")
    finally:
        connection.close()


def _soon(job: Any, seconds: int = 0) -> None:
    """Ask for a job rather than wait for its hour; doing it here would hold up the reading."""
    try:
        job.configure(schedule_in={"seconds": seconds}).defer()
    except AlreadyEnqueued:
        log.debug("%s is asked for already", job.name)
    finally:
        connection.close()


def run() -> None:
    """Work until told to stop."""
    stopping = threading.Event()
    listener = threading.Thread(target=listen, args=(stopping,), name="ledger listener", daemon=True)
    listener.start()
    # No job waits for the compiler: what it makes is kept beside the code, for the web processes as well.
    threading.Thread(target=warm, name="compiler", daemon=True).start()

    def stop(*_: Any) -> None:
        stopping.set()
        raise KeyboardInterrupt

    signal.signal(signal.SIGTERM, stop)
    try:
        # Django's own connection cannot wait for notices; the worker takes one that can.
        waiting = app.with_connector(app.connector.get_worker_connector())  # type: ignore[attr-defined]
        waiting.run_worker(concurrency=2, listen_notify=True, install_signal_handlers=False, wait=True)
    except KeyboardInterrupt:
        pass
    finally:
        stopping.set()
