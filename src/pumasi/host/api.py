"""The door of this room: everything that the commands of Pumasi may ask of the machine it runs on."""

from pumasi.host.backup.actions import backup, inspect, restore
from pumasi.host.backup.manifest import Manifest
from pumasi.host.database.address import admin_dsn, check_url, embedded_dsn, masked
from pumasi.host.database.binaries import choose
from pumasi.host.database.server import DatabaseStatus, ensure, status, stop, tend
from pumasi.host.doctor.examine import doctor
from pumasi.host.doctor.finding import Finding
from pumasi.host.home import Home
from pumasi.host.processes.background import down, up
from pumasi.host.processes.child import Backoff, Child
from pumasi.host.processes.state import Running, RunningChild, running
from pumasi.host.processes.supervisor import print_english, serve
from pumasi.host.refusal import HostRefusal, Notice


def program(name: str) -> str:
    """Give the path of one of PostgreSQL's programmes, such as pg_dump."""
    return str(choose().program(name))


__all__ = [
    "Backoff",
    "Child",
    "DatabaseStatus",
    "Finding",
    "Home",
    "HostRefusal",
    "Manifest",
    "Notice",
    "Running",
    "RunningChild",
    "admin_dsn",
    "backup",
    "check_url",
    "doctor",
    "down",
    "embedded_dsn",
    "ensure",
    "inspect",
    "masked",
    "print_english",
    "program",
    "restore",
    "running",
    "serve",
    "status",
    "stop",
    "tend",
    "up",
]
