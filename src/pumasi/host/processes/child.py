"""One programme under the supervisor: started, asked whether it is ready, started again, ended."""

import http.client
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from pumasi.host.processes import leash
from pumasi.host.processes.identity import Identity, identify, sweep_group


@dataclass(frozen=True)
class Child:
    """What to run. `env` is added to the supervisor's own; `ready_url` answers below 500 once it serves."""

    name: str
    argv: Sequence[str]
    env: Mapping[str, str] = field(default_factory=dict)
    ready_url: str | None = None


@dataclass(frozen=True)
class Backoff:
    """How patiently a programme that died is started again; seconds, and a count of deaths.

    The wait doubles from `first` to `limit`. Whoever lived `settled` seconds (or answered) starts from the
    beginning; whoever dies `give_up` times without ever settling is not going to.
    """

    first: float = 0.5
    limit: float = 30.0
    settled: float = 10.0
    give_up: int = 5


class Watched:
    """A child with its life so far."""

    def __init__(self, child: Child, *, backoff: Backoff, env: Mapping[str, str]) -> None:
        self.child = child
        self._env = {**env, **child.env}
        self.ready = False
        self._backoff = backoff
        self._deaths = 0
        self._ever_settled = False
        self._process: subprocess.Popen[bytes] | None = None
        self._started = 0.0
        self._start_at = 0.0
        self._ask_at = 0.0
        self.identity: Identity | None = None

    def start_if_due(self) -> bool:
        """Start it unless it runs or its wait is not over; says whether it was started."""
        if self._process or time.monotonic() < self._start_at:
            return False
        words = [sys.executable, "-I", "-S", str(Path(leash.__file__)), str(os.getpid()), *self.child.argv]
        # A group of its own: Ctrl-C reaches the supervisor alone, which then ends each child once, in order.
        self._process = subprocess.Popen(
            words, env=self._env, stdin=subprocess.DEVNULL, start_new_session=True
        )
        self.identity = identify(self._process.pid)
        self._started = time.monotonic()
        self.ready = False
        return True

    def died(self) -> int | None:
        """Give the exit code if it just ended, clear up after it and set the time of its next start."""
        code = self._process.poll() if self._process else None
        if code is None or self._process is None:
            return None
        sweep_group(self._process.pid)  # what it left behind holds ports and connections
        self._settle()
        self._deaths += 1
        wait = min(self._backoff.limit, self._backoff.first * 2 ** (self._deaths - 1))
        self._start_at = time.monotonic() + wait
        self._process, self.identity, self.ready = None, None, False
        return code

    def hopeless(self) -> bool:
        """Say whether it died again and again without ever having worked."""
        return not self._ever_settled and self._deaths >= self._backoff.give_up

    def seconds_to_start(self) -> float:
        """How long until it is started again."""
        return max(0.0, self._start_at - time.monotonic())

    def look(self) -> None:
        """Ask it whether it is ready, at most three times a second; without an address, running is ready."""
        if self._process is None or self.ready or time.monotonic() < self._ask_at:
            return
        self._ask_at = time.monotonic() + 0.3
        self.ready = self.child.ready_url is None or responds(self.child.ready_url)

    def signal(self, sign: int) -> None:
        """Send it a signal; what it started is its own affair until it has ended."""
        if self._process:
            self._process.send_signal(sign)

    def gone(self) -> bool:
        """Say whether it has ended."""
        self.died()
        return self._process is None

    def _settle(self) -> None:
        answered = self.ready and self.child.ready_url is not None
        if answered or time.monotonic() - self._started >= self._backoff.settled:
            self._deaths, self._ever_settled = 0, True


def responds(url: str, *, timeout: float = 2.0) -> bool:
    """Say whether an http address answers with anything below 500, asked directly and past any proxy."""
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "localhost", parts.port or 80, timeout=timeout)
    try:
        connection.request("GET", parts.path or "/")
        return connection.getresponse().status < http.HTTPStatus.INTERNAL_SERVER_ERROR
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()
