"""The embedded database: starts once, belongs to one user, comes back after being killed, stops without a trace."""

import os
import signal
import subprocess
import time
from pathlib import Path

import psycopg
import pytest

from pumasi.host import api as host
from pumasi.host.database.account import database_account
from pumasi.host.database.folders import prepare_folders
from pumasi.host.database.occupants import occupants, postmaster

pytestmark = pytest.mark.usefixtures("_bare_environment")

ENSURE = """
    import sys
    from pathlib import Path
    import psycopg
    from pumasi.host.database import server
    from pumasi.host.home import Home
    dsn = server.ensure(Home(Path(sys.argv[1])))
    with psycopg.connect(dsn) as connection:
        print(dsn, connection.execute("SELECT pg_postmaster_start_time()").fetchone()[0], flush=True)
"""
# argv: home and how many. Forked, so that all are ready at the same moment.
RACE = """
    import os, sys
    from pathlib import Path
    import psycopg
    from pumasi.host.database import server
    from pumasi.host.home import Home
    gate, opener = os.pipe()
    runners = []
    for _ in range(int(sys.argv[2])):
        runner = os.fork()
        if not runner:
            os.close(opener)
            os.read(gate, 1)
            try:
                with psycopg.connect(server.ensure(Home(Path(sys.argv[1])))) as connection:
                    print(connection.execute("SELECT pg_postmaster_start_time()").fetchone()[0], flush=True)
            except BaseException:
                os._exit(1)
            os._exit(0)
        runners.append(runner)
    os.close(opener)
    while runners:
        runner, status = os.wait()
        runners.remove(runner)
        if status:  # one failure tells enough
            for other in runners:
                os.kill(other, 9)
            sys.exit(1)
"""
WAIT = """
    import time
    time.sleep(60)
"""


def inside(home):
    return occupants(home, account=database_account(home))


def ask(dsn, question):
    with psycopg.connect(dsn, autocommit=True) as connection:
        return connection.execute(question).fetchone()[0]


def test_the_first_start_gives_a_database_that_is_fit_for_both_languages(shared_home):
    dsn = host.ensure(shared_home)
    assert ask(dsn, "SELECT current_user || ' ' || current_database()") == "pumasi pumasi"
    assert ask(dsn, "SHOW server_encoding") == "UTF8"
    assert ask(dsn, "SELECT lower('ÄÖ가')") == "äö가"
    assert ask(dsn, "SELECT array_agg(x ORDER BY x) FROM unnest('{나,가,b,A}'::text[]) x") == [
        "A",
        "b",
        "가",
        "나",
    ]
    with psycopg.connect(dsn) as connection:
        for name in ("btree_gist", "pg_trgm", "unaccent", "citext"):
            connection.execute(f"CREATE EXTENSION {name}")
        assert connection.execute("SELECT similarity('판교테크노밸리', '판교 테크노밸리') > 0.4").fetchone()[
            0
        ]
        connection.rollback()


def test_the_site_is_no_superuser_and_the_server_hears_no_network(shared_home):
    dsn = host.ensure(shared_home)
    assert ask(dsn, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user") is False
    assert ask(dsn, "SHOW listen_addresses") == ""
    assert ask(dsn, "SHOW fsync") == "on"
    assert "password" not in dsn
    assert ask(host.admin_dsn(shared_home), "SELECT rolsuper FROM pg_roles WHERE rolname = current_user")


def test_status_tells_absent_stopped_and_running_apart(home, empty_home):
    assert host.status(empty_home).state == "absent"
    assert host.stop(empty_home) is False
    assert host.status(home).state == "stopped"
    host.ensure(home)
    now = host.status(home)
    assert now.state == "running"
    assert int(now.version.split(".")[0]) >= 15


def test_stop_leaves_no_process_and_no_socket(home):
    dsn = host.ensure(home)
    held = psycopg.connect(dsn)  # an open session must not keep it up
    assert inside(home)
    assert host.stop(home) is True
    assert inside(home) == []
    assert not any(home.sockets.iterdir())
    assert host.stop(home) is False
    held.close()


def race(home, start, runners):
    """Let processes call ensure at the same moment; says whether one failed, and when each one's server began."""
    process = start(RACE, home.path, runners)
    said, _ = process.communicate(timeout=90)
    return process.returncode, said.splitlines()


def test_eight_starters_at_once_make_one_server_even_on_the_very_first_start(empty_home, start):
    failed, began = race(empty_home, start, 8)
    assert not failed
    assert len(began) == 8
    assert len(set(began)) == 1


def test_it_comes_back_after_kill_nine_with_its_data(home):
    dsn = host.ensure(home)
    with psycopg.connect(dsn) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    held = psycopg.connect(dsn)  # a session that outlives its server for a moment
    killed = postmaster(home, account=database_account(home))
    os.kill(killed, signal.SIGKILL)
    assert ask(host.ensure(home), "SELECT n FROM kept") == 7
    assert postmaster(home, account=database_account(home)) != killed
    held.close()


def test_a_session_that_does_not_notice_the_death_of_its_server_is_ended(home, start):
    dsn = host.ensure(home)
    code = "import psycopg, sys; psycopg.connect(sys.argv[1]).execute('SELECT count(*) FROM generate_series(1, 1e10) n')"
    client = start(code, dsn)
    busy = "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%1e10%' AND state = 'active' AND pid <> pg_backend_pid()"
    deadline = time.monotonic() + 20
    while not ask(dsn, busy) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert ask(dsn, busy) == 1
    os.kill(postmaster(home, account=database_account(home)), signal.SIGKILL)
    assert ask(host.ensure(home), busy) == 0
    assert client.wait(10) == 1


def test_tend_notices_a_dead_server_and_says_so(home):
    host.ensure(home)
    assert host.tend(home) is None
    os.kill(postmaster(home, account=database_account(home)), signal.SIGKILL)
    notice = host.tend(home)
    assert "started again" in notice.en
    assert "다시 시작" in notice.text("ko")
    assert host.status(home).state == "running"


def test_a_pid_file_that_names_somebody_else_neither_stops_the_start_nor_them(home):
    account = database_account(home)
    words = {"user": account.uid, "group": account.gid} if account.drops else {}
    stranger = subprocess.Popen(["sleep", "60"], **words)
    try:
        (home.data / "postmaster.pid").write_text(f"{stranger.pid}\n{home.data}\n1\n5432\n\n\n")
        os.chown(home.data / "postmaster.pid", account.uid, account.gid)
        assert host.stop(home) is False
        assert stranger.poll() is None
        assert ask(host.ensure(home), "SELECT 1") == 1
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_zombie_is_not_a_running_server(home):
    account = database_account(home)
    words = {"user": account.uid, "group": account.gid} if account.drops else {}
    zombie = subprocess.Popen(["true"], **words)
    time.sleep(0.2)
    try:
        (home.data / "postmaster.pid").write_text(f"{zombie.pid}\n{home.data}\n1\n5432\n\n\n")
        os.chown(home.data / "postmaster.pid", account.uid, account.gid)
        assert ask(host.ensure(home), "SELECT 1") == 1
    finally:
        zombie.wait()


def test_ctrl_c_at_the_starter_does_not_reach_the_server(home, start):
    starter = start(ENSURE + WAIT, home.path, start_new_session=True)
    assert "postgresql://" in starter.stdout.readline()
    os.killpg(starter.pid, signal.SIGINT)
    starter.wait(10)
    os.kill(postmaster(home, account=database_account(home)), 0)
    assert host.status(home).state == "running"


def test_two_homes_side_by_side_do_not_meet(home, other_home):
    one, two = host.ensure(home), host.ensure(other_home)
    with psycopg.connect(one) as connection:
        connection.execute("CREATE TABLE only_here ()")
    assert ask(two, "SELECT to_regclass('only_here') IS NULL")
    host.stop(home)
    assert ask(two, "SELECT 1") == 1


def test_a_deep_home_works_through_its_short_socket(home):
    deep = host.Home(home.path / ("깊은" * 15) / ("d" * 60))
    for folder in (deep.path.parent, deep.path):
        folder.mkdir(mode=0o711)
    try:
        assert deep.sockets.parent == Path("/tmp")
        assert ask(host.ensure(deep), "SELECT 1") == 1
        assert deep.sockets.stat().st_mode & 0o077 == 0
    finally:
        assert host.stop(deep) is True
        deep.sockets.rmdir()


def test_a_server_that_cannot_start_says_why(home):
    (home.data / "local.conf").write_text("shared_buffers = 'a lot'\n")
    with pytest.raises(host.HostRefusal, match="shared_buffers") as refusal:
        host.ensure(home)
    assert "doctor" in refusal.value.ko
    found = {finding.key: finding for finding in host.doctor(home)}
    assert not found["database"].ok
    assert "shared_buffers" in found["database"].what_ko


def test_what_an_interrupted_first_start_left_is_not_taken_for_data(empty_home):
    prepare_folders(empty_home, account=database_account(empty_home))
    account = database_account(empty_home)
    account.run(["mkdir", empty_home.database / "data.new-dead"])
    account.write(empty_home.database / "data.new-dead" / "PG_VERSION", "18\n")
    assert ask(host.ensure(empty_home), "SELECT 1") == 1
    assert not list(empty_home.database.glob("data.new-*"))


def test_database_url_is_handed_back_untouched(shared_home, empty_home):
    url = host.ensure(shared_home) + "&application_name=elsewhere"
    assert host.ensure(empty_home, environ={"DATABASE_URL": url}) == url
    assert not empty_home.database.exists()


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://me:s3cret@127.0.0.1:1/x",
        "host=127.0.0.1 port=1 user=me password='s3cret'",
        "postgresql://me:s3cret@127.0.0.1:1/x?nonsense=1",
    ],
)
def test_a_database_url_that_does_not_answer_is_refused_without_its_password(url, home):
    with pytest.raises(host.HostRefusal, match="DATABASE_URL") as refusal:
        host.ensure(home, environ={"DATABASE_URL": url})
    assert "s3cret" not in refusal.value.en + refusal.value.ko
    assert "***" in refusal.value.ko
    assert refusal.value.__cause__ is None


@pytest.mark.parametrize(
    ("dsn", "shown"),
    [
        ("postgresql://a:b@h/d", "postgresql://a:***@h/d"),
        ("postgresql://a@h/d", "postgresql://a@h/d"),
        ("postgresql://a@h/d?password=b&x=1", "postgresql://a@h/d?password=***&x=1"),
        ("host=h password=b user=a", "host=h password=*** user=a"),
        ("postgresql://a:b%40c@h:5/d", "postgresql://a:***@h:5/d"),
    ],
)
def test_passwords_are_masked_in_both_spellings(dsn, shown):
    assert host.masked(dsn) == shown
