"""The last line of an action that changes what the world sees."""

from __future__ import annotations

from django.db import connection


def beat(cluster: int) -> None:
    """Count a change, in the caller's transaction."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO newsroom_pulse (cluster_id, n) VALUES (%s, 1) ON CONFLICT (cluster_id) DO UPDATE SET n = newsroom_pulse.n + 1",
            [cluster],
        )
