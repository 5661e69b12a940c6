"""The note in the home that says which processes are running, for `up`, `down` and the doctor."""

import json
import os
from dataclasses import asdict, dataclass

from pumasi.host.home import Home
from pumasi.host.processes.identity import Identity, alive


@dataclass(frozen=True)
class RunningChild:
    """A programme under the supervisor."""

    name: str
    process: Identity

    @property
    def pid(self) -> int:
        """Its process number."""
        return self.process.pid


@dataclass(frozen=True)
class Running:
    """A supervisor and its programmes. `since` is ISO 8601 in UTC; `ready` when all have answered."""

    supervisor: Identity
    since: str
    ready: bool
    children: tuple[RunningChild, ...]

    @property
    def pid(self) -> int:
        """The supervisor's process number."""
        return self.supervisor.pid


def write(home: Home, state: Running) -> None:
    """Write the note, whole or not at all."""
    draft = home.state_file.with_suffix(".draft")
    draft.write_text(json.dumps(asdict(state)), "utf-8")
    draft.replace(home.state_file)


def read(home: Home) -> Running | None:
    """Read the note, whether or not its processes still live; None when there is none."""
    try:
        raw = json.loads(home.state_file.read_text("utf-8"))
        children = tuple(RunningChild(each["name"], Identity(**each["process"])) for each in raw["children"])
        return Running(Identity(**raw["supervisor"]), raw["since"], raw["ready"], children)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def running(home: Home) -> Running | None:
    """Say what is running in this home, or None when its supervisor does not live."""
    state = read(home)
    return state if state and alive(state.supervisor) else None


def forget(home: Home) -> None:
    """Remove the note if it is this process's own."""
    state = read(home)
    if state and state.pid == os.getpid():
        home.state_file.unlink(missing_ok=True)
