"""Processor time of the web processes, the database and the clients: what a request costs, however busy the machine is."""

import os
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Spent:
    """Seconds of processor time by who spent them."""

    seconds: dict[str, float] = field(default_factory=dict)

    def each(self, count: int) -> str:
        """In milliseconds for each of `count` requests, and how many a second two free processors would do at that."""
        told = ", ".join(f"{name} {1000 * spent / count:.1f}" for name, spent in self.seconds.items())
        total = sum(self.seconds.values()) / count
        return f"processor ms each: {told}; {2 / total:,.0f}/s would fill two processors"


def _processes() -> dict[int, tuple[int, str, float]]:
    """Parent, name and seconds of every process; children that have ended count with their parent."""
    found = {}
    for place in Path("/proc").glob("[0-9]*"):
        try:
            name, _, rest = (place / "stat").read_text().partition("(")[2].rpartition(")")
            words = rest.split()
        except OSError:
            continue
        found[int(place.name)] = (int(words[1]), name, sum(map(int, words[11:15])) / TICKS)
    return found


def _below(all_processes: dict[int, tuple[int, str, float]], top: int) -> float:
    children = defaultdict(list)
    for pid, (parent, _, _) in all_processes.items():
        children[parent].append(pid)
    total, waiting = 0.0, [top]
    while waiting:
        pid = waiting.pop()
        total += all_processes[pid][2] if pid in all_processes else 0.0
        waiting += children[pid]
    return total


@contextmanager
def spent(database: Path, web: int) -> Iterator[Spent]:
    """Measure the block: the server whose data lies in `database`, the process `web` with its children, and this process."""
    server = int((database / "postmaster.pid").read_text().split()[0])
    told = Spent()
    before, mine = _processes(), sum(os.times()[:2])
    yield told
    after = _processes()
    told.seconds = {
        "web": _below(after, web) - _below(before, web),
        "database": _below(after, server) - _below(before, server),
        "clients": sum(os.times()[:2]) - mine,
    }
