"""`up` and `down`: the same supervisor without a terminal, and its end."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from pumasi.host.database import server
from pumasi.host.home import Home
from pumasi.host.processes import state
from pumasi.host.processes.identity import alive, end, identify
from pumasi.host.processes.state import Running, running
from pumasi.host.refusal import HostRefusal

LARGEST_LOG = 10_000_000

# A Popen that is forgotten while its process lives warns; these live on by intention.
_detached: list[subprocess.Popen[bytes]] = []


def up(
    home: Home, argv: Sequence[str], *, env: Mapping[str, str] | None = None, timeout: float = 60.0
) -> Running:
    """Start `argv`, a command that calls `serve` for this home, without a terminal; return when all is ready.

    What is running already is left alone and given back. HostRefusal with the end of the log when it ends or
    takes longer than `timeout` seconds.
    """
    there = running(home)
    if there:
        return there
    home.prepare()
    log = home.logs / "pumasi.log"
    process = _launch(argv, env=env, log=log, home=home)
    deadline = time.monotonic() + timeout
    while time.monotonic() < deadline:
        now = running(home)  # ours, or that of another `up` which was faster
        if now and now.ready:
            return now
        if process.poll() is not None and not now:
            break
        time.sleep(0.05)
    own = identify(process.pid)
    end([own] if own else [], grace=15, groups=False)
    raise _not_up(log)


def down(home: Home, *, database: bool = True) -> list[str]:
    """End what runs in this home and in no other: supervisor, children, then the database.

    Gives the names of what was ended.
    """
    past = state.read(home)
    ended = [child.name for child in past.children if alive(child.process)] if past else []
    if past:
        # The supervisor first and alone: it ends its children in order and would start them again otherwise.
        end([past.supervisor], grace=20, groups=False)
        end([child.process for child in past.children], grace=3, groups=True)
        home.state_file.unlink(missing_ok=True)
    if database and server.stop(home):
        ended.append("database")
    return ended


def _launch(
    argv: Sequence[str], *, env: Mapping[str, str] | None, log: Path, home: Home
) -> subprocess.Popen[bytes]:
    if log.exists() and log.stat().st_size > LARGEST_LOG:
        log.replace(log.with_suffix(".log.1"))
    with log.open("ab") as out:
        process = subprocess.Popen(
            list(argv),
            env={**os.environ, **(env or {}), "PUMASI_HOME": str(home.path)},
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
    _detached.append(process)
    return process


def _not_up(log: Path) -> HostRefusal:
    words = "\n".join(log.read_text("utf-8", "replace").splitlines()[-15:])
    return HostRefusal(
        en=f"Pumasi did not start. It wrote last:\n{words}\nThe whole log is {log}.",
        ko=f"서비스가 시작되지 않았습니다. 마지막 기록:\n{words}\n전체 기록은 {log}에 있습니다.",
    )
