"""Exchanges the present database and files for restored ones, so that a failure on the way leaves the old."""

import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psycopg
from psycopg import sql

from pumasi.host.backup import tools
from pumasi.host.backup.manifest import DUMP
from pumasi.host.database.address import admin_dsn, embedded_dsn
from pumasi.host.database.binaries import Binaries
from pumasi.host.database.cluster import ROLE
from pumasi.host.database.server import start_lock
from pumasi.host.home import Home
from pumasi.host.refusal import HostRefusal

SET_ASIDE = "files.before-"


def embedded(home: Home, binaries: Binaries, *, unpacked: Path, after: Callable[[str], None] | None) -> None:
    """Load into a new database of the same server, then let it take the name of the old one."""
    fresh = f"{ROLE}_restored_{secrets.token_hex(4)}"
    old = f"{ROLE}_before_{secrets.token_hex(4)}"
    _admin(home, "CREATE DATABASE {} OWNER {} TEMPLATE template0", fresh, ROLE)
    try:
        _fill(home, binaries, fresh, unpacked / DUMP)
        if after:
            after(embedded_dsn(home, fresh))
        with files(home, unpacked / "files"), start_lock(home):
            _exchange(home, fresh=fresh, old=old)
    finally:
        # Whichever of the two is left over: the old one after success, the new one after failure.
        for name in (fresh, old):
            _admin(home, "DROP DATABASE IF EXISTS {} WITH (FORCE)", name)


@contextmanager
def files(home: Home, fresh: Path) -> Iterator[None]:
    """Put `fresh` in the place of the uploaded files; put the old ones back if the block fails."""
    aside = home.path / f"{SET_ASIDE}{secrets.token_hex(4)}"
    home.files.rename(aside)
    fresh.rename(home.files)
    try:
        yield
    except BaseException:
        shutil.rmtree(home.files)
        aside.rename(home.files)
        raise
    shutil.rmtree(aside)


def make_extensions(names: Sequence[str], *, dsns: Sequence[str]) -> None:
    """Make extensions with the first address that may: the site's own role before the superuser."""
    for name in names:
        if not any(_try_extension(name, dsn) for dsn in dsns):
            raise HostRefusal(
                en=f"The backup needs PostgreSQL's extension {name}, which cannot be made there. Ask the "
                f"server's administrator for CREATE EXTENSION {name}. Nothing was changed.",
                ko=f"백업에 필요한 PostgreSQL 확장 기능({name})을 설치할 수 없습니다. 서버 관리자에게 CREATE "
                f"EXTENSION {name} 실행을 요청해 주십시오. 변경된 내용은 없습니다.",
            )


def _try_extension(name: str, dsn: str) -> bool:
    try:
        with psycopg.connect(dsn) as connection:
            connection.execute(sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(name)))
    except psycopg.Error:
        return False
    return True


def _fill(home: Home, binaries: Binaries, name: str, source: Path) -> None:
    dsn = embedded_dsn(home, name)
    make_extensions(tools.extensions(binaries, source=source), dsns=[dsn, admin_dsn(home, name)])
    tools.load(binaries, dsn=dsn, source=source, replacing=False)
    with psycopg.connect(dsn, autocommit=True) as connection:
        connection.execute("ANALYZE")  # a dump brings no statistics, and the first pages would crawl


def _exchange(home: Home, *, fresh: str, old: str) -> None:
    """Rename both in one transaction, with everybody kept out: a database in use cannot be renamed."""
    with psycopg.connect(admin_dsn(home), autocommit=True) as admin:
        _execute(admin, "ALTER DATABASE {} ALLOW_CONNECTIONS false", ROLE)
        try:
            admin.execute(
                "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = ANY(%s)",
                [[ROLE, fresh]],
            )
            with admin.transaction():
                _execute(admin, "ALTER DATABASE {} RENAME TO {}", ROLE, old)
                _execute(admin, "ALTER DATABASE {} RENAME TO {}", fresh, ROLE)
        except BaseException:
            _execute(admin, "ALTER DATABASE {} ALLOW_CONNECTIONS true", ROLE)
            raise


def _admin(home: Home, statement: str, *names: str) -> None:
    with psycopg.connect(admin_dsn(home), autocommit=True) as admin:
        _execute(admin, statement, *names)


def _execute(admin: psycopg.Connection[tuple[object, ...]], statement: str, *names: str) -> None:
    """Fill in names as identifiers; the statements are the literals above."""
    admin.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
