"""Findings about the port of the pages: free, held by this installation, or by whom."""

import socket
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from pumasi.host.doctor.finding import Finding, fine, trouble

LISTENING = "0A"  # the state column of /proc/net/tcp


def port(
    number: int, *, free: bool, holders: Collection[int], ours: Collection[int], names: Collection[str]
) -> Finding:
    """Judge a port. `holders` are the processes that listen there as far as known, `ours` this home's."""
    if free:
        return fine("port", f"Port {number} is free.", f"포트 {number}번을 사용할 수 있습니다.")
    if holders and set(holders) <= set(ours):
        return fine(
            "port",
            f"Port {number} is held by this installation.",
            f"포트 {number}번은 이 설치본이 사용 중입니다.",
        )
    who = ", ".join(names) or "?"
    return trouble(
        "port",
        "error",
        f"Port {number} is held by another programme ({who}).",
        f"포트 {number}번을 다른 프로그램({who})이 사용하고 있습니다.",
        "End that programme, or start Pumasi on another port.",
        "해당 프로그램을 종료하거나 다른 포트로 시작해 주십시오.",
    )


def is_free(number: int) -> bool:
    """Try to listen on the port of this machine."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("127.0.0.1", number))
        except OSError:
            return False
    return True


def listeners(number: int) -> list[int]:
    """Give the processes that listen on the port, as far as this user may see them (Linux alone)."""
    inodes = {
        inode
        for table in ("tcp", "tcp6")
        for inode in listening_inodes(_read(Path("/proc/net") / table), number)
    }
    wanted = {f"socket:[{inode}]" for inode in inodes}
    return [pid for pid in _pids() if wanted and wanted & _open(pid)]


def listening_inodes(table: str, number: int) -> list[str]:
    """Read from the text of /proc/net/tcp which sockets listen on a port."""
    rows = [line.split() for line in table.splitlines()[1:]]
    return [row[9] for row in rows if row[3] == LISTENING and int(row[1].rpartition(":")[2], 16) == number]


def process_name(pid: int) -> str:
    """Name a process as `ps` does, with its number."""
    return f"{_read(Path(f'/proc/{pid}/comm')).strip() or '?'} {pid}"


def group_of(pid: int) -> int | None:
    """Give the process group, by which a server's own children are recognised."""
    fields = _read(Path(f"/proc/{pid}/stat")).rpartition(")")[2].split()
    return int(fields[2]) if fields else None


def _pids() -> list[int]:
    with suppress(OSError):
        return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    return []


def _open(pid: int) -> set[str]:
    links: set[str] = set()
    with suppress(OSError):
        for entry in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(OSError):
                links.add(str(entry.readlink()))
    return links


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8", "replace")
    except OSError:
        return ""
