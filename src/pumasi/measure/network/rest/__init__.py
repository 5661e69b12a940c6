"""The network room's part of the REST API."""

from pumasi.kit.rest import Room
from pumasi.measure.network.rest import connections, introductions, network

rooms: list[Room] = [network.room, introductions.room, connections.room]

__all__ = ["rooms"]
