"""Becomes another programme that the kernel ends when the supervisor dies, even by kill -9.

Run as a file: `leash.py SUPERVISOR_PID PROGRAMME ARGUMENT...`. A programme of its own, because code between
fork and exec is not safe in a process with threads. Where the kernel knows no leash (macOS) it only
becomes the programme.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main(words: list[str]) -> None:
    """Put on the leash and become the programme."""
    supervisor, argv = int(words[0]), words[1:]
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
        if os.getppid() != supervisor:
            sys.exit(1)  # it died before the leash was on
    os.execvp(argv[0], argv)  # noqa: S606 - no shell is wanted


if __name__ == "__main__":
    main(sys.argv[1:])
