"""The tables of this version: a dumped template for an empty database (0.2 s), migrations for an older one."""

from __future__ import annotations

import hashlib
import re
import subprocess
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from pumasi.host import api as host

TEMPLATE = Path(__file__).with_name("schema.sql")
FILLED = ("django_migrations", "django_content_type", "auth_permission")
SCRATCH = "pumasi_schema_scratch"


def mark() -> str:
    """A short name for the set of migrations of this version."""
    names = sorted(
        f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    )
    return hashlib.sha256("\n".join(names).encode()).hexdigest()[:16]


def bring_up_to_date(run: Path) -> None:
    """Give the database the tables of this version; a stamp in the home makes it free the next time."""
    address = hashlib.sha256(str(settings.DATABASES["default"].get("HOST", "")).encode()).hexdigest()[:8]
    stamp = run / f"schema-{address}-{mark()}"
    if stamp.exists():
        return
    with connection.cursor() as cursor:
        # Two starters at once: one writes the tables, the other waits and finds them.
        cursor.execute("SELECT pg_advisory_lock(7303)")
        try:
            cursor.execute("SELECT to_regclass('django_migrations')")
            if cursor.fetchone()[0] is None and TEMPLATE.exists():
                cursor.connection.execute(TEMPLATE.read_text())
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            cursor.execute("SELECT pg_advisory_unlock(7303)")
    stamp.touch()


def _dump(address: str) -> str:
    """The tables, and the rows that Django itself keeps, as SQL that any connection can run."""
    program = str(host.program("pg_dump"))
    flags = ["--no-owner", "--no-privileges", "--no-comments"]
    tables = subprocess.run(
        [program, *flags, "--schema-only", address], capture_output=True, text=True, check=True
    ).stdout
    rows = [flag for table in FILLED for flag in ("-t", table)]
    filled = subprocess.run(
        [program, *flags, "--data-only", "--inserts", *rows, address],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return _plain(tables) + _plain(filled) + "SELECT pg_catalog.set_config('search_path', 'public', false);\n"


def _plain(dump: str) -> str:
    """Without what is for psql alone, what changes from dump to dump, and comments."""
    lines = [line for line in dump.splitlines() if line.strip() and not line.startswith(("\\", "--"))]
    kept = [
        line for line in lines if not re.match(r"SET (transaction_timeout|default_table_access_method)", line)
    ]
    text = "\n".join(kept) + "\n"
    return re.sub(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+\d\d'", "'2026-01-01 00:00:00+00'", text)


def write(*, check: bool = False) -> bool:
    """Write the template from the migrations of this version, or only compare; give whether it was the same."""
    fresh = _from_migrations()
    same = TEMPLATE.exists() and TEMPLATE.read_text() == fresh
    if not check:
        TEMPLATE.write_text(fresh)
        return True
    return same


def _from_migrations() -> str:
    """Migrate an empty database beside our own and dump it."""
    own = settings.DATABASES["default"]
    with connection.cursor() as cursor:
        cursor.execute(f"DROP DATABASE IF EXISTS {SCRATCH}")
        cursor.execute(f"CREATE DATABASE {SCRATCH}")
    name = own["NAME"]
    try:
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        connection.settings_dict["NAME"] = SCRATCH
        call_command("migrate", verbosity=0, interactive=False)
        return _dump(_address(own, SCRATCH))
    finally:
        connection.close()
        connection.close_pool()  # type: ignore[attr-defined]
        connection.settings_dict["NAME"] = name
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE IF EXISTS {SCRATCH} WITH (FORCE)")


def _address(own: dict[str, str], name: str) -> str:
    words = {
        "host": own.get("HOST"),
        "port": own.get("PORT"),
        "user": own.get("USER"),
        "password": own.get("PASSWORD"),
    }
    return " ".join([f"dbname={name}", *(f"{key}={value}" for key, value in words.items() if value)])
