"""A house to measure: a database of its own, two web processes as `serve` starts them, and clients on the same machine."""

import http.client
import os
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

from pumasi.host import api as host
from pumasi.host.processes import leash
from pumasi.host.processes.child import responds

PATIENCE = 60


@dataclass(frozen=True)
class House:
    """Where its pages are, where its database lies, and the process that serves the pages."""

    address: str
    data: Path
    web: int


@contextmanager
def house() -> Iterator[House]:
    """Start it empty with Django set up in this process, and end it again."""
    with ExitStack() as stack:
        place = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pumasi-bench-")))
        place.chmod(0o755)  # the database may run under another account
        home = host.Home(place)
        home.prepare()
        os.environ |= {
            "PUMASI_HOME": str(home.path), "PUMASI_SECRET": home.secret(), "PUMASI_UNLIMITED": "1",
            "DJANGO_SETTINGS_MODULE": "pumasi.web.settings", "DATABASE_URL": host.ensure(home, environ={}),
        }  # fmt: skip
        (home.path / "static").mkdir(exist_ok=True)
        stack.callback(host.stop, home, environ={})
        import django  # late: after the environment is set
        from django.db import connection  # late: after the environment is set

        from pumasi.web.schema import TEMPLATE  # late: after the environment is set

        django.setup()
        stack.callback(connection.close_pool)
        with connection.cursor() as cursor:
            cursor.execute(TEMPLATE.read_text())
        connection.close()
        address, web = stack.enter_context(_pages(home.path / "log"))
        yield House(address, home.data, web)


@contextmanager
def _pages(log: Path) -> Iterator[tuple[str, int]]:
    port = int(os.environ.get("PORT", "8103"))
    words = [
        sys.executable, "-I", "-S", str(leash.__file__), str(os.getpid()), sys.executable, "-m", "granian", "--interface", "wsgi",
        "pumasi.web.wsgi:application", "--host", "127.0.0.1", "--port", str(port), "--workers", "2",
        "--blocking-threads", "2", "--no-ws", "--log-level", "warning",
    ]  # fmt: skip
    with log.open("wb") as out:
        process = subprocess.Popen(words, stdout=out, stderr=out, start_new_session=True)
        try:
            for _ in range(PATIENCE * 10):
                if responds(f"http://127.0.0.1:{port}/health"):
                    break
                time.sleep(0.1)
            else:
                raise SystemExit(f"the pages did not start: {log.read_text()[-2000:]}")
            yield f"127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait(20)


class Client:
    """One visitor after another over one connection: cookies, forms, no redirects by itself."""

    def __init__(self, address: str) -> None:
        self.line = http.client.HTTPConnection(address, timeout=60)
        self.cookies: dict[str, str] = {}

    def ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, str, str]:
        """Status, body, and where a redirect leads."""
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.line.request(method, path, urlencode(form) if form is not None else None, headers)
        got = self.line.getresponse()
        body = got.read().decode()
        for cookie in got.headers.get_all("Set-Cookie") or []:
            name, _, rest = cookie.partition("=")
            self.cookies[name] = rest.partition(";")[0]
        return got.status, body, got.headers.get("Location", "")

    def token(self, page: str) -> str:
        """The CSRF token of a page's form."""
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        return found.group(1) if found else ""


@dataclass
class Taken:
    """Seconds of each kind of request, what went wrong, and how long all took on the clock."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    errors: Counter[str] = field(default_factory=Counter)
    clock: float = 0.0

    def p95(self, name: str) -> float:
        """The 95th percentile in milliseconds."""
        found = self.seconds[name]
        return 1000 * (statistics.quantiles(found, n=20)[18] if len(found) > 1 else found[0])


def load(work: Callable[[int, Taken], None], total: int, clients: int) -> Taken:
    """Let clients do `work(number, taken)` for all numbers below `total`, each as soon as it is free."""
    numbers, taking, taken = iter(range(total)), threading.Lock(), Taken()

    def client() -> None:
        while True:
            with taking:
                number = next(numbers, None)
            if number is None:
                return
            try:
                work(number, taken)
            except Exception as error:  # noqa: BLE001  # a broken try is a result too
                taken.errors[f"{type(error).__name__}: {error}"[:80]] += 1

    threads = [threading.Thread(target=client) for _ in range(clients)]
    begin = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    taken.clock = time.perf_counter() - begin
    return taken


@contextmanager
def timed(taken: Taken, name: str) -> Iterator[None]:
    """Note how long it took."""
    begin = time.perf_counter()
    yield
    taken.seconds.setdefault(name, []).append(time.perf_counter() - begin)
