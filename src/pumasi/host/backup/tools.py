"""Runs pg_dump and pg_restore against an address without showing its password to others on the machine."""

import os
import re
import subprocess
from pathlib import Path

from psycopg import pq

from pumasi.host.database.address import masked
from pumasi.host.database.binaries import Binaries
from pumasi.host.refusal import HostRefusal

# A line of pg_restore --list: "2; 3079 16386 EXTENSION - btree_gist ".
_EXTENSION = re.compile(r"\d+; \d+ \d+ (?P<comment>COMMENT - )?EXTENSION (- )?(?P<name>\S+)")


def dump(binaries: Binaries, *, dsn: str, target: Path) -> None:
    """Write the database at `dsn` to `target` in pg_dump's custom format."""
    words = ["--format=custom", "--no-owner", "--no-privileges", f"--file={target}"]
    _run(binaries, "pg_dump", words, dsn)


def extensions(binaries: Binaries, *, source: Path) -> list[str]:
    """Name the extensions that a dump asks for."""
    found = (_EXTENSION.match(line) for line in _contents(binaries, source))
    return [match["name"] for match in found if match and not match["comment"]]


def load(binaries: Binaries, *, dsn: str, source: Path, replacing: bool) -> None:
    """Load a dump in one transaction, all or nothing; the extensions must be there already.

    `replacing` drops what the dump is about to make. Extensions are left out: on somebody else's server they
    belong to its administrator and cannot be dropped or commented by us.
    """
    chosen = source.with_suffix(".list")
    wanted = [line for line in _contents(binaries, source) if not _EXTENSION.match(line)]
    chosen.write_text("\n".join([*wanted, ""]), "utf-8")
    words = [
        "--single-transaction",
        "--exit-on-error",
        "--no-owner",
        "--no-privileges",
        f"--use-list={chosen}",
    ]
    words += ["--clean", "--if-exists"] if replacing else []
    name = environment(dsn).get("PGDATABASE", "")
    _run(binaries, "pg_restore", [*words, f"--dbname={name}", str(source)], dsn)


def _contents(binaries: Binaries, source: Path) -> list[str]:
    program = binaries.program("pg_restore")
    said = subprocess.run([program, "--list", str(source)], capture_output=True, text=True, check=False)
    if said.returncode:
        raise _failed("pg_restore", said.stderr, str(source))
    return [line for line in said.stdout.splitlines() if line and not line.startswith(";")]


def _run(binaries: Binaries, name: str, words: list[str], dsn: str) -> None:
    program = binaries.program(name)
    said = subprocess.run(
        [program, "--no-password", *words], env=environment(dsn), capture_output=True, text=True, check=False
    )
    if said.returncode:
        raise _failed(name, said.stderr, masked(dsn))


def environment(dsn: str) -> dict[str, str]:
    """Turn an address into libpq's variables: the words of a command are visible to everybody in `ps`."""
    kept = dict(os.environ)
    for option in pq.Conninfo.parse(dsn.encode()):
        if option.val is not None and option.envvar:
            kept[option.envvar.decode()] = option.val.decode()
    return kept


def _failed(name: str, said: str, where: str) -> HostRefusal:
    words = "\n".join(said.strip().splitlines()[-6:])
    return HostRefusal(
        en=f"{name} failed for {where}:\n{words}\nNothing was changed. A server newer than these programmes "
        "needs its own: name their folder in PUMASI_PG_BIN.",
        ko=f"{where}에 대한 {name} 작업에 실패했습니다:\n{words}\n변경된 내용은 없습니다. 서버 버전이 더 "
        "높은 경우 해당 버전의 프로그램 폴더를 PUMASI_PG_BIN에 지정해 주십시오.",
    )
