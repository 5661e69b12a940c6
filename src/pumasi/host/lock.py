"""A lock between processes that the kernel lets go of by itself when its holder dies."""

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pumasi.host.refusal import HostRefusal


def _busy(pid: str) -> HostRefusal:
    return HostRefusal(
        en=f"Another process ({pid}) is starting or stopping the database of this installation. "
        f"Wait until it is done, or end it (kill {pid}).",
        ko=f"다른 프로세스({pid})가 이 설치본의 데이터베이스를 시작하거나 종료하고 있습니다. "
        f"작업이 끝날 때까지 기다리거나 해당 프로세스를 종료해 주십시오(kill {pid}).",
    )


@contextmanager
def locked(file: Path, *, wait: float = 180.0, busy: Callable[[str], HostRefusal] = _busy) -> Iterator[None]:
    """Hold the lock `file` for a while; waits up to `wait` seconds, then refuses with `busy(holder's pid)`.

    The file is never deleted: deleting it would let two holders lock two files of one name.
    """
    handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        if not _take(handle, deadline=time.monotonic() + wait):
            raise busy(_holder(handle))
        os.ftruncate(handle, 0)
        os.pwrite(handle, str(os.getpid()).encode(), 0)
        yield
    finally:
        os.close(handle)


def holder(file: Path) -> str | None:
    """Say which process holds the lock (its number, as text), or None when nobody does."""
    if not file.exists():
        return None
    handle = os.open(file, os.O_RDWR)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _holder(handle)
    finally:
        os.close(handle)
    return None


def _holder(handle: int) -> str:
    return os.pread(handle, 20, 0).decode() or "?"


def _take(handle: int, *, deadline: float) -> bool:
    while True:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= deadline:
                return False
            time.sleep(0.03)
        else:
            return True
