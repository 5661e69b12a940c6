"""Which processes really work in a data directory; what the pid file says about it is not to be trusted.

After kill -9 the pid file stays, and its number may belong to a zombie or meanwhile to somebody else. But
each process of a PostgreSQL server has its data directory as its working directory, and a zombie has none.
"""

import os
import signal
import sys
import time
from contextlib import suppress

from pumasi.host.database.account import Account
from pumasi.host.home import SOCKET_NAME, Home

KNOWABLE = sys.platform == "linux"

# Asked as the database's user: root without CAP_SYS_PTRACE (the rule in containers) cannot see it.
_SCRIPT = """
for process in /proc/[0-9]*; do
  [ "$process/cwd" -ef "$1" ] && echo "${process#/proc/}"
done
exit 0
"""


def occupants(home: Home, *, account: Account) -> list[int]:
    """Give the process numbers that work in the home's data directory; empty where that cannot be known."""
    if not KNOWABLE or not home.data.exists():
        return []
    said = account.run(["/bin/sh", "-c", _SCRIPT, "sh", home.data])
    return [int(pid) for pid in said.stdout.split()]


def postmaster(home: Home, *, account: Account) -> int | None:
    """Give the process number of the living main process of the server, or None."""
    try:
        pid = int((home.data / "postmaster.pid").read_bytes().split(b"\n")[0])
    except (FileNotFoundError, ValueError):
        return None
    return pid if pid in occupants(home, account=account) else None


def wait_until_left(home: Home, *, account: Account, seconds: float) -> bool:
    """Wait until nobody works in the data directory any more; says whether that came true in time."""
    deadline = time.monotonic() + seconds
    while occupants(home, account=account):
        if time.monotonic() >= deadline:
            return False
        time.sleep(0.05)
    return True


def clear(home: Home, *, account: Account) -> None:
    """Make sure that nobody is left of a server that is dead, deaf or stopped. Call it under the start lock.

    Sessions that outlived their main process leave shared memory by themselves, mostly at once; only those
    that do not are ended, gently first. Starting earlier would fail or, worse, share the memory with them.
    """
    main = postmaster(home, account=account)
    if main is not None:
        _signal([main], signal.SIGINT)
    # With its main process alive a server may still be writing everything down.
    patience = 3 if main is None else 20
    gone = wait_until_left(home, account=account, seconds=patience)
    for sign in (signal.SIGQUIT, signal.SIGKILL):
        if not gone:
            _signal(occupants(home, account=account), sign)
            gone = wait_until_left(home, account=account, seconds=patience)
    if KNOWABLE and gone:
        # Nobody is in there, so whatever process bears the number in these files, it is not our server.
        # PostgreSQL itself would refuse to start as long as that number is taken, even by a zombie.
        socket = home.sockets / SOCKET_NAME
        account.run(["rm", "-f", home.data / "postmaster.pid", socket, f"{socket}.lock"])


def _signal(pids: list[int], sign: signal.Signals) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, sign)
