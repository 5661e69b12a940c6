"""The members room's part of the REST API."""

from pumasi.commons.members.rest import approvals, desk, directory, mine, people
from pumasi.kit.rest import Room

rooms: list[Room] = [directory.room, people.room, mine.room, approvals.room, desk.room]

__all__ = ["rooms"]
