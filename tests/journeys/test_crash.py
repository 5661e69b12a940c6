"""kill -9 of worker, web and database while an import runs: afterwards nothing is lost and nothing doubled."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg
import pytest
import requests

from fixtures import workbooks
from pumasi.host import api as host

pytestmark = [pytest.mark.slow]
PATIENCE = 150


def environment(home: Path, port: int) -> dict[str, str]:
    ours = ("PUMASI_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "PORT")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    return {
        **kept,
        "PUMASI_HOME": str(home),
        "PORT": str(port),
        "PUMASI_URL": f"http://127.0.0.1:{port}",
        "LANG": "C.UTF-8",
    }


@pytest.fixture
def house():
    """A whole installation of its own: database, web and worker under their supervisor."""
    place = Path(tempfile.mkdtemp(prefix="pumasi-crash-"))
    place.chmod(0o711)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = environment(place / "home", port)
    command = [sys.executable, "-m", "pumasi.web.command.main"]
    words = ["new", "cluster", "own", "--ko", "우리", "--en", "Own", "--manager", "me@one.example"]
    link = subprocess.run(
        [*command, *words], env=env, capture_output=True, text=True, check=True
    ).stdout.strip()
    log = (place / "log").open("w")
    serving = subprocess.Popen([*command, "serve"], env=env, stdout=log, stderr=log)
    try:
        _wait(lambda: _answers(port), "the pages do not answer")
        yield {"home": host.Home(place / "home"), "port": port, "link": link}
    finally:
        log.flush()
        print((place / "log").read_text()[-6000:])
        serving.send_signal(signal.SIGTERM)
        serving.wait(30)
        subprocess.run([*command, "down"], env=env, check=False, capture_output=True)
        shutil.rmtree(place, ignore_errors=True)


def _answers(port: int) -> bool:
    try:
        return requests.get(f"http://127.0.0.1:{port}/health", timeout=5).ok
    except requests.RequestException:
        return False


def _wait(ready, complaint: str, patience: float = PATIENCE) -> None:
    until = time.monotonic() + patience
    while not ready():
        assert time.monotonic() < until, complaint
        time.sleep(0.3)


def _token(page: requests.Response) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
    assert found, page.text[:500]
    return found.group(1)


def _start_import(house) -> str:
    """Sign in by the link, upload the list, answer every look-alike with "the same", and press the button."""
    base, session = f"http://127.0.0.1:{house['port']}", requests.Session()
    page = session.get(house["link"], timeout=30)
    session.post(house["link"], {"csrfmiddlewaretoken": _token(page)}, timeout=30)
    page = session.get(f"{base}/en/desk/own/import/", timeout=30)
    form = {"csrfmiddlewaretoken": _token(page), "kind": "members"}
    page = session.post(
        f"{base}/en/desk/own/import/upload/",
        form,
        files={"files": ("list.xlsx", workbooks.member_workbook())},
        timeout=120,
    )
    rows = dict.fromkeys(re.findall(r'name="(row_[^"]+)"', page.text), "same")
    assert len(rows) == workbooks.ALIKE
    answer = page.url.rstrip("/") + "/answer/"
    session.post(answer, {"csrfmiddlewaretoken": _token(page), **rows, "then": "bring_in"}, timeout=120)
    return page.url


def _state(home: host.Home) -> tuple[str, int]:
    try:
        with psycopg.connect(host.embedded_dsn(home), connect_timeout=5) as side:
            state = side.execute("SELECT state FROM members_batch ORDER BY id DESC LIMIT 1").fetchone()
            count = side.execute("SELECT count(*) FROM members_organisation").fetchone()
            return state[0], count[0]
    except psycopg.OperationalError:
        return "no answer", 0


def _kill(pids: list[int]) -> None:
    for pid in pids:
        try:
            os.kill(pid, signal.SIGKILL)
        except ProcessLookupError:
            continue


def _database_pids(home: host.Home) -> list[int]:
    """Processes that work in the data directory: the postmaster and its children."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if Path(entry / "cwd").resolve() == home.data.resolve():
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def test_an_import_survives_the_loss_of_worker_web_and_database(house):
    home = house["home"]
    _start_import(house)
    for name in ("worker", "web"):
        time.sleep(0.4)
        running = host.running(home)
        _kill([child.pid for child in running.children if child.name == name])
        assert _state(home)[1] in (0, 400)
    time.sleep(0.4)
    _kill(_database_pids(home))
    _wait(lambda: _state(home) == ("applied", 400), f"the import was not finished: {_state(home)}")
    _wait(lambda: _answers(house["port"]), "the pages did not come back")
