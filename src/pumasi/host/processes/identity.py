"""Tells a process apart from a later one that was given the same number."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Identity:
    """A process: its number, and when it began as the system tells it."""

    pid: int
    began: str


def identify(pid: int) -> Identity | None:
    """Give the identity of a living process; None when there is none, or only a zombie."""
    began = _began_linux(pid) if sys.platform == "linux" else _began_elsewhere(pid)
    return Identity(pid, began) if began else None


def alive(process: Identity) -> bool:
    """Say whether this very process still lives."""
    return identify(process.pid) == process


def end(processes: Iterable[Identity], *, grace: float, groups: bool) -> list[Identity]:
    """End processes: ask (TERM), wait `grace` seconds, then force. Gives those that lived.

    With `groups` each heads a group of its own, and what it leaves behind there is ended too. Asked is the
    head alone: a server ends its workers in order, and workers that end by themselves look like a crash.
    """
    ended = [process for process in processes if alive(process)]
    for sign in (signal.SIGTERM, signal.SIGKILL):
        for process in filter(alive, ended):
            with suppress(ProcessLookupError, PermissionError):
                os.kill(process.pid, sign)
        _wait(ended, grace)
    for process in ended if groups else ():
        sweep_group(process.pid)
    return ended


def sweep_group(pid: int) -> None:
    """Kill what a process that has just ended left behind in the group it headed.

    Only at once after its end: later the number may head somebody else's group.
    """
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)


def _wait(processes: list[Identity], seconds: float) -> None:
    deadline = time.monotonic() + seconds
    while any(alive(process) for process in processes) and time.monotonic() < deadline:
        time.sleep(0.05)


def _began_linux(pid: int) -> str | None:
    try:
        text = Path(f"/proc/{pid}/stat").read_text("utf-8", "replace")
    except OSError:
        return None
    # The name in brackets may hold blanks and brackets itself; what follows the last one is regular: proc(5).
    fields = text.rpartition(")")[2].split()
    return None if fields[0] in {"Z", "X"} else f"{fields[19]}@{_boot()}"


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except OSError:
        return ""


def _began_elsewhere(pid: int) -> str | None:
    said = subprocess.run(
        ["ps", "-o", "stat=,lstart=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout.split()
    return None if not said or said[0].startswith("Z") else " ".join(said[1:])
