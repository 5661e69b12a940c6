"""Starts, provides, asks and stops the embedded server of a home."""

import time
from collections.abc import Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import pq, sql

from pumasi.host.database import cluster
from pumasi.host.database.account import Account, database_account
from pumasi.host.database.address import admin_dsn, answers, check_url, embedded_dsn, external_url, ping
from pumasi.host.database.binaries import Binaries, choose, runnable
from pumasi.host.database.folders import prepare_folders
from pumasi.host.database.occupants import KNOWABLE, clear, occupants, postmaster
from pumasi.host.home import Home
from pumasi.host.lock import locked
from pumasi.host.refusal import HostRefusal, Notice

START_SECONDS = 60.0
RECOVERY_SECONDS = 900.0
STOP_SECONDS = 60


@dataclass(frozen=True)
class DatabaseStatus:
    """How the embedded database is: `state` is "absent" (never made), "stopped", "starting" or "running"."""

    state: str
    version: str | None
    data: Path
    log_folder: Path


def ensure(home: Home, *, environ: Mapping[str, str] | None = None) -> str:
    """Give the address of a database that answers, starting the home's own if need be.

    Any number of processes may call it at once; one starts the server, which then outlives them all.
    DATABASE_URL, when set, is checked and handed back unchanged.
    """
    external = external_url(environ)
    if external:
        check_url(external)
        return external
    dsn = embedded_dsn(home)
    if _has_sockets(home) and _ours(home, environ) and answers(dsn):
        return dsn
    account = database_account(home, environ=environ)
    prepare_folders(home, account=account)
    with start_lock(home):
        if ping(admin_dsn(home)) is not pq.Ping.OK:
            _start(home, account=account, environ=environ)
        _provide(home)
    return dsn


def tend(home: Home, *, environ: Mapping[str, str] | None = None) -> Notice | None:
    """Start the embedded database again if it went away; gives what to tell the operator, else None.

    A process that has put the embedded address into DATABASE_URL for its own use passes environ={}.
    """
    if external_url(environ) or ping(embedded_dsn(home)) in {pq.Ping.OK, pq.Ping.REJECT}:
        return None
    ensure(home, environ=environ)
    return Notice(
        en="The database had stopped and was started again.",
        ko="데이터베이스가 중단되어 다시 시작했습니다.",
    )


def status(home: Home) -> DatabaseStatus:
    """Say how the embedded database is, asking the server itself; starts nothing."""
    answer = ping(admin_dsn(home)) if _has_sockets(home) else pq.Ping.NO_RESPONSE
    known = {pq.Ping.OK: "running", pq.Ping.REJECT: "starting"}
    state = known.get(answer, "stopped" if cluster.data_major(home) else "absent")
    version = _server_version(home) if state == "running" else None
    return DatabaseStatus(state, version, home.data, home.database_logs)


def stop(home: Home, *, environ: Mapping[str, str] | None = None) -> bool:
    """Stop the embedded server cleanly, ending its sessions; says whether one was running."""
    if cluster.data_major(home) is None or not home.run.is_dir():
        return False
    account = database_account(home, environ=environ)
    with start_lock(home):
        was_running = _is_running(home, account)
        if was_running:
            _shut_down(home, account=account, environ=environ)
        elif occupants(home, account=account):
            clear(home, account=account)
    return was_running


def start_lock(home: Home) -> AbstractContextManager[None]:
    """Hold while the server starts, stops or has its databases swapped."""
    return locked(home.run / "database.lock")


def _has_sockets(home: Home) -> bool:
    try:
        return home.sockets.is_dir()
    except OSError:  # somebody else's home; what follows says so in words
        return False


def _ours(home: Home, environ: Mapping[str, str] | None) -> bool:
    """Guard against a socket that a stranger put at the short address in /tmp before us."""
    return home.sockets.stat(follow_symlinks=False).st_uid == database_account(home, environ=environ).uid


def _start(home: Home, *, account: Account, environ: Mapping[str, str] | None) -> None:
    binaries = choose(environ=environ, major=cluster.data_major(home))
    binaries = runnable(binaries, account=account, home=home)
    if cluster.data_major(home) is None:
        cluster.make_data(home, binaries=binaries, account=account)
    if ping(admin_dsn(home)) is not pq.Ping.REJECT:
        clear(home, account=account)
        cluster.write_settings(home, account=account)
        _launch(home, binaries=binaries, account=account)
    _await_ready(home, account=account)


def _launch(home: Home, *, binaries: Binaries, account: Account) -> None:
    """Start by way of pg_ctl, which makes the server the head of a session of its own and no child of ours.

    So neither Ctrl-C in our terminal nor our end reaches it, and it never becomes a zombie of ours.
    """
    log = home.database_logs / "start.log"
    said = account.run(
        [binaries.program("pg_ctl"), "start", "-W", "-s", "-D", home.data, "-l", log], timeout=60
    )
    if said.returncode:
        raise not_started(home, said.stderr.strip())


def _await_ready(home: Home, *, account: Account) -> None:
    begun = time.monotonic()
    while (answer := ping(admin_dsn(home))) is not pq.Ping.OK:
        waited = time.monotonic() - begun
        silent = answer is not pq.Ping.REJECT
        gone = silent and waited > 1 and KNOWABLE and not occupants(home, account=account)
        if gone or waited > (START_SECONDS if silent else RECOVERY_SECONDS):
            raise not_started(home, last_words(home))
        time.sleep(0.03 if waited < 2 else 0.25)


def _provide(home: Home) -> None:
    """Make the site's own role and database. The role is no superuser: a hole in the site stays small."""
    role = sql.Identifier(cluster.ROLE)
    with psycopg.connect(admin_dsn(home), autocommit=True) as admin:
        if not admin.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [cluster.ROLE]).fetchone():
            admin.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB").format(role))
        open_ = admin.execute(
            "SELECT datallowconn FROM pg_database WHERE datname = %s", [cluster.ROLE]
        ).fetchone()
        if open_ is None:
            admin.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(role, role))
        elif open_ == (False,):  # a restore was killed while it kept everybody out
            admin.execute(sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS true").format(role))


def _is_running(home: Home, account: Account) -> bool:
    if KNOWABLE:
        return postmaster(home, account=account) is not None
    return ping(admin_dsn(home)) is not pq.Ping.NO_RESPONSE


def _shut_down(home: Home, *, account: Account, environ: Mapping[str, str] | None) -> None:
    binaries = choose(environ=environ, major=cluster.data_major(home))
    binaries = runnable(binaries, account=account, home=home)
    common = [binaries.program("pg_ctl"), "stop", "-s", "-w", "-t", str(STOP_SECONDS), "-D", str(home.data)]
    if account.run([*common, "-m", "fast"]).returncode:
        account.run([*common, "-m", "immediate"])
    clear(home, account=account)


def _server_version(home: Home) -> str | None:
    try:
        with psycopg.connect(admin_dsn(home), connect_timeout=5) as admin:
            return admin.info.parameter_status("server_version")
    except psycopg.Error:
        return None


def last_words(home: Home, lines: int = 12) -> str:
    """Give the last lines of the newest log of the database, for a person to read."""
    logs = sorted(home.database_logs.glob("*.log"), key=lambda file: file.stat().st_mtime)
    written = [file for file in logs if file.stat().st_size]
    return "\n".join(written[-1].read_text("utf-8", "replace").splitlines()[-lines:]) if written else ""


def not_started(home: Home, words: str) -> HostRefusal:
    """Compose the refusal for a server that would not start, with what it said itself."""
    return HostRefusal(
        en=f"The database in {home.data} does not start. It says:\n{words}\nRun `pumasi doctor`; "
        f"the whole log is in {home.database_logs}.",
        ko=f"{home.data}의 데이터베이스가 시작되지 않습니다. 기록 내용:\n{words}\n`pumasi doctor`로 점검해 "
        f"주십시오. 전체 기록은 {home.database_logs}에 있습니다.",
    )
