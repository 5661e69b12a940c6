"""The folder of an installation: where it is, how deep it may lie, who may look inside."""

import os
import stat
from pathlib import Path

import pytest

from pumasi.host import api as host
from pumasi.host import home as home_module
from pumasi.host.home import SOCKET_NAME, SOCKET_PATH_LIMIT


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_pumasi_home_names_the_folder(tmp_path):
    assert host.Home.from_environment({"PUMASI_HOME": str(tmp_path)}).path == tmp_path.resolve()


def test_root_does_not_put_the_database_where_its_user_cannot_go(monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    assert host.Home.from_environment({}).path == Path("/var/lib/pumasi")


def test_an_ordinary_user_gets_a_folder_of_their_own(monkeypatch, tmp_path):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert host.Home.from_environment({}).path == (tmp_path / ".local/share/pumasi").resolve()


def test_a_user_without_home_is_told_what_to_set(monkeypatch):
    def nowhere() -> Path:
        raise RuntimeError

    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(home_module.Path, "home", nowhere)
    with pytest.raises(host.HostRefusal, match="PUMASI_HOME") as refusal:
        host.Home.from_environment({})
    assert "PUMASI_HOME" in refusal.value.text("ko")
    assert refusal.value.text("ko") != refusal.value.text("en")


def test_looking_at_a_home_touches_nothing(tmp_path):
    found = host.Home(tmp_path / "new")
    assert found.data.name == "data"
    assert not found.path.exists()


@pytest.mark.parametrize("depth", [1, 60, 62, 63, 64, 90, 200])
def test_the_socket_stays_within_what_the_system_allows(depth):
    found = host.Home(Path("/srv") / ("d" * depth))
    assert len(os.fsencode(found.sockets / SOCKET_NAME)) <= SOCKET_PATH_LIMIT


def test_korean_folders_are_counted_in_bytes():
    found = host.Home(Path("/srv") / ("가" * 40))
    assert len(os.fsencode(found.sockets / SOCKET_NAME)) <= SOCKET_PATH_LIMIT
    assert not found.sockets.is_relative_to(found.path)


def test_two_deep_homes_never_share_a_socket():
    one, two = (host.Home(Path("/srv") / ("d" * 200) / name) for name in ("one", "two"))
    assert one.sockets != two.sockets


def test_a_link_to_a_home_is_that_home(tmp_path):
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert host.Home(tmp_path / "link") == host.Home(tmp_path / "real")


def test_folders_are_closed_to_others_whatever_the_umask(tmp_path):
    before = os.umask(0)
    try:
        found = host.Home(tmp_path / "home").prepare().prepare()
    finally:
        os.umask(before)
    assert [mode(folder) for folder in (found.files, found.cache, found.run)] == [0o700] * 3
    assert mode(found.path) & 0o066 == 0


def test_eight_processes_at_once_get_one_secret(start, tmp_path):
    code = """
        import sys
        from pathlib import Path
        from pumasi.host.home import Home
        sys.stdin.readline()
        print(Home(Path(sys.argv[1])).secret())
    """
    processes = [start(code, tmp_path / "home", stdin=-1) for _ in range(8)]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    said = [process.communicate(timeout=30)[0] for process in processes]
    assert len(said[0].strip()) > 60
    assert set(said) == {said[0]}
    found = host.Home(tmp_path / "home")
    assert mode(found.secret_file) == 0o600
    assert found.secret() == said[0].strip()
    assert not list(found.path.glob("secret-key.*"))


def test_a_home_that_cannot_be_made_is_refused(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(host.HostRefusal, match="PUMASI_HOME"):
        host.Home(tmp_path / "file" / "home").prepare()
