"""The supervisor: starts, watches, starts again, ends cleanly, and never touches what is not its own."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path

import pytest

from pumasi.host import api as host
from pumasi.host.processes import state
from pumasi.host.processes.identity import Identity, alive, identify

LINUX = sys.platform == "linux"

# argv: home, then the children as JSON, then options of serve as JSON.
SUPERVISOR = """
    import json, sys
    from pathlib import Path
    from pumasi.host.home import Home
    from pumasi.host.processes.child import Backoff, Child
    from pumasi.host.processes.supervisor import serve
    children = [Child(**each) for each in json.loads(sys.argv[2])]
    options = json.loads(sys.argv[3])
    options["backoff"] = Backoff(**options.pop("backoff", {}))
    say = lambda notice: print(notice.en, flush=True)
    sys.exit(serve(Home(Path(sys.argv[1])), children, say=say, on_ready=lambda: print("ready", flush=True), **options))
"""
SLEEPER = "import time; time.sleep(60)"
# Starts a process of its own, as a web server starts its workers, and writes both numbers down.
FAMILY = """
import os, pathlib, subprocess, sys, time
child = subprocess.Popen(["sleep", "60"])
pathlib.Path(sys.argv[1]).write_text(f"{os.getpid()} {child.pid}")
time.sleep(60)
"""
STUBBORN = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); time.sleep(60)"


@pytest.fixture
def place(tmp_path):
    return host.Home(tmp_path / "home").prepare()


@pytest.fixture
def supervise(start, place):
    """Run serve in a process of its own with these children."""
    yield lambda *children, **options: start(
        SUPERVISOR, place.path, json.dumps(children), json.dumps(options), start_new_session=True
    )
    host.down(place, database=False)


def child(name, code, *words, **more):
    return {"name": name, "argv": [sys.executable, "-S", "-c", code, *map(str, words)], **more}


def eventually(check, seconds=10.0):
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if found := check():
            return found
        time.sleep(0.03)
    return check()


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_everything_and_is_no_failure(sign, supervise, place, tmp_path):
    keeper = supervise(child("web", FAMILY, tmp_path / "web"), child("worker", FAMILY, tmp_path / "worker"))
    assert keeper.stdout.readline() == "ready\n"
    assert eventually(lambda: (tmp_path / "web").exists() and (tmp_path / "worker").exists())
    pids = [int(pid) for name in ("web", "worker") for pid in eventually((tmp_path / name).read_text).split()]
    assert len(pids) == 4
    assert [each.name for each in host.running(place).children] == ["web", "worker"]
    os.killpg(keeper.pid, sign)
    assert keeper.wait(10) == 0
    assert eventually(lambda: not [pid for pid in pids if identify(pid)])
    assert host.running(place) is None
    assert not place.state_file.exists()


def test_who_dies_is_started_again_and_it_is_said(supervise, place):
    keeper = supervise(child("worker", SLEEPER), backoff={"first": 0.1})
    assert keeper.stdout.readline() == "ready\n"
    first = host.running(place).children[0].pid
    os.kill(first, signal.SIGKILL)
    assert keeper.stdout.readline() == "worker ended unexpectedly (SIGKILL); starting it again in 0.1 s.\n"
    second = eventually(lambda: [each.pid for each in host.running(place).children if each.pid != first])
    assert identify(second[0])
    assert keeper.poll() is None


def test_what_a_dead_child_left_behind_goes_with_it(supervise, place, tmp_path):
    keeper = supervise(child("web", FAMILY, tmp_path / "web"), backoff={"first": 5})
    web, helper = map(
        int, eventually(lambda: (tmp_path / "web").exists() and (tmp_path / "web").read_text()).split()
    )
    os.kill(web, signal.SIGKILL)
    assert eventually(lambda: identify(helper) is None)
    assert keeper.poll() is None


def test_who_never_works_is_given_up_and_the_others_end_too(supervise, place, tmp_path):
    keeper = supervise(
        child("worker", FAMILY, tmp_path / "worker"), child("web", "raise SystemExit(3)"), backoff={"first": 0.05, "give_up": 3}
    )  # fmt: skip
    said = keeper.communicate(timeout=20)[0]
    assert keeper.returncode == 1
    assert said.count("starting it again") == 2
    assert "web does not start (exit 3)" in said
    for pid in (tmp_path / "worker").read_text().split():
        assert eventually(lambda pid=pid: identify(int(pid)) is None)


def test_the_next_is_started_when_those_before_it_answer(supervise, place, tmp_path):
    port = free_port()
    server = ["-m", "http.server", str(port), "--bind", "127.0.0.1"]
    slow = f"import os, sys, time; time.sleep(1); os.execv(sys.executable, [sys.executable, *{server!r}])"
    keeper = supervise(
        child("web", slow, ready_url=f"http://127.0.0.1:{port}/"),
        child("worker", FAMILY, tmp_path / "worker"),
    )
    assert eventually(lambda: host.running(place))
    assert [each.name for each in host.running(place).children] == ["web"]
    assert "ready\n" in iter(keeper.stdout.readline, "")
    assert [each.name for each in host.running(place).children] == ["web", "worker"]


def test_a_programme_that_is_not_there_is_given_up(supervise):
    keeper = supervise({"name": "web", "argv": ["no-such-programme"]}, backoff={"first": 0.05, "give_up": 2})
    assert "web does not start" in keeper.communicate(timeout=20)[0]
    assert keeper.returncode == 1


def test_who_does_not_hear_is_ended_by_force_after_the_grace(supervise, place):
    keeper = supervise(child("worker", STUBBORN), grace=0.5)
    assert sorted([keeper.stdout.readline(), keeper.stdout.readline()]) == ["deaf\n", "ready\n"]
    pid = host.running(place).children[0].pid
    begun = time.monotonic()
    keeper.send_signal(signal.SIGINT)
    assert keeper.wait(10) == 0
    assert 0.5 <= time.monotonic() - begun < 5
    assert identify(pid) is None


def test_ready_is_when_the_address_answers(supervise, place):
    port = free_port()
    server = ["-m", "http.server", str(port), "--bind", "127.0.0.1"]
    slow = f"import os, sys, time; time.sleep(0.8); os.execv(sys.executable, [sys.executable, *{server!r}])"
    keeper = supervise(child("web", slow, ready_url=f"http://127.0.0.1:{port}/"))
    assert eventually(lambda: host.running(place))
    assert host.running(place).ready is False
    assert "ready\n" in iter(keeper.stdout.readline, "")
    assert eventually(lambda: host.running(place).ready)
    findings = {each.key: each for each in host.doctor(place, port=port, environ={"DATABASE_URL": "x"})}
    assert findings["port"].ok is LINUX
    assert "web" in findings["processes"].what_en


def test_the_environment_of_a_child_is_added_to_ours_and_names_the_home(supervise, place, tmp_path):
    code = """
import os, pathlib, sys
told = [os.environ[name] for name in ("COLOUR", "PUMASI_HOME", "PATH")]
pathlib.Path(sys.argv[1]).write_text(chr(10).join(told))
os.execlp("sleep", "sleep", "60")
"""
    supervise(child("web", code, tmp_path / "said", env={"COLOUR": "blue"}))
    said = eventually(lambda: (tmp_path / "said").exists() and (tmp_path / "said").read_text())
    assert said.splitlines() == ["blue", str(place.path), os.environ["PATH"]]


@pytest.mark.skipif(not LINUX, reason="only Linux ends the children of a killed supervisor by itself")
def test_no_orphan_survives_a_killed_supervisor(supervise, place):
    keeper = supervise(child("web", SLEEPER), child("worker", SLEEPER))
    assert keeper.stdout.readline() == "ready\n"
    children = [each.process for each in host.running(place).children]
    keeper.kill()
    keeper.wait()
    assert eventually(lambda: not any(map(alive, children)))
    assert host.running(place) is None
    findings = {each.key: each for each in host.doctor(place, environ={"DATABASE_URL": "x"})}
    assert findings["processes"].severity == "note"


def test_one_home_has_one_supervisor(supervise, place):
    first = supervise(child("web", SLEEPER))
    assert first.stdout.readline() == "ready\n"
    with pytest.raises(host.HostRefusal, match=f"already running here \\(process {first.pid}\\)") as refusal:
        host.serve(place, [])
    assert "이미 실행 중" in refusal.value.ko


def test_what_lies_under_the_children_is_tended(supervise, place, start):
    code = SUPERVISOR.replace("**options)", "tend=lambda: Notice('mended', '복구'), **options)").replace(
        "from pumasi.host.home", "from pumasi.host.refusal import Notice\n    from pumasi.host.processes import supervisor\n    supervisor.TEND_EVERY = 0.2\n    from pumasi.host.home"
    )  # fmt: skip
    keeper = start(code, place.path, json.dumps([child("web", SLEEPER)]), "{}", start_new_session=True)
    assert sorted([keeper.stdout.readline(), keeper.stdout.readline()]) == ["mended\n", "ready\n"]


def background(place, *children):
    import textwrap

    return [sys.executable, "-c", textwrap.dedent(SUPERVISOR), str(place.path), json.dumps(children), "{}"]


def test_up_returns_when_ready_and_down_ends_it_all(home, start):
    host.ensure(home)
    argv = background(home, child("web", SLEEPER), child("worker", SLEEPER))
    there = host.up(home, argv)
    assert there.ready
    assert [each.name for each in there.children] == ["web", "worker"]
    assert os.getsid(there.pid) != os.getsid(0)
    assert host.up(home, argv) == there  # twice is once
    assert host.down(home) == ["web", "worker", "database"]
    assert not any(alive(each.process) for each in there.children)
    assert not alive(there.supervisor)
    assert host.status(home).state == "stopped"
    assert host.down(home) == []


def test_up_says_why_it_did_not_start(place):
    with pytest.raises(host.HostRefusal, match="the reason why"):
        host.up(place, [sys.executable, "-c", "raise SystemExit('the reason why')"])
    assert host.running(place) is None


def test_down_ends_this_home_and_no_other(place, tmp_path):
    other = host.Home(tmp_path / "other").prepare()
    here = host.up(place, background(place, child("web", SLEEPER)))
    there = host.up(other, background(other, child("web", SLEEPER)))
    try:
        host.down(place)
        assert not alive(here.supervisor)
        assert alive(there.supervisor)
        assert alive(there.children[0].process)
    finally:
        host.down(other)


def test_a_process_that_was_given_an_old_number_is_never_touched(place):
    stranger = subprocess.Popen(["sleep", "60"], start_new_session=True)
    try:
        past = Identity(stranger.pid, "long ago")
        note = state.Running(
            past, "2026-01-01T00:00:00+00:00", ready=True, children=(state.RunningChild("web", past),)
        )
        place.state_file.write_text(json.dumps(asdict(note)))
        assert host.running(place) is None
        assert host.down(place) == []
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_zombie_is_not_alive():
    process = subprocess.Popen(["sleep", "60"])
    known = identify(process.pid)
    assert alive(known)
    process.kill()
    assert eventually(lambda: not alive(known))
    process.wait()


@pytest.mark.parametrize("text", ["", "{", "[]", '{"supervisor": 1}'])
def test_a_note_that_cannot_be_read_is_no_note(text, place):
    place.state_file.write_text(text)
    assert host.running(place) is None
    assert host.down(place, database=False) == []


def test_serve_puts_the_signal_handlers_back(place):
    before = signal.getsignal(signal.SIGTERM)
    quits = host.Child("web", [sys.executable, "-S", "-c", "raise SystemExit(1)"])
    assert host.serve(place, [quits], say=lambda _: None, backoff=host.Backoff(first=0.01, give_up=1)) == 1
    assert signal.getsignal(signal.SIGTERM) is before
    assert Path(place.path).exists()
