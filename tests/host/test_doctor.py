"""The doctor: each finding right about a machine in order and about one that is not, in both languages."""

import re
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from pumasi.host import api as host
from pumasi.host.database.account import database_account
from pumasi.host.database.server import DatabaseStatus
from pumasi.host.doctor import base, machine, place
from pumasi.host.doctor import port as ports
from pumasi.host.lock import locked

GIGABYTE = machine.GIGABYTE
NOW = datetime(2026, 6, 1, tzinfo=UTC)


def by_key(findings):
    assert len({each.key for each in findings}) == len(findings)
    return {each.key: each for each in findings}


def test_a_home_in_order_has_nothing_worse_than_a_note(shared_home):
    findings = host.doctor(shared_home)
    assert [each for each in findings if not each.ok and each.severity != "note"] == []
    assert "runs (PostgreSQL" in by_key(findings)["database"].what_en


def test_looking_changes_nothing(tmp_path):
    before = host.Home(tmp_path / "home")
    host.doctor(before, port=1)
    assert not before.path.exists()


def test_every_finding_speaks_both_languages(shared_home, empty_home, monkeypatch):
    monkeypatch.setattr(machine.ctypes.util, "find_library", lambda _: None)
    findings = [*host.doctor(shared_home, port=9), *host.doctor(empty_home), *_in_trouble(shared_home)]
    for each in findings:
        assert re.search("[가-힣]", each.what_ko), each
        assert not re.search("[가-힣]", each.what_en), each
        assert bool(each.remedy_en) == bool(each.remedy_ko), each
        assert each.severity in {"note", "warning", "error"}


def _in_trouble(home):
    stopped = DatabaseStatus("stopped", None, home.data, home.database_logs)
    found = [
        machine.disk(1, folder=home.path),
        machine.memory(1),
        machine.clock(datetime(1970, 1, 1, tzinfo=UTC), newest_file=None),
        machine.letters("C"),
        machine.pango(lambda _: None),
        machine.chromium(lambda _: None),
        base.answering(stopped, "FATAL:  no"),
        base.answering(DatabaseStatus("starting", None, home.data, home.database_logs), ""),
        ports.port(80, free=False, holders=[1], ours=[], names=["other 1"]),
    ]
    assert not any(each.ok for each in found)
    assert all(each.remedy_en for each in found)
    return found


@pytest.mark.parametrize(("free", "severity"), [(0.5, "error"), (3, "warning"), (50, None)])
def test_disk(free, severity):
    found = machine.disk(int(free * GIGABYTE), folder=Path("/x"))
    assert (None if found.ok else found.severity) == severity


def test_memory_is_read_from_the_kernels_table():
    table = "MemTotal:       99 kB\nMemAvailable:   2097152 kB\n"
    assert machine.available_memory(table) == 2 * GIGABYTE
    assert machine.memory(machine.available_memory(table)).ok
    assert machine.memory(machine.available_memory("")).ok
    assert not machine.memory(GIGABYTE // 2).ok


@pytest.mark.parametrize(
    ("now", "newest", "ok"),
    [
        (NOW, None, True),
        (NOW, NOW, True),
        (NOW, NOW + timedelta(days=3), False),
        (datetime(2001, 1, 1, tzinfo=UTC), None, False),
    ],
)
def test_clock(now, newest, ok):
    assert machine.clock(now, newest_file=newest).ok is ok


def test_a_port_is_free_ours_or_somebody_elses(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        number = taken.getsockname()[1]
        taken.listen()
        assert not ports.is_free(number)
        found = ports.port(number, free=False, holders=[5], ours=[5, 6], names=["web 5"])
        assert found.ok
        found = ports.port(number, free=False, holders=[5, 9], ours=[5, 6], names=["web 5", "nginx 9"])
        assert not found.ok
        assert "nginx 9" in found.what_ko
    assert by_key(host.doctor(host.Home(tmp_path), port=number, environ={"DATABASE_URL": "x"}))["port"].ok


def test_listening_sockets_are_read_from_the_kernels_table():
    table = (
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4242 1\n"
        "   1: 0100007F:1F90 0100007F:9999 01 00000000:00000000 00:00000000 00000000  1000        0 4343 1\n"
    )
    assert ports.listening_inodes(table, 8080) == ["4242"]
    assert ports.listening_inodes(table, 81) == []


def test_what_others_can_read_is_named(home):
    assert place.private(home).ok
    home.secret()
    home.secret_file.chmod(0o644)
    found = place.private(home)
    assert not found.ok
    assert str(home.secret_file) in found.remedy_ko


def test_an_interrupted_restore_is_noticed(home):
    (home.path / "files.before-0011").mkdir()
    found = by_key(host.doctor(home))["leftovers"]
    assert not found.ok
    assert "files.before-0011" in found.what_en


def test_a_pid_file_left_behind_is_a_note(home):
    account = database_account(home)
    assert base.stale(home, account).ok
    (home.data / "postmaster.pid").write_text("1\n")
    found = by_key(host.doctor(home))["database-pid-file"]
    assert (found.ok, found.severity) == (False, "note")


def test_who_holds_the_start_lock_is_named(home, start):
    assert by_key(host.doctor(home))["database-lock"].ok
    code = """
        import sys, time
        from pathlib import Path
        from pumasi.host.lock import locked
        with locked(Path(sys.argv[1])):
            print("held", flush=True)
            time.sleep(60)
    """
    holder = start(code, home.run / "database.lock")
    assert holder.stdout.readline() == "held\n"
    assert str(holder.pid) in by_key(host.doctor(home))["database-lock"].what_en
    with (
        pytest.raises(host.HostRefusal, match=f"kill {holder.pid}"),
        locked(home.run / "database.lock", wait=0.1),
    ):
        pass
    holder.kill()
    holder.wait()
    with locked(home.run / "database.lock", wait=5):  # the kernel let go of it
        pass


def test_a_database_url_that_does_not_answer_is_a_finding_and_stops_no_other(home):
    found = by_key(host.doctor(home, environ={"DATABASE_URL": "postgresql://me:s3cret@127.0.0.1:1/x"}))
    assert (found["database"].ok, found["database"].severity) == (False, "error")
    assert "s3cret" not in found["database"].what_en + found["database"].what_ko
    assert "chromium" in found


def test_no_postgresql_is_a_finding(home, tmp_path):
    found = by_key(host.doctor(home, environ={"PUMASI_PG_BIN": str(tmp_path)}))
    assert not found["database-programmes"].ok
    assert "PUMASI_PG_BIN" in found["database-programmes"].what_ko
