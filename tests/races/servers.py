"""Several web processes at one database, and clients that press at the same moment: what threads in one process cannot show.

    with servers.start(processes=2) as site:
        one = servers.Visitor(user)
        answers = site.fire([one.post(path, deed="ask") for _ in range(2000)], parallel=16)

The test needs `django_db(transaction=True)`: the processes see only what is committed. They run the settings of an
installation, not those of the tests.
"""

from __future__ import annotations

import http.client
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db import connection
from django.middleware.csrf import CSRF_SECRET_LENGTH
from django.test import Client
from django.utils.crypto import get_random_string
from psycopg.conninfo import make_conninfo

from browser.house import end, free_port, until
from pumasi.host.processes import leash
from pumasi.host.processes.child import responds

TESTS = Path(__file__).resolve().parent.parent
THREADS = 8
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Request:
    """One request of one visitor."""

    method: str
    path: str
    body: str = ""
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Answer:
    """What came back; `process` is the number of the process that answered."""

    status: int
    body: str
    headers: dict[str, str]
    process: int
    seconds: float


class Visitor:
    """Somebody with a session of their own, signed in as the user if one is given, whose forms carry a CSRF token."""

    def __init__(self, user: Any = None, *, language: str = "ko") -> None:
        secret = get_random_string(CSRF_SECRET_LENGTH)
        cookies = {settings.CSRF_COOKIE_NAME: secret, settings.LANGUAGE_COOKIE_NAME: language}
        if user is not None:
            client = Client()
            client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
            cookies[settings.SESSION_COOKIE_NAME] = client.cookies[settings.SESSION_COOKIE_NAME].value
        self._cookie = "; ".join(f"{name}={value}" for name, value in cookies.items())
        self._secret = secret

    def get(self, path: str) -> Request:
        """Look at a page."""
        return Request("GET", path, headers={"Cookie": self._cookie})

    def post(self, path: str, **form: Any) -> Request:
        """Press a button of a form."""
        headers = {"Cookie": self._cookie, "X-CSRFToken": self._secret, "Content-Type": FORM}
        return Request("POST", path, urlencode(form, doseq=True), headers)

    def send(self, path: str, told: Any) -> Request:
        """Send JSON as a page's script does."""
        headers = {"Cookie": self._cookie, "X-CSRFToken": self._secret, "Content-Type": "application/json"}
        return Request("POST", path, json.dumps(told), headers)


@dataclass(frozen=True)
class Site:
    """Running web processes, each with an address of its own."""

    addresses: list[str]
    log: Path

    def fire(self, requests: Sequence[Request], *, parallel: int = 16) -> list[Answer]:
        """Send all requests with so many clients that begin at the same moment; answers in the order of the requests.

        The clients take the requests one by one, and turn to the processes in turn. Which of them is first is chance.
        """
        parallel = min(parallel, len(requests))
        start, left = threading.Barrier(parallel), iter(list(enumerate(requests)))
        answers: list[Answer | None] = [None] * len(requests)
        taking, wrong = threading.Lock(), []

        def take() -> tuple[int, Request] | None:
            with taking:
                return next(left, None)

        def client(number: int) -> None:
            process = number % len(self.addresses)
            line = http.client.HTTPConnection(self.addresses[process], timeout=60)
            try:
                line.connect()
                start.wait(30)
                while one := take():
                    answers[one[0]] = _ask(line, one[1], process)
            except (OSError, http.client.HTTPException, threading.BrokenBarrierError) as error:
                wrong.append(error)
            finally:
                line.close()

        threads = [threading.Thread(target=client, args=(number,)) for number in range(parallel)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert not wrong, f"{wrong[0]!r}; the processes say: {self.told()}"
        return [one for one in answers if one is not None]

    def told(self) -> str:
        """What the processes wrote, the end of it."""
        return self.log.read_text()[-4000:]


def statuses(answers: Sequence[Answer]) -> dict[int, int]:
    """How often each status came."""
    return dict(Counter(one.status for one in answers))


def _ask(line: http.client.HTTPConnection, request: Request, process: int) -> Answer:
    began = time.monotonic()
    line.request(request.method, request.path, request.body or None, request.headers)
    got = line.getresponse()
    body = got.read().decode(errors="replace")
    return Answer(got.status, body, dict(got.getheaders()), process, time.monotonic() - began)


def _environment(home: Path, given: dict[str, str]) -> dict[str, str]:
    """What the processes are told: the test's database and secret, so that sessions made by the test are theirs as well."""
    told = {
        "DJANGO_SETTINGS_MODULE": "pumasi.web.settings",
        "DATABASE_URL": make_conninfo(os.environ["DATABASE_URL"], dbname=str(connection.settings_dict["NAME"])),
        "PUMASI_HOME": str(home),
        "PUMASI_SECRET": settings.SECRET_KEY,
        "PUMASI_SESSION_COOKIE": settings.SESSION_COOKIE_NAME,
        "PUMASI_POOL": str(THREADS),
        "PUMASI_UNLIMITED": "1",
        "PYTHONPATH": str(TESTS),
    }  # fmt: skip
    return {**os.environ, **told, **given}


def _end_all(running: list[subprocess.Popen[bytes]]) -> None:
    for process in running:
        process.terminate()
    for process in running:
        end(process)


@contextmanager
def start(
    *,
    processes: int = 2,
    env: dict[str, str] | None = None,
    application: str = "pumasi.web.wsgi:application",
) -> Iterator[Site]:
    """Start web processes at the test's database, wait until each answers, and end them afterwards.

    `application` names another one where a test takes a guard away: the guard then lies in tests/, not in the product.
    """
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pumasi-servers-")))
        log = stack.enter_context((place / "log").open("wb"))
        told, ports = _environment(place, env or {}), [free_port() for _ in range(processes)]
        running: list[subprocess.Popen[bytes]] = []
        stack.callback(_end_all, running)
        for port in ports:
            # On a leash: a test run that is killed leaves no servers behind.
            words = [
                sys.executable, "-I", "-S", str(leash.__file__), str(os.getpid()),
                sys.executable, "-m", "granian", "--interface", "wsgi", application, "--host", "127.0.0.1", "--port", str(port),
                "--workers", "1", "--blocking-threads", str(THREADS), "--no-ws", "--log-level", "warning",
            ]  # fmt: skip
            running.append(subprocess.Popen(words, env=told, stdout=log, stderr=log, start_new_session=True))
        site = Site([f"127.0.0.1:{port}" for port in ports], place / "log")
        for address in site.addresses:
            until(
                lambda address=address: responds(f"http://{address}/health"),
                lambda: f"a web process; they say: {site.told()}",
            )
        yield site
