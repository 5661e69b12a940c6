"""`serve`: runs the site's programmes in the foreground until Ctrl-C, and starts again what dies."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from types import FrameType

from pumasi.host.home import Home
from pumasi.host.lock import locked
from pumasi.host.processes import state
from pumasi.host.processes.child import Backoff, Child, Watched
from pumasi.host.processes.identity import Identity, end, identify
from pumasi.host.refusal import HostRefusal, Notice

Say = Callable[[Notice], None]
Tend = Callable[[], Notice | None]

PAUSE = 0.1
# Seconds after which whoever stopped us is told what we wait for.
SILENCE = 1.0
TEND_EVERY = 5.0


def print_english(notice: Notice) -> None:
    """Tell the operator on standard error."""
    print(notice.en, file=sys.stderr, flush=True)


def serve(
    home: Home,
    children: Sequence[Child],
    *,
    say: Say = print_english,
    on_ready: Callable[[], None] | None = None,
    tend: Tend | None = None,
    grace: float = 10.0,
    backoff: Backoff | None = None,
) -> int:
    """Run `children` until SIGINT, SIGTERM or SIGHUP; then end them (TERM, `grace` seconds, KILL).

    They are started in their order, each when those before it answer. Call it from the main thread. `on_ready` is
    called once, when all have answered for the first time; `tend` every few seconds, for what lies under the
    children (the database). Gives 0 after a signal, 1 when a child dies again and again without ever having worked.
    A second serve in the same home is a HostRefusal.
    """
    home.prepare()
    with locked(home.run / "serve.lock", wait=0, busy=_already_running):
        _end_leftovers(home)
        keeper = _Supervisor(home, children, say=say, tend=tend, backoff=backoff or Backoff())
        with _signals(keeper.stop_asked):
            try:
                return keeper.watch(on_ready)
            finally:
                keeper.end_all(grace)
                state.forget(home)


class _Supervisor:
    """The loop around the children; polls, because ten looks a second cost nothing one could measure."""

    def __init__(
        self, home: Home, children: Sequence[Child], *, say: Say, tend: Tend | None, backoff: Backoff
    ) -> None:
        self._home = home
        self._say = say
        self._tend = tend
        self._tend_at = time.monotonic() + TEND_EVERY
        # The children must work in this very home, however it was named to us.
        env = {**os.environ, "PUMASI_HOME": str(home.path)}
        self._watched = [Watched(child, backoff=backoff, env=env) for child in children]
        self._since = datetime.now(UTC).isoformat(timespec="seconds")
        self._was_ready = False
        self._asked = 0

    def stop_asked(self, _sign: int, _frame: FrameType | None) -> None:
        """Note a signal; the loop acts on it."""
        self._asked += 1

    def watch(self, on_ready: Callable[[], None] | None) -> int:
        """Loop until asked to stop (0) or until a child proves hopeless (1)."""
        while not self._asked:
            if any(self._hopeless(each) for each in self._watched):
                return 1
            changed = [each.start_if_due() for each in self._in_turn()]
            if any(changed):
                self._note()
            self._look(on_ready)
            self._tend_if_due()
            time.sleep(PAUSE)
        return 0

    def end_all(self, grace: float) -> None:
        """End every child; a second signal meanwhile means at once."""
        patience, begun, told = self._asked, time.monotonic(), False
        for each in self._watched:
            each.signal(signal.SIGTERM)
        while not all(each.gone() for each in self._watched):
            waited = time.monotonic() - begun
            if waited > SILENCE and not told:
                self._say(_waiting(grace))
                told = True
            if waited > grace or self._asked > patience + 1:
                for each in self._watched:
                    each.signal(signal.SIGKILL)
            time.sleep(0.02)

    def _in_turn(self) -> Iterator[Watched]:
        """Until all have answered once, each waits for those before it: started together they would only slow each other."""
        for each in self._watched:
            yield each
            if not (each.ready or self._was_ready):
                return

    def _hopeless(self, each: Watched) -> bool:
        code = each.died()
        if code is None:
            return False
        self._note()
        self._say(_gave_up(each.child.name, code) if each.hopeless() else _again(each, code))
        return each.hopeless()

    def _look(self, on_ready: Callable[[], None] | None) -> None:
        for each in self._watched:
            each.look()
        if self._was_ready or not all(each.ready for each in self._watched):
            return
        self._was_ready = True
        self._note()
        if on_ready:
            on_ready()

    def _tend_if_due(self) -> None:
        if self._tend is None or time.monotonic() < self._tend_at:
            return
        try:
            notice = self._tend()
        except HostRefusal as refusal:
            notice = Notice(refusal.en, refusal.ko)  # the site may still serve; trying again is cheap
        if notice:
            self._say(notice)
        self._tend_at = time.monotonic() + TEND_EVERY

    def _note(self) -> None:
        children = [
            state.RunningChild(each.child.name, each.identity) for each in self._watched if each.identity
        ]
        own = identify(os.getpid()) or Identity(os.getpid(), "")
        state.write(self._home, state.Running(own, self._since, self._was_ready, tuple(children)))


@contextmanager
def _signals(handler: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Let `handler` have the stop signals for a while."""
    wanted = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
    before = {sign: signal.signal(sign, handler) for sign in wanted}
    try:
        yield
    finally:
        for sign, old in before.items():
            signal.signal(sign, old)


def _end_leftovers(home: Home) -> None:
    """End children of a supervisor that was killed and that did not hear its end (hung, or not on Linux)."""
    past = state.read(home)
    if past:
        end([child.process for child in past.children], grace=3.0, groups=True)


def _already_running(pid: str) -> HostRefusal:
    return HostRefusal(
        en=f"Pumasi is already running here (process {pid}). End it with `pumasi down`, or set another "
        "PUMASI_HOME for a second installation.",
        ko=f"이미 실행 중입니다(프로세스 {pid}). `pumasi down`으로 종료하거나, 별도로 설치하려면 다른 "
        "PUMASI_HOME을 지정해 주십시오.",
    )


def _waiting(grace: float) -> Notice:
    return Notice(
        en=f"Stopping. What is running has {grace:.0f} s to finish; pressing Ctrl-C twice ends it at once.",
        ko=f"종료하고 있습니다. 실행 중인 작업을 최대 {grace:.0f}초 동안 기다립니다. Ctrl-C를 두 번 누르면 바로 종료합니다.",
    )


def _again(each: Watched, code: int) -> Notice:
    name, wait = each.child.name, each.seconds_to_start()
    return Notice(
        en=f"{name} ended unexpectedly ({_how(code)}); starting it again in {wait:.1f} s.",
        ko=f"{name} 프로세스가 예기치 않게 종료되어({_how(code)}) {wait:.1f}초 뒤 다시 시작합니다.",
    )


def _gave_up(name: str, code: int) -> Notice:
    return Notice(
        en=f"{name} does not start ({_how(code)}). See what it wrote above, or run `pumasi doctor`.",
        ko=f"{name} 프로세스를 시작할 수 없습니다({_how(code)}). 위에 출력된 내용을 확인하거나 "
        "`pumasi doctor`로 점검해 주십시오.",
    )


def _how(code: int) -> str:
    return signal.Signals(-code).name if code < 0 else f"exit {code}"
