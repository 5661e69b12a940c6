"""Backup and restore: everything comes back, and whatever goes wrong leaves what was there."""

import gzip
import io
import os
import shutil
import stat
import subprocess
import tarfile
from pathlib import Path

import psycopg
import pytest

from pumasi.host import api as host
from pumasi.host.backup import actions, archive, tools
from pumasi.host.backup.manifest import DUMP, MANIFEST

UPLOAD = "행사/사진 1.jpg"


def fill(home, word="처음"):
    dsn = host.ensure(home)
    with psycopg.connect(dsn) as connection:
        connection.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        connection.execute("DROP TABLE IF EXISTS lines")
        connection.execute("CREATE TABLE lines (id serial PRIMARY KEY, word text)")
        connection.execute("CREATE INDEX ON lines USING gin (word gin_trgm_ops)")
        connection.execute("INSERT INTO lines (word) VALUES (%s)", [word])
    (home.files / UPLOAD).parent.mkdir(exist_ok=True)
    (home.files / UPLOAD).write_bytes(word.encode() * 1000)
    return dsn


def content(home):
    with psycopg.connect(host.embedded_dsn(home)) as connection:
        rows = connection.execute("SELECT word FROM lines ORDER BY id").fetchall()
    return [word for (word,) in rows], (home.files / UPLOAD).read_bytes().decode()[:2]


def databases(home):
    with psycopg.connect(host.admin_dsn(home)) as connection:
        return {
            name for (name,) in connection.execute("SELECT datname FROM pg_database WHERE NOT datistemplate")
        }


def nothing_left_over(home):
    names = {entry.name for entry in home.path.iterdir()}
    return databases(home) == {"postgres", "pumasi"} and not any(
        "before" in n or n.startswith(".") for n in names
    )


@pytest.fixture(scope="module")
def taken(shared_home, tmp_path_factory):
    """A backup of a filled home."""
    fill(shared_home)
    shared_home.secret()
    file = tmp_path_factory.mktemp("taken") / "backup.tar.gz"
    return file, host.backup(shared_home, file, about={"pumasi": "0.1.0"})


@pytest.fixture
def made(taken, tmp_path):
    """A copy of that backup to do with as one likes, and its manifest."""
    return Path(shutil.copy2(taken[0], tmp_path)), taken[1]


def test_a_backup_says_what_it_holds_and_is_closed_to_others(made):
    file, manifest = made
    assert host.inspect(file) == manifest
    assert manifest.about == {"pumasi": "0.1.0"}
    assert manifest.files == 1
    assert manifest.size > 6000
    assert int(manifest.postgresql.split(".")[0]) >= 15
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert not any("secret" in name for name in manifest.members)


def test_everything_comes_back_into_another_empty_home(made, other_home):
    file, _ = made
    asked = []
    host.restore(other_home, file, after=lambda dsn: asked.append((dsn, databases(other_home))))
    assert content(other_home) == (["처음"], "처음")
    ((dsn, during),) = asked
    assert dsn != host.embedded_dsn(other_home)
    assert len(during) == 3  # it was called before the swap
    assert nothing_left_over(other_home)
    with psycopg.connect(host.embedded_dsn(other_home)) as connection:  # the site owns what it got back
        connection.execute("ALTER TABLE lines ADD COLUMN more int")
        connection.execute("INSERT INTO lines (word) VALUES ('둘째')")


def test_a_home_with_data_is_replaced_only_when_that_is_said(made, home):
    file, _ = made
    fill(home, "나중")
    (home.cache / "old.parquet").write_text("computed")
    with pytest.raises(host.HostRefusal, match="data here already") as refusal:
        host.restore(home, file)
    assert "이미 자료가 있습니다" in refusal.value.ko
    assert content(home) == (["나중"], "나중")
    host.restore(home, file, replace=True)
    assert content(home) == (["처음"], "처음")
    assert list(home.cache.iterdir()) == []
    assert nothing_left_over(home)


def test_what_fails_after_loading_leaves_the_old_data(made, home):
    file, _ = made
    fill(home, "나중")

    def fail(dsn):
        with psycopg.connect(dsn) as connection:
            connection.execute("DELETE FROM lines")
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        host.restore(home, file, replace=True, after=fail)
    assert content(home) == (["나중"], "나중")
    assert nothing_left_over(home)


def test_what_fails_during_the_swap_leaves_the_old_data(made, home, monkeypatch):
    file, _ = made
    fill(home, "나중")
    real = actions.swap._execute

    def fail(admin, statement, *names):
        real(admin, statement, *names)
        if "RENAME" in statement:
            raise psycopg.OperationalError("pulled the plug")

    monkeypatch.setattr(actions.swap, "_execute", fail)
    with pytest.raises(psycopg.OperationalError, match="plug"):
        host.restore(home, file, replace=True)
    monkeypatch.undo()
    assert content(home) == (["나중"], "나중")
    assert nothing_left_over(home)


def test_open_sessions_do_not_hold_up_a_restore(made, home):
    file, _ = made
    with psycopg.connect(fill(home, "나중")) as held:
        held.execute("SELECT * FROM lines")
        host.restore(home, file, replace=True)
        with pytest.raises(psycopg.OperationalError):
            held.execute("SELECT 1")
    assert content(home) == (["처음"], "처음")


def test_a_database_that_a_killed_restore_left_closed_is_opened_again(home):
    fill(home)
    with psycopg.connect(host.admin_dsn(home), autocommit=True) as admin:
        admin.execute("ALTER DATABASE pumasi ALLOW_CONNECTIONS false")
    host.ensure(home)
    assert content(home) == (["처음"], "처음")


@pytest.mark.parametrize("kept", [0.0, 0.3, 0.9, 0.999])
def test_a_backup_cut_short_is_refused_before_anything_is_touched(kept, made, empty_home):
    file, _ = made
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept)])
    with pytest.raises(host.HostRefusal, match="not a complete backup") as refusal:
        host.restore(empty_home, file, replace=True)
    assert "온전한 백업이 아닙니다" in refusal.value.ko
    assert not empty_home.database.exists()
    assert list(empty_home.files.iterdir()) == []


def repack(file, change):
    """Write the archive again with `change(name, bytes) -> list of (name, bytes)`, well-formed in itself."""
    with tarfile.open(file) as tar:
        members = [(entry.name, tar.extractfile(entry).read()) for entry in tar]
    with tarfile.open(file, "w:gz") as tar:
        for old in members:
            for name, data in change(*old):
                entry = tarfile.TarInfo(name)
                entry.size = len(data)
                tar.addfile(entry, io.BytesIO(data))


@pytest.mark.parametrize(
    "change",
    [
        lambda name, data: [] if name == MANIFEST else [(name, data)],
        lambda name, data: [] if name == DUMP else [(name, data)],
        lambda name, data: [(name, data[:-1] + b"?") if name == DUMP else (name, data)],
        lambda name, data: [("files/../../evil", b"x"), (name, data)],
        lambda name, data: [("/etc/evil", b"x"), (name, data)],
        lambda name, data: [(name, data), ("files/extra", b"x")] if name == MANIFEST else [(name, data)],
        lambda name, data: [(name, data.replace(b"pumasi-backup-1", b"pumasi-backup-9"))],
    ],
    ids=["no manifest", "no dump", "changed", "climbs out", "absolute", "after the end", "other format"],
)
def test_an_archive_that_was_tampered_with_is_refused(change, made):
    file, _ = made
    repack(file, change)
    with pytest.raises(host.HostRefusal, match="not a complete backup"):
        host.inspect(file)


def test_repacking_by_itself_changes_nothing(made):
    file, manifest = made
    repack(file, lambda name, data: [(name, data)])
    assert host.inspect(file) == manifest


def test_something_else_is_refused(tmp_path):
    (tmp_path / "else.gz").write_bytes(gzip.compress(b"hello" * 9999))
    with pytest.raises(host.HostRefusal, match="not a complete backup"):
        host.inspect(tmp_path / "else.gz")
    with pytest.raises(host.HostRefusal, match="no file"):
        host.inspect(tmp_path / "absent.gz")


def test_a_backup_that_breaks_off_never_has_the_final_name(made, home, monkeypatch):
    file, manifest = made
    host.ensure(home)

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(archive, "_add_bytes", full)
    with pytest.raises(host.HostRefusal, match="No space left") as refusal:
        host.backup(home, file)
    assert "여유 공간" in refusal.value.ko
    monkeypatch.undo()
    assert host.inspect(file) == manifest  # the earlier one is whole
    assert [entry.name for entry in file.parent.iterdir()] == [file.name]


def test_links_and_pipes_among_the_uploads_are_left_out(home, tmp_path):
    fill(home)
    (home.files / "link").symlink_to("/etc/passwd")
    os.mkfifo(home.files / "pipe")
    assert host.backup(home, tmp_path / "b.tar.gz").files == 1


@pytest.fixture
def external(other_home):
    """The address of a server that is not the home's own, with one table of its own."""
    return fill(other_home, "바깥") + "&application_name=external"


def test_a_database_of_somebody_else_is_loaded_in_one_transaction(made, empty_home, external, other_home):
    file, _ = made
    asked = []
    with pytest.raises(host.HostRefusal, match="data here already"):
        host.restore(empty_home, file, dsn=external)
    host.restore(empty_home, file, dsn=external, replace=True, after=asked.append)
    assert asked == [external]
    assert (empty_home.files / UPLOAD).exists()
    assert not empty_home.database.exists()
    assert content(other_home)[0] == ["처음"]


def test_a_failed_load_there_changes_nothing(made, empty_home, external, other_home):
    file, _ = made
    with psycopg.connect(host.embedded_dsn(other_home)) as connection:
        connection.execute("CREATE TABLE newer (line int REFERENCES lines)")  # stands in the way of the drop
    with pytest.raises(host.HostRefusal, match="Nothing was changed"):
        host.restore(empty_home, file, dsn=external, replace=True)
    assert content(other_home)[0] == ["바깥"]
    assert list(empty_home.files.iterdir()) == []


def test_a_backup_of_somebody_elses_database_works_too(empty_home, external, other_home, tmp_path):
    host.backup(empty_home, tmp_path / "b.tar.gz", dsn=external)
    fill(other_home, "나중")
    host.restore(other_home, tmp_path / "b.tar.gz", dsn=external, replace=True)
    with psycopg.connect(external) as connection:
        assert connection.execute("SELECT word FROM lines").fetchall() == [("바깥",)]


def test_an_extension_only_the_superuser_may_make_comes_back(home, tmp_path):
    fill(home)
    with psycopg.connect(host.admin_dsn(home, "pumasi")) as admin:
        admin.execute("CREATE EXTENSION pg_buffercache")
    host.backup(home, tmp_path / "b.tar.gz")
    host.restore(home, tmp_path / "b.tar.gz", replace=True)
    with psycopg.connect(host.embedded_dsn(home)) as connection:
        assert connection.execute("SELECT 1 FROM pg_extension WHERE extname = 'pg_buffercache'").fetchone()


def test_no_password_stands_in_the_words_of_a_command(monkeypatch, tmp_path):
    seen = []

    def run(words, *, env, **_):
        seen.append((words, env))
        return subprocess.CompletedProcess(words, 0, "", "")

    binaries = actions.choose()
    monkeypatch.setattr(tools.subprocess, "run", run)
    monkeypatch.setenv("PGUSER", "somebody")
    tools.dump(
        binaries, dsn="postgresql://me:s3cret@db.example:5433/base?sslmode=require", target=tmp_path / "x"
    )
    ((words, env),) = seen
    assert "s3cret" not in " ".join(words)
    assert (env["PGPASSWORD"], env["PGUSER"], env["PGHOST"], env["PGPORT"]) == (
        "s3cret",
        "me",
        "db.example",
        "5433",
    )
    assert (env["PGDATABASE"], env["PGSSLMODE"]) == ("base", "require")
