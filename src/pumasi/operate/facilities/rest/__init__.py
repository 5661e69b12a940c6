"""Labs and test beds over REST."""

from pumasi.operate.facilities.rest import desk, facilities

rooms = [facilities.room, desk.room]

__all__ = ["rooms"]
