"""Everything the database holds, table by table, to compare before and after."""

from __future__ import annotations

from django.db import connection

# What is meant to remain: the audit's history, sessions, and counters of libraries.
KEPT = ("_event", "django_", "procrastinate_", "account_", "mfa_", "socialaccount_", "auth_", "pghistory_")


def contents(*, but: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """Rows of every table of our own as text, without when they were last written."""
    with connection.cursor() as cursor:
        names = [
            n
            for n in connection.introspection.table_names(cursor)
            if not n.startswith(KEPT) and not n.endswith("event")
        ]
        found = {}
        for name in names:
            if name in but:
                continue
            cursor.execute(
                f"SELECT (to_jsonb(t) - 'updated_at')::text AS row FROM {connection.ops.quote_name(name)} t ORDER BY 1"
            )
            found[name] = [row for (row,) in cursor.fetchall()]
    return found


def different(
    before: dict[str, list[str]], after: dict[str, list[str]]
) -> dict[str, tuple[list[str], list[str]]]:
    """Tables that differ, with the rows that went and the rows that came."""
    return {
        name: (sorted(set(before[name]) - set(after[name])), sorted(set(after[name]) - set(before[name])))
        for name in before
        if before[name] != after[name]
    }
