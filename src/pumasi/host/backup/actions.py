"""`backup` and `restore`: an installation into one file, and out of it again at no risk to what is there."""

import errno
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg

from pumasi.host.backup import archive, swap, tools
from pumasi.host.backup.manifest import DUMP, Manifest
from pumasi.host.database.address import embedded_dsn, masked
from pumasi.host.database.binaries import Binaries, choose
from pumasi.host.database.cluster import data_major
from pumasi.host.database.server import ensure
from pumasi.host.home import Home
from pumasi.host.refusal import HostRefusal

After = Callable[[str], None]

_TABLES = """
SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p') AND n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'
  AND NOT EXISTS (SELECT FROM pg_depend d
                  WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
"""


def backup(
    home: Home, file: Path, *, dsn: str | None = None, about: Mapping[str, str] | None = None
) -> Manifest:
    """Write database and uploaded files to `file` (tar.gz, readable by its owner alone).

    The site may go on meanwhile: the dump is one snapshot and comes first, so that every file it mentions is
    still to come. The final name appears only when all is on the disk; an earlier file of that name is
    replaced. The secret key is not in it.
    """
    dsn = dsn or ensure(home)
    home.prepare()
    file = file.absolute()
    with (
        _room_for(file.parent),
        tempfile.TemporaryDirectory(prefix=".pumasi-backup-", dir=file.parent) as draft,
    ):
        dump, packed = Path(draft) / DUMP, Path(draft) / "packed"
        tools.dump(_programmes(home, dsn), dsn=dsn, target=dump)
        version = _server_version(dsn)

        def describe(members: dict[str, tuple[str, int]]) -> Manifest:
            now = datetime.now(UTC).isoformat(timespec="seconds")
            return Manifest(now, dict(about or {}), version, members)

        manifest = archive.pack(packed, dump=dump, files=home.files, describe=describe)
        packed.chmod(0o600)
        packed.replace(file)
        _sync_folder(file.parent)
    return manifest


def inspect(file: Path) -> Manifest:
    """Read a whole backup and give its manifest; HostRefusal when it is not complete."""
    return archive.check(file)


def restore(
    home: Home, file: Path, *, dsn: str | None = None, replace: bool = False, after: After | None = None
) -> Manifest:
    """Put database and uploaded files back from `file`, after checking all of it.

    Without `replace` only into an empty installation. `after(dsn)` gets the address of the restored database
    before anybody else sees it. The embedded database is loaded beside the present one and takes its name in
    one transaction, so whatever fails leaves the old data as they were; its sessions are ended. A database of
    DATABASE_URL is loaded in one transaction instead, and `after` runs once that has succeeded.
    """
    home.prepare()
    with _room_for(home.path), tempfile.TemporaryDirectory(prefix=".restoring-", dir=home.path) as draft:
        unpacked = Path(draft)
        manifest = archive.check(file, into=unpacked)
        (unpacked / "files").mkdir(mode=0o700, exist_ok=True)
        dsn = dsn or ensure(home)
        if not replace:
            _require_empty(home, dsn)
        if dsn == embedded_dsn(home):
            swap.embedded(home, _programmes(home, dsn), unpacked=unpacked, after=after)
        else:
            _external(home, dsn, unpacked, replace=replace, after=after)
    _clear(home.cache)  # computed from what is gone
    return manifest


def _external(home: Home, dsn: str, unpacked: Path, *, replace: bool, after: After | None) -> None:
    source, binaries = unpacked / DUMP, _programmes(home, dsn)
    swap.make_extensions(tools.extensions(binaries, source=source), dsns=[dsn])
    tools.load(binaries, dsn=dsn, source=source, replacing=replace)
    with swap.files(home, unpacked / "files"):
        if after:
            after(dsn)


def _programmes(home: Home, dsn: str) -> Binaries:
    """Give pg_dump and pg_restore: of the version of the home's own server, or the newest for another's."""
    return choose(major=data_major(home) if dsn == embedded_dsn(home) else None)


def _require_empty(home: Home, dsn: str) -> None:
    with psycopg.connect(dsn) as connection:
        row = connection.execute(_TABLES).fetchone()
    tables = row[0] if row else 0
    files = any(home.files.iterdir())
    if tables or files:
        raise HostRefusal(
            en=f"There are data here already ({tables} tables in {masked(dsn)}, uploads in {home.files}: "
            f"{'yes' if files else 'no'}). Make a backup of them, then say that they are to be replaced.",
            ko=f"이미 자료가 있습니다({masked(dsn)}의 테이블 {tables}개, {home.files}의 첨부 파일 "
            f"{'있음' if files else '없음'}). 기존 자료를 백업한 뒤 교체 옵션을 명시해 다시 실행해 주십시오.",
        )


def _server_version(dsn: str) -> str:
    with psycopg.connect(dsn) as connection:
        return connection.info.parameter_status("server_version") or "?"


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _clear(folder: Path) -> None:
    for entry in folder.iterdir():
        if entry.is_dir() and not entry.is_symlink():
            shutil.rmtree(entry)
        else:
            entry.unlink()


@contextmanager
def _room_for(folder: Path) -> Iterator[None]:
    """Turn a full disk or a closed folder into a refusal that says so."""
    try:
        yield
    except OSError as error:
        if error.errno not in {
            errno.ENOSPC,
            errno.EDQUOT,
            errno.EACCES,
            errno.EPERM,
            errno.EROFS,
            errno.ENOENT,
        }:
            raise
        raise HostRefusal(
            en=f"{folder} cannot be written ({error.strerror}). Nothing was changed. "
            "Make room there or choose another folder.",
            ko=f"{folder}에 쓸 수 없습니다({error.strerror}). 변경된 내용은 없습니다. "
            "여유 공간을 확보하거나 다른 폴더를 지정해 주십시오.",
        ) from error
