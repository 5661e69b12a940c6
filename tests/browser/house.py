"""The house under test: a database of its own, two web processes and a worker, served over HTTP and ended by process id."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import psycopg
from psycopg.conninfo import make_conninfo

import pumasi.web

SCHEMA = Path(pumasi.web.__file__).with_name("schema.sql")
PASSWORD = "pumasi-sample"
EMPTY, EMPTY_MANAGER = "saebyeok", "manager@saebyeok.example"
PATIENCE = 90.0
FILL = Path(__file__).with_name("fill.py")


def until(ready: Callable[[], Any], what: str | Callable[[], str], *, seconds: float = PATIENCE) -> Any:
    """Ask again and again until the answer is yes; say what never came."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found := ready():
            return found
        time.sleep(0.1)
    raise AssertionError(f"waited {seconds:.0f} s in vain: {what() if callable(what) else what}")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


class House:
    """A running installation with the sample cluster and an empty one."""

    def __init__(self) -> None:
        self.database = f"pumasi_browser_{os.getpid()}"
        self.server = os.environ["DATABASE_URL"]
        self.place = Path(tempfile.mkdtemp(prefix="pumasi-browser-"))
        self.port = free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.running: list[subprocess.Popen[bytes]] = []
        self.log = (self.place / "log").open("wb")

    @property
    def environment(self) -> dict[str, str]:
        """What the processes of the house are told."""
        told = {
            "PUMASI_HOME": str(self.place), "PUMASI_SECRET": "only-for-the-browser-tests", "PUMASI_URL": self.url,
            "DATABASE_URL": make_conninfo(self.server, dbname=self.database), "PUMASI_UNLIMITED": "1", "PUMASI_POOL": "4",
            "PUMASI_SESSION_COOKIE": f"pumasi_{self.port}", "DJANGO_SETTINGS_MODULE": "pumasi.web.settings",
        }  # fmt: skip
        return {**os.environ, **told}

    def open(self) -> House:
        """Make the database, fill it, and start web and worker."""
        with psycopg.connect(make_conninfo(self.server, dbname="postgres"), autocommit=True) as side:
            side.execute(f"CREATE DATABASE {self.database}")
        with psycopg.connect(self.environment["DATABASE_URL"]) as inside:
            inside.execute(SCHEMA.read_text())
        atexit.register(self.close)
        self.fill("all")
        self.web = self._start(
            "-m", "granian", "--interface", "wsgi", "pumasi.web.wsgi:application", "--host", "127.0.0.1",
            "--port", str(self.port), "--workers", "2", "--blocking-threads", "2", "--no-ws", "--log-level", "warning",
        )  # fmt: skip
        self.worker = self._start("-m", "pumasi.web.command.main", "work")
        until(self._answers, f"the site at {self.url}; its log: {self.told()}")
        return self

    def _start(self, *words: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, *words],
            env=self.environment,
            stdout=self.log,
            stderr=self.log,
            start_new_session=True,
        )
        self.running.append(process)
        return process

    def _answers(self) -> bool:
        try:
            with urlopen(f"{self.url}/health", timeout=5) as answer:
                return bool(answer.status == 200)
        except (URLError, OSError):
            return False

    def fill(self, what: str) -> str:
        """Do something to the data as an installation's own command would, in a process of its own."""
        done = subprocess.run(
            [sys.executable, str(FILL), what],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def told(self) -> str:
        """What the processes wrote."""
        return (self.place / "log").read_text()[-4000:]

    def rows(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Ask the database, as a witness beside the pages."""
        with psycopg.connect(self.environment["DATABASE_URL"], autocommit=True) as side:
            return side.execute(statement, values).fetchall()

    def one(self, statement: str, *values: Any) -> Any:
        """The single value of an answer."""
        return self.rows(statement, *values)[0][0]

    def do(self, statement: str, *values: Any) -> None:
        """Set the scene where no page does."""
        with psycopg.connect(self.environment["DATABASE_URL"], autocommit=True) as side:
            side.execute(statement, values)

    def account(self, role: str) -> str:
        """The address of the sample's account with the role."""
        found = "SELECT u.email FROM members_user u JOIN members_rolegrant g ON g.user_id = u.id WHERE g.role = %s AND u.email <> %s ORDER BY g.id"
        return str(self.one(found, role, EMPTY_MANAGER))

    def close(self) -> None:
        """End what was started, and drop the database."""
        for process in reversed(self.running):
            end(process)
        self.running.clear()
        self.log.close()
        with psycopg.connect(make_conninfo(self.server, dbname="postgres"), autocommit=True) as side:
            side.execute(f"DROP DATABASE IF EXISTS {self.database} WITH (FORCE)")
        shutil.rmtree(self.place, ignore_errors=True)
        atexit.unregister(self.close)


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask the process and its children to stop; after ten seconds, end them. The session is its own."""
    if process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


@cache
def the_house() -> House:
    """The one house of this test run."""
    return House().open()
