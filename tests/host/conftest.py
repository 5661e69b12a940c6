"""Homes for the tests: real folders in which a real database runs, and nothing left of them afterwards."""

import os
import shutil
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pumasi.host import api as host

ROOT = os.geteuid() == 0
PREFIX = "pumasi-test-"


def _place() -> str:
    """Prefer memory: copying the thousand files of a database takes longer than all else on some disks."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2 << 30
    return str(memory) if roomy else "/tmp"


PLACE = _place()


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the operator's own settings out of the tests, and theirs out of reach of the tests."""
    for name in ("DATABASE_URL", "PUMASI_HOME", "PUMASI_DB_USER", "PUMASI_PG_BIN", "PGPORT", "PGHOST"):
        monkeypatch.delenv(name, raising=False)


def new_home(depth: str = "") -> host.Home:
    """Make a folder which the database's user can reach; pytest's own are closed to others."""
    base = Path(tempfile.mkdtemp(prefix=PREFIX, dir=PLACE))
    base.chmod(0o711)
    return host.Home(base / depth if depth else base)


def remove(home: host.Home) -> None:
    """End what runs in a home and delete it."""
    host.down(home)
    shutil.rmtree(home.sockets, ignore_errors=True)
    base = next(folder for folder in (home.path, *home.path.parents) if folder.name.startswith(PREFIX))
    shutil.rmtree(base, ignore_errors=True)


@pytest.fixture(scope="session")
def stencil() -> Iterator[host.Home]:
    """A home whose database was set up and stopped, to be copied: setting up takes a second each time."""
    made = new_home()
    host.ensure(made, environ={})
    host.stop(made, environ={})
    yield made
    remove(made)


def traced(stencil: host.Home) -> Iterator[host.Home]:
    made = new_home().prepare()
    subprocess.run(["cp", "-a", stencil.database, made.database], check=True)
    yield made
    remove(made)


@pytest.fixture
def home(stencil: host.Home) -> Iterator[host.Home]:
    """A home of its own with data, not running."""
    yield from traced(stencil)


@pytest.fixture
def other_home(stencil: host.Home) -> Iterator[host.Home]:
    """A second one beside it."""
    yield from traced(stencil)


@pytest.fixture
def empty_home() -> Iterator[host.Home]:
    """A home in which nothing was ever done."""
    made = new_home()
    yield made
    remove(made)


@pytest.fixture(scope="module")
def shared_home(stencil: host.Home) -> Iterator[host.Home]:
    """A home with a running database for tests that leave it as they found it."""
    for made in traced(stencil):
        host.ensure(made, environ={})
        yield made


@pytest.fixture
def start() -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Start pieces of Python as processes of their own; all are ended after the test."""
    started: list[subprocess.Popen[str]] = []

    def start_code(code: str, *words: object, **options: object) -> subprocess.Popen[str]:
        argv = [sys.executable, "-c", textwrap.dedent(code), *map(str, words)]
        process = subprocess.Popen(argv, text=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload]
        started.append(process)
        return process

    yield start_code
    for process in started:
        if process.poll() is None:
            process.kill()
        process.communicate()
