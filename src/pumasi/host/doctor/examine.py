"""`doctor`: looks at everything once and never stops at the first thing that is wrong."""

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from pumasi.host.database import cluster, server
from pumasi.host.database.account import Account, database_account
from pumasi.host.database.address import external_url
from pumasi.host.database.binaries import Binaries, choose
from pumasi.host.doctor import base, machine, place
from pumasi.host.doctor import port as ports
from pumasi.host.doctor.finding import Finding, fine, refused, trouble
from pumasi.host.home import Home
from pumasi.host.processes import state
from pumasi.host.refusal import HostRefusal


def doctor(home: Home, *, port: int | None = None, environ: Mapping[str, str] | None = None) -> list[Finding]:
    """Examine machine, home, database and (when given) the port of the pages. Changes nothing.

    `port` is the TCP port on which the pages are to be served on this machine.
    """
    url = external_url(environ)
    checks: list[tuple[str, Callable[[], Finding]]] = [
        ("disk", lambda: machine.disk(shutil.disk_usage(place.nearest(home.path)).free, folder=home.path)),
        ("memory", lambda: machine.memory(_available())),
        ("clock", lambda: machine.clock(datetime.now(UTC), newest_file=_newest(home))),
        ("home", lambda: place.writable(home)),
        ("home-private", lambda: place.private(home)),
        ("leftovers", lambda: place.leftovers(home)),
        *([("database", lambda: base.external(url))] if url else _embedded(home, environ)),
        ("processes", lambda: _processes(home)),
        *([("port", lambda: _port(home, port))] if port else []),
        ("pango", machine.pango),
        ("chromium", machine.chromium),
    ]
    return [_safely(key, check) for key, check in checks]


def _embedded(home: Home, environ: Mapping[str, str] | None) -> list[tuple[str, Callable[[], Finding]]]:
    def account() -> Account:
        return database_account(home, environ=environ)

    def binaries() -> Binaries:
        return choose(environ=environ)

    return [
        ("home-reachable", lambda: place.reachable(home, account())),
        ("socket-path", lambda: place.socket_path(home)),
        ("locale", lambda: machine.letters(cluster.character_locale(account()))),
        ("database-programmes", lambda: base.programmes(binaries(), account())),
        ("database-version", lambda: base.version(cluster.data_major(home), _for_data(home, environ))),
        ("database-pid-file", lambda: base.stale(home, account())),
        ("database-lock", lambda: base.start_lock(home)),
        ("database", lambda: base.answering(server.status(home), base.words_of(home))),
    ]


def _for_data(home: Home, environ: Mapping[str, str] | None) -> Binaries:
    """Give the programmes of the data's version where they are, else the best that are."""
    try:
        return choose(environ=environ, major=cluster.data_major(home))
    except HostRefusal:
        return choose(environ=environ)


def _safely(key: str, check: Callable[[], Finding]) -> Finding:
    try:
        return check()
    except HostRefusal as refusal:
        return refused(key, refusal)
    except OSError as error:
        return trouble(
            key, "warning", f"This could not be looked at: {error}.", f"확인하지 못했습니다: {error}"
        )


def _available() -> int | None:
    meminfo = Path("/proc/meminfo")
    return machine.available_memory(meminfo.read_text("ascii")) if meminfo.exists() else None


def _newest(home: Home) -> datetime | None:
    """When something was last written here, by the clock of that time."""
    known = [path for path in (home.run, home.logs / "pumasi.log", home.state_file) if path.exists()]
    times = [path.stat().st_mtime for path in known]
    return datetime.fromtimestamp(max(times), UTC) if times else None


def _processes(home: Home) -> Finding:
    there = state.running(home)
    if there:
        names = ", ".join(f"{child.name} {child.pid}" for child in there.children)
        return fine(
            "processes", f"Running since {there.since}: {names}.", f"{there.since}부터 실행 중: {names}"
        )
    if state.read(home) is None:
        return fine("processes", "Nothing is running.", "실행 중인 프로세스가 없습니다.")
    return trouble(
        "processes",
        "note",
        "The supervisor was killed and left its note.",
        "관리 프로세스가 강제 종료된 흔적이 있습니다.",
        "Nothing to do: the next start clears up.",
        "조치할 필요가 없습니다. 다음 시작 시 정리합니다.",
    )


def _port(home: Home, number: int) -> Finding:
    free = ports.is_free(number)
    holders = [] if free else ports.listeners(number)
    there = state.running(home)
    groups = {child.pid for child in there.children} | {os.getpid()} if there else {os.getpid()}
    ours = [pid for pid in holders if ports.group_of(pid) in groups or pid in groups]
    names = [ports.process_name(pid) for pid in holders]
    return ports.port(number, free=free, holders=holders, ours=ours, names=names)
