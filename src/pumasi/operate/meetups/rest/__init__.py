"""Events and 1:1 days over REST."""

from pumasi.operate.meetups.rest import days, desk, events

rooms = [events.room, desk.room, days.room]

__all__ = ["rooms"]
